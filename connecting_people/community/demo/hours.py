"""When something is on, as the files say it ("every 2 wed 19:00-21:00 until today+30") and as the standard does."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from connecting_people.community.demo.blocks import Block, wrong
from connecting_people.community.standard import Document

DAYS: Final = {"mon": "MO", "tue": "TU", "wed": "WE", "thu": "TH", "fri": "FR", "sat": "SA", "sun": "SU"}
_SETS: Final = {"daily": list(DAYS), "weekdays": list(DAYS)[:5], "weekends": list(DAYS)[5:]}
_WEEKS: Final = {"1st": "1", "2nd": "2", "3rd": "3", "4th": "4", "last": "-1"}
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS: Final = "|".join((*DAYS, *_SETS))
_TIME: Final = re.compile(
    rf"(?:every (?P<every>\d) )?(?:(?P<week>{'|'.join(_WEEKS)}) )?(?P<days>(?:{_DAYS})(?:,(?:{_DAYS}))*)"
    r"(?: (?P<opens>\d\d:\d\d)-(?P<closes>\d\d:\d\d))?"
    rf"(?: in (?P<first>{'|'.join(_MONTHS)})-(?P<last>{'|'.join(_MONTHS)}))?"
    r"(?: from (?P<from>(?:today)?[+-]\d+))?(?: until (?P<until>(?:today)?[+-]\d+))?"
    r"(?: @(?P<place>[a-z-]+))?(?: \((?P<words>.+)\))?"
)
Day = Callable[[str], date]


@dataclass(frozen=True)
class Hours:
    """One time of the week or month: the standard's schedule without its id, and the place it belongs to, if said."""

    schedule: Document
    place: str


def hours(block: Block, day: Day, today: date) -> Iterator[Hours]:
    """Yield each time behind `when:`; `day` reads `+9` and `today+9`."""
    for text in block.items("when", ";"):
        found = _TIME.fullmatch(text)
        if found is None:
            raise wrong(block.where, f"{text!r} is not a time that can be read.")
        yield Hours(_schedule(found, day, today), found["place"] or "")


def _schedule(found: re.Match[str], day: Day, today: date) -> Document:
    days = [DAYS[one] for named in found["days"].split(",") for one in _SETS.get(named, [named])]
    week = _WEEKS.get(found["week"] or "", "")
    schedule: Document = {"freq": "MONTHLY" if week else "WEEKLY", "byday": ",".join(week + one for one in days)}
    if found["every"]:
        # Every second week counts from a week that has been: the first Monday of the year before.
        schedule |= {"interval": int(found["every"]), "dtstart": _monday(today.year - 1).isoformat()}
    if found["opens"]:
        schedule |= {"opens_at": found["opens"], "closes_at": found["closes"]}
    if found["first"]:
        begins, ends = season(found["first"], found["last"], today)
        schedule |= {"valid_from": begins.isoformat(), "valid_to": ends.isoformat()}
    for name, field in (("from", "valid_from"), ("until", "valid_to")):
        if found[name]:
            schedule[field] = day(found[name]).isoformat()
    return schedule | ({"description": found["words"]} if found["words"] else {})


def season(first: str, last: str, today: date) -> tuple[date, date]:
    """Return the months from `first` to `last` that are now, or come next."""
    begin, end = _MONTHS.index(first) + 1, _MONTHS.index(last) + 1
    for year in (today.year - 1, today.year, today.year + 1):
        begins = date(year, begin, 1)
        after = year + (1 if end < begin else 0)
        ends = date(after + end // 12, end % 12 + 1, 1) - timedelta(days=1)
        if ends >= today:
            break
    return begins, ends


def _monday(year: int) -> date:
    first = date(year, 1, 1)
    return first + timedelta(days=-first.weekday() % 7)
