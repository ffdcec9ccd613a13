"""What the agency's library of ways round holds: found by kind and by words, on any database.

Kind and text are sealed in the rows (see decision 9), so the rows are opened once per process; an idea never changes.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.db.models import QuerySet

from connecting_people.barriers.models import Item
from connecting_people.barriers.rules import ItemState, opened
from connecting_people.community.stems import joined, stems
from connecting_people.core.small_numbers import told
from connecting_people.guide.barriers import UnknownBarrierKind, barrier_kind

A_PAGE: Final = 30  # ideas on a page; whoever wants others says more
FEW: Final = 500  # ideas that are asked for by their ids; more of them with all the others
MOST_KEPT: Final = 50_000  # ideas of all agencies of one process, some twenty megabytes


@dataclass(frozen=True)
class Facts:
    """One idea as it was opened: its kind, its text, and the stems of both."""

    kind: str
    text: str
    stems: str


@dataclass(frozen=True)
class Found:
    """One idea of the library with how often it was tried and helped here, as far as that may be told.

    `some` says that it helped somebody, where the number is too small to be told; `training` and `day` are those of the
    training that it came from.
    """

    id: UUID
    kind: str
    text: str
    tried: int
    helped: int
    some: bool
    training: UUID | None = None
    day: date | None = None

    @property
    def order(self) -> tuple[int, bool, int, str, UUID]:
        """Return what ideas are sorted by; nothing that may not be told shows in it."""
        return (-self.helped, not self.some, -self.tried, self.text.casefold(), self.id)


def ideas(agency_id: UUID, *, kinds: Collection[str] = (), words: str = "") -> list[Found]:
    """Return the approved ideas of an agency of any of `kinds` that hold all `words`, what helped most first."""
    asked = stems(words)
    rows = list(_approved(agency_id).values_list("pk", "tried", "helped", "from_training", "training_date"))
    known = _known(agency_id, [pk for pk, *_ in rows])
    found = [_found(known[row[0]], *row) for row in rows if _fits(known[row[0]], kinds, asked)]
    return sorted(found, key=lambda one: one.order)


def text_of(agency_id: UUID, item_id: UUID) -> str | None:
    """Return the text of one approved idea; None where an agency's library has none of this id."""
    if not _approved(agency_id).filter(pk=item_id).exists():
        return None
    return _known(agency_id, [item_id])[item_id].text


def forget() -> None:
    """Forget which rows were opened, so that the next search opens them anew."""
    _FACTS.clear()


def _approved(agency_id: UUID) -> "QuerySet[Item]":
    return Item.objects.filter(agency_id=agency_id, state=ItemState.APPROVED)


_FACTS: dict[UUID, Facts] = {}


def _known(agency_id: UUID, ids: list[UUID]) -> dict[UUID, Facts]:
    missing = [pk for pk in ids if pk not in _FACTS]
    if len(_FACTS) + len(missing) > MOST_KEPT:
        _FACTS.clear()
        missing = ids
    if missing:
        rows = _approved(agency_id)
        rows = rows.filter(pk__in=missing) if len(missing) <= FEW else rows
        _FACTS.update((pk, _facts(sealed)) for pk, sealed in rows.values_list("pk", "sealed"))
    return _FACTS


def _facts(sealed: str) -> Facts:
    kind, text = opened(sealed)
    return Facts(kind, text, joined(stems(f"{_name(kind)} {text}")))


def _name(kind: str) -> str:
    try:
        return str(barrier_kind(kind).name)
    except UnknownBarrierKind:
        return ""


def _fits(facts: Facts, kinds: Collection[str], asked: tuple[str, ...]) -> bool:
    return (not kinds or facts.kind in kinds) and all(f" {stem} " in facts.stems for stem in asked)


def _found(facts: Facts, pk: UUID, tried: int, helped: int, training: UUID | None, day: date | None) -> Found:
    return Found(pk, facts.kind, facts.text, told(tried), told(helped), helped > 0, training, day)
