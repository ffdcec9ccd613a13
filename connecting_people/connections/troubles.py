"""Why something on a map cannot be done; each message says how to mend it."""

from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.connections.facts import Facts
from connecting_people.connections.rules import MOST_CONNECTIONS, MOST_STRENGTHS, MOST_TIES
from connecting_people.connections.ruling import Ruling
from connecting_people.core.troubles import Trouble


class MapError(Trouble):
    """Something on the map cannot be done; the message says how to mend it."""


class Stale(MapError):
    """Somebody changed the same thing after it was read.

    `now` is what it says now, `state` the state that says so, `both` names what both changed.
    """

    def __init__(self, now: Facts, state: UUID, both: frozenset[str]) -> None:
        super().__init__(_("This was changed while you were writing. Both texts are here: keep what you both need."))
        self.now, self.state, self.both = now, state, both


class StaleRuling(MapError):
    """Somebody changed the rings or parts after they were read."""

    def __init__(self, now: Ruling) -> None:
        super().__init__(_("Somebody changed this while you were choosing. Look at it again."))
        self.now = now


class StaleStrength(MapError):
    """Somebody changed a strength after it was read; `kind` and `words` are how it stands now, in that version."""

    def __init__(self, kind: str, words: str, version: int) -> None:
        super().__init__(_("This was changed while you were writing. Both texts are here: keep what you both need."))
        self.kind, self.words, self.version = kind, words, version


class TooMany(MapError):
    """The map is full."""


class WrongDay(MapError):
    """The day lies where it cannot lie."""


class CannotTie(MapError):
    """These two cannot be joined by a line."""


def full_of_connections() -> TooMany:
    """Return what is said where a map holds as many connections as it can."""
    words = _("A map holds up to %(most)s connections. Take somebody off it first, and then this one fits.")
    return TooMany(words % {"most": MOST_CONNECTIONS})


def full_of_ties() -> TooMany:
    """Return what is said where a map holds as many ties as it can."""
    return TooMany(_("A map holds up to %(most)s lines between people. Take one away first.") % {"most": MOST_TIES})


def full_of_strengths() -> TooMany:
    """Return what is said where the list of strengths holds as many as it can."""
    words = _("The list holds up to %(most)s strengths. Take some off it first, and then there is room.")
    return TooMany(words % {"most": MOST_STRENGTHS})
