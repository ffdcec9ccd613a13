"""How every page of one look back reaches it."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest

from connecting_people.core.london import day_of
from connecting_people.journey.rules import Standing
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.pages import to_read, to_read_or_write, to_write
from connecting_people.review import queries
from connecting_people.review.models import Frozen, Review
from connecting_people.review.presenters.putting import content_kept
from connecting_people.review.record.content import content_of
from connecting_people.review.record.lines import Content

PAGE = "looking back"
Reached = tuple[Partnership, Review]


def read_one(request: HttpRequest, partnership_id: UUID, review_id: UUID, at: datetime, page: str = PAGE) -> Reached:
    """Return a look back for a page that is looked at."""
    partnership = to_read(request, partnership_id, at, page)
    return partnership, queries.review_in(partnership, review_id)


def write_one(request: HttpRequest, partnership_id: UUID, review_id: UUID, at: datetime, page: str = PAGE) -> Reached:
    """Return a look back for a page that is a form alone."""
    partnership = to_write(request, partnership_id, at, page)
    return partnership, queries.review_in(partnership, review_id)


def read_or_write_one(request: HttpRequest, partnership_id: UUID, review_id: UUID, at: datetime) -> Reached:
    """Return a look back for a page that shows something and holds a form."""
    partnership = to_read_or_write(request, partnership_id, at, PAGE)
    return partnership, queries.review_in(partnership, review_id)


def is_agreed(frozen: Frozen | None) -> bool:
    """Say whether both agreed."""
    return frozen is not None and frozen.entry.standing == Standing.AGREED


def content(partnership: Partnership, review: Review, frozen: Frozen | None, at: datetime) -> Content:
    """Return the look back as both agreed it, or as it stands now."""
    if frozen and is_agreed(frozen):
        return content_kept(frozen)
    return content_of(partnership, review, day_of(at))


def answering(partnership: Partnership, side: str) -> Participant:
    """Return whose yes or no it is: the reader's own, or that of the person who has no login and was asked."""
    person = partnership.person
    for_person = person.user_id is None and side != "service_user"
    return person if for_person else partnership.me
