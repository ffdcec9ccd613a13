"""What the access matrix needs of introductions: one for each practitioner, with a pair of their own beside it."""

from datetime import timedelta
from typing import Any

from connecting_people.community.models import Area
from connecting_people.core.london import day_of
from connecting_people.introductions import actions
from connecting_people.introductions.models import Side
from connecting_people.introductions.rules import EVERY_DAY
from connecting_people.partnership import actions as partnership
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.queries import partnership_to_write
from connecting_people.people.models import Agency, User


def introduction_parts(by: User, host: User, which: Partnership, agency: Agency, at: Any) -> dict[str, Any]:
    """Bring a partnership together with another of the same practitioner; `host` gives the person's yes."""
    area = {"name": "All of it", "latitude": 52.0, "longitude": -1.0}
    Area.objects.get_or_create(agency=agency, whole=True, defaults=area)
    other = partnership.begin(by=by, at=at, agency=agency, name="Robin", team=which.team)
    # Nobody else of the agency has this interest, so that these two fit each other alone.
    interest = {"Ben": "chess", "Dev": "films", "Ivan": "walking"}[by.name]
    for speaks, of in ((host, which), (by, other)):
        given = {"by": speaks, "at": at, "partnership": partnership_to_write(speaks, of.pk, at=at)}
        ways = actions.Ways(EVERY_DAY, 5)
        wish = actions.wish(**given, interest=interest, until_date=day_of(at) + timedelta(days=30), ways=ways)
        if of == which:
            kept = wish
        given = {"by": by, "at": at, "partnership": partnership_to_write(by, of.pk, at=at)}
        actions.say_fits(**given, says_name=False)
    actions.bring_together(by=None, at=at, agency=agency)
    side = Side.objects.get(partnership=which)
    return {"wish_id": kept.pk, "side_id": side.pk}
