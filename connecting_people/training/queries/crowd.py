"""Who could have written a note: what stands beside it must not point at one of two (decision 13)."""

from collections import Counter

from django.db.models import Count, OuterRef, QuerySet, Subquery

from connecting_people.training.models import Block, RoomGroup, Trainee
from connecting_people.training.rules import told_apart


def beside_a_note(
    people: "QuerySet[Trainee]", block: Block, who: str, group: RoomGroup | None = None
) -> dict[str, bool]:
    """Return whether kind and group may stand beside a note that one of these people writes now, in one query."""
    crowd = _crowd(people, block)
    sizes: Counter[int] = Counter()
    for (number, _kind), many in crowd.items():
        if number is not None:
            sizes[number] += many
    groups = told_apart(sizes, besides=crowd.total() - sizes.total())
    shown = group.number if group is not None and group.number in groups else None
    kinds: Counter[str] = Counter()
    for (number, kind), many in crowd.items():
        if (number if number in groups else None) == shown:
            kinds[kind] += many
    return {"tells_who": who in told_apart(kinds), "tells_group": shown is not None}


def _crowd(people: "QuerySet[Trainee]", block: Block) -> "Counter[tuple[int | None, str]]":
    """Return how many there are of each kind in each group of a block."""
    own = RoomGroup.objects.filter(block=block, trainees=OuterRef("pk")).values("number")[:1]
    rows = people.filter(ejected_at=None).order_by().annotate(number=Subquery(own))
    return Counter(
        {(number, who): many for number, who, many in rows.values_list("number", "who").annotate(Count("pk"))}
    )
