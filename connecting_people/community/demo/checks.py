"""How the directory of the demo stays true: who looked at what, and what people said is wrong."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from uuid import UUID

from connecting_people.community.actions import checking as actions
from connecting_people.community.demo.town import Town
from connecting_people.community.models import Problem
from connecting_people.community.rules import Found, Status, Wrong
from connecting_people.core.demo import Line, Verbs, moment
from connecting_people.core.london import day_of
from connecting_people.people.models import User

# Who looks at how many entries a week.
_LOOK = {"riverside": (("ben", "dev", "ela", "marta", "samuel", "priya"), 4), "hillside": (("ivan", "yusuf"), 1)}
_DAYS = ("mon", "tue", "wed", "thu", "fri")
_FOUND = (Found.RIGHT,) * 7 + (Found.NOT_REACHED,)


@dataclass
class Checks:
    """What somebody said is wrong and a later line puts right, by agency and the name given with `as=`."""

    town: Town
    problems: dict[tuple[str, str], UUID] = field(default_factory=dict)

    @property
    def verbs(self) -> Verbs:
        """Return what this file can play."""
        return {
            "checks": self.checks,
            "closes": self.closes,
            "shares_checks": self.shares_checks,
            "says_wrong": self.says_wrong,
            "puts_right": self.puts_right,
        }

    def lines(self, today: date) -> Iterator[Line]:
        """Yield a few looks a week at entries that were there by then, drawn by lot; Town.lines comes before."""
        closed = {name for agency in _LOOK for name in self._closed(agency, today)}
        for agency, (staff, many) in _LOOK.items():
            chance = Random(f"{agency} {today}")
            for week in range(54, 0, -1):
                start = moment(today, week, "mon", "09:10")
                known = sorted(
                    name
                    for (owner, name), at in self.town.written.items()
                    if owner == agency and at < start and name not in closed
                )
                for number, name in enumerate(chance.sample(known, min(many, len(known)))):
                    who = staff[(week + number) % len(staff)]
                    at = moment(today, week, _DAYS[(week + number) % 5], "11:10") + timedelta(seconds=number)
                    marks = {"asset": name, "found": chance.choice(_FOUND).value}
                    yield Line(at, agency, who, "checks", marks=marks, today=today)

    def checks(self, line: Line) -> None:
        """Say what one found who looked."""
        actions.check(by=self._by(line), at=line.at, asset=self.town.asset(line), found=Found(line.mark("found")))

    def closes(self, line: Line) -> None:
        """Say that something has closed, for now or for good."""
        asset = self.town.asset(line)
        actions.close_asset(
            by=self._by(line), at=line.at, asset=asset, version=asset.version, status=Status(line.mark("status"))
        )

    def shares_checks(self, line: Line) -> None:
        """Share out what a team looks at this week."""
        day = day_of(line.at)
        actions.share_out(
            by=self._by(line),
            at=line.at,
            agency=self.town.cast.agencies[line.story],
            team=self.town.cast.teams[line.mark("team")],
            week=day - timedelta(days=day.weekday()),
        )

    def says_wrong(self, line: Line) -> None:
        """Say that an entry is wrong."""
        wrong = Wrong(line.mark("wrong"))
        problem = actions.say_wrong(
            by=self._by(line), at=line.at, asset=self.town.asset(line), wrong=wrong, words=line.words
        )
        self.problems[line.story, line.mark("as")] = problem.pk

    def puts_right(self, line: Line) -> None:
        """Say what came of it."""
        problem = Problem.objects.get(pk=self.problems[line.story, line.mark("to")])
        actions.settle(by=self._by(line), at=line.at, problem=problem, outcome=line.words)

    def _closed(self, agency: str, today: date) -> Iterator[str]:
        return (line.mark("asset") for line in self.town.history("entries", today) if "status: defunct" in line.words)

    def _by(self, line: Line) -> User:
        return self.town.cast.users[line.who]
