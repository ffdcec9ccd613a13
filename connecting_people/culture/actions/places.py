"""From which places the agency works, and how welcoming they are to somebody who looks."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.community.models import Asset
from connecting_people.core.london import day_of
from connecting_people.core.troubles import Stale, Trouble
from connecting_people.culture import permissions
from connecting_people.culture.models import PlaceUsed, Welcome
from connecting_people.culture.rules import Voice
from connecting_people.culture.welcoming import LINES
from connecting_people.people.models import Agency, Team, User


class PlaceError(Trouble):
    """Something about a place cannot be done; the message says how to mend it."""


class OfAnotherAgency(PlaceError):
    """A team or an entry of the directory is not of this agency."""


class StalePlace(Stale[PlaceUsed], PlaceError):
    """Somebody changed the place after it was read."""


class NothingSeen(PlaceError):
    """No line of the list was looked at, and no word written."""


class WrongDay(PlaceError):
    """A day has not come yet."""


@transaction.atomic
def use(
    *,
    by: User,
    at: datetime,
    agency: Agency,
    name: str,
    used_for: str = "",
    team: Team | None = None,
    asset: Asset | None = None,
) -> PlaceUsed:
    """Say that the agency, or a team of it, works from a place."""
    permissions.check_can_keep_places(by, agency.pk)
    _check_here(agency.pk, team, asset)
    what = {"name": name.strip(), "used_for": used_for.strip(), "team": team, "asset": asset}
    place = PlaceUsed.objects.create(agency=agency, made_by=by, made_at=at, **what)
    _audit(by, at, place, "place")
    return place


@transaction.atomic
def change(
    *,
    by: User,
    at: datetime,
    place: PlaceUsed,
    version: int,
    name: str,
    used_for: str = "",
    team: Team | None = None,
    asset: Asset | None = None,
) -> PlaceUsed:
    """Say of a place what it is now, in place of `version`; raise StalePlace where somebody was quicker."""
    permissions.check_can_keep_places(by, place.agency_id)
    _check_here(place.agency_id, team, asset)
    now = _locked(place)
    if now.version != version:
        raise StalePlace(now)
    now.name, now.used_for, now.team, now.asset = name.strip(), used_for.strip(), team, asset
    now.version += 1
    now.save(update_fields=["name", "used_for", "team", "asset", "version"])
    _audit(by, at, now, "place changed")
    return now


@transaction.atomic
def end(*, by: User, at: datetime, place: PlaceUsed) -> None:
    """Say that a place is no longer used; what was seen there stays."""
    permissions.check_can_keep_places(by, place.agency_id)
    now = _locked(place)
    if now.ended_at is None:
        now.ended_at = at
        now.save(update_fields=["ended_at"])
        _audit(by, at, now, "place ended")


@transaction.atomic
def use_again(*, by: User, at: datetime, place: PlaceUsed) -> None:
    """Say that a place is used again."""
    permissions.check_can_keep_places(by, place.agency_id)
    now = _locked(place)
    if now.ended_at:
        now.ended_at = None
        now.save(update_fields=["ended_at"])
        _audit(by, at, now, "place used again")


@transaction.atomic
def go_through(
    *,
    by: User,
    at: datetime,
    place: PlaceUsed,
    voice: Voice,
    on_date: date,
    ticks: Mapping[str, bool],
    words: str = "",
) -> Welcome:
    """Keep what somebody saw when they went through the list in a place; it is told with their voice and no name."""
    permissions.check_can_go_through(by, place.agency_id, voice)
    known = {line: bool(so) for line, so in ticks.items() if line in LINES}
    if not known and not words.strip():
        raise NothingSeen(_("Say how one of the lines is, or write a few words. All the rest can stay open."))
    if on_date > day_of(at):
        raise WrongDay(_("Choose a day that has come already."))
    seen = {"voice": voice, "on_date": on_date, "ticks": known, "words": words.strip()}
    made = Welcome.objects.create(agency_id=place.agency_id, place=place, by=by, **seen)
    _audit(by, at, place, "welcome")
    return made


@transaction.atomic
def take_back(*, by: User, at: datetime, welcome: Welcome) -> None:
    """Take back what one saw oneself in a place, on whatever day."""
    permissions.check_is_own_welcome(by, welcome)
    _audit(by, at, welcome.place, "welcome taken back")
    welcome.delete()


def _check_here(agency_id: object, team: Team | None, asset: Asset | None) -> None:
    if any(one and one.agency_id != agency_id for one in (team, asset)):
        raise OfAnotherAgency(_("Choose a team and an entry of this agency."))


def _locked(place: PlaceUsed) -> PlaceUsed:
    return PlaceUsed.objects.select_for_update().get(pk=place.pk)


def _audit(by: User, at: datetime, place: PlaceUsed, did: str) -> None:
    agency_id = place.agency_id
    audit.record(by=by.pk, at=at, agency_id=agency_id, act=f"culture: {did}", subject_id=agency_id, target_id=place.pk)
