"""What the access matrix needs of what comes after a training: a board with a gap on it, and who was there."""

from typing import Any

from connecting_people.people.models import User
from connecting_people.training.actions import certificates, evaluation, will_do
from connecting_people.training.models import Training
from connecting_people.training.tests.afterwards import board, came, note


def after_parts(by: User, training: Training, at: Any) -> dict[str, Any]:
    """Write a gap on the board of a training, and let whoever gives it have been there."""
    block = board(training, "local-connections")
    gap = note(block, "gaps", "Nowhere to play chess", at=at)
    place = came(training, by, at=at)
    (given,) = certificates.give(by=by, at=at, training=training, to=[place])
    better = evaluation.plan_better(by=by, at=at, training=training, words="Longer breaks")
    mine = will_do.intend(by=by, at=at, training=training, words="Ask one person about their week")
    return {
        "block_id": block.pk,
        "note_id": gap.pk,
        "where": "gap",
        "certificate_id": given.pk,
        "training:improvement_done": {"improvement_id": better.pk},
        "will_do_id": mine.pk,
    }
