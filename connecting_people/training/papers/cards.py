"""Cards: one for each activity, to run it from, and one for each story that a group takes in hand."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from connecting_people.training.outline import Item, Outline


@dataclass(frozen=True)
class Story:
    """A conversation or a scenario on a card: its title, and what is told, paragraph by paragraph."""

    title: str
    paragraphs: tuple[str, ...]
    questions: tuple[str, ...] = ()


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


def story_cards(stories: tuple[Story, ...]) -> dict[str, Any]:
    """Return a card for each story, with the questions to take up in the group."""
    return {
        "cards": [
            {
                "name": story.title,
                "facts": "",
                "paragraphs": story.paragraphs,
                "goal": "",
                "lists": [{"name": _("Talk about"), "says": story.questions, "numbered": False}],
                "ends": [],
            }
            for story in stories
        ]
    }
