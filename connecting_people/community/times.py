"""Times in plain words: "Every Tuesday, 10:30 to 12", "The second Tuesday of the month"."""

from datetime import date, time
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from connecting_people.community.entry import DAYS, text_of
from connecting_people.community.rhythm import Rhythm, rhythm_of
from connecting_people.community.standard import DATE, TIME, Document, fits
from connecting_people.guide.words import StrOrPromise

DAY_NAMES: Final[dict[str, StrOrPromise]] = {
    "MO": gettext_lazy("Monday"),
    "TU": gettext_lazy("Tuesday"),
    "WE": gettext_lazy("Wednesday"),
    "TH": gettext_lazy("Thursday"),
    "FR": gettext_lazy("Friday"),
    "SA": gettext_lazy("Saturday"),
    "SU": gettext_lazy("Sunday"),
}
_IN_MONTH: Final[dict[int, StrOrPromise]] = {
    1: gettext_lazy("The first %(day)s of the month"),
    2: gettext_lazy("The second %(day)s of the month"),
    3: gettext_lazy("The third %(day)s of the month"),
    4: gettext_lazy("The fourth %(day)s of the month"),
    5: gettext_lazy("The fifth %(day)s of the month"),
    -1: gettext_lazy("The last %(day)s of the month"),
    -2: gettext_lazy("The last %(day)s but one of the month"),
}


def time_in_words(schedule: Document) -> str:
    """Say when something is on, in one line; nothing where the schedule says nothing."""
    said = [_once(schedule) or _days(rhythm_of(schedule)), _clock(schedule)]
    line = ", ".join(one for one in said if one)
    tail = [_span(schedule), text_of(schedule.get("description")), text_of(schedule.get("notes"))]
    return ". ".join(one.strip().rstrip(".") for one in (line[:1].upper() + line[1:], *tail) if one.strip())


def joined(words: list[str]) -> str:
    """Join words as one says them: "Monday, Tuesday and Friday"."""
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s and %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def day_in_words(day: date) -> str:
    """Write a day as "3 March 2026"."""
    return date_format(day, "j F Y")


def _days(rhythm: Rhythm) -> str:
    if rhythm.freq == "MONTHLY":
        return _monthly(rhythm)
    if not rhythm.days:
        return _every_so_many_weeks(rhythm.interval) if rhythm.freq else ""
    days = _named(rhythm.days)
    if rhythm.freq and rhythm.interval == 2:
        return _("Every second %(day)s") % {"day": days}
    if rhythm.freq and rhythm.interval > 2:
        return _("%(day)s, every %(count)s weeks") % {"day": days, "count": rhythm.interval}
    if len(rhythm.days) == 7:
        return _("Every day")
    if len(rhythm.days) > 2 and "".join(rhythm.days) in "".join(DAYS):
        first, last = rhythm.days[0], rhythm.days[-1]
        return _("%(first)s to %(last)s") % {"first": DAY_NAMES[first], "last": DAY_NAMES[last]}
    return _("Every %(day)s") % {"day": days}


def _every_so_many_weeks(interval: int) -> str:
    if interval == 1:
        return _("Every week")
    return ngettext("Every week", "Every %(count)s weeks", interval) % {"count": interval}


def _monthly(rhythm: Rhythm) -> str:
    said = [str(_IN_MONTH[week]) % {"day": _named(rhythm.days)} for week in rhythm.weeks if week in _IN_MONTH]
    if rhythm.month_days:
        days = joined([str(day) for day in rhythm.month_days])
        said.append(
            ngettext("Day %(days)s of the month", "Days %(days)s of the month", len(rhythm.month_days)) % {"days": days}
        )
    words = ", ".join(said) or _("Every month")
    if rhythm.interval > 1:
        words += ", " + _("every %(count)s months") % {"count": rhythm.interval}
    return words


def _named(days: tuple[str, ...]) -> str:
    return joined([str(DAY_NAMES[day]) for day in days])


def _once(schedule: Document) -> str:
    """Say the one day on which something is, where it is on one day only."""
    first, last = schedule.get("valid_from"), schedule.get("valid_to")
    if first == last and fits(first, DATE) and not schedule.get("freq"):
        day = date.fromisoformat(first)
        return _("On %(day)s") % {"day": date_format(day, "l j F Y")}
    return ""


def _span(schedule: Document) -> str:
    if _once(schedule):
        return ""
    first, last = (schedule.get(name) for name in ("valid_from", "valid_to"))
    begins = day_in_words(date.fromisoformat(first)) if fits(first, DATE) else ""
    ends = day_in_words(date.fromisoformat(last)) if fits(last, DATE) else ""
    if begins and ends:
        return _("From %(first)s until %(last)s") % {"first": begins, "last": ends}
    if begins:
        return _("From %(first)s on") % {"first": begins}
    return _("Until %(last)s") % {"last": ends} if ends else ""


def _clock(schedule: Document) -> str:
    opens, closes = (
        time.fromisoformat(value) if fits(value, TIME) else None
        for value in (schedule.get("opens_at"), schedule.get("closes_at"))
    )
    # In the morning "10:30 to 12" cannot be misread; later the day's own hours stand in full.
    short = all(one is None or one.hour <= 12 for one in (opens, closes))
    if opens and closes:
        return _("%(opens)s to %(closes)s") % {"opens": _hour(opens, short), "closes": _hour(closes, short)}
    if opens:
        return _("from %(opens)s") % {"opens": _hour(opens, short=False)}
    return _("until %(closes)s") % {"closes": _hour(closes, short=False)} if closes else ""


def _hour(at: time, short: bool) -> str:
    return str(at.hour) if short and not at.minute and at.hour else f"{at.hour}:{at.minute:02}"
