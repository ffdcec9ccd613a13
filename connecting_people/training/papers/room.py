"""What hangs or lies in the room: the agenda for the wall, the list to sign, and sticky notes in three colours."""

from typing import Any, Final

from django.utils.translation import gettext as _

from connecting_people.community.lights import COLOURS, LIGHTS
from connecting_people.community.rules import Light
from connecting_people.training.names import WHO
from connecting_people.training.outline import Item, Outline

# The colours of the lights on the pages, and a tint of each; they differ in lightness too.
INKS: Final = {
    Light.GREEN: ("#1f7a4d", "#e4f4ea"),
    Light.AMBER: ("#b7791f", "#fdf3dc"),
    Light.RED: ("#8a1c1c", "#fae4e1"),
}
_FEWEST_ROWS, _MOST_ROWS = 8, 60


def agenda(outline: Outline) -> dict[str, Any]:
    """Return the agenda, large enough to be read from a chair."""
    return {
        "heading": outline.title,
        "lead": outline.facts,
        "before_heading": _("Before the day"),
        "before": [item.name for item in outline.before],
        "head": [_("When"), _("What"), _("How"), _("Minutes")],
        "rows": [_row(item) for item in outline.on_the_day],
        "free": _("You may sit out anything, leave, and come back."),
    }


def _row(item: Item) -> list[str]:
    side = _("at the same time") if item.track else ""
    how = ", ".join(filter(None, (item.together, side)))
    return [item.starts, item.name, how, str(item.minutes or "")]


def sign_in(outline: Outline) -> dict[str, Any]:
    """Return an empty list to sign: it names nobody beforehand, since everybody in the room sees it."""
    return {
        "lead": outline.title,
        "says": _("Write as much as you like. A first name is enough, and you may leave this list out."),
        "head": [_("My name"), _("My team or group, if any"), _("I was here")],
        "rows": min(max(outline.places, _FEWEST_ROWS), _MOST_ROWS),
    }


def sticky_notes(_outline: Outline) -> dict[str, Any]:
    """Return notes to cut out, each with its colour as a word and a shape too."""
    return {
        "lead": _("Cut along the lines, or write on them as they are. The shape and the word say the colour."),
        "lights": [
            {
                "id": light.value,
                "says": str(LIGHTS[light]),
                "colour": str(COLOURS[light]),
                "ink": INKS[light][0],
                "tint": INKS[light][1],
            }
            for light in Light
        ],
        "place": _("Place"),
        "who": [str(says) for says in WHO.values()],
        "why": _("Why, or what would move it up"),
    }
