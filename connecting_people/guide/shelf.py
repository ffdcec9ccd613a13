"""The companion guides and tools that the manual points to; none of them is shipped here."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.steps import STEPS
from connecting_people.guide.words import StrOrPromise

# The manual's own word for where these can be had; shown as text, since we cannot vouch for it.
SOURCE_SITE = "www.connectingpeople.net"


@dataclass(frozen=True)
class ShelfItem:
    """A guide or tool by others, the steps that it belongs to, and where in it to look."""

    id: str
    title: StrOrPromise
    about: StrOrPromise
    steps: tuple[int, ...]
    pages: str = ""


_GUIDANCE = tuple(
    ShelfItem(
        f"practice-guidance-{step.number}",
        _("Connecting People Practice Guidance"),
        _("How other practitioners go about this step."),
        (step.number,),
        step.guidance,
    )
    for step in STEPS
)
_GUIDES = (
    ShelfItem(
        "implementation-manual",
        _("Connecting People Implementation Manual"),
        _("For practitioners’ own barriers, and for making room for this way of working."),
        (6, 7),
    ),
    ShelfItem(
        "training-manual",
        _("Connecting People Training Manual"),
        _("For those who want to teach this way of working to others."),
        (1, 2, 3, 4, 5, 6, 7, 8),
    ),
)
_TOOLS = (
    ShelfItem(
        "social-isolation-scale",
        _("Social isolation scale"),
        _("Questions about feeling alone, to fill in, talk over or just start a talk with."),
        (1, 8),
    ),
    ShelfItem(
        "resource-generator",
        _("Resource Generator-UK"),
        _("Whom you could turn to for what. A second look may show what has changed."),
        (2, 8),
    ),
    ShelfItem(
        "goal-attainment-scale",
        _("Goal Attainment Scale"),
        _("A way to put a goal into your own words and see later how it is going."),
        (3, 8),
    ),
    ShelfItem(
        "fidelity-measure",
        _("Connecting People fidelity measure"),
        _("For practitioners: how close your own way of working is to the model."),
        (7, 8),
    ),
)

SHELF: tuple[ShelfItem, ...] = (*_GUIDANCE, *_GUIDES, *_TOOLS)


def shelf_for(number: int) -> tuple[ShelfItem, ...]:
    """Return what stands on the shelf for the step of this number."""
    return tuple(item for item in SHELF if number in item.steps)
