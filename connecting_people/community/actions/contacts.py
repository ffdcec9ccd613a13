"""Whom the team knows where: writing it down, staying in touch, and handing it over. It stays the agency's."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.community import permissions
from connecting_people.community.actions.assets import CommunityError
from connecting_people.community.models import Asset, LocalContact, Organisation, Touch
from connecting_people.community.queries.contacts import contacts, keepers
from connecting_people.core.london import day_of
from connecting_people.core.troubles import Stale
from connecting_people.people.models import Agency, Team, User


class StaleContact(Stale[LocalContact], CommunityError):
    """Somebody changed the contact after it was read; `now` is how it stands."""


class NobodyToKeepIt(CommunityError):
    """Somebody was chosen who does not keep this agency's directory."""


@transaction.atomic
def add_contact(
    *,
    by: User,
    at: datetime,
    team: Team,
    name: str,
    asset: Asset | None = None,
    organisation: Organisation | None = None,
    reach: str = "",
    approach: str = "",
) -> LocalContact:
    """Write down whom a team knows at an asset or an organisation; whoever writes it keeps it."""
    permissions.check_can_keep_directory(by, team.agency_id)
    _check_same_agency(team.agency_id, asset, organisation)
    contact = LocalContact.objects.create(
        agency_id=team.agency_id,
        team=team,
        asset=asset,
        organisation=organisation,
        name=name,
        reach=reach,
        approach=approach,
        kept_by=by,
        made_at=at,
    )
    _audit(by, at, contact, "added")
    return contact


@transaction.atomic
def change_contact(
    *, by: User, at: datetime, contact: LocalContact, version: int, name: str, reach: str, approach: str
) -> None:
    """Keep a contact in other words; raise StaleContact when it changed since `version` was read."""
    permissions.check_can_keep_directory(by, contact.agency_id)
    now = _locked(contact)
    if now.version != version:
        raise StaleContact(now)
    _change(now, name=name, reach=reach, approach=approach)
    _audit(by, at, now, "changed")


@transaction.atomic
def touch(*, by: User, at: datetime, contact: LocalContact, words: str = "") -> Touch:
    """Keep that somebody was in touch with a contact today."""
    permissions.check_can_keep_directory(by, contact.agency_id)
    kept = Touch.objects.create(
        agency_id=contact.agency_id, contact=contact, by=by, touched_date=day_of(at), words=words, at=at
    )
    LocalContact.objects.filter(pk=contact.pk).update(touched_date=kept.touched_date)
    _audit(by, at, contact, "in touch")
    return kept


@transaction.atomic
def end_contact(*, by: User, at: datetime, contact: LocalContact) -> None:
    """Keep that the team does not know this person there any more."""
    permissions.check_can_keep_directory(by, contact.agency_id)
    if LocalContact.objects.filter(pk=contact.pk, ended_at=None).update(ended_at=at):
        _audit(by, at, contact, "ended")


@transaction.atomic
def take_on(*, by: User, at: datetime, contact: LocalContact) -> None:
    """Keep a contact from now on, which somebody else or nobody kept so far."""
    hand_over_contacts(by=by, at=at, agency=contact.agency, choices={contact.pk: by.pk})


@transaction.atomic
def hand_over_contacts(*, by: User, at: datetime, agency: Agency, choices: Mapping[UUID, UUID]) -> int:
    """Give contacts (by id) to new keepers (by id), whole or not at all; return how many changed hands.

    Raise NobodyToKeepIt when somebody is chosen who does not keep this agency's directory.
    """
    permissions.check_can_keep_directory(by, agency.pk)
    able = set(keepers(agency.pk).values_list("pk", flat=True))
    if not able.issuperset(choices.values()):
        raise NobodyToKeepIt(_("Choose somebody who works with the directory of this agency."))
    rows = contacts(agency.pk).select_for_update(of=("self",)).filter(pk__in=list(choices))
    changed = [row for row in rows if row.kept_by_id != choices[row.pk]]
    for contact in changed:
        _change(contact, kept_by_id=choices[contact.pk])
        _audit(by, at, contact, "handed over")
    return len(changed)


def _locked(contact: LocalContact) -> LocalContact:
    return contacts(contact.agency_id).select_for_update(of=("self",)).get(pk=contact.pk)


def _change(contact: LocalContact, **values: Any) -> None:
    for name, value in values.items():
        setattr(contact, name, value)
    contact.version += 1
    contact.save(update_fields=["version", *values])


def _check_same_agency(agency_id: UUID, *places: Asset | Organisation | None) -> None:
    if any(place.agency_id != agency_id for place in places if place):
        raise CommunityError(_("This place is not in the directory of this agency."))


def _audit(by: User, at: datetime, contact: LocalContact, did: str) -> None:
    audit.record(
        by=by.pk,
        at=at,
        agency_id=contact.agency_id,
        act=f"community: contact {did}",
        subject_id=contact.agency_id,
        target_id=contact.pk,
    )
