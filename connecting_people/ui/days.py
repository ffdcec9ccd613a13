"""A day written in three boxes, which is easier than a calendar for most people and works everywhere."""

import datetime
from typing import Any, NoReturn

from django import forms
from django.utils import translation
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

EARLIEST_YEAR = 1900
LATEST_YEAR = 2200


class DayWidget(forms.MultiWidget):
    """Three boxes: day, month, year."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"day": forms.TextInput, "month": forms.TextInput, "year": forms.TextInput}, attrs)

    def decompress(self, value: datetime.date | None) -> list[Any]:
        """Take a day apart into what the three boxes show."""
        return [value.day, value.month, value.year] if value else [None, None, None]


class DateField(forms.MultiValueField):
    """A day in three boxes. `earliest` and `latest` are set by the form that knows what today is."""

    widget = DayWidget
    default_error_messages = {
        "required": _("Write the day, the month and the year"),
        "parts": _("Write all three: the day, the month and the year"),
        "figures": _("Write the day and the year in figures, like 27 3 2026"),
        "year": _("Write the year with four figures, like 2026"),
        "unreal": _("Check the day: there is no such day in that month"),
        "early": _("Choose a day that has not passed yet"),
        "late": _("Choose a day that has come already"),
    }

    def __init__(
        self, *, earliest: datetime.date | None = None, latest: datetime.date | None = None, **kwargs: Any
    ) -> None:
        self.earliest = earliest
        self.latest = latest
        boxes = [forms.CharField(required=False, max_length=12) for _box in range(3)]
        super().__init__(boxes, require_all_fields=False, **kwargs)

    def clean(self, value: Any) -> datetime.date | None:
        """Read the three boxes as one day, or say in plain words what to mend."""
        parts = [str(part or "").strip() for part in (value or ["", "", ""])]
        if not any(parts):
            if self.required and not self.disabled:
                self._say("required")
            return None
        if not all(parts):
            self._say("parts")
        found = self._day(*parts)
        if self.earliest and found < self.earliest:
            self._say("early")
        if self.latest and found > self.latest:
            self._say("late")
        return found

    def compress(self, data_list: list[Any]) -> Any:
        """Django asks for this of any field of several boxes; `clean` has done it."""
        return self._day(*data_list) if data_list else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Tell whether another day was written."""
        was = DayWidget().decompress(initial)
        return ["" if part is None else str(part) for part in was] != [str(part or "").strip() for part in data]

    def _day(self, day: str, month: str, year: str) -> datetime.date:
        number = _month_number(month)
        if not (_figures(day) and _figures(year) and number):
            self._say("figures")
        if not EARLIEST_YEAR <= int(year) <= LATEST_YEAR:
            self._say("year")
        try:
            return datetime.date(int(year), number, int(day))
        except ValueError:
            self._say("unreal")

    def _say(self, code: str) -> NoReturn:
        raise forms.ValidationError(self.error_messages[code], code=code)


def _figures(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _month_number(text: str) -> int:
    """Read a month in figures or by its name (or its first three letters), in English or the reader's language."""
    if _figures(text):
        return int(text)
    with translation.override("en"):
        names = [(str(name), number) for number, name in MONTHS.items()]
    names += [(str(name), number) for number, name in MONTHS.items()]
    start = text.casefold()[:3]
    return next((number for name, number in names if len(start) == 3 and name.casefold().startswith(start)), 0)
