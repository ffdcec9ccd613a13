"""Cells of a table: safe for a spreadsheet on the way out, bounded on the way in."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

MOST_CELLS: Final = 500_000
MOST_COLUMNS: Final = 1_000
BOM: Final = "\ufeff"
# What a spreadsheet would run as a formula, also behind an apostrophe that somebody typed.
RISKY: Final = re.compile(r"'*[=+\-@\t\r\n]")
GUARDED: Final = re.compile(r"'+[=+\-@\t\r\n]")

Cell = str | int | float | bool | None
Row = tuple[int, dict[str, str]]


class UnreadableTable(Exception):
    """A table that cannot be read: on which line, and what is the matter with it."""

    line: int

    def __init__(self, line: int = 0) -> None:
        super().__init__()
        self.line = line


class LettersUnread(UnreadableTable):
    """No way of writing letters fits."""


class TooManyCells(UnreadableTable):
    """Far more than anybody would look through."""


class TooWide(UnreadableTable):
    """A line has more cells than there are columns."""


class ColumnsUnclear(UnreadableTable):
    """Two columns have the same name, or there are too many."""


class LineUnread(UnreadableTable):
    """A line is no line of a table."""


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


def table_in(content: bytes) -> tuple[list[str], list[Row]]:
    """Read CSV into its header and its rows, each a line's number and its cells by column."""
    text = _text(content)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)

    def lines() -> Iterator[tuple[int, list[str]]]:
        try:
            for cells in reader:
                yield reader.line_num, cells
        except csv.Error:
            raise LineUnread(reader.line_num) from None

    return table_from(lines())


def table_from(lines: Iterable[tuple[int, list[str]]]) -> tuple[list[str], list[Row]]:
    """Read lines of cells into a header and rows, within limits."""
    header: list[str] = []
    rows: list[Row] = []
    count = 0
    for line, cells in lines:
        cells = _without_empty_end(cells)
        if not cells:
            continue
        if not header:
            header = _header(line, cells)
        elif len(cells) > len(header):
            raise TooWide(line)
        else:
            row = {column: plain(cell) for column, cell in zip(header, cells, strict=False) if cell}
            rows.append((line, row))
            count += len(row) + 1
        if count > MOST_CELLS:
            raise TooManyCells(line)
    return header, rows


def _without_empty_end(cells: list[str]) -> list[str]:
    while cells and not cells[-1].strip():
        cells.pop()
    return cells


def _header(line: int, cells: list[str]) -> list[str]:
    header = [plain(cell).strip() for cell in cells]
    if len(header) > MOST_COLUMNS or len(set(header)) < len(header):
        raise ColumnsUnclear(line)
    return header


def _delimiter(text: str) -> str:
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _text(content: bytes) -> str:
    """Read the signs as UTF-8, as what Excel calls Unicode text, or as it writes them on a Windows machine."""
    for encoding in ["utf-16"] if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "cp1252"]:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise LettersUnread
