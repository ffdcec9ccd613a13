from django.apps import AppConfig


class JourneyConfig(AppConfig):
    """The room in Django's list."""

    name = "connecting_people.journey"
    label = "journey"
