from django.apps import AppConfig


class TrainingConfig(AppConfig):
    """The room in Django's list."""

    name = "connecting_people.training"
    label = "training"
