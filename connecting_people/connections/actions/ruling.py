"""How the map is ruled, which both see, and how one of them likes to see it."""

from datetime import date, datetime

from django.db import transaction

from connecting_people.connections.actions.writing import Done, enter
from connecting_people.connections.acts import Act
from connecting_people.connections.models import MapLook, MapSettings
from connecting_people.connections.queries.now import now_of
from connecting_people.connections.ruling import Ruling
from connecting_people.connections.troubles import StaleRuling
from connecting_people.core.london import day_of
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.people.models import User


@transaction.atomic
def rule(*, by: User, at: datetime, partnership: Partnership, ruling: Ruling, voice: Participant | None = None) -> None:
    """Choose the rings and parts of the map in place of those of `ruling.version`; StaleRuling where they changed."""
    check_can_write(by, partnership, at)
    now = now_of(partnership).ruling
    if now.version != ruling.version:
        raise StaleRuling(now)
    if now == ruling:
        return
    made = put(by=by, at=at, partnership=partnership, ruling=ruling)
    done = Done(Act.RULED, part={"settings": [now.version, made.version]})
    enter(by=by, at=at, partnership=partnership, done=done, voice=voice)


@transaction.atomic
def put(
    *, by: User, at: datetime, partnership: Partnership, ruling: Ruling, from_date: date | None = None
) -> MapSettings:
    """Write how the map is ruled from a day on."""
    newest = MapSettings.objects.filter(partnership=partnership).order_by("-version").first()
    return MapSettings.objects.create(
        agency_id=partnership.agency_id,
        partnership=partnership,
        version=newest.version + 1 if newest else 1,
        from_date=from_date or day_of(at),
        at=at,
        by=by,
        rings=ruling.rings,
        ring_names=list(ruling.ring_names),
        sectors=ruling.sectors,
        sector_names=ruling.sector_names,
        ties_asked=ruling.ties_asked,
    )


@transaction.atomic
def like(*, by: User, at: datetime, partnership: Partnership, colour_by: str, text: str) -> None:
    """Keep how one of them likes to see the map; it changes nothing for anybody else."""
    check_can_write(by, partnership, at)
    MapLook.objects.update_or_create(
        agency_id=partnership.agency_id, place=partnership.me, defaults={"colour_by": colour_by, "text": text}
    )
