"""Lights as their author sees them, as those see them who look at them first, and the ideas that would move them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from connecting_people.community.hints import names_somebody
from connecting_people.community.lights import AS_WHO, IDEAS, MOVES, ONE_OF_THEM, WHERE_IT_STANDS
from connecting_people.community.models import Improvement, Rating
from connecting_people.community.presenters.came import Came, came_from
from connecting_people.community.presenters.experience import Shape, quarter_in_words, shape_of
from connecting_people.community.release import quarter_after, quarter_of
from connecting_people.community.rules import ImprovementState, Light, Rater, RatingState
from connecting_people.core.london import day_of
from connecting_people.guide.words import StrOrPromise


@dataclass(frozen=True)
class Mine:
    """One of one's own lights: what was said, what others read of it and why, and where it stands."""

    id: UUID
    asset_id: UUID
    asset: str
    shape: Shape
    as_who: StrOrPromise
    signed: bool
    reason: str
    shown: str
    changed: bool
    stands: StrOrPromise
    next: str
    why: str
    hint: str
    when: date
    over: bool


@dataclass(frozen=True)
class ToLookAt:
    """One light that waits for a look. Who wrote without a name is named to nobody, and its day is a quarter."""

    id: UUID
    asset: str
    who: str
    shape: Shape
    reason: str
    when: str
    why: str
    first: str
    hint: str
    state: RatingState
    shown: str
    came: Came | None


@dataclass(frozen=True)
class Idea:
    """One idea on the team's list."""

    id: UUID
    asset_id: UUID
    asset: str
    move: StrOrPromise
    idea: str
    state: ImprovementState
    says: str
    outcome: str
    when: date
    came: Came | None


def in_quotes(found: Iterable[str]) -> str:
    """Return several words as a reader sees them: “one”, “another”."""
    return ", ".join(f"“{words}”" for words in found)


def my_ratings_page(ratings: Iterable[Rating]) -> tuple[list[Mine], list[Mine]]:
    """Return one's own lights that stand, and those that were taken back or said differently since."""
    rows = [_mine(one) for one in ratings]
    return [one for one in rows if not one.over], [one for one in rows if one.over]


def to_look_at(rating: Rating) -> ToLookAt:
    """Return a light as it is shown to somebody who looks at it before others read it."""
    day = day_of(rating.at)
    return ToLookAt(
        id=rating.pk,
        asset=rating.asset.name,
        who=_who(rating),
        shape=shape_of(rating.light),
        reason=rating.reason,
        when=date_format(day, "j F Y") if rating.signed else quarter_in_words(quarter_of(day)),
        why=rating.why,
        first=rating.decided_by.name if rating.decided_by else "",
        hint=in_quotes(names_somebody(rating.reason)),
        state=RatingState(rating.state),
        shown=rating.shown,
        came=came_from(rating.from_training, rating.training_date),
    )


def _who(rating: Rating) -> str:
    kind = str(ONE_OF_THEM[Rater(rating.rater)])
    if rating.signed and rating.by:
        return _("%(name)s, %(kind)s") % {"name": rating.by.name, "kind": kind[:1].lower() + kind[1:]}
    return _("%(kind)s, without a name") % {"kind": kind}


def ideas_page(ideas: Iterable[Improvement]) -> tuple[list[Idea], list[Idea], list[Idea]]:
    """Return the ideas that wait, those under way, and the others: done or not now, the newest first."""
    rows = [_idea(one) for one in ideas]
    waits = [one for one in rows if one.state == ImprovementState.SUGGESTED]
    under_way = [one for one in rows if one.state == ImprovementState.TAKEN_ON]
    others = [one for one in rows if one.state in (ImprovementState.DONE, ImprovementState.NOT_NOW)]
    return waits, under_way, others[::-1]


def one_idea(idea: Improvement) -> Idea:
    """Return one idea as its page shows it."""
    return _idea(idea)


def _idea(one: Improvement) -> Idea:
    state = ImprovementState(one.state)
    says = str(IDEAS[state])
    if state == ImprovementState.TAKEN_ON and one.taken_by:
        says = _("%(name)s takes this on") % {"name": one.taken_by.name}
    day = day_of(one.moved_at or one.at)
    move = MOVES[Light(one.from_light), Light(one.to_light)]
    came = came_from(one.from_training, one.training_date)
    return Idea(one.pk, one.asset_id, one.asset.name, move, one.idea, state, says, one.outcome, day, came)


def _mine(one: Rating) -> Mine:
    state = RatingState(one.state)
    reads = state == RatingState.SHOWN
    return Mine(
        id=one.pk,
        asset_id=one.asset_id,
        asset=one.asset.name,
        shape=shape_of(one.light),
        as_who=AS_WHO[Rater(one.rater)],
        signed=one.signed,
        reason=one.reason,
        shown=one.shown if reads else "",
        changed=reads and one.shown != one.reason,
        stands=WHERE_IT_STANDS[state],
        next=_next(one),
        why=one.why if state in (RatingState.SHOWN, RatingState.TURNED_DOWN, RatingState.STAYS_OUT) else "",
        hint=in_quotes(names_somebody(one.reason)) if state == RatingState.WAITING else "",
        when=day_of(one.at),
        over=one.ended_at is not None,
    )


def _next(one: Rating) -> str:
    """Say what others read of it and when, in so many words."""
    if one.state == RatingState.SHOWN:
        if one.signed:
            return _("Others read it with your first name.")
        return _(
            "Others read it without your name on the first day of a quarter, once the words of eight people have "
            "come together."
        )
    if one.ended_at and one.shown_at and not one.signed:
        goes = quarter_after(day_of(one.ended_at))
        return _("If others read it, it goes on %(day)s, so that nobody can tell it was yours.") % {
            "day": date_format(goes, "j F Y")
        }
    return ""
