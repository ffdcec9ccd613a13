"""Why a file does not come in: each line that stands in the way, with its reason."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import StrOrPromise

MOST_BYTES = 10_000_000
MOST_COLUMNS = 1_000
MOST_SESSIONS = 200
TOO_LARGE = _("This file is larger than 10 MB. A map of 500 connections is far smaller.")

TOO_MUCH = _("There is far more in this file than maps of one person.")


@dataclass(frozen=True)
class Problem:
    """One thing that stands in the way: in which file, on which line (0: the whole file), and why."""

    file: str
    line: int
    reason: StrOrPromise

    def __str__(self) -> str:
        """Return it as a line of text, for a command."""
        return f"{self.file}, line {self.line}: {self.reason}" if self.line else f"{self.file}: {self.reason}"


class NotTakenIn(Exception):
    """Raised when a file stays outside as a whole; `problems` say why, for the person who brought it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the reasons, in the order of the lines."""
        self.problems = tuple(sorted(dict.fromkeys(problems), key=lambda problem: (problem.file, problem.line)))
        super().__init__("\n".join(map(str, self.problems)))


def stays_out(file: str, reason: StrOrPromise, line: int = 0) -> NotTakenIn:
    """Return the reason why one file stays outside, to be raised."""
    return NotTakenIn([Problem(file, line, reason)])
