import uuid

from django.db import models

from connecting_people.core.choices import choices
from connecting_people.core.encryption import EncryptedTextField
from connecting_people.people.models import Agency, User
from connecting_people.training.models.live import Note, Trainee
from connecting_people.training.models.planning import Attendance, Training
from connecting_people.training.rules import Lands


class Landing(models.Model):
    """A note of a training that a trainer took into daily practice, and the row of another room that it became."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    note = models.ForeignKey(Note, models.PROTECT, related_name="landings")
    where = models.CharField(max_length=12, choices=choices(Lands))
    target = models.UUIDField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "note", "where"], name="a_note_lands_there_once")]


class Evaluation(models.Model):
    """What somebody said of a training. `receipt` is a hash that lets nobody answer twice and names nobody."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    training = models.ForeignKey(Training, models.PROTECT, related_name="evaluations")
    receipt = models.CharField(max_length=64)
    # {id of a question: 0 to 4}; what was left open is left out.
    answers = models.JSONField(default=dict)
    good = EncryptedTextField(blank=True)
    better = EncryptedTextField(blank=True)
    on_date = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "training", "receipt"], name="evaluated_once")]


class Improvement(models.Model):
    """What the trainers will do to make the next training better; it opens in the planner of that one (row T15)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    training = models.ForeignKey(Training, models.PROTECT, related_name="improvements")
    words = EncryptedTextField()
    carried_to = models.ForeignKey(Training, models.PROTECT, null=True, related_name="carried_improvements")
    done_at = models.DateTimeField(null=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()


class WillDo(models.Model):
    """What somebody will do after a training, with a reminder if they want one (row T16)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    training = models.ForeignKey(Training, models.PROTECT, related_name="will_dos")
    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="will_dos")
    trainee = models.ForeignKey(Trainee, models.PROTECT, null=True, related_name="will_dos")
    words = EncryptedTextField()
    email = EncryptedTextField(blank=True)
    remind_date = models.DateField(null=True)
    reminded_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    came_of_it = EncryptedTextField(blank=True)
    made_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["remind_date"], condition=models.Q(reminded_at=None), name="will_dos_due")]


class Certificate(models.Model):
    """Somebody was at a training. Whoever is given its number can check it, until it is taken back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    attendance = models.OneToOneField(Attendance, models.PROTECT, related_name="certificate")
    number = models.CharField(max_length=20, unique=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
