"""What of the guide a skill can help with: kinds of barrier, interests and steps, each by its own id."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.barriers.words import SIDES
from connecting_people.guide.barriers import barrier_kinds_for
from connecting_people.guide.interests import INTEREST_FAMILIES
from connecting_people.guide.steps import STEPS
from connecting_people.guide.words import StrOrPromise


@dataclass(frozen=True)
class Family:
    """Things that a skill may help with which belong together, each an id and its name."""

    name: StrOrPromise
    things: tuple[tuple[str, StrOrPromise], ...]


STEPS_TO_HELP_WITH: Final = Family(_("The eight steps"), tuple((one.slug, one.name) for one in STEPS))
BARRIERS_TO_HELP_WITH: Final = tuple(
    Family(name, tuple((kind.id, kind.name) for kind in barrier_kinds_for(side))) for side, name in SIDES.items()
)
INTERESTS_TO_HELP_WITH: Final = tuple(
    Family(family.name, tuple((one.id, one.name) for one in family.interests)) for family in INTEREST_FAMILIES
)
FAMILIES: Final = (STEPS_TO_HELP_WITH, *BARRIERS_TO_HELP_WITH, *INTERESTS_TO_HELP_WITH)
WHAT_FOR: Final[Mapping[str, StrOrPromise]] = {id: name for family in FAMILIES for id, name in family.things}
