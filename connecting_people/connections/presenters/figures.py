"""What a map says in numbers, each with its formula, its source, and what it does and does not mean."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from connecting_people.connections import words
from connecting_people.connections.measures import Measure
from connecting_people.connections.rules import Contact
from connecting_people.connections.ruling import Ruling
from connecting_people.guide.words import StrOrPromise


@dataclass(frozen=True)
class Figure:
    """One measure as the page shows it."""

    id: str
    name: StrOrPromise
    value: str
    parts: tuple[tuple[str, str], ...]
    asked: bool
    formula: StrOrPromise
    source: str
    says: StrOrPromise
    does_not_say: StrOrPromise


def figures_of(measures: Iterable[Measure], ruling: Ruling) -> tuple[Figure, ...]:
    """Return measures as the page shows them; what cannot be said is "not asked", and never 0."""
    return tuple(_figure(measure, ruling) for measure in measures)


def _figure(measure: Measure, ruling: Ruling) -> Figure:
    parts = tuple((_part_name(measure.id, part, ruling), str(count)) for part, count in measure.parts.items())
    asked = measure.value is not None or bool(parts)
    return Figure(
        id=measure.id,
        name=measure.name,
        value="" if parts else _value(measure.value),
        parts=parts,
        asked=asked,
        formula=measure.formula,
        source=measure.source,
        says=measure.says,
        does_not_say=measure.does_not_say,
    )


def _part_name(id: str, part: str, ruling: Ruling) -> str:
    if id == "by_ring":
        return ruling.ring_in_words(int(part)) or part
    return ruling.sector_words.get(part, part)


def _value(value: int | float | str | None) -> str:
    if value is None:
        return _("Not asked")
    if isinstance(value, str):
        return str(words.CONTACTS[Contact(value)]) if value in {one.value for one in Contact} else value
    return number_format(value, decimal_pos=2) if isinstance(value, float) else str(value)
