"""The parts of the model's diagram: what can be pointed at, opened and explained, in the order in which it is read."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from connecting_people.guide import journeys, processes
from connecting_people.guide.words import Idea, Side, StrOrPromise


class UnknownPart(LookupError):
    """Raised for an id that names no part of the diagram."""


@dataclass(frozen=True)
class Part:
    """One part of the diagram; `label` is its name where there is little room."""

    id: str
    side: Side
    name: StrOrPromise
    explanation: StrOrPromise
    label: StrOrPromise = ""


AGENCY = Part(
    "agency",
    Side.AGENCY,
    _("The agency"),
    _("Whoever offers the service stands around the two and runs up through the middle: what it knows holds it all."),
)
BRINGS_PRACTITIONER = Part(
    "brings-practitioner",
    Side.PRACTITIONER,
    _("What a practitioner brings"),
    _("Empathy, a can-do attitude and a gift for networks help the circles to start turning."),
)
BRINGS_BOTH = Part(
    "brings-both",
    Side.BOTH,
    _("What both bring"),
    _("Confidence, flexibility, openness, hope, trust, and an idea of what the other lives with."),
)
BRINGS_SERVICE_USER = Part(
    "brings-service_user",
    Side.SERVICE_USER,
    _("What a service user brings"),
    _("Some enthusiasm, and knowing that the journey is theirs."),
)
PRACTITIONER = Part(
    "practitioner",
    Side.PRACTITIONER,
    _("The practitioner’s journey"),
    _("The practitioner is on the way too: getting to know people and places, and learning what helps."),
    _("Practitioner"),
)
TOGETHER = Part(
    "together",
    Side.BOTH,
    _("What you do together"),
    _("The heart of it. Both do these with each other, in any order, in a way that suits the two."),
    _("Together"),
)
SERVICE_USER = Part(
    "service_user",
    Side.SERVICE_USER,
    _("The service user’s journey"),
    _("This is what it is for: new things, new people, and a life with more of what one likes."),
    _("Service user"),
)
NETWORKS_PRACTITIONER = Part(
    "networks-practitioner",
    Side.PRACTITIONER,
    _("The practitioner’s networks"),
    _("Local people and places that the practitioner gets to know, remembers, and can bring in."),
    _("Enhanced networks"),
)
NETWORKS_SERVICE_USER = Part(
    "networks-service_user",
    Side.SERVICE_USER,
    _("The service user’s networks"),
    _("New people may turn up at any point. How many is right is for each person to say."),
    _("Enhanced networks"),
)
BARRIERS = Part(
    "barriers",
    Side.BOTH,
    _("What stands in the way"),
    _("A smaller circle turns against both. Much of it is nobody’s fault, and most of it has a way around."),
    _("Barriers"),
)

_PROCESS_LABELS = {
    processes.EXPLORING_ASPIRATIONS.id: _("Aspirations, life goals"),
    processes.STRATEGIES.id: _("Strategies"),
    processes.NETWORK_AND_ASSET_ASSESSMENT.id: _("Networks and assets"),
    processes.OBJECTIVES.id: _("Objectives"),
}


def process_part(process: processes.Process) -> Part:
    """Return the part that stands for a shared process in the square."""
    label = _PROCESS_LABELS.get(process.id, process.name)
    return Part(f"process-{process.id}", Side.BOTH, process.name, process.explanation, label)


def _ideas(prefix: str, side: Side, ideas: tuple[Idea, ...]) -> tuple[Part, ...]:
    return tuple(Part(f"{prefix}-{idea.id}", side, idea.name, idea.explanation) for idea in ideas)


PROCESS_PARTS = tuple(process_part(process) for process in processes.PROCESSES)
PRACTITIONER_POINTS = _ideas("journey", Side.PRACTITIONER, journeys.PRACTITIONER_JOURNEY)
SERVICE_USER_POINTS = _ideas("journey", Side.SERVICE_USER, journeys.SERVICE_USER_JOURNEY)
SUPPORT = _ideas("any-time", Side.PRACTITIONER, (journeys.EXTRA_SUPPORT, journeys.RETHINKING_SUPPORT))
FREEDOM = _ideas(
    "any-time",
    Side.SERVICE_USER,
    (journeys.ASKING, journeys.SEEING_ONES_WAY, journeys.LEAVING, journeys.COMING_BACK),
)


def _in_reading_order() -> Iterator[Part]:
    yield from (AGENCY, BRINGS_PRACTITIONER, BRINGS_BOTH, BRINGS_SERVICE_USER)
    yield from (PRACTITIONER, *PRACTITIONER_POINTS, NETWORKS_PRACTITIONER)
    yield from (TOGETHER, *PROCESS_PARTS)
    yield from (SERVICE_USER, *SERVICE_USER_POINTS, NETWORKS_SERVICE_USER)
    yield from (BARRIERS, *SUPPORT, *FREEDOM)


PARTS: tuple[Part, ...] = tuple(_in_reading_order())
_BY_ID = {each.id: each for each in PARTS}


def part(id: str) -> Part:
    """Return the part of this id."""
    try:
        return _BY_ID[id]
    except KeyError:
        raise UnknownPart(id) from None
