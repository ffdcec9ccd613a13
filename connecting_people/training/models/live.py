import uuid

from django.db import models

from connecting_people.core.encryption import EncryptedTextField
from connecting_people.people.models import Agency
from connecting_people.training.models.planning import Block, Trainer, Training, choices
from connecting_people.training.rules import Shown, Who


class Room(models.Model):
    """The live room of a training, or of one of its two tracks.

    `version` grows with every change that somebody in the room could see, in all rooms of the training alike, for a
    board may be shared by two; phones ask for what came after theirs. `moved` and `timed` are the versions at which the
    whole board and the timer last changed. The code is found by its hash and shown by those who may, so it is kept
    sealed. A timer runs until `timer_ends_at`, or stands still at `timer_left` seconds; it was given `timer_length` of
    them, whose half is when pairs swap.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    training = models.ForeignKey(Training, models.PROTECT, related_name="rooms")
    track = models.PositiveSmallIntegerField(default=0)
    code = EncryptedTextField()
    code_hash = models.CharField(max_length=64, unique=True)
    opened_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    block = models.ForeignKey(Block, models.SET_NULL, null=True, related_name="+")
    slide = models.PositiveSmallIntegerField(default=0)
    timer_ends_at = models.DateTimeField(null=True)
    timer_left = models.PositiveIntegerField(null=True)
    timer_length = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)
    moved = models.PositiveIntegerField(default=1)
    timed = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "training", "track"], name="one_room_for_each_track")]


class Trainee(models.Model):
    """Somebody in the room, known by a secret in their browser alone: no account, a name of their choice or none."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    room = models.ForeignKey(Room, models.PROTECT, related_name="trainees")
    seat_hash = models.CharField(max_length=64, unique=True)
    name = EncryptedTextField(blank=True)
    who = models.CharField(max_length=12, choices=choices(Who))
    joined_at = models.DateTimeField()
    ejected_at = models.DateTimeField(null=True)


class RoomGroup(models.Model):
    """A pair or small group that the software made for one block: its number and who is in it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    room = models.ForeignKey(Room, models.PROTECT, related_name="groups")
    block = models.ForeignKey(Block, models.PROTECT, related_name="room_groups")
    number = models.PositiveSmallIntegerField()
    trainees = models.ManyToManyField(Trainee, related_name="groups")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "room", "block", "number"], name="groups_are_numbered")
        ]


class NoteGroup(models.Model):
    """Notes that a trainer put together under a heading."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    block = models.ForeignKey(Block, models.PROTECT, related_name="note_groups")
    column = models.CharField(max_length=20)
    title = EncryptedTextField(blank=True)
    position = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)


class Note(models.Model):
    """What somebody wrote: on the phone by a trainee, by a trainer for the room, or typed in from paper.

    `about` is the note that it answers. `sort` is what its column sorts by: a kind of barrier or a light. `named` says
    whether the author's name may stand beside it. `version` is that of the room when it last changed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    training = models.ForeignKey(Training, models.PROTECT, related_name="notes")
    block = models.ForeignKey(Block, models.PROTECT, related_name="notes")
    column = models.CharField(max_length=20)
    trainee = models.ForeignKey(Trainee, models.PROTECT, null=True, related_name="notes")
    trainer = models.ForeignKey(Trainer, models.PROTECT, null=True, related_name="notes")
    from_paper = models.BooleanField(default=False)
    who = models.CharField(max_length=12, choices=choices(Who))
    named = models.BooleanField(default=False)
    about = models.ForeignKey("self", models.CASCADE, null=True, related_name="replies")
    text = EncryptedTextField()
    sort = models.CharField(max_length=40, blank=True)
    group = models.ForeignKey(NoteGroup, models.SET_NULL, null=True, related_name="notes")
    room_group = models.ForeignKey(RoomGroup, models.SET_NULL, null=True, related_name="+")
    shown = models.CharField(max_length=10, choices=choices(Shown), default=Shown.OPEN)
    ticked_at = models.DateTimeField(null=True)
    moves_up = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["training", "version"], name="notes_that_are_new"),
            models.Index(fields=["trainee", "block"], name="notes_of_a_trainee"),
        ]
