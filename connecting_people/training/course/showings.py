"""What is shown on the projector in the first activity: research and policy, then the model; each with its source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.journeys import AT_ANY_TIME, PRACTITIONER_JOURNEY, SERVICE_USER_JOURNEY
from connecting_people.guide.outcomes import OUTCOMES
from connecting_people.guide.processes import PROCESSES
from connecting_people.guide.steps import STEPS
from connecting_people.training.course.research import CHAPTERS, Chapter
from connecting_people.training.course.words import StrOrPromise


@dataclass(frozen=True)
class Showing:
    """One thing to show, short enough to be read from the last row."""

    title: StrOrPromise
    lines: tuple[StrOrPromise, ...]
    sources: tuple[StrOrPromise, ...]


_MODEL: Final = (_("The Connecting People model, in our own words"),)


def _named(ideas: Iterable[object]) -> tuple[StrOrPromise, ...]:
    return tuple(getattr(idea, "name") for idea in ideas)  # noqa: B009


def _found(chapter: Chapter) -> Showing:
    sources = {source.id: source.name for fact in chapter.facts for source in fact.sources}
    return Showing(chapter.name, tuple(fact.says for fact in chapter.facts), tuple(sources.values()))


def _showings() -> Iterator[Showing]:
    yield from map(_found, CHAPTERS)
    yield Showing(
        _("Two people, one journey"),
        (
            _("A service user and a practitioner work side by side, as equals."),
            _("Each has a journey of their own, and each learns from the other."),
            _("The agency runs through all of it, and holds what both have found."),
        ),
        _MODEL,
    )
    yield Showing(_("What the service user’s journey is made of"), _named(SERVICE_USER_JOURNEY), _MODEL)
    yield Showing(_("What the practitioner’s journey is made of"), _named(PRACTITIONER_JOURNEY), _MODEL)
    yield Showing(_("What the two do together"), _named(PROCESSES), _MODEL)
    yield Showing(_("At any time"), _named(AT_ANY_TIME), _MODEL)
    for step in STEPS:
        yield Showing(step.name, (step.aim, *step.tools[:3]), _MODEL)
    yield Showing(_("What may come of it"), _named(OUTCOMES), _MODEL)


SHOWINGS: Final = tuple(_showings())
