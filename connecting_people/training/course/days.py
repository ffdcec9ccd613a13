"""The whole course as an agenda to begin from: a long day and half a day, both with all thirteen activities."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from connecting_people.training.course import activities as all_of
from connecting_people.training.course.words import Activity
from connecting_people.training.rules import BlockKind


class Length(StrEnum):
    """How much time there is for the whole course."""

    DAY = "day"
    HALF = "half"


@dataclass(frozen=True)
class Planned:
    """One thing of a suggested day."""

    kind: BlockKind
    minutes: int
    activity: str = ""


def _do(activity: Activity, minutes: int) -> Planned:
    return Planned(BlockKind.ACTIVITY, minutes, activity.id)


def _rest(minutes: int) -> Planned:
    return Planned(BlockKind.BREAK, minutes)


WHOLE_COURSE: Final[dict[Length, tuple[Planned, ...]]] = {
    # Seven hours with breaks: half past nine to half past four.
    Length.DAY: (
        _do(all_of.RESEARCH, 15),
        _do(all_of.EXPLAINER, 20),
        _do(all_of.FIRST_SESSION, 20),
        Planned(BlockKind.GUEST, 15),
        _rest(15),
        _do(all_of.OWN_MAP, 30),
        _do(all_of.LOCAL_MAP, 35),
        _do(all_of.GOALS_CASE, 30),
        _rest(45),
        _do(all_of.DISCLOSURE, 25),
        _do(all_of.CONFIDENCE, 20),
        _do(all_of.PERSON_BARRIERS, 30),
        _do(all_of.PRACTITIONER_BARRIERS, 25),
        _rest(15),
        _do(all_of.TRAFFIC_LIGHTS, 35),
        _do(all_of.TELL_A_COLLEAGUE, 20),
        _do(all_of.OWN_PRACTICE, 25),
    ),
    # Three hours and three quarters.
    Length.HALF: (
        _do(all_of.RESEARCH, 10),
        _do(all_of.EXPLAINER, 15),
        _do(all_of.FIRST_SESSION, 10),
        _do(all_of.OWN_MAP, 20),
        _do(all_of.LOCAL_MAP, 20),
        _do(all_of.GOALS_CASE, 20),
        _do(all_of.DISCLOSURE, 15),
        _rest(15),
        _do(all_of.CONFIDENCE, 15),
        _do(all_of.PERSON_BARRIERS, 20),
        _do(all_of.PRACTITIONER_BARRIERS, 15),
        _do(all_of.TRAFFIC_LIGHTS, 20),
        _do(all_of.TELL_A_COLLEAGUE, 15),
        _do(all_of.OWN_PRACTICE, 15),
    ),
}
