"""Days as people in Britain count them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def day_of(at: datetime) -> date:
    """Return the day in London of the moment `at`."""
    return at.astimezone(LONDON).date()


def day_asked(text: str) -> date | None:
    """Read a day that an address names; anything else is none."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    # A day at either end of the calendar has no day before or after it.
    return found if 1900 <= found.year <= 2200 else None
