"""What the page of a partnership shows of its record, gathered in one reading: by step, by process, by whose way."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from connecting_people.guide.processes import PROCESSES
from connecting_people.guide.steps import STEPS
from connecting_people.home.presenters.voices import Voice
from connecting_people.journey.queries import Glimpse
from connecting_people.journey.rules import NAMED, Kind

IN_A_STEP = 2
IN_A_PROCESS = 3
ON_A_WAY = 5
# These ask, or name a thing that was agreed: they are not a way that somebody went.
_NOT_A_WAY = NAMED | {Kind.QUESTION, Kind.ANSWER, Kind.PROMISE, "review", "review_proposed"}


@dataclass(frozen=True)
class Gathered:
    """The newest of each sort, newest first; `ways` by side, "service_user" and "practitioner"."""

    steps: dict[int, list[Glimpse]]
    processes: dict[int, list[Glimpse]]
    ways: dict[str, list[Glimpse]]


def gather(glimpses: Iterable[Glimpse], voices: dict[UUID, Voice]) -> Gathered:
    """Sort what comes newest first into its places, and stop reading when every place is full."""
    found = Gathered(
        {step.number: [] for step in STEPS},
        {process.number: [] for process in PROCESSES},
        {"service_user": [], "practitioner": []},
    )
    for glimpse in glimpses:
        for number in glimpse.steps:
            _put(found.steps[number], glimpse, IN_A_STEP)
        for number in glimpse.processes:
            _put(found.processes[number], glimpse, IN_A_PROCESS)
        side = voices[glimpse.voice_id].side
        if side in found.ways and glimpse.kind not in _NOT_A_WAY:
            _put(found.ways[side], glimpse, ON_A_WAY)
        if _full(found):
            break
    return found


def _put(place: list[Glimpse], glimpse: Glimpse, most: int) -> None:
    # What a room writes by itself may stand there often in the same words: once is enough here.
    if len(place) < most and all((one.line, one.voice_id) != (glimpse.line, glimpse.voice_id) for one in place):
        place.append(glimpse)


def _full(found: Gathered) -> bool:
    return (
        all(len(place) == IN_A_STEP for place in found.steps.values())
        and all(len(place) == IN_A_PROCESS for place in found.processes.values())
        and all(len(place) == ON_A_WAY for place in found.ways.values())
    )
