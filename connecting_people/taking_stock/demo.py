"""Step 5 of the demo: what two people would keep, change or stop, and how it is going for a practitioner."""

from dataclasses import dataclass
from typing import Any

from connecting_people.core.demo import Line, Verbs
from connecting_people.core.london import day_of
from connecting_people.stepping_out.demo import Outings
from connecting_people.stepping_out.queries import outing_in
from connecting_people.taking_stock.actions import own
from connecting_people.taking_stock.actions.taking import Answer, take
from connecting_people.taking_stock.models import OwnStock
from connecting_people.taking_stock.queries.stock import key_of
from connecting_people.taking_stock.queries.takes import open_view
from connecting_people.taking_stock.rules import About, Choice, Goes, Point


@dataclass
class Stock:
    """Stock-takes of the play. Each speaks of the goals, outings and people that other lines have named."""

    outings: Outings

    @property
    def verbs(self) -> Verbs:
        """Return what this room can play."""
        return {"takes_stock": self.takes_stock, "own_stock": self.own_stock}

    def takes_stock(self, line: Line) -> None:
        """Say what to keep, change or stop, one to a line as "keep | goal sing | why"; the other lines are words."""
        pairs = self.outings.plans.record.pairs
        here = pairs.reach(line)
        act: dict[str, Any] = {"by": pairs.cast.users[line.who], "at": line.at, "partnership": here}
        voice = pairs.place(here, line, "voice")
        rows = [[part.strip() for part in row.split("|")] for row in line.words.splitlines()]
        answers = [self._answer(line, act, row) for row in rows if row[0] in list(Choice)]
        words = "\n".join(" | ".join(row) for row in rows if row[0] not in list(Choice))
        now = open_view(here, voice or here.me, day_of(line.at))
        if now:
            # Said again within the fortnight: what was said before stays.
            words = "\n".join(filter(None, (now.words, words)))
            before = [Answer(one.key, one.choice, one.why) for one in now.said]
            answers = [*before, *(one for one in answers if one.key not in {said.key for said in before})]
        kept = line.mark("kept") == "yes"
        seen = now.seen if now else ""
        take(**act, answers=answers, words=words, voice=voice, to_oneself=kept, seen=seen)

    def own_stock(self, line: Line) -> None:
        """Take stock of one's own work, one to a line as "time | hard | why"; with `show=` a team may see it."""
        cast = self.outings.plans.record.pairs.cast
        rows = [[part.strip() for part in row.split("|")] for row in line.words.splitlines()]
        points = {Point(row[0]): own.PointSaid(Goes(row[1]), row[2]) for row in rows if row[0] in list(Point)}
        words = "\n".join(row[0] for row in rows if row[0] not in list(Point))
        by, agency = cast.users[line.who], cast.agencies[line.mark("agency", "riverside")]
        stock: OwnStock = own.take_own(by=by, at=line.at, agency=agency, points=points, words=words)
        if line.mark("show"):
            own.show_own(by=by, at=line.at, stock=stock, team=cast.teams[line.mark("show")])

    def _answer(self, line: Line, act: dict[str, Any], row: list[str]) -> Answer:
        sort, _, name = row[1].partition(" ")
        about, at = About(sort), (line.story, name)
        if about == About.OUTING:
            key = key_of(about, outing_in(act["partnership"], self.outings.found[at]).entry_id)
        elif about == About.SUPPORT:
            key = about.value
        else:
            found = self.outings.plans.goals[at].pk if about == About.GOAL else self.outings.maps.found[at]
            key = key_of(about, found)
        return Answer(key, Choice(row[0]), row[2] if len(row) > 2 else "")
