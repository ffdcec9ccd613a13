"""Cards: one for each activity, to run it from, and one for each small group, with the scenario that it takes up."""

from typing import Any

from django.utils.translation import gettext as _

from connecting_people.training.course.scenarios import Scenario, scenarios_for
from connecting_people.training.course.words import Beside
from connecting_people.training.outline import Item, Outline
from connecting_people.training.papers.collecting import group_sheet


def activity_cards(outline: Outline) -> dict[str, Any]:
    """Return a card for each thing that trainers run, in the order of the agenda."""
    return {"cards": [_activity(item) for item in outline.items if item.works]}


def _activity(item: Item) -> dict[str, Any]:
    step = _("Step %(number)s") % {"number": item.step} if item.step else ""
    led_by = _("Led by %(name)s") % {"name": item.led_by} if item.led_by else ""
    lists = (
        (_("What is needed"), item.needs, False),
        (_("How to run it"), item.how, True),
        (_("Listen for"), item.listen_for, False),
    )
    columns = " · ".join(str(column.title) for column in item.columns)
    ends = (
        columns and _("People write: %(columns)s") % {"columns": columns},
        item.leaves and _("It leaves: %(what)s") % {"what": item.leaves},
    )
    return {
        "name": item.name,
        "facts": " · ".join(filter(None, (item.starts, item.how_long, step, led_by))),
        "paragraphs": [item.aim] if item.aim else [],
        "goal": _("Our goal: %(goal)s") % {"goal": item.goal} if item.goal else "",
        "lists": [{"name": name, "says": says, "numbered": numbered} for name, says, numbered in lists],
        "ends": [words for words in ends if words],
    }


def scenario_cards(outline: Outline) -> dict[str, Any]:
    """Return a card for each small group, activity by activity, and the sheet that a group writes on."""
    parts = outline.beside(Beside.SCENARIO)
    return {
        "short": True,
        "cards": [
            _scenario(item, number, one)
            for course, item in parts
            for number, one in enumerate(scenarios_for(course.id), start=1)
        ],
        "sheets": [group_sheet(item) for _course, item in parts],
    }


def _scenario(item: Item, number: int, one: Scenario) -> dict[str, Any]:
    group = _("Group %(number)s") % {"number": number}
    return {
        "name": str(one.title),
        "facts": f"{item.name} · {group}",
        "paragraphs": [str(one.tells)],
        "goal": "",
        "lists": [{"name": _("Talk about"), "says": list(map(str, one.asks)), "numbered": True}],
        "ends": [],
    }
