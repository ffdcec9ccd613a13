"""The record of the demo: what each wrote, asked, said they would do, saw in the other, showed to a supporter."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from connecting_people.core.demo import Line, Verbs
from connecting_people.journey import actions
from connecting_people.journey.models import Entry, Promise, SkillSeen
from connecting_people.journey.queries import entry_in
from connecting_people.journey.rules import Kind, Outcome, Standing, Support
from connecting_people.partnership.demo import Pairs
from connecting_people.partnership.models import Partnership
from connecting_people.people.models import User


@dataclass
class Record:
    """The entries that later lines of the play speak about, by story and the name given with `as=`."""

    pairs: Pairs
    entries: dict[tuple[str, str], UUID] = field(default_factory=dict)
    promises: dict[tuple[str, str], UUID] = field(default_factory=dict)
    skills: dict[tuple[str, str], UUID] = field(default_factory=dict)

    @property
    def verbs(self) -> Verbs:
        """Return what this room can play."""
        about_an_entry: dict[str, Callable[[Line, User, Entry], None]] = {
            "agree": self._agree,
            "differ": self._differ,
            "reword": self._reword,
            "confirm": self._confirm,
            "share": self._share,
            "tick": self._tick,
            "untick": self._untick,
        }
        return {
            "note": self.note,
            "propose": self.note,
            "private": self.note,
            "ask": self.ask,
            "answer": self.answer,
            "promise": self.promise,
            "settle": self.settle,
            "skill": self.skill,
            "yes": self.answer_skill,
            "no": self.answer_skill,
            "feedback": self.feedback,
            "support": self.support,
        } | {verb: self._on_entry(act) for verb, act in about_an_entry.items()}

    def note(self, line: Line) -> None:
        """Write an entry: shared, proposed, or kept to oneself."""
        act = self._act(line)
        more: dict[str, Any] = {"kind": Kind.NOTE}
        if line.verb == "propose":
            more["standing"] = Standing.PROPOSED
        elif line.verb == "private":
            # What touches no step was written on the page of one's own journey.
            more = {"kind": Kind.NOTE if line.mark("steps") else Kind.OWN, "kept_by": act["partnership"].me}
        entry = actions.record(
            **act,
            line=line.words,
            steps=line.numbers("steps"),
            processes=line.numbers("about"),
            happened_date=line.day("on"),
            **more,
        )
        self._remember(line, entry)

    def ask(self, line: Line) -> None:
        """Ask the other something."""
        self._remember(line, actions.ask(**self._act(line)))

    def answer(self, line: Line) -> None:
        """Answer what the other asked."""
        act = self._act(line)
        question = self._entry(line, act.pop("partnership"))
        self._remember(line, actions.answer(**act, question=question))

    def promise(self, line: Line) -> None:
        """Say what one will do."""
        act = self._act(line)
        who = act.pop("voice") or act["partnership"].me
        made = actions.promise(**act, who=who, due_date=line.day("due"), steps=line.numbers("steps"))
        self.promises[line.story, line.mark("as")] = made.pk
        self._remember(line, made.entry)

    def settle(self, line: Line) -> None:
        """Say what became of it."""
        promise = Promise.objects.select_related("entry").get(pk=self.promises[line.story, line.mark("to")])
        act = self._act(line)
        del act["voice"]
        actions.settle_promise(**act, promise=promise, outcome=Outcome(line.mark("outcome", "kept")))

    def skill(self, line: Line) -> None:
        """Name a skill that one saw."""
        act = self._act(line)
        partnership: Partnership = act["partnership"]
        seen_in = self.pairs.place(partnership, line, "in") or partnership.person
        made = actions.see_skill(**act, seen_in=seen_in, name=line.mark("name"))
        self.skills[line.story, line.mark("as")] = made.pk
        self._remember(line, made.entry)

    def answer_skill(self, line: Line) -> None:
        """Say yes or no to it."""
        skill = SkillSeen.objects.select_related("entry").get(pk=self.skills[line.story, line.mark("to")])
        actions.answer_skill(
            by=self._user(line), at=line.at, partnership=self.pairs.reach(line), skill=skill, yes=line.verb == "yes"
        )

    def feedback(self, line: Line) -> None:
        """Tell the other how it goes."""
        self._remember(line, actions.give_feedback(**self._act(line)))

    def support(self, line: Line) -> None:
        """Say how much support there should be."""
        act = self._act(line)
        act["line"] = line.words
        made = actions.set_support(**act, level=Support(line.mark("level")))
        self._remember(line, made.entry)

    def _on_entry(self, act: Callable[[Line, User, Entry], None]) -> Callable[[Line], None]:
        def play(line: Line) -> None:
            act(line, self._user(line), self._entry(line, self.pairs.reach(line)))

        return play

    def _agree(self, line: Line, by: User, entry: Entry) -> None:
        actions.agree(by=by, at=line.at, entry=entry)

    def _differ(self, line: Line, by: User, entry: Entry) -> None:
        actions.see_differently(by=by, at=line.at, entry=entry, words=line.words)

    def _reword(self, line: Line, by: User, entry: Entry) -> None:
        actions.reword(by=by, at=line.at, entry=entry, words=line.words, version=entry.version)

    def _confirm(self, line: Line, by: User, entry: Entry) -> None:
        actions.confirm(by=by, at=line.at, entry=entry)

    def _share(self, line: Line, by: User, entry: Entry) -> None:
        actions.share_own(by=by, at=line.at, entry=entry)

    def _tick(self, line: Line, by: User, entry: Entry) -> None:
        supporter, until = self.pairs.place(entry.partnership, line, "for"), line.day("until")
        if supporter is None or until is None:
            raise ValueError("A tick needs for= and until=")
        actions.share_with_supporter(by=by, at=line.at, entry=entry, supporter=supporter, until_date=until)

    def _untick(self, line: Line, by: User, entry: Entry) -> None:
        supporter = self.pairs.place(entry.partnership, line, "for")
        if supporter is None:
            raise ValueError("To untick needs for=")
        actions.stop_sharing(by=by, at=line.at, entry=entry, supporter=supporter)

    def _user(self, line: Line) -> User:
        return self.pairs.cast.users[line.who]

    def _act(self, line: Line) -> dict[str, Any]:
        partnership = self.pairs.reach(line)
        voice = self.pairs.place(partnership, line, "voice")
        return {"by": self._user(line), "at": line.at, "partnership": partnership, "voice": voice, "words": line.words}

    def _entry(self, line: Line, partnership: Partnership) -> Entry:
        return entry_in(partnership, self.entries[line.story, line.mark("to")])

    def _remember(self, line: Line, entry: Entry) -> None:
        if line.mark("as"):
            self.entries[line.story, line.mark("as")] = entry.pk
