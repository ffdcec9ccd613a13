from django.apps import AppConfig


class PlansConfig(AppConfig):
    """The room in Django's list."""

    name = "connecting_people.plans"
    label = "plans"
