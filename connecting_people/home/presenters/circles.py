"""The diagram as it stands on a partnership's own page: the model, with what these two put into it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.dates import MONTHS_3
from django.utils.translation import gettext as _

from connecting_people.core.addresses import address
from connecting_people.guide import diagram
from connecting_people.guide.diagram import Part
from connecting_people.guide.drawing import Carried, Drawing, draw
from connecting_people.guide.palettes import PAGE, Palette
from connecting_people.guide.processes import PROCESSES
from connecting_people.guide.words import Side
from connecting_people.home.presenters.gathering import Gathered
from connecting_people.home.presenters.lines import Line, line_of
from connecting_people.home.presenters.voices import Voice
from connecting_people.journey.queries import Glimpse
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.rules import Part as Place
from connecting_people.partnership.rules import State

BARRIERS = 6


@dataclass(frozen=True)
class Told:
    """What was put into one part, in words; the picture shows the same."""

    part: Part
    lines: tuple[Line, ...]
    write: str


@dataclass(frozen=True)
class Circles:
    """The drawings for wide and for narrow screens, and the same in words."""

    drawings: tuple[Drawing, ...]
    colours: Palette
    told: tuple[Told, ...]


def circles(partnership: Partnership, gathered: Gathered, voices: dict[UUID, Voice], today: date) -> Circles:
    """Draw the model with this partnership's content. It asks the database nothing."""
    told = tuple(_told(partnership, gathered, voices))
    leads = _leads(partnership) | {one.part.id: f"#{one.part.id}" for one in told}
    carried = {one.part.id: _carried(one, today) for one in told} | _names(partnership)
    ways: dict[str, Sequence[Part]] = {}
    for side, glimpses in gathered.ways.items():
        lines = [line_of(partnership, glimpse, voices) for glimpse in glimpses]
        ways[side] = [Part(line.href, Side(side), line.text, line.name) for line in lines]
        leads |= {line.href: line.href for line in lines}
        carried |= {line.href: Carried(line.text, f"{line.name}, {_short(line.when, today)}") for line in lines}
    drawings = tuple(
        draw(layout, href=lambda part: leads.get(part.id, ""), carried=carried, ways=ways)
        for layout in ("wide", "narrow")
    )
    return Circles(drawings, PAGE, told)


def _told(partnership: Partnership, gathered: Gathered, voices: dict[UUID, Voice]) -> list[Told]:
    writing = "" if partnership.looking else address("journey:write", partnership_id=partnership.pk)

    def tell(part: Part, glimpses: list[Glimpse], asked: str = "") -> Told:
        lines = tuple(line_of(partnership, glimpse, voices) for glimpse in glimpses)
        return Told(part, lines, writing and writing + asked)

    processes = zip(diagram.PROCESS_PARTS, PROCESSES, strict=True)
    found = [
        tell(diagram.SERVICE_USER, gathered.ways["service_user"]),
        *(tell(part, gathered.processes[one.number], f"?process={one.number}") for part, one in processes),
        tell(diagram.PRACTITIONER, gathered.ways["practitioner"]),
        tell(diagram.BARRIERS, gathered.steps[BARRIERS], f"?step={BARRIERS}"),
    ]
    return [one for one in found if one.lines]


def _names(partnership: Partnership) -> dict[str, Carried]:
    here = {place.part: place.name for place in partnership.everybody if place.left_at is None}
    found = {diagram.AGENCY.id: Carried(partnership.agency.name)}
    for held, part, brings in _SIDES:
        if name := here.get(held):
            name = name if len(name) <= _NAME else f"{name[: _NAME - 1].rstrip()}…"
            found |= {part.id: Carried(name), brings.id: Carried(_("What %(name)s brings") % {"name": name})}
    return found


_NAME = 14
_SIDES = (
    (Place.SERVICE_USER, diagram.SERVICE_USER, diagram.BRINGS_SERVICE_USER),
    (Place.LEAD, diagram.PRACTITIONER, diagram.BRINGS_PRACTITIONER),
)


def _carried(told: Told, today: date) -> Carried:
    newest = told.lines[0]
    if told.part is diagram.BARRIERS:
        return Carried(words=newest.text)
    in_heart = told.part in diagram.PROCESS_PARTS
    return Carried(when=_short(newest.when, today) if in_heart else "")


def _short(day: date, today: date) -> str:
    """Write a day in few letters; one of another year as its month alone."""
    month = MONTHS_3[day.month].title()
    return f"{month} {day.year}" if day.year != today.year else f"{day.day} {month}"


def _leads(partnership: Partnership) -> dict[str, str]:
    """Return where each part leads in which nothing stands yet: to the place where it happens, or to the model."""
    if partnership.looking:
        return {part.id: _model(part.id) for part in diagram.PARTS}
    at = {"partnership_id": partnership.pk}
    writing, timeline = address("journey:write", **at), address("journey:timeline", **at)
    brings = address("getting_started:brings", **at)
    support = address("journey:support", **at)
    here = partnership.state == State.TOGETHER
    step = {number: address("home:step", number=number, **at) for number in (2, BARRIERS)}
    processes = zip(diagram.PROCESS_PARTS, PROCESSES, strict=True)
    return {
        diagram.AGENCY.id: _model("agency"),
        diagram.BRINGS_PRACTITIONER.id: brings,
        diagram.BRINGS_BOTH.id: brings,
        diagram.BRINGS_SERVICE_USER.id: brings,
        diagram.TOGETHER.id: timeline,
        diagram.SERVICE_USER.id: timeline,
        diagram.PRACTITIONER.id: timeline,
        diagram.BARRIERS.id: step[BARRIERS],
        diagram.NETWORKS_SERVICE_USER.id: step[2],
        diagram.NETWORKS_PRACTITIONER.id: step[2],
        "any-time-asking": address("journey:ask", **at),
        "any-time-seeing-ones-way": address("review:reviews", **at),
        "any-time-extra-support": support,
        "any-time-rethinking-support": support,
        "any-time-leaving": address("partnership:pause", **at) if here else _model("any-time-leaving"),
        "any-time-coming-back": _model("any-time-coming-back") if here else address("partnership:come_back", **at),
        **{part.id: f"{writing}?process={one.number}" for part, one in processes},
        **_points(partnership),
    }


# Where each point of the two ways shows what happened there, in the order in which the guide names them.
_OF_PERSON = (
    "plans:ideas",
    "stepping_out:came_about",
    "connections:strengths",
    "stepping_out:outings",
    "connections:over_time",
)
_OF_PRACTITIONER = (
    "journey:timeline",
    "journey:promises",
    "connections:ideas",
    "stepping_out:outings",
    "stepping_out:came_about",
    "journey:support",
    "introductions:introductions",
)


def _points(partnership: Partnership) -> dict[str, str]:
    ways = ((diagram.SERVICE_USER_POINTS, _OF_PERSON), (diagram.PRACTITIONER_POINTS, _OF_PRACTITIONER))
    return {
        part.id: address(view, partnership_id=partnership.pk)
        for parts, views in ways
        for part, view in zip(parts, views, strict=True)
    }


def _model(part_id: str) -> str:
    return f"{reverse('guide:model')}#{'networks' if part_id.startswith('networks-') else part_id}"
