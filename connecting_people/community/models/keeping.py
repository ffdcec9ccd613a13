"""Organisations that keep their own entries right, with the agency's yes."""

import uuid

from django.db import models

from connecting_people.community.models.assets import Asset, Organisation
from connecting_people.community.rules import ProposalState
from connecting_people.core.choices import choices
from connecting_people.core.encryption import EncryptedTextField
from connecting_people.people.models import Agency, User


class KeeperInvitation(models.Model):
    """A single-use link by which somebody of an organisation comes to keep its entries."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="invitations")
    name = models.CharField(max_length=80)
    email = models.EmailField(blank=True)
    token_hash = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)


class Keeper(models.Model):
    """Somebody who keeps an organisation's entries right."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="keepers")
    user = models.ForeignKey(User, models.PROTECT, related_name="keeps")
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "organisation", "user"],
                condition=models.Q(ended_at=None),
                name="somebody_keeps_an_organisation_once",
            )
        ]


class Proposal(models.Model):
    """How an organisation would like an entry to read; without an asset it is a new one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="proposals")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="proposals")
    asset = models.ForeignKey(Asset, models.PROTECT, null=True, related_name="proposals")
    based_on = models.PositiveIntegerField(default=0)
    kind = models.CharField(max_length=10)
    document = models.JSONField()
    note = EncryptedTextField(blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=choices(ProposalState), default=ProposalState.WAITING)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    why = EncryptedTextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "asset"],
                condition=models.Q(state=ProposalState.WAITING),
                name="one_change_of_an_asset_waits",
            )
        ]
