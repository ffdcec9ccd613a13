"""How every act of this room is written down: what is said now, who did it, how it is taken back, what each sees."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.connections import permissions
from connecting_people.connections.acts import Act
from connecting_people.connections.facts import Facts, stored
from connecting_people.connections.measures import as_it_stands, numbers_of
from connecting_people.connections.models import Connection, ConnectionState, MapSnapshot, MapStep
from connecting_people.connections.packed import pack
from connecting_people.connections.queries.maps import whole_history
from connecting_people.core.london import day_of
from connecting_people.guide.processes import NETWORK_AND_ASSET_ASSESSMENT
from connecting_people.journey import actions as journey
from connecting_people.journey.permissions import check_can_speak_for
from connecting_people.journey.queries import entries
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.people.models import User

STEP = 2
MOST_STEPS = 30
# The entry of the record that tells that somebody worked on the map that day.
ENTRY, PAGE = "map", "connections:over_time"


@dataclass(frozen=True)
class Done:
    """What somebody did, for the record: on which days it changed the map, whom it was about, how to take it back."""

    act: Act
    about: UUID | None = None
    part: dict[str, Any] | None = None
    days: tuple[date, ...] = ()


@transaction.atomic
def say(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    connection: Connection,
    facts: Facts,
    act: Act,
    voice: Participant,
    kept_by: Participant | None,
    from_date: date | None = None,
) -> ConnectionState:
    """Write what is said of a connection from a day on; what was said before stays, and so does what comes later."""
    day = from_date or day_of(at)
    rows = ConnectionState.objects.filter(connection=connection)
    later = rows.filter(latest=True, from_date__gt=day).exists()
    if not later:
        rows.filter(latest=True).update(latest=False)
    return ConnectionState.objects.create(
        agency_id=partnership.agency_id,
        partnership=partnership,
        connection=connection,
        version=(rows.aggregate(last=Max("version"))["last"] or 0) + 1,
        latest=not later,
        from_date=day,
        at=at,
        by=by,
        voice=voice,
        kept_by=kept_by,
        act=act,
        **stored(facts),
    )


@transaction.atomic
def enter(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    done: Done,
    voice: Participant | None = None,
    kept_by: Participant | None = None,
) -> None:
    """Enter an act in the record and the audit, keep the way back, and store what each of them sees now.

    The record tells once a day that somebody worked on the map, and leads to what changed on it; what one does to
    what they keep to themselves stands in an entry that they keep, too.
    """
    check_can_write(by, partnership, at)
    voice = voice or partnership.me
    check_can_speak_for(partnership.me, voice)
    if kept_by:
        permissions.check_can_keep(partnership.me, voice)
    _tell_the_day(by, at, partnership, voice, kept_by)
    audit.record(
        by=by.pk,
        at=at,
        agency_id=partnership.agency_id,
        act=f"connections: {done.act}",
        subject_id=partnership.pk,
        target_id=done.about,
    )
    if done.part:
        keep_step(by=by, at=at, partnership=partnership, done=done)
    store(by=by, at=at, partnership=partnership, days=done.days or (day_of(at),), kept_by=kept_by)


@transaction.atomic
def keep_step(*, by: User, at: datetime, partnership: Partnership, done: Done) -> None:
    """Keep the way back from what somebody did; what they had taken back before cannot be done again after that."""
    mine = MapStep.objects.filter(whose=partnership.me)
    mine.filter(undone=True).delete()
    number = (mine.aggregate(last=Max("number"))["last"] or 0) + 1
    mine.filter(number__lte=number - MOST_STEPS).delete()
    MapStep.objects.create(
        agency_id=partnership.agency_id,
        partnership=partnership,
        whose=partnership.me,
        number=number,
        at=at,
        act=done.act,
        about=done.about,
        part=done.part,
    )


@transaction.atomic
def store(
    *, by: User, at: datetime, partnership: Partnership, days: Iterable[date], kept_by: Participant | None = None
) -> None:
    """Store the measured facts of these days and of every stored day after them, once for each who sees other ones.

    What one keeps to oneself changes nothing that is stored for the others.
    """
    days = sorted(set(days))
    history = whole_history(partnership.pk)
    audiences: list[UUID | None] = sorted(history.keepers(), key=str)
    if kept_by:
        audiences = [kept_by.pk]
    else:
        audiences.insert(0, None)
    for audience in audiences:
        seen = history.seen_by(audience)
        for day in _days_to_store(partnership, audience, days):
            network = seen.on(day)
            MapSnapshot.objects.update_or_create(
                agency_id=partnership.agency_id,
                partnership=partnership,
                audience_id=audience,
                map_date=day,
                defaults={"packed": pack(network, partnership.pk), "figures": numbers_of(as_it_stands(network))},
            )


def _days_to_store(partnership: Partnership, audience: UUID | None, days: list[date]) -> list[date]:
    rows = MapSnapshot.objects.filter(partnership=partnership, map_date__gt=days[0])
    rows = rows.filter(Q(audience=audience) if audience else Q(audience=None))
    return sorted({*days, *rows.values_list("map_date", flat=True)})


def _tell_the_day(
    by: User, at: datetime, partnership: Partnership, voice: Participant, kept_by: Participant | None
) -> None:
    today = entries(partnership).filter(kind=ENTRY, happened_date=day_of(at), by=by, voice=voice, kept_by=kept_by)
    if today.exists():
        return
    journey.record(
        by=by,
        at=at,
        partnership=partnership,
        kind=ENTRY,
        line=_("Worked on the map of connections"),
        voice=voice,
        steps=[STEP],
        processes=[NETWORK_AND_ASSET_ASSESSMENT.number],
        target_page=PAGE,
        kept_by=kept_by,
    )
