"""A trainee writes notes, changes them, and takes them back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.core.prepared import add
from connecting_people.training.actions.rooms import RoomError
from connecting_people.training.live import grow
from connecting_people.training.models import Block, Note, RoomGroup, Trainee
from connecting_people.training.permissions import check_can_speak
from connecting_people.training.queries.boards import about_here, closed_now, may_write_in, written_so_far
from connecting_people.training.queries.crowd import beside_a_note
from connecting_people.training.rules import NOTE_AT_MOST, NOTES_AT_MOST, NOTES_EACH, Shown, tidy


@transaction.atomic
def write(
    *,
    by: Trainee,
    at: datetime,
    block: Block,
    column: str,
    text: str,
    sort: str = "",
    about: UUID | None = None,
    named: bool = False,
) -> Note:
    """Write a note, or an answer to one; where its column is closed, it is its author's alone for now."""
    check_can_speak(by, at)
    if not may_write_in(by.room, block, column):
        raise RoomError(_("The room is not there yet, or has no place for this. Look at what is on now."))
    answered = about_here(block, column, about)
    words = fitting(text)
    _check_there_is_space(by)
    closed = closed_now(block, column)
    version = by.room.version if closed else grow(block.training_id)
    group = RoomGroup.objects.filter(trainees=by, block=block, room=by.room_id).first()
    note = Note(
        agency_id=by.agency_id,
        training_id=block.training_id,
        block=block,
        column=column,
        trainee=by,
        who=by.who,
        named=named and bool(by.name),
        about=answered,
        text=words,
        sort="" if answered else sort,
        room_group=group,
        **beside_a_note(Trainee.objects.filter(room=by.room_id), block, by.who, group),
        shown=Shown.KEPT if closed else Shown.OPEN,
        made_at=at,
        version=version,
    )
    add(note)
    return note


@transaction.atomic
def reword(*, by: Trainee, at: datetime, note: Note, text: str, sort: str = "", named: bool = False) -> None:
    """Say one's own note differently, or with or without one's name; it stays where it is."""
    check_can_speak(by, at)
    _check_is_own(by, note)
    words = fitting(text)
    said = {"text": words, "sort": sort or note.sort, "named": named and bool(by.name)}
    now = Note.objects.filter(pk=note.pk).exclude(shown=Shown.TAKEN_BACK)
    # A trainer may open the column at this moment: what is no longer kept is told to everybody.
    if not now.filter(shown=Shown.KEPT).update(**said, version=by.room.version):
        now.update(**said, version=grow(note.training_id))


@transaction.atomic
def take_back(*, by: Trainee, at: datetime, note: Note) -> None:
    """Take one's own note back: no word of it is left, only that others may have answered it."""
    check_can_speak(by, at)
    _check_is_own(by, note)
    Note.objects.filter(pk=note.pk).update(text="", shown=Shown.TAKEN_BACK, named=False, version=grow(note.training_id))


def fitting(text: str) -> str:
    """Return words as they are kept; raise RoomError where there are none, or too many."""
    words = tidy(text)
    if not words:
        raise RoomError(_("Write a few words first."))
    if len(words) > NOTE_AT_MOST:
        raise RoomError(
            _("A note has at most %(most)s letters, and this one has %(many)s. Could it be two notes?")
            % {"most": f"{NOTE_AT_MOST:,}", "many": f"{len(words):,}"}
        )
    return words


def _check_there_is_space(by: Trainee) -> None:
    held, own = written_so_far(by)
    if held >= NOTES_AT_MOST:
        raise RoomError(
            _("The boards are full: they hold %(most)s notes. Tell a trainer, who can take some down.")
            % {"most": f"{NOTES_AT_MOST:,}"}
        )
    if own >= NOTES_EACH:
        raise RoomError(_("You have written %(most)s notes, which is all that one person can.") % {"most": NOTES_EACH})


def _check_is_own(by: Trainee, note: Note) -> None:
    if note.trainee_id != by.pk or note.shown == Shown.TAKEN_BACK:
        raise RoomError(_("Only who wrote a note can change it."))
