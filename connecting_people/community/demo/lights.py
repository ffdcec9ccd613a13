"""Traffic lights of the demo: who rates what, who looks at it, and what moves a light."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID

from connecting_people.community.actions import improvements as ideas
from connecting_people.community.actions import ratings as actions
from connecting_people.community.actions.ratings import Decision
from connecting_people.community.demo.town import Town
from connecting_people.community.models import Improvement, Rating
from connecting_people.community.rules import ImprovementState, Light, Rater, RatingState
from connecting_people.core.demo import Line, Verbs
from connecting_people.core.london import LONDON, day_of
from connecting_people.people.demo import STAFF
from connecting_people.people.models import User

_STAFF = frozenset({name for name, _role, _place in STAFF} | {"gwen", "nadia"})
_SUPPORTERS = frozenset({"cora"})
_IDEAS = {
    "takes_idea_on": ImprovementState.TAKEN_ON,
    "idea_done": ImprovementState.DONE,
    "idea_not_now": ImprovementState.NOT_NOW,
}


@dataclass
class Lights:
    """The lights and ideas that later lines speak about, by agency and the name given with `as=`."""

    town: Town
    ratings: dict[tuple[str, str], UUID] = field(default_factory=dict)
    ideas: dict[tuple[str, str], UUID] = field(default_factory=dict)

    @property
    def verbs(self) -> Verbs:
        """Return what this file can play."""
        moves = dict.fromkeys(_IDEAS, self.moves_idea)
        return {"rates": self.rates, "decides": self.decides, "suggests": self.suggests} | moves

    def lines(self, today: date) -> Iterator[Line]:
        """Yield what the histories tell, and a look at each light that says `shown=dev+2`."""
        for number, line in enumerate(self.town.history("lights", today)):
            name, _, days = line.mark("shown").partition("+")
            key = line.mark("as") or f"light {number}"
            yield Line(line.at, line.story, line.who, line.verb, line.words, {**line.marks, "as": key}, today)
            if name:
                at = _at_work(day_of(line.at) + timedelta(days=int(days)), number)
                yield Line(at, line.story, name, "decides", line.words, {"to": key, "state": "shown"}, today)

    def rates(self, line: Line) -> None:
        """Give a light; what is said below it is the reason."""
        rating = actions.rate(
            by=self._by(line),
            at=line.at,
            asset=self.town.asset(line),
            rater=Rater(_rater(line.who)),
            light=Light(line.mark("light")),
            reason=line.words,
            signed=line.mark("signed") == "yes",
        )
        self.ratings[line.story, line.mark("as")] = rating.pk

    def decides(self, line: Line) -> None:
        """Look at a light: `state=shown` with what others read below, or `state=turned_down` with the reason."""
        rating = Rating.objects.get(pk=self.ratings[line.story, line.mark("to")])
        decision = Decision(RatingState(line.mark("state")), line.words, line.mark("why"))
        actions.decide(by=self._by(line), at=line.at, rating=rating, decision=decision)

    def suggests(self, line: Line) -> None:
        """Say what would move a light."""
        idea = ideas.improve(
            by=self._by(line),
            at=line.at,
            asset=self.town.asset(line),
            from_light=Light(line.mark("from")),
            to_light=Light(line.mark("to")),
            idea=line.words,
        )
        self.ideas[line.story, line.mark("as")] = idea.pk

    def moves_idea(self, line: Line) -> None:
        """Take an idea on, or say what came of it."""
        idea = Improvement.objects.get(pk=self.ideas[line.story, line.mark("to")])
        ideas.move_improvement(
            by=self._by(line),
            at=line.at,
            improvement=idea,
            version=idea.version,
            state=_IDEAS[line.verb],
            outcome=line.words,
        )

    def _by(self, line: Line) -> User:
        return self.town.cast.users[line.who]


def _rater(who: str) -> Rater:
    if who in _STAFF:
        return Rater.PRACTITIONER
    return Rater.SUPPORTER if who in _SUPPORTERS else Rater.SERVICE_USER


def _at_work(day: date, number: int) -> datetime:
    """Return a moment of the first working day from `day` on, no two of them alike."""
    while day.weekday() > 4:
        day += timedelta(days=1)
    return datetime.combine(day, time(16, 20), LONDON) + timedelta(seconds=7 * number)
