from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    """The room in Django's list."""

    name = "connecting_people.measures"
    label = "measures"
