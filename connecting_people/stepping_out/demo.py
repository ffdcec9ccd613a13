"""Step 4 of the demo: outings and how they went, who helped, what may be told, whom one met, and reminders."""

from dataclasses import dataclass, field
from datetime import time
from typing import Any
from uuid import UUID

from connecting_people.community.models import LocalContact
from connecting_people.connections.demo import Maps
from connecting_people.core.demo import Line, Verbs
from connecting_people.plans.demo import Plans, asset_named
from connecting_people.stepping_out.actions import disclosures, feeds, meetings, planning, reminders, support
from connecting_people.stepping_out.actions.support import Backing
from connecting_people.stepping_out.models import Disclosure, Outing
from connecting_people.stepping_out.queries import outing_in
from connecting_people.stepping_out.rules import About, Channel, Felt, OutingState, Source


@dataclass
class Outings:
    """The outings of the play, by story and the name given with `as=`."""

    plans: Plans
    maps: Maps
    found: dict[tuple[str, str], UUID] = field(default_factory=dict)
    told: dict[tuple[str, str], Disclosure] = field(default_factory=dict)

    @property
    def verbs(self) -> Verbs:
        """Return what this room can play."""
        return {
            "outing": self.outing,
            "went": self.went,
            "helps": self.helps,
            "small_steps": self.small_steps,
            "may_tell": self.may_tell,
            "agree_told": self.agree_told,
            "met": self.met,
            "came": self.came,
            "remind": self.remind,
            "reminded": self.reminded,
            "feed": self.feed,
        }

    def outing(self, line: Line) -> None:
        """Plan an outing: `on=+3`, `time=10:30`, and with `again=1 until=+30` one each week."""
        act = self._act(line)
        day, until, begins = line.day("on"), line.day("until"), line.mark("time")
        if day is None:
            raise ValueError("An outing needs on=")
        facts = planning.Facts(
            day,
            begins=time.fromisoformat(begins) if begins else None,
            place=line.mark("place"),
            way=line.mark("way"),
            cost=line.mark("cost"),
            sure_before=Felt(line.mark("sure")) if line.mark("sure") else "",
        )
        made = planning.plan(
            **act,
            words=line.words,
            facts=facts,
            again=planning.Again(int(line.mark("again")), until) if until else None,
            asset=asset_named(act["partnership"], line),
            goal=self.plans.now(line, act) if line.mark("to") else None,
        )
        self.found[line.story, line.mark("as")] = made[0].pk

    def went(self, line: Line) -> None:
        """Say what became of an outing."""
        act = self._act(line)
        felt = Felt(line.mark("felt")) if line.mark("felt") else ""
        after = Felt(line.mark("sure")) if line.mark("sure") else ""
        state = OutingState(line.mark("state", OutingState.GONE))
        more: dict[str, Any] = {"felt": felt, "sure_after": after, "helped": line.mark("helped")}
        planning.tell(**act, outing=self._now(line, act), state=state, words=line.words, **more)

    def helps(self, line: Line) -> None:
        """Say who or what helps: `team=`, `map=`, `there=yes` for somebody of the directory, and in words a skill."""
        act = self._act(line)
        backings = []
        if line.mark("team"):
            place = self.plans.record.pairs.place(act["partnership"], line, "team")
            backings.append(Backing(Source.TEAM, participant=place))
        if line.mark("map"):
            backings.append(Backing(Source.MAP, connection_id=self.maps.found[line.story, line.mark("map")]))
        if line.mark("there"):
            backings.append(Backing(Source.THERE, contact=self._contact(act)))
        if line.words:
            backings.append(Backing(Source.SKILL, words=line.words))
        support.say_support(**act, outing=self._now(line, act), backings=backings)

    def small_steps(self, line: Line) -> None:
        """Say the small steps, one to a line, the first of them taken at once."""
        act = self._act(line)
        outing = self._now(line, act)
        support.say_small_steps(**act, outing=outing, steps=[(words, "") for words in line.words.splitlines()])
        support.take_small_step(**act, outing=outing, position=1)

    def may_tell(self, line: Line) -> None:
        """Say what may be told, one thing to a line as "what | by whom | to whom"."""
        act = self._act(line)
        things = [disclosures.Thing(*map(str.strip, row.split("|"))) for row in line.words.splitlines()]
        self.told[line.story, line.mark("as")] = disclosures.propose(
            **act,
            things=things,
            never=line.mark("never"),
            if_asked=line.mark("asked"),
            outing=self._now(line, act) if line.mark("of") else None,
            contact=self._contact(act) if line.mark("there") else None,
        )

    def agree_told(self, line: Line) -> None:
        """Agree to what may be told."""
        disclosures.agree(**self._act(line), disclosure=self.told[line.story, line.mark("to")])

    def met(self, line: Line) -> None:
        """Put somebody whom one met on an outing onto the map."""
        act = self._act(line)
        meetings.meet(**act, name=line.mark("name"), outing=self._now(line, act), words=line.words)

    def came(self, line: Line) -> None:
        """Say how a connection came about: through somebody on the map, or at a place of the directory."""
        act = self._act(line)
        through = self.maps.found[line.story, line.mark("through")] if line.mark("through") else None
        asset = asset_named(act["partnership"], line)
        about = About.PERSON if through else About.ASSET if asset else About.CHANCE
        who = self.maps.found[line.story, line.mark("who")]
        meetings.came_about(**act, connection_id=who, about=about, asset=asset, through=through, words=line.words)

    def remind(self, line: Line) -> None:
        """Say how one wants to be reminded."""
        hours = int(line.mark("hours", "24"))
        reminders.remind_me(**self._act(line), channel=Channel(line.mark("by")), hours_before=hours)

    def reminded(self, line: Line) -> None:
        """Let the job that reminds make a pass."""
        reminders.put_out(at=line.at)

    def feed(self, line: Line) -> None:
        """Open one's calendar at a secret address."""
        feeds.open_feed(**self._act(line), plain_titles=False)

    def _now(self, line: Line, act: dict[str, Any]) -> Outing:
        return outing_in(act["partnership"], self.found[line.story, line.mark("of")])

    def _contact(self, act: dict[str, Any]) -> LocalContact:
        known = LocalContact.objects.filter(agency_id=act["partnership"].agency_id, ended_at=None)
        return known.order_by("made_at", "pk")[0]

    def _act(self, line: Line) -> dict[str, Any]:
        pairs = self.plans.record.pairs
        return {"by": pairs.cast.users[line.who], "at": line.at, "partnership": pairs.reach(line)}
