"""What the access matrix needs of trainings: one that the practitioner gives, with somebody in its room."""

from typing import Any

from connecting_people.people.models import Agency, User
from connecting_people.training.actions import trainings
from connecting_people.training.tests.rooms import a_block, an_open_room, come_in, writes


def training_parts(by: User, agency: Agency, at: Any) -> dict[str, Any]:
    """Plan a training, open its room, and let somebody come in and write."""
    training = trainings.plan(by=by, at=at, agency=agency, title="A first day together")
    return {"training_id": training.pk} | _room_parts(by, training)


def _room_parts(by: User, training: Any) -> dict[str, Any]:
    block = a_block(training, 0, "explainer")
    room = an_open_room(by, training, "explainer")
    trainee, browser = come_in(room, "Priya")
    note = writes(trainee, "unclear", "Who pays for the bus?")
    (seat,) = browser.cookies.values()
    return {
        "block_id": block.pk,
        "track": 0,
        "code": room.code,
        "note_id": note.pk,
        "seat": seat.value,
        "training:move": {"body": {"to": str(block.pk)}},
        "training:room_people": {"body": {"trainee": str(trainee.pk)}},
    }
