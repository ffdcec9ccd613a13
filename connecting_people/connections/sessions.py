"""One map on one day as it stands in a file, with what a file says about it."""

import uuid
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from connecting_people.connections.refusals import Problem
from connecting_people.connections.rules import Network

OURS = uuid.uuid5(uuid.NAMESPACE_URL, "https://connectingpeople.net/maps")
PROTOCOL = "Connecting People"


@dataclass(frozen=True)
class Session:
    """A network with its frame: whose it is (`case`, `person_id`) and which sitting (`id`), all without names.

    When read: `kinds` are those that the file offers (`None`: it does not say), `typed` tells whether it knows people
    from places, `left_out` names columns that have no place on a map, `problems` the lines that do not fit.
    """

    network: Network
    case: str = ""
    person_id: str = ""
    id: str = ""
    protocol: str = PROTOCOL
    file: str = ""
    kinds: tuple[str, ...] | None = None
    typed: bool = True
    left_out: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = field(default=())

    @property
    def day(self) -> date | None:
        """Return the day of the map."""
        return self.network.day


def uuid_of(id: Hashable, *within: str) -> str:
    """Return an id as a UUID that is the same each time, also where it is none."""
    try:
        return str(uuid.UUID(str(id)))
    except ValueError:
        return str(uuid.uuid5(OURS, "\n".join([*within, str(id)])))


def name_of(session: Session) -> str:
    """Return how the files of one session begin: case and session, without a person's name."""
    safe = "".join(sign if sign.isalnum() or sign in "-." else "-" for sign in session.case)[:60].strip(".-")
    return f"{safe or 'map'}_{uuid_of(session.id, session.case)}"


def moment(at: datetime) -> str:
    """Write a moment as Network Canvas does."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def in_order(sessions: Iterable[Session]) -> list[Session]:
    """Sort by day, those without a day last, so that the map grows as it did."""
    return sorted(sessions, key=lambda session: (session.day is None, session.day or date.min, session.file))
