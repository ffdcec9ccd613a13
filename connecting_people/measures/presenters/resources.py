"""What could be had, through whom, and what hangs on one person: never a total alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from connecting_people.core.addresses import address
from connecting_people.measures.queries import OnMap, Told
from connecting_people.measures.rules import Item, Resource, hangs_on
from connecting_people.partnership.models import Partnership


@dataclass(frozen=True)
class Way:
    """One resource: what it is, through what kinds of people and through whom, and where to name them."""

    says: str
    kinds: tuple[str, ...]
    people: tuple[str, ...]
    paid: bool
    name: str


@dataclass(frozen=True)
class Reach:
    """What is within reach, what is not just now, what was left open, what hangs on one person."""

    there: tuple[Way, ...]
    not_there: tuple[Way, ...]
    left_open: tuple[str, ...]
    hangs: tuple[tuple[str, tuple[str, ...]], ...]
    through: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Moved:
    """What came within reach since the first time, and what left it."""

    came: tuple[str, ...]
    went: tuple[str, ...]


def reach_page(partnership: Partnership, told: Told, named: Mapping[str, Sequence[OnMap]], *, may_link: bool) -> Reach:
    """Return what somebody answered of their resources, with whom they named on the map."""
    resources = tuple(_resource(item, told, named) for item in told.instrument.items if item.responses.several)
    names = {str(one.id): one.name for people in named.values() for one in people}
    ways = {one.item.id: _way(partnership, told, one, names, may_link) for one in resources}
    hangs = hangs_on(resources)
    through: dict[str, list[str]] = {}
    for one in resources:
        for person in one.people:
            through.setdefault(person, []).append(one.item.says)
    return Reach(
        there=tuple(ways[one.item.id] for one in resources if one.available),
        not_there=tuple(ways[one.item.id] for one in resources if one.answered and not one.available),
        left_open=tuple(one.item.says for one in resources if not one.answered),
        hangs=tuple((names[who], tuple(item.says for item in items)) for who, items in hangs.items()),
        through=tuple((names[who], tuple(what)) for who, what in through.items()),
    )


def moved(first: tuple[Told, Mapping[str, Sequence[OnMap]]], last: tuple[Told, Mapping[str, Sequence[OnMap]]]) -> Moved:
    """Return what came within reach from one time to another, and what left it; what was open is neither."""
    then, now = (_available(*one) for one in (first, last))
    items = {item.id: item.says for item in last[0].instrument.items}
    came = tuple(items[id] for id, there in now.items() if there and then.get(id) is False)
    went = tuple(items[id] for id, there in now.items() if not there and then.get(id) is True)
    return Moved(came, went)


def _available(told: Told, named: Mapping[str, Sequence[OnMap]]) -> dict[str, bool]:
    resources = [_resource(item, told, named) for item in told.instrument.items if item.responses.several]
    return {one.item.id: one.available for one in resources if one.answered}


def _resource(item: Item, told: Told, named: Mapping[str, Sequence[OnMap]]) -> Resource:
    answer = told.answers.get(item.id)
    chosen = answer if isinstance(answer, tuple) else ()
    people = tuple(str(one.id) for one in named.get(item.id, ()) if not one.inside)
    kinds = tuple(one for one in item.responses.choices if one.value in chosen)
    return Resource(item, answer is not None or bool(people), kinds, people)


def _way(partnership: Partnership, told: Told, one: Resource, names: Mapping[str, str], may_link: bool) -> Way:
    ids: dict[str, UUID | str] = {"partnership_id": partnership.pk, "set_id": told.row.pk, "item": one.item.id}
    return Way(
        says=one.item.says,
        kinds=tuple(kind.says for kind in one.kinds if not kind.paid),
        people=tuple(names[id] for id in one.people),
        paid=any(kind.paid for kind in one.kinds),
        name=address("measures:through", **ids) if may_link else "",
    )
