"""Who opened the record and who wrote in it, told day by day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from connecting_people.core.london import LONDON, day_of
from connecting_people.journey.queries import Act, Look, who_looked, who_wrote
from connecting_people.journey.words import ACTS, kind_in_words, page_in_words
from connecting_people.partnership.models import Partnership, UrgentLook
from connecting_people.partnership.queries import looks_into
from connecting_people.people.queries import names

EACH = 300
DAYS = 20


@dataclass(frozen=True)
class Somebody:
    """What one person opened and wrote on one day."""

    name: str
    side: str
    when: str
    opened: str
    wrote: str
    did: str
    urgent: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Day:
    """One day on which the record was opened."""

    when: date
    people: list[Somebody]


def looks(partnership: Partnership, until: date | None = None) -> tuple[list[Day], date | None]:
    """Return the newest days, up to `until`, and the day on which the way goes on when there are older ones."""
    before = _start(until + timedelta(days=1)) if until else None
    seen = who_looked(partnership, EACH + 1, before)
    older = None
    if len(seen) > EACH:
        # The last day may be there in part: it comes whole on the next page, unless it is the only one.
        older = day_of(seen[-1].at)
        whole = [look for look in seen if day_of(look.at) > older]
        seen, older = (whole, older) if whole else (seen, older - timedelta(days=1))
    days = list(dict.fromkeys(day_of(look.at) for look in seen))
    if len(days) > DAYS:
        older = days[DAYS]
        seen = [look for look in seen if day_of(look.at) > older]
    first = _start(day_of(seen[-1].at)) if older else None
    acts = [act for act in who_wrote(partnership, EACH, before) if first is None or act.at >= first]
    urgent = [look for look in looks_into(partnership) if first is None or look.began_at >= first]
    return _days(partnership, seen, acts, urgent), older


def _days(partnership: Partnership, seen: list[Look], acts: list[Act], urgent: list[UrgentLook]) -> list[Day]:
    who = names({look.actor_id for look in seen} | {act.actor_id for act in acts})
    sides = {one.user_id: one.side for one in partnership.everybody}
    days: dict[date, dict[tuple[UUID, bool], tuple[list[Look], list[Act]]]] = {}
    for look in seen:
        _on(days, look.at, look.actor_id, look.urgent)[0].append(look)
    for act in acts:
        _on(days, act.at, act.actor_id, False)[1].append(act)
    reasons: dict[tuple[date, UUID], list[str]] = {}
    for one in urgent:
        reasons.setdefault((day_of(one.began_at), one.by_id), []).append(one.reason)
    return [
        Day(
            day,
            [
                Somebody(
                    name=who.get(actor, _("Somebody who is no longer here")),
                    side=sides.get(actor, "agency"),
                    when=_when([*looked, *acted]),
                    opened=_listed(page_in_words(look.page) for look in looked),
                    wrote=_listed(kind_in_words(act.act) for act in acted if act.act not in ACTS),
                    did=_listed(str(ACTS[act.act]) for act in acted if act.act in ACTS),
                    urgent=hasty,
                    reasons=tuple(reasons.get((day, actor), ())) if hasty else (),
                )
                for (actor, hasty), (looked, acted) in people.items()
            ],
        )
        for day, people in sorted(days.items(), reverse=True)
    ]


def _on(
    days: dict[date, dict[tuple[UUID, bool], tuple[list[Look], list[Act]]]], at: datetime, actor: UUID, urgent: bool
) -> tuple[list[Look], list[Act]]:
    return days.setdefault(day_of(at), {}).setdefault((actor, urgent), ([], []))


def _when(things: Iterable[Look | Act]) -> str:
    times = sorted(date_format(localtime(thing.at), "H:i") for thing in things)
    first, last = times[0], times[-1]
    return first if first == last else _("between %(first)s and %(last)s") % {"first": first, "last": last}


def _listed(words: Iterable[str]) -> str:
    # Oldest first, each once.
    return ", ".join(dict.fromkeys(reversed(list(words))))


def _start(day: date) -> datetime:
    return datetime.combine(day, time.min, LONDON)
