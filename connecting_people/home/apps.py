from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The room in Django's list."""

    name = "connecting_people.home"
    label = "home"
