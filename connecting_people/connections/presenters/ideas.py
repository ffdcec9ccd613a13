"""Ideas of what to do, each with why it is one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.community.models import Asset
from connecting_people.community.plain_words import ON_DAYS, distance
from connecting_people.community.presenters.find import Card, card, reason
from connecting_people.community.queries.ideas import Idea
from connecting_people.community.queries.near import Near
from connecting_people.community.search import asset_id_of
from connecting_people.connections.queries.ideas import Likes
from connecting_people.guide.interests import INTERESTS


@dataclass(frozen=True)
class Shown:
    """One idea: its card, whether it is something new, and whether only the reader's own words led to it."""

    card: Card
    new: bool
    kept: bool


def ideas_page(
    ideas: Sequence[Idea], assets: Mapping[UUID, Asset], needs: frozenset[str], near: Near | None, likes: Likes,
    today: date,
) -> tuple[Shown, ...]:  # fmt: skip
    """Return the ideas as their page shows them."""
    held = [(idea, assets.get(asset_id_of(idea.match))) for idea in ideas]
    return tuple(
        Shown(
            card=card(asset, idea.match.km, near is not None, _why(idea, needs, near), today),
            new=bool(idea.new),
            kept=_kept(idea, likes),
        )
        for idea, asset in held
        if asset
    )


def _why(idea: Idea, needs: frozenset[str], near: Near | None) -> Iterator[str]:
    for interest in idea.interests:
        yield str(INTERESTS[interest].name)
    if idea.words:
        yield _("Something you wrote yourselves")
    if idea.new:
        yield _("Something new: %(interest)s") % {"interest": INTERESTS[idea.new].name}
    for day in idea.days:
        yield str(ON_DAYS[day])
    for facet in sorted(needs):
        yield str(reason(facet))
    if near and idea.match.km is not None:
        yield _("%(distance)s from %(place)s") % {"distance": distance(idea.match.km), "place": near.name}


def _kept(idea: Idea, likes: Likes) -> bool:
    """Say whether nothing but what the reader keeps to themselves led to an idea."""
    led = {*idea.interests, *idea.words}
    return bool(led) and led <= likes.kept
