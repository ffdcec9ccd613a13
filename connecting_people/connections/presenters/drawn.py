"""The map as a picture, as one reader likes to see it."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from connecting_people.connections.picture import NIL, ColourBy, MapAddresses, Picture, TextSize, draw
from connecting_people.connections.queries.now import Now
from connecting_people.connections.rules import Network, Node
from connecting_people.connections.ruling import Ruling
from connecting_people.core.addresses import address
from connecting_people.partnership.models import Partnership

Word = TypeVar("Word", bound=StrEnum)


def addresses_of(partnership: Partnership) -> MapAddresses:
    """Return where the forms and links of a map lead."""
    here = {"partnership_id": partnership.pk}
    names = ("move", "tie", "untie", "undo", "redo", "over_time")
    return MapAddresses(
        whole=address("connections:map", **here),
        connection=address("connections:connection", **here, connection_id=UUID(NIL)),
        **{name: address(f"connections:{name}", **here) for name in names},
    )


def picture_of(partnership: Partnership, now: Now, asked: Mapping[str, str], *, near: bool = True) -> Picture:
    """Return the picture of the map as it is now, with what the address asks for and else as the reader likes it."""
    return draw(
        now.network,
        now.ruling.board,
        middle=partnership.person.name,
        addresses=addresses_of(partnership),
        colour_by=known(ColourBy, asked.get("colour", ""), now.colour_by) or ColourBy.KIND,
        text=known(TextSize, asked.get("text", ""), now.text) or TextSize.USUAL,
        part=asked.get("part", ""),
        near=near,
    )


def picture_on(
    partnership: Partnership,
    network: Network,
    ruling: Ruling,
    name: str,
    beside: Sequence[Node],
    text: TextSize = TextSize.USUAL,
) -> Picture:
    """Return the picture of the map on a day, to look at, in shapes as large as those of the day beside it."""
    return draw(
        network,
        ruling.board,
        middle=partnership.person.name,
        addresses=addresses_of(partnership),
        name=name,
        beside=beside,
        text=text,
    )


def known(words: type[Word], *values: str) -> Word | None:
    """Return the first of these values that is one of the words."""
    return next((words(value) for value in values if value in {word.value for word in words}), None)
