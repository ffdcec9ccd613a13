"""Photos of paper maps."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.connections import permissions
from connecting_people.connections.models import PaperMap
from connecting_people.connections.photos import Photo
from connecting_people.connections.queries.connections import papers
from connecting_people.connections.troubles import TooMany, WrongDay
from connecting_people.core.london import day_of
from connecting_people.guide.processes import NETWORK_AND_ASSET_ASSESSMENT
from connecting_people.journey import actions as journey
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.people.models import User

MOST_PHOTOS = 40


@transaction.atomic
def add_photo(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    photo: Photo,
    map_date: date,
    says: str = "",
    voice: Participant | None = None,
    to_oneself: bool = False,
) -> PaperMap:
    """Let a photo of a paper map stand as the map of its day."""
    check_can_write(by, partnership, at)
    if map_date > day_of(at):
        raise WrongDay(_("Choose the day on which the map was drawn: today or before."))
    if papers(partnership).count() >= MOST_PHOTOS:
        words = _("There is room for %(most)s photos. Take one away, and this one fits.")
        raise TooMany(words % {"most": MOST_PHOTOS})
    kept_by = partnership.me if to_oneself else None
    entry = journey.record(
        by=by,
        at=at,
        partnership=partnership,
        kind="paper_map",
        line=_("A photo of a map on paper"),
        words=says,
        voice=voice,
        steps=[2],
        processes=[NETWORK_AND_ASSET_ASSESSMENT.number],
        happened_date=map_date,
        target_page="connections:photo",
        kept_by=kept_by,
    )
    return PaperMap.objects.create(
        agency_id=partnership.agency_id,
        partnership=partnership,
        map_date=map_date,
        at=at,
        by=by,
        voice=entry.voice,
        kept_by=kept_by,
        says=says.strip(),
        media=photo.media,
        width=photo.width,
        height=photo.height,
        content=photo.content,
    )


@transaction.atomic
def take_off_photo(*, by: User, at: datetime, partnership: Partnership, paper: PaperMap) -> None:
    """Take a photo away for good."""
    check_can_write(by, partnership, at)
    permissions.check_can_take_off_photo(partnership.me, paper)
    audit.record(
        by=by.pk,
        at=at,
        agency_id=partnership.agency_id,
        act="connections: photo taken away",
        subject_id=partnership.pk,
        target_id=paper.pk,
    )
    paper.delete()
