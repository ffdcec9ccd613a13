"""Django's entry for the room."""

from django.apps import AppConfig

from connecting_people.ui.plain_words import speak_plainly


class UiConfig(AppConfig):
    """The look, as a Django app, so that its templates, styles and words are found."""

    name = "connecting_people.ui"
    label = "ui"

    def ready(self) -> None:
        """Let every form speak plainly, the forms of packages too."""
        speak_plainly()
