"""The way to a practice space: the seat that made it, until it goes; then the login of whoever kept it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from connecting_people.connections.facts import Facts, node_of
from connecting_people.connections.rules import Network
from connecting_people.connections.ruling import Ruling
from connecting_people.core.small_numbers import FEWEST, rounded
from connecting_people.measures.answering import read_back
from connecting_people.measures.instruments import PRACTICE, shipped
from connecting_people.measures.rules import Answers, Instrument
from connecting_people.people.models import User
from connecting_people.training.models import PracticeConnection, PracticeSpace, Room, Trainee, Training
from connecting_people.training.models.sealed import Steps, opened_facts, opened_ruling, opened_steps
from connecting_people.training.permissions import can_practise, practice_goes_at
from connecting_people.training.rules import PRACTICE_STAYS


@dataclass(frozen=True)
class PracticeMap:
    """A practice map as it is: who is on it, who knows whom, how it is ruled, and what was done on it."""

    facts: dict[UUID, Facts]
    network: Network
    ruling: Ruling
    steps: Steps


@dataclass(frozen=True)
class PracticeCounts:
    """What a trainer may know of practice maps: how many there are, and about how many people are on them, if many."""

    maps: int
    people: int | None


def gone(at: datetime) -> Q:
    """Return which practice spaces are past their time: nobody keeps them, and a day has passed since the training."""
    closed = Q(trainee__room__training__ends_at=None, trainee__room__closed_at__lte=at - PRACTICE_STAYS)
    return Q(kept_by=None) & (Q(delete_at__lte=at) | closed)


def space_of(seat: Trainee | None, at: datetime) -> PracticeSpace:
    """Return the practice space of a seat, not yet stored where it is new; Http404 without a seat and after its time.

    What its owner keeps with a login goes on being there for the seat until it would have gone.
    """
    if seat is None or not can_practise(seat, at):
        raise Http404
    found = PracticeSpace.objects.filter(trainee=seat).first()
    if found is None:
        return PracticeSpace(agency_id=seat.agency_id, trainee=seat, delete_at=practice_goes_at(seat))
    if found.delete_at is not None and found.delete_at <= at:
        raise Http404
    return found


def kept_spaces(user: User) -> "QuerySet[PracticeSpace]":
    """Return the practice spaces that somebody keeps, the latest training first."""
    rows = PracticeSpace.objects.filter(kept_by=user).select_related("trainee__room__training")
    return rows.order_by("-trainee__joined_at", "pk")


def kept_space(user: User, space_id: UUID) -> PracticeSpace:
    """Return a practice space that somebody keeps; Http404 for everybody else's."""
    found = kept_spaces(user).filter(pk=space_id).first()
    if found is None:
        raise Http404
    return found


def map_of(space: PracticeSpace) -> PracticeMap:
    """Return the map of a practice space."""
    return maps_of([space])[0]


def maps_of(spaces: Iterable[PracticeSpace]) -> list[PracticeMap]:
    """Return the maps of several practice spaces, in two queries however many they are."""
    spaces = list(spaces)
    facts: dict[UUID, dict[UUID, Facts]] = {space.pk: {} for space in spaces}
    ties: dict[UUID, set[tuple[UUID, UUID]]] = {space.pk: set() for space in spaces}
    rows = PracticeConnection.objects.filter(space__in=facts).order_by("position")
    for id, space_id, text in rows.values_list("pk", "space_id", "facts"):
        facts[space_id][id] = opened_facts(text)
    joined = PracticeSpace.objects.filter(pk__in=facts, ties__isnull=False).order_by("ties__pk")
    for space_id, one, other in joined.values_list("pk", "ties__one_id", "ties__other_id"):
        ties[space_id].add((one, other))
    return [_map(space, facts[space.pk], ties[space.pk]) for space in spaces]


def _map(space: PracticeSpace, facts: dict[UUID, Facts], ties: set[tuple[UUID, UUID]]) -> PracticeMap:
    ruling = opened_ruling(space.ruling)
    nodes = tuple(node_of(id, said) for id, said in facts.items())
    # On one's own map no line means that two do not know each other, as soon as one line is drawn.
    network = Network(nodes, frozenset(ties), ties_asked=ruling.ties_asked or bool(ties), rings=ruling.rings)
    return PracticeMap(facts, network, ruling, opened_steps(space.steps))


def facts_on(space: PracticeSpace, connection_id: UUID) -> Facts:
    """Return what is said of somebody on this map; Http404 for whoever is not on it."""
    found = PracticeConnection.objects.filter(space=space.pk, pk=connection_id).first()
    if found is None:
        raise Http404
    return opened_facts(found.facts)


def shown_spaces(room: Room) -> "QuerySet[PracticeSpace]":
    """Return the practice spaces whose maps their owners show to this room, in the order in which they came."""
    rows = PracticeSpace.objects.filter(trainee__room=room, trainee__ejected_at=None, shown=True)
    return rows.select_related("trainee").order_by("trainee__joined_at", "pk")


def counts_of(training: Training) -> PracticeCounts:
    """Return what those who give a training may know of its practice maps; nothing of any one of them."""
    rows = PracticeSpace.objects.filter(trainee__room__training=training).annotate(on_it=Count("connections"))
    sizes = [size for size in rows.order_by().values_list("on_it", flat=True) if size]
    people = rounded(sum(sizes)) if len(sizes) >= FEWEST else None
    return PracticeCounts(len(sizes), people)


def review_in(space: PracticeSpace) -> tuple[Instrument, Answers] | None:
    """Return the questions of the self-review as they were answered in this space, and the answers; None without."""
    if not space.answers:
        return None
    kept = json.loads(space.answers)
    return shipped()[PRACTICE, kept["version"]], read_back(json.dumps(kept["answers"]))
