"""One's own practice: what one sees, with whom one talks about it, what one will try."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from connecting_people.core.addresses import address
from connecting_people.core.london import day_of
from connecting_people.measures.models import Discussion, OwnAction
from connecting_people.measures.presenters.answered import Answered, Who, answered
from connecting_people.measures.presenters.over_time import OverTime, over_time
from connecting_people.measures.queries.said import Told
from connecting_people.people.models import User


@dataclass(frozen=True)
class Trying:
    """Something that one will try, or tried, and what came of it."""

    words: str
    look_date: date
    learned: str
    over: bool
    href: str


@dataclass(frozen=True)
class ShownToMe:
    """What a colleague lets one see."""

    name: str
    since: date
    href: str


@dataclass(frozen=True)
class PracticePage:
    """All of one's own practice on one page."""

    over: OverTime
    tries: tuple[Trying, ...]
    shown: tuple[ShownToMe, ...]


@dataclass(frozen=True)
class Review:
    """One self-review, with how colleagues saw the same."""

    own: Answered
    beside: OverTime
    views: tuple[Answered, ...]
    others: tuple[str, ...]


def practice_page(
    user: User, reviews: Sequence[Told], tries: Iterable[OwnAction], shown: Iterable[Discussion]
) -> PracticePage:
    """Return the page of one's own practice."""
    me = Who(user.name, "practitioner")
    return PracticePage(
        over=over_time([(one, me) for one in reviews]),
        tries=tuple(trying(one) for one in tries),
        shown=tuple(_shown(one) for one in shown),
    )


def review_page(told: Told, views: Sequence[Told]) -> Review:
    """Return one self-review, beside what colleagues saw."""
    name = told.row.subject.name if told.row.subject else ""
    sets = [(told, Who(name, "practitioner")), *((one, Who(one.row.by.name, "observer")) for one in views)]
    return Review(
        own=answered(*sets[0]),
        beside=over_time(sets),
        views=tuple(answered(*one) for one in sets[1:]),
        others=tuple(dict.fromkeys(who.name for _told, who in sets[1:])),
    )


def trying(one: OwnAction) -> Trying:
    """Return something that one will try."""
    ids: dict[str, UUID] = {"action_id": one.pk}
    href = "" if one.looked_at else address("measures:look_again", **ids)
    return Trying(one.words, one.look_date, one.learned, one.looked_at is not None, href)


def _shown(one: Discussion) -> ShownToMe:
    name = one.answer_set.subject.name if one.answer_set.subject else ""
    return ShownToMe(name, day_of(one.began_at), address("measures:shown", review_id=one.answer_set_id))
