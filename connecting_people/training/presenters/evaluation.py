"""What people said of a training: words, and a picture with the same as a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.training.course.evaluation import HIGHEST, LEVELS, QUESTIONS
from connecting_people.training.course.words import StrOrPromise
from connecting_people.training.models import Improvement, Training
from connecting_people.training.queries.evaluation import Said

# Names stand above their lines, so that the whole of it fits a phone.
LEFT, WIDTH, TOP, ROW = 48, 480, 36, 62


@dataclass(frozen=True)
class Row:
    """One question: where people stand on the whole, and where they stood after the training before, if known."""

    name: StrOrPromise
    says: str
    before_says: str
    y: int
    x: int
    before_x: int | None


@dataclass(frozen=True)
class Scale:
    """The picture: a line for each question, from "not at all" to "very much"."""

    width: int
    height: int
    left: int
    right: int
    levels: tuple[tuple[int, StrOrPromise], ...]
    rows: tuple[Row, ...]
    compared: bool
    says: str


@dataclass(frozen=True)
class Better:
    """One thing that the trainers will do better."""

    id: UUID
    words: str
    done: bool
    carried: str


def scale_of(said: Said, before: Said | None) -> Scale | None:
    """Return the picture of the questions that eight people or more answered; None where there is none."""
    asked = [one for one in QUESTIONS if one.id in said.means]
    if not asked:
        return None
    earlier = before.means if before else {}
    rows = tuple(
        Row(
            name=one.short,
            says=in_words(said.means[one.id]),
            before_says=in_words(earlier[one.id]) if one.id in earlier else "",
            y=TOP + ROW * number + 44,
            x=_x(said.means[one.id]),
            before_x=_x(earlier[one.id]) if one.id in earlier else None,
        )
        for number, one in enumerate(asked)
    )
    return Scale(
        width=WIDTH,
        height=TOP + ROW * len(rows) + 12,
        left=LEFT,
        right=WIDTH - LEFT,
        levels=tuple((_x(level), name) for level, name in enumerate(LEVELS)),
        rows=rows,
        compared=any(row.before_x is not None for row in rows),
        says="; ".join(f"{row.name}: {row.says}" for row in rows),
    )


def in_words(mean: float) -> str:
    """Return where people stand on the whole in the words of the scale."""
    below, rest = int(mean), mean - int(mean)
    if rest < 0.25 or below == HIGHEST:
        return str(LEVELS[below])
    if rest > 0.75:
        return str(LEVELS[below + 1])
    return _("Between “%(one)s” and “%(other)s”") % {"one": LEVELS[below], "other": LEVELS[below + 1]}


def aims_of(training: Training) -> tuple[tuple[StrOrPromise, str], ...]:
    """Return what a training aimed at, so that what people said can be read beside it."""
    rows = [(one.short, getattr(training, one.aim)) for one in QUESTIONS if one.aim]
    return tuple((name, words) for name, words in rows if words)


def to_do_better(improvements: Iterable[Improvement]) -> tuple[Better, ...]:
    """Return what the trainers will do better."""
    return tuple(
        Better(one.pk, one.words, one.done_at is not None, one.carried_to.title if one.carried_to else "")
        for one in improvements
    )


def _x(level: float) -> int:
    return round(LEFT + (WIDTH - 2 * LEFT) * level / HIGHEST)
