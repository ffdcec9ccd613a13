"""Step 8 of the demo: looking back side by side, agreeing, what comes next, the own view, and what is kept to hold."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from connecting_people.core.demo import Line, Verbs
from connecting_people.core.london import day_of
from connecting_people.journey.demo import Record
from connecting_people.review import queries
from connecting_people.review.actions import next as what_next
from connecting_people.review.actions import own_view, report, reviews
from connecting_people.review.models import Next, Review
from connecting_people.review.rules import Choice, Heading, Part, Share


@dataclass
class LookingBack:
    """The looks back of the play: the newest of each story is the one that lines speak of."""

    record: Record
    nexts: dict[str, Next] = field(default_factory=dict)

    @property
    def verbs(self) -> Verbs:
        """Return what this room can play."""
        return {
            "looks_back": self.looks_back,
            "puts": self.puts,
            "agrees_look": self.agrees_look,
            "next": self.next,
            "agrees_next": self.agrees_next,
            "differs_next": self.differs_next,
            "puts_in": self.puts_in,
            "views": self.views,
        }

    def looks_back(self, line: Line) -> None:
        """Say something under a heading, in a look back that is opened where none is open."""
        act = self._act(line)
        voice = self.record.pairs.place(act["partnership"], line, "voice")
        reviews.say(
            **act,
            review=self._open(act),
            heading=Heading(line.mark("on", Heading.WHOLE)),
            item=line.mark("item"),
            words=line.words,
            voice=voice,
            to_oneself=line.mark("own") == "1",
        )

    def puts(self, line: Line) -> None:
        """Put the look back to the other."""
        act = self._act(line)
        reviews.put_to_the_other(**act, review=self._last(act))

    def agrees_look(self, line: Line) -> None:
        """Agree to it."""
        act = self._act(line)
        reviews.agree(**act, review=self._last(act))

    def next(self, line: Line) -> None:
        """Say what could come next."""
        act = self._act(line)
        step = int(line.mark("step")) if line.mark("step") else None
        self.nexts[line.story] = what_next.propose(
            **act,
            review=self._last(act),
            choice=Choice(line.mark("choice")),
            step=step,
            words=line.words,
            look_again_date=line.day("again"),
        )

    def agrees_next(self, line: Line) -> None:
        """Agree to what comes next."""
        act = self._act(line)
        what_next.agree(**act, next_one=self._next(line, act))

    def differs_next(self, line: Line) -> None:
        """See what comes next differently."""
        act = self._act(line)
        what_next.see_differently(**act, next_one=self._next(line, act), words=line.words)

    def puts_in(self, line: Line) -> None:
        """Say yes to parts of the report: `parts=map,goals`, or all of them; `own=1` puts in what one keeps, too."""
        act = self._act(line)
        said = queries.said_in(act["partnership"], self._last(act)) if line.mark("own") else ()
        parts = [Part(one) for one in line.mark("parts").split(",") if one] or list(Part)
        report.put_in(
            **act, review=self._last(act), parts=parts, private=[one.entry for one in said if one.entry.kept_by_id]
        )

    def views(self, line: Line) -> None:
        """Say how the person sees the practitioner and, on a second line, the agency."""
        act = self._act(line)
        of_practitioner, _, of_agency = line.words.partition("\n")
        own_view.say_view(
            **act,
            review=self._open(act),
            of_practitioner=of_practitioner,
            of_agency=of_agency,
            share=Share(line.mark("share", Share.UNNAMED)),
            voice=self.record.pairs.place(act["partnership"], line, "voice"),
        )

    def _open(self, act: dict[str, Any]) -> Review:
        last = queries.reviews(act["partnership"]).first()
        frozen = queries.frozen_of(last) if last else None
        if last and frozen is None and last.made_at > act["at"] - timedelta(days=60):
            return self._last(act)
        spans = dict(queries.spans(act["partnership"], day_of(act["at"])))
        return reviews.open_review(**act, since_date=spans.get("last", spans["start"]))

    def _last(self, act: dict[str, Any]) -> Review:
        last = queries.reviews(act["partnership"])[0]
        return queries.review_in(act["partnership"], last.pk)

    def _next(self, line: Line, act: dict[str, Any]) -> Next:
        return queries.next_in(self._last(act), self.nexts[line.story].pk)

    def _act(self, line: Line) -> dict[str, Any]:
        pairs = self.record.pairs
        return {"by": pairs.cast.users[line.who], "at": line.at, "partnership": pairs.reach(line)}
