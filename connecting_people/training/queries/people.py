"""Who gives a training, who speaks there, and who comes."""

from collections.abc import Collection
from typing import TypeVar
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.http import Http404

from connecting_people.people.models import Agency, Membership, Team, User
from connecting_people.people.queries import members, staff
from connecting_people.training.models import Attendance, Guest, Speaker, Trainer, Training
from connecting_people.training.rules import Going

T = TypeVar("T", Trainer, Attendance, Guest)


def who_gives(training: Training) -> "QuerySet[Trainer]":
    """Return who gives a training, in the order of their names."""
    return training.trainers.filter(ended_at=None).order_by("name", "pk")


def trainer_in(training: Training, trainer_id: UUID) -> Trainer:
    """Return one of those who give a training; Http404 for anybody else."""
    return _one(who_gives(training).filter(pk=trainer_id).first(), training)


def who_comes(training: Training) -> "QuerySet[Attendance]":
    """Return everybody who was asked or came, in the order in which places are given, with their team."""
    rows = training.attendances.select_related("team", "user")
    return rows.order_by(F("answered_at").asc(nulls_last=True), "asked_at", "name", "pk")


def attendance_in(training: Training, attendance_id: UUID) -> Attendance:
    """Return one person's place at a training; Http404 when it has none of this id."""
    return _one(who_comes(training).filter(pk=attendance_id).first(), training)


def guests_of(training: Training) -> "QuerySet[Guest]":
    """Return who was asked to speak at a training."""
    return training.guests.select_related("speaker", "block").order_by(
        F("block__position").asc(nulls_last=True), "speaker__name", "pk"
    )


def guest_in(training: Training, guest_id: UUID) -> Guest:
    """Return one guest of a training; Http404 when it has none of this id."""
    return _one(guests_of(training).filter(pk=guest_id).first(), training)


def speakers_of(agency: Agency) -> "QuerySet[Speaker]":
    """Return who would speak at trainings of an agency."""
    return Speaker.objects.filter(agency_id=agency.pk, ended_at=None).order_by("name", "pk")


def speaker_of(agency: Agency, speaker_id: UUID) -> Speaker:
    """Return somebody who would speak; Http404 when the agency has none of this id."""
    found = speakers_of(agency).filter(pk=speaker_id).first()
    if found is None:
        raise Http404
    return found


def colleagues_to_ask(training: Training) -> list[tuple[User, str]]:
    """Return the staff who were not asked yet and do not give the training, each with the names of their teams."""
    given = training.trainers.filter(ended_at=None, user__isnull=False).values("user")
    asked = training.attendances.filter(user__isnull=False).values("user")
    rows = staff(training.agency_id, None).exclude(Q(user__in=given) | Q(user__in=asked)).filter(user__is_active=True)
    return _with_teams(rows.order_by("user__name", "user_id", "team__name"))


def staff_of_teams(agency_id: UUID, team_ids: Collection[UUID]) -> list[tuple[User, Team]]:
    """Return everybody of the staff in some teams, each once, with the team."""
    rows = staff(agency_id, team_ids).filter(user__is_active=True) if team_ids else ()
    found: dict[UUID, tuple[User, Team]] = {}
    for row in rows:
        if row.team:
            found.setdefault(row.user_id, (row.user, row.team))
    return list(found.values())


def team_of(agency_id: UUID, user_ids: Collection[UUID]) -> dict[UUID, Team]:
    """Return the first team of each of some staff, by name."""
    rows = staff(agency_id, None).filter(user__in=user_ids, team__isnull=False)
    found: dict[UUID, Team] = {}
    for row in rows:
        if row.team:
            found.setdefault(row.user_id, row.team)
    return found


def are_staff(agency_id: UUID, user_ids: Collection[UUID]) -> bool:
    """Say whether all of these people are staff of an agency today."""
    found = staff(agency_id, None).filter(user__in=user_ids).values_list("user", flat=True)
    return set(user_ids) <= set(found)


def could_give(training: Training) -> list[tuple[User, str]]:
    """Return who of an agency could give a training: its staff, and whoever was at one. All are equals."""
    gives = training.trainers.filter(ended_at=None, user__isnull=False).values("user")
    was = Attendance.objects.filter(agency_id=training.agency_id, going=Going.CAME, user__isnull=False)
    rows = staff(training.agency_id, None).exclude(user__in=gives).filter(user__is_active=True)
    here = _with_teams(rows.order_by("user__name", "user_id", "team__name"))
    known = {user.pk for user, _ in here}
    others = User.objects.filter(pk__in=was.values("user"), is_active=True).exclude(pk__in=gives)
    still = members(training.agency_id).values("user")
    trained = others.filter(pk__in=still).exclude(pk__in=known)
    return sorted([*here, *((user, "") for user in trained)], key=lambda one: one[0].name.casefold())


def with_login(agency_id: UUID, email: str) -> User | None:
    """Return who of an agency signs in with this address, if anybody does."""
    rows = members(agency_id).filter(user__email__iexact=email.strip(), user__is_active=True)
    row = rows.first() if email.strip() else None
    return row.user if row else None


def who_was_there(training: Training) -> "QuerySet[Attendance]":
    """Return who came to a training, by name."""
    return training.attendances.filter(going=Going.CAME).select_related("user").order_by("name", "pk")


def all_staff_by_team(agency_id: UUID) -> list[tuple[Team | None, list[User]]]:
    """Return the staff of an agency by team and name; those without a team come last."""
    found: dict[UUID | None, tuple[Team | None, dict[UUID, User]]] = {}
    for row in staff(agency_id, None).order_by("team__name", "user__name", "user_id"):
        found.setdefault(row.team_id, (row.team, {}))[1].setdefault(row.user_id, row.user)
    named = [(team, list(users.values())) for team, users in found.values() if team]
    in_a_team = {user.pk for _, users in named for user in users}
    across = found.get(None)
    others = [user for user in across[1].values() if user.pk not in in_a_team] if across else []
    return [*named, *([(None, others)] if others else [])]


def had(agency_id: UUID) -> "QuerySet[Attendance]":
    """Return which trainings people with a login were at, the latest first."""
    rows = Attendance.objects.filter(agency_id=agency_id, going=Going.CAME, user__isnull=False)
    return rows.select_related("training").order_by(
        F("training__begins_at").desc(nulls_last=True), "training__title", "pk"
    )


def _with_teams(rows: "QuerySet[Membership]") -> list[tuple[User, str]]:
    users: dict[UUID, User] = {}
    names: dict[UUID, list[str]] = {}
    for row in rows:
        users.setdefault(row.user_id, row.user)
        own = names.setdefault(row.user_id, [])
        if row.team and row.team.name not in own:
            own.append(row.team.name)
    return [(user, ", ".join(names[pk])) for pk, user in users.items()]


def _one(found: T | None, training: Training) -> T:
    if found is None:
        raise Http404
    found.training = training
    return found
