"""What somebody looks for. It is sent by POST and answered with an address in which nobody can read their words.

The words stand there sealed: the address opens for whoever looked, and tells nothing to the history of a shared device,
to a log, or to somebody it was sent to (docs/decisions/0008).
"""

import base64
from collections.abc import Iterable, Sequence
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from connecting_people.community.facets import FREE, ONLINE, day_facet, interest_facet, kind_facet
from connecting_people.community.matching import Ask
from connecting_people.community.models import Area
from connecting_people.community.plain_words import PARTS
from connecting_people.community.queries.near import (
    MINE,
    Near,
    district_in,
    knows_postcodes,
    near_area,
    near_district,
    near_postcode,
    postcode_in,
)
from connecting_people.community.rules import Kind
from connecting_people.community.stems import MOST, stems
from connecting_people.community.terms import ACCESS, KINDS
from connecting_people.community.times import DAY_NAMES
from connecting_people.core.encryption import CannotDecrypt, decrypt_bytes, encrypt_bytes
from connecting_people.guide.interests import INTERESTS

ANY: Final = ("", _("Any"))
DISTANCES: Final = (
    ("1", _("1 km (a quarter of an hour on foot)")),
    ("3", _("3 km (2 miles)")),
    ("5", _("5 km (3 miles)")),
    ("10", _("10 km (6 miles)")),
    ("20", _("20 km (12 miles)")),
    ("50", _("50 km (30 miles)")),
)
USUAL_KM: Final = "5"
SEALED: Final = "words"  # how the words are called in an address
# These are in a part of the form that is folded away until one of them is used.
MORE: Final = ("part", "age", "access", "interest", "kind", "online", "ended")


class FindForm(forms.Form):
    """Words, where, when, what it may cost and what somebody needs."""

    q = forms.CharField(
        label=_("What are you looking for?"),
        help_text=_("For example: walking, choir, someone to talk to about money"),
        required=False,
        max_length=200,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    near = forms.CharField(
        label=_("Near"),
        help_text=_("A neighbourhood or a postcode"),
        required=False,
        max_length=80,
        widget=forms.TextInput({"list": "areas", "autocomplete": "off"}),
    )
    km = forms.ChoiceField(label=_("How far"), choices=DISTANCES, required=False, initial=USUAL_KM)
    day = forms.ChoiceField(label=_("Day"), choices=[ANY, *DAY_NAMES.items()], required=False)
    free = forms.BooleanField(label=_("Free"), required=False)
    part = forms.ChoiceField(label=_("Time of day"), choices=[ANY, *PARTS.items()], required=False)
    age = forms.IntegerField(label=_("For somebody of this age"), required=False, min_value=0, max_value=120)
    access = forms.MultipleChoiceField(
        label=_("It needs to be"),
        choices=[(one.value, name) for one, name in ACCESS.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    interest = forms.ChoiceField(label=_("Something to do with"), required=False)
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[ANY, *((one.value, name) for one, name in KINDS.items())], required=False
    )
    online = forms.BooleanField(label=_("Only what is online"), required=False)
    ended = forms.BooleanField(label=_("Also what is closed or over"), required=False)

    def __init__(self, data: QueryDict, *, areas: Sequence[Area], reader: UUID, mine: Near | None = None) -> None:
        self.reader, self.sealed = reader, data.get(SEALED, "")
        shown = data.copy()
        if self.sealed:
            shown["q"] = opened(self.sealed, reader)
        shown.setdefault("km", USUAL_KM)
        if mine and data.get("near") == MINE:
            shown["near"] = mine.name
        super().__init__(shown)
        self.areas, self.mine = areas, mine
        self.place: Near | None = None
        by_name = sorted(((one.id, str(one.name)) for one in INTERESTS.values()), key=lambda each: each[1])
        self.fields["interest"].choices = [ANY, *by_name]  # type: ignore[attr-defined]

    def clean_q(self) -> str:
        """Ask for the words once more where the address holds some that open for somebody else."""
        typed = str(self.cleaned_data["q"])
        if self.sealed and not typed:
            raise forms.ValidationError(_("Type your words once more: this address opens only for whoever wrote them"))
        return typed

    def clean_near(self) -> str:
        """Find the place; only what an address may hold is left of what was typed."""
        typed = self.cleaned_data["near"].strip()
        self.place = self._place(typed) if typed else None
        if typed and self.place is None:
            raise forms.ValidationError(self._not_known(typed))
        return self.place.key if self.place else ""

    def ask(self) -> Ask:
        """Return the question as search understands it; what does not fit its box is not asked."""
        given = self.cleaned_data
        day, part = given.get("day") or "", given.get("part") or ""
        facets = {*given.get("access", ()), *([FREE] if given.get("free") else ())}
        facets |= {day_facet(day, part)} if day or part else set()
        facets |= {ONLINE} if given.get("online") else set()
        return Ask(
            words=stems(given.get("q", ""))[:MOST],
            facets=frozenset(facets),
            interests=frozenset(map(interest_facet, filter(None, [given.get("interest")]))),
            kinds=frozenset(kind_facet(Kind(one)) for one in filter(None, [given.get("kind")])),
            place=self.place.point if self.place else None,
            km=float(given.get("km") or USUAL_KM),
            age=given.get("age"),
            ended=bool(given.get("ended")),
        )

    def as_address(self) -> str:
        """Return what is asked as the end of an address, without what is usual."""
        given = self.cleaned_data
        pairs = [(name, value) for name in self.fields if name != "q" for value in _each(given.get(name))]
        if given.get("q"):
            pairs.insert(0, (SEALED, self.sealed or sealed(given["q"], self.reader)))
        return urlencode([pair for pair in pairs if pair != ("km", USUAL_KM)])

    def uses_more(self) -> bool:
        """Say whether something in the folded part is asked."""
        return any(self[name].value() for name in MORE)

    def _place(self, typed: str) -> Near | None:
        if typed == MINE or (self.mine and typed.upper() == self.mine.name):
            return self.mine
        postcode, district = postcode_in(typed), district_in(typed)
        if postcode:
            return near_postcode(postcode)
        return near_area(typed, self.areas) or (near_district(district) if district else None)

    def _not_known(self, typed: str) -> Any:
        if typed == MINE:
            return _("Type your postcode once more: it is not kept for long")
        if not (postcode_in(typed) or district_in(typed)):
            return _("We do not know a place of this name. Try a neighbourhood of the list, or a postcode")
        if not knows_postcodes():
            return _("Postcodes are not set up here yet. Choose a neighbourhood instead")
        return _("We do not know this postcode. Check it, or try its first half or a neighbourhood")


def sealed(words: str, reader: UUID) -> str:
    """Return the words of a search as an address may hold them, for one reader."""
    return base64.urlsafe_b64encode(encrypt_bytes(words.encode(), _context(reader))).decode().rstrip("=")


def opened(text: str, reader: UUID) -> str:
    """Return the words that were sealed for this reader; nothing where they were not."""
    try:
        return decrypt_bytes(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)), _context(reader)).decode()
    except (CannotDecrypt, ValueError):
        return ""


def _context(reader: UUID) -> str:
    return f"words of a search by {reader}"


def _each(value: Any) -> Iterable[str]:
    if isinstance(value, bool):
        return ["on"] if value else []
    return [str(one) for one in value] if isinstance(value, list) else [] if value in (None, "") else [str(value)]
