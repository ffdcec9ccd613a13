"""What stood in the way and what helped, what was kept or changed, and answers then and now."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from connecting_people.barriers.models import Barrier, Workaround
from connecting_people.barriers.queries.barriers import barriers_of
from connecting_people.barriers.rules import BarrierState, Helped
from connecting_people.barriers.words import HELPED, STATES
from connecting_people.measures.queries.then_and_now import VoiceThenAndNow, then_and_now
from connecting_people.partnership.models import Partnership
from connecting_people.review.record.lines import Group, Line, text_of, voiced
from connecting_people.taking_stock.queries.stock import View
from connecting_people.taking_stock.queries.takes import all_of
from connecting_people.taking_stock.words import CHOICES

# Marks a way that helped: these alone go into "Our journey".
DID_HELP: Final = "helped"
TAKES: Final = 4


def barriers_in(partnership: Partnership, since: date, until: date) -> tuple[Group, ...]:
    """Return what stood in the way in a span, each with the ways round it and whether they helped."""
    rows = [one for one in barriers_of(partnership) if one.entry.happened_date <= until]
    lasting = (BarrierState.STANDS, BarrierState.CAME_BACK)
    return tuple(_barrier(partnership, one) for one in rows if one.entry.happened_date >= since or one.state in lasting)


def _barrier(partnership: Partnership, barrier: Barrier) -> Group:
    ways: list[Workaround] = getattr(barrier, "ways", [])
    lines = [_way(partnership, way) for way in ways]
    lines.append(Line(str(STATES[BarrierState(barrier.state)])))
    entry = barrier.entry
    return Group(text_of(entry), tuple(lines), day=entry.happened_date, **voiced(partnership, entry.voice_id))


def _way(partnership: Partnership, way: Workaround) -> Line:
    helped = getattr(way, "helped", None)
    return Line(
        way.idea or text_of(way.entry),
        day=way.entry.happened_date,
        note=str(HELPED[Helped(helped)]) if helped else "",
        mark=DID_HELP if helped in (Helped.YES, Helped.PARTLY) else "",
        **voiced(partnership, way.entry.voice_id),
    )


def stock_in(partnership: Partnership, since: date, until: date) -> tuple[Group, ...]:
    """Return what each would keep, change or stop, as they said in the last stock-takes of a span."""
    takes = [take for take in all_of(partnership) if since <= take.taken_date <= until][:TAKES]
    lines = (line for take in takes for view in take.views for line in _stock(partnership, view))
    found: dict[str, list[Line]] = {}
    for heading, line in lines:
        found.setdefault(heading, []).append(line)
    return tuple(Group(str(name), tuple(found[name])) for name in map(str, CHOICES.values()) if name in found)


def _stock(partnership: Partnership, view: View) -> Iterable[tuple[str, Line]]:
    for one in view.said:
        line = Line(one.name, day=view.taken_date, note=one.why, **voiced(partnership, view.voice_id))
        yield str(CHOICES[one.choice]), line


def measures_in(partnership: Partnership, _since: date, _until: date) -> tuple[Group, ...]:
    """Return what each answered first and last, in words: an aid to talk about, and no number of any kind."""
    return tuple(
        Group(one.title, tuple(line for voice in one.voices for line in _answered(voice)))
        for one in then_and_now(partnership)
    )


def _answered(voice: VoiceThenAndNow) -> Iterable[Line]:
    who = {"name": voice.name, "side": voice.side, "place": str(voice.voice_id)}
    for one in voice.lines:
        once = voice.first_date == voice.latest_date
        text = f"{one.title}: {one.latest}" if once else f"{one.title}: {one.first} → {one.latest}"
        yield Line(text, day=voice.latest_date, note=one.change, **who)
