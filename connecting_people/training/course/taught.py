"""A block as it is taught in one training: in the trainers' own words where they wrote some, else in the course's."""

from dataclasses import dataclass
from typing import Final, Protocol

from django.utils.translation import gettext as _

from connecting_people.training.course.activities import activity
from connecting_people.training.course.words import Activity, Column, UnknownActivity
from connecting_people.training.rules import BlockKind

WORDS: Final = ("title", "aim", "needs", "how", "listen_for")


class Written(Protocol):
    """What a block of an agenda holds of words; each is blank where the course's own stand."""

    kind: str
    activity: str
    board: str
    title: str
    aim: str
    needs: str
    how: str
    listen_for: str


@dataclass(frozen=True)
class Taught:
    """What is said of a block. `needs`, `how` and `listen_for` are lines."""

    title: str
    aim: str
    needs: tuple[str, ...]
    how: tuple[str, ...]
    listen_for: tuple[str, ...]


def of_course(kind: str, activity_id: str) -> Activity | None:
    """Return the activity or prompt that a block has from the course; None for every other block."""
    if kind not in (BlockKind.ACTIVITY, BlockKind.PROMPT):
        return None
    try:
        return activity(activity_id)
    except UnknownActivity:
        return None


def used_by(block: Written) -> Activity | None:
    """Return the activity whose board, and what stands beside it, a block uses: its own, or one that was chosen."""
    return of_course(block.kind, block.activity) or of_course(BlockKind.ACTIVITY, block.board)


def board_of(block: Written) -> tuple[Column, ...]:
    """Return the columns of the board that a block uses."""
    found = used_by(block)
    return found.columns if found else ()


def ours(kind: str, activity_id: str) -> Taught:
    """Return what the course says of a block of this kind."""
    found = of_course(kind, activity_id)
    if found is None:
        return Taught(_NAMES[BlockKind(kind)](), "", (), (), ())
    lines = (tuple(str(line) for line in lines) for lines in (found.needs, found.how, found.listen_for))
    return Taught(str(found.name), str(found.aim), *lines)


def taught(block: Written) -> Taught:
    """Return what is said of a block in its training."""
    course = ours(block.kind, block.activity)
    return Taught(
        title=block.title or course.title,
        aim=block.aim or course.aim,
        needs=_lines(block.needs) or course.needs,
        how=_lines(block.how) or course.how,
        listen_for=_lines(block.listen_for) or course.listen_for,
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


_NAMES = {
    BlockKind.ACTIVITY: lambda: _("An activity"),
    BlockKind.PROMPT: lambda: _("Something to think about"),
    BlockKind.GUEST: lambda: _("A guest speaks"),
    BlockKind.OWN: lambda: _("Our own activity"),
    BlockKind.BREAK: lambda: _("Break"),
    BlockKind.BEFORE: lambda: _("Before the day"),
}
