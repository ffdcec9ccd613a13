"""The agenda of a training: putting things on it, in which order, in whose words."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.core.troubles import Stale, Trouble
from connecting_people.people.models import User
from connecting_people.training.course.activities import ACTIVITIES, RESEARCH
from connecting_people.training.course.days import WHOLE_COURSE, Length
from connecting_people.training.course.taught import WORDS, of_course
from connecting_people.training.models import Block, Training
from connecting_people.training.permissions import check_can_lead
from connecting_people.training.queries.agenda import blocks_of, holds_words, lane
from connecting_people.training.queries.trainings import locked
from connecting_people.training.rules import BLOCKS_AT_MOST, BlockKind, Grouping, TrainingState
from connecting_people.training.times import SECOND, TOGETHER, earlier, later

SAID: Final = ("minutes", "track", "grouping", "led_by", "goal", "board", *WORDS)
# How long a thing takes until the trainers say otherwise, where the course does not say.
MINUTES: Final = {BlockKind.BREAK: 15, BlockKind.GUEST: 20, BlockKind.OWN: 20, BlockKind.BEFORE: 0}
_BOARDS: Final = {one.id for one in ACTIVITIES}
_HAVE_A_BOARD: Final = (BlockKind.OWN, BlockKind.GUEST)


class AgendaError(Trouble):
    """The agenda cannot be changed as asked."""


class StaleBlock(Stale[Block], AgendaError):
    """Somebody changed it after it was read."""


@transaction.atomic
def add(*, by: User, at: datetime, training: Training, kind: BlockKind, activity: str = "") -> Block:
    """Put something at the end of the agenda, with the minutes that the course gives it."""
    now = _to_change(by, at, training)
    (block,) = _append(now, [_block(now, kind, activity)])
    _audit(by, at, block, "put on the agenda")
    return block


@transaction.atomic
def add_whole_course(*, by: User, at: datetime, training: Training, length: Length) -> list[Block]:
    """Begin an empty agenda with all thirteen activities and breaks."""
    now = _to_change(by, at, training)
    if now.blocks.exists():
        raise AgendaError(_("There is an agenda already. Add what is missing, one thing after the other."))
    rows = [_block(now, one.kind, one.activity, one.minutes) for one in WHOLE_COURSE[length]]
    blocks = _append(now, rows)
    _audit(by, at, blocks[0], "begun from the whole course")
    return blocks


@transaction.atomic
def change(*, by: User, at: datetime, block: Block, version: int, said: Mapping[str, Any]) -> Block:
    """Say anew how something goes in this training; raise StaleBlock when it changed since `version` was read."""
    _to_change(by, at, block.training)
    now = Block.objects.select_for_update().get(pk=block.pk)
    if now.version != version:
        raise StaleBlock(now)
    _see_that_it_makes_sense(now, said)
    for name in SAID:
        setattr(now, name, said.get(name, getattr(now, name)))
    now.version += 1
    now.save(update_fields=[*SAID, "version"])
    _audit(by, at, now, "agenda changed")
    return now


@transaction.atomic
def reset(*, by: User, at: datetime, block: Block) -> None:
    """Let something be said as the course has it again."""
    _to_change(by, at, block.training)
    now = Block.objects.select_for_update().get(pk=block.pk)
    for name in WORDS:
        setattr(now, name, "")
    now.version += 1
    now.save(update_fields=[*WORDS, "version"])
    _audit(by, at, now, "said as the course has it")


@transaction.atomic
def move(*, by: User, at: datetime, block: Block, down: bool) -> None:
    """Let something come one earlier or one later in its track."""
    order, place = _order(by, at, block)
    to = (later if down else earlier)([lane(one) for one in order], place)
    _put(by, at, order, place, to)


@transaction.atomic
def put_before(*, by: User, at: datetime, block: Block, before: Block | None) -> None:
    """Put something before another on the agenda, or at the end; its track stays."""
    order, place = _order(by, at, block)
    rest = [one for one in order if one.pk != block.pk]
    to = next((n for n, one in enumerate(rest) if before and one.pk == before.pk), len(rest))
    _put(by, at, order, place, to)


@transaction.atomic
def remove(*, by: User, at: datetime, block: Block) -> None:
    """Take something off the agenda, unless people wrote on it."""
    _to_change(by, at, block.training)
    if holds_words(block):
        raise AgendaError(_("People wrote notes on this, so it stays. You can give it no minutes, or move it."))
    _audit(by, at, block, "taken off the agenda")
    Block.objects.get(pk=block.pk).delete()


def _block(training: Training, kind: BlockKind, activity: str, minutes: int | None = None) -> Block:
    course = of_course(kind, activity)
    if kind in (BlockKind.ACTIVITY, BlockKind.PROMPT) and course is None:
        raise AgendaError(_("Choose one of those in the list."))
    usual = course.minutes if course else MINUTES[kind]
    return Block(
        agency_id=training.agency_id,
        training=training,
        kind=kind,
        activity=course.id if course else "",
        # A guest is asked questions, which are ticked off, as after the talk on research.
        board=RESEARCH.id if kind == BlockKind.GUEST else "",
        minutes=usual if minutes is None else minutes,
        grouping=course.grouping if course else Grouping.ALL,
    )


def _append(training: Training, blocks: list[Block]) -> list[Block]:
    order = list(blocks_of(training))
    if len(order) + len(blocks) > BLOCKS_AT_MOST:
        raise AgendaError(_("An agenda holds up to %(number)s things.") % {"number": BLOCKS_AT_MOST})
    for number, block in enumerate(blocks, order[-1].position + 1 if order else 1):
        block.position = number
    return Block.objects.bulk_create(blocks)


def _order(by: User, at: datetime, block: Block) -> tuple[list[Block], int]:
    order = list(blocks_of(_to_change(by, at, block.training)))
    place = next((n for n, one in enumerate(order) if one.pk == block.pk), None)
    if place is None:
        raise AgendaError(_("This is not on the agenda any more."))
    return order, place


def _put(by: User, at: datetime, order: list[Block], place: int, to: int) -> None:
    moved = order.pop(place)
    order.insert(to, moved)
    changed = [one for number, one in enumerate(order, 1) if one.position != number]
    for number, one in enumerate(order, 1):
        one.position = number
    Block.objects.bulk_update(changed, ["position"])
    _audit(by, at, moved, "agenda reordered")


def _see_that_it_makes_sense(block: Block, said: Mapping[str, Any]) -> None:
    led_by, track = said.get("led_by"), said.get("track", TOGETHER)
    if led_by and led_by.training_id != block.training_id:
        raise AgendaError(_("Choose somebody who gives this training."))
    if not TOGETHER <= track <= SECOND:
        raise AgendaError(_("There are two tracks at most."))
    board = said.get("board", "")
    if board and (block.kind not in _HAVE_A_BOARD or board not in _BOARDS):
        raise AgendaError(_("Choose one of the boards in the list."))


def _to_change(by: User, at: datetime, training: Training) -> Training:
    check_can_lead(by, training)
    now = locked(training, at)
    if now.state == TrainingState.OVER:
        raise AgendaError(_("This training is over, and its agenda stays as it was. Copy it to plan the next one."))
    return now


def _audit(by: User, at: datetime, block: Block, did: str) -> None:
    agency_id = block.agency_id
    audit.record(by=by.pk, at=at, agency_id=agency_id, act=f"training: {did}", subject_id=agency_id, target_id=block.pk)
