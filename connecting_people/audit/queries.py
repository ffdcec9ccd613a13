from collections.abc import Iterator
from uuid import UUID

from django.db.models import QuerySet

from connecting_people.audit import checkpoints
from connecting_people.audit.models import Chain, Event
from connecting_people.audit.rules import Link, link_hash


def about(subject_id: UUID, *, acts: tuple[str, ...] = ()) -> "QuerySet[Event]":
    """Return the events about one subject, newest first, of the kinds `acts` when given."""
    events = Event.objects.filter(subject_id=subject_id).order_by("-number")
    return events.filter(act__in=acts) if acts else events


def in_agency(agency_id: UUID) -> "QuerySet[Event]":
    """Return all events of an agency, newest first."""
    return Event.objects.filter(agency_id=agency_id).order_by("-number")


def chains() -> list[UUID]:
    """Return the agencies that have events, a chain or checkpoints, so that none can be dropped unseen."""
    found = set(Event.objects.order_by().values_list("agency_id", flat=True).distinct())
    found |= set(Chain.objects.values_list("pk", flat=True))
    return sorted(found | set(checkpoints.agencies()))


def length(agency_id: UUID) -> int:
    """Return how many events an agency has."""
    return Event.objects.filter(agency_id=agency_id).count()


def faults(agency_id: UUID) -> Iterator[str]:
    """Yield a sentence for each place where the agency's chain no longer holds; nothing when it does."""
    previous, expected = "", 1
    hashes = {0: ""}
    marks = checkpoints.read(agency_id)
    wanted = {mark.length for mark in marks}
    for event in Event.objects.filter(agency_id=agency_id).order_by("number").iterator(chunk_size=2000):
        link = Link(**{name: getattr(event, name) for name in Link.__dataclass_fields__})
        if event.number != expected:
            yield f"Events {expected} to {event.number - 1} are missing."
        elif link_hash(previous, link) != event.hash:
            yield f"Event {event.number} was changed."
        previous, expected = event.hash, event.number + 1
        if event.number in wanted:
            hashes[event.number] = event.hash
    yield from _end(agency_id, expected - 1, previous)
    for mark in marks:
        if hashes.get(mark.length) != mark.hash:
            yield f"The checkpoint of {mark.day} (event {mark.length}) does not match: the end may have been cut."


def _end(agency_id: UUID, length: int, last_hash: str) -> Iterator[str]:
    chain = Chain.objects.filter(pk=agency_id).first()
    if (chain.length, chain.last_hash) != (length, last_hash) if chain else length:
        yield f"The chain does not end where it should: event {length} is the last that is there."
