from django.apps import AppConfig


class CultureConfig(AppConfig):
    """The room in Django's list."""

    name = "connecting_people.culture"
    label = "culture"
