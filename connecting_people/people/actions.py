import secrets
from datetime import date, datetime
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.core.troubles import Trouble
from connecting_people.people import permissions
from connecting_people.people.models import (
    Agency,
    CrisisContact,
    CrisisInformation,
    Invitation,
    Membership,
    Team,
    User,
)
from connecting_people.people.queries import hash_of, invitation_for, is_empty
from connecting_people.people.rules import INVITATION_LASTS, STAFF, Role
from connecting_people.people.standing import standing


class PeopleError(Trouble):
    """Something about agencies, teams or invitations cannot be done; the message says how to mend it."""


class InvitationClosed(PeopleError):
    """The link was used already, was taken back, or is too old."""


class AlreadySetUp(PeopleError):
    """The program has an agency already."""


class AddressTaken(PeopleError):
    """Somebody signs in with this e-mail address already."""


class StaleCrisisInformation(PeopleError):
    """Somebody else changed the crisis information in the meantime."""


@transaction.atomic
def set_up(*, by: None, at: datetime, agency_name: str, setting: str, name: str, email: str, password: str) -> User:
    """Make the first agency and its first administrator, in a database that has none."""
    if not is_empty():
        raise AlreadySetUp(_("This place is set up already. Sign in, or ask for an invitation."))
    user = make_user(by=None, at=at, name=name, email=email, password=password)
    agency = make_agency(by=user, at=at, name=agency_name, setting=setting)
    give_role(by=user, at=at, agency=agency, user=user, role=Role.ADMINISTRATOR)
    return user


@transaction.atomic
def make_user(*, by: User | None, at: datetime, name: str, email: str, password: str | None) -> User:
    """Make somebody who can sign in; without a password they use a passkey, a code by e-mail or their organisation."""
    user = User(name=name.strip(), email=email.strip().lower(), joined_at=at)
    user.set_password(password)
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError:
        raise AddressTaken(_("Somebody signs in with this address already. If it is you, sign in first.")) from None
    return user


@transaction.atomic
def make_agency(*, by: User, at: datetime, name: str, setting: str) -> Agency:
    """Make an agency."""
    agency = Agency.objects.create(name=name.strip(), setting=setting, made_at=at)
    audit.record(by=by.pk, at=at, agency_id=agency.pk, act="agency made", subject_id=agency.pk)
    return agency


@transaction.atomic
def change_agency(*, by: User, at: datetime, agency: Agency, **values: str) -> None:
    """Change an agency's name, setting, its word for "service user", or where its safeguarding is found."""
    permissions.check_can_keep_agency(by, agency.pk)
    for name, value in values.items():
        setattr(agency, name, value.strip())
    agency.save(update_fields=list(values))
    audit.record(by=by.pk, at=at, agency_id=agency.pk, act="agency changed", subject_id=agency.pk, content=values)


@transaction.atomic
def keep_crisis_information(
    *,
    by: User,
    at: datetime,
    agency: Agency,
    region: str,
    advice: str,
    kept_by: str,
    checked_date: date,
    contacts: list[dict[str, str]],
    version: int,
) -> None:
    """Keep what to do in a crisis; raise StaleCrisisInformation when it changed since `version` was read."""
    permissions.check_can_keep_agency(by, agency.pk)
    fresh = {"region": region, "advice": advice, "kept_by": kept_by, "checked_date": checked_date}
    if version:
        rows = CrisisInformation.objects.filter(agency=agency, version=version)
        if not rows.update(version=version + 1, **fresh):
            raise StaleCrisisInformation(_("Somebody else changed this in the meantime. Both texts are shown below."))
    else:
        if CrisisInformation.objects.filter(agency=agency).exists():
            raise StaleCrisisInformation(_("Somebody else wrote this in the meantime. Both texts are shown below."))
        CrisisInformation.objects.create(agency=agency, **fresh)
    CrisisContact.objects.filter(agency=agency).delete()
    CrisisContact.objects.bulk_create(
        CrisisContact(agency=agency, position=position, **contact) for position, contact in enumerate(contacts, 1)
    )
    audit.record(by=by.pk, at=at, agency_id=agency.pk, act="crisis information kept", subject_id=agency.pk)


@transaction.atomic
def make_team(*, by: User, at: datetime, agency: Agency, name: str) -> Team:
    """Make a team in an agency; raise PeopleError when it has one of that name."""
    permissions.check_can_keep_teams(by, agency.pk)
    if Team.objects.filter(agency=agency, name__iexact=name.strip()).exists():
        raise PeopleError(_("There is a team of that name already. Choose another name."))
    team = Team.objects.create(agency=agency, name=name.strip())
    audit.record(by=by.pk, at=at, agency_id=agency.pk, act="team made", subject_id=agency.pk, target_id=team.pk)
    return team


@transaction.atomic
def give_role(
    *, by: User, at: datetime, agency: Agency, user: User, role: Role, team: Team | None = None
) -> Membership:
    """Give somebody a role, in a team or across the agency; a role already held stays as it is."""
    membership, new = Membership.objects.get_or_create(
        agency=agency, team=team, user=user, role=role, ended_at=None, defaults={"began_at": at}
    )
    if new:
        audit.record(
            by=by.pk,
            at=at,
            agency_id=agency.pk,
            act=f"role given: {role.value}",
            subject_id=agency.pk,
            target_id=user.pk,
        )
    return membership


@transaction.atomic
def end_role(*, by: User, at: datetime, membership: Membership) -> None:
    """End a role at once. People may end their own; an administrator may end any but the last administrator's."""
    if by != membership.user:
        permissions.check_can_keep_teams(by, membership.agency_id)
    if membership.role == Role.ADMINISTRATOR:
        _check_not_the_last_administrator(membership)
    Membership.objects.filter(pk=membership.pk, ended_at=None).update(ended_at=at)
    _close_links(membership.user, membership.agency_id, at)
    audit.record(
        by=by.pk,
        at=at,
        agency_id=membership.agency_id,
        act=f"role ended: {membership.role}",
        subject_id=membership.agency_id,
        target_id=membership.user_id,
    )


@transaction.atomic
def invite(
    *, by: User, at: datetime, agency: Agency, role: Role, name: str, team: Team | None = None, email: str = ""
) -> tuple[Invitation, str]:
    """Make a single-use link; return the invitation and the token, which is kept nowhere else.

    The caller checks who may invite whom: staff here, people of a partnership in the room `partnership`.
    """
    token = secrets.token_urlsafe(24)
    invitation = Invitation.objects.create(
        agency=agency,
        team=team,
        role=role,
        name=name.strip(),
        email=email.strip().lower(),
        token_hash=hash_of(token),
        made_by=by,
        made_at=at,
        expires_at=at + INVITATION_LASTS,
    )
    audit.record(
        by=by.pk,
        at=at,
        agency_id=agency.pk,
        act=f"invited: {role.value}",
        subject_id=agency.pk,
        target_id=invitation.pk,
    )
    return invitation, token


@transaction.atomic
def invite_staff(
    *, by: User, at: datetime, agency: Agency, role: Role, name: str, team: Team | None, email: str = ""
) -> tuple[Invitation, str]:
    """Invite a member of staff into a team or the agency."""
    permissions.check_can_invite_staff(by, agency.pk, team.pk if team else None)
    if team is None or role in (Role.ADMINISTRATOR, Role.PRIVACY_OFFICER, Role.TEAM_LEAD):
        permissions.check_can_keep_teams(by, agency.pk)
    return invite(by=by, at=at, agency=agency, role=role, name=name, team=team, email=email)


@transaction.atomic
def withdraw_invitation(*, by: User, at: datetime, invitation: Invitation) -> None:
    """Take an invitation back, so that its link opens nothing any more."""
    if by.pk != invitation.made_by_id:
        permissions.check_can_invite_staff(by, invitation.agency_id, invitation.team_id)
    Invitation.objects.filter(pk=invitation.pk, used_at=None).update(withdrawn_at=at)
    audit.record(
        by=by.pk,
        at=at,
        agency_id=invitation.agency_id,
        act="invitation withdrawn",
        subject_id=invitation.agency_id,
        target_id=invitation.pk,
    )


@transaction.atomic
def accept_invitation(*, by: User, at: datetime, token: str) -> Invitation:
    """Use an invitation for a signed-in person: they hold its role from now on. Raise InvitationClosed if too late."""
    invitation = invitation_for(token, at)
    taken = invitation and Invitation.objects.filter(pk=invitation.pk, used_at=None, withdrawn_at=None).update(
        used_by=by, used_at=at
    )
    if not invitation or not taken:
        raise InvitationClosed(_("This link does not open anything any more. Ask for a new one."))
    give_role(by=by, at=at, agency=invitation.agency, user=by, role=Role(invitation.role), team=invitation.team)
    return invitation


@transaction.atomic
def join(*, by: None, at: datetime, token: str, name: str, email: str, password: str) -> User:
    """Make a login for whoever holds the link of an invitation, and use the link up; both or neither happens."""
    user = make_user(by=by, at=at, name=name, email=email, password=password)
    accept_invitation(by=user, at=at, token=token)
    return user


@transaction.atomic
def switch_off(*, by: User, at: datetime, agency: Agency, user_id: UUID) -> None:
    """End all that somebody is as staff of an agency, close the links they made, and sign them out everywhere."""
    permissions.check_can_keep_teams(by, agency.pk)
    # Their own record, if they have one here, and what was shared with them stay theirs.
    for membership in Membership.objects.filter(agency=agency, user_id=user_id, role__in=STAFF, ended_at=None):
        end_role(by=by, at=at, membership=membership)
    # Links that they made are known to them still.
    own = Invitation.objects.filter(agency=agency, made_by_id=user_id, used_at=None, withdrawn_at=None)
    own.update(withdrawn_at=at)
    for session in UserSession.objects.filter(user_id=user_id):
        session.end()


@transaction.atomic
def end_session(*, by: User, at: datetime, session_id: int) -> None:
    """End one of one's own sessions on another device; a session of somebody else stays as it is."""
    for session in UserSession.objects.filter(user=by, pk=session_id):
        session.end()


def _close_links(user: User, agency_id: UUID, at: datetime) -> None:
    """Close the links of somebody who may no longer make such links: they know them still."""
    asks_in = standing(user).roles_in(agency_id) & {Role.PRACTITIONER, Role.SERVICE_USER}
    for link in Invitation.objects.filter(agency_id=agency_id, made_by=user, used_at=None, withdrawn_at=None):
        keeps = permissions.can_invite_staff(user, agency_id, link.team_id) if link.role in STAFF else asks_in
        if not keeps:
            Invitation.objects.filter(pk=link.pk).update(withdrawn_at=at)


def _check_not_the_last_administrator(membership: Membership) -> None:
    others = Membership.objects.filter(agency_id=membership.agency_id, role=Role.ADMINISTRATOR, ended_at=None)
    if not others.exclude(user_id=membership.user_id).exists():
        raise PeopleError(_("An agency needs an administrator. Make somebody else one first."))
