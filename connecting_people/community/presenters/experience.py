"""How people find an asset: three kinds of person apart, never one number; what would move it, and what is answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from connecting_people.community.lights import AS_WHO, COLOURS, GROUPS, LIGHTS, ONE_OF_THEM
from connecting_people.community.models import Asset, Improvement, OrganisationAnswer, Rating
from connecting_people.community.permissions import can_rate, raters_of
from connecting_people.community.presenters.came import Came, came_from
from connecting_people.community.queries.assets import Directory
from connecting_people.community.queries.experience import (
    answers_of,
    improvements_of,
    lights_over_time,
    nameless_shown,
    ratings_of,
    readable_by_organisation,
    signed_shown,
    trainings_shown,
)
from connecting_people.community.release import quarter_after
from connecting_people.community.rules import ImprovementState, Light, Rater, RatingState
from connecting_people.core.addresses import address
from connecting_people.core.london import day_of
from connecting_people.guide.words import StrOrPromise


@dataclass(frozen=True)
class Shape:
    """A light as it is drawn: its colour's name for the shape, and its word."""

    light: str
    says: StrOrPromise


@dataclass(frozen=True)
class Said:
    """What one person said, as others read it."""

    shape: Shape
    name: str
    words: str
    when: str
    before: str


@dataclass(frozen=True)
class Then:
    """Which lights one kind of person gave from a quarter on."""

    when: str
    shapes: tuple[Shape, ...]


@dataclass(frozen=True)
class Group:
    """One kind of person, and what they said: those with a name first, then those without; trainings stand apart."""

    rater: str
    name: StrOrPromise
    said: tuple[Said, ...]
    trainings: tuple[Said, ...]
    history: tuple[Then, ...]


@dataclass(frozen=True)
class Own:
    """What the reader said, and where it stands."""

    shape: Shape
    as_who: StrOrPromise
    words: str
    says: str


@dataclass(frozen=True)
class Move:
    """An idea that would move a light, taken on or done."""

    id: UUID
    heading: str
    idea: str
    says: str
    outcome: str
    came: Came | None
    done: bool


@dataclass(frozen=True)
class Answer:
    """What the organisation answered."""

    name: str
    words: str
    when: datetime


@dataclass(frozen=True)
class Experience:
    """All that people of the agency read of how an asset is found."""

    groups: tuple[Group, ...]
    own: tuple[Own, ...]
    moves: tuple[Move, ...]
    answers: tuple[Answer, ...]
    rate: str
    improve: str
    anything: bool


def experience_of(directory: Directory, asset: Asset, today: date) -> Experience:
    """Return how people of the agency find an asset, in six queries whatever there is."""
    ratings = ratings_of(asset)
    may = can_rate(directory.user, asset)
    groups = tuple(_group(ratings, rater, today) for rater in GROUPS)
    own = tuple(_own(one) for one in ratings if one.by_id == directory.user.pk and one.ended_at is None)
    moves, answers = tuple(map(_move, improvements_of(asset))), tuple(map(_answer, answers_of(asset)))
    here = {"agency_id": directory.agency.pk, "asset_id": asset.pk}
    return Experience(
        groups=groups,
        own=own,
        moves=moves,
        answers=answers,
        rate=address("community:rate", **here) if may and raters_of(directory.user, asset.agency_id) else "",
        improve=address("community:improve", **here) if may else "",
        anything=bool(own or moves or answers or any(group.said or group.trainings for group in groups)),
    )


@dataclass(frozen=True)
class Heard:
    """What an organisation reads of one kind of person: reasons without any name, or that there are too few so far."""

    name: StrOrPromise
    said: tuple[Said, ...]


def heard_by_organisation(asset: Asset, today: date) -> tuple[Heard, ...]:
    """Return what an organisation reads of how its asset is found: from eight people of a kind on, and no names."""
    ratings = ratings_of(asset)
    by_id = {one.pk: one for one in ratings}
    return tuple(
        Heard(name, tuple(_without_name(by_id[id], day) for id, day in sorted(came.items())))
        for name, came in ((GROUPS[rater], readable_by_organisation(ratings, rater, today)) for rater in GROUPS)
    )


def shape_of(light: str) -> Shape:
    """Return how a light is drawn and said."""
    return Shape(light, LIGHTS[Light(light)])


def quarter_in_words(begins: date) -> str:
    """Return a quarter as "July to September 2026"."""
    last = quarter_after(begins) - timedelta(days=1)
    return _("%(first)s to %(last)s") % {"first": date_format(begins, "F"), "last": date_format(last, "F Y")}


def before_quarter(begins: date) -> str:
    """Return when words were written that came with a quarter, no finer than the quarter before it."""
    return _("Up to %(month)s") % {"month": date_format(begins - timedelta(days=1), "F Y")}


def _group(ratings: list[Rating], rater: Rater, today: date) -> Group:
    came = nameless_shown(ratings, rater, today)
    by_id = {one.pk: one for one in ratings}
    signed = [_signed(one, ratings) for one in signed_shown(ratings, rater)]
    # Ids are drawn by lot: their order tells nothing of who was first.
    nameless = [_without_name(by_id[id], day) for id, day in sorted(came.items())]
    taken = trainings_shown(ratings, rater, today)
    trainings = tuple(_without_name(by_id[id], day) for id, day in sorted(taken.items()))
    past = lights_over_time(ratings, rater, today)
    history = [Then(quarter_in_words(one.from_date), tuple(map(shape_of, one.lights))) for one in past]
    shown = (*signed, *nameless)
    return Group(rater.value, GROUPS[rater], shown, trainings, tuple(history) if len(history) > 1 else ())


def _signed(rating: Rating, ratings: Iterable[Rating]) -> Said:
    earlier = [
        one
        for one in ratings
        if one.by_id == rating.by_id
        and one.rater == rating.rater
        and one.signed
        and one.state == RatingState.REPLACED
        and one.shown_at
        and one.light != rating.light
    ]
    last = max(earlier, key=lambda one: one.at, default=None)
    before = ""
    if last:
        parts = {"light": LIGHTS[Light(last.light)], "when": _month(last.at)}
        before = _("Said in %(when)s: %(light)s") % parts
    return Said(shape_of(rating.light), _first_name(rating), rating.shown, _month(rating.at), before)


def _without_name(rating: Rating, came: date) -> Said:
    return Said(shape_of(rating.light), str(ONE_OF_THEM[Rater(rating.rater)]), rating.shown, before_quarter(came), "")


def _own(rating: Rating) -> Own:
    """Return what the reader said; where others read the very words with a name, they stand there and not twice."""
    below = rating.signed and rating.state == RatingState.SHOWN and rating.shown == rating.reason
    return Own(shape_of(rating.light), AS_WHO[Rater(rating.rater)], "" if below else rating.reason, _own_says(rating))


def _own_says(rating: Rating) -> str:
    if rating.state != RatingState.SHOWN:
        return _("Others do not read it now.")
    if rating.signed:
        return _("Others read it with your name.")
    return _("Others read it without your name, from a new quarter on and once eight people have said something.")


def _move(idea: Improvement) -> Move:
    came = came_from(idea.from_training, idea.training_date)
    move = {"from": COLOURS[Light(idea.from_light)], "to": COLOURS[Light(idea.to_light)]}
    if idea.state == ImprovementState.DONE and idea.moved_at:
        heading = _("From %(from)s to %(to)s, since %(when)s") % {**move, "when": _month(idea.moved_at)}
        return Move(idea.pk, heading, idea.idea, "", idea.outcome, came, done=True)
    heading = _("From %(from)s to %(to)s") % move
    return Move(idea.pk, heading, idea.idea, _("Somebody has taken this on."), "", came, done=False)


def _answer(one: OrganisationAnswer) -> Answer:
    return Answer(one.organisation.name, one.words, one.at)


def _first_name(rating: Rating) -> str:
    name = rating.by.name if rating.by else ""
    return name.split()[0] if name.split() else name


def _month(at: datetime) -> str:
    return date_format(day_of(at), "F Y")
