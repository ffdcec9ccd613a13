import uuid

from django.db import models

from connecting_people.core.choices import choices
from connecting_people.journey.rules import Outcome, Standing, Support
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.people.models import Agency, User


class Entry(models.Model):
    """One dated thing in the record, in somebody's words; `kept_by` keeps it to that person alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="entries")
    happened_date = models.DateField()
    written_at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    voice = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    as_said = models.BooleanField(default=False)
    confirmed_at = models.DateTimeField(null=True)
    steps = models.PositiveSmallIntegerField(default=0)
    processes = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=30)
    line = models.CharField(max_length=120)
    words = models.TextField(blank=True, max_length=10_000)
    standing = models.CharField(max_length=10, choices=choices(Standing), default=Standing.SAID.value)
    about = models.ForeignKey("self", models.PROTECT, null=True, related_name="replies")
    target_page = models.CharField(max_length=60, blank=True)
    target_id = models.UUIDField(null=True)
    # No index: nearly every entry is kept by nobody, and SQLite would walk through all of them.
    kept_by = models.ForeignKey(Participant, models.PROTECT, null=True, related_name="+", db_index=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["partnership", "-happened_date", "-written_at"], name="entries_by_day"),
            models.Index(fields=["partnership", "kind", "-written_at"], name="entries_by_kind"),
            # What waits for a word: little of a long record, asked for on every first page.
            models.Index(
                fields=["partnership", "standing"], condition=models.Q(standing="proposed"), name="entries_proposed"
            ),
            models.Index(
                fields=["partnership", "as_said"],
                condition=models.Q(as_said=True, confirmed_at=None),
                name="entries_to_confirm",
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(steps__lt=256), name="eight_steps"),
            models.CheckConstraint(condition=models.Q(processes__lt=2048), name="eleven_processes"),
        ]


class Wording(models.Model):
    """How an entry was worded before it was said differently."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="wordings")
    line = models.CharField(max_length=120)
    words = models.TextField(blank=True)
    version = models.PositiveIntegerField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    # Who kept the entry to themselves when it was worded so: sharing it later does not show what it said before.
    kept_by = models.ForeignKey(Participant, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "entry", "version"], name="one_wording_per_version")]


class OtherView(models.Model):
    """How somebody else in the partnership sees an entry; it stands beside the entry and replaces nothing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="other_views")
    voice = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    agrees = models.BooleanField()
    words = models.TextField(blank=True, max_length=10_000)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["entry", "-at"])]


class Promise(models.Model):
    """What somebody said they would do, and what became of it (S5.5)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="promises")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="promise")
    who = models.ForeignKey(Participant, models.PROTECT, related_name="promises")
    due_date = models.DateField(null=True)
    outcome = models.CharField(max_length=10, choices=choices(Outcome), default=Outcome.OPEN.value)
    outcome_words = models.TextField(blank=True, max_length=2000)
    outcome_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["partnership", "outcome", "due_date"])]


class SkillSeen(models.Model):
    """A skill that one saw in the other; it joins the strengths with the other's yes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="skills_seen")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="skill_seen")
    seen_in = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    answer = models.CharField(max_length=5, blank=True, choices=[("yes", "yes"), ("no", "no")])
    answered_at = models.DateTimeField(null=True)


class SupportLevel(models.Model):
    """How much support there is from a day on, said by either, with why (S1.6)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="support_levels")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="support_level")
    level = models.CharField(max_length=10, choices=choices(Support))
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["partnership", "-at"])]


class Share(models.Model):
    """One entry that the service user ticked for one supporter, until a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="shares")
    supporter = models.ForeignKey(Participant, models.PROTECT, related_name="shares")
    until_date = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "entry", "supporter"], name="an_entry_is_shared_once")]
