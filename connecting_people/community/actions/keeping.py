"""Inviting somebody of an organisation to keep its entries right, and what they come with."""

import secrets
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.community import permissions
from connecting_people.community.models import Keeper, KeeperInvitation, Organisation
from connecting_people.community.queries.keeping import keeper_invitation_for
from connecting_people.people.actions import InvitationClosed, make_user
from connecting_people.people.models import User
from connecting_people.people.queries import hash_of
from connecting_people.people.rules import INVITATION_LASTS


@transaction.atomic
def invite_keeper(
    *, by: User, at: datetime, organisation: Organisation, name: str, email: str = ""
) -> tuple[KeeperInvitation, str]:
    """Make a single-use link; return the invitation and the token, which is kept nowhere else."""
    permissions.check_can_keep_directory(by, organisation.agency_id)
    token = secrets.token_urlsafe(24)
    invitation = KeeperInvitation.objects.create(
        agency_id=organisation.agency_id,
        organisation=organisation,
        name=name.strip(),
        email=email.strip().lower(),
        token_hash=hash_of(token),
        made_by=by,
        made_at=at,
        expires_at=at + INVITATION_LASTS,
    )
    _audit(by, at, organisation, "invited: keeper of an organisation")
    return invitation, token


@transaction.atomic
def take_back_keeper_invitation(*, by: User, at: datetime, invitation: KeeperInvitation) -> None:
    """Take a link back, so that it opens nothing any more."""
    permissions.check_can_keep_directory(by, invitation.agency_id)
    KeeperInvitation.objects.filter(pk=invitation.pk, used_at=None).update(withdrawn_at=at)
    _audit(by, at, invitation.organisation, "invitation withdrawn")


@transaction.atomic
def become_keeper(*, by: User, at: datetime, token: str) -> Keeper:
    """Use a link for somebody who is signed in: they keep the organisation. Raise InvitationClosed if too late."""
    invitation = keeper_invitation_for(token, at)
    taken = invitation and KeeperInvitation.objects.filter(pk=invitation.pk, used_at=None, withdrawn_at=None).update(
        used_by=by, used_at=at
    )
    if not invitation or not taken:
        raise InvitationClosed(_("This link does not open anything any more. Ask for a new one."))
    keeper, _new = Keeper.objects.get_or_create(
        agency_id=invitation.agency_id,
        organisation=invitation.organisation,
        user=by,
        ended_at=None,
        defaults={"began_at": at},
    )
    _audit(by, at, invitation.organisation, "community: keeper began")
    return keeper


@transaction.atomic
def join_as_keeper(*, by: None, at: datetime, token: str, name: str, email: str, password: str) -> User:
    """Make a login for whoever holds the link, and use the link up; both or neither happens."""
    user = make_user(by=by, at=at, name=name, email=email, password=password)
    become_keeper(by=user, at=at, token=token)
    return user


@transaction.atomic
def end_keeper(*, by: User, at: datetime, keeper: Keeper) -> None:
    """Let somebody keep an organisation's entries no longer: they may stop themselves, the agency may stop it."""
    if by.pk != keeper.user_id:
        permissions.check_can_keep_directory(by, keeper.agency_id)
    Keeper.objects.filter(pk=keeper.pk, ended_at=None).update(ended_at=at)
    _audit(by, at, keeper.organisation, "community: keeper ended")


def _audit(by: User, at: datetime, organisation: Organisation, act: str) -> None:
    audit.record(
        by=by.pk,
        at=at,
        agency_id=organisation.agency_id,
        act=act,
        subject_id=organisation.agency_id,
        target_id=organisation.pk,
    )
