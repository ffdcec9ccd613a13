"""Step 3 of the demo: hopes, goals and what each does for them, levels, where each sees them, and kept ideas."""

from dataclasses import dataclass, field
from typing import Any

from connecting_people.community.models import Asset
from connecting_people.core.demo import Line, Verbs
from connecting_people.journey.demo import Record
from connecting_people.partnership.models import Partnership
from connecting_people.plans.actions import goals as actions
from connecting_people.plans.actions import ideas
from connecting_people.plans.models import Aspiration, Goal, KeptIdea
from connecting_people.plans.queries import goal_in
from connecting_people.plans.rules import GoalState, Kept, Level, Sort


def asset_named(partnership: Partnership, line: Line) -> Asset | None:
    """Return the place of the agency's directory whose name begins with what stands behind `asset=`."""
    name = line.mark("asset")
    return Asset.objects.get(agency_id=partnership.agency_id, name__startswith=name) if name else None


@dataclass
class Plans:
    """The goals of the play, by story and the name given with `as=`."""

    record: Record
    hopes: dict[tuple[str, str], Aspiration] = field(default_factory=dict)
    goals: dict[tuple[str, str], Goal] = field(default_factory=dict)

    @property
    def verbs(self) -> Verbs:
        """Return what this room can play."""
        return {
            "aspires": self.aspires,
            "goal": self.goal,
            "does": self.does,
            "levels": self.levels,
            "sees_goal": self.sees_goal,
            "goal_now": self.goal_now,
            "idea": self.idea,
            "idea_later": self.idea_later,
        }

    def aspires(self, line: Line) -> None:
        """Say what one would like life to be."""
        self.hopes[line.story, line.mark("as")] = actions.say_aspiration(**self._act(line), words=line.words)

    def goal(self, line: Line) -> None:
        """Set a goal, perhaps under a hope."""
        hope = self.hopes.get((line.story, line.mark("hope")))
        sort = Sort(line.mark("sort", Sort.ACTIVITY))
        made = actions.set_goal(**self._act(line), words=line.words, sort=sort, plan=line.mark("plan"), aspiration=hope)
        self.goals[line.story, line.mark("as")] = made

    def does(self, line: Line) -> None:
        """Say what one will do for a goal."""
        act = self._act(line)
        actions.do_for(
            **act, goal=self.now(line, act), words=line.words, who=act["partnership"].me, due_date=line.day("due")
        )

    def levels(self, line: Line) -> None:
        """Put five levels into words, one to a line from the least to the most."""
        act = self._act(line)
        words = dict(zip(Level, line.words.splitlines(), strict=True))
        actions.say_scale(**act, goal=self.now(line, act), levels=words, start=Level(int(line.mark("start"))))

    def sees_goal(self, line: Line) -> None:
        """Say where one sees a goal."""
        act = self._act(line)
        actions.rate(**act, goal=self.now(line, act), level=Level(int(line.mark("level"))), words=line.words)

    def goal_now(self, line: Line) -> None:
        """Rest a goal, reach it, let it go or take it up again."""
        act = self._act(line)
        actions.move(**act, goal=self.now(line, act), state=GoalState(line.mark("state")), words=line.words)

    def idea(self, line: Line) -> None:
        """Keep a place in mind, perhaps for a goal."""
        act = self._act(line)
        goal = self.now(line, act) if line.mark("to") else None
        asset = asset_named(act["partnership"], line)
        if asset is None:
            raise ValueError("An idea needs asset=")
        ideas.keep(**act, asset=asset, goal=goal)

    def idea_later(self, line: Line) -> None:
        """Put a kept idea off until a day."""
        act = self._act(line)
        kept = KeptIdea.objects.get(partnership=act["partnership"], asset=asset_named(act["partnership"], line))
        ideas.move(**act, idea=kept, state=Kept.PUT_OFF, until_date=line.day("until"))

    def now(self, line: Line, act: dict[str, Any]) -> Goal:
        """Return the goal behind `to=` as it reaches whoever acts."""
        return goal_in(act["partnership"], self.goals[line.story, line.mark("to")].pk)

    def _act(self, line: Line) -> dict[str, Any]:
        pairs = self.record.pairs
        return {"by": pairs.cast.users[line.who], "at": line.at, "partnership": pairs.reach(line)}
