from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.http import Http404

from connecting_people.connections.models import ConnectionState
from connecting_people.connections.permissions import visible_to as connections_visible_to
from connecting_people.connections.queries.connections import reader_of
from connecting_people.journey.models import Entry
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.taking_stock.models import StockAnswer, StockView
from connecting_people.taking_stock.permissions import can_change, visible_to
from connecting_people.taking_stock.rules import About, Choice, is_open, numbered


@dataclass(frozen=True)
class Said:
    """What somebody said of one thing that the reader may see, by the name that it has now."""

    about: About
    thing_id: UUID | None
    name: str
    choice: Choice
    why: str
    # Where the thing is found: of an outing, what was planned once has an entry for all of its days.
    entry_id: UUID | None = None
    series_id: UUID | None = None
    asset_id: UUID | None = None
    level: str = ""
    kept: bool = False

    @property
    def key(self) -> str:
        """Return what is the same for one thing in every stock-take."""
        return key_of(self.about, self.entry_id if self.about == About.OUTING else self.thing_id)


@dataclass(frozen=True)
class View:
    """How one person saw things on a day."""

    id: UUID
    taken_date: date
    words: str
    said: tuple[Said, ...]
    entry: Entry
    version: int

    @property
    def voice_id(self) -> UUID:
        """Return whose view it is."""
        return self.entry.voice_id

    @property
    def kept(self) -> bool:
        """Say whether the reader keeps it to themselves."""
        return self.entry.kept_by_id is not None

    @property
    def seen(self) -> str:
        """Return the mark by which a form tells which wording its writer had read."""
        return f"{self.version}:{self.entry.version}"


@dataclass(frozen=True)
class StockTake:
    """One stock-take: its first day, and each view that the reader may read, in the order in which they came."""

    taken_date: date
    views: tuple[View, ...]


def key_of(about: About, thing_id: UUID | None) -> str:
    """Return a name for a thing that serves as the name of a field, too."""
    return f"{about}_{thing_id.hex}" if thing_id and about != About.SUPPORT else about.value


def latest(partnership: Partnership) -> StockTake | None:
    """Return the newest stock-take that the reader may read, in two queries."""
    taken = _taken(partnership)
    return _with_answers(partnership, taken[:1])[0] if taken else None


def all_of(partnership: Partnership) -> list[StockTake]:
    """Return every stock-take that the reader may read, newest first, in two queries."""
    return _with_answers(partnership, _taken(partnership))


def days_of(partnership: Partnership) -> list[tuple[date, UUID]]:
    """Return the day of each stock-take and one view by which it is found, newest first, in one query."""
    return [(rows[0].taken_date, rows[0].pk) for rows in _taken(partnership)]


def take_with(partnership: Partnership, view_id: UUID) -> StockTake:
    """Return the stock-take to which a view belongs; Http404 where the reader finds none."""
    for rows in _taken(partnership):
        if any(row.pk == view_id for row in rows):
            return _with_answers(partnership, [rows])[0]
    raise Http404


def view_in(partnership: Partnership, view_id: UUID) -> StockView:
    """Return one view that the reader may read; Http404 otherwise."""
    found = _views(partnership).filter(pk=view_id).first()
    if found is None:
        raise Http404
    found.entry.partnership = partnership
    return found


def open_view(partnership: Partnership, voice: Participant, today: date) -> View | None:
    """Return what was said in somebody's voice in the stock-take that is open, and the reader may change, if any."""
    take = latest(partnership)
    if take is None or not is_open(take.taken_date, today):
        return None
    mine = [view for view in take.views if view.voice_id == voice.pk and _may_change(partnership, view)]
    return mine[-1] if mine else None


def before(partnership: Partnership, voice: Participant, but: View | None) -> dict[str, Choice]:
    """Return what somebody chose for each thing in their last view but this one, by the key of the thing."""
    rows = [row for row in _views(partnership) if row.entry.voice_id == voice.pk and row.pk != (but.id if but else "")]
    if not rows:
        return {}
    (take,) = _with_answers(partnership, [rows[-1:]])
    return {one.key: one.choice for one in take.views[0].said}


def is_own(user_id: UUID | None, view_id: UUID) -> bool:
    """Say whether somebody keeps this view to themselves, before the partnership is reached."""
    return StockView.objects.filter(pk=view_id, entry__kept_by__user=user_id).exists()


def _views(partnership: Partnership) -> "QuerySet[StockView]":
    rows = visible_to(reader_of(partnership), StockView.objects.filter(partnership=partnership))
    return rows.select_related("entry").order_by("taken_date", "entry__written_at", "pk")


def _taken(partnership: Partnership) -> list[list[StockView]]:
    rows = list(_views(partnership))
    pairs = zip(numbered(row.taken_date for row in rows), rows, strict=True)
    return [[row for _, row in each] for _, each in groupby(pairs, key=lambda pair: pair[0])][::-1]


def _with_answers(partnership: Partnership, taken: list[list[StockView]]) -> list[StockTake]:
    said: dict[UUID, list[Said]] = {}
    for view_id, one in _answers(partnership, [row.pk for rows in taken for row in rows]):
        said.setdefault(view_id, []).append(one)
    return [
        StockTake(
            rows[0].taken_date,
            tuple(
                View(row.pk, row.taken_date, row.entry.words, tuple(said.get(row.pk, ())), row.entry, row.version)
                for row in rows
            ),
        )
        for rows in taken
    ]


_COLUMNS = (
    "view_id", "about", "choice", "why", "goal_id", "outing_id", "connection_id", "goal__entry__words",
    "goal__entry__line", "goal__entry__kept_by", "outing__entry", "outing__entry__line", "outing__entry__kept_by",
    "outing__series", "outing__asset", "called", "called_kept", "support__level",
)  # fmt: skip


def _answers(partnership: Partnership, view_ids: Iterable[UUID]) -> Iterable[tuple[UUID, Said]]:
    """Yield the answers about things that the reader may see: what one keeps is not named to the other."""
    me = reader_of(partnership)
    now = ConnectionState.objects.filter(connection=OuterRef("connection"), latest=True)
    seen = connections_visible_to(me, now)
    readable = Q(connection=None) | Q(Exists(seen))
    for path in ("goal__entry", "outing__entry"):
        mine = Q(**{f"{path}__kept_by": None})
        readable &= mine | Q(**{f"{path}__kept_by": me}) if me else mine
    rows = StockAnswer.objects.filter(readable, view__in=list(view_ids)).order_by("view", "position")
    rows = rows.annotate(called=Subquery(seen.values("name")[:1]), called_kept=Subquery(seen.values("kept_by")[:1]))
    for row in rows.values_list(*_COLUMNS):
        yield row[0], _said(row)


def _said(row: tuple) -> Said:  # type: ignore[type-arg]
    (_, about, choice, why, goal, outing, connection, goal_words, goal_line, goal_kept, entry, outing_line, outing_kept,
     series, asset, called, called_kept, level) = row  # fmt: skip
    name = {About.GOAL: goal_words or goal_line, About.OUTING: outing_line, About.CONNECTION: called}.get(about, "")
    return Said(
        about=About(about),
        thing_id=goal or outing or connection,
        name=name or "",
        choice=Choice(choice),
        why=why,
        entry_id=entry,
        series_id=series,
        asset_id=asset,
        level=level or "",
        kept=bool(goal_kept or outing_kept or called_kept),
    )


def _may_change(partnership: Partnership, view: View) -> bool:
    return can_change(partnership.me, StockView(pk=view.id, entry=view.entry))
