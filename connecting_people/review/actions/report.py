"""What goes into "Our journey": each says yes to what holds words of theirs (S8.5)."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.journey.models import Entry
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.people.models import User
from connecting_people.review import permissions
from connecting_people.review.actions.reviews import ReviewError
from connecting_people.review.models import PutIn, Review
from connecting_people.review.queries import said_in
from connecting_people.review.rules import Part


class NotYours(ReviewError):
    """Only what one keeps to oneself can be put in one by one."""


@transaction.atomic
def put_in(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    review: Review,
    parts: Collection[Part],
    private: Collection[Entry] = (),
    voice: Participant | None = None,
) -> None:
    """Say yes to some parts of "Our journey" and to no others, and to own private words, which then stand in one's own.

    The person chooses what is in it; what others said goes in where those others said yes as well.
    """
    check_can_write(by, partnership, at)
    voice = voice or partnership.me
    permissions.check_can_put_in(partnership.me, voice)
    if review.partnership_id != partnership.pk:
        raise Http404
    own = {one.entry_id for one in said_in(partnership, review) if one.entry.kept_by_id == partnership.me.pk}
    if any(entry.pk not in own for entry in private) or (private and voice.pk != partnership.me.pk):
        raise NotYours(_("Only your own words can be put in like this."))
    review.put_in.filter(place=voice).delete()
    rows = [PutIn(agency_id=review.agency_id, review=review, place=voice, part=part) for part in parts]
    rows += [
        PutIn(agency_id=review.agency_id, review=review, place=voice, part=Part.SAID, entry=entry) for entry in private
    ]
    PutIn.objects.bulk_create(rows)
    audit.record(
        by=by.pk,
        at=at,
        agency_id=review.agency_id,
        act="review: chose what goes into the report",
        subject_id=partnership.pk,
        target_id=review.pk,
    )
