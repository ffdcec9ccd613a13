import secrets
from datetime import datetime
from uuid import UUID

from django.db import transaction

from connecting_people.audit import checkpoints
from connecting_people.audit.models import Chain, Event, SubjectKey
from connecting_people.audit.rules import Link, content_mac, link_hash
from connecting_people.core.london import day_of
from connecting_people.core.prepared import Prepared, add, change, columns_of, made

READ = "read"


# No savepoint: where an event cannot be written, the act or read that it tells of must not stand either.
@transaction.atomic(savepoint=False)
def record(
    *,
    by: UUID | None,
    at: datetime,
    agency_id: UUID,
    act: str,
    subject_id: UUID,
    target_id: UUID | None = None,
    content: dict[str, str] | None = None,
) -> Event:
    """Add one event to the agency's chain, inside the transaction of the act or read that it tells of.

    `subject_id` is the partnership (or the agency, for its own acts); `content` is bound in by a keyed hash only.
    """
    chain = _locked_chain(agency_id)
    link = Link(
        agency_id=agency_id,
        number=chain.length + 1,
        at=at,
        actor_id=by,
        act=act,
        subject_id=subject_id,
        target_id=target_id,
        content_mac=content_mac(_key(subject_id), content) if content else "",
    )
    if chain.last_day != day_of(at) and chain.length:
        end = checkpoints.Checkpoint(day_of(at), agency_id, chain.length, chain.last_hash)
        transaction.on_commit(lambda: checkpoints.write(end))
    event = Event(**vars(link), hash=link_hash(chain.last_hash, link))
    chain.length, chain.last_hash, chain.last_day = event.number, event.hash, day_of(at)
    change(chain)
    add(event)
    return event


@transaction.atomic
def forget(*, by: UUID, at: datetime, agency_id: UUID, subject_id: UUID) -> None:
    """Destroy a subject's key, so that nothing about them can be confirmed from the chain again."""
    SubjectKey.objects.filter(pk=subject_id).delete()
    record(by=by, at=at, agency_id=agency_id, act="forgotten", subject_id=subject_id)


_CHAIN = Prepared(
    lambda agency_id: Chain.objects.select_for_update().filter(pk=agency_id).values_list(*columns_of(Chain))
)


def _locked_chain(agency_id: UUID) -> Chain:
    row = _CHAIN.first(agency_id=agency_id)
    if row is None:
        Chain.objects.get_or_create(pk=agency_id)
        row = _CHAIN.first(agency_id=agency_id)
    assert row is not None
    return made(Chain, row)


def _key(subject_id: UUID) -> bytes:
    row, _ = SubjectKey.objects.get_or_create(pk=subject_id, defaults={"key": secrets.token_bytes(32)})
    return bytes(row.key)
