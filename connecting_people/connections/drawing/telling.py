"""A connection in words, for whoever hears the map: what its place, edge, colour and signs show."""

from functools import lru_cache

from django.utils.translation import get_language

from connecting_people.connections.drawing import words
from connecting_people.connections.layout import Board
from connecting_people.connections.rules import Feeling, Nature, Node, State

# Enumerations are slow keys, and these are what most connections have.
_PERSON, _CURRENT, _NOT_SAID = Nature.PERSON, State.CURRENT, Feeling.NOT_SAID


def sharing(node: Node) -> str:
    """Say which way a connection goes: "both", "gives", "gets", or nothing where neither is said."""
    if node.gives:
        return "both" if node.gets else "gives"
    return "gets" if node.gets else ""


def telling(board: Board) -> "Telling":
    """Return what tells the connections of such a map in the reader's language."""
    return _telling(board, get_language())


@lru_cache(maxsize=100)
def _telling(board: Board, _language: str | None) -> "Telling":
    return Telling(board)


class Telling:
    """Tells the connections of one map. Its words are translated once, since a map may hold hundreds."""

    def __init__(self, board: Board) -> None:
        self.rings = ("", *board.rings)
        self.kinds = {sector.id: sector.name for sector in board.sectors}
        self.natures = {nature: str(name) for nature, name in words.NATURES.items()}
        self.states = {state: str(name) for state, name in words.STATES.items()}
        self.feelings = {feeling: str(name) for feeling, name in words.FEELINGS.items()}
        self.services = {told: str(name) for told, name in words.SERVICES.items()}
        self.sharing = {"": "", **{told: str(name) for told, name in words.SHARING.items()}}
        self.ring_not_said = str(words.NOT_PLACED) if board.rings else ""
        self.knows = ("", str(words.KNOWS_ONE), str(words.KNOWS_MANY))
        self.kept = str(words.KEPT)

    def of(self, node: Node, knows: int) -> str:
        """Return all that the picture shows of a connection, in a few short sentences."""
        ring = self.rings[min(node.ring or 0, len(self.rings) - 1)]
        said = [
            node.name,
            "" if node.nature is _PERSON else self.natures[node.nature],
            self.kinds.get(node.kind or "", ""),
            ring or self.ring_not_said,
            "" if node.state is _CURRENT else self.states[node.state],
            "" if node.inside_services is None else self.services[node.inside_services],
            self.sharing[sharing(node)],
            "" if node.feeling is _NOT_SAID else self.feelings[node.feeling],
            self.knows[min(knows, 2)] % {"count": knows} if knows else "",
            self.kept if node.kept else "",
        ]
        return ". ".join([part for part in said if part])
