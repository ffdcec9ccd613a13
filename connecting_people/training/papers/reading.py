"""What people take away to read: the handout, and the notes for those who give the training."""

from typing import Any

from django.utils.translation import gettext as _

from connecting_people.core import documents
from connecting_people.guide import posters, standalone
from connecting_people.guide.steps import STEPS
from connecting_people.training.course import notes, research
from connecting_people.training.outline import Outline


def handout(_outline: Outline) -> dict[str, Any]:
    """Return what is known, what is not, the model, its eight steps, and where all of it stands."""
    sections = [_chapter(chapter) for chapter in research.CHAPTERS]
    steps = [
        {"name": _("Step %(number)s: %(name)s") % {"number": one.number, "name": one.name}, "says": [str(one.aim)]}
        for one in STEPS
    ]
    # Without a name, and so numbered: these are the numbers that stand behind each fact.
    where = [{"name": "", "says": [f"{source.name}: {source.where}" for source in research.SOURCES]}]
    svg = standalone.svg(palette="colour", title=_("The model"))
    return {
        "lead": _("What was found out about connections, what was not, and what the model looks like. Yours to keep."),
        "drawing": documents.picture(svg, "pdf"),
        "alt": posters.told(posters.Size.A3),
        "drawing_heading": _("The model"),
        "parts": [
            {"heading": _("What is known"), "sections": sections},
            {"heading": _("Eight steps, in any order"), "sections": steps},
            {"heading": _("Where this stands"), "sections": where},
        ],
        "room": _("Room for your own words"),
    }


def _chapter(chapter: research.Chapter) -> dict[str, Any]:
    said = [
        f"{fact.says} [{', '.join(str(research.SOURCES.index(source) + 1) for source in fact.sources)}]"
        for fact in chapter.facts
    ]
    return {"name": str(chapter.name), "says": said}


def for_trainers(_outline: Outline) -> dict[str, Any]:
    """Return the notes for trainers, and whom they could ask to speak."""
    sections = [{"name": str(one.name), "says": list(map(str, one.says))} for one in notes.NOTES]
    guests = [{"name": str(one.name), "says": list(map(str, one.topics))} for one in notes.GUESTS]
    return {
        "lead": _("Take what helps, and leave the rest."),
        "parts": [
            {"heading": _("Notes for trainers"), "sections": sections},
            {"heading": _("Whom to ask, and what about"), "sections": guests},
        ],
        "room": _("Room for your own words"),
    }
