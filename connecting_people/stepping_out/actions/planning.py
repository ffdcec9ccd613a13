"""An outing is planned, changed, called off, and told of."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime, time, timedelta
from typing import Final

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from connecting_people.community.models import Asset
from connecting_people.core.london import LONDON, day_of
from connecting_people.core.troubles import Stale, Trouble
from connecting_people.guide.processes import FACILITATION, FEEDBACK, ORIENTATION, SIGNPOSTING
from connecting_people.guide.steps import STEPPING_OUT
from connecting_people.journey import actions as journey
from connecting_people.journey.models import Entry
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.people.models import User
from connecting_people.plans.actions.ideas import became_outing
from connecting_people.plans.models import Goal
from connecting_people.stepping_out.actions.auditing import audited
from connecting_people.stepping_out.actions.reminders import renew
from connecting_people.stepping_out.models import Outing, Series
from connecting_people.stepping_out.queries import locked
from connecting_people.stepping_out.rules import LONGEST_SERIES, NEXT, Felt, Orientation, OutingState, occasions
from connecting_people.stepping_out.words import STATES

STEP: Final = STEPPING_OUT.number
PAGE: Final = "stepping_out:outing"


class OutingError(Trouble):
    """Something about an outing cannot be done; the message says how to mend it."""


class WrongDay(OutingError):
    """The day or time lies where it cannot lie."""


class StaleOuting(Stale[Outing], OutingError):
    """Somebody changed the outing after it was read; `now` is how it stands."""


class CannotMove(OutingError):
    """The outing stands where this cannot follow."""


@dataclass(frozen=True)
class Facts:
    """When and where, what it costs, how to get there, what to bring, and what is there."""

    outing_date: date
    begins: time | None = None
    ends: time | None = None
    place: str = ""
    cost: str = ""
    way: str = ""
    bring: str = ""
    facilities: str = ""
    orientation: Orientation | str = ""
    shown_by: str = ""
    sure_before: Felt | str = ""
    back_at: datetime | None = None
    tell: str = ""


@dataclass(frozen=True)
class Again:
    """Every how many weeks something is, and until which day."""

    every_weeks: int
    until_date: date


@transaction.atomic
def plan(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    words: str,
    facts: Facts,
    again: Again | None = None,
    asset: Asset | None = None,
    goal: Goal | None = None,
    voice: Participant | None = None,
    to_oneself: bool = False,
) -> list[Outing]:
    """Plan an outing, or with `again` one on each of its days; they share what was written once."""
    check_can_write(by, partnership, at)
    _check(facts, at)
    _check_here(partnership, asset, goal)
    days = _days(facts.outing_date, again)
    entry = journey.record(
        by=by,
        at=at,
        partnership=partnership,
        kind="outing",
        line=words,
        words=words,
        voice=voice,
        steps=[STEP],
        processes=[FACILITATION.number, *([SIGNPOSTING.number] if asset else [])],
        target_page="stepping_out:outings",
        kept_by=partnership.me if to_oneself else None,
    )
    series = None
    if again:
        series = Series.objects.create(agency_id=partnership.agency_id, partnership=partnership, **asdict(again))
    shared = {"agency_id": partnership.agency_id, "partnership": partnership, "entry": entry, "series": series}
    made = [
        Outing(**shared, asset=asset, goal=goal, **asdict(facts) | {"outing_date": day, "back_at": _moved(facts, day)})
        for day in days
    ]
    Outing.objects.bulk_create(made)
    if asset and not to_oneself:
        became_outing(partnership=partnership, asset=asset)
    if len(made) == 1:
        Entry.objects.filter(pk=entry.pk).update(target_page=PAGE, target_id=made[0].pk)
    renew(partnership=partnership, outings=made, at=at)
    return made


@transaction.atomic
def change(*, by: User, at: datetime, partnership: Partnership, outing: Outing, facts: Facts, version: int) -> Outing:
    """Change when, where and how, in place of `version`; raise StaleOuting when somebody was quicker."""
    check_can_write(by, partnership, at)
    _check(facts, at)
    now = locked(partnership, outing)
    if now.version != version:
        raise StaleOuting(now)
    moved = (facts.outing_date, facts.begins) != (now.outing_date, now.begins)
    for name, value in asdict(facts).items():
        setattr(now, name, value)
    now.version = version + 1
    now.save(update_fields=[*(field.name for field in fields(Facts)), "version"])
    renew(partnership=partnership, outings=[now], at=at)
    audited(by, at, partnership, "changed", now.pk)
    if moved:
        line = _("Another day or time: %(what)s") % {"what": now.entry.line}
        about(by, at, partnership, now, "outing_moved", line, "", None, [FACILITATION.number])
    return now


@transaction.atomic
def tell(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    outing: Outing,
    state: OutingState,
    words: str = "",
    felt: Felt | str = "",
    sure_after: Felt | str = "",
    helped: str = "",
    orientation: Orientation | str = "",
    shown_by: str = "",
    voice: Participant | None = None,
) -> Outing:
    """Say what became of an outing: went, not this time, or another plan; and how it felt and what helped, if told."""
    now = locked(partnership, outing)
    if state not in NEXT[OutingState(now.state)]:
        raise CannotMove(_("Somebody has said already what became of it."))
    if state == OutingState.GONE and now.outing_date > day_of(at):
        raise WrongDay(_("That day is still to come. If you went earlier, change the day first."))
    line = f"{STATES[state]}: {now.entry.line}"
    processes = [FEEDBACK.number, *([ORIENTATION.number] if state == OutingState.GONE else [])]
    day = now.outing_date if state == OutingState.GONE else None
    about(by, at, partnership, now, f"outing_{state.value}", line, words, voice, processes, day)
    now.state, now.felt, now.sure_after, now.helped = state, felt, sure_after, helped.strip()
    # Where nothing is said of it, what was said before the outing stands.
    now.orientation, now.shown_by = orientation or now.orientation, shown_by.strip() or now.shown_by
    now.save(update_fields=["state", "felt", "sure_after", "helped", "orientation", "shown_by"])
    renew(partnership=partnership, outings=[now], at=at)
    return now


@transaction.atomic
def plan_again(*, by: User, at: datetime, partnership: Partnership, outing: Outing) -> Outing:
    """Take back what was said of an outing, so that it is planned again."""
    check_can_write(by, partnership, at)
    now = locked(partnership, outing)
    if OutingState.PLANNED not in NEXT[OutingState(now.state)]:
        raise CannotMove(_("This is planned already."))
    now.state = OutingState.PLANNED
    now.save(update_fields=["state"])
    renew(partnership=partnership, outings=[now], at=at)
    line = _("Planned again: %(what)s") % {"what": now.entry.line}
    about(by, at, partnership, now, "outing_again", line, "", None, [FACILITATION.number])
    return now


@transaction.atomic
def stop_series(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    outing: Outing,
    words: str = "",
    voice: Participant | None = None,
) -> int:
    """Call off all that is still to come of what is again and again; return how many. What was stays as it was."""
    now = locked(partnership, outing)
    rows = Outing.objects.select_related("entry").select_for_update(of=("self",))
    rows = rows.filter(partnership=partnership, state=OutingState.PLANNED, outing_date__gte=day_of(at))
    coming = list(rows.filter(series=now.series_id) if now.series_id else ())
    if not coming:
        raise CannotMove(_("There is nothing to come that could be called off."))
    line = _("No more of this: %(what)s") % {"what": now.entry.line}
    about(by, at, partnership, now, "outing_stopped", line, words, voice, [FEEDBACK.number])
    for one in coming:
        one.state = OutingState.CHANGED_PLAN
    Outing.objects.bulk_update(coming, ["state"])
    renew(partnership=partnership, outings=coming, at=at)
    return len(coming)


@transaction.atomic
def say_back(*, by: User, at: datetime, partnership: Partnership, outing: Outing) -> None:
    """Say that one is back from an outing; the prompt that asks for it goes."""
    check_can_write(by, partnership, at)
    now = locked(partnership, outing)
    now.back_told_at = at
    now.save(update_fields=["back_told_at"])
    audited(by, at, partnership, "back", now.pk)


def about(
    by: User,
    at: datetime,
    partnership: Partnership,
    outing: Outing,
    kind: str,
    line: str,
    words: str,
    voice: Participant | None,
    processes: Sequence[int],
    happened_date: date | None = None,
) -> Entry:
    """Enter in the record what happened with an outing."""
    return journey.record(
        by=by,
        at=at,
        partnership=partnership,
        kind=kind,
        line=line,
        words=words,
        voice=voice,
        steps=[STEP],
        processes=processes,
        happened_date=happened_date,
        about=outing.entry,
        target_page=PAGE,
        target_id=outing.pk,
    )


def _check(facts: Facts, at: datetime) -> None:
    if facts.begins and facts.ends and facts.ends < facts.begins:
        raise WrongDay(_("It would end before it begins. Check the two times."))
    leaves = datetime.combine(facts.outing_date, facts.begins or time.min, LONDON)
    if facts.back_at and facts.back_at < leaves:
        raise WrongDay(_("You would be back before you set out. Check the day and the times."))


def _check_here(partnership: Partnership, asset: Asset | None, goal: Goal | None) -> None:
    if asset and asset.agency_id != partnership.agency_id:
        raise Http404
    if goal and goal.partnership_id != partnership.pk:
        raise Http404


def _days(first: date, again: Again | None) -> list[date]:
    if again is None:
        return [first]
    if again.until_date < first:
        raise WrongDay(_("Choose a last day that comes after the first."))
    many = occasions(first, again.until_date, again.every_weeks)
    if many > LONGEST_SERIES:
        raise WrongDay(_("That is more than a year of outings. Choose an earlier last day; you can add more later."))
    return [first + timedelta(weeks=again.every_weeks * number) for number in range(many)]


def _moved(facts: Facts, day: date) -> datetime | None:
    if facts.back_at is None:
        return None
    # By the clock on the wall, which is moved twice a year.
    back = facts.back_at.astimezone(LONDON)
    return datetime.combine(back.date() + (day - facts.outing_date), back.time(), LONDON)
