"""What the two pages show, gathered from the model's data."""

from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from django.urls import reverse

from connecting_people.guide import (
    barriers,
    culture,
    journeys,
    kinds,
    outcomes,
    prerequisites,
    processes,
    scenes,
    shelf,
    steps,
)
from connecting_people.guide.diagram import Part
from connecting_people.guide.drawing import draw
from connecting_people.guide.palettes import PAGE
from connecting_people.guide.words import Side, StrOrPromise


@dataclass(frozen=True)
class StepOnPath:
    """A step as a place on the looping path."""

    number: int
    name: StrOrPromise
    href: str
    summary: StrOrPromise = ""


def path_of_steps(*, summaries: bool) -> tuple[StepOnPath, ...]:
    """Return the eight steps as links, with what each is for where there is room for it."""
    return tuple(
        StepOnPath(
            step.number,
            step.name,
            reverse("guide:step", kwargs={"number": step.number}),
            step.aim if summaries else "",
        )
        for step in steps.STEPS
    )


def model_page() -> dict[str, Any]:
    """Return the whole model in the parts in which its page shows it."""
    return {
        "drawings": [draw("wide", href=_words_of), draw("narrow", href=_words_of)],
        "colours": PAGE,
        "steps": path_of_steps(summaries=True),
        "practices": culture.PRACTICES,
        "agency_holds": culture.AGENCY_HOLDS,
        "brings": _by_side(prerequisites.prerequisites_of),
        "processes": processes.PROCESSES,
        "practitioner_journey": journeys.PRACTITIONER_JOURNEY,
        "service_user_journey": journeys.SERVICE_USER_JOURNEY,
        "at_any_time": journeys.AT_ANY_TIME,
        "barriers": _by_side(barriers.barrier_kinds_for),
        "outcomes": _by_side(outcomes.outcomes_for),
        "kinds": kinds.CONNECTION_KINDS,
        "states": kinds.CONNECTION_STATES,
    }


def step_page(step: steps.Step) -> dict[str, Any]:
    """Return a step with the parts of the model that belong to it."""
    return {
        "step": step,
        "steps": path_of_steps(summaries=False),
        "processes": tuple(processes.process(id) for id in step.processes),
        "shelf": shelf.shelf_for(step.number),
        "site": shelf.SOURCE_SITE,
        "belongs": _BELONGS.get(step.number, {}),
    }


def explainer_page() -> dict[str, Any]:
    """Return the scenes in which the model is told, with the drawings that they light."""
    begins = tuple(round(begin, 1) for begin in accumulate((scene.seconds for scene in scenes.SCENES), initial=0.0))
    return {
        "scenes": scenes.SCENES,
        "minutes": scenes.minutes(),
        "breath": scenes.BREATH,
        "marks": {"begins": begins[1:-1], "total": begins[-1]},
        "drawings": [draw("wide"), draw("narrow")],
        "glance": draw("glance"),
        "colours": PAGE,
    }


def picture() -> dict[str, Any]:
    """Return the diagram for a page of another room: each part leads to its words on the page of the model."""
    model = reverse("guide:model")
    drawings = [draw(layout, href=lambda part: model + _words_of(part)) for layout in ("wide", "narrow")]
    return {"drawings": drawings, "glance": draw("glance"), "colours": PAGE, "minutes": scenes.minutes()}


def _words_of(part: Part) -> str:
    """Return where on the page a part of the diagram is told in words."""
    return "#networks" if part.id.startswith("networks-") else f"#{part.id}"


def _by_side(of: Any) -> dict[str, Any]:
    return {side.value: of(side) for side in Side}


# What of the model is looked at in which step, besides its own questions.
_BELONGS: dict[int, dict[str, Any]] = {
    1: {"brings": _by_side(prerequisites.prerequisites_of)},
    2: {"kinds": kinds.CONNECTION_KINDS, "states": kinds.CONNECTION_STATES},
    6: {"barriers": _by_side(barriers.barrier_kinds_for)},
    7: {"practices": culture.PRACTICES},
    8: {"outcomes": _by_side(outcomes.outcomes_for)},
}
