"""The pages of whom the team knows: the list by keeper or by place, one contact, and the picture."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.community import knowing
from connecting_people.community.models import LocalContact, Touch
from connecting_people.community.queries.contacts import QUIET_AFTER
from connecting_people.core.addresses import address
from connecting_people.people.models import User


@dataclass(frozen=True)
class Contact:
    """One contact in a list."""

    id: UUID
    name: str
    href: str
    place: str
    place_href: str
    keeper: str
    kept: bool
    touched: date | None
    quiet: bool


@dataclass(frozen=True)
class Group:
    """The contacts of one keeper, or those at one place."""

    name: str
    contacts: tuple[Contact, ...]


@dataclass(frozen=True)
class ContactsPage:
    """Whom the team knows: what nobody keeps first, then group by group."""

    nobodys: tuple[Contact, ...]
    groups: tuple[Group, ...]


def contacts_page(rows: Iterable[LocalContact], reader: User, today: date, *, by_place: bool) -> ContactsPage:
    """Return the list; by keeper with one's own first, or by place."""
    shown = [(row, contact_row(row, today)) for row in rows]
    nobodys = sorted((one for row, one in shown if not one.kept), key=lambda one: one.place.casefold())
    groups: dict[tuple[bool, str, UUID], tuple[str, list[Contact]]] = {}
    for row, one in shown:
        if by_place:
            key, name = (False, one.place.casefold(), row.asset_id or row.organisation_id or row.pk), one.place
        elif one.kept:
            own = row.kept_by_id == reader.pk
            key, name = (not own, one.keeper.casefold(), row.kept_by_id), _("You") if own else one.keeper
        else:
            continue
        groups.setdefault(key, (name, []))[1].append(one)
    order = sorted(groups, key=lambda key: (key[0], key[1], str(key[2])))
    return ContactsPage(tuple(nobodys), tuple(_group(*groups[key]) for key in order))


def contact_row(row: LocalContact, today: date) -> Contact:
    """Return one contact as lists show it."""
    return Contact(
        id=row.pk,
        name=row.name,
        href=address("community:contact", agency_id=row.agency_id, contact_id=row.pk),
        place=place_of(row),
        place_href=_place_href(row),
        keeper=row.kept_by.name,
        kept=row.is_kept,
        touched=row.touched_date,
        quiet=is_quiet(row, today),
    )


def is_quiet(row: LocalContact, today: date) -> bool:
    """Say whether nobody was in touch for half a year."""
    return row.touched_date is not None and row.touched_date <= today - QUIET_AFTER


def place_of(row: LocalContact) -> str:
    """Return the name of where the team knows somebody."""
    return str((row.asset or row.organisation).name)  # type: ignore[union-attr]


def _place_href(row: LocalContact) -> str:
    return address("community:asset", agency_id=row.agency_id, asset_id=row.asset_id) if row.asset_id else ""


def _group(name: str, contacts: Sequence[Contact]) -> Group:
    return Group(name, tuple(sorted(contacts, key=lambda one: (one.place.casefold(), one.name.casefold()))))


@dataclass(frozen=True)
class Place:
    """One place of the list that says the same as the picture."""

    name: str
    href: str
    known_by: tuple[str, ...]
    mark: str


@dataclass(frozen=True)
class HangsOnOne:
    """One person, and the places that nobody else knows somebody at."""

    name: str
    places: tuple[str, ...]


@dataclass(frozen=True)
class WhoKnows:
    """The picture, and the same in words."""

    picture: knowing.Picture
    places: tuple[Place, ...]
    hangs: tuple[HangsOnOne, ...]


def who_knows(rows: Sequence[LocalContact], touches: Iterable[Touch], here: set[UUID]) -> WhoKnows:
    """Draw who knows somebody where: who keeps a contact, and who was in touch of those who are still `here`."""
    by_id = {row.pk: row for row in rows}
    ties = [_tie(row, row.kept_by if row.is_kept else None, keeps=True) for row in rows]
    ties += [
        _tie(by_id[touch.contact_id], touch.by, keeps=False)
        for touch in touches
        if touch.by_id in here and touch.contact_id in by_id
    ]
    drawn = knowing.picture(ties)
    links = {_place_id(row): _place_href(row) for row in rows}
    known: dict[str, dict[str, str]] = {}
    for tie in ties:
        known.setdefault(tie.place, {})[tie.person] = tie.name
    places = tuple(
        Place(one.name, links[one.id], tuple(sorted(n for id, n in known[one.id].items() if id)), one.mark)
        for one in sorted(drawn.places, key=lambda one: one.name.casefold())
    )
    return WhoKnows(drawn, places, _hangs(drawn, known))


def _hangs(drawn: knowing.Picture, known: dict[str, dict[str, str]]) -> tuple[HangsOnOne, ...]:
    found: dict[str, list[str]] = {}
    for place in drawn.places:
        if place.mark == knowing.Mark.ONE:
            (person,) = (id for id in known[place.id] if id)
            found.setdefault(person, []).append(place.name)
    people = [one for one in drawn.people if one.id in found]
    return tuple(HangsOnOne(p.name, tuple(sorted(found[p.id], key=str.casefold))) for p in people)


def _tie(row: LocalContact, person: User | None, *, keeps: bool) -> knowing.Tie:
    shape = knowing.shape_of(row.asset.kind) if row.asset else knowing.Shape.SQUARE
    name = person.name if person else _("Nobody now")
    return knowing.Tie(str(person.pk) if person else "", name, _place_id(row), place_of(row), shape, keeps)


def _place_id(row: LocalContact) -> str:
    return str(row.asset_id or row.organisation_id)
