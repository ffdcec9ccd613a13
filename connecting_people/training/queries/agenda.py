"""The agenda of a training."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from connecting_people.training.models import Block, Note, Training
from connecting_people.training.rules import BlockKind
from connecting_people.training.times import BEFORE


def blocks_of(training: Training) -> "QuerySet[Block]":
    """Return what is on the agenda of a training, in its order, with who leads it."""
    return training.blocks.select_related("led_by").order_by("position", "pk")


def block_in(training: Training, block_id: UUID) -> Block:
    """Return one thing on the agenda of a training; Http404 when it has none of this id."""
    found = blocks_of(training).filter(pk=block_id).first()
    if found is None:
        raise Http404
    found.training = training
    return found


def lane(block: Block) -> int:
    """Return in which list something stands: what is done before the day, for all together, or one of two tracks."""
    return BEFORE if block.kind == BlockKind.BEFORE else block.track


def holds_words(block: Block) -> bool:
    """Say whether people wrote or worked in groups during a block, so that it is more than a plan."""
    own = Q(pk=block.pk)
    noted = Exists(Note.objects.filter(block=OuterRef("pk")))
    grouped = Q(room_groups__isnull=False) | Q(note_groups__isnull=False)
    return Block.objects.filter(own).filter(noted | grouped).exists()
