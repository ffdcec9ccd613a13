import uuid

from django.db import models

from connecting_people.core.encryption import EncryptedTextField
from connecting_people.people.models import Agency, User
from connecting_people.training.models.live import Trainee


class PracticeSpace(models.Model):
    """A trainee's own space to try the tools in: no real record comes in, and it goes a day after the training.

    `delete_at` is None once its owner, with a login, keeps it. `ruling` says how its map is ruled, `steps` what can be
    taken back or done again on it; `answers` are those of the practice self-review.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    trainee = models.OneToOneField(Trainee, models.SET_NULL, null=True, related_name="practice")
    kept_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="practice_spaces")
    delete_at = models.DateTimeField(null=True)
    # The owner shows the map to the room; with the names on it only where they say so.
    shown = models.BooleanField(default=False)
    shown_names = models.BooleanField(default=False)
    ruling = EncryptedTextField(blank=True)
    steps = EncryptedTextField(blank=True)
    answers = EncryptedTextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(delete_at__isnull=False) | models.Q(kept_by__isnull=False),
                name="a_practice_space_goes_or_is_kept",
            )
        ]
        indexes = [models.Index(fields=["delete_at"], name="practice_that_goes")]


class PracticeConnection(models.Model):
    """Somebody on a practice map; what is said of them as `connections.facts.stored` has it, sealed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    space = models.ForeignKey(PracticeSpace, models.CASCADE, related_name="connections")
    facts = EncryptedTextField()
    position = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "space", "position"], name="practice_people_in_order")]


class PracticeTie(models.Model):
    """An alter–alter tie on a practice map."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    space = models.ForeignKey(PracticeSpace, models.CASCADE, related_name="ties")
    one = models.ForeignKey(PracticeConnection, models.CASCADE, related_name="+")
    other = models.ForeignKey(PracticeConnection, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "space", "one", "other"], name="a_practice_tie_once")]
