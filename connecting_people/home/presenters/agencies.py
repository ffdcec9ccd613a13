"""What an agency has for its people on their first page: a place for ideas, and what became of their own."""

from dataclasses import dataclass
from datetime import datetime

from connecting_people.core.addresses import address
from connecting_people.core.london import day_of
from connecting_people.culture.models import IdeaMove
from connecting_people.culture.presenters.ideas import news
from connecting_people.culture.queries.ideas import came_back
from connecting_people.home.presenters.items import Item
from connecting_people.people.models import Agency
from connecting_people.people.rules import STAFF
from connecting_people.people.standing import Standing
from connecting_people.ui.jinja import stamp


@dataclass(frozen=True)
class AtAgency:
    """An agency with the ways to its ideas, for those who have no page of it; and the news of anybody's own."""

    name: str
    news: tuple[Item, ...]
    suggest: str
    ideas: str
    skills: str


def at_agencies(standing: Standing, at: datetime) -> tuple[AtAgency, ...]:
    """Return the agencies of whoever is signed in; of those where they are staff, only what is news."""
    agencies = standing.agencies
    moves = came_back(standing.user, [one.pk for one in agencies], at) if agencies else []
    found = [_at(standing, one, [move for move in moves if move.agency_id == one.pk]) for one in agencies]
    return tuple(one for one in found if one.news or one.suggest)


def _at(standing: Standing, agency: Agency, moves: list[IdeaMove]) -> AtAgency:
    here, elsewhere = {"agency_id": agency.pk}, bool(standing.roles_in(agency.pk) & STAFF)
    ways = [] if elsewhere else [address(f"culture:{name}", **here) for name in ("add_idea", "ideas", "skills")]
    suggest, ideas, skills = ways or ("", "", "")
    return AtAgency(agency.name, _news(agency, moves), suggest, ideas, skills)


def _news(agency: Agency, moves: list[IdeaMove]) -> tuple[Item, ...]:
    # None of its words: a first page is the one that others see over a shoulder.
    if not moves:
        return ()
    when, href = day_of(moves[0].at), address("culture:my_ideas", agency_id=agency.pk)
    return (Item(when, agency.name, news(moves), stamp(when), href, "agency"),)
