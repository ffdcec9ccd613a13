"""What two people answer. It stands in the record like everything else they say, in somebody's voice."""

from collections.abc import Collection
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.core.london import day_of
from connecting_people.journey import actions as journey
from connecting_people.measures import permissions
from connecting_people.measures.answering import MeasuresError, stored
from connecting_people.measures.models import AnswerSet, Definition, Through
from connecting_people.measures.queries import through_whom
from connecting_people.measures.rules import Answers, Instrument, Item, Mode, Rater
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.people.models import User

PAGE: Final = "measures:answers"
KIND: Final = "measure"


class NotToBeNamed(MeasuresError):
    """Somebody was named who cannot stand there."""


@transaction.atomic
def answer(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    instrument: Instrument,
    definition: Definition | None = None,
    answers: Answers,
    mode: Mode,
    voice: Participant | None = None,
    words: str = "",
    to_oneself: bool = False,
) -> AnswerSet:
    """Keep what somebody answered, in their voice; any question may be left open, but not all of them."""
    me, voice = partnership.me, voice or partnership.me
    permissions.check_in_use(definition, day_of(at))
    permissions.check_can_answer_as(me, voice, mode, to_oneself=to_oneself)
    kept, set_id = stored(instrument, answers), uuid4()
    entry = journey.record(
        by=by,
        at=at,
        partnership=partnership,
        kind=KIND,
        line=instrument.title,
        words=words,
        voice=voice,
        steps=instrument.steps,
        target_page=PAGE,
        target_id=set_id,
        kept_by=me if to_oneself else None,
    )
    return AnswerSet.objects.create(
        id=set_id,
        agency_id=partnership.agency_id,
        instrument=instrument.id,
        version=instrument.version,
        definition=definition,
        partnership=partnership,
        entry=entry,
        mode=mode,
        rater=_rater(instrument, voice),
        answers=kept,
        by=by,
        at=at,
    )


@transaction.atomic
def link(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    answer_set: AnswerSet,
    item: Item,
    connections: Collection[UUID],
) -> None:
    """Say through whom on the map a resource could be had; those the other does not see stand in one's own alone."""
    permissions.check_can_link(partnership.me, answer_set)
    offered = {one.id for one in through_whom(partnership, answer_set)}
    if not set(connections) <= offered:
        raise NotToBeNamed(_("Somebody whom you named cannot stand here. Look at the list again."))
    rows = answer_set.through.filter(item=item.id)
    # What the reader does not see is not theirs to take away.
    rows.filter(connection__in=offered).exclude(connection__in=connections).delete()
    there = set(rows.values_list("connection_id", flat=True))
    Through.objects.bulk_create(
        Through(agency_id=answer_set.agency_id, answer_set=answer_set, item=item.id, connection_id=one)
        for one in sorted(set(connections) - there)
    )
    journey.record(
        by=by,
        at=at,
        partnership=partnership,
        kind=KIND,
        line=_("Through whom: %(what)s") % {"what": item.says},
        voice=answer_set.entry.voice if answer_set.entry else None,
        about=answer_set.entry,
        target_page=PAGE,
        target_id=answer_set.pk,
    )


def _rater(instrument: Instrument, voice: Participant) -> str:
    if not instrument.raters:
        return ""
    return Rater.SERVICE_USER if voice.side == "service_user" else Rater.PRACTITIONER
