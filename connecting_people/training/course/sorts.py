"""What the notes of a column can be sorted by, in words: the guide's kinds of barrier, or the traffic lights."""

from functools import cache

from connecting_people.community.lights import LIGHTS
from connecting_people.guide.barriers import barrier_kinds_for
from connecting_people.guide.words import Side
from connecting_people.training.course.words import Column, Sorts, StrOrPromise


@cache
def sorts_of(column: Column) -> dict[str, StrOrPromise]:
    """Return what the notes of a column can be sorted by: id and name, in the order in which to show them."""
    if column.sorts is Sorts.LIGHTS:
        return {light.value: says for light, says in LIGHTS.items()}
    if column.sorts is Sorts.PERSON_BARRIERS:
        return {kind.id: kind.name for kind in barrier_kinds_for(Side.SERVICE_USER)}
    if column.sorts is Sorts.PRACTITIONER_BARRIERS:
        kinds = (*barrier_kinds_for(Side.PRACTITIONER), *barrier_kinds_for(Side.AGENCY))
        return {kind.id: kind.name for kind in kinds}
    return {}
