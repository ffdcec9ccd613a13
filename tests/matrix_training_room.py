"""What the access matrix needs of the live room: one that is open, with somebody in it who wrote something."""

from typing import Any

from connecting_people.people.models import User
from connecting_people.training.models import Training
from connecting_people.training.tests.rooms import a_block, an_open_room, come_in, writes


def room_parts(by: User, training: Training) -> dict[str, Any]:
    """Open the room of a training, and let somebody come in and write."""
    block = a_block(training, 0, "explainer")
    room = an_open_room(by, training, "explainer")
    trainee, browser = come_in(room, "Priya")
    note = writes(trainee, "unclear", "Who pays for the bus?")
    (seat,) = browser.cookies.values()
    return {
        "track": 0,
        "code": room.code,
        "seat": seat.value,
        "training:own_note": {"note_id": note.pk},
        "training:move": {"body": {"to": str(block.pk)}},
        "training:room_people": {"body": {"trainee": str(trainee.pk)}},
    }
