"""Trainers write for the room, and type in what was on paper, also afterwards."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.people.models import User
from connecting_people.training.actions.notes import fitting
from connecting_people.training.actions.rooms import RoomError
from connecting_people.training.live import column_of, enter, grow
from connecting_people.training.models import Block, Note, Trainee, Training
from connecting_people.training.permissions import check_can_lead
from connecting_people.training.queries.boards import about_here, closed_now
from connecting_people.training.queries.crowd import beside_a_note
from connecting_people.training.queries.rooms import any_open, trainer_here
from connecting_people.training.rules import NOTES_AT_MOST, Shown, Who


@transaction.atomic
def say(
    *,
    by: User,
    at: datetime,
    block: Block,
    column: str,
    texts: list[str],
    who: Who | None = None,
    from_paper: bool = False,
    sort: str = "",
    about: UUID | None = None,
) -> list[Note]:
    """Write a trainer's notes, or those of others from paper; in a column that is not opened yet they wait with all."""
    training = block.training
    check_can_lead(by, training)
    found = column_of(block, column)
    if found is None or found.kept:
        raise RoomError(_("Choose a column that everybody can see."))
    words = [fitting(text) for text in texts]
    _check_there_is_space(training, len(words))
    trainer = trainer_here(by, training)
    answered = about_here(block, column, about)
    spoke = who or (Who(trainer.who) if trainer else Who.PRACTITIONER)
    told = beside_a_note(Trainee.objects.filter(room__training=training), block, spoke)
    # Where no room is open any more nobody would ever open the column, and nobody writes alone in it.
    waits = closed_now(block, column) and any_open(training, at)
    version = grow(training.pk)
    notes = [
        Note(
            agency_id=training.agency_id,
            training=training,
            block=block,
            column=column,
            trainer=trainer,
            from_paper=from_paper,
            who=spoke,
            tells_who=from_paper and told["tells_who"],
            about=answered,
            text=text,
            sort="" if answered else sort,
            shown=Shown.KEPT if waits else Shown.OPEN,
            # A moment apart, so that lines stay in their order.
            made_at=at + timedelta(microseconds=place),
            version=version,
        )
        for place, text in enumerate(words)
    ]
    Note.objects.bulk_create(notes)
    enter(by, at, training, "notes from paper" if from_paper else "note of a trainer", block.pk)
    return notes


def _check_there_is_space(training: Training, more: int) -> None:
    if Note.objects.filter(training=training).exclude(shown=Shown.TAKEN_BACK).count() + more > NOTES_AT_MOST:
        raise RoomError(_("The boards hold %(most)s notes, and these are too many.") % {"most": f"{NOTES_AT_MOST:,}"})
