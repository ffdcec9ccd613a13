"""What comes next: proposed by one, answered by the other, and done with an explicit yes (S8.4)."""

from datetime import date, datetime

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from connecting_people.core.london import day_of
from connecting_people.guide.processes import OBJECTIVES
from connecting_people.guide.steps import STEPS
from connecting_people.journey import actions as journey
from connecting_people.journey.models import Entry
from connecting_people.journey.rules import Standing
from connecting_people.partnership import actions as partnerships
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.partnership.rules import State
from connecting_people.people.models import User
from connecting_people.review.actions.reviews import PAGE, STEP, ReviewError, WrongDay
from connecting_people.review.models import Next, Review
from connecting_people.review.rules import Choice, can_be_done
from connecting_people.review.words import CHOICES


@transaction.atomic
def propose(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    review: Review,
    choice: Choice,
    step: int | None = None,
    words: str = "",
    look_again_date: date | None = None,
    voice: Participant | None = None,
) -> Next:
    """Say what one thinks should come next, and when to look back again; the other agrees or sees it differently."""
    check_can_write(by, partnership, at)
    if review.partnership_id != partnership.pk:
        raise Http404
    if (choice == Choice.COME_BACK) != bool(step):
        raise ReviewError(_("Choose one of the eight steps."))
    if look_again_date and look_again_date <= day_of(at):
        raise WrongDay(_("Choose a day that is still to come."))
    line = str(CHOICES[choice][0])
    if step:
        line = f"{line}: {step}. {STEPS[step - 1].name}"
    entry = journey.record(
        by=by,
        at=at,
        partnership=partnership,
        kind="what_next",
        line=line,
        words=words or line,
        voice=voice,
        steps=[STEP, *([step] if step else [])],
        processes=[OBJECTIVES.number],
        standing=Standing.PROPOSED,
        target_page=PAGE,
        target_id=review.pk,
    )
    if look_again_date:
        review.look_again_date = look_again_date
        review.save(update_fields=["look_again_date"])
    return Next.objects.create(agency_id=review.agency_id, review=review, entry=entry, choice=choice, step=step)


@transaction.atomic
def agree(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    next_one: Next,
    do_it: bool = False,
    voice: Participant | None = None,
) -> None:
    """Agree to what comes next; only with `do_it` the partnership pauses, moves on or comes back."""
    entry = _entry_of(partnership, next_one)
    journey.agree(by=by, at=at, entry=entry, voice=voice)
    if do_it:
        _do(by, at, partnership, next_one)


@transaction.atomic
def see_differently(
    *, by: User, at: datetime, partnership: Partnership, next_one: Next, words: str, voice: Participant | None = None
) -> None:
    """Say that one sees what comes next differently; both stand."""
    journey.see_differently(by=by, at=at, entry=_entry_of(partnership, next_one), words=words, voice=voice)


@transaction.atomic
def do_now(*, by: User, at: datetime, partnership: Partnership, next_one: Next) -> None:
    """Do what both agreed to before: pause, move on or come back."""
    if _entry_of(partnership, next_one).standing != Standing.AGREED:
        raise ReviewError(_("Both of you have to agree to it first."))
    _do(by, at, partnership, next_one)


def _do(by: User, at: datetime, partnership: Partnership, next_one: Next) -> None:
    choice = Choice(next_one.choice)
    if not can_be_done(choice, State(partnership.state)):
        raise ReviewError(_("The partnership stands there already."))
    if choice == Choice.PAUSE:
        partnerships.pause(by=by, at=at, partnership=partnership, words=_("Agreed when looking back"))
    elif choice == Choice.MOVE_ON:
        partnerships.leave(by=by, at=at, partnership=partnership, words=_("Agreed when looking back"))
    else:
        assert next_one.step is not None
        partnerships.come_back(by=by, at=at, partnership=partnership, step=next_one.step)
    next_one.done_at = at
    next_one.save(update_fields=["done_at"])


def _entry_of(partnership: Partnership, next_one: Next) -> Entry:
    if next_one.entry.partnership_id != partnership.pk:
        raise Http404
    next_one.entry.partnership = partnership
    return next_one.entry
