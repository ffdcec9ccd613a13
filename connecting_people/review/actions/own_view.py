"""How the person sees the practitioner and the agency, and whether the agency reads it (S8.2)."""

from datetime import datetime

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.core.london import day_of
from connecting_people.core.troubles import Stale
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.people.models import User
from connecting_people.review import permissions
from connecting_people.review.actions.reviews import ReviewError
from connecting_people.review.models import Review, View
from connecting_people.review.rules import Share, months_of, quarter_of


class StaleView(Stale[View], ReviewError):
    """The view was changed since it was read; `now` is how it stands."""


@transaction.atomic
def say_view(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    review: Review,
    of_practitioner: str,
    of_agency: str,
    share: Share,
    version: int = 0,
    voice: Participant | None = None,
) -> View:
    """Say how one sees the practitioner and the agency, and who may read it; nothing of it stands in the record.

    The record would tell the practitioner that the person wrote; the audit tells nobody of the two.
    """
    check_can_write(by, partnership, at)
    voice = voice or partnership.me
    permissions.check_can_view(partnership.me, voice)
    if review.partnership_id != partnership.pk:
        raise Http404
    view = View.objects.select_for_update().filter(review=review).first()
    if (view.version if view else 0) != version:
        assert view is not None
        raise StaleView(view)
    if not (of_practitioner.strip() or of_agency.strip()):
        raise ReviewError(_("Write a few words in one of the two boxes."))
    quarter = quarter_of(day_of(at))
    view = view or View(agency_id=review.agency_id, review=review, place=voice)
    view.by, view.of_practitioner, view.of_agency = by, of_practitioner.strip(), of_agency.strip()
    view.share, view.version = share, version + 1
    # Other words wait with those of this quarter, or a look before and after would tell whose they are.
    view.quarter_date = months_of(quarter, quarter)[0]
    view.save()
    _audit(by, at, view, "said")
    return view


@transaction.atomic
def take_back(*, by: User, at: datetime, partnership: Partnership, view: View) -> None:
    """Take back what the agency may read; it stays with the person, for them alone."""
    check_can_write(by, partnership, at)
    permissions.check_can_read_view(partnership.me, view)
    view.share, view.version = Share.NOT, view.version + 1
    view.save(update_fields=["share", "version"])
    _audit(by, at, view, "taken back")


def _audit(by: User, at: datetime, view: View, act: str) -> None:
    audit.record(
        by=by.pk,
        at=at,
        agency_id=view.agency_id,
        act=f"review: own view {act}",
        subject_id=view.review.partnership_id,
        target_id=view.pk,
        content={"practitioner": view.of_practitioner, "agency": view.of_agency},
    )
