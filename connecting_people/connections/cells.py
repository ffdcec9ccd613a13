"""Cells of a table of somebody's map, with why a table does not come in."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.connections.refusals import MOST_BYTES, TOO_LARGE, TOO_MUCH, stays_out
from connecting_people.core.cells import (
    BOM,
    MOST_CELLS,
    Cell,
    ColumnsUnclear,
    LettersUnread,
    LineUnread,
    Row,
    TooManyCells,
    TooWide,
    UnreadableTable,
    plain,
    safe,
    shown,
    table_in,
    written,
)
from connecting_people.guide.words import StrOrPromise

__all__ = ["BOM", "MOST_CELLS", "Cell", "Row", "plain", "safe", "shown", "table_of", "written"]
_WHY: Final[dict[type[UnreadableTable], StrOrPromise]] = {
    LettersUnread: _("The letters in this file cannot be read. Save it as CSV in UTF-8."),
    TooManyCells: TOO_MUCH,
    TooWide: _("There are more cells here than columns at the top."),
    ColumnsUnclear: _("Two columns have the same name, or there are too many."),
    LineUnread: _("This line cannot be read as a table."),
}


def table_of(file: str, content: bytes) -> tuple[list[str], list[Row]]:
    """Read a table into its header and its rows, each a line's number and its cells by column, or say why not."""
    if len(content) > MOST_BYTES:
        raise stays_out(file, TOO_LARGE)
    try:
        return table_in(content)
    except UnreadableTable as why:
        raise stays_out(file, _WHY[type(why)], why.line) from None
