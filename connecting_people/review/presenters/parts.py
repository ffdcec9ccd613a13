"""The parts of a heading, each with what both said of it and what the record shows beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from connecting_people.guide.outcomes import OUTCOMES
from connecting_people.guide.prerequisites import PREREQUISITES
from connecting_people.guide.words import Side, StrOrPromise
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.rules import Part
from connecting_people.review.models import Review
from connecting_people.review.presenters.sides import Sides, review_address, sides_of
from connecting_people.review.record.lines import Content, Line
from connecting_people.review.rules import Heading, Worth
from connecting_people.review.words import WORTHS


@dataclass(frozen=True)
class Item:
    """One part of a heading that is looked at in parts."""

    id: str
    name: StrOrPromise
    says: StrOrPromise
    href: str
    sides: Sides
    shown: tuple[Line, ...]


@dataclass(frozen=True)
class Items:
    """The parts of a heading that are about one of the two, or about both."""

    name: str
    items: tuple[Item, ...]


def items_of(
    partnership: Partnership,
    review: Review,
    content: Content,
    heading: Heading,
    shown: Mapping[str, tuple[Line, ...]],
) -> tuple[Item, ...]:
    """Return the parts of a heading, each with what both said of it and what the record shows beside it."""
    return tuple(
        Item(
            id,
            name,
            says,
            review_address("look_at", partnership, review, heading=heading.value, item=id),
            sides_of(one for one in content.said if one.heading == heading and one.item == id),
            shown.get(id, ()),
        )
        for id, (name, says) in names_of(partnership, heading).items()
    )


def by_side(partnership: Partnership, heading: Heading, items: Iterable[Item]) -> tuple[Items, ...]:
    """Return the parts of a heading by whose they are."""
    sides = {one.id: one.side for one in OUTCOMES} | {one.id: one.side for one in PREREQUISITES}
    lead = next((one.name for one in partnership.everybody if one.part == Part.LEAD and one.left_at is None), "")
    for_both = _("For both of you")
    whose = {
        Side.SERVICE_USER: _("For %(name)s") % {"name": partnership.person.name},
        Side.PRACTITIONER: _("For %(name)s") % {"name": lead} if lead else _("For the practitioner"),
    }
    found: dict[str, list[Item]] = {}
    for one in items:
        name = whose.get(sides[one.id], for_both) if heading != Heading.WORTH else ""
        found.setdefault(name, []).append(one)
    return tuple(Items(name, tuple(of)) for name, of in found.items())


def names_of(partnership: Partnership, heading: Heading) -> dict[str, tuple[StrOrPromise, StrOrPromise]]:
    """Return what the parts of a heading are called, with a sentence on each."""
    if heading == Heading.OUTCOMES:
        return {one.id: (one.name, one.explanation) for one in OUTCOMES}
    if heading == Heading.BRINGS:
        return {one.id: (one.name, one.explanation) for one in PREREQUISITES}
    if heading == Heading.WORTH:
        return {one.value: (str(WORTHS[one]) % {"name": partnership.person.name}, "") for one in Worth}
    return {}
