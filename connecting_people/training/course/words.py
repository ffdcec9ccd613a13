"""What an activity of the course is made of."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise

from connecting_people.training.rules import Grouping, Lands

StrOrPromise = str | Promise


class Beside(StrEnum):
    """What a trainee has beside the board, for those activities that have something."""

    NOTHING = ""
    SLIDES = "slides"  # the research and policy, or whatever the trainers present
    EXPLAINER = "explainer"  # the moving explanation of the model
    OWN_MAP = "own_map"  # one's own connections, in the practice space
    CASE = "case"  # a conversation to step through
    SCENARIO = "scenario"  # a card for each small group
    SWAP = "swap"  # pairs that change roles at half time
    PLACES = "places"  # what was named on the map of the area, to start a note from
    OWN_REVIEW = "own_review"  # the practice self-review, in the practice space


class Screen(StrEnum):
    """Before whose eyes something is drawn."""

    TRAINEE = "trainee"
    TRAINER = "trainer"
    PROJECTOR = "projector"


class Sorts(StrEnum):
    """What the notes of a column are sorted by, besides the trainers' own groups."""

    NOTHING = ""
    PERSON_BARRIERS = "person_barriers"  # the guide's kinds of barrier of a person
    PRACTITIONER_BARRIERS = "practitioner_barriers"  # those of practitioners and of the agency
    LIGHTS = "lights"  # green, amber, red


@dataclass(frozen=True)
class Column:
    """One column of a board.

    A `kept` one is for its author alone and is never opened; one that is `closed_first` is opened by a trainer for all
    together. With `replies`, each note can be answered by others (a way around, a reason, who has a connection there).
    With `ticks`, a trainer ticks a note off. `lands` says where its notes, and the replies to them, can go afterwards.
    """

    id: str
    title: StrOrPromise
    prompt: StrOrPromise = ""
    kept: bool = False
    closed_first: bool = False
    ticks: bool = False
    sorts: Sorts = Sorts.NOTHING
    replies: StrOrPromise = ""
    lands: tuple[Lands, ...] = ()
    replies_land: tuple[Lands, ...] = ()


@dataclass(frozen=True)
class Activity:
    """One of the thirteen, or a prompt: all that a trainer's page, a card and the live room say of it."""

    id: str
    number: int  # 0 for a prompt
    name: StrOrPromise
    step: int  # 0 for the introduction
    aim: StrOrPromise
    grouping: Grouping
    minutes: int
    needs: tuple[StrOrPromise, ...]
    how: tuple[StrOrPromise, ...]
    listen_for: tuple[StrOrPromise, ...]
    leaves: StrOrPromise
    columns: tuple[Column, ...] = ()
    beside: Beside = Beside.NOTHING


class UnknownActivity(LookupError):
    """Raised for an id that names no activity of the course."""
