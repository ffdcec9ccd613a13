"""Trainings of the demo: one that was, and one that is coming, with those who give them and those who come."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from connecting_people.core.demo import Line, Verbs
from connecting_people.core.london import LONDON, day_of
from connecting_people.people.demo import Cast
from connecting_people.people.models import User
from connecting_people.training.actions import agenda, copying, guests, places, trainers, trainings
from connecting_people.training.after_demo import play_after
from connecting_people.training.course.days import Length
from connecting_people.training.live_demo import play_room
from connecting_people.training.models import Attendance, Block, Training
from connecting_people.training.rules import BlockKind, Grouping, GuestState, Who


@dataclass
class Trainings:
    """The trainings of the play by the name given with `as=`; others of this room find theirs with `now`."""

    cast: Cast
    found: dict[str, UUID] = field(default_factory=dict)

    @property
    def verbs(self) -> Verbs:
        """Return what can be played of planning."""
        return {
            "training": self.training,
            "training_plan": self.plan,
            "training_agenda": self.agenda,
            "training_block": self.block,
            "training_trainer": self.trainer,
            "training_guest": self.guest,
            "training_ask": self.ask,
            "training_says": self.says,
            "training_came": self.came,
            "training_over": self.over,
            "training_room": self.room,
            "training_after": self.after,
        }

    def training(self, line: Line) -> None:
        """Begin a training called by the words; `of=` copies an earlier one, and `trained=` who was there gives it."""
        act = self._by(line)
        who = Who(line.mark("who", Who.PRACTITIONER))
        if line.mark("of"):
            earlier = self.now(line.mark("of"))
            trained = [self._place(earlier, name) for name in line.mark("trained").split(",") if name]
            made = copying.copy(**act, training=earlier, title=line.words, who=who, trained=trained)
        else:
            made = trainings.plan(**act, agency=self.cast.agencies["riverside"], title=line.words, who=who)
        self.found[line.mark("as")] = made.pk

    def plan(self, line: Line) -> None:
        """Say the plan: `day=`, `begins=`, `ends=`, `where=`, `places=`; each line of words answers `name: words`."""
        training = self._of(line)
        said: dict[str, Any] = dict(each.split(": ", 1) for each in line.words.splitlines())
        said |= {"title": training.title, "where": line.mark("where", training.where)}
        said["places"] = int(line.mark("places", str(training.places)))
        day = line.day("day") or day_of(line.at)
        for name in ("begins", "ends"):
            clock = time.fromisoformat(line.mark(name))
            said[f"{name}_at"] = datetime.combine(_working(day), clock, LONDON)
        trainings.change(**self._act(line), version=training.version, said=said)

    def agenda(self, line: Line) -> None:
        """Begin with the whole course: `length=day` or `half`."""
        agenda.add_whole_course(**self._act(line), length=Length(line.mark("length")))

    def block(self, line: Line) -> None:
        """Say how `activity=` goes, or with `kind=` add something; `led=`, `minutes=`, `track=`, `goal=`, `board=`."""
        training, act = self._of(line), self._by(line)
        if line.mark("kind"):
            block = agenda.add(**act, training=training, kind=BlockKind(line.mark("kind")))
        else:
            block = training.blocks.get(activity=line.mark("activity"))
        said: dict[str, Any] = {name: line.mark(name) for name in ("goal", "board", "how") if line.mark(name)}
        said |= {name: int(line.mark(name)) for name in ("minutes", "track") if line.mark(name)}
        if line.mark("grouping"):
            said["grouping"] = Grouping(line.mark("grouping"))
        if line.mark("led"):
            said["led_by"] = training.trainers.get(name=line.mark("led"))
        if line.words:
            said["title"] = line.words
        agenda.change(**act, block=block, version=block.version, said=said)
        if line.mark("before"):
            other = training.blocks.get(activity=line.mark("before"))
            agenda.put_before(**act, block=block, before=other)

    def trainer(self, line: Line) -> None:
        """Let `user=` or `name=` give it too, as `who=`; the words are what they bring."""
        user = self._user(line, "user") if line.mark("user") else None
        given: dict[str, Any] = {"user": user, "name": line.mark("name"), "experience": line.words}
        trainers.add_trainer(**self._act(line), who=Who(line.mark("who")), **given)

    def guest(self, line: Line) -> None:
        """Put `name=` on the list as `who=` with `contact=`, and ask them; `state=` is what they said."""
        training, act = self._of(line), self._by(line)
        speaker = guests.keep_speaker(
            **act,
            agency=training.agency,
            name=line.mark("name"),
            who=Who(line.mark("who")),
            contact=line.mark("contact"),
            topics=line.words,
        )
        block = self._guests_block(training)
        asked = guests.ask_guest(**act, training=training, speaker=speaker, topic=line.words, block=block)
        if line.mark("state"):
            state = GuestState(line.mark("state"))
            guests.change_guest(**act, guest=asked, version=1, state=state, topic=line.words, block=block)

    def ask(self, line: Line) -> None:
        """Ask `teams=`, and somebody by `name=` as `who=`."""
        act = self._act(line) | {"link": ""}
        if line.mark("teams"):
            teams = [self.cast.teams[name] for name in line.mark("teams").split(",")]
            places.ask(**act, teams=teams, people=[])
        if line.mark("name"):
            email = line.mark("email")
            places.ask_somebody(**act, name=line.mark("name"), email=email, who=Who(line.mark("who")))

    def says(self, line: Line) -> None:
        """Say yes or, with `comes=no`, no; with `name=` it is written down for somebody."""
        training, act = self._of(line), self._by(line) | {"link": "", "comes": line.mark("comes", "yes") == "yes"}
        if line.mark("name"):
            places.note_answer(**act, attendance=self._place(training, line.mark("name")))
        else:
            places.answer(**act, attendance=training.attendances.get(user=act["by"]))

    def came(self, line: Line) -> None:
        """Write down that `names=` are there; whoever was not asked walks in."""
        training, act = self._of(line), self._by(line)
        names = line.mark("names").split(",")
        here = {one.name: one.pk for one in training.attendances.all()}
        for name in [name for name in names if name not in here]:
            places.walk_in(**act, training=training, name=name, email="", who=Who.OUTSIDE)
        came = [here[name] for name in names if name in here]
        places.note_who_came(**act, training=training, came=came)

    def over(self, line: Line) -> None:
        """Say that it is over."""
        trainings.finish(**self._act(line))

    def room(self, line: Line) -> None:
        """Go through the day in the room; `keeps=` keeps what they practised there."""
        play_room(**self._act(line), keeps=self._user(line, "keeps"))

    def after(self, line: Line) -> None:
        """Take notes further, say how it was, plan to do better, and give certificates."""
        play_after(keeper=self.cast.user(line.who, line.at), at=line.at, training=self._of(line))

    def now(self, name: str) -> Training:
        """Return a training of the play as it stands."""
        return Training.objects.select_related("agency").get(pk=self.found[name])

    def _of(self, line: Line) -> Training:
        return self.now(line.mark("of"))

    def _by(self, line: Line) -> dict[str, Any]:
        return {"by": self.cast.user(line.who, line.at), "at": line.at}

    def _act(self, line: Line) -> dict[str, Any]:
        return self._by(line) | {"training": self._of(line)}

    def _user(self, line: Line, mark: str) -> User:
        return self.cast.user(line.mark(mark), line.at)

    def _place(self, training: Training, name: str) -> Attendance:
        return training.attendances.get(name=name)

    def _guests_block(self, training: Training) -> Block | None:
        return training.blocks.filter(kind=BlockKind.GUEST).order_by("position").first()


def _working(day: Any) -> Any:
    # A training is on a day of the week, whatever day the play is made for.
    return day + timedelta(days=max(0, 7 - day.isoweekday()) % 7 + 1) if day.isoweekday() > 5 else day
