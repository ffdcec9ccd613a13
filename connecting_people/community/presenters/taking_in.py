"""What the pages of files show: what would happen, in numbers and a few names, and what happened."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.community.comparing import Difference
from connecting_people.community.models import Import
from connecting_people.community.queries.taking_in import Coming, Plan
from connecting_people.community.refusals import MOST_TOLD, Problem
from connecting_people.community.rules import ImportState, Matched

MOST_SHOWN: Final = 50
_LINES: Final = 3
_FEW: Final = 10


@dataclass(frozen=True)
class Entry:
    """One entry that would come in, and what it would say differently."""

    name: str
    where: str
    changes: tuple[Difference, ...]


@dataclass(frozen=True)
class Group:
    """Entries to which the same would happen: how many, and the first of them."""

    heading: str
    count: int
    entries: tuple[Entry, ...]
    open: bool

    @property
    def more(self) -> int:
        """Return how many are not named."""
        return self.count - len(self.entries)


@dataclass(frozen=True)
class PlanPage:
    """What would happen."""

    mark: str
    groups: tuple[Group, ...]
    gone: Group
    problems: tuple[Problem, ...]
    told: tuple[Problem, ...]
    untold: int
    is_table: bool

    @property
    def nothing(self) -> bool:
        """Say whether the directory would be what it is."""
        return not any(group.count for group in (*self.groups[:2], self.gone))


@dataclass(frozen=True)
class Brought:
    """One file that was brought, and what became of it."""

    id: UUID
    source: str
    file: str
    state: str
    word: str
    by: str
    at: datetime
    counts: tuple[tuple[str, int], ...] = ()
    told: tuple[Problem, ...] = ()

    @property
    def can_undo(self) -> bool:
        """Say whether it is in the directory."""
        return self.state == ImportState.BROUGHT_IN


def plan_page(brought: Import, plan: Plan) -> PlanPage:
    """Return the page of what would happen."""
    gone = tuple(Entry(one.name, "", ()) for one in plan.gone[:MOST_SHOWN])
    return PlanPage(
        plan.mark,
        (
            _group(_("Said differently"), plan.of(Matched.CHANGED), open=True),
            _group(_("New"), plan.of(Matched.NEW), open=len(plan.of(Matched.NEW)) <= _FEW),
            _group(_("The same as now"), plan.of(Matched.SAME), open=False),
        ),
        Group(_("No longer in it"), len(plan.gone), gone, open=True),
        plan.problems[:MOST_TOLD],
        plan.told[:MOST_TOLD],
        max(0, len(plan.told) - MOST_TOLD),
        brought.plan["kind"] == "table",
    )


def _group(heading: str, coming: Sequence[Coming], *, open: bool) -> Group:
    shown = tuple(Entry(one.name, _where(one), one.changes) for one in coming[:MOST_SHOWN])
    return Group(heading, len(coming), shown, open)


def _where(coming: Coming) -> str:
    for place in coming.document.get("service_at_locations") or []:
        for address in (place.get("location") or {}).get("addresses") or []:
            return ", ".join(str(address[name]) for name in ("city", "postal_code") if address.get(name))
    return ""


def looked_at(brought: Import) -> Brought:
    """Return one file as a list shows it; what it did is read only where the page needs it."""
    words = {
        ImportState.LOOKED_AT: _("not in the directory yet"),
        ImportState.BROUGHT_IN: _("in the directory"),
        ImportState.UNDONE: _("undone"),
    }
    by = brought.undone_by or brought.done_by or brought.by
    at = brought.undone_at or brought.done_at or brought.at
    said = {} if "plan" in brought.get_deferred_fields() else brought.plan
    counts = said.get("counts", {})
    labels = ((_("New"), "new"), (_("Said differently"), "changed"), (_("The same"), "same"), (_("Closed"), "closed"))
    return Brought(
        brought.pk,
        brought.source,
        brought.file_name,
        brought.state,
        words[ImportState(brought.state)],
        by.name,
        at,
        tuple((label, counts.get(name, 0)) for label, name in labels) if counts else (),
        tuple(Problem(*one) for one in said.get("told", ())) if counts else (),
    )


def sample_of(brought: Import) -> list[tuple[str, str]]:
    """Return each heading of a table with what stands in its first lines."""
    rows = [row for _number, row in brought.plan["rows"][:_LINES]]
    return [(head, " · ".join(row[head] for row in rows if row.get(head))[:120]) for head in brought.plan["header"]]
