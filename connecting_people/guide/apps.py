"""The guide as a Django app, without tables."""

from django.apps import AppConfig


class GuideConfig(AppConfig):
    """Register the room, so that its templates and words are found."""

    name = "connecting_people.guide"
    label = "guide"
