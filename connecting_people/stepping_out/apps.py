from django.apps import AppConfig


class SteppingOutConfig(AppConfig):
    """The room in Django's list."""

    name = "connecting_people.stepping_out"
    label = "stepping_out"
