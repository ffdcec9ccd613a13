"""What of a board can go into daily practice afterwards, where to, and how that is said."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.words import Column, StrOrPromise
from connecting_people.training.rules import Lands

INTO: Final[dict[Lands, StrOrPromise]] = {
    Lands.DIRECTORY: _("Into the directory"),
    Lands.GAP: _("Onto the board of what is missing"),
    Lands.RATING: _("To how people find a place"),
    Lands.WAY_ROUND: _("Into the library of ways round"),
    Lands.IDEA: _("Onto the list of ideas"),
}
IS_THERE: Final[dict[Lands, StrOrPromise]] = {
    Lands.DIRECTORY: _("In the directory"),
    Lands.GAP: _("On the board of what is missing"),
    Lands.RATING: _("Taken to how people find a place; somebody looks at it before others read it"),
    Lands.WAY_ROUND: _("Taken to the library of ways round; a second person looks at it first"),
    Lands.IDEA: _("On the list of ideas"),
}


def landing_columns(board: tuple[Column, ...]) -> tuple[Column, ...]:
    """Return those columns of a board of which something can go further."""
    return tuple(column for column in board if column.lands or column.replies_land)


def lands_of(board: tuple[Column, ...], column: str, *, reply: bool) -> tuple[Lands, ...]:
    """Return where a note of a column, or a reply to one, can go."""
    for one in board:
        if one.id == column:
            return one.replies_land if reply else one.lands
    return ()
