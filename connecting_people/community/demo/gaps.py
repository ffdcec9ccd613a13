"""Needs that nothing in the invented place meets, and what became of them."""

from dataclasses import dataclass, field
from uuid import UUID

from connecting_people.community.actions import gaps as actions
from connecting_people.community.demo.town import Town
from connecting_people.community.models import Gap
from connecting_people.community.rules import GapState, Origin
from connecting_people.core.demo import Line, Verbs

_MOVES = {
    "looks_into": GapState.LOOKED_INTO,
    "meets": GapState.FILLED,
    "not_now": GapState.NOT_NOW,
    "reopens": GapState.OPEN,
}


@dataclass
class Gaps:
    """The gaps that later lines speak about, by agency and the name given with `as=`."""

    town: Town
    found: dict[tuple[str, str], UUID] = field(default_factory=dict)

    @property
    def verbs(self) -> Verbs:
        """Return what this file can play."""
        return {"lacks": self.lacks, **dict.fromkeys(_MOVES, self.moves)}

    def lacks(self, line: Line) -> None:
        """Put a need on the board."""
        gap = actions.add_gap(
            by=self.town.cast.users[line.who],
            at=line.at,
            agency=self.town.cast.agencies[line.story],
            need=line.words,
            interest=line.mark("interest"),
            place=line.mark("place"),
            origin=Origin(line.mark("origin", Origin.SAID)),
        )
        self.found[line.story, line.mark("as")] = gap.pk

    def moves(self, line: Line) -> None:
        """Say what becomes of it, and with `asset=` what meets it."""
        gap = Gap.objects.get(pk=self.found[line.story, line.mark("to")])
        actions.move_gap(
            by=self.town.cast.users[line.who],
            at=line.at,
            gap=gap,
            version=gap.version,
            to=_MOVES[line.verb],
            words=line.words,
            filled_by=self.town.asset(line) if line.mark("asset") else None,
        )
