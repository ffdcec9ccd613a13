import uuid

from django.db import models

from connecting_people.core.choices import choices
from connecting_people.core.encryption import EncryptedTextField
from connecting_people.getting_started.rules import Felt, Point, Topic
from connecting_people.journey.models import Entry
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.people.models import Agency, User


class Saying(models.Model):
    """What an entry of the record was said to: a question of the first talk, a hope, something that one brings.

    The words, their voice, their history and who keeps them to themselves are the entry's. A conversation is what was
    said on one day.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="sayings")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="saying")
    topic = models.CharField(max_length=12, choices=choices(Topic))
    # The id of a question or of something that one brings in the guide, or a Hope.
    item = models.CharField(max_length=60)
    question = models.CharField(max_length=200, blank=True)
    felt = models.CharField(max_length=14, blank=True, choices=choices(Felt))

    class Meta:
        indexes = [models.Index(fields=["partnership", "topic"])]


class Settled(models.Model):
    """One wording of how the two work together; the newest counts, the earlier ones stay.

    Whether it is proposed, agreed or seen differently is the entry's. The entry holds none of the words, because ways
    of contact and needs must not be read in the database file.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="settled")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="settled")
    point = models.CharField(max_length=10, choices=choices(Point))
    whose = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField()
    text = EncryptedTextField(blank=True)
    times = EncryptedTextField(blank=True)
    avoid = EncryptedTextField(blank=True)
    review_date = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "partnership", "point", "whose", "version"], name="one_settled_wording_per_version"
            )
        ]


class Area(models.Model):
    """The neighbourhood or postcode district in which the person moves about; the newest counts, empty is none."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="areas")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="area")
    name = models.CharField(max_length=60, blank=True)
    version = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "partnership", "version"], name="one_area_per_version")
        ]


class NotNow(models.Model):
    """ "Not now", with a day to ask again, or "please don't ask again"; over when the two talk about it again."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="not_nows")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="not_now")
    ask_again_date = models.DateField(null=True)
    over_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["partnership", "over_at", "ask_again_date"])]


class NotNowBefore(models.Model):
    """A name and a day, kept by one practitioner before there is a partnership. It counts nowhere."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    keeper = models.ForeignKey(User, models.PROTECT, related_name="+")
    name = EncryptedTextField()
    ask_again_date = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["keeper", "ask_again_date"])]
