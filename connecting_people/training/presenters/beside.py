"""What stands beside a board."""

from dataclasses import dataclass

from connecting_people.training.course.words import Screen
from connecting_people.training.models import Block, Room, Trainee


@dataclass(frozen=True)
class BesideCard:
    """What stands beside a board."""


def beside(block: Block, room: Room, trainee: Trainee | None, screen: Screen) -> BesideCard | None:
    """Return what stands beside the board of a block on this screen, if anything does."""
    return None
