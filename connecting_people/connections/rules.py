"""What a map is made of, in plain values: connections, ties between them, and what may be said about each."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

MOST_CONNECTIONS = 500
MOST_TIES = 5000
MOST_STRENGTHS = 300
MOST_RINGS = 5
USUAL_RINGS = 3


class Nature(StrEnum):
    """What a connection is, and so with which shape it is drawn."""

    PERSON = "person"
    GROUP = "group"
    PLACE = "place"
    ONLINE = "online"
    ANIMAL = "animal"


class State(StrEnum):
    """How things stand with a connection now."""

    CURRENT = "current"
    LOST_TOUCH = "lost_touch"
    ENDED = "ended"
    WISHED_FOR = "wished_for"


class Feeling(StrEnum):
    """How a connection feels to the person."""

    GOOD = "good"
    MIXED = "mixed"
    HARD = "hard"
    NOT_SAID = "not_said"


class Contact(StrEnum):
    """How often the two are in touch, most often first."""

    DAILY = "daily"
    SEVERAL_A_WEEK = "several_a_week"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    FEW_A_YEAR = "few_a_year"
    LESS = "less"
    NONE = "none"


class Way(StrEnum):
    """How the two are in touch."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    WRITING = "writing"
    ONLINE = "online"


class Exchange(StrEnum):
    """The six kinds of thing that people share with each other (S2.3)."""

    INTERESTS = "interests"
    RESOURCES = "resources"
    CONNECTIONS = "connections"
    EMOTIONAL_SUPPORT = "emotional_support"
    PRACTICAL_ADVICE = "practical_advice"
    FRIENDSHIP = "friendship"


class StrengthKind(StrEnum):
    """What sort of strength something is (S2.6)."""

    INTEREST = "interest"
    ENJOYS = "enjoys"
    GOOD_AT = "good_at"
    QUALITY = "quality"
    AGAIN = "again"
    TRY = "try"


class Enough(StrEnum):
    """How many people somebody would like in their life, as they say it themselves (S2.10)."""

    ENOUGH = "enough"
    MORE = "more"
    CLOSER = "closer"
    FEWER = "fewer"


@dataclass(frozen=True)
class Node:
    """One connection as a map, a measure or a file needs it. `None` means that it was not asked or not said.

    `id` outlives every change of name; `kind` is an id of the guide's kinds; `ring` counts from 1, the closest;
    `x` and `y` lie between 0 and 1 where the person placed it freely, from the upper left corner; `slot` is its place
    among those of the same ring and kind, kept so that nobody jumps when another comes or goes (`layout.placed`
    gives it); `kept` says that only the reader sees it.
    """

    id: Hashable
    name: str
    nature: Nature = Nature.PERSON
    kind: str | None = None
    inside_services: bool | None = None
    ring: int | None = None
    contact: Contact | None = None
    gives: frozenset[Exchange] | None = None
    gets: frozenset[Exchange] | None = None
    feeling: Feeling = Feeling.NOT_SAID
    state: State = State.CURRENT
    symbol: str = ""
    colour: str = ""
    x: float | None = None
    y: float | None = None
    since: date | None = None
    never_support: bool = False
    remembered_later: bool = False
    slot: int | None = None
    kept: bool = False


@dataclass(frozen=True)
class Network:
    """A person's map on one day: who is on it, and which of them know each other.

    `ties` are undirected pairs of node ids; `ties_asked` is False where nobody was asked who knows whom,
    so that what rests on ties is "not asked" and never 0. `rings` says how many the map has.
    """

    nodes: tuple[Node, ...]
    ties: frozenset[tuple[Hashable, Hashable]] = field(default_factory=frozenset)
    ties_asked: bool = True
    rings: int = USUAL_RINGS
    day: date | None = None
