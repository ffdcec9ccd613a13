"""How the files of the invented place are read: one block for each thing, and a wrong line is named."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from connecting_people.core.demo import PlayError

_FIELD = re.compile(r"([a-z]+): *(.*)")


@dataclass(frozen=True)
class Block:
    """One block: its first line cut at each `|`, the lines `name: value` under it, and the words that are left."""

    where: str
    head: tuple[str, ...]
    fields: Mapping[str, str] = field(default_factory=dict)
    words: str = ""

    @property
    def name(self) -> str:
        """Return what the block is about."""
        return self.head[0]

    def part(self, number: int) -> str:
        """Return one part of the first line; empty where it has fewer."""
        return self.head[number] if number < len(self.head) else ""

    def get(self, name: str) -> str:
        """Return what stands behind `name:`; empty where nothing does."""
        return self.fields.get(name, "")

    def items(self, name: str, between: str = ",") -> list[str]:
        """Return the parts of what stands behind `name:`."""
        return [one.strip() for one in self.get(name).split(between) if one.strip()]

    def changed(self, other: "Block") -> "Block":
        """Return this block with the fields of another in place of its own, and its words where it has any."""
        fields = {name: value for name, value in {**self.fields, **other.fields}.items() if value}
        return replace(self, where=other.where, fields=fields, words=other.words or self.words)


def wrong(where: str, what: str) -> PlayError:
    """Return the error that names a place of a file."""
    return PlayError(f"{where}: {what}")


def blocks(text: str, file: str, known: frozenset[str]) -> Iterator[Block]:
    """Read the blocks of a file; those that begin with # are remarks. A field that is not `known` is a slip."""
    number = 1
    for part in text.split("\n\n"):
        rows = part.split("\n")
        skip = next((at for at, row in enumerate(rows) if row.strip()), len(rows))
        if rows[skip:] and not rows[skip].startswith("#"):
            yield block(rows[skip:], file, number + skip, known)
        number += len(rows) + 1


def block(rows: list[str], file: str, number: int, known: frozenset[str], head: str = "") -> Block:
    """Read one block whose first row stands at line `number`; with a `head` given, all rows are fields and words."""
    first = head or rows[0]
    fields: dict[str, str] = {}
    words: list[str] = []
    for at, row in enumerate(rows if head else rows[1:], number if head else number + 1):
        found = _FIELD.fullmatch(row.strip())
        if found is None:
            words.append(row.strip())
        elif found[1] not in known or found[1] in fields:
            raise wrong(f"{file}, line {at}", f"{found[1]!r} is not a field here, or stands twice.")
        else:
            fields[found[1]] = found[2]
    return Block(
        where=f"{file}, line {number}",
        head=tuple(one.strip() for one in first.split("|")),
        fields=fields,
        words=" ".join(filter(None, words)),
    )
