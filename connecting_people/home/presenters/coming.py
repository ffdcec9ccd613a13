"""Outings, ideas and looks back on a first page: what is coming, what waits, what one wanted to think of again."""

from datetime import datetime

from django.utils.translation import gettext as _

from connecting_people.core.addresses import address
from connecting_people.core.london import day_of
from connecting_people.home.presenters.items import Item
from connecting_people.home.presenters.places import Places
from connecting_people.partnership.models import Participant
from connecting_people.stepping_out.models import Outing
from connecting_people.ui.jinja import stamp

_TOLD_AT_ONCE = 3


def coming(place: Participant, places: Places, name: str = "") -> list[Item]:
    """Return what is planned for the coming days; `name` is whose it is, for a practitioner."""
    rows = [one for one in places.outings.get(place.partnership_id, []) if one.outing_date >= places.today]
    return [_outing(place, one, _whose(one, places.at, name), "stepping_out:outing") for one in rows]


def to_tell(place: Participant, places: Places, name: str = "") -> list[Item]:
    """Return what was planned and nobody has told of, the latest first; for a practitioner the latest alone."""
    rows = [one for one in places.outings.get(place.partnership_id, []) if one.outing_date < places.today]
    says = _("%(name)s: how was it?") % {"name": name} if name else _("How was it?")
    return [_outing(place, one, says, "stepping_out:tell") for one in rows[::-1][: 1 if name else _TOLD_AT_ONCE]]


def ideas(place: Participant, places: Places, name: str = "") -> list[Item]:
    """Return an idea that was put off until about now; the page that it leads to shows them all."""
    says = _("An idea with %(name)s") % {"name": name} if name else _("You wanted to think of this again")
    href = address("plans:ideas", partnership_id=place.partnership_id)
    found = places.others[place.partnership_id][0]
    what, day = getattr(found, "idea", None), getattr(found, "idea_day", None)
    return [Item(day, says, what, stamp(day), href)] if what and day else []


def looks_back(place: Participant, places: Places, name: str = "") -> list[Item]:
    """Return the day on which the two wanted to look back again, when it comes within a week or has passed."""
    found = places.others[place.partnership_id][0]
    day = getattr(found, "look_day", None)
    if not day:
        return []
    says = _("With %(name)s") % {"name": name} if name else _("Coming up")
    text = _("Look back together: how has it been, and what comes next?")
    return [Item(day, says, text, stamp(day), address("review:reviews", partnership_id=place.partnership_id))]


def proposed(place: Participant, places: Places, name: str = "") -> list[Item]:
    """Return that others proposed where and when to meet, and wait; where, whom with and what for is not said here."""
    said_at = getattr(places.others[place.partnership_id][0], "meets", None)
    if said_at is None:
        return []
    says = _("With %(name)s") % {"name": name} if name else _("For you to look at")
    href = address("introductions:introductions", partnership_id=place.partnership_id)
    day = day_of(said_at)
    return [Item(day, says, _("A place and a time wait for your answer."), stamp(day), href)]


def _whose(outing: Outing, at: datetime, name: str) -> str:
    if outing.is_overdue(at):
        return _("%(name)s: back yet?") % {"name": name} if name else _("Are you back?")
    if name and getattr(outing, "ring", False):
        return _("Ring or text %(name)s: it is soon") % {"name": name}
    return _("With %(name)s") % {"name": name} if name else _("Coming up")


def _outing(place: Participant, outing: Outing, says: str, page: str) -> Item:
    when = stamp(outing.outing_date) + (f", {outing.begins:%H:%M}" if outing.begins else "")
    href = address(page, partnership_id=place.partnership_id, outing_id=outing.pk)
    return Item(outing.outing_date, says, outing.entry.line, when, href)
