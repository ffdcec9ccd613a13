"""Step 6 of the demo: what is in the way, ways round it, what is challenged, and the library they come to fill."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from connecting_people.barriers import library
from connecting_people.barriers.actions import barriers, keeping, offering, ways
from connecting_people.barriers.models import Barrier, Item, Workaround
from connecting_people.barriers.queries.barriers import barrier_in, barriers_of, way_in
from connecting_people.barriers.queries.offers import offer_in
from connecting_people.barriers.rules import BarrierState, Helped, ItemState, Weight, With, opened
from connecting_people.connections.demo import Maps
from connecting_people.core.demo import Line, Verbs
from connecting_people.plans.demo import Plans
from connecting_people.stepping_out.demo import Outings
from connecting_people.stepping_out.queries import outing_in


@dataclass
class Barriers:
    """The barriers of the play and the ways round them, by story and the name given with `as=`."""

    plans: Plans
    maps: Maps
    outings: Outings
    found: dict[tuple[str, str], UUID] = field(default_factory=dict)
    ways: dict[tuple[str, str], UUID] = field(default_factory=dict)
    offers: dict[tuple[str, str], UUID] = field(default_factory=dict)

    @property
    def verbs(self) -> Verbs:
        """Return what this room can play."""
        return {
            "barrier": self.barrier,
            "barrier_now": self.barrier_now,
            "way_round": self.way_round,
            "way_taken": self.way_taken,
            "way_went": self.way_went,
            "raises": self.raises,
            "shares_idea": self.shares_idea,
            "yes_idea": self.yes_idea,
            "ideas_come": self.ideas_come,
            "looks_at_idea": self.looks_at_idea,
        }

    def barrier(self, line: Line) -> None:
        """Say what is in the way: `kind=`, `weight=`, about `to=` a goal, `of=` an outing, `who=` of the map."""
        act = self._act(line)
        of = self.outings.found[line.story, line.mark("of")] if line.mark("of") else None
        made = barriers.notice(
            **act,
            words=line.words,
            kind=line.mark("kind"),
            weight=Weight(line.mark("weight")) if line.mark("weight") else "",
            goal=self.plans.now(line, act) if line.mark("to") else None,
            outing=outing_in(act["partnership"], of) if of else None,
            connection_id=self.maps.found[line.story, line.mark("who")] if line.mark("who") else None,
            blocks=line.mark("blocks"),
            counted=line.mark("counted") == "yes",
            to_oneself=line.mark("kept") == "yes",
        )
        self.found[line.story, line.mark("as")] = made.pk

    def barrier_now(self, line: Line) -> None:
        """Say that it rests, was got round or came back."""
        barriers.move(**self._act(line), barrier=self._now(line), to=BarrierState(line.mark("state")), words=line.words)

    def way_round(self, line: Line) -> None:
        """Think of a way round, with `team=`, `map=` or in words `helper=` who helps."""
        act = self._act(line)
        way = ways.think_of(
            **act,
            barrier=self._now(line),
            words=line.words,
            participant=self.plans.record.pairs.place(act["partnership"], line, "team"),
            connection_id=self.maps.found[line.story, line.mark("map")] if line.mark("map") else None,
            helper=line.mark("helper"),
        )
        self.ways[line.story, line.mark("as")] = way.pk

    def way_taken(self, line: Line) -> None:
        """Take up the first idea of the library for this kind."""
        barrier = self._now(line)
        idea = library.ideas(barrier.agency_id, kinds=[barrier.kind])[0]
        way = ways.take_up(**self._act(line), barrier=barrier, item_id=idea.id)
        self.ways[line.story, line.mark("as")] = way.pk

    def way_went(self, line: Line) -> None:
        """Say how a way round went."""
        helped = Helped(line.mark("helped"))
        ways.tell(**self._act(line), workaround=self._way(line), helped=helped, words=line.words)

    def raises(self, line: Line) -> None:
        """Raise a barrier with `whom=`; what came back stands behind `back=`."""
        act = self._act(line)
        raised_with = With(line.mark("on"))
        given: dict[str, Any] = {"raised_with": raised_with, "whom": line.mark("whom"), "words": line.words}
        raised = ways.challenge(**act, barrier=self._now(line), **given)
        if line.mark("back"):
            ways.hear_back(**act, challenge=raised, words=line.mark("back"))

    def shares_idea(self, line: Line) -> None:
        """Put a way round into words that can be shared, and say yes to them."""
        act = self._act(line)
        made = offering.offer(**act, workaround=self._way(line), text=line.words)
        self.offers[line.story, line.mark("way")] = made.pk
        offering.say_yes(**act, offer=made, version=made.version)

    def yes_idea(self, line: Line) -> None:
        """Say yes to these words."""
        act = self._act(line)
        offer = offer_in(act["partnership"], self.offers[line.story, line.mark("way")])
        offering.say_yes(**act, offer=offer, version=offer.version)

    def ideas_come(self, line: Line) -> None:
        """Let the daily job make a pass."""
        keeping.look_after(by=None, at=line.at, agency=self._act(line)["partnership"].agency)

    def looks_at_idea(self, line: Line) -> None:
        """Look at a waiting idea that begins with `begins=`; with words it is sent back."""
        by = self.plans.record.pairs.cast.users[line.who]
        waiting = Item.objects.filter(state=ItemState.WAITING)
        item = next(one for one in waiting if opened(one.sealed)[1].startswith(line.mark("begins")))
        if line.words:
            keeping.send_back(by=by, at=line.at, item=item, reason=line.words)
        else:
            keeping.approve(by=by, at=line.at, item=item)

    def _now(self, line: Line) -> Barrier:
        partnership = self._act(line)["partnership"]
        return barrier_in(partnership, self.found[line.story, line.mark("on_barrier")])

    def _way(self, line: Line) -> Workaround:
        partnership = self._act(line)["partnership"]
        way_id = self.ways[line.story, line.mark("way")]
        barrier = next(one for one in barriers_of(partnership) if any(way.pk == way_id for way in _ways(one)))
        return way_in(partnership, barrier, way_id)

    def _act(self, line: Line) -> dict[str, Any]:
        pairs = self.plans.record.pairs
        return {"by": pairs.cast.user(line.who, line.at), "at": line.at, "partnership": pairs.reach(line)}


def _ways(barrier: Barrier) -> list[Workaround]:
    ways: list[Workaround] = barrier.ways  # type: ignore[attr-defined]
    return ways
