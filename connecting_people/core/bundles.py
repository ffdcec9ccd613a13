"""Zip files, made without a date, and read by their own count, since what one says of itself may not be so."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

_BROKEN: Final = (
    zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError, zlib.error
)  # fmt: skip


class NotOpened(Exception):
    """The file is cut off, locked, or no zip file."""


class TooMuchInside(Exception):
    """There is more in it than is let in; `pieces` where it is the number of files."""

    def __init__(self, *, pieces: bool = False) -> None:
        super().__init__()
        self.pieces = pieces


@dataclass(frozen=True)
class Limits:
    """How much may be in a zip file: files, bytes in one of them, bytes in all."""

    pieces: int
    each: int
    in_all: int


def bundled(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip file of files with their names, which says nothing of when it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as bundle:
        for name, content in files:
            bundle.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def is_zip(content: bytes) -> bool:
    """Say whether a file begins as a zip file does."""
    return content.startswith(b"PK\x03\x04")


def members(content: bytes, wanted: Callable[[str], bool], limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Yield the wanted files in a zip file, and stop as soon as they are more than the limits."""
    left = limits.in_all
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as bundle:
            inside = [member for member in bundle.infolist() if wanted(member.filename)]
            if len(inside) > limits.pieces:
                raise TooMuchInside(pieces=True)
            for member in inside:
                with bundle.open(member) as opened:
                    found = opened.read(min(limits.each, left) + 1)
                left -= len(found)
                if len(found) > limits.each or left < 0:
                    raise TooMuchInside
                yield member.filename, found
    except _BROKEN:
        raise NotOpened from None
