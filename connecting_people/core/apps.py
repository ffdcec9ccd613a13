from django.apps import AppConfig


class CoreConfig(AppConfig):
    """The room in Django's list."""

    name = "connecting_people.core"
    label = "core"
