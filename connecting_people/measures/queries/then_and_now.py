"""Each instrument first and last, in words, for looking back."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from connecting_people.core.london import day_of
from connecting_people.measures.queries.said import Told, answer_sets, told
from connecting_people.measures.rules import Result, Score
from connecting_people.measures.words import change_words, result_words
from connecting_people.partnership.models import Participant, Partnership


@dataclass(frozen=True)
class Line:
    """One scale, or one question, in the words of an answer; `change` is how the latest lies to the first."""

    title: str
    first: str
    latest: str
    change: str


@dataclass(frozen=True)
class VoiceThenAndNow:
    """What one person said first and last; the days are the same where they answered once."""

    voice_id: UUID
    name: str
    side: str
    first_date: date
    latest_date: date
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class ThenAndNow:
    """One instrument, then and now, in words per voice; `id` is that of the page `measures:instrument`."""

    id: str
    title: str
    voices: tuple[VoiceThenAndNow, ...]


def then_and_now(partnership: Partnership) -> tuple[ThenAndNow, ...]:
    """Return each instrument that was answered with the first and latest result in words, per voice, in one query.

    It holds what the reader of this partnership may read and nothing else: what another keeps to themselves is left
    out of first and latest alike. No number is in it. For the page of a review (S8.3).
    """
    by_instrument: dict[str, dict[UUID, list[Told]]] = {}
    for row in answer_sets(partnership):
        if row.entry:
            by_instrument.setdefault(row.instrument, {}).setdefault(row.entry.voice_id, []).append(told(row))
    found = [_then_and_now(partnership, id, voices) for id, voices in by_instrument.items()]
    return tuple(sorted(found, key=lambda one: one.title))


def _then_and_now(partnership: Partnership, id: str, voices: dict[UUID, list[Told]]) -> ThenAndNow:
    places = {one.pk: one for one in partnership.everybody}
    told_by = tuple(_voice(places[voice_id], rows) for voice_id, rows in voices.items())
    title = max((rows[-1] for rows in voices.values()), key=lambda one: one.row.version).instrument.title
    return ThenAndNow(id, title, tuple(sorted(told_by, key=lambda one: one.side != "service_user")))


def _voice(voice: Participant, rows: list[Told]) -> VoiceThenAndNow:
    first, latest = rows[0], rows[-1]
    return VoiceThenAndNow(
        voice_id=voice.pk,
        name=voice.name,
        side=voice.side,
        first_date=_day(first),
        latest_date=_day(latest),
        lines=tuple(_line(what, first, latest, once=len(rows) == 1) for what in latest.instrument.scores),
    )


def _line(what: Score, first: Told, latest: Told, *, once: bool) -> Line:
    before = next((one for one in first.instrument.scores if one.id == what.id), None)
    then, now = first.result(before) if before else Result(None, 0, len(what.items)), latest.result(what)
    change = "" if once else change_words(what, then, now)
    return Line(what.title, result_words(before or what, then), result_words(what, now), change)


def _day(one: Told) -> date:
    return one.row.entry.happened_date if one.row.entry else day_of(one.row.at)
