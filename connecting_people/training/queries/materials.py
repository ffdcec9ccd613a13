"""What the materials of a training are made from, in three queries however long its agenda is."""

from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.words import StrOrPromise
from connecting_people.training.models import Block, Training
from connecting_people.training.outline import Item, Outline, course_of, paragraphs, timed
from connecting_people.training.rules import BlockKind, Grouping, GuestState
from connecting_people.ui.jinja import day

_NAMES: Final[dict[BlockKind, StrOrPromise]] = {
    BlockKind.ACTIVITY: _("An activity"),
    BlockKind.PROMPT: _("A talk"),
    BlockKind.GUEST: _("A guest speaks"),
    BlockKind.OWN: _("An activity of our own"),
    BlockKind.BREAK: _("Break"),
    BlockKind.BEFORE: _("Before the day"),
}


def outline_of(training: Training) -> Outline:
    """Return a training as its materials tell it. `training` comes with its agency."""
    blocks = training.blocks.select_related("led_by").prefetch_related("guests").order_by("position", "pk")
    trainers = training.trainers.filter(ended_at=None).order_by("name", "pk").values_list("name", flat=True)
    return Outline(
        title=training.title,
        agency=training.agency.name,
        day=day(training.begins_at),
        where=training.where,
        places=training.places,
        trainers=tuple(trainers),
        items=tuple(timed(map(_item, blocks), training.begins_at)),
    )


def _item(block: Block) -> Item:
    kind = BlockKind(block.kind)
    course = course_of(kind, block.activity, block.board)
    own = course if course and kind in (BlockKind.ACTIVITY, BlockKind.PROMPT) else None
    return Item(
        id=str(block.pk),
        kind=kind,
        minutes=block.minutes,
        track=block.track,
        grouping=Grouping(block.grouping),
        led_by=block.led_by.name if block.led_by else "",
        name=block.title or (str(own.name) if own else str(_NAMES[kind])),
        aim=block.aim or (str(own.aim) if own else ""),
        goal=block.goal,
        needs=paragraphs(block.needs) or _words(own.needs if own else ()),
        how=paragraphs(block.how) or _words(own.how if own else ()),
        listen_for=paragraphs(block.listen_for) or _words(own.listen_for if own else ()),
        leaves=str(own.leaves) if own else "",
        topics=tuple(one.topic for one in block.guests.all() if one.topic and one.state == GuestState.COMES),
        course=course,
        is_course=own is not None,
    )


def _words(said: Iterable[StrOrPromise]) -> tuple[str, ...]:
    return tuple(map(str, said))
