"""Looking back: opening a review, what each says in it, putting it to the other, and agreeing."""

from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from connecting_people.core.london import day_of
from connecting_people.core.troubles import Trouble
from connecting_people.guide.outcomes import OUTCOMES
from connecting_people.guide.prerequisites import PREREQUISITES
from connecting_people.guide.processes import (
    FEEDBACK,
    MEETING_EXPECTATIONS,
    NETWORK_AND_ASSET_ASSESSMENT,
    SKILL_RECOGNITION,
)
from connecting_people.guide.steps import STEPS
from connecting_people.journey import actions as journey
from connecting_people.journey.models import Entry
from connecting_people.journey.rules import Standing
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.people.models import User
from connecting_people.review import queries
from connecting_people.review.models import Frozen, Review, Said
from connecting_people.review.record.content import content_for_all
from connecting_people.review.record.lines import kept
from connecting_people.review.rules import IN_PARTS, Heading, Worth

STEP: Final = STEPS[7].number
PAGE: Final = "review:review"
ITEMS: Final[dict[Heading, frozenset[str]]] = {
    Heading.OUTCOMES: frozenset(one.id for one in OUTCOMES),
    Heading.BRINGS: frozenset(one.id for one in PREREQUISITES),
    Heading.WORTH: frozenset(one.value for one in Worth),
}
# To look back at something is feedback; under some headings it is something of the model besides.
PROCESSES: Final[dict[Heading, int]] = {
    Heading.MAP: NETWORK_AND_ASSET_ASSESSMENT.number,
    Heading.STRENGTHS: SKILL_RECOGNITION.number,
    Heading.GOALS: MEETING_EXPECTATIONS.number,
}


class ReviewError(Trouble):
    """Something in a review cannot be done; the message says how to mend it."""


class Agreed(ReviewError):
    """Both agreed this review; it stays as it is."""


class Waits(ReviewError):
    """The review was put to the other already."""


class WrongDay(ReviewError):
    """The day lies where it cannot lie."""


class SaidElsewhere(ReviewError):
    """The words were changed since they were read; `now` is how they stand."""

    def __init__(self, now: Entry) -> None:
        super().__init__(_("This was changed while you were writing. Both texts are here: keep what you both need."))
        self.now = now


@transaction.atomic
def open_review(
    *, by: User, at: datetime, partnership: Partnership, since_date: date, voice: Participant | None = None
) -> Review:
    """Open a look back over a span of time; one that is open and in which nobody said anything to the other is it."""
    check_can_write(by, partnership, at)
    if not day_of(partnership.made_at) <= since_date <= day_of(at):
        raise WrongDay(_("Choose one of the spans of time."))
    last = queries.reviews(partnership).select_for_update(of=("self",)).first()
    if last and last.since_date == since_date and not _begun(last):
        last.partnership = partnership
        return last
    review = Review(agency_id=partnership.agency_id, partnership=partnership, since_date=since_date, made_at=at)
    review.entry = journey.record(
        by=by,
        at=at,
        partnership=partnership,
        kind="review",
        line=_("We look back"),
        voice=voice,
        steps=[STEP],
        processes=[FEEDBACK.number],
        target_page=PAGE,
        target_id=review.pk,
    )
    review.save(force_insert=True)
    return review


def _begun(review: Review) -> bool:
    return review.frozen.exists() or review.nexts.exists() or review.said.filter(entry__kept_by=None).exists()


@transaction.atomic
def say(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    review: Review,
    heading: Heading,
    words: str,
    item: str = "",
    voice: Participant | None = None,
    to_oneself: bool = False,
) -> Said:
    """Say how one sees it under a heading; whoever wrote before says it beside that, and replaces nothing."""
    _check_open(partnership, review)
    if (heading in IN_PARTS) != bool(item) or (item and item not in ITEMS[heading]):
        raise Http404
    entry = journey.record(
        by=by,
        at=at,
        partnership=partnership,
        kind="look_back",
        line=words,
        words=words,
        voice=voice,
        steps=[STEP],
        processes=[FEEDBACK.number, *([PROCESSES[heading]] if heading in PROCESSES else [])],
        target_page=PAGE,
        target_id=review.pk,
        kept_by=partnership.me if to_oneself else None,
    )
    return Said.objects.create(agency_id=review.agency_id, review=review, entry=entry, heading=heading, item=item)


@transaction.atomic
def say_differently(
    *, by: User, at: datetime, partnership: Partnership, review: Review, said: Said, words: str, version: int
) -> None:
    """Put one's own words differently, in place of `version`; raise SaidElsewhere when they changed since."""
    _check_open(partnership, review)
    if said.review_id != review.pk:
        raise Http404
    said.entry.partnership = partnership
    try:
        journey.reword(by=by, at=at, entry=said.entry, words=words, version=version)
    except journey.StaleEntry as stale:
        raise SaidElsewhere(stale.current) from None


@transaction.atomic
def put_to_the_other(
    *, by: User, at: datetime, partnership: Partnership, review: Review, voice: Participant | None = None
) -> Frozen:
    """Put the review to the other as it stands now, word for word; it holds once they agree."""
    check_can_write(by, partnership, at)
    last = _check_open(partnership, review)
    if last and last.entry.standing == Standing.PROPOSED:
        raise Waits(_("It waits for the other’s word already."))
    content = content_for_all(partnership, review, day_of(at))
    if not content.said:
        raise ReviewError(_("Say something first, if only one line under “The whole of it”."))
    entry = journey.record(
        by=by,
        at=at,
        partnership=partnership,
        kind="review_proposed",
        line=_("This is how we look back, from my side. Do you agree?"),
        voice=voice,
        steps=[STEP],
        processes=[FEEDBACK.number],
        standing=Standing.PROPOSED,
        target_page=PAGE,
        target_id=review.pk,
    )
    return Frozen.objects.create(
        agency_id=review.agency_id, review=review, entry=entry, content=kept(content), made_at=at
    )


@transaction.atomic
def agree(
    *, by: User, at: datetime, partnership: Partnership, review: Review, voice: Participant | None = None
) -> None:
    """Agree to the review as the other put it; from then on it stays as it is, with the day and both names."""
    entry = _put(partnership, review)
    journey.agree(by=by, at=at, entry=entry, voice=voice)


@transaction.atomic
def see_differently(
    *, by: User, at: datetime, partnership: Partnership, review: Review, words: str, voice: Participant | None = None
) -> None:
    """Say that one sees it differently; both go on writing, and can put it to each other again."""
    entry = _put(partnership, review)
    journey.see_differently(by=by, at=at, entry=entry, words=words, voice=voice)


def _check_open(partnership: Partnership, review: Review) -> Frozen | None:
    """Raise Agreed when both agreed the review; else return how it was put to the other last, if it was."""
    if review.partnership_id != partnership.pk:
        raise Http404
    Review.objects.select_for_update().get(pk=review.pk)
    last = queries.frozen_of(review)
    if last and last.entry.standing == Standing.AGREED:
        raise Agreed(_("You have both agreed this. To say more, begin another look back."))
    return last


def _put(partnership: Partnership, review: Review) -> Entry:
    last = _check_open(partnership, review)
    if last is None or last.entry.standing != Standing.PROPOSED:
        raise ReviewError(_("Nothing waits for an answer here."))
    last.entry.partnership = partnership
    return last.entry
