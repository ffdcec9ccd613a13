from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """The room in Django's list."""

    name = "connecting_people.people"
    label = "people"
