"""How often an idea of the library was tried, and how often it helped."""

from collections.abc import Collection
from uuid import UUID

from connecting_people.barriers.models import Attempt, Item, Workaround
from connecting_people.barriers.rules import Helped


def count_again(agency_id: UUID, items: Collection[UUID] | None = None) -> None:
    """Count afresh, for some ideas or for all, how many partnerships tried each and how many it helped.

    What somebody keeps to themselves counts nowhere, and each partnership counts once.
    """
    rows = Workaround.objects.filter(agency_id=agency_id, taken_from__isnull=False, entry__kept_by=None)
    taken = {
        pk: (UUID(item), partnership)
        for pk, item, partnership in rows.values_list("pk", "taken_from", "barrier__partnership")
        if items is None or UUID(item) in items
    }
    tried: dict[UUID, set[UUID]] = {}
    helped: dict[UUID, set[UUID]] = {}
    attempts = Attempt.objects.filter(workaround__in=taken, entry__kept_by=None)
    for way, how in attempts.values_list("workaround", "helped"):
        item, partnership = taken[way]
        tried.setdefault(item, set()).add(partnership)
        if how != Helped.NO:
            helped.setdefault(item, set()).add(partnership)
    for item in {item for item, _ in taken.values()} if items is None else items:
        counted = {"tried": len(tried.get(item, ())), "helped": len(helped.get(item, ()))}
        Item.objects.filter(pk=item, agency_id=agency_id).update(**counted)
