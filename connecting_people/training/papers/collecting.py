"""Sheets on which a room without network writes what it would have written on phones, to be typed in afterwards."""

from typing import Any

from django.utils.translation import gettext as _

from connecting_people.community.lights import LIGHTS
from connecting_people.training.course.words import Column, Sorts
from connecting_people.training.names import WHO
from connecting_people.training.outline import Item, Outline


def collecting_sheets(outline: Outline) -> dict[str, Any]:
    """Return a sheet for each column of each activity, and one for each activity that has no columns."""
    return {
        "lead": _("Copy a sheet as often as you need it. Names stay off it."),
        "asks": _("Who writes here? Take another sheet for each voice."),
        "who": [str(says) for says in WHO.values()],
        "sheets": [sheet for item in outline.items if item.works for sheet in _sheets(item)],
        "group": _("Group"),
        "sheet": _("Sheet"),
    }


def _sheets(item: Item) -> list[dict[str, Any]]:
    if not item.columns:
        head = [_("What came up")]
        return [_sheet(item, name=item.name, prompt="", head=head, says=to_type_in())]
    return [_of_column(item, column) for column in item.columns]


def _of_column(item: Item, column: Column) -> dict[str, Any]:
    head = [_("In a few words")]
    if column.sorts == Sorts.LIGHTS:
        head = [_("Place"), " / ".join(str(words) for words in LIGHTS.values())]
    elif column.sorts:
        head = [*head, _("What kind")]
    if column.replies:
        head.append(str(column.replies))
    if column.ticks:
        head.append(_("Answered"))
    says = _("This sheet is yours. Take it home: nobody collects it.") if column.kept else to_type_in()
    return _sheet(item, name=str(column.title), prompt=str(column.prompt), head=head, says=says, ticks=not column.kept)


def group_sheet(item: Item) -> dict[str, Any]:
    """Return a sheet with the columns of an activity side by side, for a small group that works at one table."""
    shared = [column for column in item.columns if not column.kept]
    return {
        "activity": item.name,
        "says": to_type_in(),
        "group": _("Group"),
        "columns": [{"name": str(column.title), "prompt": str(column.prompt)} for column in shared],
    }


def to_type_in() -> str:
    """Say what becomes of a sheet that is not its writer's own."""
    return _("To be typed in afterwards, at “Afterwards”.")


def _sheet(item: Item, *, name: str, prompt: str, head: list[str], says: str, ticks: bool = True) -> dict[str, Any]:
    return {"activity": item.name, "name": name, "prompt": prompt, "head": head, "says": says, "ticks": ticks}
