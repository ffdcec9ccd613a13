"""The board of what is missing, and one need on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from connecting_people.community.knowledge_words import GAP_STATES, ORIGINS
from connecting_people.community.models import Gap, GapMove
from connecting_people.community.presenters.came import Came, came_from
from connecting_people.community.rules import NEXT_GAP, GapState, Origin
from connecting_people.core.addresses import address
from connecting_people.guide.interests import INTERESTS
from connecting_people.guide.words import StrOrPromise


@dataclass(frozen=True)
class Need:
    """One need that nothing here meets; it says where it came from, never who said it."""

    id: UUID
    href: str
    words: str
    origin: StrOrPromise
    interest: StrOrPromise
    place: str
    at: datetime
    state: str
    state_name: StrOrPromise
    looked_into_by: str
    filled_by: str
    filled_href: str
    said: str
    came: Came | None


@dataclass(frozen=True)
class Column:
    """The needs of one state, the newest of them."""

    state: str
    name: StrOrPromise
    many: int
    needs: tuple[Need, ...]
    all_href: str


@dataclass(frozen=True)
class Moved:
    """One thing that happened to a need; the first is that it came onto the board."""

    title: StrOrPromise
    text: str
    when: datetime
    side: str = "agency"
    href: str = ""


def column(agency_id: UUID, state: GapState, gaps: Sequence[Gap], many: int, said: Mapping[UUID, str]) -> Column:
    """Return the needs of one state with what was said last of each."""
    board = address("community:gaps", agency_id=agency_id)
    href = f"{board}?state={state.value}" if many > len(gaps) else ""
    return Column(state.value, GAP_STATES[state], many, tuple(need(one, said.get(one.pk, "")) for one in gaps), href)


def need(gap: Gap, said: str = "") -> Need:
    """Return one need as the board shows it."""
    here = {"agency_id": gap.agency_id}
    known = INTERESTS.get(gap.interest)
    filled = gap.filled_by
    return Need(
        id=gap.pk,
        href=address("community:gap", **here, gap_id=gap.pk),
        words=gap.need,
        origin=ORIGINS[Origin(gap.origin)],
        interest=known.name if known else "",
        place=gap.place,
        at=gap.at,
        state=gap.state,
        state_name=GAP_STATES[GapState(gap.state)],
        looked_into_by=gap.looked_into_by.name if gap.looked_into_by else "",
        filled_by=filled.name if filled else "",
        filled_href=address("community:asset", **here, asset_id=filled.pk) if filled else "",
        said=said,
        came=came_from(gap.from_training, gap.training_date),
    )


def moves(rows: Iterable[GapMove], origin: str) -> tuple[Moved, ...]:
    """Return what happened to a need, newest first; who put it on the board is nowhere said."""
    told = list(rows)
    return tuple(
        Moved(ORIGINS[Origin(origin)] if row is told[-1] else GAP_STATES[GapState(row.state)], row.words, row.at)
        for row in told
    )


def next_of(gap: Gap) -> list[GapState]:
    """Return where a need can go from where it is: onwards first, and back to the beginning last."""
    order = (GapState.LOOKED_INTO, GapState.FILLED, GapState.NOT_NOW, GapState.OPEN)
    return [state for state in order if state in NEXT_GAP[GapState(gap.state)]]
