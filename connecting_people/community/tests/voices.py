"""People who say how they find a place: many at once, some time ago, looked at already."""

from datetime import datetime, timedelta

from django.utils import timezone

from connecting_people.community.actions import ratings as actions
from connecting_people.community.actions.keeping import become_keeper, invite_keeper
from connecting_people.community.actions.ratings import Decision
from connecting_people.community.models import Asset, Keeper, Rating
from connecting_people.community.rules import Light, Rater, RatingState
from connecting_people.people.models import Membership, User
from connecting_people.people.rules import Role
from tests.cast import Cast

LONG_AGO = timedelta(days=200)
ROLES = {Rater.SERVICE_USER: Role.SERVICE_USER, Rater.SUPPORTER: Role.SUPPORTER, Rater.PRACTITIONER: Role.PRACTITIONER}


def crowd(cast: Cast, many: int, rater: Rater = Rater.SERVICE_USER) -> list[User]:
    """Make people of the agency."""
    users = [
        User(name=f"Person{rater.value[:2]}{n} Lang", email=f"{rater.value}{n}@example.net", joined_at=cast.at)
        for n in range(many)
    ]
    User.objects.bulk_create(users)
    Membership.objects.bulk_create(
        Membership(agency=cast.agency, user=user, role=ROLES[rater], began_at=cast.at) for user in users
    )
    return users


def row(asset: Asset, by: User | None, rater: Rater, at: datetime, **values: object) -> Rating:
    """Return a light that was looked at, not kept yet."""
    given = {
        "light": Light.GREEN,
        "reason": f"{by.name if by else 0} says so",
        "signed": False,
        "state": RatingState.SHOWN,
    } | values
    given.setdefault("shown", given["reason"])
    return Rating(agency_id=asset.agency_id, asset=asset, by=by, rater=rater, at=at, shown_at=at, **given)


def say(
    asset: Asset,
    users: list[User],
    *,
    rater: Rater = Rater.SERVICE_USER,
    ago: timedelta = LONG_AGO,
    **values: object,
) -> list[Rating]:
    """Let people say how they found a place some time ago, looked at already."""
    rows = [row(asset, user, rater, timezone.now() - ago, **values) for user in users]
    return Rating.objects.bulk_create(rows)


def light(cast: Cast, who: str, asset: Asset, **values: object) -> Rating:
    """Let one of the cast give a light, as what they are."""
    rater = {"asha": Rater.SERVICE_USER, "hana": Rater.SERVICE_USER, "cora": Rater.SUPPORTER}.get(
        who, Rater.PRACTITIONER
    )
    given = {"light": Light.GREEN, "rater": rater, "reason": "Warm and quiet"} | values
    return actions.rate(by=getattr(cast, who), at=timezone.now(), asset=asset, **given)


def shown(cast: Cast, rating: Rating, by: str = "ela", **values: str) -> Rating:
    """Let somebody look at a light and let others read it."""
    given = {"shown": rating.reason} | values
    decision = Decision(RatingState.SHOWN, **given)
    return actions.decide(by=getattr(cast, by), at=timezone.now(), rating=rating, decision=decision)


def keeper(cast: Cast, asset: Asset, who: str = "jo") -> Keeper:
    """Let one of the cast keep the organisation that runs a place."""
    at = timezone.now()
    token = invite_keeper(by=cast.ben, at=at, organisation=asset.organisation, name=who.title())[1]
    return become_keeper(by=getattr(cast, who), at=at, token=token)
