"""A practice map is worked on: by its own seat, on tables of its own. It is nobody's record, and not audited."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from connecting_people.connections.acts import Act
from connecting_people.connections.facts import Facts, node_of, standing_as
from connecting_people.connections.layout import Move, placed
from connecting_people.connections.rules import MOST_CONNECTIONS, MOST_TIES
from connecting_people.connections.ruling import Ruling
from connecting_people.connections.troubles import CannotTie, full_of_connections, full_of_ties
from connecting_people.core.troubles import Stale
from connecting_people.training.actions.practice import own_space
from connecting_people.training.actions.trainings import TrainingError
from connecting_people.training.models import PracticeConnection, PracticeSpace, PracticeTie, Trainee
from connecting_people.training.models.sealed import (
    Pair,
    Step,
    Steps,
    mark_of,
    sealed_facts,
    sealed_ruling,
    sealed_steps,
)
from connecting_people.training.queries.practice import PracticeMap, map_of
from connecting_people.training.rules import PRACTICE_STEPS


class StalePractice(Stale[Facts], TrainingError):
    """The same was changed on another page after it was read."""


@transaction.atomic
def add(*, by: Trainee, at: datetime, facts: Facts) -> UUID:
    """Put somebody or something on one's practice map; return their id."""
    space = own_space(by=by, at=at)
    now = map_of(space)
    if len(now.facts) >= MOST_CONNECTIONS:
        raise full_of_connections()
    id = uuid4()
    after = sealed_facts(_in_place(now, id, facts, None))
    _do(space, now, Step(Act.ADDED, facts.name, {id: (None, after)}))
    return id


@transaction.atomic
def change(*, by: Trainee, at: datetime, connection_id: UUID, read: UUID | None, facts: Facts) -> None:
    """Say something else of somebody; StalePractice where that was changed after it was `read`."""
    space = own_space(by=by, at=at)
    now = map_of(space)
    before = _there(now, connection_id)
    if read != mark_of(before) and mark_of(before) != mark_of(facts):
        raise StalePractice(before)
    _set(space, now, Act.CHANGED, connection_id, _in_place(now, connection_id, facts, None))


@transaction.atomic
def move(*, by: Trainee, at: datetime, connection_id: UUID, asked: Move) -> None:
    """Put somebody elsewhere on the map."""
    space = own_space(by=by, at=at)
    now = map_of(space)
    facts = _in_place(now, connection_id, _there(now, connection_id), asked)
    _set(space, now, Act.MOVED, connection_id, facts)


@transaction.atomic
def take_off(*, by: Trainee, at: datetime, connection_id: UUID) -> None:
    """Take somebody off the map, with their lines."""
    space = own_space(by=by, at=at)
    now = map_of(space)
    before = _there(now, connection_id)
    lines = tuple(_pair(*tie) for tie in now.network.ties if connection_id in tie)
    gone: dict[UUID, tuple[str | None, str | None]] = {connection_id: (sealed_facts(before), None)}
    _do(space, now, Step(Act.TAKEN_OFF, before.name, gone, parted=lines))


@transaction.atomic
def tie(*, by: Trainee, at: datetime, one: UUID, other: UUID) -> None:
    """Say that two on the map know each other."""
    space = own_space(by=by, at=at)
    now = map_of(space)
    pair = _two(now, one, other)
    if pair in now.network.ties:
        return
    if len(now.network.ties) >= MOST_TIES:
        raise full_of_ties()
    _do(space, now, Step(Act.TIED, now.facts[one].name, {}, joined=(pair,)))


@transaction.atomic
def untie(*, by: Trainee, at: datetime, one: UUID, other: UUID) -> None:
    """Take the line between two away."""
    space = own_space(by=by, at=at)
    now = map_of(space)
    pair = _two(now, one, other)
    if pair in now.network.ties:
        _do(space, now, Step(Act.UNTIED, now.facts[one].name, {}, parted=(pair,)))


@transaction.atomic
def rule(*, by: Trainee, at: datetime, ruling: Ruling) -> None:
    """Choose the rings and parts of one's map, or to place people freely."""
    space = own_space(by=by, at=at)
    space.ruling = sealed_ruling(ruling)
    space.save(update_fields=["ruling"])


@transaction.atomic
def undo(*, by: Trainee, at: datetime) -> bool:
    """Take back what was done last; say whether there was something."""
    space = own_space(by=by, at=at)
    steps = map_of(space).steps
    if not steps.done:
        return False
    *before, last = steps.done
    _apply(space, last.turned)
    _keep(space, Steps(tuple(before), (*steps.undone, last)))
    return True


@transaction.atomic
def redo(*, by: Trainee, at: datetime) -> bool:
    """Do again what was taken back last; say whether there was something."""
    space = own_space(by=by, at=at)
    steps = map_of(space).steps
    if not steps.undone:
        return False
    *before, last = steps.undone
    _apply(space, last)
    _keep(space, Steps((*steps.done, last), tuple(before)))
    return True


def _there(now: PracticeMap, id: UUID) -> Facts:
    if id not in now.facts:
        raise TrainingError(_("This one is not on your map any more."))
    return now.facts[id]


def _two(now: PracticeMap, one: UUID, other: UUID) -> Pair:
    if one == other:
        raise CannotTie(_("Choose two different ones."))
    if one not in now.facts or other not in now.facts:
        raise CannotTie(_("One of the two is not on the map any more."))
    return _pair(one, other)


def _pair(one: object, other: object) -> Pair:
    assert isinstance(one, UUID)
    assert isinstance(other, UUID)
    return (one, other) if one < other else (other, one)


def _in_place(now: PracticeMap, id: UUID, facts: Facts, asked: Move | None) -> Facts:
    others = [node for node in now.network.nodes if node.id != id]
    return standing_as(facts, placed(node_of(id, facts), asked, others, now.ruling.board))


def _set(space: PracticeSpace, now: PracticeMap, act: Act, id: UUID, facts: Facts) -> None:
    before, after = sealed_facts(now.facts[id]), sealed_facts(facts)
    if before != after:
        _do(space, now, Step(act, facts.name, {id: (before, after)}))


def _do(space: PracticeSpace, now: PracticeMap, step: Step) -> None:
    """Do one step; what was taken back before cannot be done again after that."""
    _apply(space, step)
    _keep(space, Steps((*now.steps.done, step)[-PRACTICE_STEPS:]))


def _keep(space: PracticeSpace, steps: Steps) -> None:
    space.steps = sealed_steps(steps)
    space.save(update_fields=["steps"])


def _apply(space: PracticeSpace, step: Step) -> None:
    for id, (_before, after) in step.people.items():
        if after is not None:
            _write(space, id, after)
    _part(space, step.parted)
    PracticeTie.objects.bulk_create(
        PracticeTie(agency_id=space.agency_id, space=space, one_id=one, other_id=other) for one, other in step.joined
    )
    leaving = [id for id, (_before, after) in step.people.items() if after is None]
    PracticeConnection.objects.filter(space=space, pk__in=leaving).delete()


def _part(space: PracticeSpace, pairs: Iterable[Pair]) -> None:
    for one, other in pairs:
        PracticeTie.objects.filter(space=space, one=one, other=other).delete()


def _write(space: PracticeSpace, id: UUID, facts: str) -> None:
    rows = PracticeConnection.objects.filter(space=space)
    here = rows.filter(pk=id).first()
    if here is not None:
        here.facts = facts
        here.save(update_fields=["facts"])
        return
    last = rows.aggregate(last=Max("position"))["last"] or 0
    PracticeConnection.objects.create(pk=id, agency_id=space.agency_id, space=space, facts=facts, position=last + 1)
