import uuid

from django.db import models

from connecting_people.community.models import Asset
from connecting_people.core.choices import choices
from connecting_people.core.encryption import EncryptedTextField
from connecting_people.journey.models import Entry, Promise
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.people.models import Agency, User
from connecting_people.plans.rules import HIGHEST_WEIGHT, GoalState, Kept, Sort


class Aspiration(models.Model):
    """What somebody would like their life to be. The entry holds whose words these are, and the earlier ones."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="aspirations")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="aspiration")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)


class Goal(models.Model):
    """Something to reach. The entry holds whose idea it was, its words with their history, and who sees it how."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="goals")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="goal")
    aspiration = models.ForeignKey(Aspiration, models.PROTECT, null=True, related_name="goals")
    sort = models.CharField(max_length=10, choices=choices(Sort))
    plan = EncryptedTextField(blank=True)
    state = models.CharField(max_length=10, choices=choices(GoalState), default=GoalState.CURRENT)
    importance = models.PositiveSmallIntegerField(null=True)
    difficulty = models.PositiveSmallIntegerField(null=True)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(importance=None) | models.Q(importance__lte=HIGHEST_WEIGHT), name="importance_to_3"
            ),
            models.CheckConstraint(
                condition=models.Q(difficulty=None) | models.Q(difficulty__lte=HIGHEST_WEIGHT), name="difficulty_to_3"
            ),
        ]


class GoalMove(models.Model):
    """A goal was rested, reached, let go or taken up again, in somebody's words."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="moves")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="goal_move")
    state = models.CharField(max_length=10, choices=choices(GoalState))


class GoalAction(models.Model):
    """What somebody will do for a goal, and by when: a promise of the record."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="actions")
    promise = models.OneToOneField(Promise, models.PROTECT, related_name="goal_action")


class GoalScale(models.Model):
    """The five levels of a goal in the person's words; saying them differently makes another version."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="scales")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="goal_scale")
    version = models.PositiveIntegerField()
    much_less = EncryptedTextField(blank=True)
    less = EncryptedTextField(blank=True)
    hoped = EncryptedTextField()
    more = EncryptedTextField(blank=True)
    much_more = EncryptedTextField(blank=True)
    start = models.SmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "goal", "version"], name="scales_of_a_goal_are_numbered"),
            models.CheckConstraint(condition=models.Q(start__range=(-2, 2)), name="a_start_is_one_of_five_levels"),
        ]


class GoalRating(models.Model):
    """Where somebody sees a goal on its scale on a day. Each keeps their own; none replaces the other's."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    scale = models.ForeignKey(GoalScale, models.PROTECT, related_name="ratings")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="goal_rating")
    level = models.SmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(level__range=(-2, 2)), name="a_rating_is_one_of_five_levels")
        ]


class KeptIdea(models.Model):
    """An asset of the directory that the two keep in mind, perhaps for a goal, or put off until a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="kept_ideas")
    asset = models.ForeignKey(Asset, models.PROTECT, related_name="+")
    goal = models.ForeignKey(Goal, models.PROTECT, null=True, related_name="ideas")
    state = models.CharField(max_length=12, choices=choices(Kept), default=Kept.SHORTLISTED)
    until_date = models.DateField(null=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    voice = models.ForeignKey(Participant, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "partnership", "asset"], name="an_idea_is_kept_once")]
