import uuid

from django.db import models
from django.db.models import Q

from connecting_people.connections.models import Connection
from connecting_people.core.choices import choices
from connecting_people.core.encryption import EncryptedTextField
from connecting_people.journey.models import Entry, SupportLevel
from connecting_people.partnership.models import Partnership
from connecting_people.people.models import Agency, Team, User
from connecting_people.plans.models import Goal
from connecting_people.stepping_out.models import Outing
from connecting_people.taking_stock.rules import About, Choice, Goes, Point


class StockView(models.Model):
    """How one person saw things on a day. The entry holds whose view it is, the free words, and who keeps it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="stock_views")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="stock_view")
    taken_date = models.DateField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["partnership", "taken_date"], name="stock_views_by_day")]


_ONE_THING = (
    Q(about=About.GOAL, goal__isnull=False, outing=None, connection=None, support=None)
    | Q(about=About.OUTING, goal=None, outing__isnull=False, connection=None, support=None)
    | Q(about=About.CONNECTION, goal=None, outing=None, connection__isnull=False, support=None)
    | Q(about=About.SUPPORT, goal=None, outing=None, connection=None)
)


class StockAnswer(models.Model):
    """What somebody would do with one thing from now on, and why. Of a series, the outing is its latest one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    view = models.ForeignKey(StockView, models.CASCADE, related_name="answers")
    position = models.PositiveSmallIntegerField()
    about = models.CharField(max_length=10, choices=choices(About))
    goal = models.ForeignKey(Goal, models.PROTECT, null=True, related_name="+")
    outing = models.ForeignKey(Outing, models.PROTECT, null=True, related_name="+")
    # Somebody who is forgotten is forgotten here, too.
    connection = models.ForeignKey(Connection, models.CASCADE, null=True, related_name="+")
    support = models.ForeignKey(SupportLevel, models.PROTECT, null=True, related_name="+")
    choice = models.CharField(max_length=6, choices=choices(Choice))
    why = EncryptedTextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=_ONE_THING, name="an_answer_is_about_one_thing"),
            models.UniqueConstraint(fields=["agency", "view", "position"], name="answers_stand_in_order"),
        ]


class OwnStock(models.Model):
    """A practitioner's stock-take of their own work (S5.3): theirs alone, until they show it to a team."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    user = models.ForeignKey(User, models.PROTECT, related_name="own_stocks")
    taken_date = models.DateField()
    made_at = models.DateTimeField()
    words = EncryptedTextField(blank=True)
    shared_with = models.ForeignKey(Team, models.PROTECT, null=True, related_name="shared_stocks")
    shared_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["user", "-made_at"], name="own_stocks_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(shared_with=None, shared_at=None) | Q(shared_with__isnull=False, shared_at__isnull=False),
                name="an_own_stock_is_shared_with_a_team_at_a_moment",
            )
        ]


class OwnPoint(models.Model):
    """How it is with time, the organisation, what there is to work with, or ideas."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    stock = models.ForeignKey(OwnStock, models.CASCADE, related_name="points")
    point = models.CharField(max_length=10, choices=choices(Point))
    goes = models.CharField(max_length=6, blank=True, choices=choices(Goes))
    words = EncryptedTextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "stock", "point"], name="each_point_is_said_once")]
