import uuid
from datetime import datetime

from django.db import models

from connecting_people.community.models import Asset, LocalContact
from connecting_people.connections.models import Connection
from connecting_people.core.choices import choices
from connecting_people.core.encryption import EncryptedTextField
from connecting_people.journey.models import Entry
from connecting_people.journey.rules import Standing
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.people.models import Agency, User
from connecting_people.plans.models import Goal
from connecting_people.stepping_out.rules import About, Channel, Felt, Orientation, OutingState, Source


class Series(models.Model):
    """A weekly or monthly habit: the outings in it share what was written once."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="series")
    every_weeks = models.PositiveSmallIntegerField(default=1)
    until_date = models.DateField()


class Outing(models.Model):
    """One planned or finished occasion of trying something. The entry says whose plan it is and in which words."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="outings")
    # The outings of a series share what was written once.
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="outings")
    series = models.ForeignKey(Series, models.PROTECT, null=True, related_name="outings")
    goal = models.ForeignKey(Goal, models.PROTECT, null=True, related_name="outings")
    asset = models.ForeignKey(Asset, models.PROTECT, null=True, related_name="+")
    outing_date = models.DateField()
    begins = models.TimeField(null=True)
    ends = models.TimeField(null=True)
    place = EncryptedTextField(blank=True)
    cost = EncryptedTextField(blank=True)
    way = EncryptedTextField(blank=True)
    bring = EncryptedTextField(blank=True)
    facilities = EncryptedTextField(blank=True)
    orientation = models.CharField(max_length=12, choices=choices(Orientation), blank=True)
    shown_by = EncryptedTextField(blank=True)
    back_at = models.DateTimeField(null=True)
    tell = EncryptedTextField(blank=True)
    back_told_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=15, choices=choices(OutingState), default=OutingState.PLANNED)
    sure_before = models.CharField(max_length=10, choices=choices(Felt), blank=True)
    sure_after = models.CharField(max_length=10, choices=choices(Felt), blank=True)
    felt = models.CharField(max_length=10, choices=choices(Felt), blank=True)
    helped = EncryptedTextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["partnership", "outing_date"], name="outings_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(begins=None) | models.Q(ends=None) | models.Q(ends__gte=models.F("begins")),
                name="an_outing_ends_after_it_begins",
            )
        ]

    def is_overdue(self, at: datetime) -> bool:
        """Say whether somebody meant to be back by now and has not said that they are. Nobody watches this."""
        late = self.back_at is not None and self.back_at < at and self.back_told_at is None
        return late and self.state == OutingState.PLANNED


class Supporting(models.Model):
    """Who or what supports an outing (S4.2)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    outing = models.ForeignKey(Outing, models.CASCADE, related_name="support")
    source = models.CharField(max_length=6, choices=choices(Source))
    participant = models.ForeignKey(Participant, models.PROTECT, null=True, related_name="+")
    connection = models.ForeignKey(Connection, models.CASCADE, null=True, related_name="+")
    contact = models.ForeignKey(LocalContact, models.PROTECT, null=True, related_name="+")
    words = EncryptedTextField(blank=True)


class SmallStep(models.Model):
    """A small step towards an outing, and when it was taken (S4.5)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    outing = models.ForeignKey(Outing, models.CASCADE, related_name="small_steps")
    position = models.PositiveSmallIntegerField()
    words = EncryptedTextField()
    helper = EncryptedTextField(blank=True)
    taken_date = models.DateField(null=True)


class Disclosure(models.Model):
    """What may be told about the person, by whom and to whom (S4.3). Once agreed it is frozen; a change is another."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="disclosures")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="disclosure")
    outing = models.ForeignKey(Outing, models.PROTECT, null=True, related_name="disclosures")
    contact = models.ForeignKey(LocalContact, models.PROTECT, null=True, related_name="+")
    never = EncryptedTextField(blank=True)
    if_asked = EncryptedTextField(blank=True)
    made_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True)
    agreed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    agreed_voice = models.ForeignKey(Participant, models.PROTECT, null=True, related_name="+")
    replaced_by = models.ForeignKey("self", models.PROTECT, null=True, related_name="replaces")
    ended_at = models.DateTimeField(null=True)

    @property
    def is_over(self) -> bool:
        """Say whether one of the two took back what both had agreed, or sees it differently since."""
        return self.agreed_at is not None and (self.ended_at is not None or self.entry.standing != Standing.AGREED)

    @property
    def holds(self) -> bool:
        """Say whether both agreed to it, and still do, and to nothing newer in its place."""
        return self.agreed_at is not None and self.replaced_by_id is None and not self.is_over


class MayTell(models.Model):
    """One thing that may be told, by whom and to whom."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    disclosure = models.ForeignKey(Disclosure, models.CASCADE, related_name="may_tell")
    position = models.PositiveSmallIntegerField()
    what = EncryptedTextField()
    by_whom = EncryptedTextField()
    to_whom = EncryptedTextField()


class Meeting(models.Model):
    """How a connection came about: through an outing, an asset, a person, by chance, or not known (S4.6)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="meetings")
    connection = models.ForeignKey(Connection, models.CASCADE, related_name="+")
    about = models.CharField(max_length=10, choices=choices(About))
    outing = models.ForeignKey(Outing, models.PROTECT, null=True, related_name="meetings")
    asset = models.ForeignKey(Asset, models.PROTECT, null=True, related_name="+")
    through = models.ForeignKey(Connection, models.SET_NULL, null=True, related_name="+")
    words = EncryptedTextField(blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    voice = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "connection"], name="a_connection_came_about_once")]


class CalendarFeed(models.Model):
    """One person's calendar at a secret address; off until asked for, renewed or closed at will."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    place = models.OneToOneField(Participant, models.CASCADE, related_name="calendar")
    token_hash = models.CharField(max_length=64, unique=True)
    plain_titles = models.BooleanField(default=False)
    made_at = models.DateTimeField()


class RemindMe(models.Model):
    """How one person in a partnership wants to be reminded, as they called it safe, and how many hours before."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    place = models.OneToOneField(Participant, models.CASCADE, related_name="remind_me")
    channel = models.CharField(max_length=10, choices=choices(Channel))
    hours_before = models.PositiveSmallIntegerField(default=24)


class Reminder(models.Model):
    """One reminder: due at a moment, and put into the outbox once."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    outing = models.ForeignKey(Outing, models.CASCADE, related_name="reminders")
    place = models.ForeignKey(Participant, models.CASCADE, related_name="+")
    channel = models.CharField(max_length=10, choices=choices(Channel))
    due_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "outing", "place"], name="one_reminder_of_an_outing")]
        indexes = [models.Index(fields=["done_at", "due_at"], name="reminders_due")]


class Letter(models.Model):
    """One reminder in the outbox; marked as sent before it goes, so that it goes at most once."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    reminder = models.ForeignKey(Reminder, models.CASCADE, related_name="letters")
    due_at = models.DateTimeField()
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "reminder", "due_at"], name="one_letter_of_a_reminder")
        ]
        indexes = [models.Index(fields=["sent_at", "made_at"], name="letters_to_send")]
