from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The room in Django's list."""

    name = "connecting_people.api"
    label = "api"
