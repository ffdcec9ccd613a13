"""All that is said of one connection at one time, in plain values, and how two such sayings differ."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from connecting_people.connections.rules import Contact, Exchange, Feeling, Nature, Node, State, Way


@dataclass(frozen=True)
class Facts:
    """What somebody said of a connection. `there` says whether it is on the map; `None` is "not said"."""

    name: str
    nature: Nature = Nature.PERSON
    kind: str = ""
    inside_services: bool | None = None
    ring: int | None = None
    contact: Contact | None = None
    ways: frozenset[Way] = frozenset()
    gives: frozenset[Exchange] | None = None
    gets: frozenset[Exchange] | None = None
    feeling: Feeling = Feeling.NOT_SAID
    state: State = State.CURRENT
    since_date: date | None = None
    remembered_later: bool = False
    never_support: bool = False
    symbol: str = ""
    colour: str = ""
    x: float | None = None
    y: float | None = None
    slot: int | None = None
    together: str = ""
    matters: str = ""
    came_about: str = ""
    there: bool = True


FIELDS: tuple[str, ...] = tuple(field.name for field in fields(Facts))
# Longer texts, which no map and no list shows.
TEXTS: tuple[str, ...] = ("together", "matters", "came_about")
# Where a connection stands on the map: one thing, though several columns hold it.
PLACE = frozenset({"ring", "kind", "x", "y", "slot"})


def node_of(id: Hashable, facts: Facts, *, kept: bool = False) -> Node:
    """Return a connection as the map, a measure or a file needs it."""
    return Node(
        id=id,
        name=facts.name,
        nature=facts.nature,
        kind=facts.kind or None,
        inside_services=facts.inside_services,
        ring=facts.ring,
        contact=facts.contact,
        gives=facts.gives,
        gets=facts.gets,
        feeling=facts.feeling,
        state=facts.state,
        symbol=facts.symbol,
        colour=facts.colour,
        x=facts.x,
        y=facts.y,
        since=facts.since_date,
        never_support=facts.never_support,
        remembered_later=facts.remembered_later,
        slot=facts.slot,
        kept=kept,
    )


def standing_as(facts: Facts, node: Node) -> Facts:
    """Return what is said, with the place on the map that `node` has."""
    return replace(facts, ring=node.ring, kind=node.kind or "", x=node.x, y=node.y, slot=node.slot)


def told_by(node: Node, facts: Facts | None = None) -> Facts:
    """Return what a file tells of a connection; what no file tells stays as it was said."""
    return replace(
        facts or Facts(name=node.name),
        name=node.name,
        nature=node.nature,
        kind=node.kind or "",
        inside_services=node.inside_services,
        ring=node.ring,
        contact=node.contact,
        gives=node.gives,
        gets=node.gets,
        feeling=node.feeling,
        state=node.state,
        since_date=node.since,
        remembered_later=node.remembered_later,
        never_support=node.never_support,
        symbol=node.symbol,
        colour=node.colour,
        x=node.x,
        y=node.y,
        slot=node.slot,
        there=True,
    )


def differing(one: Facts, other: Facts) -> frozenset[str]:
    """Return the names of what two sayings do not have alike."""
    return frozenset(name for name in FIELDS if getattr(one, name) != getattr(other, name))


@dataclass(frozen=True)
class Merged:
    """What two people made of the same saying; `both` names what each changed in another way."""

    facts: Facts
    both: frozenset[str]


def merged(read: Facts, typed: Facts, now: Facts, asked: Iterable[str] = FIELDS) -> Merged:
    """Lay what was typed over what it says now, as far as only one of the two changed what was `read`."""
    mine = {name for name in asked if getattr(typed, name) != getattr(read, name)}
    both = {name for name in mine & differing(read, now) if getattr(typed, name) != getattr(now, name)}
    changed: dict[str, Any] = {name: getattr(typed, name) for name in mine - both}
    return Merged(replace(now, **changed), frozenset(both))


def reversed_in(now: Facts, before: Facts, after: Facts) -> Facts | None:
    """Take back, in what is said now, what led from `before` to `after`; None where that was changed since."""
    changed = differing(before, after)
    if changed & PLACE:
        changed |= PLACE
    if changed & differing(now, after):
        return None
    values: dict[str, Any] = {name: getattr(before, name) for name in changed}
    return replace(now, **values)


Word = TypeVar("Word", bound=StrEnum)


def packed(words: Iterable[StrEnum] | None) -> int | None:
    """Return choices as bits, in the order of their enum; None where nobody asked."""
    return None if words is None else sum(1 << list(type(word)).index(word) for word in words)


def unpacked(words: type[Word], bits: int | None) -> frozenset[Word] | None:
    """Return the choices that `packed` was given."""
    return None if bits is None else frozenset(word for at, word in enumerate(words) if bits >> at & 1)


def stored(facts: Facts) -> dict[str, Any]:
    """Return what is said as the columns of a state hold it."""
    values = {name: getattr(facts, name) for name in FIELDS}
    values["contact"] = facts.contact or ""
    return values | {name: packed(values[name]) for name in ("ways", "gives", "gets")}


def read_back(values: Mapping[str, Any]) -> Facts:
    """Return what the columns of a state hold, as far as they were read."""
    known = {name: values[name] for name in FIELDS if name in values}
    return Facts(
        **known
        | {
            "nature": Nature(known["nature"]),
            "contact": Contact(known["contact"]) if known["contact"] else None,
            "ways": unpacked(Way, known["ways"]) or frozenset(),
            "gives": unpacked(Exchange, known["gives"]),
            "gets": unpacked(Exchange, known["gets"]),
            "feeling": Feeling(known["feeling"]),
            "state": State(known["state"]),
        }
    )
