from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404

from connecting_people.audit import actions as audit
from connecting_people.core.london import day_of
from connecting_people.core.prepared import Prepared, columns_of, made
from connecting_people.partnership.models import Change, Participant, Partnership, UrgentLook
from connecting_people.partnership.permissions import (
    can_hand_over,
    can_look_urgently,
    can_note_look,
    look_lasts,
    taking_part,
    with_roles,
)
from connecting_people.partnership.rules import WHOLE, Kind, Part
from connecting_people.people.models import Agency, Team, User
from connecting_people.people.queries import colleagues, invitation_for, teams_of
from connecting_people.people.roles import May
from connecting_people.people.rules import Role
from connecting_people.people.standing import Standing


@transaction.atomic
def partnership_for(user: User, partnership_id: UUID, *, at: datetime, page: str) -> Partnership:
    """Return a partnership to read, and write down that its `page` was read, in one transaction.

    Finding it is the permission: whoever does not take part gets Http404, the same as for one that is not there.
    A team lead within the hour of an urgent look gets it with `looking` set and without a place (`me` unset).
    """
    partnership = _reached(user, partnership_id, at, WHOLE) or _looked_into(user, partnership_id, at)
    if partnership is None:
        raise Http404
    return _noted(user, partnership, at, page)


def partnership_to_write(user: User, partnership_id: UUID, *, at: datetime) -> Partnership:
    """Return a partnership in which `user` takes part, to write in it; Http404 otherwise, also in an urgent look.

    What is then done there enters the audit by itself.
    """
    partnership = _reached(user, partnership_id, at, WHOLE)
    if partnership is None:
        raise Http404
    return partnership


def supported_partnership_for(user: User, partnership_id: UUID, *, at: datetime) -> Partnership:
    """Return a partnership of which `user` is a supporter, for the page of what was ticked for them, else Http404."""
    partnership = _reached(user, partnership_id, at, frozenset({Part.SUPPORTER}))
    if partnership is None:
        raise Http404
    return _noted(user, partnership, at, "shared page")


def partnership_to_look_into(user: User, partnership_id: UUID, *, at: datetime) -> Partnership:
    """Return a partnership of the team that `user` leads, with nobody's name; with a look that lasts; else Http404."""
    partnership = _bare(partnership_id)
    if partnership is None or not can_look_urgently(user, partnership):
        raise Http404
    partnership.looking = _looks(user, partnership_id, at).first()
    return partnership


@transaction.atomic
def partnership_to_hand_over(user: User, partnership_id: UUID, *, at: datetime) -> Partnership:
    """Return a partnership that `user` may hand over; a team's lead who takes no part has `me` unset. Else Http404."""
    partnership = _reached(user, partnership_id, at, WHOLE)
    found = partnership or _bare(partnership_id)
    if found is None or not can_hand_over(user, found, at):
        raise Http404
    if partnership:
        return partnership
    # It shows whose journey it is to somebody who takes no part: that is a read like any other.
    return _with_everybody(_noted(user, found, at, "handing over"), _everybody(partnership_id))


def place_in(partnership: Partnership, place_id: UUID) -> Participant:
    """Return one place that nobody left; Http404 otherwise."""
    found = [one for one in partnership.everybody if one.pk == place_id and one.left_at is None]
    if not found:
        raise Http404
    return found[0]


def colleagues_to_ask(partnership: Partnership, today: date, *, but: frozenset[Part] = frozenset()) -> "QuerySet[User]":
    """Return the practitioners of the agency who take no part yet, or only one of the parts in `but`."""
    here = [p.user_id for p in partnership.everybody if p.user_id and p.takes_part(today) and p.part not in but]
    return colleagues(partnership.agency_id).exclude(pk__in=here)


def place_behind(token: str, at: datetime) -> Participant | None:
    """Return the place that a link leads to, unless the link was used, was taken back or is too old."""
    invitation = invitation_for(token, at)
    places = Participant.objects.filter(invitation=invitation, left_at=None, user=None) if invitation else None
    place = places.select_related("invitation", "partnership__agency").first() if places is not None else None
    return place if place and place.takes_part(day_of(at)) else None


def where_to_begin(standing: Standing) -> list[tuple[Agency, Team | None]]:
    """Return the agencies and teams in which somebody is a practitioner; no team where the agency has none."""
    found: list[tuple[Agency, Team | None]] = []
    for agency in standing.where(May.START_PARTNERSHIPS):
        teams = list(teams_of(standing.user, agency.pk, Role.PRACTITIONER))
        found += [(agency, team) for team in teams] or [(agency, None)]
    return found


def places_of(user: User, at: datetime) -> "QuerySet[Participant]":
    """Return where `user` takes part today, with each partnership, by its begin."""
    rows = taking_part(user, at).select_related("partnership", "partnership__agency", "partnership__team")
    return rows.order_by("partnership__made_at", "pk")


def changes(partnership: Partnership) -> "QuerySet[Change]":
    """Return what happened to the partnership itself, newest first."""
    return partnership.changes.select_related("by", "about").order_by("-at", "-pk")


def resting_since(partnership: Partnership) -> datetime | None:
    """Return when the two last paused or left."""
    rows = partnership.changes.filter(kind__in=(Kind.PAUSED, Kind.LEFT)).order_by("-at", "-pk")
    return rows.values_list("at", flat=True).first()


def service_users_of(partnership_ids: set[UUID]) -> dict[UUID, Participant]:
    """Return the service user's place in each of several partnerships, in one query."""
    rows = Participant.objects.filter(partnership_id__in=partnership_ids, part=Part.SERVICE_USER, left_at=None)
    return {row.partnership_id: row for row in rows}


def in_team(agency_id: UUID, team_ids: set[UUID] | None) -> "QuerySet[Partnership]":
    """Return some teams' partnerships, or all of the agency, for the lead: that they are there, not what is in them."""
    rows = Partnership.objects.filter(agency_id=agency_id)
    return (rows if team_ids is None else rows.filter(team_id__in=team_ids)).order_by("made_at", "pk")


def leads_of(partnership_ids: Iterable[UUID]) -> dict[UUID, Participant]:
    """Return who leads each of several partnerships now, each with whether they still hold the role."""
    rows = Participant.objects.filter(partnership_id__in=list(partnership_ids), part=Part.LEAD, left_at=None)
    return {row.partnership_id: row for row in with_roles(rows)}


def urgent_looks(agency_id: UUID) -> "QuerySet[UrgentLook]":
    """Return an agency's urgent looks for its privacy officer, newest first."""
    return UrgentLook.objects.filter(agency_id=agency_id).select_related("by").order_by("-began_at", "-pk")


def looks_to_see(agency_ids: Iterable[UUID]) -> int:
    """Return how many urgent looks no privacy officer has seen yet, in some agencies."""
    return UrgentLook.objects.filter(agency_id__in=list(agency_ids), seen_by_officer_at=None).count()


def look_to_note(user: User, look_id: UUID) -> UrgentLook:
    """Return an urgent look in an agency whose privacy officer `user` is; Http404 otherwise."""
    look = UrgentLook.objects.filter(pk=look_id).first()
    if look is None or not can_note_look(user, look):
        raise Http404
    return look


def looks_into(partnership: Partnership) -> "QuerySet[UrgentLook]":
    """Return the urgent looks into one partnership, newest first."""
    return partnership.urgent_looks.select_related("by").order_by("-began_at")


def _noted(user: User, partnership: Partnership, at: datetime, page: str) -> Partnership:
    audit.record(
        by=user.pk,
        at=at,
        agency_id=partnership.agency_id,
        act=f"{audit.READ}: {page}",
        subject_id=partnership.pk,
        target_id=partnership.looking.pk if partnership.looking else None,
    )
    return partnership


def _reached(user: User, partnership_id: UUID, at: datetime, parts: frozenset[Part]) -> Partnership | None:
    everybody = _everybody(partnership_id)
    today = day_of(at)
    mine = [p for p in everybody if p.user_id == user.pk and p.part in parts and p.takes_part(today)]
    if not mine:
        return None
    partnership = _with_everybody(mine[0].partnership, everybody)
    partnership.me = mine[0]
    return partnership


def _looked_into(user: User, partnership_id: UUID, at: datetime) -> Partnership | None:
    look = _looks(user, partnership_id, at).select_related("partnership__agency").first()
    if look is None or not look_lasts(user, look, at):
        return None
    partnership = _with_everybody(look.partnership, _everybody(partnership_id))
    partnership.looking = look
    return partnership


def _looks(user: User, partnership_id: UUID, at: datetime) -> "QuerySet[UrgentLook]":
    looks = UrgentLook.objects.filter(by=user, partnership_id=partnership_id, began_at__lte=at, until_at__gt=at)
    return looks.order_by("-began_at")


_EVERYBODY = Prepared(
    lambda partnership_id: (
        with_roles(Participant.objects.filter(partnership_id=partnership_id))
        .order_by("joined_at", "pk")
        .values_list(
            *columns_of(Participant),
            *columns_of(Partnership, "partnership__"),
            *columns_of(Agency, "partnership__agency__"),
            "holds_role",
        )
    )
)
_PLACE, _WITH = len(columns_of(Participant)), len(columns_of(Participant)) + len(columns_of(Partnership))


def _everybody(partnership_id: UUID) -> tuple[Participant, ...]:
    rows = list(_EVERYBODY.rows(partnership_id=partnership_id))
    if not rows:
        return ()
    partnership = made(Partnership, rows[0][_PLACE:_WITH])
    partnership.agency = made(Agency, rows[0][_WITH:-1])
    places = []
    for row in rows:
        place = made(Participant, row[:_PLACE])
        place.partnership, place.holds_role = partnership, row[-1]
        places.append(place)
    return tuple(places)


def _bare(partnership_id: UUID) -> Partnership | None:
    return Partnership.objects.select_related("agency", "team").filter(pk=partnership_id).first()


def _with_everybody(partnership: Partnership, everybody: tuple[Participant, ...]) -> Partnership:
    partnership.everybody = everybody
    partnership.person = next(p for p in everybody if p.part == Part.SERVICE_USER and p.left_at is None)
    return partnership
