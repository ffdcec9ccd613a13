"""Files that somebody brings into the directory, of whatever sort: each is looked at within limits, and read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.community.csv_set import is_set, read_set, table_kind
from connecting_people.community.feed_in import read_feed
from connecting_people.community.gathered import Gathered
from connecting_people.community.refusals import (
    MOST_BYTES,
    MOST_BYTES_IN_ALL,
    MOST_PIECES,
    MOST_SERVICES,
    TOO_LARGE,
    TOO_MUCH,
    NotTakenIn,
    Patience,
    stays_out,
)
from connecting_people.community.tables_in import NOT_OPENED, sheet_of, table_of
from connecting_people.core.bundles import Limits, NotOpened, TooMuchInside, is_zip, members
from connecting_people.core.cells import Row

NOTHING_HERE: Final = _("There is nothing here that can be read: JSON of Open Referral UK, CSV or Excel (xlsx).")
_SHEETS: Final = (".xlsx", ".xlsm")
_TABLES: Final = (".csv", ".tsv", ".txt")
Piece = tuple[str, bytes]


@dataclass(frozen=True)
class PlainTable:
    """A table whose columns somebody has to name first."""

    file: str
    header: list[str]
    rows: list[Row]


def read(pieces: Iterable[Piece]) -> Gathered | PlainTable:
    """Read what was brought: a feed that can be looked at, or a table whose columns are to be named first.

    Raise NotTakenIn with all that stands in the way.
    """
    patience = Patience()
    opened = [inner for file, content in pieces for inner in _opened(file, content)]
    feed = [piece for piece in opened if _ends(piece[0], (".json",)) or _looks_like_json(piece)]
    tables = [piece for piece in opened if piece not in feed and _ends(piece[0], (*_SHEETS, *_TABLES))]
    if not feed and len(tables) == 1 and not _is_standard(tables[0]):
        return _plain(*tables[0], patience)
    if not feed and not any(table_kind(file) for file, _content in tables):
        raise stays_out(", ".join(dict.fromkeys(file for file, _content in opened))[:200], NOTHING_HERE)
    gathered = Gathered()
    read_feed(feed, gathered)
    read_set([piece for piece in tables if table_kind(piece[0])], gathered)
    gathered.judge(patience)
    if gathered.problems:
        raise NotTakenIn([*gathered.problems, *gathered.told])
    return gathered


def _plain(file: str, content: bytes, patience: Patience) -> PlainTable:
    header, rows = sheet_of(file, content, patience) if is_zip(content) else table_of(file, content)
    if not rows:
        raise stays_out(file, _("There is no line below the names of the columns."))
    if len(rows) > MOST_SERVICES:
        raise stays_out(file, TOO_MUCH)
    return PlainTable(file, header, rows)


def _is_standard(piece: Piece) -> bool:
    file, content = piece
    return table_kind(file) is not None and not is_zip(content) and is_set(table_of(file, content)[0])


def _opened(file: str, content: bytes) -> Iterator[Piece]:
    if len(content) > MOST_BYTES:
        raise stays_out(file, TOO_LARGE)
    if is_zip(content) and not _ends(file, _SHEETS):
        yield from _unzipped(file, content)
    elif file.casefold().endswith(".zip"):
        raise stays_out(file, NOT_OPENED)
    else:
        yield PurePosixPath(file).name, content


def _unzipped(file: str, content: bytes) -> Iterator[Piece]:
    try:
        for name, inner in members(content, _wanted, Limits(MOST_PIECES, MOST_BYTES, MOST_BYTES_IN_ALL)):
            yield PurePosixPath(name).name, inner
    except TooMuchInside as why:
        raise stays_out(file, TOO_MUCH if why.pieces else TOO_LARGE) from None
    except NotOpened:
        raise stays_out(file, NOT_OPENED) from None


def _wanted(name: str) -> bool:
    file = PurePosixPath(name).name
    return not file.startswith(".") and "__MACOSX" not in name and _ends(file, (".json", ".csv", *_SHEETS))


def _ends(file: str, ends: Sequence[str]) -> bool:
    return file.casefold().endswith(tuple(ends))


def _looks_like_json(piece: Piece) -> bool:
    return piece[1].lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"[")
