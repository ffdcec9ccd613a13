from django.apps import AppConfig


class IntroductionsConfig(AppConfig):
    """The room in Django's list."""

    name = "connecting_people.introductions"
    label = "introductions"
