"""Who gives a training, who speaks there and who comes; nobody is counted against anybody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from connecting_people.core.addresses import address
from connecting_people.training.course.notes import GUESTS
from connecting_people.training.course.taught import taught
from connecting_people.training.models import Attendance, Guest, Speaker, Trainer, Training
from connecting_people.training.names import GOING, GUEST_STATES, SIDES, WHO
from connecting_people.training.rules import Going, GuestState, TrainingState, Who


@dataclass(frozen=True)
class Giver:
    """Somebody who gives the training."""

    name: str
    side: str
    who: str
    experience: str
    end: str


@dataclass(frozen=True)
class Speaking:
    """A guest of the training."""

    name: str
    side: str
    who: str
    state: str
    says: str
    topic: str
    block: str
    href: str


@dataclass(frozen=True)
class Place:
    """Somebody's place, with what can be written down for them."""

    name: str
    says: str
    note: str
    can_come: bool
    can_change: bool


@dataclass(frozen=True)
class Group:
    """Those who stand alike, in the order in which places are given."""

    state: str
    name: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class OnList:
    """Somebody on the agency's list of speakers."""

    name: str
    side: str
    who: str
    contact: str
    topics: str
    href: str


def givers(training: Training, rows: Iterable[Trainer]) -> tuple[Giver, ...]:
    """Return who gives a training; one alone cannot be taken off."""
    found = list(rows)
    several = len(found) > 1
    return tuple(
        Giver(
            one.name,
            SIDES[Who(one.who)],
            str(WHO[Who(one.who)]),
            one.experience,
            _to(training, "training:end_trainer", trainer_id=one.pk) if several else "",
        )
        for one in found
    )


def guests(training: Training, rows: Iterable[Guest]) -> tuple[Speaking, ...]:
    """Return who was asked to speak."""
    return tuple(
        Speaking(
            name=one.speaker.name,
            side=SIDES[Who(one.speaker.who)],
            who=str(WHO[Who(one.speaker.who)]),
            state=one.state,
            says=str(GUEST_STATES[GuestState(one.state)]),
            topic=one.topic,
            block=taught(one.block).title if one.block else "",
            href=_to(training, "training:guest", guest_id=one.pk),
        )
        for one in rows
    )


def groups(training: Training, rows: Iterable[Attendance]) -> tuple[Group, ...]:
    """Return everybody by how they stand, those who come first."""
    found: dict[Going, list[Place]] = {}
    planned = training.state == TrainingState.PLANNED
    for one in rows:
        found.setdefault(Going(one.going), []).append(_place(training, one, planned))
    return tuple(Group(state.value, str(GOING[state]), tuple(found[state])) for state in _ORDER if state in found)


def speakers(rows: Iterable[Speaker]) -> tuple[OnList, ...]:
    """Return the agency's list of speakers."""
    to = "training:speaker"
    return tuple(
        OnList(
            one.name,
            SIDES[Who(one.who)],
            str(WHO[Who(one.who)]),
            one.contact,
            one.topics,
            address(to, agency_id=one.agency_id, speaker_id=one.pk),
        )
        for one in rows
    )


def topics() -> Mapping[str, tuple[str, ...]]:
    """Return what a guest could talk about, by from where they speak."""
    return {str(WHO[one.who]): tuple(map(str, one.topics)) for one in GUESTS}


def _place(training: Training, one: Attendance, planned: bool) -> Place:
    going = Going(one.going)
    team = one.team.name if one.team else ""
    who = str(WHO[Who(one.who)]) if one.who != Who.PRACTITIONER else ""
    return Place(
        name=one.name,
        says=", ".join(filter(None, (who, team))),
        note=_to(training, "training:note_answer", attendance_id=one.pk) if planned else "",
        can_come=planned and going in (Going.INVITED, Going.CHANGED_PLAN),
        can_change=planned and going in (Going.INVITED, Going.COMING, Going.WAITING),
    )


def _to(training: Training, name: str, **more: object) -> str:
    return address(name, agency_id=training.agency_id, training_id=training.pk, **more)


_ORDER = (Going.CAME, Going.COMING, Going.WAITING, Going.INVITED, Going.CHANGED_PLAN)
