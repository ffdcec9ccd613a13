"""What the access matrix needs of the practice space: what somebody with a login kept of theirs."""

from datetime import timedelta
from typing import Any

from connecting_people.people.models import User
from connecting_people.training.actions import practice
from connecting_people.training.models import Room, Trainee, Training
from connecting_people.training.rules import Who


def practice_parts(by: User, training: Training, at: Any) -> dict[str, Any]:
    """Keep what was practised in a training."""
    here = {"agency_id": training.agency_id, "code_hash": str(training.pk), "track": 9}
    room = Room.objects.create(training=training, opened_at=at, closes_at=at + timedelta(hours=12), **here)
    seat = Trainee.objects.create(
        agency_id=training.agency_id, room=room, seat_hash=str(room.pk), who=Who.PRACTITIONER, joined_at=at
    )
    return {"space_id": practice.keep(by=by, at=at, seat=seat).pk}
