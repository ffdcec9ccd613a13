"""Days as people in Britain count them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def day_of(at: datetime) -> date:
    """Return the day in London of the moment `at`."""
    return at.astimezone(LONDON).date()
