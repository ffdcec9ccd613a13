import uuid

from django.db import models

from connecting_people.core.choices import choices
from connecting_people.core.encryption import EncryptedTextField
from connecting_people.people.models import Agency, Team, User
from connecting_people.training.rules import BlockKind, Going, Grouping, GuestState, TrainingState, Who


class Training(models.Model):
    """One training: what it should change, for whom, when and where, in the words of those who plan it (row T2)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    begins_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    where = models.CharField(max_length=300, blank=True)
    places = models.PositiveSmallIntegerField(default=16)
    for_service_users = models.TextField(blank=True)
    for_practitioners = models.TextField(blank=True)
    for_agency = models.TextField(blank=True)
    who_comes = models.TextField(blank=True)
    how_long = models.TextField(blank=True)
    when_needed = models.TextField(blank=True)
    room = models.TextField(blank=True)
    materials = models.TextField(blank=True)
    how_chosen = models.TextField(blank=True)
    state = models.CharField(max_length=12, choices=choices(TrainingState), default=TrainingState.PLANNED)
    why_called_off = models.CharField(max_length=200, blank=True)
    copied_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="copies")
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["agency", "state", "-begins_at"], name="trainings_by_day")]


class Trainer(models.Model):
    """Somebody who gives a training: with a login of the agency, or from outside by name alone. All are equals."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    training = models.ForeignKey(Training, models.PROTECT, related_name="trainers")
    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="trainings_given")
    name = models.CharField(max_length=200)
    who = models.CharField(max_length=12, choices=choices(Who))
    experience = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "training", "user"],
                condition=models.Q(user__isnull=False, ended_at=None),
                name="a_trainer_once_in_a_training",
            )
        ]


class Block(models.Model):
    """One thing on the agenda. What is blank of `title` to `listen_for` is as the course has it.

    `track` 0 is for all together, 1 and 2 for two trainers at the same time. `opened` names the columns that a trainer
    has opened; `board` is, for the trainers' own activity, the activity of the course whose board it uses.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    training = models.ForeignKey(Training, models.PROTECT, related_name="blocks")
    position = models.PositiveIntegerField()
    track = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=10, choices=choices(BlockKind))
    activity = models.CharField(max_length=40, blank=True)
    board = models.CharField(max_length=40, blank=True)
    minutes = models.PositiveSmallIntegerField(default=0)
    grouping = models.CharField(max_length=12, choices=choices(Grouping), default=Grouping.ALL)
    led_by = models.ForeignKey(Trainer, models.PROTECT, null=True, related_name="blocks")
    title = models.CharField(max_length=200, blank=True)
    aim = models.TextField(blank=True)
    needs = models.TextField(blank=True)
    how = models.TextField(blank=True)
    listen_for = models.TextField(blank=True)
    goal = models.TextField(blank=True)
    opened = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["training", "position"], name="blocks_in_order")]


class Speaker(models.Model):
    """Somebody who said that they would speak at a training of this agency."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    who = models.CharField(max_length=12, choices=choices(Who))
    contact = EncryptedTextField(blank=True)
    topics = models.TextField(blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)


class Guest(models.Model):
    """A speaker asked to a block of a training, with the topic, and whether they come."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    training = models.ForeignKey(Training, models.PROTECT, related_name="guests")
    speaker = models.ForeignKey(Speaker, models.PROTECT, related_name="+")
    block = models.ForeignKey(Block, models.SET_NULL, null=True, related_name="guests")
    topic = models.TextField(blank=True)
    state = models.CharField(max_length=8, choices=choices(GuestState), default=GuestState.ASKED)
    version = models.PositiveIntegerField(default=1)


class Attendance(models.Model):
    """Somebody's place at a training: invited, coming, waiting for a place, changed plan, or came (rows T2, T17)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    training = models.ForeignKey(Training, models.PROTECT, related_name="attendances")
    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="trainings_attended")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200)
    email = EncryptedTextField(blank=True)
    who = models.CharField(max_length=12, choices=choices(Who))
    going = models.CharField(max_length=12, choices=choices(Going), default=Going.INVITED)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "training", "user"], condition=models.Q(user__isnull=False), name="asked_once"
            )
        ]
        indexes = [models.Index(fields=["training", "going", "asked_at"], name="who_comes_in_order")]
