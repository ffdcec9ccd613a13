"""Bringing in maps from files: looked at first, then taken in whole or not at all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import groupby

from django.db import transaction

from connecting_people.connections.actions.ruling import put
from connecting_people.connections.actions.writing import Done, enter, say
from connecting_people.connections.acts import Act
from connecting_people.connections.bringing import Coming, Plan
from connecting_people.connections.facts import stored
from connecting_people.connections.models import BroughtFile, Connection, ConnectionState, Tie
from connecting_people.connections.queries.brought import plan_for
from connecting_people.connections.queries.now import now_of
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.people.models import User


@transaction.atomic
def bring(*, by: User, at: datetime, partnership: Partnership, name: str, content: bytes) -> BroughtFile:
    """Keep a file for the one who brought it, until they have looked at what would come in."""
    check_can_write(by, partnership, at)
    BroughtFile.objects.filter(whose=partnership.me).delete()
    return BroughtFile.objects.create(
        agency_id=partnership.agency_id,
        partnership=partnership,
        whose=partnership.me,
        at=at,
        name=name[:200],
        content=content,
    )


@transaction.atomic
def leave_out(*, by: User, at: datetime, partnership: Partnership, file: BroughtFile) -> None:
    """Take nothing of a file in, and keep nothing of it."""
    check_can_write(by, partnership, at)
    file.delete()


@transaction.atomic
def take_in(*, by: User, at: datetime, partnership: Partnership, file: BroughtFile, to_oneself: bool = False) -> Plan:
    """Put all that is in a file on the map, each map on its day; raise NotTakenIn where one of them does not fit."""
    check_can_write(by, partnership, at)
    plan = plan_for(partnership, file.name, bytes(file.content), at, to_oneself=to_oneself)
    kept_by = partnership.me if to_oneself else None
    ruling = now_of(partnership).ruling
    if ruling.rings and plan.rings > ruling.rings and not to_oneself:
        put(
            by=by, at=at, partnership=partnership, ruling=replace(ruling, rings=plan.rings), from_date=min(plan.days)
        )  # fmt: skip
    _write_new(by, at, partnership, plan, kept_by)
    for one in plan.coming:
        if not one.new:
            _write_known(by, at, partnership, one)
    _write_ties(by, at, partnership, plan)
    enter(by=by, at=at, partnership=partnership, done=Done(Act.BROUGHT_IN, days=plan.days), kept_by=kept_by)
    file.delete()
    return plan


def _write_new(by: User, at: datetime, partnership: Partnership, plan: Plan, kept_by: Participant | None) -> None:
    """Write the new ones in two goes, however many they are, in the order of the file."""
    order = {one.id: number for number, one in enumerate(plan.new)}
    Connection.objects.bulk_create(
        Connection(
            pk=one.id,
            agency_id=partnership.agency_id,
            partnership=partnership,
            made_at=at + timedelta(microseconds=order[one.id]),
            source=one.source,
        )
        for one in plan.new
    )
    mine = sorted((one for one in plan.coming if one.new), key=lambda one: order[one.id])
    ConnectionState.objects.bulk_create(
        state
        for _, said in groupby(mine, key=lambda one: one.id)
        for state in _states(by, at, partnership, list(said), kept_by)
    )


def _states(
    by: User, at: datetime, partnership: Partnership, said: Sequence[Coming], kept_by: Participant | None
) -> list[ConnectionState]:
    return [
        ConnectionState(
            agency_id=partnership.agency_id,
            partnership=partnership,
            connection_id=one.id,
            version=number,
            latest=number == len(said),
            from_date=one.day,
            at=at,
            by=by,
            voice=partnership.me,
            kept_by=kept_by,
            act=Act.BROUGHT_IN,
            **stored(one.facts),
        )
        for number, one in enumerate(said, start=1)
    ]


def _write_known(by: User, at: datetime, partnership: Partnership, one: Coming) -> None:
    connection = Connection.objects.get(partnership=partnership, pk=one.id)
    before = connection.states.get(latest=True)
    say(
        by=by, at=at, partnership=partnership, connection=connection, facts=one.facts, act=Act.BROUGHT_IN,
        voice=partnership.me, kept_by=before.kept_by, from_date=one.day,
    )  # fmt: skip


def _write_ties(by: User, at: datetime, partnership: Partnership, plan: Plan) -> None:
    live = {(tie.one_id, tie.other_id): tie for tie in Tie.objects.filter(partnership=partnership, ended_at=None)}
    fresh, earlier = [], []
    for (one, other), day in plan.tied.items():
        tie = live.get((one, other))
        if tie is None or (one, other) in plan.untied:
            fresh.append((one, other, day))
        elif tie.from_date != day:
            tie.from_date = day
            earlier.append(tie)
    Tie.objects.bulk_update(earlier, ["from_date"], batch_size=200)
    Tie.objects.bulk_create(
        Tie(
            agency_id=partnership.agency_id,
            partnership=partnership,
            one_id=one,
            other_id=other,
            from_date=day,
            made_at=at,
            by=by,
            until_date=plan.untied.get((one, other)),
            ended_at=at if (one, other) in plan.untied else None,
            ended_by=by if (one, other) in plan.untied else None,
        )
        for one, other, day in fresh
    )
