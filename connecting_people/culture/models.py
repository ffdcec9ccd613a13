import uuid

from django.db import models

from connecting_people.community.models import Asset
from connecting_people.core.choices import choices
from connecting_people.core.encryption import EncryptedTextField
from connecting_people.culture.rules import IdeaState, Mark, Reader, Voice
from connecting_people.people.models import Agency, Team, User


class Look(models.Model):
    """One person's look at the six practices in one voice and quarter, at a team or at the whole agency.

    Others see it only among eight or more of its voice, once the quarter is over.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=12, choices=choices(Voice))
    # The first day of the quarter.
    quarter_date = models.DateField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "team", "by", "voice", "quarter_date"], name="one_look_a_quarter_at_a_team"
            ),
            # No team is no value, and SQLite holds no two of these to be the same.
            models.UniqueConstraint(
                fields=["agency", "by", "voice", "quarter_date"],
                condition=models.Q(team=None),
                name="one_look_a_quarter_at_the_agency",
            ),
        ]
        indexes = [models.Index(fields=["agency", "team", "quarter_date"], name="looks_by_quarter")]


class LookAt(models.Model):
    """What somebody said of one practice of the guide; others see an example only where its author ticked it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    look = models.ForeignKey(Look, models.CASCADE, related_name="at")
    practice = models.CharField(max_length=40)
    mark = models.CharField(max_length=12, choices=choices(Mark), blank=True)
    example = EncryptedTextField(blank=True)
    try_next = EncryptedTextField(blank=True)
    shown = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "look", "practice"], name="a_practice_once_a_look")]


class PlaceUsed(models.Model):
    """A place of the community, or a room of its own, from which a team or the agency works (row S7.1)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    asset = models.ForeignKey(Asset, models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=200)
    used_for = models.TextField(blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)


class Welcome(models.Model):
    """Somebody went through the list of what makes a place welcoming, on a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    place = models.ForeignKey(PlaceUsed, models.PROTECT, related_name="welcomes")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    voice = models.CharField(max_length=12, choices=choices(Voice))
    on_date = models.DateField()
    # {id of a line of the list: whether it is so}; what was not looked at is left out.
    ticks = models.JSONField(default=dict)
    words = EncryptedTextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["place", "-on_date"], name="welcomes_newest_first")]


class Idea(models.Model):
    """How the agency could do better: in the open, or without a name, when only the person can find their own again.

    Without a name it has neither voice nor day, and waits for the month to be over (see decision 10).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    # None where it came without a name; whose it is then stands sealed, for telling back alone.
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    sealed_by = EncryptedTextField(blank=True)
    voice = models.CharField(max_length=12, choices=choices(Voice), blank=True)
    words = EncryptedTextField()
    practice = models.CharField(max_length=40, blank=True)
    # The training that it came from, by its id alone: trainings stand above this room.
    from_training = models.UUIDField(null=True)
    state = models.CharField(max_length=12, choices=choices(IdeaState), default=IdeaState.SUGGESTED)
    # No finer than a month where it came without a name.
    made_date = models.DateField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(by=None, voice="") | (models.Q(by__isnull=False) & ~models.Q(voice="")),
                name="an_idea_without_a_name_has_no_voice",
            )
        ]
        indexes = [models.Index(fields=["agency", "state", "-made_date"], name="ideas_by_state")]


class IdeaMove(models.Model):
    """What became of an idea next, and why, in the words of whoever looks after ideas."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    idea = models.ForeignKey(Idea, models.CASCADE, related_name="moves")
    state = models.CharField(max_length=12, choices=choices(IdeaState))
    words = EncryptedTextField(blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["idea", "at"], name="idea_moves_in_time")]


class Skill(models.Model):
    """What somebody of the agency can help with, offered by themselves until they take it back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    user = models.ForeignKey(User, models.PROTECT, related_name="skills")
    words = models.CharField(max_length=300)
    # Its owner said that service users and supporters may see it too, and not staff alone.
    for_all = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)


class SkillFor(models.Model):
    """What of the guide a skill helps with: a kind of barrier, an interest or a step."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    skill = models.ForeignKey(Skill, models.CASCADE, related_name="helps_with")
    what = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "skill", "what"], name="a_skill_for_it_once")]
        indexes = [models.Index(fields=["agency", "what"], name="skills_by_what_for")]


class Briefing(models.Model):
    """The team's own words on one page for a colleague or a local organisation; figures are added when it is drawn."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    reader = models.CharField(max_length=12, choices=choices(Reader))
    words = EncryptedTextField(blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "team", "reader"], name="one_briefing_of_a_team_for_each_reader"),
            models.UniqueConstraint(
                fields=["agency", "reader"], condition=models.Q(team=None), name="one_briefing_of_all_for_each_reader"
            ),
        ]
