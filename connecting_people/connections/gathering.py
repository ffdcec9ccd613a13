"""A network as it grows out of the lines of a file, with what cannot be: an id twice, a tie to nobody, too many."""

from collections.abc import Hashable
from datetime import UTC, date, datetime

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from connecting_people.connections.refusals import NotTakenIn, Problem, stays_out
from connecting_people.connections.rules import MOST_CONNECTIONS, MOST_RINGS, MOST_TIES, USUAL_RINGS, Network, Node
from connecting_people.core.london import day_of
from connecting_people.guide.words import StrOrPromise

TOO_MANY_CONNECTIONS = format_lazy(
    _("A map holds up to {most} connections. There are more here."), most=MOST_CONNECTIONS
)
TOO_MANY_TIES = format_lazy(_("A map holds up to {most} ties. There are more here."), most=MOST_TIES)
MOST_PROBLEMS = 200


class Gathering:
    """Takes in nodes and ties one by one; each node may go by two ids, as in the files of Network Canvas."""

    def __init__(self, file: str) -> None:
        """Begin with nobody."""
        self.file = file
        self._nodes: dict[Hashable, Node] = {}
        self._known_as: dict[str, Hashable] = {}
        self._ties: set[tuple[Hashable, Hashable]] = set()
        self._problems: list[Problem] = []

    def node(self, node: Node, line: int, number: str) -> None:
        """Take in one connection, which the file also calls `number`."""
        if node.id in self._nodes or number in self._known_as:
            self._says(line, format_lazy(_("The id {id} stands here for the second time."), id=str(node.id)[:60]))
        elif len(self._nodes) == MOST_CONNECTIONS:
            raise stays_out(self.file, TOO_MANY_CONNECTIONS, line)
        else:
            self._nodes[node.id] = node
            self._known_as[number] = self._known_as[str(node.id)] = node.id

    def tie(self, one: str, other: str, line: int) -> None:
        """Take in one tie; it has no direction, counts once, and to oneself there is none."""
        a, b = self._known_as.get(one), self._known_as.get(other)
        if a is None or b is None:
            unknown = (other if b is None else one)[:60]
            self._says(line, format_lazy(_("This tie leads to {id}, who is not in the file."), id=unknown or "?"))
        elif a != b and (b, a) not in self._ties:
            self._ties.add((a, b))
            if len(self._ties) > MOST_TIES:
                raise stays_out(self.file, TOO_MANY_TIES, line)

    def _says(self, line: int, reason: StrOrPromise) -> None:
        if len(self._problems) == MOST_PROBLEMS:
            raise NotTakenIn(self._problems)
        self._problems.append(Problem(self.file, line, reason))

    def network(self, said: dict[str, str]) -> Network:
        """Return the whole network, with what is said of it, or raise what stands in its way."""
        if self._problems:
            raise NotTakenIn(self._problems)
        nodes = tuple(self._nodes.values())
        rings = said.get("rings", "")
        most = int(rings) if rings in {str(ring) for ring in range(MOST_RINGS + 1)} else USUAL_RINGS
        return Network(
            nodes=nodes,
            ties=frozenset(self._ties),
            ties_asked=said.get("ties_asked", "").casefold() != "false",
            rings=max(most, *(node.ring or 0 for node in nodes), 0),
            day=_day(said.get("day", "")) or _day(said.get("sessionstart", "")),
        )


def _day(text: str) -> date | None:
    """Read a day, a moment, or the milliseconds since 1970 of old files."""
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
        return day_of(
            datetime.fromtimestamp(int(text) / 1000, UTC) if text.isdecimal() else datetime.fromisoformat(text)
        )
    except (ValueError, OverflowError, OSError):
        return None
