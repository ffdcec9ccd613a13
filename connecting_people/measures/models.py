import uuid

from django.db import models

from connecting_people.connections.models import Connection
from connecting_people.core.choices import choices
from connecting_people.core.encryption import EncryptedTextField
from connecting_people.journey.models import Entry
from connecting_people.measures.rules import Mode, Rater, State
from connecting_people.partnership.models import Partnership
from connecting_people.people.models import Agency, Team, User


class Definition(models.Model):
    """An instrument that an agency supplied as a file: looked at first, used once the licence is confirmed, ended."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="definitions")
    instrument = models.CharField(max_length=40)
    version = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=choices(State), default=State.LOOKED_AT)
    file = models.CharField(max_length=100)
    content = models.TextField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    licence_what = models.CharField(max_length=300, blank=True)
    licence_from = models.CharField(max_length=200, blank=True)
    licence_until_date = models.DateField(null=True)
    confirmed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "instrument", "version"], name="versions_are_numbered"),
            models.UniqueConstraint(
                fields=["agency", "instrument"], condition=models.Q(state="used"), name="one_version_is_used"
            ),
            models.CheckConstraint(
                condition=models.Q(state="looked_at") | models.Q(confirmed_at__isnull=False),
                name="a_licence_is_confirmed_before_use",
            ),
        ]


class AnswerSet(models.Model):
    """One time that somebody answered an instrument, with the version that they saw.

    It is about a partnership, and then stands in its record; or about somebody's practice: `subject`, and the team in
    which that was, for whoever adds up teams, `counted` where they said that it may be. `beside` is the self-review
    that an observer's view stands beside.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    instrument = models.CharField(max_length=40)
    version = models.PositiveIntegerField()
    definition = models.ForeignKey(Definition, models.PROTECT, null=True, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, null=True, related_name="answer_sets")
    entry = models.OneToOneField(Entry, models.PROTECT, null=True, related_name="answer_set")
    subject = models.ForeignKey(User, models.PROTECT, null=True, related_name="answer_sets")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    beside = models.ForeignKey("self", models.PROTECT, null=True, related_name="views_beside")
    mode = models.CharField(max_length=10, choices=choices(Mode))
    rater = models.CharField(max_length=15, choices=choices(Rater), blank=True)
    answers = EncryptedTextField()
    words = EncryptedTextField(blank=True)
    counted = models.BooleanField(default=False)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["partnership", "instrument", "at"], name="answers_of_a_partnership"),
            models.Index(fields=["subject", "instrument", "at"], name="answers_about_somebody"),
            models.Index(
                fields=["agency", "instrument", "at"],
                condition=models.Q(subject__isnull=False),
                name="answers_of_practice",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(partnership=None, entry=None, subject__isnull=False)
                | models.Q(partnership__isnull=False, entry__isnull=False, subject=None),
                name="answers_are_about_a_partnership_or_somebody",
            )
        ]


class Through(models.Model):
    """Somebody on the map through whom a resource could be had."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    answer_set = models.ForeignKey(AnswerSet, models.CASCADE, related_name="through")
    item = models.CharField(max_length=40)
    connection = models.ForeignKey(Connection, models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "answer_set", "item", "connection"], name="somebody_stands_there_once"
            )
        ]


class Discussion(models.Model):
    """A colleague may see one's self-review, until it is taken back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    answer_set = models.ForeignKey(AnswerSet, models.PROTECT, related_name="discussions")
    colleague = models.ForeignKey(User, models.PROTECT, related_name="+")
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "answer_set"],
                condition=models.Q(ended_at=None),
                name="discussed_with_one_colleague_at_a_time",
            )
        ]


class OwnAction(models.Model):
    """Something that somebody will do about their own practice, the day to look again, and what came of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    answer_set = models.ForeignKey(AnswerSet, models.PROTECT, related_name="actions")
    words = EncryptedTextField()
    look_date = models.DateField()
    made_at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True)
    learned = EncryptedTextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["answer_set", "looked_at", "look_date"], name="own_actions_due")]
