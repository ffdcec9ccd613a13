"""Why a file does not come in, or comes in with something to know: each place by file, line or item, and field."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connecting_people.guide.words import StrOrPromise

MOST_BYTES: Final = 20_000_000
MOST_BYTES_IN_ALL: Final = 60_000_000
MOST_PIECES: Final = 2_000
MOST_SERVICES: Final = 20_000
MOST_SECONDS: Final = 60
MOST_TOLD: Final = 200
TOO_LARGE: Final = gettext_lazy("This is larger than 20 MB. Bring it in several parts.")
TOO_MUCH: Final = gettext_lazy("There is more in this than a directory of 20,000 entries. Bring it in several parts.")
TOO_LONG: Final = gettext_lazy("Reading this takes too long. Bring it in several parts.")


@dataclass(frozen=True)
class Problem:
    """One thing about a file: where (a line or an item, and a field, as far as they are known) and what."""

    file: str
    reason: str
    place: str = ""
    field: str = ""


class NotTakenIn(Exception):
    """Raised when what was brought stays outside as a whole; `problems` say why, for the person who brought it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        found = tuple(dict.fromkeys(problems))
        self.problems, self.more = found[:MOST_TOLD], max(0, len(found) - MOST_TOLD)
        super().__init__("\n".join(f"{one.file} {one.place} {one.field}: {one.reason}" for one in self.problems))


def stays_out(file: str, reason: StrOrPromise, place: str = "", field: str = "") -> NotTakenIn:
    """Return the reason why one file stays outside, to be raised."""
    return NotTakenIn([Problem(file, str(reason), place, field)])


def line(number: int) -> str:
    """Return the words for a line of a file."""
    return _("line %(number)s") % {"number": number} if number else ""


def item(number: int) -> str:
    """Return the words for an item of a list."""
    return _("item %(number)s") % {"number": number} if number else ""


class Patience:
    """How long somebody's file may take: whatever reads it asks now and then whether it is still all right."""

    def __init__(self, seconds: float = MOST_SECONDS) -> None:
        self._until = time.monotonic() + seconds

    def check(self, file: str) -> None:
        """Raise NotTakenIn when the time is over."""
        if time.monotonic() > self._until:
            raise stays_out(file, TOO_LONG)
