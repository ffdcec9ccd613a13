import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.http import Http404

from connecting_people.people.models import Agency, CrisisContact, CrisisInformation, Invitation, Membership, Team, User
from connecting_people.people.roles import ROLES, May
from connecting_people.people.rules import STAFF, Role
from connecting_people.people.standing import Standing

DEMO_ADDRESS: Final = "@example.org"


@dataclass(frozen=True)
class SecondFactors:
    """What somebody has besides a password to show that it is them."""

    app: bool
    passkeys: int
    spare_codes: bool


def teams_of(user: User, agency_id: UUID, role: Role) -> "QuerySet[Team]":
    """Return the teams in which `user` holds `role`; where the role is across the agency, all its teams."""
    held = Membership.objects.filter(user=user, agency_id=agency_id, role=role, ended_at=None)
    if held.filter(team=None).exists():
        return Team.objects.filter(agency_id=agency_id).order_by("name")
    return Team.objects.filter(agency_id=agency_id, pk__in=held.values("team")).order_by("name")


def members(agency_id: UUID) -> "QuerySet[Membership]":
    """Return the roles held in an agency today, by person."""
    rows = Membership.objects.filter(agency_id=agency_id, ended_at=None).select_related("user", "team")
    return rows.order_by("user__name", "user_id", "role")


def colleagues(agency_id: UUID, team_id: UUID | None = None) -> "QuerySet[User]":
    """Return the practitioners of an agency, or of one of its teams."""
    held = Membership.objects.filter(agency_id=agency_id, role=Role.PRACTITIONER, ended_at=None)
    if team_id:
        held = held.filter(Q(team_id=team_id) | Q(team=None))
    return User.objects.filter(pk__in=held.values("user"), is_active=True).order_by("name", "pk")


def holders(agency_id: UUID, role: Role) -> "QuerySet[User]":
    """Return who holds a role in an agency today."""
    held = Membership.objects.filter(agency_id=agency_id, role=role, ended_at=None)
    return User.objects.filter(pk__in=held.values("user"), is_active=True).order_by("name", "pk")


def invitation_for(token: str, at: datetime) -> Invitation | None:
    """Return the invitation that a link opens, unless it was used, was taken back or is too old."""
    rows = Invitation.objects.filter(
        token_hash=hash_of(token), used_at=None, withdrawn_at=None, expires_at__gt=at
    ).select_related("agency", "team", "made_by")
    return rows.first()


def open_invitations(agency_id: UUID, at: datetime) -> "QuerySet[Invitation]":
    """Return the invitations that can still be used, newest first."""
    rows = Invitation.objects.filter(agency_id=agency_id, used_at=None, withdrawn_at=None, expires_at__gt=at)
    return rows.select_related("team", "made_by").order_by("-made_at")


def hash_of(token: str) -> str:
    """Return what is kept of a link's token, so that reading the database opens nothing."""
    return hashlib.sha256(token.encode()).hexdigest()


def crisis(agency_id: UUID) -> tuple[CrisisInformation | None, list[CrisisContact]]:
    """Return what an agency says to do in a crisis, and whom to turn to, in its order."""
    information = CrisisInformation.objects.filter(agency_id=agency_id).first()
    return information, list(CrisisContact.objects.filter(agency_id=agency_id).order_by("position"))


def is_empty() -> bool:
    """Say whether the program was never used: then the first visitor sets it up."""
    return not Agency.objects.exists()


def names(user_ids: set[UUID]) -> dict[UUID, str]:
    """Return the names behind bare ids, in one query."""
    return dict(User.objects.filter(pk__in=user_ids).values_list("pk", "name"))


def agency_for(held: Standing, agency_id: UUID, *ways: May) -> Agency:
    """Return an agency in which a role allows any of `ways`; Http404 for every other and for none."""
    for way in ways:
        for agency in held.where(way):
            if agency.pk == agency_id:
                return agency
    raise Http404


def staff(agency_id: UUID, team_ids: Collection[UUID] | None) -> "QuerySet[Membership]":
    """Return the roles of staff held in an agency today, or in some of its teams, by team and person."""
    rows = members(agency_id).filter(role__in=STAFF)
    if team_ids is not None:
        rows = rows.filter(team_id__in=team_ids)
    return rows.order_by("team__name", "user__name", "user_id", "role")


def teams(agency_id: UUID, team_ids: Collection[UUID] | None = None) -> "QuerySet[Team]":
    """Return an agency's teams, or some of them, by name."""
    rows = Team.objects.filter(agency_id=agency_id)
    return (rows if team_ids is None else rows.filter(pk__in=team_ids)).order_by("name")


def without_a_team(agency_ids: Collection[UUID]) -> set[UUID]:
    """Return those of the agencies in which there is no team yet, so that nobody can begin with anyone."""
    return set(agency_ids) - set(Team.objects.filter(agency_id__in=agency_ids).values_list("agency_id", flat=True))


def teams_to_invite_into(held: Standing, agency_id: UUID) -> "QuerySet[Team]":
    """Return the teams into which somebody may invite staff: an administrator all, a team lead their own."""
    if held.may(May.KEEP_TEAMS, agency_id):
        return teams(agency_id)
    led = {h.team_id for h in held.held if h.agency.pk == agency_id and May.INVITE_STAFF in ROLES[h.role] and h.team_id}
    return teams(agency_id, led)


def invitations_of_staff(agency_id: UUID, at: datetime, team_ids: Collection[UUID] | None) -> "QuerySet[Invitation]":
    """Return the open invitations of staff into an agency, or into some of its teams, newest first."""
    rows = open_invitations(agency_id, at).filter(role__in=STAFF)
    return rows if team_ids is None else rows.filter(team_id__in=team_ids)


def invitation_to_take_back(held: Standing, agency_id: UUID, invitation_id: UUID, at: datetime) -> Invitation:
    """Return an open invitation of staff that somebody may take back; Http404 otherwise."""
    rows = open_invitations(agency_id, at).filter(pk=invitation_id, role__in=STAFF)
    if not held.may(May.KEEP_TEAMS, agency_id):
        rows = rows.filter(team__in=teams_to_invite_into(held, agency_id))
    found = rows.first()
    if found is None:
        raise Http404
    return found


def roles_to_invite(held: Standing, agency_id: UUID) -> list[Role]:
    """Return the roles that somebody may invite colleagues to."""
    if held.may(May.KEEP_TEAMS, agency_id):
        return [role for role in Role if role in STAFF]
    return [Role.PRACTITIONER]


def staff_invitation_for(token: str, at: datetime) -> Invitation | None:
    """Return the invitation of staff that a link opens; links into a partnership are opened there."""
    invitation = invitation_for(token, at)
    return invitation if invitation and invitation.role in STAFF else None


def somebody_of(agency_id: UUID, user_id: UUID) -> User:
    """Return a member of an agency's staff; Http404 for anybody else."""
    row = staff(agency_id, None).filter(user_id=user_id).first()
    if row is None:
        raise Http404
    return row.user


def own_membership(user: User, membership_id: UUID) -> Membership:
    """Return a role of staff that `user` holds themselves today; Http404 for any other."""
    rows = Membership.objects.filter(pk=membership_id, user=user, role__in=STAFF, ended_at=None)
    found = rows.select_related("agency", "team", "user").first()
    if found is None:
        raise Http404
    return found


def own_memberships(user: User) -> "QuerySet[Membership]":
    """Return the roles that `user` holds today, by agency and team."""
    rows = Membership.objects.filter(user=user, ended_at=None).select_related("agency", "team")
    return rows.order_by("agency__name", "team__name", "role")


def sessions_of(user: User) -> "QuerySet[UserSession]":
    """Return where `user` is signed in, the newest first."""
    alive = Session.objects.filter(expire_date__gt=Now()).values("session_key")
    rows: QuerySet[UserSession] = UserSession.objects.filter(user=user, session_key__in=alive)
    return rows.order_by("-created_at", "-pk")


def has_login(email: str) -> bool:
    """Say whether somebody signs in with this address already."""
    return User.objects.filter(email__iexact=email.strip()).exists()


def with_address(email: str) -> list[User]:
    """Return who signs in with this address: an address that somebody only wants to have opens nothing."""
    return list(User.objects.filter(email=email.strip().lower(), is_active=True))


def second_factors(user: User) -> SecondFactors:
    """Return what `user` has besides a password."""
    kinds = list(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    return SecondFactors(
        app=Authenticator.Type.TOTP in kinds,
        passkeys=kinds.count(Authenticator.Type.WEBAUTHN),
        spare_codes=Authenticator.Type.RECOVERY_CODES in kinds,
    )


def demo_people() -> "QuerySet[User]":
    """Return the invented people of a demonstration, in the order in which they came."""
    return User.objects.filter(email__endswith=DEMO_ADDRESS, is_active=True).order_by("joined_at", "email")


def demo_person(user_id: str) -> User:
    """Return one of the invented people by what a button sent; Http404 for anybody else."""
    try:
        return demo_people().get(pk=user_id)
    except (User.DoesNotExist, ValidationError):
        raise Http404 from None


def demo_roles() -> dict[UUID, list[Role]]:
    """Return what each of the invented people does."""
    roles: dict[UUID, list[Role]] = {}
    rows = Membership.objects.filter(user__email__endswith=DEMO_ADDRESS, ended_at=None).order_by("role")
    for user_id, role in rows.values_list("user_id", "role"):
        roles.setdefault(user_id, []).append(Role(role))
    return roles
