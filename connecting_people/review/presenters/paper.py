""" "Our journey" as a tagged PDF, in three forms; its title and name say nothing of whose it is."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from connecting_people.connections.picture import Picture, standing_alone
from connecting_people.connections.presenters.over_time import OverTime, Sort
from connecting_people.core import documents
from connecting_people.guide.palettes import PALETTES
from connecting_people.review.presenters.report import Report, Section
from connecting_people.review.record.lines import Group, Line
from connecting_people.review.rules import Part, Size
from connecting_people.review.words import EASY

TEMPLATE: Final = Path(__file__).resolve().parent.parent / "typst" / "our_journey.typ"
FILE: Final = "our-journey"


def paper(report: Report, size: Size) -> bytes:
    """Return the report as a tagged PDF/UA-1; raise documents.NotDrawn where it cannot be set."""
    words = drawable(_words(report, size))
    return documents.draw(TEMPLATE, words, form="pdf", title=_("Our journey"), told=_("Our journey"))


def drawable(value: Any) -> Any:
    """Return the same without signs that none of our fonts has, all the way down; drawings stay as they are."""
    if isinstance(value, str):
        return documents.drawable(value)
    if isinstance(value, list):
        return [drawable(one) for one in value]
    if isinstance(value, dict):
        return {key: one if key == "drawing" else drawable(one) for key, one in value.items()}
    return value


def _words(report: Report, size: Size) -> dict[str, Any]:
    return {
        "size": size.value,
        "colours": PALETTES["colour"],
        "heading": _("Our journey"),
        "name": report.name,
        "span": _("From %(since)s to %(until)s") % {"since": _day(report.since), "until": _day(report.until)},
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
    day = _day(line.day) if line.day else ""
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
                "day": _day(day),
                "drawing": documents.picture(standing_alone(picture, str(day)), "pdf"),
                "alt": told(picture, _day(day)),
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


def _day(day: Any) -> str:
    return date_format(day, "j F Y")
