"""Cells of a table: safe for a spreadsheet on the way out, bounded on the way in."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext_lazy as _

from connecting_people.connections.refusals import MOST_BYTES, MOST_COLUMNS, TOO_LARGE, TOO_MUCH, stays_out

MOST_CELLS = 500_000
BOM = "\ufeff"
# What a spreadsheet would run as a formula, also behind an apostrophe that somebody typed.
RISKY = re.compile(r"'*[=+\-@\t\r\n]")
GUARDED = re.compile(r"'+[=+\-@\t\r\n]")

Cell = str | int | float | bool | None


def safe(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would take for a formula."""
    return "'" + text if RISKY.match(text) else text


def plain(cell: str) -> str:
    """Take the apostrophe off again."""
    return cell[1:] if GUARDED.match(cell) else cell


def shown(cell: Cell) -> str:
    """Write one cell: nothing for what was not said, true or false, a number as it is, text made safe."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return safe(cell) if isinstance(cell, str) else str(cell)


def written(header: Sequence[str], rows: Iterable[Sequence[Cell]], *, for_excel: bool = False) -> bytes:
    """Write a table in UTF-8; a BOM lets Excel see that it is."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(map(safe, header))
    writer.writerows(map(shown, row) for row in rows)
    return ((BOM if for_excel else "") + out.getvalue()).encode("utf-8", "replace")


Row = tuple[int, dict[str, str]]


def table_of(file: str, content: bytes) -> tuple[list[str], list[Row]]:
    """Read a table into its header and its rows, each a line's number and its cells by column, or say why not."""
    text = _text(file, content)
    header: list[str] = []
    rows: list[Row] = []
    count = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        for cells in map(_without_empty_end, reader):
            if not cells:
                continue
            if not header:
                header = _header(file, cells)
            elif len(cells) > len(header):
                raise stays_out(file, _("There are more cells here than columns at the top."), reader.line_num)
            else:
                row = {column: plain(cell) for column, cell in zip(header, cells, strict=False) if cell}
                rows.append((reader.line_num, row))
                count += len(row) + 1
            if count > MOST_CELLS:
                raise stays_out(file, TOO_MUCH, reader.line_num)
    except csv.Error:
        raise stays_out(file, _("This line cannot be read as a table."), reader.line_num) from None
    return header, rows


def _without_empty_end(cells: list[str]) -> list[str]:
    while cells and not cells[-1].strip():
        cells.pop()
    return cells


def _header(file: str, cells: list[str]) -> list[str]:
    header = [plain(cell).strip() for cell in cells]
    if len(header) > MOST_COLUMNS or len(set(header)) < len(header):
        raise stays_out(file, _("Two columns have the same name, or there are too many."), 1)
    return header


def _delimiter(text: str) -> str:
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _text(file: str, content: bytes) -> str:
    """Read the signs as UTF-8, as what Excel calls Unicode text, or as it writes them on a Windows machine."""
    if len(content) > MOST_BYTES:
        raise stays_out(file, TOO_LARGE)
    for encoding in ["utf-16"] if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "cp1252"]:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise stays_out(file, _("The letters in this file cannot be read. Save it as CSV in UTF-8."))
