"""Reviews as their reader may see them, and what a person shared with the agency."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import Http404

from connecting_people.connections.queries.connections import reader_of
from connecting_people.core.london import day_of
from connecting_people.journey.models import OtherView
from connecting_people.journey.queries import entries
from connecting_people.journey.rules import Standing
from connecting_people.partnership.models import Partnership, UrgentLook
from connecting_people.review.models import Frozen, Next, PutIn, Review, Said, View
from connecting_people.review.permissions import can_read_view, visible_to
from connecting_people.review.rules import Quarter, Share, months_of, quarter_of, shown_together

_VIEWS = Prefetch("entry__other_views", OtherView.objects.select_related("voice", "by").order_by("-at", "-pk"))


def as_all_see(partnership: Partnership) -> Partnership:
    """Return the partnership as whoever keeps nothing in it would read it: what both see, and no more."""
    shared = copy(partnership)
    shared.looking = UrgentLook(partnership=partnership)
    return shared


def reviews(partnership: Partnership) -> "QuerySet[Review]":
    """Return the reviews of a partnership, the newest first."""
    return partnership.reviews.select_related("entry").order_by("-made_at", "-pk")


def review_in(partnership: Partnership, review_id: UUID) -> Review:
    """Return one review; Http404 otherwise."""
    found = reviews(partnership).filter(pk=review_id).first()
    if found is None:
        raise Http404
    found.partnership = partnership
    return found


def said_in(partnership: Partnership, review: Review) -> "QuerySet[Said]":
    """Return what was said in a review and the reader may read, in the order in which it was said."""
    rows = visible_to(reader_of(partnership), Said.objects.filter(review=review))
    return rows.select_related("entry").order_by("entry__written_at", "pk")


def said_one(partnership: Partnership, review: Review, said_id: UUID) -> Said:
    """Return one thing that was said in a review and the reader may read; Http404 otherwise."""
    found = said_in(partnership, review).filter(pk=said_id).first()
    if found is None:
        raise Http404
    found.entry.partnership = partnership
    return found


def nexts_of(review: Review) -> "QuerySet[Next]":
    """Return what could come next, as each said it, the newest first."""
    rows = review.nexts.select_related("entry__voice").prefetch_related(_VIEWS)
    return rows.order_by("-entry__written_at", "-pk")


def next_in(review: Review, next_id: UUID) -> Next:
    """Return one thing that could come next; Http404 otherwise."""
    found = nexts_of(review).filter(pk=next_id).first()
    if found is None:
        raise Http404
    return found


def frozen_of(review: Review) -> Frozen | None:
    """Return the review as it was put to the other last, with how they see it."""
    rows = review.frozen.select_related("entry__voice", "entry__by").prefetch_related(_VIEWS)
    return rows.order_by("-made_at", "-pk").first()


def agreed(partnership: Partnership) -> "QuerySet[Frozen]":
    """Return the reviews that both agreed, the newest first."""
    rows = Frozen.objects.filter(review__partnership=partnership, entry__standing=Standing.AGREED)
    return rows.order_by("-made_at", "-pk")


def view_of(partnership: Partnership, review: Review) -> View | None:
    """Return how the person sees the two, if the reader wrote it or it was written down for them."""
    found = View.objects.filter(review=review).first()
    return found if found and can_read_view(reader_of(partnership), found) else None


def put_in(review: Review) -> "QuerySet[PutIn]":
    """Return who said yes to which part of "Our journey"."""
    return review.put_in.order_by("pk")


def put_in_by(partnership: Partnership, review: Review) -> "QuerySet[PutIn]":
    """Return what the reader may know of it: every yes to a part, and to private things their own alone."""
    readable = entries(partnership).order_by().values("pk")
    return put_in(review).filter(Q(entry=None) | Q(entry__in=readable))


def due(partnership: Partnership | OuterRef, until: date) -> "QuerySet[Review]":
    """Return the last review of a partnership when its day to look back again has come, also within a query."""
    newer = Review.objects.filter(partnership=OuterRef("partnership"), made_at__gt=OuterRef("made_at"))
    rows = Review.objects.filter(~Exists(newer), partnership=partnership, look_again_date__lte=until)
    return rows.order_by("-made_at")


@dataclass(frozen=True)
class SharedView:
    """What a person shared with the agency; the name is empty where they did so without it."""

    name: str
    of_practitioner: str
    of_agency: str
    first: date
    last: date


def named_views(agency_id: UUID) -> list[SharedView]:
    """Return what people shared with the agency with their name, the newest first."""
    rows = View.objects.filter(agency_id=agency_id, share=Share.NAMED).select_related("place")
    return [_shared(one, one.place.name, *_months(one)) for one in rows.order_by("-quarter_date", "pk")]


def unnamed_views(agency_id: UUID, today: date) -> list[SharedView]:
    """Return what people shared without their name, as soon as enough of them have; in no order that tells when."""
    rows = list(View.objects.filter(agency_id=agency_id, share=Share.UNNAMED).order_by("pk"))
    people: dict[Quarter, set[UUID]] = {}
    for one in rows:
        people.setdefault(quarter_of(one.quarter_date), set()).add(one.place_id)
    found: list[SharedView] = []
    for quarters in reversed(shown_together(people, today)):
        first, last = months_of(quarters[0], quarters[-1])
        # Ids are random, and so is their order.
        found += [_shared(one, "", first, last) for one in rows if quarter_of(one.quarter_date) in quarters]
    return found


def _months(view: View) -> tuple[date, date]:
    quarter = quarter_of(view.quarter_date)
    return months_of(quarter, quarter)


def _shared(view: View, name: str, first: date, last: date) -> SharedView:
    return SharedView(name, view.of_practitioner, view.of_agency, first, last)


def spans(partnership: Partnership, today: date) -> Iterable[tuple[str, date]]:
    """Return the spans of time over which one may look back: since the last agreed review, and since the start."""
    last = agreed(partnership).values_list("made_at", flat=True).first()
    if last and day_of(last) < today - timedelta(days=1):
        yield "last", day_of(last)
    yield "start", day_of(partnership.made_at)


def last_put(partnership: Partnership) -> dict[UUID, Frozen]:
    """Return how each review of a partnership was put to the other last, by review."""
    rows = Frozen.objects.filter(review__partnership=partnership).select_related("entry").defer("content")
    return {one.review_id: one for one in rows.order_by("made_at", "pk")}
