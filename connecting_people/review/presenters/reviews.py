"""A look back as its pages show it: both sides of each heading, beside what the record shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from connecting_people.core.addresses import address
from connecting_people.guide.words import StrOrPromise
from connecting_people.journey.rules import Standing
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.rules import State
from connecting_people.review.models import Next, Review
from connecting_people.review.presenters.parts import names_of
from connecting_people.review.presenters.putting import Put, may_answer
from connecting_people.review.presenters.sides import Sides, review_address, sides_of
from connecting_people.review.record.content import next_lines
from connecting_people.review.record.lines import Content, Group, Line, Saying
from connecting_people.review.rules import BEFORE_MEASURES, IN_PARTS, Choice, Heading, can_be_done
from connecting_people.review.words import HEADINGS


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
class Ahead:
    """Something that could come next, and what the reader can do about it."""

    lines: tuple[Line, ...]
    agree: str
    differ: str
    do: str
    hand_over: str
    step: str


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


def _head(partnership: Partnership, review: Review, content: Content, heading: Heading) -> Head:
    name, asks = HEADINGS[heading]
    names = names_of(partnership, heading) if heading in IN_PARTS else {}
    said = [one for one in content.said if one.heading == heading]
    return Head(
        heading.value,
        name,
        asks,
        review_address("look", partnership, review, heading=heading.value),
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
        agree=review_address("next_agree", partnership, review, next_id=one.pk) if answers else "",
        differ=review_address("next_differ", partnership, review, next_id=one.pk) if answers else "",
        do=review_address("next_do", partnership, review, next_id=one.pk) if does else "",
        hand_over=address("partnership:hand_over", partnership_id=partnership.pk) if hands else "",
        step=address("home:step", partnership_id=partnership.pk, number=one.step) if agreed and one.step else "",
    )
