"""Goals with where each saw them, then and now, both kept apart; and where one went."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.journey.models import Entry
from connecting_people.journey.queries import of_kind
from connecting_people.partnership.models import Partnership
from connecting_people.plans.models import Goal, GoalRating
from connecting_people.plans.queries import goals, ratings_of
from connecting_people.plans.rules import GoalState, Level
from connecting_people.plans.words import LEVELS, STATES
from connecting_people.review.record.lines import Group, Line, text_of, voiced
from connecting_people.stepping_out.models import Outing
from connecting_people.stepping_out.queries import told
from connecting_people.stepping_out.rules import Felt, OutingState
from connecting_people.stepping_out.words import FELT, SURE
from connecting_people.stepping_out.words import STATES as BECAME


def goals_in(partnership: Partnership, since: date, until: date) -> tuple[Group, ...]:
    """Return the goals that there were, each with where both saw it then and see it now."""
    rows = [one for one in goals(partnership) if one.entry.happened_date <= until]
    rated: dict[UUID, list[GoalRating]] = {}
    for rating in ratings_of(partnership, rows):
        if rating.entry.happened_date <= until:
            rated.setdefault(rating.scale.goal_id, []).append(rating)
    return tuple(_goal(partnership, one, rated.get(one.pk, []), since) for one in rows)


def _goal(partnership: Partnership, goal: Goal, ratings: list[GoalRating], since: date) -> Group:
    by_voice: dict[UUID, list[GoalRating]] = {}
    for rating in ratings:
        by_voice.setdefault(rating.entry.voice_id, []).append(rating)
    state = GoalState(goal.state)
    lines = [_seen(partnership, voice_id, of, since) for voice_id, of in by_voice.items()]
    if state != GoalState.CURRENT:
        lines.append(Line(str(STATES[state])))
    entry = goal.entry
    return Group(text_of(entry), tuple(lines), day=entry.happened_date, **voiced(partnership, entry.voice_id))


def _seen(partnership: Partnership, voice_id: UUID, ratings: list[GoalRating], since: date) -> Line:
    """Say where somebody sees a goal now, and where they saw it when this span began, or first after it."""
    before = [one for one in ratings if one.entry.happened_date <= since]
    then, now = (before or ratings[:1])[-1], ratings[-1]
    words = _level(now) if then is now else _("%(then)s, then %(now)s") % {"then": _level(then), "now": _level(now)}
    return Line(words, day=now.entry.happened_date, note=now.entry.words, **voiced(partnership, voice_id))


def _level(rating: GoalRating) -> str:
    level = Level(rating.level)
    own = str(getattr(rating.scale, level.name.lower()))
    return f"{LEVELS[level]} ({own})" if own else str(LEVELS[level])


def outings_told(partnership: Partnership, since: date, until: date) -> list[Outing]:
    """Return the outings of a span of which somebody said how they went, by day."""
    return list(told(partnership).filter(outing_date__gte=since, outing_date__lte=until))[::-1]


def outings_in(partnership: Partnership, outings: Iterable[Outing]) -> tuple[Group, ...]:
    """Return where one went, and plans that came differently; what happened again and again stands once."""
    by_entry: dict[UUID, list[Outing]] = {}
    for one in outings:
        by_entry.setdefault(one.entry_id, []).append(one)
    gone = {id: [one for one in of if one.state == OutingState.GONE] for id, of in by_entry.items()}
    tellers = _tellers(partnership, [one.pk for of in by_entry.values() for one in of])
    went = [line for of in gone.values() if of for line in _outing(partnership, of, tellers)]
    otherwise = [line for id, of in by_entry.items() if not gone[id] for line in _outing(partnership, of, tellers)]
    groups = (Group(_("Went"), tuple(went)), Group(_("Came differently"), tuple(otherwise)))
    return tuple(one for one in groups if one.lines)


def _tellers(partnership: Partnership, outing_ids: list[UUID]) -> dict[UUID, Entry]:
    """Return what was said last of how each outing went, with whose words it is."""
    kinds = [f"outing_{state.value}" for state in BECAME if state != OutingState.PLANNED]
    rows = of_kind(partnership, *kinds).filter(target_id__in=outing_ids) if outing_ids else ()
    return {one.target_id: one for one in reversed(list(rows)) if one.target_id}


def _outing(partnership: Partnership, of: list[Outing], tellers: dict[UUID, Entry]) -> Iterable[Line]:
    last = of[-1]
    again = _("again and again, the last time then") if len(of) > 1 else ""
    state = "" if last.state == OutingState.GONE else str(BECAME[OutingState(last.state)])
    note = " · ".join(filter(None, (state, again)))
    yield Line(text_of(last.entry), day=last.outing_date, note=note, **voiced(partnership, last.entry.voice_id))
    teller = tellers.get(last.pk)
    felt = _("It felt: %(how)s") % {"how": FELT[Felt(last.felt)]} if last.felt else ""
    helped = _("What helped: %(what)s") % {"what": last.helped} if last.helped else ""
    said = [one for one in (teller.words if teller else "", felt, helped) if one]
    if teller and said:
        yield Line(said[0], note=" · ".join(said[1:]), **voiced(partnership, teller.voice_id))


def surer(partnership: Partnership, outings: Iterable[Outing]) -> tuple[Line, ...]:
    """Return how sure somebody was of themselves before an outing and after it, in their words."""
    found = []
    for one in outings:
        if one.sure_before and one.sure_after and one.sure_before != one.sure_after:
            words = {"then": SURE[Felt(one.sure_before)], "now": SURE[Felt(one.sure_after)]}
            says = _("%(then)s before, %(now)s after") % words
            voice = voiced(partnership, one.entry.voice_id)
            found.append(Line(text_of(one.entry), day=one.outing_date, note=says, **voice))
    return tuple(found[-3:])
