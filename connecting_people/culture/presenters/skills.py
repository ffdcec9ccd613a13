"""Who can help with what, as cards."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from connecting_people.core.addresses import address
from connecting_people.culture.helping import WHAT_FOR
from connecting_people.culture.models import Skill
from connecting_people.culture.queries.skills import what_of
from connecting_people.guide.words import StrOrPromise
from connecting_people.people.rules import STAFF, Role


@dataclass(frozen=True)
class Offer:
    """What somebody can help with."""

    id: UUID
    name: str
    side: str
    words: str
    helps_with: tuple[tuple[StrOrPromise, str], ...]
    mine: bool
    for_all: bool
    change: str
    end: str


def offers(rows: Iterable[Skill], roles: Mapping[UUID, set[str]], reader_id: UUID) -> tuple[Offer, ...]:
    """Return what people offer; with one's own stands who sees it and what one can do with it."""
    return tuple(_offer(one, roles.get(one.user_id, set()), reader_id) for one in rows)


def _offer(one: Skill, roles: set[str], reader_id: UUID) -> Offer:
    here = {"agency_id": one.agency_id}
    board = address("culture:skills", **here)
    mine, helps = one.user_id == reader_id, set(what_of(one))
    return Offer(
        id=one.pk,
        name=one.user.name,
        side=_side(roles),
        words=one.words,
        helps_with=tuple((WHAT_FOR[id], f"{board}?for={id}") for id in WHAT_FOR if id in helps),
        mine=mine,
        for_all=one.for_all,
        change=address("culture:change_skill", **here, skill_id=one.pk) if mine else "",
        end=address("culture:end_skill", **here, skill_id=one.pk) if mine else "",
    )


def _side(roles: set[str]) -> str:
    if roles & STAFF:
        return "practitioner" if Role.PRACTITIONER in roles else "agency"
    return "service_user" if Role.SERVICE_USER in roles else "supporter"
