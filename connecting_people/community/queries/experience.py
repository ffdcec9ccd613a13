"""What people say of assets: what others may read, what waits to be looked at, and what is one's own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from django.db.models import Count, IntegerField, Model, OuterRef, QuerySet, Subquery
from django.http import Http404

from connecting_people.community.models import Asset, Improvement, Keeper, OrganisationAnswer, Proposal, Rating
from connecting_people.community.queries.assets import Directory
from connecting_people.community.release import Given, quarter_of, quarters, released
from connecting_people.community.rules import ImprovementState, Light, ProposalState, Rater, RatingState
from connecting_people.core.london import day_of
from connecting_people.people.models import Agency, User

Row = TypeVar("Row", bound=Model)


class Waiting(NamedTuple):
    """How much waits for the keepers of a directory."""

    ratings: int
    second_look: int
    proposals: int
    ideas: int


def waiting(agency_id: UUID) -> Waiting:
    """Return how many lights, refused lights, wishes of organisations and ideas wait for somebody, in one query."""

    def number(rows: "QuerySet[Any]", *states: str) -> Subquery:
        mine = rows.filter(agency=OuterRef("pk"), state__in=states).order_by().values("agency")
        return Subquery(mine.annotate(many=Count("pk")).values("many"), output_field=IntegerField())

    columns = (
        number(Rating.objects.all(), RatingState.WAITING),
        number(Rating.objects.all(), RatingState.TURNED_DOWN),
        number(Proposal.objects.all(), ProposalState.WAITING),
        number(OrganisationAnswer.objects.all(), ProposalState.WAITING),
        number(Improvement.objects.all(), ImprovementState.SUGGESTED, ImprovementState.TAKEN_ON),
    )
    found = [many or 0 for many in Agency.objects.filter(pk=agency_id).values_list(*columns).get()]
    return Waiting(found[0], found[1], found[2] + found[3], found[4])


def ratings_to_look_at(directory: Directory) -> list[Rating]:
    """Return the lights that nobody has looked at, but the reader's own and those of an organisation they keep.

    The oldest stand first, by the quarter alone: the order tells nothing about when somebody wrote without a name.
    """
    rows = _to_look_at(directory).filter(state=RatingState.WAITING)
    return sorted(rows, key=lambda one: (quarter_of(day_of(one.at)), one.pk))


def ratings_for_a_second_look(directory: Directory) -> list[Rating]:
    """Return the lights that somebody else turned down."""
    rows = _to_look_at(directory).filter(state=RatingState.TURNED_DOWN).exclude(decided_by=directory.user)
    return list(rows.order_by("decided_at", "pk"))


def rating_to_look_at(directory: Directory, rating_id: UUID) -> Rating:
    """Return one light that the reader may look at, decided already or not; Http404 for every other."""
    rows = _to_look_at(directory).exclude(state=RatingState.TURNED_DOWN, decided_by=directory.user)
    return _one(rows.filter(pk=rating_id))


def _to_look_at(directory: Directory) -> "QuerySet[Rating]":
    own = Keeper.objects.filter(user=directory.user, ended_at=None).values("organisation")
    rows = Rating.objects.filter(agency=directory.agency).exclude(by=directory.user)
    rows = rows.exclude(brought_by=directory.user)
    rows = rows.exclude(asset__organisation__isnull=False, asset__organisation__in=own)
    return rows.select_related("asset", "by", "decided_by")


def own_ratings(user: User, agency_id: UUID) -> "QuerySet[Rating]":
    """Return what somebody said of assets, the newest first; what they said before stands among it."""
    rows = Rating.objects.filter(agency_id=agency_id, by=user).select_related("asset")
    return rows.order_by("-at", "-pk")


def own_rating(user: User, agency_id: UUID, rating_id: UUID) -> Rating:
    """Return one of one's own lights that stands today; Http404 for every other."""
    return _one(own_ratings(user, agency_id).filter(pk=rating_id, ended_at=None))


def ratings_of(asset: Asset) -> list[Rating]:
    """Return everything that was ever said of an asset, with who said it, in no order that tells when."""
    return list(Rating.objects.filter(agency=asset.agency_id, asset=asset).select_related("by").order_by("pk"))


def is_read_by_others(rating: Rating, today: date) -> bool:
    """Say whether a nameless light is among those that others read today."""
    return rating.pk in nameless_shown(ratings_of(rating.asset), Rater(rating.rater), today)


def signed_shown(ratings: Iterable[Rating], rater: Rater) -> list[Rating]:
    """Return the signed lights of one kind of person that stand, the newest first."""
    rows = [one for one in ratings if one.rater == rater and one.signed and one.state == RatingState.SHOWN]
    return sorted(rows, key=lambda one: (one.at, one.pk), reverse=True)


def nameless_shown(ratings: Iterable[Rating], rater: Rater, today: date) -> dict[UUID, date]:
    """Return the nameless lights of one kind of person that others read today, each with the day on which it came."""
    return released(_nameless(ratings, rater), today)


def trainings_shown(ratings: Iterable[Rating], rater: Rater, today: date) -> dict[UUID, date]:
    """Return the lights of trainings that others read today, each with the day on which it came.

    They wait for company like the nameless ones and among themselves alone, so that neither kind helps the other over
    the threshold: whoever wrote on a board may have given a light of their own as well.
    """
    return released(_nameless(ratings, rater, trainings=True), today)


def readable_by_organisation(ratings: Iterable[Rating], rater: Rater, today: date) -> dict[UUID, date]:
    """Return what an organisation reads of one kind of person: reasons of eight or more, none with a name.

    It is taken from what the agency's people read, so that comparing both tells nothing more, and comes by the
    quarter like the nameless ones, so that comparing two days tells nothing either.
    """
    rows = [one for one in ratings if one.rater == rater]
    given = [_given(one) for one in rows if one.signed and one.shown_at and one.state != RatingState.TAKEN_BACK]
    came = nameless_shown(rows, rater, today)
    given += [Given(id, day - timedelta(days=1)) for id, day in came.items()]
    return released(given, today)


@dataclass(frozen=True)
class Past:
    """Which lights one kind of person gave, as others read them, from one quarter on."""

    from_date: date
    lights: tuple[Light, ...]


def lights_over_time(ratings: Iterable[Rating], rater: Rater, today: date) -> list[Past]:
    """Return how the lights of one kind of person went, quarter by quarter up to this one, where they changed."""
    gone = quarter_of(today)
    rows = [one for one in ratings if one.rater == rater and one.shown_at and one.by_id and not _left(one, gone)]
    nameless, lights = list(_nameless(rows, rater)), {one.pk: Light(one.light) for one in rows}
    found: list[Past] = []
    for begins in quarters(min((day_of(one.shown_at) for one in rows if one.shown_at), default=today), today):
        stood = {lights[id] for id in released(nameless, begins)}
        stood |= {lights[one.pk] for one in rows if one.signed and _stood(one, begins)}
        here = tuple(light for light in Light if light in stood)
        if here and (not found or found[-1].lights != here):
            found.append(Past(begins, here))
    return found


def _left(rating: Rating, quarter: date) -> bool:
    """Say whether its author took a light back: a signed one is gone at once, a nameless one with its quarter."""
    if rating.state != RatingState.TAKEN_BACK:
        return False
    return rating.signed or (rating.ended_at is not None and day_of(rating.ended_at) < quarter)


def _stood(rating: Rating, begins: date) -> bool:
    shown, ended = rating.shown_at, rating.ended_at
    return shown is not None and day_of(shown) < begins and (ended is None or day_of(ended) >= begins)


def _nameless(ratings: Iterable[Rating], rater: Rater, *, trainings: bool = False) -> Iterable[Given]:
    rows = [one for one in ratings if one.rater == rater and not one.signed and one.shown_at]
    return [_given(one) for one in rows if (one.from_training is not None) is trainings]


def _given(rating: Rating) -> Given:
    assert rating.shown_at is not None
    return Given(rating.pk, day_of(rating.shown_at), day_of(rating.ended_at) if rating.ended_at else None)


def improvements_of(asset: Asset) -> "QuerySet[Improvement]":
    """Return the ideas that somebody took on for an asset and what came of them, the newest first."""
    rows = Improvement.objects.filter(agency=asset.agency_id, asset=asset)
    rows = rows.filter(state__in=(ImprovementState.TAKEN_ON, ImprovementState.DONE))
    return rows.order_by("-moved_at", "-at", "-pk")


def improvements(agency_id: UUID) -> "QuerySet[Improvement]":
    """Return every idea that waits for somebody or is under way, the oldest first, then the others, newest first."""
    rows = Improvement.objects.filter(agency_id=agency_id).select_related("asset", "taken_by")
    return rows.order_by("at", "pk")


def improvement_in(directory: Directory, improvement_id: UUID) -> Improvement:
    """Return one idea of the directory; Http404 when it holds none of this id."""
    return _one(improvements(directory.agency.pk).filter(pk=improvement_id))


def answers_of(asset: Asset) -> "QuerySet[OrganisationAnswer]":
    """Return what the organisation answered that others may read, the newest first."""
    rows = OrganisationAnswer.objects.filter(agency=asset.agency_id, asset=asset, state=ProposalState.APPROVED)
    return rows.select_related("organisation").order_by("-at", "-pk")


def _one(rows: "QuerySet[Row]") -> Row:
    found = rows.first()
    if found is None:
        raise Http404
    return found
