"""Step 7 of the demo: ideas and what became of them, who helps with what, and the page that a team hands out."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from connecting_people.core.demo import Line, Verbs
from connecting_people.culture.actions import briefings, ideas, skills
from connecting_people.culture.models import Briefing, Idea, Skill
from connecting_people.culture.rules import NOT_ON_THE_BOARD, IdeaState, Reader
from connecting_people.people.demo import Cast
from connecting_people.people.models import Team


@dataclass
class Ideas:
    """The ideas and offers of the play, by agency and the name given with `as=`. The story is the agency."""

    cast: Cast
    found: dict[tuple[str, str], UUID] = field(default_factory=dict)

    @property
    def verbs(self) -> Verbs:
        """Return what can be played of ideas, skills and briefings."""
        return {
            "has_idea": self.has_idea,
            "ideas_let_in": self.ideas_let_in,
            "idea_becomes": self.idea_becomes,
            "idea_back": self.idea_back,
            "offers_skill": self.offers_skill,
            "ends_skill": self.ends_skill,
            "writes_briefing": self.writes_briefing,
        }

    def has_idea(self, line: Line) -> None:
        """Have an idea: `as=`, for `team=`, about `practice=`, and with `name=no` without a name."""
        given: dict[str, Any] = {"words": line.words, "team": self._team(line), "practice": line.mark("practice")}
        made = ideas.suggest(**self._act(line), named=line.mark("name") != "no", **given)
        self.found[line.story, line.mark("as")] = made.pk

    def ideas_let_in(self, line: Line) -> None:
        """Let in what waited for its month."""
        ideas.come_in(by=None, at=line.at, agency=self.cast.agencies[line.story])

    def idea_becomes(self, line: Line) -> None:
        """Say what becomes of an idea: `of=`, or one without a name that `begins=` with these words."""
        idea = self._idea(line)
        state = IdeaState(line.mark("state"))
        by = self.cast.users[line.who]
        ideas.move(by=by, at=line.at, idea=idea, to=state, version=idea.version, words=line.words)

    def idea_back(self, line: Line) -> None:
        """Take an idea back."""
        ideas.take_back(by=self.cast.users[line.who], at=line.at, idea=self._idea(line))

    def offers_skill(self, line: Line) -> None:
        """Say what one can help with, and with what of the guide in `what=`; `all=yes` shows it to everybody."""
        what = [one for one in line.mark("what").split(",") if one]
        made = skills.offer(**self._act(line), words=line.words, what=what, for_all=line.mark("all") == "yes")
        self.found[line.story, line.mark("as")] = made.pk

    def ends_skill(self, line: Line) -> None:
        """Take an offer back."""
        skill = Skill.objects.get(pk=self.found[line.story, line.mark("of")])
        skills.end(by=self.cast.users[line.who], at=line.at, skill=skill)

    def writes_briefing(self, line: Line) -> None:
        """Put a team's own words down for `reader=`."""
        team, reader = self._team(line), Reader(line.mark("reader"))
        now = Briefing.objects.filter(agency=self.cast.agencies[line.story], team=team, reader=reader).first()
        version = now.version if now else 0
        briefings.write(**self._act(line), team=team, reader=reader, words=line.words, version=version)

    def _act(self, line: Line) -> dict[str, Any]:
        return {"by": self.cast.users[line.who], "at": line.at, "agency": self.cast.agencies[line.story]}

    def _team(self, line: Line) -> Team | None:
        return self.cast.teams[line.mark("team")] if line.mark("team") else None

    def _idea(self, line: Line) -> Idea:
        begins = line.mark("begins")
        if not begins:
            return Idea.objects.get(pk=self.found[line.story, line.mark("of")])
        nameless = Idea.objects.filter(agency=self.cast.agencies[line.story], by=None)
        board = nameless.exclude(state__in=NOT_ON_THE_BOARD)
        return next(one for one in board if one.words.startswith(begins))
