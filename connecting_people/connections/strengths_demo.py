"""Strengths of the demo, how many people somebody would like, and what they said to a question of step 2."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from connecting_people.connections.actions import saying, strengths
from connecting_people.connections.prompts import WALK, place_of
from connecting_people.connections.queries.strengths import strength_in
from connecting_people.connections.rules import Enough, StrengthKind
from connecting_people.core.demo import Line, PlayError, Verbs
from connecting_people.journey.demo import Record


@dataclass
class Strengths:
    """What later lines of the play change again, by story and the name given with `as=`."""

    record: Record
    said: dict[tuple[str, str], UUID] = field(default_factory=dict)

    @property
    def verbs(self) -> Verbs:
        """Return what these pages can play."""
        return {
            "strength": self.strength,
            "strength_said": self.strength_said,
            "strength_away": self.strength_away,
            "own_view": self.own_view,
            "talk_map": self.talk_map,
        }

    def strength(self, line: Line) -> None:
        """Put strengths on the list: interests with `list=`, the words one to a line."""
        named = [strengths.Named(interest=id) for id in line.mark("list").split(",") if id]
        named += [strengths.Named(words=words) for words in line.words.splitlines()]
        made = strengths.add(
            **self._act(line), kind=StrengthKind(line.mark("kind")), named=named, to_oneself=line.mark("kept") == "yes"
        )
        if line.mark("as"):
            self.said[line.story, line.mark("as")] = made[0].pk

    def strength_said(self, line: Line) -> None:
        """Say one of them differently, or of another kind."""
        act = self._act(line)
        now = strength_in(act["partnership"], self.said[line.story, line.mark("to")])
        kind = StrengthKind(line.mark("kind", now.kind))
        words = line.words or now.words
        strengths.word(**act, strength_id=now.pk, version=now.version, kind=kind, words=words)

    def strength_away(self, line: Line) -> None:
        """Take one of them off the list."""
        act = self._act(line)
        del act["voice"]
        strengths.take_away(**act, strength_id=self.said[line.story, line.mark("to")])

    def own_view(self, line: Line) -> None:
        """Say how many people would be right."""
        act = self._act(line)
        del act["voice"]
        says = [Enough(one) for one in line.mark("says").split(",") if one]
        saying.say_own_view(**act, says=says, words=line.words, to_oneself=line.mark("kept") == "yes")

    def talk_map(self, line: Line) -> None:
        """Say something to a question of the walk."""
        number = place_of(line.mark("on"))
        if number is None:
            raise PlayError(f"There is no question {line.mark('on')!r}.")
        given: dict[str, Any] = {"words": line.words, "own_question": line.mark("question")}
        saying.answer(**self._act(line), **given, question=WALK[number - 1], to_oneself=line.mark("kept") == "yes")

    def _act(self, line: Line) -> dict[str, Any]:
        pairs = self.record.pairs
        partnership = pairs.reach(line)
        voice = pairs.place(partnership, line, "voice")
        return {"by": pairs.cast.users[line.who], "at": line.at, "partnership": partnership, "voice": voice}
