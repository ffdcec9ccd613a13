"""Step 1 of the demo: first talks, hopes, what each brings, how they work together, and "not now"."""

from dataclasses import dataclass
from datetime import date

from connecting_people.core.demo import Line, Verbs
from connecting_people.getting_started import actions, queries
from connecting_people.getting_started.rules import Felt, Hope, Point, Topic
from connecting_people.journey.demo import Record
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.people.models import User


@dataclass
class Starts:
    """What was said and settled at the beginning."""

    record: Record

    @property
    def verbs(self) -> Verbs:
        """Return what this room can play."""
        return {
            "talk": self.talk,
            "hope": self.hope,
            "bring": self.bring,
            "way": self.way,
            "area": self.area,
            "notnow": self.not_now,
            "again": self.talk_again,
            "asklater": self.ask_later,
        }

    def talk(self, line: Line) -> None:
        """Say something in the first conversation."""
        felt = line.mark("felt")
        self._say(
            line, Topic.CONVERSATION, f"getting-started.{line.mark('on', 'feelings')}", Felt(felt) if felt else None
        )

    def hope(self, line: Line) -> None:
        """Say what one hopes to gain or can give."""
        by, partnership, voice = self._set(line)
        what = Hope(line.mark("what"))
        speaker = voice or partnership.me
        current = queries.hopes_of(partnership).get((speaker.pk, what))
        actions.hope(
            by=by,
            at=line.at,
            partnership=partnership,
            hopes=[actions.HopeWords(speaker, what, line.words, current.seen if current else "")],
        )

    def bring(self, line: Line) -> None:
        """Say something about what one brings."""
        self._say(line, Topic.BRINGING, line.mark("what"), None)

    def way(self, line: Line) -> None:
        """Propose a way of working together."""
        by, partnership, voice = self._set(line)
        point = Point(line.mark("point"))
        whose = self.record.pairs.place(partnership, line, "whose") or partnership.person
        before = queries.wordings(partnership, point, whose).first()
        made = actions.settle(
            by=by,
            at=line.at,
            partnership=partnership,
            point=point,
            whose=whose,
            text=line.words,
            version=before.version if before else 0,
            times=line.mark("times"),
            avoid=line.mark("avoid"),
            review_date=line.day("review"),
            voice=voice,
        )
        if line.mark("as"):
            self.record.entries[line.story, line.mark("as")] = made.entry.pk

    def area(self, line: Line) -> None:
        """Name the neighbourhood."""
        by, partnership, voice = self._set(line)
        before = queries.area_of(partnership)
        actions.name_area(
            by=by,
            at=line.at,
            partnership=partnership,
            name=line.words,
            version=before.version if before else 0,
            voice=voice,
        )

    def not_now(self, line: Line) -> None:
        """Say "not now", with a day to ask again or without."""
        by, partnership, voice = self._set(line)
        actions.say_not_now(
            by=by,
            at=line.at,
            partnership=partnership,
            words=line.words,
            ask_again_date=line.day("ask"),
            voice=voice,
        )

    def talk_again(self, line: Line) -> None:
        """Take the talk up again."""
        by, partnership, _voice = self._set(line)
        actions.talk_again(by=by, at=line.at, partnership=partnership)

    def ask_later(self, line: Line) -> None:
        """Keep a name and a day, before there is a partnership."""
        cast = self.record.pairs.cast
        actions.keep_not_now(
            by=cast.users[line.who],
            at=line.at,
            agency=cast.agencies[line.mark("agency")],
            name=line.mark("name"),
            ask_again_date=line.day("ask") or date.max,
        )

    def _say(self, line: Line, topic: Topic, item: str, felt: Felt | None) -> None:
        by, partnership, voice = self._set(line)
        (said,) = actions.talk(
            by=by,
            at=line.at,
            partnership=partnership,
            topic=topic,
            item=item,
            said=[actions.Words(voice or partnership.me, line.words, felt)],
            question=line.mark("question"),
            to_oneself=line.mark("kept") == "yes",
        )
        if line.mark("as"):
            self.record.entries[line.story, line.mark("as")] = said.entry.pk

    def _set(self, line: Line) -> tuple[User, Partnership, Participant | None]:
        pairs = self.record.pairs
        partnership = pairs.reach(line)
        return pairs.cast.users[line.who], partnership, pairs.place(partnership, line, "voice")
