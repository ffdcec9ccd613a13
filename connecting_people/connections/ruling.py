"""How a map is ruled: how many rings there are and what they are called, and whether kinds have parts of their own."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connecting_people.connections.layout import Board, Sector
from connecting_people.connections.rules import USUAL_RINGS
from connecting_people.guide.kinds import CONNECTION_KINDS
from connecting_people.guide.words import StrOrPromise

LONGEST_NAME = 40
RING_NAMES: dict[int, tuple[StrOrPromise, ...]] = {
    0: (),
    3: (gettext_lazy("Very close"), gettext_lazy("Close"), gettext_lazy("Further out")),
    4: (
        gettext_lazy("Very close"),
        gettext_lazy("Close"),
        gettext_lazy("Not so close"),
        gettext_lazy("Further out"),
    ),
    5: (
        gettext_lazy("Very close"),
        gettext_lazy("Close"),
        gettext_lazy("Not so close"),
        gettext_lazy("Further out"),
        gettext_lazy("Far out"),
    ),
}


@dataclass(frozen=True)
class Ruling:
    """The rings and parts of a map. A name that is empty or not there is the usual one."""

    rings: int = USUAL_RINGS
    ring_names: tuple[str, ...] = ()
    sectors: bool = True
    sector_names: dict[str, str] = field(default_factory=dict)
    ties_asked: bool = False
    version: int = 0

    @property
    def ring_words(self) -> tuple[str, ...]:
        """Return what the rings are called, from the middle outwards."""
        own = (*self.ring_names, *[""] * self.rings)
        return tuple(own[at] or str(usual) for at, usual in enumerate(RING_NAMES[self.rings]))

    @property
    def sector_words(self) -> dict[str, str]:
        """Return what the kinds of connection are called on this map."""
        return {kind.id: self.sector_names.get(kind.id, "") or str(kind.name) for kind in CONNECTION_KINDS}

    def ring_in_words(self, ring: int | None) -> str:
        """Say how close a ring is; one beyond the last counts as the last."""
        names = self.ring_words
        if not ring:
            return _("Not placed yet")
        return names[min(ring, len(names)) - 1] if names else ""

    @property
    def board(self) -> Board:
        """Return the map's rings and parts for its picture."""
        sectors = tuple(Sector(id, name) for id, name in self.sector_words.items())
        return Board(self.ring_words, sectors, free=not self.sectors)
