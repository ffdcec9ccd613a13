"""What the access matrix needs of trainings: one that the practitioner gives, with all that is planned for it."""

from typing import Any

from connecting_people.people.models import Agency, User
from connecting_people.training.actions import agenda, guests, places, trainers, trainings
from connecting_people.training.models import Improvement, Training
from connecting_people.training.rules import BlockKind, Who
from tests.matrix_training_after import after_parts
from tests.matrix_training_practice import practice_parts
from tests.matrix_training_room import room_parts


def training_parts(by: User, agency: Agency, at: Any) -> dict[str, Any]:
    """Plan a training, with an agenda, another who gives it, a guest, and the team asked to come."""
    training = trainings.plan(by=by, at=at, agency=agency, title="A first day together")
    act = {"by": by, "at": at, "training": training}
    block = agenda.add(**act, kind=BlockKind.ACTIVITY, activity="own-map")
    trainer = trainers.add_trainer(**act, who=Who.CARER, name="Winnie from the lunch club")
    speaker = guests.keep_speaker(by=by, at=at, agency=agency, name="Aled of the boat yard", who=Who.OUTSIDE)
    guest = guests.ask_guest(**act, speaker=speaker, topic="What a boat yard is for")
    places.ask(**act, teams=[one.team for one in by.memberships.exclude(team=None)], people=[], link="")
    given = {"name": "Sam", "email": "", "who": Who.OUTSIDE, "link": ""}
    place = places.ask_somebody(**act, **given)
    planned = {
        "training_id": training.pk,
        "training:slides": {"slides_form": "pdf"},
        "training:paper": {"paper": "handout", "print_size": "usual"},
        "training:course_activity": {"activity_id": "own-map"},
        "block_id": block.pk,
        "trainer_id": trainer.pk,
        "speaker_id": speaker.pk,
        "guest_id": guest.pk,
        "attendance_id": place.pk,
        "training:tick_improvement": {"improvement_id": _to_improve(by, at, training).pk},
        "training:take_along": {"improvement_id": _to_improve(by, at, training).pk},
    }
    return planned | after_parts(by, training, at) | practice_parts(by, training, at) | room_parts(by, training)


def _to_improve(by: User, at: Any, training: Training) -> Improvement:
    words = {"words": "Begin with tea", "made_by": by, "made_at": at}
    return Improvement.objects.create(agency_id=training.agency_id, training=training, carried_to=training, **words)
