"""What is different between two dates of one map: who joined, came closer, drifted, left or was remembered later."""

from collections.abc import Hashable
from dataclasses import dataclass

from connecting_people.connections import closed_forms
from connecting_people.connections.measure_words import BETWEEN_DATES
from connecting_people.connections.measures import COUNTED, Measure, Numbers, as_it_stands, told
from connecting_people.connections.rules import Network, Node


@dataclass(frozen=True)
class Moved:
    """One connection as it was and as it is."""

    then: Node
    now: Node


@dataclass(frozen=True)
class Change:
    """What happened to the connections between two dates; none of it is good or bad in itself.

    `remembered` are those who were part of life at the first date but came to mind only later.
    `rings_differ` says that the two maps have other rings, so that closeness cannot be compared.
    """

    joined: tuple[Node, ...]
    remembered: tuple[Node, ...]
    closer: tuple[Moved, ...]
    drifted: tuple[Moved, ...]
    unmoved: tuple[Moved, ...]
    left: tuple[Node, ...]
    rings_differ: bool
    numbers: Numbers

    def measures(self) -> tuple[Measure, ...]:
        """Say in words what the numbers mean, for the page."""
        return told(BETWEEN_DATES, self.numbers)


def changed(then: Network, now: Network) -> Change:
    """Compare who is part of the map on two dates, by ids and never by names."""
    before = {node.id: node for node in as_it_stands(then).nodes}
    after = {node.id: node for node in as_it_stands(now).nodes}
    stayed = [Moved(node, after[id]) for id, node in before.items() if id in after]
    came = [node for id, node in after.items() if id not in before]
    rings_differ = then.rings != now.rings
    return Change(
        joined=tuple(node for node in came if not node.remembered_later),
        remembered=tuple(node for node in came if node.remembered_later),
        closer=tuple(move for move in stayed if not rings_differ and _moved(move) < 0),
        drifted=tuple(move for move in stayed if not rings_differ and _moved(move) > 0),
        unmoved=tuple(move for move in stayed if rings_differ or not _moved(move)),
        left=tuple(node for id, node in before.items() if id not in after),
        rings_differ=rings_differ,
        numbers=_numbers(before, after),
    )


def _moved(move: Moved) -> int:
    return (move.now.ring or 0) - (move.then.ring or 0) if move.now.ring and move.then.ring else 0


def _numbers(before: dict[Hashable, Node], after: dict[Hashable, Node]) -> Numbers:
    """Count people alone. Whoever was remembered later was there on both dates, and so is neither new nor a change."""
    first = {id for id, node in before.items() if node.nature in COUNTED}
    second = {id for id, node in after.items() if node.nature in COUNTED}
    remembered = {id for id in second - set(before) if after[id].remembered_later}
    kept, lost, new = len(first & second), len(first - second), len(second - first - remembered)
    there = kept + len(remembered)
    return {
        "size_then": len(first),
        "size_now": len(second),
        "kept": kept,
        "lost": lost,
        "new": new,
        "remembered": len(remembered),
        "delta": len(second) - len(first),
        "stability": closed_forms.stability(there, lost),
        "turnover": closed_forms.turnover(there, lost, new),
        "jaccard": closed_forms.jaccard(there, lost, new),
    }
