"""A practice map as a picture, a list, figures and files; what belongs to it is said in words too."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from connecting_people.connections import words
from connecting_people.connections.acts import Act
from connecting_people.connections.facts import Facts
from connecting_people.connections.forms.facts import FactsForm
from connecting_people.connections.measures import measures_of
from connecting_people.connections.picture import (
    NIL,
    ColourBy,
    MapAddresses,
    Picture,
    TextSize,
    draw,
    standing_alone,
)
from connecting_people.connections.presenters.figures import Figure, figures_of
from connecting_people.connections.presenters.people import Listing, people_listing
from connecting_people.connections.rules import Feeling, Network
from connecting_people.connections.ruling import Ruling
from connecting_people.core.addresses import address
from connecting_people.training.models import PracticeSpace
from connecting_people.training.models.sealed import Step
from connecting_people.training.queries.practice import PracticeMap

Word = TypeVar("Word", bound=StrEnum)
NOWHERE = MapAddresses("", "", "", "", "", "", "")


@dataclass(frozen=True)
class MapPage:
    """All that the pages of a practice map show."""

    picture: Picture
    addresses: MapAddresses
    people: Listing
    undo: str
    redo: str


@dataclass(frozen=True)
class Other:
    """Somebody else on the map, whom one knows or may know."""

    id: UUID
    name: str


@dataclass(frozen=True)
class Knowing:
    """Whom somebody on the map knows there, and whom they may know."""

    knows: tuple[Other, ...]
    may_know: tuple[Other, ...]


def map_page(space: PracticeSpace, found: PracticeMap, asked: Mapping[str, str]) -> MapPage:
    """Return the map of a practice space, as the address of the page asks for it."""
    to = _addresses()
    return MapPage(
        picture=draw(
            found.network,
            found.ruling.board,
            middle=owner_of(space),
            addresses=to,
            colour_by=_known(ColourBy, asked.get("colour", "")) or ColourBy.KIND,
            text=_known(TextSize, asked.get("text", "")) or TextSize.USUAL,
            part=asked.get("part", ""),
        ),
        addresses=to,
        people=people_listing(found.network, found.facts, found.ruling, to, by_kind=asked.get("by") == "kind"),
        undo=_turn(found.steps.done),
        redo=_turn(found.steps.undone),
    )


def only_to_see(space: PracticeSpace, found: PracticeMap, *, names: bool = True, name: str = "map") -> Picture:
    """Return the map to look at alone; without `names` nobody on it, nor its owner, can be told by what is written."""
    if names:
        return draw(found.network, found.ruling.board, middle=owner_of(space), name=name)
    picture = draw(without_names(found), Ruling(rings=found.ruling.rings, sectors=found.ruling.sectors).board,
                   middle=_("Somebody"), name=name)  # fmt: skip
    blank = tuple(mark._replace(name="", inside="", labels=()) for mark in picture.marks)
    return replace(picture, marks=blank, middle_letters="")


def without_names(found: PracticeMap) -> Network:
    """Return a map on which nobody has a name, a sign or an id of their own any more, nor how it feels with them."""
    network, nobody, unsaid = found.network, _("Somebody"), Feeling.NOT_SAID
    blank = [replace(one, id=str(n), name=nobody, symbol="", feeling=unsaid) for n, one in enumerate(network.nodes)]
    ids = {one.id: other.id for one, other in zip(network.nodes, blank, strict=True)}
    return replace(network, nodes=tuple(blank), ties=frozenset((ids[one], ids[other]) for one, other in network.ties))


def owner_of(space: PracticeSpace) -> str:
    """Return what the owner of a space is called on their map: the name they gave in the room, if any."""
    return (space.trainee.name if space.trainee else "") or _("Me")


def list_to_read(found: PracticeMap) -> Listing:
    """Return everybody on the map, without links and buttons."""
    return people_listing(found.network, found.facts, found.ruling, NOWHERE)


def figures(found: PracticeMap) -> tuple[Figure, ...]:
    """Return what one's map says in numbers, with what they mean and do not mean."""
    return figures_of(measures_of(found.network), found.ruling)


def knowing(found: PracticeMap, id: UUID) -> Knowing:
    """Return whom somebody knows on this map, and whom they may know, by name."""
    mates = {other for tie in found.network.ties if id in tie for other in tie if other != id}
    others = [Other(each, facts.name) for each, facts in found.facts.items() if each != id]
    others.sort(key=lambda other: other.name.casefold())
    return Knowing(
        tuple(other for other in others if other.id in mates),
        tuple(other for other in others if other.id not in mates),
    )


def now_says(now: Facts, typed: Facts, ruling: Ruling, today: date) -> dict[str, str]:
    """Return what it says now in each box that was typed differently, by the name of the box."""
    stands, wanted = (FactsForm(ruling=ruling, until=today, facts=each) for each in (now, typed))
    found = {}
    for bound in stands:
        if bound.name != "read" and bound.value() != wanted[bound.name].value():
            found[bound.name] = _in_words(bound.field, bound.value()) or _("(nothing)")
    return found


def drawing_file(space: PracticeSpace, found: PracticeMap) -> str:
    """Return the map as a picture that needs nothing else."""
    picture = draw(found.network, found.ruling.board, middle=owner_of(space), near=False)
    return standing_alone(picture, title=_("My practice map"))


def text_file(found: PracticeMap, at: datetime) -> str:
    """Return the map in words, to keep where there is no picture."""
    lines = [_("My practice map"), date_format(timezone.localtime(at), "j F Y"), ""]
    for group in list_to_read(found).groups:
        lines += [group.name, *[": ".join(filter(None, (row.name, "; ".join(row.says)))) for row in group.rows], ""]
    for facts in found.facts.values():
        own = [text for text in (facts.together, facts.matters, facts.came_about) if text]
        lines += [facts.name, *own, ""] if own else []
    return "\n".join(lines)


def _addresses() -> MapAddresses:
    names = ("move", "tie", "untie", "undo", "redo")
    return MapAddresses(
        whole=address("training:practice_map"),
        connection=address("training:practice_person", connection_id=UUID(NIL)),
        **{name: address(f"training:practice_{name}") for name in names},
    )


def _known(of: type[Word], value: str) -> Word | None:
    return next((one for one in of if one.value == value), None)


def _turn(steps: tuple[Step, ...]) -> str:
    return words.act_in_words(Act(steps[-1].act), steps[-1].name) if steps else ""


def _in_words(field: object, value: object) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    named = {str(key): str(says) for key, says in getattr(field, "choices", [])}
    given: Iterable[object] = value if isinstance(value, list) else [value]
    return ", ".join(named.get(str(one), str(one)) for one in given if one not in (None, ""))
