import uuid

from django.db import models

from connecting_people.core.choices import choices
from connecting_people.core.encryption import EncryptedTextField
from connecting_people.journey.models import Entry
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.people.models import Agency, User
from connecting_people.review.rules import Choice, Heading, Part, Share


class Review(models.Model):
    """Both look back over a span of time. The entry says who opened it; its words are those of `Said`."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="reviews")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="review")
    since_date = models.DateField()
    made_at = models.DateTimeField()
    look_again_date = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["partnership", "-made_at"], name="reviews_newest_first")]


class Said(models.Model):
    """What somebody said under a heading. The words, whose they are, and who keeps them, are the entry's."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    review = models.ForeignKey(Review, models.PROTECT, related_name="said")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="said_in_review")
    heading = models.CharField(max_length=10, choices=choices(Heading))
    # An outcome or a prerequisite of the guide, or for whom it was worth what.
    item = models.CharField(max_length=40, blank=True)


class Next(models.Model):
    """What could come next; the entry says whether it is proposed, agreed or seen differently."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    review = models.ForeignKey(Review, models.PROTECT, related_name="nexts")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="what_next")
    choice = models.CharField(max_length=10, choices=choices(Choice))
    step = models.PositiveSmallIntegerField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(step=None) | models.Q(step__range=(1, 8)), name="what_next_names_one_of_eight_steps"
            )
        ]


class Frozen(models.Model):
    """The review as one of them put it to the other, word for word; it holds once the entry is agreed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    review = models.ForeignKey(Review, models.PROTECT, related_name="frozen")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="frozen_review")
    content = EncryptedTextField()
    made_at = models.DateTimeField()


class PutIn(models.Model):
    """Somebody's yes to a part of "Our journey", or to one thing that they keep to themselves."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    review = models.ForeignKey(Review, models.PROTECT, related_name="put_in")
    place = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    part = models.CharField(max_length=12, choices=choices(Part))
    entry = models.ForeignKey(Entry, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "review", "place", "part"],
                condition=models.Q(entry=None),
                name="a_part_is_put_in_once_by_each",
            ),
            models.UniqueConstraint(
                fields=["agency", "review", "place", "entry"],
                condition=models.Q(entry__isnull=False),
                name="a_private_thing_is_put_in_once",
            ),
        ]


class View(models.Model):
    """How the person sees the practitioner and the agency; only they see it here, and the agency as they chose."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    review = models.OneToOneField(Review, models.PROTECT, related_name="view")
    place = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    of_practitioner = EncryptedTextField(blank=True)
    of_agency = EncryptedTextField(blank=True)
    share = models.CharField(max_length=8, choices=choices(Share))
    # No finer than a quarter: the first day of the one in which it was shared.
    quarter_date = models.DateField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["agency", "share", "quarter_date"], name="views_by_quarter")]
