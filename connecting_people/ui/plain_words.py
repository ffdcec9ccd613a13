"""What Django says beside a field, said as we would say it: what is the matter, and what to do."""

from typing import Any, Final

from django import forms
from django.core.validators import (
    EmailValidator,
    MaxLengthValidator,
    MaxValueValidator,
    MinLengthValidator,
    MinValueValidator,
    ProhibitNullCharactersValidator,
)
from django.utils.translation import gettext_lazy as _

# Django's own Welsh misspells this month: named here, our catalogue has it and comes first.
MENDED: Final = (_("July"),)
EMAIL: Final = _("Write an e-mail address like name@example.org")
WORDS: Final[dict[type[forms.Field], dict[str, Any]]] = {
    forms.Field: {"required": _("Please fill this in")},
    forms.BooleanField: {"required": _("Please tick this if you want to go on")},
    forms.ChoiceField: {
        "required": _("Please choose one"),
        "invalid_choice": _("Please choose one of those that are offered"),
    },
    forms.MultipleChoiceField: {
        "required": _("Please choose at least one"),
        "invalid_choice": _("Please choose from those that are offered"),
    },
    forms.IntegerField: {"invalid": _("Write a whole number in figures, like 3")},
    forms.TimeField: {"invalid": _("Write a time like 14:30")},
    forms.DateField: {"invalid": _("Write a day like 27/3/2026")},
    forms.EmailField: {"invalid": EMAIL},
    forms.URLField: {"invalid": _("Write a web address like https://example.org")},
    forms.ModelChoiceField: {"invalid_choice": _("Please choose one of those that are offered")},
}
# Words of validators, which count: Django fills the numbers in.
COUNTED: Final[dict[Any, Any]] = {
    MaxLengthValidator: _("Make this a little shorter: %(limit_value)d letters fit, and there are %(show_value)d"),
    MinLengthValidator: _("Write a little more: at least %(limit_value)d letters"),
    MaxValueValidator: _("Write a number up to %(limit_value)s"),
    MinValueValidator: _("Write a number from %(limit_value)s up"),
    ProhibitNullCharactersValidator: _("Write this once more: one of the signs cannot be kept"),
}


def speak_plainly() -> None:
    """Put our words in the place of Django's."""
    for field, words in WORDS.items():
        field.default_error_messages = {**getattr(field, "default_error_messages", {}), **words}
    EmailValidator.message = EMAIL
    for validator, said in COUNTED.items():
        validator.message = said


def general_words() -> set[str]:
    """Give the words that fit any field and so do not say, alone, which one they are about."""
    every: list[dict[Any, Any]] = [*WORDS.values(), COUNTED]
    return {str(text) for words in every for text in words.values()}
