"""Who comes to a training: asking, saying yes or no, the waiting list, and who was there on the day."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.core.permissions import NotAllowed
from connecting_people.core.troubles import Trouble
from connecting_people.people.models import Team, User
from connecting_people.training import outbox
from connecting_people.training.models import Attendance, Certificate, Training
from connecting_people.training.permissions import check_can_lead
from connecting_people.training.queries.people import are_staff, staff_of_teams, team_of, with_login
from connecting_people.training.queries.trainings import last_day, locked, taken
from connecting_people.training.rules import NEXT_GOING, TRAINEES_AT_MOST, Going, TrainingState, Who


class PlaceError(Trouble):
    """Somebody's place at a training cannot be kept as asked."""


@transaction.atomic
def ask(
    *, by: User, at: datetime, training: Training, teams: Collection[Team], people: Collection[User], link: str
) -> int:
    """Ask whole teams and single colleagues in one go; return how many of them were not asked before."""
    now = _to_plan(by, at, training)
    if any(team.agency_id != now.agency_id for team in teams) or not are_staff(now.agency_id, [u.pk for u in people]):
        raise NotAllowed(_("Only teams and colleagues of this agency can be asked here."))
    found: dict[UUID, tuple[User, Team | None]] = dict(_by_name(now.agency_id, people))
    found |= {user.pk: (user, team) for user, team in staff_of_teams(now.agency_id, [team.pk for team in teams])}
    known = set(now.attendances.filter(user__isnull=False).values_list("user_id", flat=True))
    known |= set(now.trainers.filter(ended_at=None, user__isnull=False).values_list("user_id", flat=True))
    rows = [_asked(now, at, user, team) for pk, (user, team) in found.items() if pk not in known]
    _see_that_they_fit(now, len(rows))
    Attendance.objects.bulk_create(rows)
    outbox.ask(_to(rows), by.name, last_day(now), link)
    _audit(by, at, now, "people asked")
    return len(rows)


@transaction.atomic
def ask_somebody(
    *, by: User, at: datetime, training: Training, name: str, email: str, who: Who, link: str
) -> Attendance:
    """Ask somebody by name. Whether they have a login here is not told; if they do, they answer on their own page."""
    now = _to_plan(by, at, training)
    row = _somebody(now, at, name, email, who)
    outbox.ask(_to([row]), by.name, last_day(now), link)
    _audit(by, at, now, "somebody asked", row)
    return row


@transaction.atomic
def answer(*, by: User, at: datetime, attendance: Attendance, comes: bool, link: str) -> Attendance:
    """Say for oneself whether one comes; where all places are taken one waits for the next that is free."""
    if attendance.user_id != by.pk:
        raise NotAllowed(_("Only the one who was asked can say whether they come."))
    return _say(by, at, attendance, comes, link)


@transaction.atomic
def note_answer(*, by: User, at: datetime, attendance: Attendance, comes: bool, link: str) -> Attendance:
    """Write down for somebody what they said, such as for one without a login."""
    check_can_lead(by, attendance.training)
    return _say(by, at, attendance, comes, link)


@transaction.atomic
def move_up(*, by: User, at: datetime, training: Training, link: str) -> list[Attendance]:
    """Give places that are free to those who wait, the first who said yes first; return who has one now.

    Whoever lets go of a place sets this off, so `by` may be anybody who comes to the training.
    """
    now = locked(training, at)
    if now.state != TrainingState.PLANNED:
        return []
    waiting = now.attendances.filter(going=Going.WAITING).select_related("user").order_by("answered_at", "pk")
    rows = list(waiting[: max(_free(now), 0)])
    for row in rows:
        row.going = Going.COMING
        row.save(update_fields=["going"])
        _audit(by, at, now, "place given", row)
    outbox.give_place(_to(rows), last_day(now), link)
    return rows


@transaction.atomic
def note_who_came(
    *, by: User, at: datetime, training: Training, came: Collection[UUID], not_after_all: Collection[UUID] = ()
) -> int:
    """Write down who is there, and take back what was ticked by mistake; return how many were there in all."""
    check_can_lead(by, training)
    now = _not_called_off(locked(training, at))
    _see_that_no_certificate_stands(now, not_after_all)
    rows = now.attendances.filter(pk__in={*came, *not_after_all})
    for row in rows:
        goes_to = Going.CAME if row.pk in came else Going.COMING
        if goes_to in NEXT_GOING[Going(row.going)]:
            row.going = goes_to
            row.save(update_fields=["going"])
    _audit(by, at, now, "who was there noted")
    return now.attendances.filter(going=Going.CAME).count()


@transaction.atomic
def walk_in(*, by: User, at: datetime, training: Training, name: str, email: str, who: Who) -> Attendance:
    """Write down somebody who is there without having been asked."""
    check_can_lead(by, training)
    now = _not_called_off(locked(training, at))
    row = _somebody(now, at, name, email, who, Going.CAME)
    _audit(by, at, now, "walked in", row)
    return row


def _say(by: User, at: datetime, attendance: Attendance, comes: bool, link: str) -> Attendance:
    training = locked(attendance.training, at)
    _planned(training)
    now = Attendance.objects.select_for_update(of=("self",)).select_related("user").get(pk=attendance.pk)
    to = (Going.COMING if _free(training) > 0 else Going.WAITING) if comes else Going.CHANGED_PLAN
    if comes and now.going in (Going.COMING, Going.WAITING):
        return now
    if to in NEXT_GOING[Going(now.going)]:
        now.going, now.answered_at = to, at
        now.save(update_fields=["going", "answered_at"])
        _audit(by, at, training, str(to), now)
        move_up(by=by, at=at, training=training, link=link)
    return now


def _somebody(
    training: Training, at: datetime, name: str, email: str, who: Who, going: Going = Going.INVITED
) -> Attendance:
    if not name.strip():
        raise PlaceError(_("Write a name."))
    user = with_login(training.agency_id, email)
    if _is_there(training, email, user):
        raise PlaceError(_("Somebody with this address is on the list already."))
    _see_that_they_fit(training, 1)
    return Attendance.objects.create(
        agency_id=training.agency_id,
        training=training,
        user=user,
        team=team_of(training.agency_id, [user.pk]).get(user.pk) if user else None,
        name=name.strip(),
        email=email.strip(),
        who=who,
        going=going,
        asked_at=at,
        answered_at=at if going == Going.CAME else None,
    )


def _is_there(training: Training, email: str, user: User | None) -> bool:
    if user and training.attendances.filter(user=user).exists():
        return True
    if not email.strip():
        return False
    # Addresses are sealed in the rows, so that the database cannot compare them.
    sealed = training.attendances.values_list("email", flat=True)
    return email.strip().casefold() in {one.casefold() for one in sealed}


def _by_name(agency_id: UUID, people: Collection[User]) -> Iterable[tuple[UUID, tuple[User, Team | None]]]:
    teams = team_of(agency_id, [user.pk for user in people])
    return ((user.pk, (user, teams.get(user.pk))) for user in people)


def _asked(training: Training, at: datetime, user: User, team: Team | None) -> Attendance:
    return Attendance(
        agency_id=training.agency_id,
        training=training,
        user=user,
        team=team,
        name=user.name,
        who=Who.PRACTITIONER,
        asked_at=at,
    )


def _to(rows: Sequence[Attendance]) -> list[outbox.To]:
    return [outbox.To(row.name, row.user.email if row.user else row.email, bool(row.user)) for row in rows]


def _free(training: Training) -> int:
    return training.places - taken(training)


def _to_plan(by: User, at: datetime, training: Training) -> Training:
    check_can_lead(by, training)
    now = locked(training, at)
    _planned(now)
    return now


def _planned(training: Training) -> None:
    _not_called_off(training)
    if training.state == TrainingState.OVER:
        raise PlaceError(_("This training is over. What people said about coming stays as it is."))


def _not_called_off(training: Training) -> Training:
    if training.state == TrainingState.CALLED_OFF:
        raise PlaceError(_("This training was called off. Put it back first."))
    return training


def _see_that_they_fit(training: Training, more: int) -> None:
    if training.attendances.count() + more > TRAINEES_AT_MOST:
        raise PlaceError(_("A training takes up to %(number)s people.") % {"number": TRAINEES_AT_MOST})


def _see_that_no_certificate_stands(training: Training, attendance_ids: Collection[UUID]) -> None:
    given = Certificate.objects.filter(attendance__training=training, ended_at=None)
    if given.filter(attendance__in=attendance_ids).exists():
        raise PlaceError(_("Somebody whom you unticked has a certificate. Take the certificate back first."))


def _audit(by: User, at: datetime, training: Training, did: str, row: Attendance | None = None) -> None:
    audit.record(
        by=by.pk,
        at=at,
        agency_id=training.agency_id,
        act=f"training: {did}",
        subject_id=training.agency_id,
        target_id=row.pk if row else training.pk,
    )
