"""The day of the past training of the demo: who came into the room, what they wrote, and what one of them practised."""

from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from connecting_people.connections.facts import Facts
from connecting_people.people.models import User
from connecting_people.training.actions import boards, notes, pairs, practice, practice_map, rooms, saying, seats
from connecting_people.training.models import Note, Room, Trainee, Training
from connecting_people.training.rules import Who

_SEATS: Final = (
    ("Dev", Who.PRACTITIONER),
    ("", Who.PRACTITIONER),
    ("Tom", Who.CARER),
    ("Winnie’s friend", Who.SERVICE_USER),
    ("", Who.SERVICE_USER),
    ("Aled", Who.OUTSIDE),
)


class Wrote(NamedTuple):
    """A note of the day: who of the six wrote it, where, and what was answered to it by whom."""

    by: int
    activity: str
    column: str
    text: str
    sort: str = ""
    answers: tuple[tuple[int, str], ...] = ()


DAY: Final = (
    Wrote(0, "explainer", "known", "Going along the first time. We do that, when there is a car"),
    Wrote(2, "explainer", "new", "That I am on the map too, and not only his sister who makes trouble"),
    Wrote(4, "explainer", "new", "You ask what I can give. Nobody asked me that"),
    Wrote(1, "explainer", "unclear", "What do I do with a map when somebody moves team?"),
    Wrote(3, "explainer", "unclear", "Who sees what I say?"),
    Wrote(0, "first-session", "mine", "Not at the office. Ask where she would like to sit"),
    Wrote(4, "first-session", "shared", "Tell me one true thing about you as well"),
    Wrote(1, "first-session", "shared", "Put the pen in the middle of the table"),
    Wrote(2, "own-map", "reflections", "I left my brother off. Then I put him back"),
    Wrote(0, "own-map", "reflections", "It took me ten minutes to write down four people"),
    Wrote(5, "local-connections", "known", "Andy’s table: soup, and nobody asks why you came", "", ((0, "Ben"),)),
    Wrote(3, "local-connections", "known", "The seed swap at the allotments: first Sunday, bring a jar"),
    Wrote(1, "local-connections", "known", "Accordion Sunday: loud, kind, and there is cake", "", ((3, "I dance"),)),
    Wrote(
        4, "local-connections", "gaps", "Nowhere warm to sit on a Monday evening", "", ((5, "The yard has a stove"),)
    ),
    Wrote(2, "local-connections", "gaps", "Nothing for people who look after somebody at night"),
    Wrote(0, "finding-goals", "good", "She let the silence be"),
    Wrote(1, "finding-goals", "better", "Three questions in one breath"),
    Wrote(5, "disclosure", "answers", "First name, and that she likes boats. The rest is hers to tell"),
    Wrote(3, "confidence", "steps", "Walk past it first, on the other side of the road"),
    Wrote(
        4,
        "barriers-of-people",
        "barriers",
        "The bus home goes before it ends",
        "transport",
        ((2, "Two of us share a taxi and ask the organiser for the fare"),),
    ),
    Wrote(
        3,
        "barriers-of-people",
        "barriers",
        "Everybody there knows each other",
        "confidence",
        ((0, "Ask the organiser to meet you at the door"),),
    ),
    Wrote(
        0,
        "barriers-of-practitioners",
        "barriers",
        "No time in the week to find things out",
        "practitioner-time",
        ((1, "One afternoon a month that is for the area, in everybody’s diary"),),
    ),
    Wrote(4, "traffic-lights", "notes", "Andy’s table: you can say nothing and still have been there", "green"),
    Wrote(
        1,
        "traffic-lights",
        "notes",
        "Accordion Sunday: good once in, the stairs are steep",
        "amber",
        ((4, "A second rail, and somebody at the door for the first half hour"),),
    ),
    Wrote(2, "traffic-lights", "notes", "Talking therapies: a year on the list", "red"),
    Wrote(5, "tell-a-colleague", "words", "It is what you would do for a friend, written down"),
    Wrote(0, "tell-a-colleague", "team", "Lorna knows every choir. Let her say which"),
    Wrote(1, "own-practice", "ideas", "Meet people in the library and not in room two"),
)
_MAP: Final = (("My mother", "family", 2), ("Samira from the pool", "friends", 1), ("The man with the dog", "local", 3))


def play_room(*, by: User, at: datetime, training: Training, keeps: User) -> Room:
    """Open the room, let six come in and write what the day says, and let `keeps` keep what they practised."""
    room = rooms.open_room(by=by, at=at, training=training)
    seated = [seats.take_seat(by=None, at=at, room=room, name=name, who=who)[0] for name, who in _SEATS]
    on = ""
    for wrote in DAY:
        at += timedelta(minutes=4)
        if wrote.activity != on:
            _close_board(by, at, room, on)
            on, room = wrote.activity, _move(by, at, room, wrote.activity)
            if on in ("disclosure", "tell-a-colleague"):
                pairs.share_out(by=by, at=at, room=room, size=2)
        _write(wrote, seated, at, room)
    _practise(seated[0], at, keeps)
    rooms.close(by=by, at=at + timedelta(minutes=20), room=_now(room))
    return room


def _write(wrote: Wrote, seated: list[Trainee], at: datetime, room: Room) -> None:
    said: dict[str, Any] = {"at": at, "block": room.block, "column": wrote.column}
    note = notes.write(by=_seat(seated[wrote.by]), text=wrote.text, sort=wrote.sort, named=True, **said)
    for who, text in wrote.answers:
        notes.write(by=_seat(seated[who]), text=text, about=note.pk, **said)


def _move(by: User, at: datetime, room: Room, activity: str) -> Room:
    now = _now(room)
    rooms.move(by=by, at=at, room=now, coming_from=now.block_id, to=now.training.blocks.get(activity=activity))
    return _now(room)


def _close_board(by: User, at: datetime, room: Room, activity: str) -> None:
    """Do what the trainers do at the end of an activity, where it has something for them to do."""
    now, here = _now(room), Note.objects.filter(block__training=room.training_id, block__activity=activity)
    if activity == "explainer":
        for column in ("known", "new"):
            boards.reveal(by=by, at=at, room=now, column=column)
        boards.tick(
            by=by, at=at, room=now, notes=here.filter(column="unclear", trainee__who=Who.SERVICE_USER), off=True
        )
    if activity == "local-connections" and now.block:
        saying.say(by=by, at=at, block=now.block, column="gaps", texts=["A map of benches"], from_paper=True)
        boards.put_together(by=by, at=at, room=now, notes=here.filter(column="gaps"), title="Evenings", group=None)


def _practise(seat: Trainee, at: datetime, keeps: User) -> None:
    made = [
        practice_map.add(by=_seat(seat), at=at, facts=Facts(name, kind=kind, ring=ring)) for name, kind, ring in _MAP
    ]
    practice_map.tie(by=_seat(seat), at=at, one=made[0], other=made[1])
    practice.keep(by=keeps, at=at, seat=_seat(seat))


def _seat(trainee: Trainee) -> Trainee:
    return Trainee.objects.select_related("room__block", "room__training").get(pk=trainee.pk)


def _now(room: Room) -> Room:
    return Room.objects.select_related("block", "training").get(pk=room.pk)
