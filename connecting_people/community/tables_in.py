"""Plain tables that somebody brings, CSV or Excel, read within limits."""

import io
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from connecting_people.community.refusals import (
    MOST_BYTES,
    MOST_BYTES_IN_ALL,
    MOST_PIECES,
    TOO_LARGE,
    TOO_MUCH,
    Patience,
    line,
    stays_out,
)
from connecting_people.core.bundles import Limits, NotOpened, TooMuchInside, members
from connecting_people.core.cells import (
    ColumnsUnclear,
    LettersUnread,
    LineUnread,
    Row,
    TooManyCells,
    TooWide,
    UnreadableTable,
    table_from,
    table_in,
)
from connecting_people.guide.words import StrOrPromise

NOT_OPENED: Final = _("This file cannot be opened. It may be cut off or locked with a password.")
_WHY: Final[dict[type[UnreadableTable], StrOrPromise]] = {
    LettersUnread: _("The letters in this file cannot be read. Save it as CSV in UTF-8."),
    TooManyCells: TOO_MUCH,
    TooWide: _("There are more cells here than columns at the top."),
    ColumnsUnclear: _("Two columns have the same name, or there are too many."),
    LineUnread: _("This line cannot be read as a table."),
}


def table_of(file: str, content: bytes) -> tuple[list[str], list[Row]]:
    """Read CSV into its header and its rows, or raise NotTakenIn."""
    if len(content) > MOST_BYTES:
        raise stays_out(file, TOO_LARGE)
    try:
        return table_in(content)
    except UnreadableTable as why:
        raise stays_out(file, _WHY[type(why)], line(why.line)) from None


def sheet_of(file: str, content: bytes, patience: Patience) -> tuple[list[str], list[Row]]:
    """Read the first sheet of an Excel file into its header and its rows, or raise NotTakenIn."""
    try:
        # Nothing is unpacked for the library that was not counted before.
        for _piece in members(content, lambda name: True, Limits(MOST_PIECES, MOST_BYTES_IN_ALL, MOST_BYTES_IN_ALL)):
            patience.check(file)
        return table_from(_lines(file, content, patience))
    except TooMuchInside:
        raise stays_out(file, TOO_LARGE) from None
    except NotOpened:
        raise stays_out(file, NOT_OPENED) from None
    except UnreadableTable as why:
        raise stays_out(file, _WHY[type(why)], line(why.line)) from None


def _lines(file: str, content: bytes, patience: Patience) -> Iterator[tuple[int, list[str]]]:
    from openpyxl import load_workbook  # here, since no other page needs it

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        # The size that a sheet gives of itself may be a billion cells.
        sheet.reset_dimensions()
        rows = sheet.iter_rows(values_only=True)
    except Exception:  # the library raises whatever the broken part of the file makes it stumble over
        raise NotOpened from None
    number = 0
    while True:
        patience.check(file)
        try:
            cells = next(rows, None)
        except Exception:
            raise NotOpened from None
        if cells is None:
            return
        number += 1
        yield number, [_text(cell) for cell in cells]


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    if isinstance(cell, time):
        return cell.strftime("%H:%M")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
