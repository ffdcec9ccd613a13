"""What a review looks at, what may come next, and when words without a name may be read."""

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from connecting_people.partnership.rules import State


class Heading(StrEnum):
    """What both look back at. Any may be left out, and the first alone is a whole review (P4)."""

    WHOLE = "whole"
    ENOUGH = "enough"
    MAP = "map"
    GOALS = "goals"
    OUTINGS = "outings"
    MET = "met"
    STRENGTHS = "strengths"
    BARRIERS = "barriers"
    STOCK = "stock"
    MEASURES = "measures"
    BRINGS = "brings"
    OUTCOMES = "outcomes"
    WORTH = "worth"


# What the person says of their own life stands before anything that is measured (S2.10).
BEFORE_MEASURES: Final = (Heading.ENOUGH, Heading.WHOLE)
# These are looked at one by one, each with words of its own.
IN_PARTS: Final = frozenset({Heading.BRINGS, Heading.OUTCOMES, Heading.WORTH})


class Worth(StrEnum):
    """What it gave and what it cost, for each of the three (S8.2)."""

    PERSON_GAVE = "person-gave"
    PERSON_COST = "person-cost"
    PRACTITIONER_GAVE = "practitioner-gave"
    PRACTITIONER_COST = "practitioner-cost"
    AGENCY_GAVE = "agency-gave"
    AGENCY_COST = "agency-cost"


class Choice(StrEnum):
    """What comes next (S8.4). None of them is an end."""

    CARRY_ON = "carry_on"
    PAUSE = "pause"
    MOVE_ON = "move_on"
    COME_BACK = "come_back"
    HAND_OVER = "hand_over"


# In which states of the partnership agreeing to something can do it, once somebody says yes to that as well.
DONE_FROM: Final[Mapping[Choice, frozenset[State]]] = {
    Choice.PAUSE: frozenset({State.TOGETHER}),
    Choice.MOVE_ON: frozenset({State.TOGETHER, State.PAUSED}),
    Choice.COME_BACK: frozenset({State.PAUSED, State.AWAY}),
}


def can_be_done(choice: Choice, state: State) -> bool:
    """Say whether agreeing to something could do it in a partnership that stands so."""
    return state in DONE_FROM.get(choice, ())


class Share(StrEnum):
    """How the person's view of the practitioner and the agency goes to the agency, if it does."""

    NAMED = "named"
    UNNAMED = "unnamed"
    NOT = "not"


class Part(StrEnum):
    """What can go into "Our journey"."""

    ENOUGH = "enough"
    MAP = "map"
    GOALS = "goals"
    OUTINGS = "outings"
    MET = "met"
    WAYS_ROUND = "ways_round"
    STRENGTHS = "strengths"
    SAID = "said"
    OUTCOMES = "outcomes"
    NEXT = "next"


class Size(StrEnum):
    """In which form "Our journey" is set: as usual, large, or easy to read."""

    NORMAL = "normal"
    LARGE = "large"
    EASY = "easy"


SHOWN_FROM: Final = 8  # people without a name, before any of their words is shown


@dataclass(frozen=True, order=True)
class Quarter:
    """Three months of a year."""

    year: int
    number: int


def quarter_of(day: date) -> Quarter:
    """Return the quarter in which a day lies."""
    return Quarter(day.year, (day.month + 2) // 3)


def months_of(first: Quarter, last: Quarter) -> tuple[date, date]:
    """Return the first day of the first month and of the last month of some quarters."""
    return date(first.year, first.number * 3 - 2, 1), date(last.year, last.number * 3, 1)


def shown_together(
    people: Mapping[Quarter, Collection[Hashable]], today: date, least: int = SHOWN_FROM
) -> list[Sequence[Quarter]]:
    """Return the runs of quarters whose words without a name may be read, each from `least` people or more.

    Only quarters that are over count, so that a word never appears the day after a review; quarters with fewer people
    wait and join those that follow. So no two looks, before and after, differ by the words of one person alone.
    """
    found: list[Sequence[Quarter]] = []
    waiting: list[Quarter] = []
    seen: set[Hashable] = set()
    for quarter in sorted(quarter for quarter in people if quarter < quarter_of(today)):
        waiting.append(quarter)
        seen |= set(people[quarter])
        if len(seen) >= least:
            found.append(tuple(waiting))
            waiting, seen = [], set()
    return found
