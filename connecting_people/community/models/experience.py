"""What people say of assets: traffic lights with reasons, what would move them, and what an organisation answers."""

import uuid

from django.db import models

from connecting_people.community.models.assets import Asset, Organisation
from connecting_people.community.rules import (
    ImprovementState,
    Light,
    Origin,
    ProposalState,
    Rater,
    RatingState,
)
from connecting_people.core.choices import choices
from connecting_people.core.encryption import EncryptedTextField
from connecting_people.people.models import Agency, User


class Rating(models.Model):
    """One person's traffic light for an asset. `reason` is theirs; `shown` is what others read of it.

    A new rating of the same person and kind replaces the earlier one, which stays as history. From `shown_at` on it
    may be read by others; when it is without a name, see `release`.

    One that came from a training is nobody's of the product: `by` is empty, and `brought_by` is the trainer who took it
    from the board, who therefore does not look at it. It is counted apart from what people said themselves.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="ratings")
    asset = models.ForeignKey(Asset, models.PROTECT, related_name="ratings")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    brought_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    from_training = models.UUIDField(null=True)
    training_date = models.DateField(null=True)
    rater = models.CharField(max_length=15, choices=choices(Rater))
    light = models.CharField(max_length=6, choices=choices(Light))
    reason = EncryptedTextField(blank=True)
    shown = EncryptedTextField(blank=True)
    signed = models.BooleanField()
    origin = models.CharField(max_length=10, choices=choices(Origin), default=Origin.SAID)
    state = models.CharField(max_length=12, choices=choices(RatingState), default=RatingState.WAITING)
    at = models.DateTimeField()
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    why = EncryptedTextField(blank=True)
    second_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    second_at = models.DateTimeField(null=True)
    shown_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "asset", "by", "rater"],
                condition=models.Q(ended_at=None),
                name="one_light_a_person_and_kind",
            ),
            models.CheckConstraint(
                condition=models.Q(second_by=None) | ~models.Q(second_by=models.F("decided_by")),
                name="a_second_person_is_another_person",
            ),
            models.CheckConstraint(
                condition=models.Q(by__isnull=False, from_training=None)
                | models.Q(by=None, brought_by__isnull=False, from_training__isnull=False, signed=False),
                name="a_light_is_somebodys_or_a_trainings",
            ),
        ]
        indexes = [models.Index(fields=["agency", "state", "at"], name="ratings_by_state")]


class Improvement(models.Model):
    """What would move an asset from red to amber or from amber to green, who takes it on, and what came of it.

    One that came from a training has its id; `by` is then the trainer who took it from the board.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="improvements")
    asset = models.ForeignKey(Asset, models.PROTECT, related_name="improvements")
    from_light = models.CharField(max_length=6, choices=choices(Light))
    to_light = models.CharField(max_length=6, choices=choices(Light))
    idea = EncryptedTextField()
    from_training = models.UUIDField(null=True)
    training_date = models.DateField(null=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=choices(ImprovementState), default=ImprovementState.SUGGESTED)
    taken_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    outcome = EncryptedTextField(blank=True)
    moved_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)


class OrganisationAnswer(models.Model):
    """What an organisation says to how people find it, read by others once a keeper said yes; it does not rate."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    asset = models.ForeignKey(Asset, models.PROTECT, related_name="answers")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="answers")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    words = EncryptedTextField()
    at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=choices(ProposalState), default=ProposalState.WAITING)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    why = EncryptedTextField(blank=True)
