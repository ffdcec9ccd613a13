"""From which training something came, as its own page says it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Came:
    """A training by its id, for the link of those who may read it, and its day, of which a page says the month."""

    training: UUID
    day: date


def came_from(training: UUID | None, day: date | None) -> Came | None:
    """Return from which training something came; None for all that came otherwise."""
    return Came(training, day) if training and day else None
