"""The six practices as a page: one's own looks, and how each voice sees them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from connecting_people.core.addresses import address
from connecting_people.culture.hiding import Middle
from connecting_people.culture.look_words import AS_ONE, LADDER, MARKS, SIDES, VOICES
from connecting_people.culture.models import Look
from connecting_people.culture.presenters.over_time import Column, OverTime, about, long, over_time
from connecting_people.culture.quarters import after, over, quarter_of
from connecting_people.culture.queries.looks import Example, Place
from connecting_people.culture.queries.teams import Whole
from connecting_people.culture.rules import Mark, Voice
from connecting_people.guide.culture import PRACTICES, Practice
from connecting_people.guide.words import StrOrPromise
from connecting_people.people.models import Agency, Team


@dataclass(frozen=True)
class Told:
    """An example without a name."""

    voice: StrOrPromise
    side: str
    quarter: str
    words: str


@dataclass(frozen=True)
class HowMany:
    """How many people of a voice gave each mark in the newest quarter; nothing stands for fewer than eight."""

    voice: StrOrPromise
    quarter: str
    marks: tuple[tuple[StrOrPromise, str], ...]


@dataclass(frozen=True)
class Seen:
    """One practice, as far as may be told how people see it."""

    practice: Practice
    over: OverTime | None
    many: tuple[HowMany, ...]
    examples: tuple[Told, ...]


@dataclass(frozen=True)
class Way:
    """A way to look, in one voice."""

    says: StrOrPromise
    href: str
    looked: bool


@dataclass(frozen=True)
class OwnSaid:
    """What one said of one practice oneself."""

    practice: str
    name: StrOrPromise
    mark: StrOrPromise
    example: str
    shown: bool
    try_next: str


@dataclass(frozen=True)
class OwnLook:
    """One's own look; while its quarter lasts it can be changed and taken back."""

    id: UUID
    quarter: str
    of: str
    voice: StrOrPromise
    said: tuple[OwnSaid, ...]
    change: str
    shows: bool


def seen(told: Mapping[Place, Middle], examples: Mapping[str, Collection[Example]], today: date) -> tuple[Seen, ...]:
    """Return each practice with what may be told of it."""
    quarters = over(today)
    return tuple(_seen(one, told, examples.get(one.id, ()), quarters) for one in PRACTICES)


def ways_to_look(of: Whole, looked: Collection[Voice]) -> tuple[Way, ...]:
    """Return in which voices its reader may look."""
    return tuple(Way(AS_ONE[v], look_address(of.here.agency, of.team, v), v in looked) for v in of.voices)


def choices(of: Whole, whole: str, team: str) -> list[tuple[str, str, bool]]:
    """Return the agency and the teams that its reader may look at, with where each stands on pages of these names."""
    agency = of.here.agency
    found = [(agency.name, address(whole, agency_id=agency.pk), of.team is None)]
    for one in of.teams:
        found.append((one.name, address(team, agency_id=agency.pk, team_id=one.pk), of.team == one))
    return found if of.teams else []


def look_address(agency: Agency, team: Team | None, voice: Voice) -> str:
    """Return where somebody looks in a voice."""
    given: dict[str, Any] = {"agency_id": agency.pk, "voice": voice.value}
    return address("culture:team_look", **given, team_id=team.pk) if team else address("culture:look", **given)


def own_looks(looks: Iterable[Look], agency: Agency, today: date) -> tuple[OwnLook, ...]:
    """Return one's own looks."""
    return tuple(own_look(look, agency, today) for look in looks)


def own_look(look: Look, agency: Agency, today: date) -> OwnLook:
    """Return one look of one's own, with all that one said."""
    rows = {row.practice: row for row in look.at.all()}
    ordered = [(one, rows[one.id]) for one in PRACTICES if one.id in rows]
    changes = look.quarter_date == quarter_of(today)
    return OwnLook(
        id=look.pk,
        quarter=long(look.quarter_date),
        of=look.team.name if look.team else agency.name,
        voice=AS_ONE[Voice(look.voice)],
        said=tuple(
            OwnSaid(one.id, one.name, MARKS[Mark(row.mark)] if row.mark else "", row.example, row.shown, row.try_next)
            for one, row in ordered
        ),
        change=look_address(agency, look.team, Voice(look.voice)) if changes else "",
        shows=any(row.shown for row in rows.values()),
    )


def opens_on(today: date) -> date:
    """Return the day on which what is said now may be told."""
    return after(quarter_of(today))


def _seen(
    practice: Practice, told: Mapping[Place, Middle], examples: Iterable[Example], quarters: Sequence[date]
) -> Seen:
    columns, many = [], []
    for voice in Voice:
        middles = {
            quarter: told[practice.id, voice, quarter] for quarter in quarters if (practice.id, voice, quarter) in told
        }
        columns.append((Column(VOICES[voice], SIDES[voice]), middles))
        many += [_how_many(voice, max(middles), middles[max(middles)])] if middles else []
    shown = tuple(Told(VOICES[one.voice], SIDES[one.voice], long(one.quarter), one.words) for one in examples)
    return Seen(practice, over_time(quarters, columns, [MARKS[mark] for mark in LADDER]), tuple(many), shown)


def _how_many(voice: Voice, quarter: date, middle: Middle) -> HowMany:
    marks = tuple((MARKS[m], about(number) if number else "") for m, number in zip(LADDER, middle.each, strict=True))
    return HowMany(VOICES[voice], long(quarter), marks)
