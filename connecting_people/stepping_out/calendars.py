"""Outings as iCalendar (RFC 5545), with titles that say nothing unless somebody chose otherwise."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from connecting_people.core.london import LONDON
from connecting_people.stepping_out.models import Outing
from connecting_people.stepping_out.rules import OutingState

_MAKER: Final = "-//Connecting People//Outings//EN"
_USUAL_LENGTH: Final = timedelta(hours=1)


def calendar_of(outings: Iterable[Outing], at: datetime, *, plain: bool) -> bytes:
    """Return outings as a calendar. `plain` puts in what they are and where; without it each is "something planned"."""
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    for outing in outings:
        calendar.add_component(_event(outing, at, plain))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(outing: Outing, at: datetime, plain: bool) -> Event:
    event = Event()
    event.add("uid", str(outing.pk))
    event.add("dtstamp", at)
    event.add("summary", outing.entry.line if plain else _("Something planned"))
    event.add("sequence", outing.version)
    if outing.state in (OutingState.CHANGED_PLAN, OutingState.NOT_THIS_TIME):
        event.add("status", "CANCELLED")
    if outing.begins is None:
        event.add("dtstart", outing.outing_date)
        event.add("dtend", outing.outing_date + timedelta(days=1))
    else:
        begins = datetime.combine(outing.outing_date, outing.begins, LONDON)
        ends = datetime.combine(outing.outing_date, outing.ends, LONDON) if outing.ends else begins + _USUAL_LENGTH
        event.add("dtstart", begins)
        event.add("dtend", ends)
    if plain and outing.place:
        event.add("location", outing.place)
    event.add("class", "PRIVATE")
    return event
