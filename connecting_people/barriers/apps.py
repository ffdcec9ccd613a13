from django.apps import AppConfig


class BarriersConfig(AppConfig):
    """The room in Django's list."""

    name = "connecting_people.barriers"
    label = "barriers"
