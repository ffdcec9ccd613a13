"""Step 7 of the demo: ideas and what became of them, who helps with what, and the page that a team hands out."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from connecting_people.community.models import Asset
from connecting_people.core.demo import Line, Verbs
from connecting_people.core.london import day_of
from connecting_people.culture.actions import briefings, ideas, looks, places, skills
from connecting_people.culture.models import Briefing, Idea, Look, PlaceUsed, Skill
from connecting_people.culture.quarters import quarter_of
from connecting_people.culture.rules import NOT_ON_THE_BOARD, IdeaState, Mark, Reader, Voice
from connecting_people.guide.culture import PRACTICES
from connecting_people.people.demo import Cast
from connecting_people.people.models import Team
from connecting_people.people.queries import holders
from connecting_people.people.rules import STAFF, Role


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


@dataclass
class Looks:
    """How people of the play see the six practices, and the places that they work from."""

    cast: Cast

    @property
    def verbs(self) -> Verbs:
        """Return what can be played of practices and places."""
        return {
            "looks_at_practices": self.looks,
            "all_look_at_practices": self.all_look,
            "uses_place": self.uses,
            "goes_through_place": self.goes_through,
        }

    def looks(self, line: Line) -> None:
        """Look in `voice=` at `team=`, or at the agency: each line of words is `practice mark: example`."""
        said = {}
        for each in line.words.splitlines():
            (practice, mark), example = each.split(":")[0].split(), each.partition(": ")[2]
            said[practice] = looks.Said(Mark(mark), example, shown=bool(example))
        looks.look(**self._act(line), voice=Voice(line.mark("voice")), team=self._team(line), said=said)

    def all_look(self, line: Line) -> None:
        """Let everybody of `voice=` who has not yet this quarter look at the agency; `up=` is how far things are."""
        voice, up = Voice(line.mark("voice")), int(line.mark("up", "0"))
        agency = self.cast.agencies[line.story]
        roles = STAFF if voice == Voice.STAFF else (Role(voice),)
        there = {one.pk: one for role in roles for one in holders(agency.pk, role)}
        done = set(Look.objects.filter(agency=agency, voice=voice, team=None).values_list("by", "quarter_date"))
        people = [one for one in there.values() if (one.pk, quarter_of(day_of(line.at))) not in done]
        for number, by in enumerate(sorted(people, key=lambda one: (one.name, one.email))):
            marks = [list(Mark)[min(3, (number + place + up) % 3 + up)] for place in range(len(PRACTICES))]
            said = {one.id: looks.Said(mark) for one, mark in zip(PRACTICES, marks, strict=True)}
            looks.look(by=by, at=line.at, agency=agency, voice=voice, said=said)

    def uses(self, line: Line) -> None:
        """Say from where `team=` or the agency works; `entry=` is its name in the directory; the words say what for."""
        name, agency = line.mark("name"), self.cast.agencies[line.story]
        asset = Asset.objects.filter(agency=agency, name=line.mark("entry")).first() if line.mark("entry") else None
        places.use(**self._act(line), name=name, used_for=line.words, team=self._team(line), asset=asset)

    def goes_through(self, line: Line) -> None:
        """Go through the list at `place=` in `voice=`: `so=` and `not=` are lines of it."""
        place = PlaceUsed.objects.get(agency=self.cast.agencies[line.story], name=line.mark("place"))
        ticks = dict.fromkeys(line.mark("so").split(","), True) | dict.fromkeys(line.mark("not").split(","), False)
        ticks.pop("", None)
        said: dict[str, Any] = {"by": self.cast.users[line.who], "voice": Voice(line.mark("voice"))}
        places.go_through(**said, at=line.at, place=place, on_date=day_of(line.at), ticks=ticks, words=line.words)

    def _act(self, line: Line) -> dict[str, Any]:
        return {"by": self.cast.users[line.who], "at": line.at, "agency": self.cast.agencies[line.story]}

    def _team(self, line: Line) -> Team | None:
        return self.cast.teams[line.mark("team")] if line.mark("team") else None
