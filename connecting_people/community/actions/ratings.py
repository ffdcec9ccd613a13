"""Giving a traffic light, taking it back, and looking at one before others may read it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.community import permissions
from connecting_people.community.actions.assets import CommunityError
from connecting_people.community.hints import only_takes_out
from connecting_people.community.models import Asset, Rating
from connecting_people.community.rules import NEXT_RATING, FromTraining, Light, Origin, Rater, RatingState
from connecting_people.core.permissions import NotAllowed
from connecting_people.people.models import User


class ReasonMissing(CommunityError):
    """A red light needs a reason."""


class NotTheirWords(CommunityError):
    """What others would read has words that its author did not write."""


class WhyMissing(CommunityError):
    """The author has to be told why."""


class Decided(CommunityError):
    """Somebody was quicker; `now` is how the rating stands."""

    def __init__(self, now: Rating) -> None:
        super().__init__(_("This was changed while you were looking at it. See how it stands now."))
        self.now = now


@dataclass(frozen=True)
class Decision:
    """What somebody says who looks at a rating: what becomes of it, what others read of it, and why."""

    state: RatingState
    shown: str = ""
    why: str = ""


@transaction.atomic
def rate(
    *, by: User, at: datetime, asset: Asset, rater: Rater, light: Light, reason: str = "", signed: bool = False
) -> Rating:
    """Give an asset a light as one kind of person; what the same person said before as that kind becomes history."""
    # Two at the same moment: the asset's row lets one in after the other.
    Asset.objects.select_for_update().get(pk=asset.pk)
    permissions.check_can_rate(by, asset)
    if rater not in permissions.raters_of(by, asset.agency_id):
        raise NotAllowed(_("Choose as whom you speak: somebody that you are here."))
    if light == Light.RED and not reason.strip():
        raise ReasonMissing(_("Say in a few words what was not right, so that something can be done about it."))
    earlier = Rating.objects.filter(agency=asset.agency_id, asset=asset, by=by, rater=rater, ended_at=None)
    for one in earlier.select_for_update():
        _move(one, RatingState.REPLACED, ended_at=at)
    rating = Rating.objects.create(
        agency_id=asset.agency_id,
        asset=asset,
        by=by,
        rater=rater,
        light=light,
        reason=reason.strip(),
        signed=signed,
        at=at,
    )
    _audit_of_author(rating, at, "community: light given")
    return rating


@transaction.atomic
def bring_from_training(
    *, by: User, at: datetime, asset: Asset, rater: Rater, light: Light, came: FromTraining, reason: str = ""
) -> Rating:
    """Let a light of a training wait to be looked at. It is nobody's of the product; `by` is who took it there."""
    permissions.check_can_keep_directory(by, asset.agency_id)
    if light == Light.RED and not reason.strip():
        raise ReasonMissing(_("Say in a few words what was not right, so that something can be done about it."))
    rating = Rating.objects.create(
        agency_id=asset.agency_id,
        asset=asset,
        brought_by=by,
        rater=rater,
        light=light,
        reason=reason.strip(),
        signed=False,
        origin=Origin.TRAINING,
        at=at,
        **came.columns(),
    )
    audit.record(
        by=by.pk,
        at=at,
        agency_id=asset.agency_id,
        act="community: light brought from a training",
        subject_id=asset.agency_id,
        target_id=asset.pk,
    )
    return rating


@transaction.atomic
def take_back(*, by: User, at: datetime, rating: Rating, words_now: bool = False) -> None:
    """Take one's own light back. A nameless one that others read goes with its quarter, its words at once if asked."""
    found = Rating.objects.select_for_update().get(pk=rating.pk)
    if found.by_id != by.pk:
        raise NotAllowed(_("Only who gave it can take it back."))
    if found.ended_at:
        raise Decided(found)
    if words_now:
        found.shown = ""
    _move(found, RatingState.TAKEN_BACK, ended_at=at, shown=found.shown)
    _audit_of_author(found, at, "community: light taken back")


@transaction.atomic
def decide(*, by: User, at: datetime, rating: Rating, decision: Decision) -> Rating:
    """Let others read a rating, whole or with words taken out, or turn it down; a second person looks at a refusal.

    `rating` is as it was read. Raise Decided when it was changed since, NotTheirWords, WhyMissing or NotAllowed.
    """
    found = Rating.objects.select_for_update(of=("self",)).select_related("asset").get(pk=rating.pk)
    if found.state != rating.state:
        raise Decided(found)
    permissions.check_can_moderate(by, found)
    second = found.state == RatingState.TURNED_DOWN
    who = {"second_by": by, "second_at": at} if second else {"decided_by": by, "decided_at": at}
    if decision.state == RatingState.SHOWN:
        who |= {"shown": _readable(found, decision), "why": decision.why.strip(), "shown_at": at}
    elif decision.state == RatingState.TURNED_DOWN:
        who["why"] = _asked_for(decision.why)
    _move(found, decision.state, **who)
    audit.record(
        by=by.pk,
        at=at,
        agency_id=found.agency_id,
        act=f"community: light {found.state}",
        subject_id=found.agency_id,
        target_id=found.pk,
    )
    return found


def _readable(rating: Rating, decision: Decision) -> str:
    shown = decision.shown.strip()
    if not only_takes_out(rating.reason, shown):
        raise NotTheirWords(_("Only take words out. Put […] where a name was; what stays is as they wrote it."))
    if shown != rating.reason:
        _asked_for(decision.why)
    return shown


def _asked_for(why: str) -> str:
    if not why.strip():
        raise WhyMissing(_("Say why, in words that you would like to read yourself: its author reads them."))
    return why.strip()


def _move(rating: Rating, state: RatingState, **values: object) -> None:
    if state not in NEXT_RATING[RatingState(rating.state)]:
        raise Decided(rating)
    rating.state = state
    for name, value in values.items():
        setattr(rating, name, value)
    rating.save(update_fields=["state", *values])


def _audit_of_author(rating: Rating, at: datetime, act: str) -> None:
    # Who speaks without a name is named nowhere, not even to those who read who did what.
    audit.record(
        by=rating.by_id if rating.signed else None,
        at=at,
        agency_id=rating.agency_id,
        act=act,
        subject_id=rating.agency_id,
        target_id=rating.asset_id,
    )
