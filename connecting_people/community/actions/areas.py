"""The agency's own area and its neighbourhoods."""

from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.community import permissions
from connecting_people.community.actions.assets import CommunityError
from connecting_people.community.entry import Point
from connecting_people.community.ground import Outline
from connecting_people.community.models import Area
from connecting_people.community.queries.places import mark_of
from connecting_people.core.troubles import Stale
from connecting_people.people.models import Agency, User


class NameTaken(CommunityError):
    """Another neighbourhood has this name already."""


class WholeTaken(CommunityError):
    """Another area is the whole already."""


class StaleArea(Stale[Area], CommunityError):
    """Somebody changed the area after it was read; `now` is how it stands."""


@transaction.atomic
def keep_area(
    *,
    by: User,
    at: datetime,
    agency: Agency,
    name: str,
    whole: bool,
    outline: Outline,
    middle: Point,
    area: Area | None = None,
    read: str = "",
) -> Area:
    """Keep the agency's own area or a neighbourhood; raise StaleArea when it is no longer as it was read."""
    permissions.check_can_keep_directory(by, agency.pk)
    if area and mark_of(Area.objects.select_for_update().get(pk=area.pk)) != read:
        raise StaleArea(Area.objects.get(pk=area.pk))
    others = Area.objects.filter(agency=agency).exclude(pk=area.pk if area else uuid4())
    if others.filter(name=name).exists():
        raise NameTaken(_("There is a neighbourhood of this name already."))
    if whole and (taken := others.filter(whole=True).first()):
        raise WholeTaken(_("“%(name)s” is the whole area already. Change that one.") % {"name": taken.name})
    area = area or Area(agency=agency)
    area.name, area.whole, area.outline = name, whole, outline
    area.latitude, area.longitude = middle.latitude, middle.longitude
    area.save()
    _audit(by, at, area, "community: area kept")
    return area


@transaction.atomic
def take_area_away(*, by: User, at: datetime, area: Area) -> None:
    """Take a neighbourhood off the map; what is in it stays in the directory."""
    permissions.check_can_keep_directory(by, area.agency_id)
    _audit(by, at, area, "community: area taken away")
    area.delete()


def _audit(by: User, at: datetime, area: Area, act: str) -> None:
    audit.record(by=by.pk, at=at, agency_id=area.agency_id, act=act, subject_id=area.agency_id, target_id=area.pk)
