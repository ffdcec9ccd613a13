"""What the materials of a training are made from, in three queries however long its agenda is."""

from connecting_people.training.course.taught import of_course, taught, used_by
from connecting_people.training.models import Block, Training
from connecting_people.training.outline import Item, Outline, timed
from connecting_people.training.rules import BlockKind, Grouping, GuestState
from connecting_people.ui.jinja import day


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
    said, own = taught(block), of_course(block.kind, block.activity)
    return Item(
        id=str(block.pk),
        kind=BlockKind(block.kind),
        minutes=block.minutes,
        track=block.track,
        grouping=Grouping(block.grouping),
        led_by=block.led_by.name if block.led_by else "",
        name=said.title,
        aim=said.aim,
        goal=block.goal,
        needs=said.needs,
        how=said.how,
        listen_for=said.listen_for,
        leaves=str(own.leaves) if own else "",
        topics=tuple(one.topic for one in block.guests.all() if one.topic and one.state == GuestState.COMES),
        course=used_by(block),
        is_course=own is not None,
    )
