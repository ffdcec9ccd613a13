"""How often something is on: the parts of RFC 5545 that the standard uses, read from a schedule and written as one."""

import re
from dataclasses import dataclass
from typing import Final

from connecting_people.community.entry import DAYS, text_of
from connecting_people.community.standard import Document

LAST: Final = -1
MONTHLY_WEEKS: Final = (1, 2, 3, 4, LAST)
WEEKLY_AT_MOST: Final = 4
_DAY: Final = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")


@dataclass(frozen=True)
class Rhythm:
    """Weekly or monthly (or neither), every how many of them, on which days; `weeks` count within the month."""

    freq: str
    interval: int
    days: tuple[str, ...]
    weeks: tuple[int, ...]
    month_days: tuple[int, ...]

    @property
    def plain(self) -> bool:
        """Say whether the form has boxes for it."""
        if self.freq == "WEEKLY":
            return self.interval <= WEEKLY_AT_MOST and not self.weeks and not self.month_days
        if self.freq == "MONTHLY":
            one_week = len(self.weeks) == 1 and self.weeks[0] in MONTHLY_WEEKS
            return self.interval == 1 and bool(self.days) and one_week and not self.month_days
        return not self.days and not self.month_days


def rhythm_of(schedule: Document) -> Rhythm:
    """Read the rhythm of a schedule; what cannot be read counts as not said."""
    found = [_DAY.fullmatch(one) for one in _split(schedule.get("byday"))]
    named = [(int(one[1] or 0), one[2]) for one in found if one]
    interval = schedule.get("interval")
    return Rhythm(
        freq=schedule["freq"] if schedule.get("freq") in ("WEEKLY", "MONTHLY") else "",
        interval=int(interval) if isinstance(interval, int | float) and interval >= 1 else 1,
        days=tuple(day for day in DAYS if any(day == each for _, each in named)),
        weeks=tuple(sorted({week for week, _ in named if week}, key=lambda week: (week < 0, week))),
        month_days=tuple(int(one) for one in _split(schedule.get("bymonthday")) if _is_month_day(one)),
    )


def written(rhythm: Rhythm) -> Document:
    """Return the fields of a schedule that say a plain rhythm; those that say nothing are empty."""
    week = str(rhythm.weeks[0]) if rhythm.weeks else ""
    return {
        "freq": rhythm.freq,
        "interval": rhythm.interval if rhythm.interval > 1 else None,
        "byday": ",".join(f"{week}{day}" for day in rhythm.days),
    }


def _split(value: object) -> list[str]:
    return [one for one in text_of(value).upper().replace(" ", "").split(",") if one]


def _is_month_day(text: str) -> bool:
    return text.isascii() and text.isdigit() and 1 <= int(text) <= 31
