"""What an agency's administrator sees of instruments."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.core.addresses import address
from connecting_people.guide.words import StrOrPromise
from connecting_people.measures.instruments import ready, slots
from connecting_people.measures.models import Definition
from connecting_people.measures.presenters.answered import InWords
from connecting_people.measures.queries.supply import defined
from connecting_people.measures.rules import Answers, Empty, Instrument, State, score
from connecting_people.measures.words import LICENCES, missing_rule, result_words, value_words
from connecting_people.people.models import Agency


@dataclass(frozen=True)
class Shown:
    """One instrument or slot."""

    title: str
    says: str
    licence: StrOrPromise
    href: str
    file: str = ""
    filled: str = ""


@dataclass(frozen=True)
class Brought:
    """One definition that the agency brought in."""

    title: str
    version: int
    state: str
    licence: str
    until: date | None
    over: bool
    href: str


@dataclass(frozen=True)
class InstrumentsPage:
    """All that there is, from what comes with the program to what was taken out of use."""

    ready: tuple[Shown, ...]
    slots: tuple[Shown, ...]
    waiting: tuple[Brought, ...]
    used: tuple[Brought, ...]
    ended: tuple[Brought, ...]


@dataclass(frozen=True)
class Tried:
    """What some answers would give, scale by scale, in words and as a number."""

    scores: tuple[tuple[InWords, str, str], ...]


def instruments_page(agency: Agency, rows: Sequence[Definition], today: date) -> InstrumentsPage:
    """Return the agency's page of instruments."""
    used = {row.instrument: row for row in rows if row.state == State.USED}
    brought = {state: tuple(_brought(row, today) for row in rows if row.state == state) for state in State}
    return InstrumentsPage(
        ready=tuple(_shown(agency, one) for one in ready()),
        slots=tuple(_slot(agency, one, used.get(one.id)) for one in slots()),
        waiting=brought[State.LOOKED_AT],
        used=brought[State.USED],
        ended=brought[State.ENDED],
    )


def tried(instrument: Instrument, answers: Answers) -> Tried:
    """Return what answers that somebody only tries would give."""
    found = []
    for what in instrument.scores:
        result = score(what, answers)
        number = _("%(value)s, from %(low)s to %(high)s") % {
            "value": value_words(result.value) or "–",
            "low": value_words(what.low),
            "high": value_words(what.high),
        }
        found.append((InWords(what.title, result_words(what, result)), number, missing_rule(what)))
    return Tried(tuple(found))


def _shown(agency: Agency, one: Instrument) -> Shown:
    href = address("measures:shipped", agency_id=agency.pk, instrument=one.id)
    return Shown(one.title, one.about, LICENCES[one.licence], href)


def _slot(agency: Agency, one: Instrument, used: Definition | None) -> Shown:
    says = _("Words are missing") if one.empty == Empty.WORDS else _("Items and scoring are missing")
    here: dict[str, UUID | str] = {"agency_id": agency.pk, "instrument": one.id}
    return Shown(
        title=one.title,
        says=f"{one.about} {one.terms}",
        licence=_("In use with your own words") if used else says,
        href=address("measures:shipped", **here),
        file=address("measures:slot_file", **here),
        filled=address("measures:definition", agency_id=agency.pk, definition_id=used.pk) if used else "",
    )


def _brought(row: Definition, today: date) -> Brought:
    until = row.licence_until_date
    return Brought(
        title=defined(row).title,
        version=row.version,
        state=row.state,
        licence=f"{row.licence_what} ({row.licence_from})" if row.licence_what else "",
        until=until,
        over=bool(until and until < today),
        href=address("measures:definition", agency_id=row.agency_id, definition_id=row.pk),
    )
