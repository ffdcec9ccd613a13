"""What happens to one connection: it is added, said differently, moved, ends or is taken up again."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.connections import permissions
from connecting_people.connections.actions.writing import Done, enter, say, store
from connecting_people.connections.acts import Act
from connecting_people.connections.facts import PLACE, Facts, differing, merged
from connecting_people.connections.layout import Move
from connecting_people.connections.models import Connection, ConnectionState, MapStep
from connecting_people.connections.placing import in_place
from connecting_people.connections.queries.connections import facts_in, locked, saying_of
from connecting_people.connections.rules import State
from connecting_people.connections.troubles import Stale, WrongDay
from connecting_people.core.london import day_of
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.people.models import User


@transaction.atomic
def add(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    facts: Facts,
    voice: Participant | None = None,
    to_oneself: bool = False,
) -> Connection:
    """Put somebody or something on the map; `to_oneself` keeps it to the one who adds it."""
    check_can_write(by, partnership, at)
    kept_by = partnership.me if to_oneself else None
    _check_since(facts.since_date, day_of(at))
    connection = Connection(agency_id=partnership.agency_id, partnership=partnership, made_at=at)
    facts = in_place(partnership, connection.pk, facts, None, kept=to_oneself)
    connection.save(force_insert=True)
    _say_and_enter(by, at, partnership, connection, None, facts, Act.ADDED, voice, kept_by)
    return connection


@transaction.atomic
def change(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    connection_id: UUID,
    read: UUID,
    facts: Facts,
    voice: Participant | None = None,
) -> None:
    """Say something else of a connection than the state `read` says.

    What another changed meanwhile stays, and where both changed the same, raise Stale and keep neither over the other.
    """
    check_can_write(by, partnership, at)
    _check_since(facts.since_date, day_of(at))
    before = locked(partnership, connection_id)
    was = saying_of(partnership, connection_id, read)
    now = facts_in(before)
    laid = merged(facts_in(was) if was else now, facts, now)
    if laid.both:
        raise Stale(now, before.pk, laid.both)
    facts = laid.facts
    if differing(facts, now) & PLACE:
        facts = in_place(partnership, connection_id, facts, None, kept=before.kept_by_id is not None)
    _say_and_enter(by, at, partnership, before.connection, before, facts, Act.CHANGED, voice, before.kept_by)


@transaction.atomic
def move(*, by: User, at: datetime, partnership: Partnership, connection_id: UUID, asked: Move) -> None:
    """Move a connection closer or further, into another part, or to where somebody put it."""
    check_can_write(by, partnership, at)
    before = locked(partnership, connection_id)
    facts = in_place(partnership, connection_id, facts_in(before), asked, kept=before.kept_by_id is not None)
    _say_and_enter(by, at, partnership, before.connection, before, facts, Act.MOVED, None, before.kept_by)


_STANDS: dict[State, Act] = {
    State.CURRENT: Act.TAKEN_UP,
    State.LOST_TOUCH: Act.LOST_TOUCH,
    State.ENDED: Act.ENDED,
    State.WISHED_FOR: Act.CHANGED,
}


@transaction.atomic
def stand(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    connection_id: UUID,
    state: State,
    voice: Participant | None = None,
) -> None:
    """Say that a connection ended, that touch was lost, or that it was taken up again."""
    check_can_write(by, partnership, at)
    before = locked(partnership, connection_id)
    facts = replace(facts_in(before), state=state)
    _say_and_enter(by, at, partnership, before.connection, before, facts, _STANDS[state], voice, before.kept_by)


@transaction.atomic
def take_off(*, by: User, at: datetime, partnership: Partnership, connection_id: UUID) -> None:
    """Take a connection off the map from today on; earlier maps keep it, and it can be put back."""
    check_can_write(by, partnership, at)
    before = locked(partnership, connection_id)
    facts = replace(facts_in(before), there=False)
    _say_and_enter(by, at, partnership, before.connection, before, facts, Act.TAKEN_OFF, None, before.kept_by)


@transaction.atomic
def put_back(*, by: User, at: datetime, partnership: Partnership, connection_id: UUID) -> None:
    """Put a connection that was taken off on the map again."""
    check_can_write(by, partnership, at)
    before = locked(partnership, connection_id)
    facts = replace(facts_in(before), there=True)
    if facts_in(before) != facts:
        kept = before.kept_by_id is not None
        facts = in_place(partnership, connection_id, facts, None, kept=kept)
    _say_and_enter(by, at, partnership, before.connection, before, facts, Act.PUT_BACK, None, before.kept_by)


@transaction.atomic
def share_own(*, by: User, at: datetime, partnership: Partnership, connection_id: UUID) -> None:
    """Show the other a connection that one kept to oneself until now; what was said of it before stays private."""
    check_can_write(by, partnership, at)
    before = locked(partnership, connection_id)
    permissions.check_can_share_own(partnership.me, before)
    facts = in_place(partnership, connection_id, replace(facts_in(before), slot=None), None, kept=False)
    # Since when there was something to keep is private as well.
    Connection.objects.filter(pk=connection_id).update(made_at=at)
    # What was done while it was private cannot be taken back now: the other would see what it said then.
    MapStep.objects.filter(whose=partnership.me, about=connection_id).delete()
    say(
        by=by, at=at, partnership=partnership, connection=before.connection, facts=facts, act=Act.SHARED,
        voice=before.voice, kept_by=None,
    )  # fmt: skip
    enter(by=by, at=at, partnership=partnership, done=Done(Act.SHARED, connection_id))


@transaction.atomic
def forget(*, by: User, at: datetime, partnership: Partnership, connection_id: UUID) -> None:
    """Take a connection away for good, with all that was ever said of it, on every day."""
    check_can_write(by, partnership, at)
    before = locked(partnership, connection_id)
    permissions.check_can_forget(partnership.me, partnership.person, before)
    first = before.connection.states.order_by("from_date").values_list("from_date", flat=True)[0]
    for step in MapStep.objects.filter(partnership=partnership):
        if str(connection_id) in str(step.part):
            step.delete()
    kept_by = before.kept_by
    before.connection.delete()
    audit.record(
        by=by.pk, at=at, agency_id=partnership.agency_id, act="connections: forgotten", subject_id=partnership.pk
    )
    store(by=by, at=at, partnership=partnership, days=[first, day_of(at)], kept_by=kept_by)


@transaction.atomic
def _say_and_enter(
    by: User,
    at: datetime,
    partnership: Partnership,
    connection: Connection,
    before: ConnectionState | None,
    facts: Facts,
    act: Act,
    voice: Participant | None,
    kept_by: Participant | None,
) -> None:
    if before and facts_in(before) == facts:
        return
    speaker = voice or (before.voice if before and act == Act.MOVED else partnership.me)
    state = say(
        by=by, at=at, partnership=partnership, connection=connection, facts=facts, act=act, voice=speaker,
        kept_by=kept_by,
    )  # fmt: skip
    part = {"connection": str(connection.pk), "before": before.version if before else None, "after": state.version}
    done = Done(act, connection.pk, part)
    enter(by=by, at=at, partnership=partnership, done=done, voice=voice, kept_by=kept_by)


def _check_since(since: date | None, today: date) -> None:
    if since and since > today:
        raise WrongDay(_("Choose a year that has come already."))
