"""Trainings for the tests of this room's materials: a whole day, an empty one, and one of forty blocks."""

from datetime import UTC, datetime

from connecting_people.people.models import User
from connecting_people.training.actions import trainings
from connecting_people.training.course.activities import ACTIVITIES
from connecting_people.training.course.prompts import GOAL_SCALE
from connecting_people.training.models import Block, Guest, Speaker, Training
from connecting_people.training.rules import BlockKind, GuestState, Who
from tests.cast import Cast

BEGINS = datetime(2027, 1, 14, 9, 30, tzinfo=UTC)
MARKUP = '=1+1 #strong[W] <b>&</b> {{ 7*7 }} $x$ \\ "'


def planned(cast: Cast, *, by: User | None = None, title: str = "A first day together") -> Training:
    """Plan a training of Ben's with nothing on its agenda yet."""
    training = trainings.plan(by=by or cast.ben, at=cast.at, agency=cast.agency, title=title)
    training.begins_at, training.where = BEGINS, "St Mary’s Hall"
    training.save(update_fields=["begins_at", "where"])
    return training


def add(training: Training, kind: BlockKind, activity: str = "", **given: object) -> Block:
    """Put something at the end of an agenda."""
    return Block.objects.create(
        agency=training.agency,
        training=training,
        position=training.blocks.count(),
        kind=kind,
        activity=activity,
        **{"minutes": 20, "led_by": training.trainers.first(), **given},
    )


def whole_day(cast: Cast) -> Training:
    """Plan a day of all thirteen activities, a prompt, a break, a guest, pre-work, and one activity of one's own."""
    training = planned(cast)
    add(training, BlockKind.BEFORE, title="Read the eight steps", minutes=0)
    for one in ACTIVITIES:
        add(training, BlockKind.ACTIVITY, one.id, minutes=one.minutes, grouping=one.grouping)
    add(training, BlockKind.BREAK, minutes=15)
    add(training, BlockKind.PROMPT, GOAL_SCALE.id)
    guest = add(training, BlockKind.GUEST)
    add(training, BlockKind.OWN, title=MARKUP, aim="Meet outdoors", how="Walk.\n\nTalk.", board="first-session")
    asked(training, guest, "What there is around here")
    return training


def asked(training: Training, block: Block, topic: str, state: GuestState = GuestState.COMES) -> None:
    """Ask somebody to speak in a block."""
    by, at = training.made_by, training.made_at
    speaker = Speaker.objects.create(agency=training.agency, name="Olu", who=Who.OUTSIDE, made_by=by, made_at=at)
    Guest.objects.create(
        agency=training.agency, training=training, speaker=speaker, block=block, topic=topic, state=state
    )
