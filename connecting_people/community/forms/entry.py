"""All that can be said of an asset; its name and what sort of thing it is are enough to begin."""

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from connecting_people.community.entry import listed, ours_in, part_in, read, schedules_in, text_of
from connecting_people.community.forms.boxes import choices, line, number, several, words
from connecting_people.community.forms.rows import (
    PhoneRow,
    PhoneRows,
    PlaceRow,
    PlaceRows,
    PriceRow,
    PriceRows,
    TimeRow,
    TimeRows,
    filled_rows,
    plain_times,
    rows_typed,
    said_rows,
    shown_in,
)
from connecting_people.community.hiding import hidden, marks_in, marks_of, tells, texts_of
from connecting_people.community.models import Organisation
from connecting_people.community.rules import PLACELESS, Kind, Status
from connecting_people.community.standard import DATE, Document, fits
from connecting_people.community.telling import FIRST_VISIT, STATUSES
from connecting_people.community.terms import ACCESS, KINDS
from connecting_people.community.times import time_in_words
from connecting_people.community.writing import Rows, Said, filled, rewritten
from connecting_people.guide.interests import INTEREST_FAMILIES, INTERESTS
from connecting_people.guide.words import StrOrPromise
from connecting_people.people.drafts import put_back
from connecting_people.ui.days import DateField

KIND_HINTS: Final[Mapping[str, StrOrPromise]] = {
    Kind.SERVICE: _("Somebody helps: advice, support, a clinic"),
    Kind.ACTIVITY: _("Something to do or learn: a class, a walk, a course"),
    Kind.GROUP: _("People who meet: a choir, a club, a drop-in"),
    Kind.PLACE: _("Somewhere to be: a library, a park, a café"),
    Kind.ONLINE: _("People who meet on a screen or by telephone"),
    Kind.INTEREST: _("People who share something, wherever they are"),
}
FIELDS: Final = ("name", "description", "minimum_age", "maximum_age", "fees", "email", "url", "alert", "status")
OWN: Final = ("eligibility", "begins", "ends")
# Which boxes of the form as a whole stand in which part of the page.
PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "about": ("interests",),
    "when": ("other_times",),
    "where": ("secret",),
    "cost": ("free", "fees"),
    "people": ("eligibility", "minimum_age", "maximum_age", "languages", "access"),
    "reach": ("contact_name", "contact_title", "email", "url"),
    "visit": tuple(FIRST_VISIT),
    "season": ("status", "begins", "ends", "alert"),
}
EMPTY: Final[tuple[Any, ...]] = (None, "", [], False, Status.ACTIVE.value, [None, None, None], ["", "", ""])
UNSHOWN: Final = frozenset({"kind", "organisation", "status"})
FREE: Final = {"amount": 0}


class _Kinds(forms.RadioSelect):
    hints = KIND_HINTS


class EntryForm(forms.Form):
    """What is said of an asset as a whole."""

    name = forms.CharField(
        label=_("What is it called?"), max_length=255, error_messages={"required": _("Write what it is called")}
    )
    kind = forms.ChoiceField(label=_("What sort of thing is it?"), choices=choices(KINDS), widget=_Kinds)
    organisation = forms.ChoiceField(label=_("Who runs it?"), required=False)
    new_organisation = line(_("Or somebody who is not on the list yet"), _("The name of the organisation"))
    description = words(_("What is it?"), _("As you would tell a friend: what happens there, and who comes"), 4)
    interests = several(_("Tick what fits"), [(one.id, one.name) for one in INTERESTS.values()])
    other_times = several(_("Times that this form has no boxes for. Untick one to take it away"), [])
    free = forms.BooleanField(label=_("It is free"), required=False)
    fees = words(_("Anything else about the cost"), _("Such as: ask, there is a fund"), 2)
    minimum_age = number(_("From what age?"), most=120)
    maximum_age = number(_("Up to what age?"), most=120)
    eligibility = words(_("Who is it for?"), _("Such as: anybody who lives in Tarrow, or women only"), 2)
    languages = line(_("Which languages are spoken?"), _("With commas between them: English, Polish"), most=300)
    access = several(_("Getting in and taking part"), choices(ACCESS))
    contact_name = line(_("Whom to ask for"), _("A first name is enough"))
    contact_title = line(_("What they do there"))
    email = forms.EmailField(label=_("E-mail address"), required=False, max_length=254)
    url = forms.URLField(label=_("Page on the web"), required=False, max_length=500, assume_scheme="https")
    meets = words(FIRST_VISIT["meets"], rows=2)
    where = words(FIRST_VISIT["where"], _("Which door, which floor, what you will see"), 2)
    facilities = words(FIRST_VISIT["facilities"], _("Such as: toilets, tea, lockers"), 2)
    bring = words(FIRST_VISIT["bring"], rows=2)
    status = forms.ChoiceField(label=_("Does it go on?"), choices=choices(STATUSES), widget=forms.RadioSelect)
    begins = DateField(label=_("When does it start?"), help_text=_("If it has not started yet"), required=False)
    ends = DateField(label=_("When does it end?"), help_text=_("If you know that it will"), required=False)
    alert = words(_("Something everybody should know first"), _("Such as: moved to the library until May"), 2)
    secret = forms.BooleanField(
        label=_("Keep the address secret"),
        help_text=_(
            "Some addresses must stay unknown, so that people are safe. Ticked, it stands on no page, list or map,"
            " nor in what stood here before. Staff can open it on a page of its own, which notes who looked."
        ),
        required=False,
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean_name(self) -> str:
        """Keep what was typed, but for line breaks and spaces too many."""
        return " ".join(str(self.cleaned_data["name"]).split())

    def clean(self) -> dict[str, Any]:
        """Ask for one organisation, and for ages and days in order."""
        said = super().clean() or {}
        if said.get("organisation") and said.get("new_organisation"):
            self.add_error("new_organisation", _("Choose one of the list, or write a new one"))
        pairs = (
            ("minimum_age", "maximum_age", _("Write an age that is not below the first one")),
            ("begins", "ends", _("Choose a day after it starts")),
        )
        for first, last, why in pairs:
            if said.get(first) is not None and said.get(last) is not None and said[last] < said[first]:
                self.add_error(last, why)
        return said

    def families(self) -> list[tuple[StrOrPromise, bool, list[tuple[str, StrOrPromise, bool]]]]:
        """Return the interests to tick, by family, each family with whether one of it is ticked."""
        ticked = set(self["interests"].value() or ())
        return [
            (
                family.name,
                any(one.id in ticked for one in family.interests),
                [(one.id, one.name, one.id in ticked) for one in family.interests],
            )
            for family in INTEREST_FAMILIES
        ]


class EntryForms:
    """The whole form of an entry: what is said as a whole, and rows of times, places, prices and numbers."""

    def __init__(
        self,
        document: Document,
        organisations: Iterable[Organisation],
        *,
        organisation_id: UUID | None = None,
        version: int = 0,
        kept: bool = False,
        data: Any = None,
    ) -> None:
        self.document, self.kept = document, kept
        plain, others = plain_times(schedules_in(document))
        initial = _initial(document) | {"organisation": str(organisation_id or ""), "version": version, "secret": kept}
        self.main = EntryForm(data, initial=initial | {"other_times": [str(one.get("id")) for one in others]})
        self._offer("organisation", [("", _("Nobody, or not known")), *((str(o.pk), o.name) for o in organisations)])
        self._offer("other_times", [(str(one.get("id")), time_in_words(one)) for one in others])
        prices = [one for one in listed(document, "cost_options") if not _is_free(one)]
        self.times = TimeRows(data, initial=[TimeRow.initial_of(one) for one in plain], prefix="time")
        places = listed(document, "service_at_locations")
        self.places = PlaceRows(data, initial=[PlaceRow.initial_of(one) for one in places], prefix="place")
        self.prices = PriceRows(data, initial=[PriceRow.initial_of(one) for one in prices], prefix="price")
        phones = listed(document, "phones")
        self.phones = PhoneRows(data, initial=[PhoneRow.initial_of(one) for one in phones], prefix="phone")

    def _offer(self, name: str, of: list[tuple[str, StrOrPromise]]) -> None:
        self.main.fields[name].choices = of  # type: ignore[attr-defined]

    def put_back(self, kept: QueryDict | None) -> None:
        """Let a fresh form begin with what somebody had typed when their session ended."""
        if kept is not None and not self.main.is_bound:
            put_back(self.main, kept)
            self.times, self.places = rows_typed(self.times, kept), rows_typed(self.places, kept)
            self.prices, self.phones = rows_typed(self.prices, kept), rows_typed(self.phones, kept)

    @property
    def every(self) -> list[forms.BaseForm]:
        """Return all forms, in the order of the page."""
        return [self.main, *self.times, *self.places, *self.prices, *self.phones]

    def is_open(self, part: str) -> bool:
        """Say whether a part of the form holds something, or something to be looked at again."""
        rows = {"when": self.times, "where": self.places, "cost": self.prices, "reach": self.phones}.get(part, ())
        boxes = [self.main[name] for name in PARTS[part]]
        filled_in = any(bound.errors or bound.value() not in EMPTY for bound in boxes)
        return filled_in or any(row.errors or row.initial or row.has_changed() for row in rows)

    def is_valid(self) -> bool:
        """Say whether all of it makes sense, each part and the parts together."""
        sets = (self.times, self.places, self.prices, self.phones)
        if not all([self.main.is_valid(), *(one.is_valid() for one in sets)]):
            return False
        self._check_together()
        return not any(form.errors for form in self.every)

    def _check_together(self) -> None:
        said, secret = dict(self.main.cleaned_data), self.secret
        if said["free"] and any(row.cleaned_data.get("amount") for row in filled_rows(self.prices)):
            self.main.add_error("free", _("Untick this, or take away the prices below"))
        if secret is None:
            return
        if not self.kept and not secret and said["kind"] not in PLACELESS:
            self.main.add_error("secret", _("Write the address above, so that it can be kept"))
        marks = marks_in(secret) | marks_of(self.document)
        for name, value in texts_of(said):
            if name not in UNSHOWN and tells(value, marks):
                self.main.add_error(name, _("This still tells where it is. Take the address out of these words"))

    @property
    def secret(self) -> str | None:
        """Return the address that is to be kept: None for none, nothing where what is kept already stays."""
        if not self.main.cleaned_data["secret"]:
            return None
        return "\n\n".join(filter(None, (row.as_words() for row in filled_rows(self.places))))

    def written(self) -> Document:
        """Return the document as it reads after this form."""
        main, said = self.main, self.main.cleaned_data
        changed = set(main.changed_data)
        own: Document = {name: _plain(said[name]) for name in OWN if name in changed}
        if changed & set(FIRST_VISIT):
            own["first_visit"] = filled(
                part_in(ours_in(self.document), "first_visit"), {name: said[name] for name in FIRST_VISIT}
            )
        places = () if said["secret"] else tuple(row.place() for row in filled_rows(self.places))
        contact = {"name": said["contact_name"], "title": said["contact_title"]}
        found = Said(
            fields={name: _plain(said[name]) for name in FIELDS if name in changed},
            own=own,
            terms={"kinds": [said["kind"]], "interests": said["interests"], "access": said["access"]},
            lists={"cost_options": self._prices(), "phones": said_rows(self.phones), "languages": self._languages()},
            times=self._times(),
            places=places,
            places_shown=shown_in(self.places),
            contact=contact if changed & {"contact_name", "contact_title"} else {},
        )
        return rewritten(hidden(self.document, ()) if said["secret"] else self.document, found)

    def _times(self) -> Rows:
        rows, others = said_rows(self.times), self.main.fields["other_times"].choices  # type: ignore[attr-defined]
        shown = rows.shown | {id for id, _words in others}
        return Rows((*rows.rows, *({"id": id} for id in self.main.cleaned_data["other_times"])), shown)

    def _prices(self) -> Rows:
        rows, free = said_rows(self.prices), [one for one in listed(self.document, "cost_options") if _is_free(one)]
        shown = rows.shown | {str(one.get("id")) for one in free}
        if not self.main.cleaned_data["free"]:
            return Rows(rows.rows, shown)
        stays: list[Document] = [{"id": str(one.get("id"))} for one in free]
        return Rows((*rows.rows, *(stays or [FREE])), shown)

    def _languages(self) -> Rows:
        """Let a language that is still named be the part that it was."""
        old = {text_of(one.get("name")).casefold(): str(one.get("id")) for one in listed(self.document, "languages")}
        named = [" ".join(one.split()) for one in self.main.cleaned_data["languages"].split(",") if one.strip()]
        rows = [{"id": old[name.casefold()]} if name.casefold() in old else {"name": name} for name in named]
        return Rows(tuple(rows), frozenset(id for name, id in old.items() if name))


def _initial(document: Document) -> dict[str, Any]:
    entry, own = read(document), ours_in(document)
    visit = part_in(own, "first_visit")
    contact = next(iter(listed(document, "contacts")), {})
    texts = ("name", "description", "fees", "email", "url", "alert")
    return {
        **{name: text_of(document.get(name)) for name in texts},
        **{name: text_of(visit.get(name)) for name in FIRST_VISIT},
        "kind": entry.kind.value if document.get("attributes") else "",
        "status": entry.status.value or Status.ACTIVE.value,
        "interests": list(entry.interests),
        "access": [one.value for one in entry.access],
        "languages": ", ".join(entry.languages),
        "minimum_age": _number(entry.minimum_age),
        "maximum_age": _number(entry.maximum_age),
        "free": any(_is_free(one) for one in listed(document, "cost_options")),
        "contact_name": text_of(contact.get("name")),
        "contact_title": text_of(contact.get("title")),
        "eligibility": text_of(own.get("eligibility")),
        "begins": entry.begins if fits(own.get("begins"), DATE) else None,
        "ends": entry.ends if fits(own.get("ends"), DATE) else None,
    }


def _is_free(option: Document) -> bool:
    """Say whether a price is the tick "it is free": nothing to pay, for everybody, and nothing more to say."""
    return (
        option.get("amount") == 0
        and text_of(option.get("option")) in ("", "Free")
        and not option.get("amount_description")
    )


def _number(value: float | None) -> str | None:
    return None if value is None else f"{value:g}"


def _plain(value: Any) -> Any:
    """Return a value as JSON holds it."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value.isoformat() if hasattr(value, "isoformat") else value
