"""Company in the demo: who would like it, whether it fits, the daily pass, and where two pairs meet."""

from dataclasses import dataclass
from datetime import time
from typing import Any

from connecting_people.community.models import Asset
from connecting_people.core.demo import Line, Verbs
from connecting_people.introductions import actions, queries
from connecting_people.introductions.rules import EVERY_DAY
from connecting_people.journey.demo import Record


@dataclass
class Company:
    """What people of the play say of company."""

    record: Record

    @property
    def verbs(self) -> Verbs:
        """Return what this room can play."""
        return {
            "company": self.wish,
            "company_fits": self.fits,
            "company_day": self.daily,
            "company_place": self.propose,
            "company_answer": self.answer,
        }

    def wish(self, line: Line) -> None:
        """Say what one would like company for."""
        days = sum(1 << (day - 1) for day in line.numbers("days")) or EVERY_DAY
        ways = actions.Ways(days, int(line.mark("km", "5")), sum(line.numbers("needs")), line.mark("name") == "yes")
        until = line.day("until") or line.today
        actions.wish(**self._act(line), interest=line.mark("what"), until_date=until, ways=ways)

    def fits(self, line: Line) -> None:
        """Say that introductions fit, whoever it may be."""
        actions.say_fits(**self._act(line), says_name=line.mark("name") == "yes")

    def daily(self, line: Line) -> None:
        """Look through the agency, as the command does each day."""
        actions.bring_together(by=None, at=line.at, agency=self.record.pairs.reach(line).agency)

    def propose(self, line: Line) -> None:
        """Propose a place, of the directory with `asset=`, and a time."""
        act = self._act(line)
        name = line.mark("asset")
        asset = Asset.objects.get(agency_id=act["partnership"].agency_id, name=name) if name else None
        actions.propose(
            **act,
            **self._side(act),
            asset=asset,
            place=line.words,
            meeting_date=line.day("day") or line.today,
            begins=time.fromisoformat(line.mark("at")),
        )

    def answer(self, line: Line) -> None:
        """Say whether that suits."""
        act = self._act(line)
        actions.answer(**act, **self._side(act), yes=line.mark("yes") == "yes")

    def _act(self, line: Line) -> dict[str, Any]:
        pairs = self.record.pairs
        return {"by": pairs.cast.user(line.who, line.at), "at": line.at, "partnership": pairs.reach(line)}

    def _side(self, act: dict[str, Any]) -> dict[str, Any]:
        side = queries.sides_of(act["partnership"])[0]
        return {"side": side, "number": queries.proposals_of(side).count()}
