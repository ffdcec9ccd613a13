""" "Our journey" as a tagged PDF, in three forms; its title and name say nothing of whose it is."""

from collections.abc import Iterable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any, Final
from unicodedata import category

from django.utils.translation import gettext as _

from connecting_people.connections.picture import Picture, standing_alone
from connecting_people.connections.presenters.over_time import OverTime, Sort
from connecting_people.core import documents
from connecting_people.guide.palettes import PALETTES
from connecting_people.review.presenters.report import Report, Section
from connecting_people.review.record.lines import Group, Line
from connecting_people.review.rules import Part, Size
from connecting_people.review.words import EASY
from connecting_people.ui.jinja import day as day_in_words

TEMPLATE: Final = Path(__file__).resolve().parent.parent / "typst" / "our_journey.typ"
FILE: Final = "our-journey"
_JOINERS: Final = frozenset("\u200c\u200d\ufe0e\ufe0f")


def paper(report: Report, size: Size) -> bytes:
    """Return the report as a tagged PDF/UA-1."""
    return documents.printed(TEMPLATE, _words(report, size), title=_("Our journey"))


def _drawing(picture: Picture, keep: documents.Keep) -> dict[str, Any]:
    return documents.picture(_svg(picture, keep), "pdf")


def _svg(picture: Picture, keep: documents.Keep) -> str:
    svg = standing_alone(picture, "")
    signs = set(svg)
    # In a drawing, what joins signs into one is taken for a sign that is missing.
    no_part_of_xml = {sign for sign in signs if category(sign) == "Cc"}
    missing = (signs - set(keep("".join(signs)))) | no_part_of_xml | _JOINERS
    return svg.translate(dict.fromkeys(map(ord, missing)))


def _words(report: Report, size: Size) -> dict[str, Any]:
    return {
        "size": size.value,
        "colours": PALETTES["colour"],
        "heading": _("Our journey"),
        "name": report.name,
        "span": _("From %(since)s to %(until)s")
        % {"since": day_in_words(report.since), "until": day_in_words(report.until)},
        "lead": _("This belongs to you. You chose what is in it."),
        "sections": [_section(one, size) for one in report.sections],
        "map": _map(report.map, report, size) if report.map else None,
        "labels": {
            "name": _("Who or what"),
            "then": _("Then"),
            "now": _("Now"),
            "in_words": _("In words"),
            "same": _("Nothing changed between these two days."),
        },
    }


def _section(section: Section, size: Size) -> dict[str, Any]:
    return {
        "id": section.id,
        "heading": str(section.name),
        "says": _says(Part(section.id), size),
        "groups": [_group(one) for one in section.groups],
    }


def _says(part: Part, size: Size) -> str:
    return str(EASY[part]) if size == Size.EASY else ""


def _group(group: Group) -> dict[str, Any]:
    return {
        "heading": group.heading,
        "by": _by(group.name, group.place),
        "side": group.side,
        "lines": [_line(one) for one in group.lines],
    }


def _line(line: Line) -> dict[str, Any]:
    day = day_in_words(line.day) if line.day else ""
    return {
        "text": line.text,
        "note": line.note,
        "side": line.side,
        "by": ", ".join(filter(None, (_by(line.name, line.place), day))),
    }


def _by(name: str, place: str) -> str:
    return name if place else ""


def _map(shown: OverTime, report: Report, size: Size) -> dict[str, Any]:
    return {
        "heading": _("The map, then and now"),
        "says": _says(Part.MAP, size),
        "pictures": [
            {
                "day": day_in_words(day),
                "drawing": partial(_drawing, picture),
                "alt": told(picture, day_in_words(day)),
            }
            for day, picture in ((shown.then, shown.before), (shown.now, shown.after))
        ],
        "sorts": [_sort(one) for one in shown.sorts],
        "places": [asdict(one) for one in report.places],
    }


def _sort(sort: Sort) -> dict[str, Any]:
    return {"name": str(sort.name), "lines": [_told(line.name, line.says) for line in sort.lines]}


def told(picture: Picture, day: str) -> str:
    """Say in words what a picture of the map shows, for those who cannot see it."""
    names = [mark.name for mark in picture.marks]
    if not names:
        return _("The map on %(day)s. Nobody is on it yet.") % {"day": day}
    return _("The map on %(day)s. On it are: %(names)s.") % {"day": day, "names": _listed(names)}


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names, key=str.casefold))


def _told(name: str, says: str) -> str:
    return f"{name} ({says})" if says else name
