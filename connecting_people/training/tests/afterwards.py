"""A training that is over, made for tests: its boards with notes on them, and who was there."""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.urls import reverse
from django.utils import timezone

from connecting_people.people.models import User
from connecting_people.training.actions import trainings
from connecting_people.training.models import Attendance, Block, Note, Room, Trainee, Trainer, Training
from connecting_people.training.rules import BlockKind, Going, Who
from tests.cast import Cast


def past_training(cast: Cast, by: str = "ben", **values: Any) -> Training:
    """Return a training of the cast's agency that was given in March 2026."""
    user = cast.user(by)
    assert user is not None
    training = trainings.plan(by=user, at=cast.at, agency=cast.agency, title="Beside each other")
    given = {"begins_at": datetime(2026, 3, 12, 9, 30, tzinfo=timezone.get_current_timezone())} | values
    Training.objects.filter(pk=training.pk).update(**given)
    training.refresh_from_db()
    return training


def board(training: Training, activity: str, position: int = 1) -> Block:
    """Return a block of the agenda with the board of an activity."""
    return Block.objects.create(
        agency_id=training.agency_id,
        training=training,
        position=position,
        kind=BlockKind.ACTIVITY,
        activity=activity,
        minutes=30,
    )


def note(block: Block, column: str, text: str, *, at: datetime, **values: Any) -> Note:
    """Return a note on a board, of a practitioner unless told otherwise."""
    given = {"who": Who.PRACTITIONER, "version": 1} | values
    return Note.objects.create(
        agency_id=block.agency_id,
        training_id=block.training_id,
        block=block,
        column=column,
        text=text,
        made_at=at,
        **given,
    )


def came(
    training: Training, user: User | None, *, at: datetime, name: str = "", going: Going = Going.CAME
) -> Attendance:
    """Return the place at a training of somebody who came."""
    called = name or (user.name if user else "Somebody")
    return Attendance.objects.create(
        agency_id=training.agency_id,
        training=training,
        user=user,
        name=called,
        who=Who.PRACTITIONER,
        going=going,
        asked_at=at,
    )


def seated(training: Training, secret: str = "a seat", *, at: datetime, **values: Any) -> Trainee:
    """Return somebody in the room of a training, whose browser holds `secret`."""
    room, _made = Room.objects.get_or_create(
        agency_id=training.agency_id,
        training=training,
        defaults={
            "code": "ABCDEFGH",
            "code_hash": sha256(str(training.pk).encode()).hexdigest(),
            "opened_at": at,
            "closes_at": at + timedelta(hours=12),
        },
    )
    given = {"who": Who.SERVICE_USER} | values
    return Trainee.objects.create(
        agency_id=training.agency_id, room=room, seat_hash=sha256(secret.encode()).hexdigest(), joined_at=at, **given
    )


def gives_too(training: Training, user: User) -> Trainer:
    """Let somebody else give a training as well."""
    return Trainer.objects.create(
        agency_id=training.agency_id, training=training, user=user, name=user.name, who=Who.PRACTITIONER
    )


def at(training: Training, page: str, **ids: Any) -> str:
    """Return the address of one of a training's pages."""
    return reverse(f"training:{page}", kwargs={"agency_id": training.agency_id, "training_id": training.pk, **ids})


def main(response: Any) -> str:
    """Return the main part of a page."""
    return str(response.content.decode().split("<main", 1)[1].split("</main", 1)[0])
