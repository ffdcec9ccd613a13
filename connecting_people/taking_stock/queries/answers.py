"""What was said of each thing in a stock-take."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, Subquery

from connecting_people.connections.models import ConnectionState
from connecting_people.connections.permissions import visible_to as connections_visible_to
from connecting_people.connections.queries.connections import reader_of
from connecting_people.partnership.models import Partnership
from connecting_people.taking_stock.models import StockAnswer
from connecting_people.taking_stock.queries.stock import Said
from connecting_people.taking_stock.rules import About, Choice

_COLUMNS = (
    "view_id", "about", "choice", "why", "goal_id", "outing_id", "connection_id", "goal__entry__words",
    "goal__entry__line", "goal__entry__kept_by", "outing__entry", "outing__entry__line", "outing__entry__kept_by",
    "outing__series", "outing__asset", "called", "called_kept", "support__level",
)  # fmt: skip


def answers_about(partnership: Partnership, view_ids: Iterable[UUID]) -> Iterable[tuple[UUID, Said]]:
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
