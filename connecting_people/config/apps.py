from django.apps import AppConfig


class SetUpConfig(AppConfig):
    """Commands that span rooms."""

    name = "connecting_people.config"
    label = "config"
