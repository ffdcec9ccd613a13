"""Goals as the pages show them: in whose words, what each does for them, and where each sees them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.core.addresses import address
from connecting_people.guide.words import StrOrPromise
from connecting_people.journey.models import Entry
from connecting_people.journey.permissions import can_settle
from connecting_people.journey.rules import Outcome, Standing
from connecting_people.journey.words import OUTCOMES_SEEN
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.plans.models import Aspiration, Goal, GoalAction, GoalMove, GoalRating, GoalScale
from connecting_people.plans.permissions import can_do_for
from connecting_people.plans.rules import GoalState, Level
from connecting_people.plans.words import LEVELS, MOVES, STATES, WEIGHTS


@dataclass(frozen=True)
class Words:
    """What somebody said, when, and the way to it in the record."""

    text: str
    side: str
    name: str
    when: date
    note: str
    kept: bool
    href: str


@dataclass(frozen=True)
class Doing:
    """What somebody will do for a goal, and what became of it."""

    words: Words
    by_date: date | None
    became: StrOrPromise
    settle: str


@dataclass(frozen=True)
class Seen:
    """Where one side sees a goal now."""

    side: str
    name: str
    level: StrOrPromise
    own: str
    when: date


@dataclass(frozen=True)
class Card:
    """One goal in a list."""

    href: str
    words: Words
    state: StrOrPromise
    on_the_way: bool
    waits: bool
    differs: bool
    doing: tuple[Doing, ...]
    seen: tuple[Seen, ...]


@dataclass(frozen=True)
class Under:
    """A hope with the goals under it; goals that belong to none stand under no words."""

    words: Words | None
    end: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Plans:
    """All that the page of plans shows."""

    under: tuple[Under, ...]
    before: tuple[Card, ...]
    any: bool
    rated: bool


@dataclass(frozen=True)
class LevelShown:
    """One level of a scale: its name, the person's words for it, and who sees the goal there."""

    name: StrOrPromise
    words: str
    starts: bool
    here: tuple[Seen, ...]


@dataclass(frozen=True)
class GoalShown:
    """One goal with all that was said of it."""

    card: Card
    plan: str
    may_do: bool
    levels: tuple[LevelShown, ...]
    moves: tuple[tuple[StrOrPromise, Words], ...]
    weighed: tuple[tuple[StrOrPromise, StrOrPromise], ...]  # how important and how hard, as far as that was said


def plans_page(
    partnership: Partnership,
    aspirations: Iterable[Aspiration],
    goals: Iterable[Goal],
    doing: Iterable[GoalAction],
    scales: Iterable[GoalScale],
    ratings: Iterable[GoalRating],
) -> Plans:
    """Return the hopes with the goals on their way, and below them the goals that were."""
    goals, doing, ratings = list(goals), list(doing), list(ratings)
    seen = _seen_by_goal(partnership, scales, ratings)
    cards = {goal.pk: _card(partnership, goal, doing, seen.get(goal.pk, ())) for goal in goals}
    on_the_way = [goal for goal in goals if goal.state == GoalState.CURRENT]
    hopes = list(aspirations)
    named = {hope.pk for hope in hopes}
    under = [
        Under(
            words_of(partnership, hope.entry),
            address("plans:end_aspiration", partnership_id=partnership.pk, aspiration_id=hope.pk),
            tuple(cards[goal.pk] for goal in on_the_way if goal.aspiration_id == hope.pk),
        )
        for hope in hopes
    ]
    loose = tuple(cards[goal.pk] for goal in on_the_way if goal.aspiration_id not in named)
    if loose:
        under.append(Under(None, "", loose))
    return Plans(
        under=tuple(under),
        before=tuple(cards[goal.pk] for goal in goals if goal.state != GoalState.CURRENT),
        any=bool(hopes or goals),
        rated=bool(ratings),
    )


def goal_page(
    partnership: Partnership,
    goal: Goal,
    doing: Iterable[GoalAction],
    scales: Iterable[GoalScale],
    ratings: Iterable[GoalRating],
    moves: Iterable[GoalMove],
) -> GoalShown:
    """Return the page of one goal."""
    scales = list(scales)
    seen = _seen_by_goal(partnership, scales, ratings).get(goal.pk, ())
    return GoalShown(
        card=_card(partnership, goal, list(doing), seen),
        plan=goal.plan,
        may_do=not partnership.looking and can_do_for(partnership.me, goal),
        levels=_levels(scales[0], seen) if scales else (),
        moves=tuple((MOVES[GoalState(one.state)], words_of(partnership, one.entry)) for one in moves),
        weighed=_weighed(goal),
    )


def _weighed(goal: Goal) -> tuple[tuple[StrOrPromise, StrOrPromise], ...]:
    said = ((_("How important"), goal.importance), (_("How hard"), goal.difficulty))
    return tuple((label, dict(WEIGHTS)[number]) for label, number in said if number is not None)


def words_of(partnership: Partnership, entry: Entry) -> Words:
    """Return what an entry says, with whose words it is."""
    voice = place_of(partnership, entry.voice_id)
    note = ""
    if entry.kept_by_id:
        note = _("Only you see this")
    elif entry.as_said and not entry.confirmed_at:
        by = next((one.name for one in partnership.everybody if one.user_id == entry.by_id), "")
        note = _("Said by %(name)s, written down by %(by)s") % {"name": voice.name, "by": by}
    return Words(
        text=entry.words or entry.line,
        side=voice.side,
        name=voice.name,
        when=entry.happened_date,
        note=note,
        kept=entry.kept_by_id is not None,
        href=address("journey:entry", partnership_id=partnership.pk, entry_id=entry.pk),
    )


def place_of(partnership: Partnership, place_id: UUID) -> Participant:
    """Return somebody's place in the partnership."""
    return next(one for one in partnership.everybody if one.pk == place_id)


def own_words(scale: GoalScale, level: Level) -> str:
    """Return the words that a scale has for a level; empty where it has none."""
    return str(getattr(scale, level.name.lower()))


def _card(partnership: Partnership, goal: Goal, doing: list[GoalAction], seen: tuple[Seen, ...]) -> Card:
    return Card(
        href=address("plans:goal", partnership_id=partnership.pk, goal_id=goal.pk),
        words=words_of(partnership, goal.entry),
        state=STATES[GoalState(goal.state)],
        on_the_way=goal.state == GoalState.CURRENT,
        waits=goal.entry.standing == Standing.PROPOSED,
        differs=goal.entry.standing == Standing.DIFFERENT,
        doing=tuple(_doing(partnership, one) for one in doing if one.goal_id == goal.pk),
        seen=seen,
    )


def _doing(partnership: Partnership, action: GoalAction) -> Doing:
    promise = action.promise
    settled = promise.outcome != Outcome.OPEN
    mine = not settled and not partnership.looking and can_settle(partnership.me, promise)
    return Doing(
        words=words_of(partnership, promise.entry),
        by_date=promise.due_date,
        became=OUTCOMES_SEEN[Outcome(promise.outcome)] if settled else "",
        settle=address("journey:settle", partnership_id=partnership.pk, promise_id=promise.pk) if mine else "",
    )


def _seen_by_goal(
    partnership: Partnership, scales: Iterable[GoalScale], ratings: Iterable[GoalRating]
) -> dict[UUID, tuple[Seen, ...]]:
    """Return where each sees each goal now, on the newest words of its levels; one's older view gives way."""
    newest: dict[UUID, GoalScale] = {}
    for scale in scales:
        newest.setdefault(scale.goal_id, scale)
    last: dict[tuple[UUID, UUID], GoalRating] = {}
    for rating in ratings:
        last[rating.scale.goal_id, rating.entry.voice_id] = rating
    found: dict[UUID, list[Seen]] = {}
    for (goal_id, voice_id), rating in last.items():
        voice, level = place_of(partnership, voice_id), Level(rating.level)
        own = own_words(newest[goal_id], level) if goal_id in newest else ""
        seen = Seen(voice.side, voice.name, LEVELS[level], own, rating.entry.happened_date)
        found.setdefault(goal_id, []).append(seen)
    return {goal_id: tuple(each) for goal_id, each in found.items()}


def _levels(scale: GoalScale, seen: tuple[Seen, ...]) -> tuple[LevelShown, ...]:
    return tuple(
        LevelShown(
            name,
            own_words(scale, level),
            scale.start == level,
            tuple(one for one in seen if one.level == name),
        )
        for level, name in LEVELS.items()
    )
