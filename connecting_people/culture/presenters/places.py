"""Places that are used: all of them, and one, with what each voice saw there then and now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.core.addresses import address
from connecting_people.culture.look_words import AS_ONE, SIDES, VOICES
from connecting_people.culture.models import PlaceUsed, Welcome
from connecting_people.culture.rules import Voice
from connecting_people.culture.welcoming import LINES, TOPICS
from connecting_people.guide.words import StrOrPromise
from connecting_people.people.models import User
from connecting_people.ui.jinja import day, month


@dataclass(frozen=True)
class Card:
    """One place in the list."""

    name: str
    href: str
    whose: str
    used_for: str
    looked: str


@dataclass(frozen=True)
class Seen:
    """How one line was seen by one voice: at first, and last where that is another day."""

    then: str
    now: str


@dataclass(frozen=True)
class LineSeen:
    """One line as each voice saw it."""

    says: StrOrPromise
    by: tuple[Seen, ...]


@dataclass(frozen=True)
class TopicSeen:
    """The lines of one topic that anybody looked at."""

    name: StrOrPromise
    lines: tuple[LineSeen, ...]


@dataclass(frozen=True)
class VoiceThere:
    """A voice that was there, since which month, and in which last: a day would name who was there on it."""

    name: StrOrPromise
    side: str
    first: str
    last: str


@dataclass(frozen=True)
class Words:
    """What somebody wrote, and when: the day for whoever wrote it, who can take it back, and the month for others."""

    voice: StrOrPromise
    side: str
    on: str
    words: str
    take_back: str


@dataclass(frozen=True)
class PlacePage:
    """One place with all that was seen there."""

    name: str
    whose: str
    used_for: str
    asset: str
    asset_name: str
    used: bool
    voices: tuple[VoiceThere, ...]
    topics: tuple[TopicSeen, ...]
    better: tuple[StrOrPromise, ...]
    said: tuple[Words, ...]
    look: tuple[tuple[StrOrPromise, str], ...]


def cards(places: Iterable[PlaceUsed], newest: Mapping[UUID, Welcome]) -> tuple[Card, ...]:
    """Return places as they stand in the list."""
    return tuple(_card(place, newest.get(place.pk)) for place in places)


def place_page(place: PlaceUsed, rows: Sequence[Welcome], reader: User, voices: Iterable[Voice]) -> PlacePage:
    """Return one place; `rows` are what people saw there, the newest first."""
    by = {voice: [row for row in rows if row.voice == voice] for voice in Voice}
    there = {voice: seen for voice, seen in by.items() if seen}
    # Within a month they stand in no order that tells who came before whom.
    mixed = sorted(rows, key=lambda row: (-row.on_date.year, -row.on_date.month, row.pk.hex))
    here = {"agency_id": place.agency_id, "place_id": place.pk}
    return PlacePage(
        name=place.name,
        whose=_whose(place),
        used_for=place.used_for,
        asset=address("community:asset", agency_id=place.agency_id, asset_id=place.asset_id) if place.asset_id else "",
        asset_name=place.asset.name if place.asset else "",
        used=place.ended_at is None,
        voices=tuple(
            VoiceThere(VOICES[v], SIDES[v], month(seen[-1].on_date), month(seen[0].on_date))
            for v, seen in there.items()
        ),
        topics=_topics(list(there.values())),
        better=_better(there.values()),
        said=tuple(_words(row, reader) for row in mixed if row.words or row.by_id == reader.pk),
        look=tuple((AS_ONE[v], address("culture:welcome", **here, voice=v.value)) for v in voices),
    )


def _card(place: PlaceUsed, newest: Welcome | None) -> Card:
    return Card(
        name=place.name,
        href=address("culture:place", agency_id=place.agency_id, place_id=place.pk),
        whose=_whose(place),
        used_for=place.used_for,
        looked=f"{VOICES[Voice(newest.voice)]}, {month(newest.on_date)}" if newest else "",
    )


def _whose(place: PlaceUsed) -> str:
    return place.team.name if place.team else _("The whole agency")


def _topics(there: Sequence[Sequence[Welcome]]) -> tuple[TopicSeen, ...]:
    found = []
    for topic in TOPICS:
        lines = [LineSeen(line.says, tuple(_seen(line.id, rows) for rows in there)) for line in topic.lines]
        looked_at = tuple(line for line in lines if any(one.now for one in line.by))
        found += [TopicSeen(topic.name, looked_at)] if looked_at else []
    return tuple(found)


def _seen(line: str, rows: Sequence[Welcome]) -> Seen:
    """Say how a voice saw a line first and last; `rows` are the newest first."""
    known = [row.ticks[line] for row in rows if line in row.ticks]
    if not known:
        return Seen("", "")
    return Seen(_is(known[-1]) if len(known) > 1 else "", _is(known[0]))


def _is(so: bool) -> str:
    return _("It is so") if so else _("Not yet")


def _better(there: Iterable[Sequence[Welcome]]) -> tuple[StrOrPromise, ...]:
    """Return the lines that some voice saw last as not so yet."""
    missing: set[str] = set()
    for rows in there:
        last: dict[str, bool] = {}
        for row in reversed(rows):
            last |= row.ticks
        missing |= {line for line, so in last.items() if not so}
    return tuple(line.says for line in LINES.values() if line.id in missing)


def _words(row: Welcome, reader: User) -> Words:
    own = row.by_id == reader.pk
    back = address("culture:welcome_back", agency_id=row.agency_id, welcome_id=row.pk) if own else ""
    voice = Voice(row.voice)
    return Words(VOICES[voice], SIDES[voice], day(row.on_date) if own else month(row.on_date), row.words, back)
