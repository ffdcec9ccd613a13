"""Once a day the end of each chain is written outside the database, so that a cut tail or an old copy shows."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from django.conf import settings


@dataclass(frozen=True)
class Checkpoint:
    """The end of one agency's chain before the first event of `day`."""

    day: date
    agency_id: UUID
    length: int
    hash: str


def write(checkpoint: Checkpoint) -> None:
    """Add one line to the agency's file in the folder CP_CHECKPOINTS."""
    path = _path(checkpoint.agency_id)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        file.write(f"{checkpoint.day} {checkpoint.length} {checkpoint.hash}\n")


def read(agency_id: UUID) -> list[Checkpoint]:
    """Return the agency's checkpoints, oldest first."""
    path = _path(agency_id)
    if not path.exists():
        return []
    rows = (line.split() for line in path.read_text().splitlines())
    return [Checkpoint(date.fromisoformat(day), agency_id, int(length), hash) for day, length, hash in rows]


def agencies() -> list[UUID]:
    """Return the agencies that have checkpoints."""
    return [UUID(path.stem) for path in Path(settings.AUDIT_CHECKPOINTS).glob("*.txt")]


def _path(agency_id: UUID) -> Path:
    return Path(settings.AUDIT_CHECKPOINTS) / f"{agency_id}.txt"
