"""Questions to think with in the demo: what people answer, through whom things are within reach, how one works."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from connecting_people.connections.demo import Maps
from connecting_people.core.demo import Line, PlayError, Verbs
from connecting_people.journey.demo import Record
from connecting_people.measures.actions import answers, practice
from connecting_people.measures.instruments import PRACTICE, latest
from connecting_people.measures.models import AnswerSet, OwnAction
from connecting_people.measures.queries import answers_in
from connecting_people.measures.rules import Answer, Instrument, Item, Mode
from connecting_people.people.models import Agency


@dataclass
class Measures:
    """The answers of the play, by story and the name given with `as=`."""

    record: Record
    maps: Maps
    told: dict[tuple[str, str], UUID] = field(default_factory=dict)

    @property
    def verbs(self) -> Verbs:
        """Return what this room can play."""
        return {
            "answers": self.answers,
            "through": self.through,
            "practice": self.practice,
            "practice_shown": self.shown,
            "practice_seen": self.seen,
            "practice_try": self.will_try,
            "practice_look": self.look_again,
        }

    def answers(self, line: Line) -> None:
        """Answer an instrument, `to=`: `with=` one answer an item, `-` for what is left open; `mode=`, `kept=yes`."""
        act = self._act(line)
        instrument = latest()[line.mark("to")]
        partnership = act["partnership"]
        voice = self.record.pairs.place(partnership, line, "voice") or partnership.me
        made = answers.answer(
            **act,
            instrument=instrument,
            answers=_answers(instrument, line.mark("with")),
            mode=Mode(line.mark("mode", "together" if voice.pk != partnership.me.pk else "alone")),
            voice=voice,
            words=line.words,
            to_oneself=line.mark("kept") == "yes",
        )
        if line.mark("as"):
            self.told[line.story, line.mark("as")] = made.pk

    def through(self, line: Line) -> None:
        """Say through whom on the map: each line of words is `item | key, key`, as the map has them."""
        act = self._act(line)
        told = answers_in(act["partnership"], self.told[line.story, line.mark("of")])
        items = {item.id: item for item in told.instrument.items}
        for row in line.words.splitlines():
            item, _, names = row.partition(" | ")
            people = [self.maps.found[line.story, name] for name in names.split(", ")]
            answers.link(**act, answer_set=told.row, item=items[item], connections=people)

    def practice(self, line: Line) -> None:
        """Look at one's own practice."""
        agency = self._agency(line)
        given = _answers(latest()[PRACTICE], line.mark("with"))
        user = self.record.pairs.cast.user(line.who, line.at)
        made = practice.look_at_practice(by=user, at=line.at, agency=agency, answers=given, words=line.words)
        self.told[line.who, line.mark("as")] = made.pk

    def shown(self, line: Line) -> None:
        """Show it to a colleague."""
        row = AnswerSet.objects.get(pk=self.told[line.who, line.mark("of")])
        cast = self.record.pairs.cast
        practice.discuss(
            by=cast.user(line.who, line.at), at=line.at, answer_set=row, colleague=cast.users[line.mark("to")]
        )

    def seen(self, line: Line) -> None:
        """Say as a colleague how one sees it: `of=name:as`."""
        whose, _, name = line.mark("of").partition(":")
        row = AnswerSet.objects.get(pk=self.told[whose, name])
        given = _answers(latest()[PRACTICE], line.mark("with"))
        user = self.record.pairs.cast.user(line.who, line.at)
        practice.see_beside(by=user, at=line.at, answer_set=row, answers=given, words=line.words)

    def will_try(self, line: Line) -> None:
        """Say what one will try, and when to look again."""
        row = AnswerSet.objects.get(pk=self.told[line.who, line.mark("of")])
        user = self.record.pairs.cast.user(line.who, line.at)
        day = line.day("look")
        if day is None:
            raise PlayError("A try needs look=")
        practice.will_try(by=user, at=line.at, answer_set=row, words=line.words, look_date=day)

    def look_again(self, line: Line) -> None:
        """Say what came of what one tried first and has not looked at."""
        user = self.record.pairs.cast.user(line.who, line.at)
        open_ = OwnAction.objects.filter(answer_set__subject=user, looked_at=None).select_related("answer_set")
        action = open_.order_by("made_at")[0]
        practice.look_again(by=user, at=line.at, action=action, learned=line.words, look_date=line.day("again"))

    def _act(self, line: Line) -> dict[str, Any]:
        pairs = self.record.pairs
        return {"by": pairs.cast.user(line.who, line.at), "at": line.at, "partnership": pairs.reach(line)}

    def _agency(self, line: Line) -> Agency:
        return self.record.pairs.cast.teams[line.mark("team")].agency


def _answers(instrument: Instrument, given: str) -> dict[str, Answer]:
    parts = given.split(",")
    if len(parts) != len(instrument.items):
        raise PlayError(f"{instrument.id} has {len(instrument.items)} items, not {len(parts)}")
    return {item.id: _one(item, part) for item, part in zip(instrument.items, parts, strict=True)}


def _one(item: Item, part: str) -> Answer:
    if part == "-":
        return None
    if item.responses.several:
        return tuple(int(one) for one in part.split("+") if one != "0")
    return int(part)
