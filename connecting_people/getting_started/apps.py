from django.apps import AppConfig


class GettingStartedConfig(AppConfig):
    """The room in Django's list."""

    name = "connecting_people.getting_started"
    label = "getting_started"
