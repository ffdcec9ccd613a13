import uuid

from django.db import models

from connecting_people.community.models import Asset
from connecting_people.core.encryption import EncryptedTextField
from connecting_people.introductions.rules import EVERY_DAY
from connecting_people.journey.models import Entry
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.people.models import Agency, User


class Reach(models.Model):
    """On which days, how far from home and with what needs somebody would meet others; one a partnership.

    The point is that of a neighbourhood of the agency, never of an address.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.OneToOneField(Partnership, models.PROTECT, related_name="reach")
    days = models.PositiveSmallIntegerField()
    needs = models.PositiveSmallIntegerField()
    km = models.PositiveSmallIntegerField()
    latitude = models.FloatField()
    longitude = models.FloatField()
    says_name = models.BooleanField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(days__range=(1, EVERY_DAY)), name="a_reach_has_days_of_the_week")
        ]


class Wish(models.Model):
    """ "I would like to do this with somebody", until a day: a yes that stands, taken back at any time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="wishes")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="wish")
    interest = models.CharField(max_length=40)
    until_date = models.DateField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "partnership", "interest"],
                condition=models.Q(ended_at=None),
                name="a_wish_stands_once",
            )
        ]
        indexes = [models.Index(fields=["agency", "until_date"], condition=models.Q(ended_at=None), name="wishes_open")]


class Fit(models.Model):
    """A practitioner's yes, in advance and for anybody: introductions fit this person now."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="fits")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    place = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    says_name = models.BooleanField()
    said_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "partnership"], condition=models.Q(ended_at=None), name="one_fit_stands"
            )
        ]


class Introduction(models.Model):
    """Two partnerships brought together over one interest. A pair is brought together once, whatever becomes of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    interest = models.CharField(max_length=40)
    pair = models.CharField(max_length=73)  # both ids, the smaller first
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "pair"], name="a_pair_is_brought_together_once"),
        ]


class Side(models.Model):
    """An introduction as one of the two partnerships has it. `calls` is what the others may call them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    introduction = models.ForeignKey(Introduction, models.PROTECT, related_name="sides")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="introduced")
    wish = models.ForeignKey(Wish, models.PROTECT, related_name="sides")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="introduced")
    calls = EncryptedTextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "introduction", "partnership"], name="one_side_a_partnership")
        ]


class Proposal(models.Model):
    """A place and a time that one side proposes to the other. The newest counts; nothing else passes between them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    introduction = models.ForeignKey(Introduction, models.PROTECT, related_name="proposals")
    side = models.ForeignKey(Side, models.PROTECT, related_name="proposals")
    number = models.PositiveSmallIntegerField()
    asset = models.ForeignKey(Asset, models.PROTECT, null=True, related_name="+")
    place = EncryptedTextField(blank=True)
    meeting_date = models.DateField()
    begins = models.TimeField()
    said_at = models.DateTimeField()
    answer = models.BooleanField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "introduction", "number"], name="proposals_are_numbered")
        ]
