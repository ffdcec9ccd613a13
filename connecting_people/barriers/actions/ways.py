"""Ways round a barrier: an idea, how it went, and what is challenged instead of worked round."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from connecting_people.barriers.actions.barriers import BarrierError, about, notice
from connecting_people.barriers.counting import count_again
from connecting_people.barriers.library import text_of
from connecting_people.barriers.models import Attempt, Barrier, Challenge, Workaround
from connecting_people.barriers.queries.barriers import locked
from connecting_people.barriers.rules import Helped, With
from connecting_people.barriers.words import HELPED
from connecting_people.connections.queries.connections import state_in
from connecting_people.core.london import day_of
from connecting_people.guide.processes import FEEDBACK, INSPIRATION
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.people.models import User


class WrongDay(BarrierError):
    """The day lies where it cannot lie."""


class AlreadyHere(BarrierError):
    """This idea is among the ways round this barrier."""


@transaction.atomic
def notice_and_take_up(
    *, by: User, at: datetime, partnership: Partnership, take: Iterable[UUID] = (), **said: Any
) -> Barrier:
    """Write down what stands in the way, as `barriers.notice` takes it, with ideas of the library to try at once."""
    barrier = notice(by=by, at=at, partnership=partnership, **said)
    for item_id in take:
        take_up(by=by, at=at, partnership=partnership, barrier=barrier, item_id=item_id, voice=said.get("voice"))
    return barrier


@transaction.atomic
def think_of(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    barrier: Barrier,
    words: str,
    participant: Participant | None = None,
    connection_id: UUID | None = None,
    helper: str = "",
    voice: Participant | None = None,
) -> Workaround:
    """Write down an idea for a way round, and who could help with it: one of us, somebody on the map, or in words."""
    check_can_write(by, partnership, at)
    now = locked(partnership, barrier)
    _check_helper(partnership, now, participant, connection_id)
    entry = about(by, at, partnership, now, "way_round", words, words, voice)
    return Workaround.objects.create(
        agency_id=partnership.agency_id,
        barrier=now,
        entry=entry,
        participant=participant,
        connection_id=connection_id,
        helper=helper.strip(),
    )


@transaction.atomic
def take_up(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    barrier: Barrier,
    item_id: UUID,
    voice: Participant | None = None,
) -> Workaround:
    """Take an idea of the agency's library up as a way round this barrier."""
    check_can_write(by, partnership, at)
    now = locked(partnership, barrier)
    text = text_of(partnership.agency_id, item_id)
    if text is None:
        raise Http404
    if str(item_id) in now.workarounds.filter(taken_from__isnull=False).values_list("taken_from", flat=True):
        raise AlreadyHere(_("This idea is among your ways round it already."))
    # Its words stand in the sealed row alone: what came out of the library is not to be read beside what went in.
    line = _("An idea from the agency’s library")
    entry = about(by, at, partnership, now, "way_round", line, "", voice, [INSPIRATION.number])
    return Workaround.objects.create(
        agency_id=partnership.agency_id, barrier=now, entry=entry, idea=text, taken_from=str(item_id)
    )


@transaction.atomic
def tell(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    workaround: Workaround,
    helped: Helped,
    tried_date: date | None = None,
    words: str = "",
    voice: Participant | None = None,
) -> Attempt:
    """Say how a way round went: whether it helped, when it was tried, and what was learned. Any number of times."""
    check_can_write(by, partnership, at)
    now = locked(partnership, workaround.barrier)
    day = tried_date or day_of(at)
    if day > day_of(at):
        raise WrongDay(_("That day is still to come. Choose today or a day before."))
    line = f"{HELPED[helped]}: {workaround.entry.line}"
    entry = about(by, at, partnership, now, "way_tried", line, words, voice, [FEEDBACK.number], of=workaround.entry)
    made = Attempt.objects.create(
        agency_id=partnership.agency_id, workaround=workaround, entry=entry, tried_date=day, helped=helped
    )
    if workaround.taken_from:
        count_again(partnership.agency_id, {UUID(workaround.taken_from)})
    return made


@transaction.atomic
def challenge(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    barrier: Barrier,
    raised_with: With,
    words: str,
    whom: str = "",
    raised_date: date | None = None,
    voice: Participant | None = None,
) -> Challenge:
    """Say with whom a barrier was raised that should not be there: the agency, an organisation, or somebody else."""
    check_can_write(by, partnership, at)
    now = locked(partnership, barrier)
    day = raised_date or day_of(at)
    if day > day_of(at):
        raise WrongDay(_("That day is still to come. Choose today or a day before."))
    entry = about(by, at, partnership, now, "barrier_raised", words, words, voice)
    return Challenge.objects.create(
        agency_id=partnership.agency_id,
        barrier=now,
        entry=entry,
        raised_with=raised_with,
        whom=whom.strip(),
        raised_date=day,
    )


@transaction.atomic
def hear_back(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    challenge: Challenge,
    words: str,
    voice: Participant | None = None,
) -> Challenge:
    """Say what came back; said again, the newest word stands on the page and the earlier in the record."""
    check_can_write(by, partnership, at)
    now = locked(partnership, challenge.barrier)
    challenge.answer = about(
        by, at, partnership, now, "barrier_answered", words, words, voice, [FEEDBACK.number], of=challenge.entry
    )
    challenge.save(update_fields=["answer"])
    return challenge


def _check_helper(
    partnership: Partnership, barrier: Barrier, participant: Participant | None, connection_id: UUID | None
) -> None:
    if participant and participant.partnership_id != partnership.pk:
        raise Http404
    if connection_id and state_in(partnership, connection_id).kept_by_id and not barrier.entry.kept_by_id:
        raise BarrierError(_("You keep this person to yourself. Name somebody else, or say it in your own words."))
