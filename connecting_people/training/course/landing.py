"""What of a board can go into daily practice afterwards, where to, and how that is said."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.activities import activity
from connecting_people.training.course.words import Column, StrOrPromise, UnknownActivity
from connecting_people.training.rules import Lands

INTO: Final[dict[Lands, StrOrPromise]] = {
    Lands.DIRECTORY: _("Into the directory"),
    Lands.GAP: _("Onto the board of what is missing"),
    Lands.RATING: _("To how people find a place"),
    Lands.IMPROVEMENT: _("To what could be better at a place"),
    Lands.WAY_ROUND: _("Into the library of ways round"),
    Lands.IDEA: _("Onto the list of ideas"),
}
IS_THERE: Final[dict[Lands, StrOrPromise]] = {
    Lands.DIRECTORY: _("In the directory"),
    Lands.GAP: _("On the board of what is missing"),
    Lands.RATING: _("Taken to how people find a place; somebody looks at it before others read it"),
    Lands.IMPROVEMENT: _("Among what could be better at a place; others read it there once somebody takes it on"),
    Lands.WAY_ROUND: _("Taken to the library of ways round; a second person looks at it first"),
    Lands.IDEA: _("On the list of ideas"),
}


def columns_of(board: str) -> tuple[Column, ...]:
    """Return the columns of a board, by the activity of the course that it belongs to; none for one without a board."""
    try:
        return activity(board).columns
    except UnknownActivity:
        return ()


def landing_columns(board: str) -> tuple[Column, ...]:
    """Return those columns of a board of which something can go further."""
    return tuple(column for column in columns_of(board) if column.lands or column.replies_land)


def lands_of(board: str, column: str, *, reply: bool) -> tuple[Lands, ...]:
    """Return where a note of a column, or a reply to one, can go."""
    for one in columns_of(board):
        if one.id == column:
            return one.replies_land if reply else one.lands
    return ()
