"""The map then and now: two pictures, and who came, moved, went or was remembered, none of it called good or bad."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connecting_people.connections import words
from connecting_people.connections.change import Change, Moved, changed
from connecting_people.connections.past import History
from connecting_people.connections.picture import Picture, TextSize
from connecting_people.connections.presenters.drawn import picture_on
from connecting_people.connections.rules import Node, State
from connecting_people.connections.ruling import Ruling
from connecting_people.connections.then_and_now import compared
from connecting_people.guide.words import StrOrPromise
from connecting_people.partnership.models import Partnership

SORTS: dict[str, StrOrPromise] = {
    "joined": gettext_lazy("New on the map"),
    "remembered": gettext_lazy("Remembered later"),
    "closer": gettext_lazy("Came closer"),
    "drifted": gettext_lazy("Further out"),
    "left": gettext_lazy("No longer part of it"),
}


@dataclass(frozen=True)
class Line:
    """One connection that changed."""

    name: str
    says: str


@dataclass(frozen=True)
class Sort:
    """Those with whom the same happened."""

    id: str
    name: StrOrPromise
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class OverTime:
    """All that the page of then and now shows."""

    days: tuple[date, ...]
    then: date
    now: date
    before: Picture
    after: Picture
    sorts: tuple[Sort, ...]
    same: int
    rings_differ: bool
    change: Change


def over_time(
    partnership: Partnership, history: History, then: date, now: date, text: TextSize = TextSize.USUAL
) -> OverTime:
    """Return the map on two days, side by side, and what is different."""
    first, last = history.on(then), history.on(now)
    ruling_then, ruling_now = history.ruling_on(then), history.ruling_on(now)
    change = changed(first, last)
    before = picture_on(partnership, first, ruling_then, "then", last.nodes, text)
    return OverTime(
        days=tuple(sorted({*history.days(), then, now})),
        then=then,
        now=now,
        before=before,
        after=compared(before, picture_on(partnership, last, ruling_now, "now", first.nodes, text), change),
        sorts=tuple(_sorts(change, ruling_then, ruling_now)),
        same=len(change.unmoved),
        rings_differ=change.rings_differ,
        change=change,
    )


def _sorts(change: Change, then: Ruling, now: Ruling) -> Iterable[Sort]:
    lines = {
        "joined": [Line(node.name, _place(node, now)) for node in change.joined],
        "remembered": [Line(node.name, _place(node, now)) for node in change.remembered],
        "closer": [_moved(move, then, now) for move in change.closer],
        "drifted": [_moved(move, then, now) for move in change.drifted],
        "left": [Line(node.name, _place(node, then)) for node in change.left],
    }
    for id, name in SORTS.items():
        if lines[id]:
            yield Sort(id, name, tuple(sorted(lines[id], key=lambda line: line.name.casefold())))


def _moved(move: Moved, then: Ruling, now: Ruling) -> Line:
    places = {"then": then.ring_in_words(move.then.ring), "now": now.ring_in_words(move.now.ring)}
    return Line(move.now.name, _("%(then)s, then %(now)s") % places)


def _place(node: Node, ruling: Ruling) -> str:
    said = [ruling.sector_words.get(node.kind or "", ""), ruling.ring_in_words(node.ring)]
    if node.state != State.CURRENT:
        said.append(str(words.STATES[node.state]))
    return ", ".join(one for one in said if one)
