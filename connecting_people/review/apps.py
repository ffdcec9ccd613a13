from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """The room in Django's list."""

    name = "connecting_people.review"
    label = "review"
