import uuid
from datetime import date

from django.db import models

from connecting_people.core.choices import choices
from connecting_people.core.encryption import EncryptedTextField
from connecting_people.partnership.rules import Kind, Part, State
from connecting_people.people.models import Agency, Invitation, Team, User


class Partnership(models.Model):
    """One service user and the practitioners beside them; it owns the record of their journey."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="partnerships")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="partnerships")
    state = models.CharField(max_length=10, choices=choices(State), default=State.TOGETHER.value)
    ask_again_date = models.DateField(null=True)
    made_at = models.DateTimeField()

    # Set by the queries through which a partnership is reached: everybody who takes or took part, the service user,
    # the reader's own place (there is none in an urgent look, which is then set), in that order.
    everybody: "tuple[Participant, ...]"
    person: "Participant"
    me: "Participant"
    looking: "UrgentLook | None" = None

    class Meta:
        indexes = [models.Index(fields=["agency", "team", "state"])]


class Participant(models.Model):
    """Somebody's place in a partnership, with or without a login. Words in the record belong to a participant."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="participants")
    part = models.CharField(max_length=12, choices=choices(Part))
    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="places")
    name = models.CharField(max_length=80)
    invitation = models.ForeignKey(Invitation, models.PROTECT, null=True, related_name="+")
    # Access and communication needs, which every page of the partnership shows first (S1.5).
    needs = EncryptedTextField(blank=True)
    joined_at = models.DateTimeField()
    until_date = models.DateField(null=True)
    left_at = models.DateTimeField(null=True)

    # Set by the queries: whether the user still holds the role in the agency that this place needs.
    holds_role: bool = True

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "partnership", "part"],
                condition=models.Q(part__in=["service_user", "lead"], left_at=None),
                name="one_service_user_and_one_lead",
            ),
            models.UniqueConstraint(
                fields=["agency", "user"],
                condition=models.Q(part="service_user", left_at=None, user__isnull=False),
                name="one_record_per_service_user_and_agency",
            ),
            models.UniqueConstraint(
                fields=["agency", "partnership", "user"],
                condition=models.Q(left_at=None, user__isnull=False),
                name="one_place_per_person",
            ),
            models.CheckConstraint(
                condition=~models.Q(part="cover") | models.Q(until_date__isnull=False),
                name="cover_ends_on_a_day",
            ),
        ]
        indexes = [models.Index(fields=["user", "left_at"])]

    def __str__(self) -> str:
        return self.name

    def takes_part(self, today: date) -> bool:
        """Say whether this place is held on a day: nobody left it, it has not run out, and the role is still held."""
        on_time = self.until_date is None or self.until_date >= today
        return self.left_at is None and on_time and self.holds_role

    @property
    def side(self) -> str:
        """Return whose colour and side this person's words take on a page."""
        return self.part if self.part in (Part.SERVICE_USER, Part.SUPPORTER) else "practitioner"


class Change(models.Model):
    """Something that happened to the partnership itself: it began, paused, somebody joined, somebody came back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=20, choices=choices(Kind))
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    about = models.ForeignKey(Participant, models.PROTECT, null=True, related_name="+")
    step = models.PositiveSmallIntegerField(null=True)
    words = models.TextField(blank=True, max_length=2000)

    class Meta:
        indexes = [models.Index(fields=["partnership", "-at"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(step=None) | models.Q(step__range=(1, 8)), name="a_change_names_one_of_eight_steps"
            )
        ]


class UrgentLook(models.Model):
    """A team lead's look into a partnership that is not theirs: read only, for an hour, with a reason."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="urgent_looks")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="urgent_looks")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    reason = models.TextField(max_length=1000)
    began_at = models.DateTimeField()
    until_at = models.DateTimeField()
    seen_by_officer_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["by", "until_at"]), models.Index(fields=["agency", "-began_at"])]
