"""The trainings of an agency as their list and the page of one show them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.core.addresses import address
from connecting_people.core.london import LONDON
from connecting_people.training.models import Attendance, Improvement, Trainer, Training
from connecting_people.training.names import TO_YOU
from connecting_people.training.rules import Going, TrainingState
from connecting_people.ui.jinja import day


@dataclass(frozen=True)
class Row:
    """One training in a list; `href` is empty for somebody who does not give it."""

    title: str
    when: str
    where: str
    given_by: str
    places: str
    called_off: str
    href: str
    copy: str


@dataclass(frozen=True)
class Asked:
    """A training that the reader was asked to, and what they said."""

    title: str
    when: str
    where: str
    given_by: str
    says: str
    state: str
    answer: str
    can_say_yes: bool
    can_say_no: bool
    # Where one says how it was, and what one will do; empty until it is over.
    how_it_was: str
    will_do: str


@dataclass(frozen=True)
class LeftOver:
    """One thing that an earlier training left to be better, and which that was."""

    words: str
    training: str
    href: str


@dataclass(frozen=True)
class ToImprove:
    """One thing that was to be better this time."""

    words: str
    done: bool
    href: str


@dataclass(frozen=True)
class Question:
    """One of the six questions to ask oneself before a training, and the answer so far."""

    asks: str
    words: str


@dataclass(frozen=True)
class Difference:
    """What a training should change, for whom."""

    side: str
    whom: str
    words: str


def when_of(training: Training) -> str:
    """Say on which day a training is, and from when to when."""
    if not training.begins_at:
        return _("The day is not fixed yet")
    begins = training.begins_at.astimezone(LONDON)
    until = f"–{training.ends_at.astimezone(LONDON):%H:%M}" if training.ends_at else ""
    return f"{day(begins)}, {begins:%H:%M}{until}"


def names_of(trainers: Iterable[Trainer]) -> dict[UUID, str]:
    """Return the names of those who give each of some trainings, by its id."""
    found: dict[UUID, list[str]] = {}
    for one in trainers:
        found.setdefault(one.training_id, []).append(one.name)
    return {training_id: ", ".join(names) for training_id, names in found.items()}


def rows(
    trainings: Sequence[Training], names: Mapping[UUID, str], *, opens: set[UUID], copies: bool
) -> tuple[Row, ...]:
    """Return trainings as a list shows them; those of `opens` lead to their page."""
    return tuple(_row(one, names, one.pk in opens, copies) for one in trainings)


def asked(places: Iterable[Attendance], names: Mapping[UUID, str]) -> tuple[Asked, ...]:
    """Return what somebody was asked to, with what they can say now."""
    return tuple(_asked(one, names) for one in places)


def improvements(training: Training, found: Iterable[Improvement]) -> tuple[ToImprove, ...]:
    """Return what was to be better this time, with the way to tick it off."""
    here = {"agency_id": training.agency_id, "training_id": training.pk}
    to = "training:tick_improvement"
    return tuple(
        ToImprove(one.words, one.done_at is not None, address(to, **here, improvement_id=one.pk)) for one in found
    )


def left_over(training: Training, found: Iterable[Improvement]) -> tuple[LeftOver, ...]:
    """Return what earlier trainings left to be better, with the way to take it along."""
    here = {"agency_id": training.agency_id, "training_id": training.pk}
    return tuple(
        LeftOver(one.words, one.training.title, address("training:take_along", **here, improvement_id=one.pk))
        for one in found
    )


def differences(training: Training) -> tuple[Difference, ...]:
    """Return what a training should change for each of the three."""
    return (
        Difference("agency", _("For the agency"), training.for_agency),
        Difference("practitioner", _("For practitioners"), training.for_practitioners),
        Difference("service_user", _("For service users"), training.for_service_users),
    )


def questions(training: Training) -> tuple[Question, ...]:
    """Return the six questions with what was answered."""
    asks = (
        (_("Who should come?"), training.who_comes),
        (_("How long does it take?"), training.how_long),
        (_("When is it needed?"), training.when_needed),
        (_("How is the room set up?"), training.room),
        (_("What will be useful to have there?"), training.materials),
        (_("How are trainers and trainees chosen?"), training.how_chosen),
    )
    return tuple(Question(*each) for each in asks)


def written(value: Any) -> str:
    """Write down what a field of the plan holds."""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return day(value) if isinstance(value, date) else str(value or "")


def places(training: Training, taken: int) -> str:
    """Say how many places are taken."""
    return _("%(taken)s of %(places)s places taken") % {"taken": taken, "places": training.places}


def _row(training: Training, names: Mapping[UUID, str], opens: bool, copies: bool) -> Row:
    here = {"agency_id": training.agency_id, "training_id": training.pk}
    taken: int = getattr(training, "taken", 0)
    off = training.state == TrainingState.CALLED_OFF
    return Row(
        title=training.title,
        when=when_of(training),
        where=training.where,
        given_by=names.get(training.pk, ""),
        places=places(training, taken),
        called_off=training.why_called_off if off else "",
        href=address("training:training", **here) if opens else "",
        copy=address("training:copy", **here) if copies else "",
    )


def _asked(place: Attendance, names: Mapping[UUID, str]) -> Asked:
    training = place.training
    off, over = training.state == TrainingState.CALLED_OFF, training.state == TrainingState.OVER
    going = Going(place.going)
    says = _("It was called off") if off else str(TO_YOU[going])
    after = over and not off and going in (Going.CAME, Going.COMING)
    here = {"agency_id": training.agency_id, "training_id": training.pk}
    return Asked(
        title=training.title,
        when=when_of(training),
        where=training.where,
        given_by=names.get(training.pk, ""),
        says=says,
        state=going.value,
        answer=address("training:answer", **here),
        can_say_yes=not (off or over) and going in (Going.INVITED, Going.CHANGED_PLAN),
        can_say_no=not (off or over) and going in (Going.INVITED, Going.COMING, Going.WAITING),
        how_it_was=address("training:evaluate", **here) if after else "",
        will_do=address("training:will_do", **here) if after else "",
    )
