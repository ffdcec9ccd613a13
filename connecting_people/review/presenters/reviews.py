"""A look back as its pages show it: both sides of each heading, beside what the record shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.core.addresses import address
from connecting_people.core.london import day_of
from connecting_people.guide.outcomes import OUTCOMES
from connecting_people.guide.prerequisites import PREREQUISITES
from connecting_people.guide.words import Side, StrOrPromise
from connecting_people.journey.rules import Standing
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.rules import Part, State
from connecting_people.review.models import Frozen, Next, Review
from connecting_people.review.record.content import next_lines
from connecting_people.review.record.lines import Content, Group, Line, Saying, read
from connecting_people.review.rules import BEFORE_MEASURES, IN_PARTS, Choice, Heading, Worth, can_be_done
from connecting_people.review.words import HEADINGS, WORTHS


@dataclass(frozen=True)
class Sides:
    """What the two said, each on their own side."""

    practitioner: tuple[Saying, ...]
    person: tuple[Saying, ...]

    @property
    def any(self) -> bool:
        """Say whether anybody said anything."""
        return bool(self.practitioner or self.person)


@dataclass(frozen=True)
class Head:
    """One heading: what it asks, what both said there, and what the record shows."""

    id: str
    name: StrOrPromise
    asks: StrOrPromise
    href: str
    sides: Sides
    groups: tuple[Group, ...]


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


@dataclass(frozen=True)
class Ahead:
    """Something that could come next, and what the reader can do about it."""

    lines: tuple[Line, ...]
    agree: str
    differ: str
    do: str
    hand_over: str
    step: str


@dataclass(frozen=True)
class Put:
    """How the review was put to the other: by whom, on which day, and how it stands."""

    name: str
    day: date
    waits: bool
    agreed: date | None
    by: str
    note: str
    differs: tuple[str, str]
    may_answer: bool


@dataclass(frozen=True)
class Shown:
    """All that the page of a look back shows."""

    since: date
    until: date
    own: tuple[Head, ...]
    heads: tuple[Head, ...]
    any: bool
    nexts: tuple[Ahead, ...]
    put: Put | None
    writes: bool
    look_again: date | None


def review_page(
    partnership: Partnership, review: Review, content: Content, nexts: Iterable[Next], put: Put | None
) -> Shown:
    """Return the page of a look back, open or agreed."""
    heads = {heading: _head(partnership, review, content, heading) for heading in Heading}
    return Shown(
        since=content.since,
        until=content.until,
        own=tuple(heads[heading] for heading in BEFORE_MEASURES),
        heads=tuple(head for heading, head in heads.items() if heading not in BEFORE_MEASURES),
        any=bool(content.said),
        nexts=tuple(_ahead(partnership, review, one) for one in nexts),
        put=put,
        writes=partnership.looking is None and not (put and put.agreed),
        look_again=review.look_again_date,
    )


def heading_page(partnership: Partnership, review: Review, content: Content, heading: Heading) -> Head:
    """Return the page of one heading."""
    return _head(partnership, review, content, heading)


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
            _address("look_at", partnership, review, heading=heading.value, item=id),
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


def sides_of(said: Iterable[Saying]) -> Sides:
    """Return what was said, the practitioners' on one side and the person's on the other."""
    rows = tuple(said)
    return Sides(
        tuple(one for one in rows if one.side != "service_user"),
        tuple(one for one in rows if one.side == "service_user"),
    )


def put_of(partnership: Partnership, frozen: Frozen | None) -> Put | None:
    """Return how a review was put to the other, if it was."""
    if frozen is None:
        return None
    entry = frozen.entry
    standing = Standing(entry.standing)
    view = next(iter(entry.other_views.all()), None)
    agreed = view if view and standing == Standing.AGREED else None
    differs = view if view and standing == Standing.DIFFERENT else None
    said_for = agreed is not None and agreed.by_id != agreed.voice.user_id
    return Put(
        name=entry.voice.name,
        day=day_of(frozen.made_at),
        waits=standing == Standing.PROPOSED,
        agreed=day_of(agreed.at) if agreed else None,
        by=agreed.voice.name if agreed else "",
        note=agreed.by.name if agreed and said_for else "",
        differs=(differs.voice.name, differs.words) if differs else ("", ""),
        may_answer=standing == Standing.PROPOSED and may_answer(partnership, entry.voice.side),
    )


def may_answer(partnership: Partnership, side: str) -> bool:
    """Say whether the reader answers what `side` proposed, for themselves or for the person who has no login."""
    if partnership.looking:
        return False
    return partnership.me.side != side or (partnership.person.user_id is None and side != "service_user")


def content_kept(frozen: Frozen) -> Content:
    """Return a review as it was put to the other."""
    return read(frozen.content)


def _head(partnership: Partnership, review: Review, content: Content, heading: Heading) -> Head:
    name, asks = HEADINGS[heading]
    names = names_of(partnership, heading) if heading in IN_PARTS else {}
    said = [one for one in content.said if one.heading == heading]
    return Head(
        heading.value,
        name,
        asks,
        _address("look", partnership, review, heading=heading.value),
        sides_of(_titled(one, names) for one in said),
        tuple(content.record.get(heading, ())),
    )


def _titled(one: Saying, names: Mapping[str, tuple[StrOrPromise, StrOrPromise]]) -> Saying:
    if one.item not in names:
        return one
    note = " · ".join(filter(None, (str(names[one.item][0]), one.note)))
    return Saying(**{**vars(one), "note": note})


def _ahead(partnership: Partnership, review: Review, one: Next) -> Ahead:
    choice, standing = Choice(one.choice), Standing(one.entry.standing)
    answers = standing == Standing.PROPOSED and may_answer(partnership, one.entry.voice.side)
    agreed = standing == Standing.AGREED and partnership.looking is None
    does = agreed and one.done_at is None and can_be_done(choice, State(partnership.state))
    hands = agreed and choice == Choice.HAND_OVER
    return Ahead(
        lines=next_lines(partnership, one),
        agree=_address("next_agree", partnership, review, next_id=one.pk) if answers else "",
        differ=_address("next_differ", partnership, review, next_id=one.pk) if answers else "",
        do=_address("next_do", partnership, review, next_id=one.pk) if does else "",
        hand_over=address("partnership:hand_over", partnership_id=partnership.pk) if hands else "",
        step=address("home:step", partnership_id=partnership.pk, number=one.step) if agreed and one.step else "",
    )


def _address(name: str, partnership: Partnership, review: Review, **more: UUID | str) -> str:
    return address(f"review:{name}", partnership_id=partnership.pk, review_id=review.pk, **more)


@dataclass(frozen=True)
class Row:
    """One look back in the list."""

    href: str
    since: date
    day: date
    agreed: bool
    waits: bool


def rows_of(partnership: Partnership, reviews: Iterable[Review], frozen: Mapping[UUID, Frozen]) -> tuple[Row, ...]:
    """Return the looks back of a partnership, the newest first."""
    found = []
    for one in reviews:
        put = frozen.get(one.pk)
        standing = put.entry.standing if put else ""
        found.append(
            Row(
                _address("review", partnership, one),
                one.since_date,
                day_of(one.made_at),
                standing == Standing.AGREED,
                standing == Standing.PROPOSED,
            )
        )
    return tuple(found)
