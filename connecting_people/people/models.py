import uuid
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from connecting_people.core.choices import choices
from connecting_people.core.encryption import EncryptedTextField
from connecting_people.people.rules import Role, Setting


class People(BaseUserManager["User"]):
    """Makes and finds users."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """Find by e-mail address, whatever its capitals."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """Somebody who can sign in. May belong to several agencies, so no agency stands here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("Name"), max_length=80)
    email = models.EmailField(_("E-mail address"), unique=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = People()

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_account_per_address"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """Return the name to greet somebody by."""
        return self.name

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """Say no: who may do what is in people.roles and each room's permissions."""
        return False


class Agency(models.Model):
    """A service provider, and the tenant: nothing crosses from one agency to another."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80)
    setting = models.CharField(max_length=20, choices=choices(Setting))
    service_user_word = models.CharField(max_length=30, blank=True)
    service_users_word = models.CharField(max_length=30, blank=True)
    safeguarding = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class CrisisInformation(models.Model):
    """What an agency says to do in a crisis: where it holds, who keeps it, and when it was last checked."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.OneToOneField(Agency, models.PROTECT, related_name="crisis_information")
    region = models.CharField(max_length=80)
    advice = models.TextField(blank=True, max_length=1000)
    kept_by = models.CharField(max_length=80)
    checked_date = models.DateField()
    version = models.PositiveIntegerField(default=1)


class CrisisContact(models.Model):
    """One number or place to turn to."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="crisis_contacts")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=80)
    phone = models.CharField(max_length=40, blank=True)
    when = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "position"], name="crisis_contacts_in_order")]


class Team(models.Model):
    """A group of staff in an agency."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="teams")
    name = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "name"], name="team_names_differ")]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """One role that one user holds in an agency, in a team or across it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="memberships")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="memberships")
    user = models.ForeignKey(User, models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=choices(Role))
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "team", "user", "role"],
                condition=models.Q(ended_at=None),
                name="a_role_is_held_once_in_a_team",
            ),
            models.UniqueConstraint(
                fields=["agency", "user", "role"],
                condition=models.Q(ended_at=None, team=None),
                name="a_role_is_held_once_across_the_agency",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at=None) | models.Q(ended_at__gte=models.F("began_at")),
                name="a_role_ends_after_it_began",
            ),
        ]
        indexes = [models.Index(fields=["user", "ended_at"])]


class Invitation(models.Model):
    """A single-use link by which somebody gets a login, or a further role with the login they have."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="invitations")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="invitations")
    role = models.CharField(max_length=20, choices=choices(Role))
    name = models.CharField(max_length=80)
    email = models.EmailField(blank=True)
    token_hash = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(used_by=None, used_at=None) | models.Q(used_by__isnull=False, used_at__isnull=False),
                name="an_invitation_is_used_by_somebody_at_some_time",
            )
        ]


class Draft(models.Model):
    """What somebody had typed into a form when their session ended, or while they write; for that person only."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, models.CASCADE, related_name="drafts")
    path = models.CharField(max_length=300)
    fields = EncryptedTextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "path"], name="a_form_is_kept_once")]
