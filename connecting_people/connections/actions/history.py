"""Taking back what one did, and doing it again."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from connecting_people.connections import permissions
from connecting_people.connections.actions.ruling import put
from connecting_people.connections.actions.ties import draw, end
from connecting_people.connections.actions.writing import Done, enter, say
from connecting_people.connections.acts import Act
from connecting_people.connections.facts import differing, reversed_in
from connecting_people.connections.models import MapStep
from connecting_people.connections.placing import in_place
from connecting_people.connections.queries.connections import facts_in, locked, next_step, version_of
from connecting_people.connections.queries.maps import ruling_in
from connecting_people.connections.queries.now import now_of
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.people.models import User


@dataclass(frozen=True)
class TakenBack:
    """What was taken back, or done again; unless `done`, somebody else changed it since, and it stays as it is."""

    act: Act
    about: UUID | None
    done: bool


@transaction.atomic
def undo(*, by: User, at: datetime, partnership: Partnership) -> TakenBack | None:
    """Take back the last thing that somebody did on the map and has not taken back yet; None where there is none."""
    return _step(by, at, partnership, back=True)


@transaction.atomic
def redo(*, by: User, at: datetime, partnership: Partnership) -> TakenBack | None:
    """Do again what somebody took back last; None where there is nothing."""
    return _step(by, at, partnership, back=False)


def _step(by: User, at: datetime, partnership: Partnership, *, back: bool) -> TakenBack | None:
    check_can_write(by, partnership, at)
    step = next_step(partnership, undone=not back)
    if step is None:
        return None
    permissions.check_can_undo(partnership.me, step)
    hand = _Hand(by, at, partnership, back)
    if not hand.takes(step.part):
        # Else nobody could ever get to what lies before it.
        step.delete()
        return TakenBack(Act(step.act), step.about, done=False)
    MapStep.objects.filter(pk=step.pk).update(undone=back)
    act = Done(Act.UNDONE if back else Act.REDONE, step.about)
    enter(by=by, at=at, partnership=partnership, done=act, kept_by=hand.kept_by)
    return TakenBack(Act(step.act), step.about, done=True)


@dataclass
class _Hand:
    """Puts what somebody did back, or on again, where nobody changed it since."""

    by: User
    at: datetime
    partnership: Partnership
    back: bool
    kept_by: Participant | None = None

    def takes(self, part: dict[str, Any]) -> bool:
        """Put it back; return whether that could be done."""
        ways: dict[str, Callable[[dict[str, Any]], bool]] = {
            "connection": self._connection,
            "tie": self._tie,
            "settings": self._settings,
        }
        return next(way(part) for name, way in ways.items() if name in part)

    def _connection(self, part: dict[str, Any]) -> bool:
        id = UUID(part["connection"])
        now = locked(self.partnership, id)
        after = version_of(self.partnership, id, part["after"])
        before = version_of(self.partnership, id, part["before"])
        assert after, "when somebody is taken away for good, or shown, their steps go with it"
        then = facts_in(after)
        first = facts_in(before) if before else replace(then, there=False)
        first, then = (first, then) if self.back else (then, first)
        facts = reversed_in(facts_in(now), first, then)
        # Whoever somebody else said something of meanwhile is not taken off by the way.
        touched = before is None and differing(facts_in(now), then) - {"slot"}
        if facts is None or touched:
            return False
        self.kept_by = now.kept_by
        facts = in_place(self.partnership, id, facts, None, kept=now.kept_by_id is not None)
        say(
            by=self.by, at=self.at, partnership=self.partnership, connection=now.connection, facts=facts,
            act=Act.UNDONE if self.back else Act.REDONE, voice=(before or after).voice, kept_by=now.kept_by,
        )  # fmt: skip
        return True

    def _tie(self, part: dict[str, Any]) -> bool:
        one, other = map(UUID, part["tie"])
        now = now_of(self.partnership)
        if one not in now.facts or other not in now.facts:
            return False
        self.kept_by = self.partnership.me if {one, other} & now.kept else None
        given: dict[str, Any] = {
            "by": self.by,
            "at": self.at,
            "partnership": self.partnership,
            "one": one,
            "other": other,
        }
        return end(**given) if part["made"] == self.back else draw(**given, now=now)

    def _settings(self, part: dict[str, Any]) -> bool:
        before, after = part["settings"]
        was, now = (before, after) if self.back else (after, before)
        current, expected = now_of(self.partnership).ruling, ruling_in(self.partnership, now)
        if replace(current, version=0) != replace(expected, version=0):
            return False
        put(by=self.by, at=self.at, partnership=self.partnership, ruling=ruling_in(self.partnership, was))
        return True
