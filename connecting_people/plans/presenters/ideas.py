"""Kept ideas as their page shows them: in mind, put off, and what became of the others."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from connecting_people.community.queries.assets import season_of
from connecting_people.community.rules import Season
from connecting_people.core.addresses import address
from connecting_people.partnership.models import Partnership
from connecting_people.plans.models import KeptIdea
from connecting_people.plans.presenters.goals import place_of
from connecting_people.plans.rules import Kept


@dataclass(frozen=True)
class Idea:
    """One kept idea."""

    id: UUID
    asset_id: UUID
    name: str
    href: str
    side: str
    who: str
    goal: str
    goal_href: str
    until: date | None
    due: bool
    closed: bool
    move: str


@dataclass(frozen=True)
class Ideas:
    """All that the two keep in mind; what was put off until today stands first."""

    due: tuple[Idea, ...]
    in_mind: tuple[Idea, ...]
    put_off: tuple[Idea, ...]
    went: tuple[Idea, ...]
    let_go: tuple[Idea, ...]


def ideas_page(partnership: Partnership, ideas: Iterable[KeptIdea], today: date) -> Ideas:
    """Return the kept ideas, each under what became of it."""
    rows = [(Kept(one.state), _idea(partnership, one, today)) for one in ideas]
    return Ideas(
        due=tuple(one for _state, one in rows if one.due),
        in_mind=tuple(one for state, one in rows if state == Kept.SHORTLISTED),
        put_off=tuple(one for state, one in rows if state == Kept.PUT_OFF and not one.due),
        went=tuple(one for state, one in rows if state == Kept.OUTING),
        let_go=tuple(one for state, one in rows if state == Kept.LET_GO),
    )


def _idea(partnership: Partnership, idea: KeptIdea, today: date) -> Idea:
    voice = place_of(partnership, idea.voice_id)
    at = {"partnership_id": partnership.pk}
    goal = idea.goal if idea.goal and not idea.goal.entry.kept_by_id else None
    return Idea(
        id=idea.pk,
        asset_id=idea.asset_id,
        name=idea.asset.name,
        href=address("community:asset", agency_id=partnership.agency_id, asset_id=idea.asset_id),
        side=voice.side,
        who=voice.name,
        goal=goal.entry.line if goal else "",
        goal_href=address("plans:goal", goal_id=goal.pk, **at) if goal else "",
        until=idea.until_date,
        due=idea.state == Kept.PUT_OFF and bool(idea.until_date and idea.until_date <= today),
        closed=season_of(idea.asset, today) in (Season.CLOSED, Season.PAUSED),
        move=address("plans:move_idea", idea_id=idea.pk, **at),
    )
