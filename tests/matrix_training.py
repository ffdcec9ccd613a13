"""What the access matrix needs of trainings: one that the practitioner gives."""

from typing import Any

from connecting_people.people.models import Agency, User
from connecting_people.training.actions import trainings
from tests.matrix_training_after import after_parts


def training_parts(by: User, agency: Agency, at: Any) -> dict[str, Any]:
    """Plan a training."""
    training = trainings.plan(by=by, at=at, agency=agency, title="A first day together")
    return {
        "training_id": training.pk,
        "training:slides": {"slides_form": "pdf"},
        "training:paper": {"paper": "handout", "print_size": "usual"},
        "training:course_activity": {"activity_id": "own-map"},
    } | after_parts(by, training, at)
