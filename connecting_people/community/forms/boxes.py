"""The kinds of box that the forms of this room are made of."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.community.hiding import POSTCODE
from connecting_people.community.standard import LATITUDES, LONGITUDES
from connecting_people.guide.words import StrOrPromise

WORDS_AT_MOST = 3_000


def choices(named: Mapping[Any, StrOrPromise], *first: tuple[str, StrOrPromise]) -> list[tuple[str, StrOrPromise]]:
    """Return what can be chosen, with what stands before it."""
    return [*first, *((str(value), name) for value, name in named.items())]


def line(label: Any, hint: Any = "", *, most: int = 200, **more: Any) -> forms.CharField:
    """Make a box for one line that may stay empty."""
    return forms.CharField(label=label, help_text=hint, required=False, max_length=most, **more)


def words(label: Any, hint: Any = "", rows: int = 3) -> forms.CharField:
    """Make a box for a few sentences that may stay empty."""
    widget = forms.Textarea({"rows": rows})
    return forms.CharField(label=label, help_text=hint, required=False, max_length=WORDS_AT_MOST, widget=widget)


def several(label: Any, of: list[tuple[str, StrOrPromise]], hint: Any = "") -> forms.MultipleChoiceField:
    """Make boxes to tick any of a few."""
    return forms.MultipleChoiceField(
        label=label, help_text=hint, choices=of, required=False, widget=forms.CheckboxSelectMultiple
    )


def number(label: Any, hint: Any = "", *, most: int, **more: Any) -> forms.FloatField:
    """Make a box for a number from nothing up."""
    return forms.FloatField(
        label=label,
        help_text=hint,
        required=False,
        min_value=0,
        max_value=most,
        widget=forms.TextInput({"class": "nhsuk-input--width-5", "inputmode": "decimal"}),
        error_messages={"invalid": _("Write a number in figures, like 16")},
        **more,
    )


def postcode() -> forms.CharField:
    """Make a box for a postcode."""
    return line(_("Postcode"), most=10, widget=forms.TextInput({"class": "nhsuk-input--width-10"}))


def degrees(label: Any, hint: Any, span: tuple[float, float]) -> forms.FloatField:
    """Make a box for a latitude or longitude in the United Kingdom."""
    outside = _("This lies outside the United Kingdom. Latitudes are about 50 to 61, longitudes about -8 to 2")
    field = forms.FloatField(
        label=label,
        help_text=hint,
        required=False,
        min_value=span[0],
        max_value=span[1],
        widget=forms.TextInput({"class": "nhsuk-input--width-10", "inputmode": "decimal"}),
        error_messages={"invalid": _("Write a number like 53.9591"), "min_value": outside, "max_value": outside},
    )
    for validator in field.validators:
        validator.message = outside  # type: ignore[attr-defined]
    return field


def latitude() -> forms.FloatField:
    """Make a box for a latitude."""
    return degrees(_("Latitude"), _("Like 53.9591"), LATITUDES)


def longitude() -> forms.FloatField:
    """Make a box for a longitude."""
    return degrees(_("Longitude"), _("Like -1.0815"), LONGITUDES)


def spaced(text: str) -> str:
    """Write a postcode as people write it; what is none stays as it is."""
    found = POSTCODE.fullmatch(text.strip())
    return f"{found[1]} {found[2]}".upper() if found else text.strip()
