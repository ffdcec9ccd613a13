"""What the team knows and nobody outside sees: contacts, checks, what is wrong, and what is missing."""

import uuid

from django.db import models

from connecting_people.community.models.assets import Asset, Organisation
from connecting_people.community.rules import Found, GapState, Origin, Wrong
from connecting_people.core.choices import choices
from connecting_people.core.encryption import EncryptedTextField
from connecting_people.people.models import Agency, Team, User


class LocalContact(models.Model):
    """Whom the team knows there, how to approach them, and who keeps in touch. It is the agency's, not one person's."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="local_contacts")
    team = models.ForeignKey(Team, models.PROTECT, related_name="local_contacts")
    asset = models.ForeignKey(Asset, models.PROTECT, null=True, related_name="local_contacts")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="local_contacts")
    name = EncryptedTextField()
    reach = EncryptedTextField(blank=True)
    approach = EncryptedTextField(blank=True)
    kept_by = models.ForeignKey(User, models.PROTECT, related_name="local_contacts")
    touched_date = models.DateField(null=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    is_kept: bool  # whether who keeps it is still here: said by queries.contacts

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(asset__isnull=False) | models.Q(organisation__isnull=False),
                name="a_local_contact_is_somewhere",
            )
        ]
        indexes = [models.Index(fields=["agency", "kept_by", "ended_at"], name="contacts_by_keeper")]


class Touch(models.Model):
    """One time that somebody of the team was in touch with a local contact."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    contact = models.ForeignKey(LocalContact, models.PROTECT, related_name="touches")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    touched_date = models.DateField()
    words = EncryptedTextField(blank=True)
    at = models.DateTimeField()


class Check(models.Model):
    """One time that somebody looked whether an entry is still right."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    asset = models.ForeignKey(Asset, models.PROTECT, related_name="checks")
    found = models.CharField(max_length=12, choices=choices(Found))
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class CheckTurn(models.Model):
    """Whose turn it is to check an asset in the week that begins on `week_date`, a Monday."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    week_date = models.DateField()
    asset = models.ForeignKey(Asset, models.PROTECT, related_name="turns")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            # One turn for the whole agency: two teams need not ring the same hall.
            models.UniqueConstraint(fields=["agency", "week_date", "asset"], name="an_asset_is_checked_once_a_week")
        ]
        indexes = [models.Index(fields=["agency", "team", "week_date"], name="turns_of_a_week")]


class Problem(models.Model):
    """Somebody says that an entry is wrong."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    asset = models.ForeignKey(Asset, models.PROTECT, related_name="problems")
    wrong = models.CharField(max_length=15, choices=choices(Wrong))
    words = EncryptedTextField(blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    settled_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)
    outcome = EncryptedTextField(blank=True)


class Gap(models.Model):
    """A need that nothing here meets: where it came from, who looks into it, what came of it. It names no person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="gaps")
    need = EncryptedTextField()
    interest = models.CharField(max_length=40, blank=True)
    place = models.CharField(max_length=80, blank=True)
    origin = models.CharField(max_length=10, choices=choices(Origin))
    # The training that it came up in, by its id alone: trainings stand above this room.
    from_training = models.UUIDField(null=True)
    training_date = models.DateField(null=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=choices(GapState), default=GapState.OPEN)
    looked_into_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    filled_by = models.ForeignKey(Asset, models.PROTECT, null=True, related_name="gaps_filled")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["agency", "state", "at"], name="gaps_by_state")]


class GapMove(models.Model):
    """One thing that happened to a gap."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    gap = models.ForeignKey(Gap, models.PROTECT, related_name="moves")
    state = models.CharField(max_length=12, choices=choices(GapState))
    words = EncryptedTextField(blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
