"""What the access matrix needs of trainings: one that the practitioner gives, and what they kept of one."""

from datetime import timedelta
from typing import Any

from connecting_people.people.models import Agency, User
from connecting_people.training.actions import practice, trainings
from connecting_people.training.models import Room, Trainee
from connecting_people.training.rules import Who
from tests.matrix_training_after import after_parts


def training_parts(by: User, agency: Agency, at: Any) -> dict[str, Any]:
    """Plan a training, and keep what was practised in it."""
    training = trainings.plan(by=by, at=at, agency=agency, title="A first day together")
    return (
        {
            "training_id": training.pk,
            "training:slides": {"slides_form": "pdf"},
            "training:paper": {"paper": "handout", "print_size": "usual"},
            "training:course_activity": {"activity_id": "own-map"},
        }
        | after_parts(by, training, at)
        | _practice_parts(by, training, at)
    )


def _practice_parts(by: User, training: Any, at: Any) -> dict[str, Any]:
    here = {"agency_id": training.agency_id, "code_hash": str(training.pk), "track": 9}
    room = Room.objects.create(training=training, opened_at=at, closes_at=at + timedelta(hours=12), **here)
    seat = Trainee.objects.create(
        agency_id=training.agency_id, room=room, seat_hash=str(room.pk), who=Who.PRACTITIONER, joined_at=at
    )
    return {"space_id": practice.keep(by=by, at=at, seat=seat).pk}
