"""What somebody wrote in a training, to keep: on a page, or as a plain text."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from connecting_people.training.course.taught import taught
from connecting_people.training.live import Written, column_of
from connecting_people.training.models import Block


@dataclass(frozen=True)
class Kept:
    """What somebody wrote in one activity: under the title of each column, their notes."""

    name: str
    columns: tuple[tuple[str, tuple[str, ...]], ...]


def kept_words(written: Iterable[tuple[Block, Written]]) -> list[Kept]:
    """Put somebody's notes together by activity and column."""
    by_block: dict[Block, dict[str, list[str]]] = {}
    for block, note in written:
        column = column_of(block, note.column)
        title = str(column.title) if column else _("Notes")
        by_block.setdefault(block, {}).setdefault(title, []).append(note.text)
    return [
        Kept(taught(block).title, tuple((title, tuple(texts)) for title, texts in columns.items()))
        for block, columns in by_block.items()
    ]


def as_text(training: str, activities: Iterable[Kept]) -> str:
    """Write it all as plain text."""
    lines = [training, "=" * len(training), ""]
    for one in activities:
        lines += [one.name, "-" * len(one.name), ""]
        for title, texts in one.columns:
            lines += [f"{title}:", *(f"- {text}".replace("\n", "\n  ") for text in texts), ""]
    return "\n".join(lines)
