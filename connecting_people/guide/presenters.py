"""What the two pages show, gathered from the model's data."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from connecting_people.guide import barriers, culture, journeys, kinds, outcomes, prerequisites, processes, shelf, steps
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
