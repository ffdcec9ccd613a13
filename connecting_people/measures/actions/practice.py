"""How a practitioner looks at their own practice: by themselves, with one colleague, and with something to try."""

from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.core.london import day_of
from connecting_people.measures import permissions
from connecting_people.measures.answering import MeasuresError, stored
from connecting_people.measures.instruments import PRACTICE, latest
from connecting_people.measures.models import AnswerSet, Discussion, OwnAction
from connecting_people.measures.rules import Answers, Mode, Rater
from connecting_people.people.models import Agency, User
from connecting_people.people.queries import teams_of
from connecting_people.people.rules import Role

INSTRUMENT: Final = PRACTICE


class WrongDay(MeasuresError):
    """A day to look again has passed already."""


class CannotMove(MeasuresError):
    """Somebody sees it already, nobody does, or it was looked at before."""


@transaction.atomic
def look_at_practice(
    *, by: User, at: datetime, agency: Agency, answers: Answers, words: str = "", counted: bool = False
) -> AnswerSet:
    """Keep how somebody sees their own practice, for themselves alone; `counted` lets it be added to many others'."""
    permissions.check_can_review_practice(by, agency)
    made = _keep(by, at, agency, by, Rater.PRACTITIONER, answers, words, counted=counted)
    _audit(by, at, made, "own practice")
    return made


@transaction.atomic
def discuss(*, by: User, at: datetime, answer_set: AnswerSet, colleague: User) -> Discussion:
    """Let one colleague of the agency see it, until it is taken back."""
    permissions.check_can_discuss(by, answer_set, colleague)
    if answer_set.discussions.filter(ended_at=None).exists():
        raise CannotMove(_("Somebody sees this already. Take it back first to show it to somebody else."))
    made = Discussion.objects.create(
        agency_id=answer_set.agency_id, answer_set=answer_set, colleague=colleague, began_at=at
    )
    _audit(by, at, answer_set, "own practice shown")
    return made


@transaction.atomic
def take_back(*, by: User, at: datetime, answer_set: AnswerSet) -> None:
    """Let the colleague see it no longer, at once."""
    permissions.check_is_own(by, answer_set)
    if not answer_set.discussions.filter(ended_at=None).update(ended_at=at):
        raise CannotMove(_("Nobody else sees this."))
    _audit(by, at, answer_set, "own practice taken back")


@transaction.atomic
def see_beside(*, by: User, at: datetime, answer_set: AnswerSet, answers: Answers, words: str = "") -> AnswerSet:
    """Say as a colleague how one sees this practice; it stands beside the other's view and replaces nothing."""
    permissions.check_sees(by, answer_set)
    if answer_set.subject is None:
        raise CannotMove(_("Nobody’s practice is told of here."))
    made = _keep(by, at, answer_set.agency, answer_set.subject, Rater.OBSERVER, answers, words, answer_set)
    _audit(by, at, made, "practice seen by a colleague")
    return made


@transaction.atomic
def will_try(*, by: User, at: datetime, answer_set: AnswerSet, words: str, look_date: date) -> OwnAction:
    """Say what one will try, and on which day to look at it again."""
    permissions.check_is_own(by, answer_set)
    _check_ahead(look_date, at)
    made = OwnAction.objects.create(
        agency_id=answer_set.agency_id, answer_set=answer_set, words=words.strip(), look_date=look_date, made_at=at
    )
    _audit(by, at, answer_set, "own action")
    return made


@transaction.atomic
def look_again(*, by: User, at: datetime, action: OwnAction, learned: str, look_date: date | None = None) -> None:
    """Say what came of something that one tried; with another day it goes on."""
    permissions.check_is_own(by, action.answer_set)
    if look_date:
        _check_ahead(look_date, at)
    said = {"learned": learned.strip(), "look_date": look_date or action.look_date}
    rows = OwnAction.objects.filter(pk=action.pk, looked_at=None)
    if not rows.update(**said, looked_at=None if look_date else at):
        raise CannotMove(_("You looked at this already."))
    action.refresh_from_db()
    _audit(by, at, action.answer_set, "own action looked at")


def _keep(
    by: User,
    at: datetime,
    agency: Agency,
    subject: User,
    rater: Rater,
    answers: Answers,
    words: str,
    beside: AnswerSet | None = None,
    *,
    counted: bool = False,
) -> AnswerSet:
    instrument = latest()[INSTRUMENT]
    return AnswerSet.objects.create(
        agency=agency,
        instrument=instrument.id,
        version=instrument.version,
        subject=subject,
        team=teams_of(subject, agency.pk, Role.PRACTITIONER).first(),
        beside=beside,
        mode=Mode.ALONE,
        rater=rater,
        answers=stored(instrument, answers),
        words=words.strip(),
        counted=counted,
        by=by,
        at=at,
    )


def _check_ahead(day: date, at: datetime) -> None:
    if day < day_of(at):
        raise WrongDay(_("Choose a day from today on."))


def _audit(by: User, at: datetime, answers: AnswerSet, act: str) -> None:
    audit.record(
        by=by.pk,
        at=at,
        agency_id=answers.agency_id,
        act=f"measures: {act}",
        subject_id=answers.agency_id,
        target_id=answers.pk,
    )
