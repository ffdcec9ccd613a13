"""The case study on paper: a conversation to step through page by page, and a sheet with two columns."""

from collections.abc import Iterator
from typing import Any, Final

from django.utils.translation import gettext as _

from connecting_people.training.course.cases import CASE, Case, Turn, Voice
from connecting_people.training.course.words import Beside
from connecting_people.training.outline import Outline
from connecting_people.training.papers.collecting import group_sheet

_COLOURS: Final = {Voice.PRACTITIONER: "green", Voice.SERVICE_USER: "blue"}


def case_study(outline: Outline) -> dict[str, Any]:
    """Return the conversation in parts, each as far as it stops to think, and the sheet that a group writes on."""
    return {
        "heading": str(CASE.title),
        "before": str(CASE.before),
        "how": [
            _("Both are invented. Two of you may read the parts aloud."),
            _("Where it says “Stop and think”, talk about the questions before you turn over."),
            _("Each line has a number, so that you can point to it."),
        ],
        "stop": _("Stop and think"),
        "parts": list(_parts(CASE)),
        "sheets": [group_sheet(item) for _course, item in outline.beside(Beside.CASE)],
    }


def _parts(case: Case) -> Iterator[dict[str, Any]]:
    begins = 0
    for stop in case.stops:
        turns = enumerate(case.turns[begins : stop.after], start=begins + 1)
        lines = _("Lines %(first)s to %(last)s") % {"first": begins + 1, "last": stop.after}
        yield {
            "name": lines,
            "turns": [_turn(case, number, turn) for number, turn in turns],
            "asks": list(map(str, stop.asks)),
        }
        begins = stop.after


def _turn(case: Case, number: int, turn: Turn) -> dict[str, Any]:
    return {
        "number": number,
        "name": case.names[turn.voice],
        "colour": _COLOURS[turn.voice],
        "says": str(turn.says),
        "seen": str(turn.seen),
    }
