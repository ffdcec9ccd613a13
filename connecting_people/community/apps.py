from django.apps import AppConfig


class CommunityConfig(AppConfig):
    """The room in Django's list."""

    name = "connecting_people.community"
    label = "community"
