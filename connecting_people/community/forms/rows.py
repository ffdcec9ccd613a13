"""The rows of an entry's form: times, places, prices and telephone numbers, each read from a part of its document."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from connecting_people.community.entry import DAYS, listed, text_of
from connecting_people.community.forms.boxes import latitude, line, longitude, number, postcode, several, spaced, words
from connecting_people.community.queries.places import point_of_postcode
from connecting_people.community.rhythm import LAST, Rhythm, rhythm_of, written
from connecting_people.community.standard import DATE, NUMBER, TIME, Document, fits
from connecting_people.community.times import DAY_NAMES
from connecting_people.community.writing import Place, Rows
from connecting_people.people.drafts import typed_in
from connecting_people.ui.days import DateField

MOST_ROWS: Final = 60
OFTEN: Final = [
    ("", _("Not said, or on one day only")),
    ("W1", _("Every week")),
    ("W2", _("Every second week")),
    ("W3", _("Every third week")),
    ("W4", _("Every fourth week")),
    ("M1", _("Once a month, in the first week")),
    ("M2", _("Once a month, in the second week")),
    ("M3", _("Once a month, in the third week")),
    ("M4", _("Once a month, in the fourth week")),
    (f"M{LAST}", _("Once a month, in the last week")),
]
Initial = list[dict[str, Any]]


class Row(forms.Form):
    """One row; `id` is the part of the document that it is about. An empty row says that there is none."""

    id = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is in any box."""
        return all(value in (None, "", []) for name, value in self.cleaned_data.items() if name != "id")

    @property
    def stays(self) -> bool:
        """Say whether the part that the row shows stays as it is, even one of which no box holds anything."""
        return bool(self.cleaned_data.get("id")) and not self.has_changed()


class PartRow(Row):
    """One row that says a part of the document itself, as a list of the document holds it."""

    def fields_said(self) -> Document:
        """Return the fields of the part as this row says them."""
        raise NotImplementedError

    def part(self) -> Document:
        """Return the part: its id, and its fields where somebody changed one of them."""
        id = self.cleaned_data.get("id", "")
        return {**({"id": id} if id else {}), **({} if self.stays else self.fields_said())}


class TimeRow(PartRow):
    """One time at which it is on."""

    often = forms.ChoiceField(label=_("How often?"), choices=OFTEN, required=False)
    days = several(_("On which days?"), [(day, DAY_NAMES[day]) for day in DAYS])
    opens = forms.TimeField(label=_("From what time?"), required=False, widget=forms.TimeInput(format="%H:%M"))
    closes = forms.TimeField(label=_("Until what time?"), required=False, widget=forms.TimeInput(format="%H:%M"))
    first_date = DateField(label=_("From which day on?"), help_text=_("If it has not always been on"), required=False)
    last_date = DateField(label=_("Until which day?"), help_text=_("If you know when it ends"), required=False)
    note = line(_("Anything else about this time"), _("Such as: not in the school holidays"), most=500)

    def clean(self) -> dict[str, Any]:
        """Ask for days where it is once a month, and for an order of days and hours that can be."""
        said = super().clean() or {}
        opens, closes, first, last = (said.get(name) for name in ("opens", "closes", "first_date", "last_date"))
        if said.get("often", "").startswith("M") and not said.get("days"):
            self.add_error("days", _("Choose the day of the week on which it is"))
        if said.get("days") and not said.get("often"):
            self.add_error("often", _("Choose how often it is on those days"))
        if opens and closes and closes <= opens:
            self.add_error("closes", _("Choose a time after it begins"))
        if first and last and last < first:
            self.add_error("last_date", _("Choose a day after the first one"))
        return said

    def fields_said(self) -> Document:
        """Return the fields of a schedule."""
        said = self.cleaned_data
        often, days = said["often"], tuple(day for day in DAYS if day in said["days"])
        freq = {"W": "WEEKLY", "M": "MONTHLY"}.get(often[:1], "")
        weeks = (int(often[1:]),) if freq == "MONTHLY" else ()
        rhythm = Rhythm(freq, int(often[1:]) if freq == "WEEKLY" else 1, days, weeks, ())
        return {
            **written(rhythm),
            "opens_at": f"{said['opens']:%H:%M}" if said["opens"] else None,
            "closes_at": f"{said['closes']:%H:%M}" if said["closes"] else None,
            "valid_from": said["first_date"].isoformat() if said["first_date"] else None,
            "valid_to": said["last_date"].isoformat() if said["last_date"] else None,
            "description": said["note"],
        }

    @staticmethod
    def initial_of(schedule: Document) -> dict[str, Any]:
        """Return what the boxes hold of a schedule whose rhythm is plain."""
        rhythm = rhythm_of(schedule)
        often = {"WEEKLY": f"W{rhythm.interval}", "MONTHLY": f"M{rhythm.weeks[0]}" if rhythm.weeks else ""}
        first, last = schedule.get("valid_from"), schedule.get("valid_to")
        return {
            "id": text_of(schedule.get("id")),
            "often": often.get(rhythm.freq, ""),
            "days": list(rhythm.days),
            "opens": schedule["opens_at"][:5] if fits(schedule.get("opens_at"), TIME) else None,
            "closes": schedule["closes_at"][:5] if fits(schedule.get("closes_at"), TIME) else None,
            "first_date": date.fromisoformat(first) if fits(first, DATE) else None,
            "last_date": date.fromisoformat(last) if fits(last, DATE) else None,
            "note": text_of(schedule.get("description")),
        }


class PlaceRow(Row):
    """One place at which it is on."""

    name = line(_("What is the place called?"), _("Such as: Weir Hall"))
    lines = line(_("Building and street"), most=300)
    town = line(_("Town or city"), most=100)
    county = line(_("County"), most=100)
    postcode = postcode()
    getting_there = words(_("How to get there"), _("The bus, the entrance, where to park, what to look out for"), 2)
    latitude = latitude()
    longitude = longitude()

    ADDRESS = {"lines": "address_1", "town": "city", "county": "state_province", "postcode": "postal_code"}
    MISSING = {
        "lines": _("Write the building and street too, or leave the whole address out"),
        "town": _("Write the town or city too"),
        "county": _("Write the county too: other directories need it to read the address"),
        "postcode": _("Write the postcode too"),
    }

    def clean_postcode(self) -> str:
        """Write it as people write it."""
        return spaced(self.cleaned_data["postcode"])

    def clean(self) -> dict[str, Any]:
        """Ask for a whole address, or none; find the point of a postcode that is new."""
        said = super().clean() or {}
        if any(said.get(name) for name in self.ADDRESS):
            for name in self.ADDRESS:
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, self.MISSING[name])
        both = said.get("latitude"), said.get("longitude")
        if (both[0] is None) != (both[1] is None) and not {"latitude", "longitude"} & self.errors.keys():
            self.add_error("longitude" if both[1] is None else "latitude", _("Write both numbers, or neither"))
        moved = "postcode" in self.changed_data and not {"latitude", "longitude"} & set(self.changed_data)
        if said.get("postcode") and (both == (None, None) or moved):
            point = point_of_postcode(said["postcode"])
            said["latitude"], said["longitude"] = (point.latitude, point.longitude) if point else (None, None)
        return said

    def place(self) -> Place:
        """Return the place as this row says it; what nobody changed is not said."""
        said, id = self.cleaned_data, self.cleaned_data.get("id", "")
        if self.stays:
            return Place(id, {}, {})
        names = {"name": "name", "getting_there": "description", "latitude": "latitude", "longitude": "longitude"}
        location = {field: said[name] for name, field in names.items()}
        return Place(id, location, {field: said[name] for name, field in self.ADDRESS.items()})

    def as_words(self) -> str:
        """Return the address as it is kept where it must not be known."""
        names = ("name", *self.ADDRESS, "getting_there")
        return "\n".join(self.cleaned_data[name] for name in names if self.cleaned_data.get(name))

    @classmethod
    def initial_of(cls, service_at_location: Document) -> dict[str, Any]:
        """Return what the boxes hold of a place."""
        location = service_at_location.get("location")
        location = location if isinstance(location, dict) else {}
        address = next(iter(listed(location, "addresses")), {})
        degrees = {name: location.get(name) for name in ("latitude", "longitude")}
        return {
            "id": text_of(service_at_location.get("id")),
            "name": text_of(location.get("name")),
            "getting_there": text_of(location.get("description")),
            **{name: value if fits(value, NUMBER) else None for name, value in degrees.items()},
            **{name: text_of(address.get(field)) for name, field in cls.ADDRESS.items()},
        }


class PriceRow(PartRow):
    """One price."""

    amount = number(_("Price in pounds"), _("0 means that it is free"), most=100_000)
    option = line(_("For whom, or for what?"), _("Such as: concessions, or a term of ten weeks"))
    note = line(_("Anything to add"), _("Such as: pay what you can"), most=300)

    def fields_said(self) -> Document:
        """Return the fields of a cost option."""
        said = self.cleaned_data
        amount = said["amount"]
        whole = int(amount) if amount is not None and float(amount).is_integer() else amount
        return {"amount": whole, "option": said["option"], "amount_description": said["note"]}

    @staticmethod
    def initial_of(option: Document) -> dict[str, Any]:
        """Return what the boxes hold of a cost option."""
        amount = option.get("amount")
        return {
            "id": text_of(option.get("id")),
            "amount": f"{amount:g}" if fits(amount, NUMBER) else None,
            "option": text_of(option.get("option")),
            "note": text_of(option.get("amount_description")),
        }


class PhoneRow(PartRow):
    """One telephone number."""

    number = line(_("Number"), most=50, widget=forms.TextInput({"class": "nhsuk-input--width-20", "inputmode": "tel"}))
    note = line(_("Whose is it, or when is somebody there?"))

    def clean(self) -> dict[str, Any]:
        """Ask for the number that a note is about."""
        said = super().clean() or {}
        if said.get("note") and not said.get("number"):
            self.add_error("number", _("Write the number that this is about"))
        return said

    def fields_said(self) -> Document:
        """Return the fields of a phone."""
        return {"number": self.cleaned_data["number"], "description": self.cleaned_data["note"]}

    @staticmethod
    def initial_of(phone: Document) -> dict[str, Any]:
        """Return what the boxes hold of a phone."""
        said = {name: text_of(phone.get(field)) for name, field in (("id", "id"), ("number", "number"))}
        return {**said, "note": text_of(phone.get("description"))}


def _set_of(row: type[Row], extra: int) -> Any:
    return forms.formset_factory(row, extra=extra, max_num=MOST_ROWS, absolute_max=MOST_ROWS)


TimeRows, PlaceRows = _set_of(TimeRow, 2), _set_of(PlaceRow, 1)
PriceRows, PhoneRows = _set_of(PriceRow, 1), _set_of(PhoneRow, 1)


def rows_typed(formset: Any, kept: QueryDict) -> Any:
    """Return a fresh set of rows that begins with those which somebody had typed; a row of nothing is none."""
    typed = [typed_in(row, kept) for row in type(formset)(kept, prefix=formset.prefix)]
    filled = [row for row in typed if any(any(value) if isinstance(value, list) else value for value in row.values())]
    return type(formset)(initial=filled or formset.initial, prefix=formset.prefix)


def said_rows(formset: Any) -> Rows:
    """Return what a set of rows says: the parts it holds, and the ids of all it showed."""
    rows = list(filled_rows(formset))
    return Rows(tuple(row.part() for row in rows), shown_in(formset))


def shown_in(formset: Any) -> frozenset[str]:
    """Return the ids of the parts that a set of rows showed."""
    return frozenset(row.cleaned_data["id"] for row in formset if row.cleaned_data.get("id"))


def filled_rows(formset: Any) -> Iterator[Any]:
    """Yield the rows in which something stands."""
    yield from (row for row in formset if row.cleaned_data and (row.stays or not row.is_empty))


def plain_times(schedules: Iterable[Document]) -> tuple[list[Document], list[Document]]:
    """Tell the schedules that the form has boxes for from those that stay as they are."""
    found = list(schedules)
    return [one for one in found if rhythm_of(one).plain], [one for one in found if not rhythm_of(one).plain]
