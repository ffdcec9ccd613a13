import uuid

from django.db import models

from connecting_people.barriers.rules import BarrierState, Helped, ItemState, OfferState, Weight, With
from connecting_people.connections.models import Connection
from connecting_people.core.choices import choices
from connecting_people.core.encryption import EncryptedTextField
from connecting_people.journey.models import Entry
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.people.models import Agency, User
from connecting_people.plans.models import Goal
from connecting_people.stepping_out.models import Outing


class Barrier(models.Model):
    """Something that stands in the way. The entry says in whose words, with the earlier ones and who sees it how."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="barriers")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="barrier")
    # Which of the guide's kinds; each belongs to the person, the practitioner or the agency.
    kind = models.CharField(max_length=40)
    weight = models.CharField(max_length=12, choices=choices(Weight), blank=True)
    goal = models.ForeignKey(Goal, models.PROTECT, null=True, related_name="barriers")
    outing = models.ForeignKey(Outing, models.PROTECT, null=True, related_name="barriers")
    connection = models.ForeignKey(Connection, models.SET_NULL, null=True, related_name="+")
    blocks = EncryptedTextField(blank=True)
    state = models.CharField(max_length=10, choices=choices(BarrierState), default=BarrierState.STANDS)
    # The practitioner said that the agency may count it, without a name.
    counted = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["partnership", "state"], name="barriers_by_state"),
            models.Index(fields=["agency", "kind"], condition=models.Q(counted=True), name="barriers_counted"),
        ]


class BarrierMove(models.Model):
    """A barrier rests, was got round, or came back, in somebody's words."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    barrier = models.ForeignKey(Barrier, models.PROTECT, related_name="moves")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="barrier_move")
    state = models.CharField(max_length=10, choices=choices(BarrierState))


class Workaround(models.Model):
    """A way round a barrier, and who helps with it: somebody of the partnership, of the map, or in own words.

    One that came from the library holds its text, and which idea it was sealed away, so that the library can count
    how often an idea helped and nobody can tell from the rows who took up what.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    barrier = models.ForeignKey(Barrier, models.PROTECT, related_name="workarounds")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="workaround")
    idea = EncryptedTextField(blank=True)
    taken_from = EncryptedTextField(null=True)
    participant = models.ForeignKey(Participant, models.PROTECT, null=True, related_name="+")
    connection = models.ForeignKey(Connection, models.SET_NULL, null=True, related_name="+")
    helper = EncryptedTextField(blank=True)


class Attempt(models.Model):
    """A way round was tried on a day, and whether it helped; what was learned stands in the entry."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    workaround = models.ForeignKey(Workaround, models.PROTECT, related_name="attempts")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="attempt")
    tried_date = models.DateField()
    helped = models.CharField(max_length=6, choices=choices(Helped))


class Challenge(models.Model):
    """A barrier was raised with somebody so that it is taken away, and what came back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    barrier = models.ForeignKey(Barrier, models.PROTECT, related_name="challenges")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="challenge")
    raised_with = models.CharField(max_length=12, choices=choices(With))
    whom = EncryptedTextField(blank=True)
    raised_date = models.DateField()
    # The latest word on what came back; earlier ones stand in the record.
    answer = models.OneToOneField(Entry, models.PROTECT, null=True, related_name="challenge_answered")


class Offer(models.Model):
    """An idea that a partnership would share, while it is put into words and until both said yes to exactly these.

    Once handed in, this row says only that an idea was offered and in which month: text and kind are gone from it, and
    `receipt`, by which the two can take the idea back, cannot be read in the database and is wiped with its month's.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="idea_offers")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="idea_offer")
    workaround = models.ForeignKey(Workaround, models.PROTECT, related_name="offers")
    sealed = EncryptedTextField(blank=True)
    receipt = EncryptedTextField(null=True)
    version = models.PositiveIntegerField(default=1)
    person_yes_at = models.DateTimeField(null=True)
    person_yes_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    practitioner_yes_at = models.DateTimeField(null=True)
    practitioner_yes_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=choices(OfferState), default=OfferState.WORDING)
    month = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "workaround"],
                condition=~models.Q(state="taken_back"),
                name="a_way_round_is_offered_once",
            ),
            models.CheckConstraint(
                condition=models.Q(state="handed_in", month__isnull=False)
                | (models.Q(state="wording") & models.Q(month=None))
                | models.Q(state="taken_back"),
                name="an_idea_is_handed_in_in_a_month",
            ),
        ]
        indexes = [models.Index(fields=["agency", "month"], name="offers_by_month")]


class Item(models.Model):
    """An idea of the agency's library: nothing in it or in its place among the others says whose it was.

    Kind and text are sealed to one length. The figures count partnerships that took it up, for whoever may read them.
    One that came from a training says so; `brought_by` took it from the board there, and did not write it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    sealed = EncryptedTextField()
    month = models.DateField()
    from_training = models.UUIDField(null=True)
    training_date = models.DateField(null=True)
    brought_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=choices(ItemState), default=ItemState.WAITING)
    reason = EncryptedTextField(blank=True)
    tried = models.PositiveIntegerField(default=0)
    helped = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(helped__lte=models.F("tried")), name="what_helped_was_tried")
        ]
        indexes = [models.Index(fields=["agency", "state"], name="items_by_state")]
