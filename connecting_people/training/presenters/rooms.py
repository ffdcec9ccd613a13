"""What every screen of a room says: what is on now, how long it lasts, with whom one works, and what is still open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import segno
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from connecting_people.core.addresses import address
from connecting_people.training.course.groupings import GROUPINGS
from connecting_people.training.course.taught import of_course, taught, used_by
from connecting_people.training.course.words import Beside, Screen
from connecting_people.training.models import Block, Room, RoomGroup, Trainee, Training
from connecting_people.training.rules import BlockKind, Grouping


@dataclass(frozen=True)
class Now:
    """What is on: its name and aim, how people work together, how to go about it, and what to listen for."""

    name: str
    aim: str
    number: int
    grouping: str
    how: tuple[str, ...]
    listen_for: tuple[str, ...]
    on_break: bool
    slides: bool


@dataclass(frozen=True)
class Timer:
    """The timer in seconds left of those it was given, until when it runs, and in words for who has no scripts."""

    left: int
    length: int
    ends_at: datetime | None
    says: str

    @property
    def runs(self) -> bool:
        """Say whether it runs, or stands still."""
        return self.ends_at is not None


@dataclass(frozen=True)
class Group:
    """One's own pair or group."""

    name: str
    others: str


@dataclass(frozen=True)
class Stop:
    """A block of the agenda on the trainer's screen."""

    id: str
    name: str
    minutes: int
    now: bool


@dataclass(frozen=True)
class OneOfTwo:
    """One of two rooms side by side, with what is done in it alone."""

    name: str
    href: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Door:
    """How to join: the code in two halves, the address to type, and a picture for the camera of a phone."""

    code: str
    where: str
    picture: Markup


def now_on(block: Block | None) -> Now | None:
    """Show what is on, in the words of this training."""
    if block is None:
        return None
    said, course = taught(block), of_course(block.kind, block.activity)
    return Now(
        name=said.title,
        aim=said.aim,
        number=course.number if course else 0,
        grouping=str(GROUPINGS[Grouping(block.grouping)]),
        how=said.how,
        listen_for=said.listen_for,
        on_break=block.kind == BlockKind.BREAK,
        slides=course is not None and course.beside is Beside.SLIDES,
    )


def timer_now(room: Room, at: datetime) -> Timer | None:
    """Show the timer, if there is one."""
    if room.timer_ends_at is not None:
        left = max(0, int((room.timer_ends_at - at).total_seconds()))
        until = date_format(timezone.localtime(room.timer_ends_at), "H:i")
        says = _("Until %(time)s") % {"time": until} if left else _("Time is up")
        return Timer(left, room.timer_length, room.timer_ends_at, says)
    if room.timer_left is not None:
        return Timer(room.timer_left, room.timer_length, None, _("The timer stands still"))
    return None


def own_group(group: RoomGroup | None, me: Trainee) -> Group | None:
    """Show with whom somebody works, by the names that they chose for that."""
    if group is None:
        return None
    others = [one for one in group.trainees.all() if one.pk != me.pk and one.ejected_at is None]
    names = [one.name for one in others if one.name]
    rest = len(others) - len(names)
    if rest and names:
        names.append(ngettext("one more", "%(many)s more", rest) % {"many": rest})
    elif rest:
        names.append(ngettext("one other person", "%(many)s other people", rest) % {"many": rest})
    return Group(_("Group %(number)s") % {"number": group.number}, ", ".join(names))


def two_rooms(training: Training, tracks: Iterable[int], blocks: Iterable[Block]) -> tuple[OneOfTwo, ...]:
    """Show the rooms of a training in which two work at the same time."""
    of, here = list(blocks), {"agency_id": training.agency_id, "training_id": training.pk}
    return tuple(
        OneOfTwo(
            _("Room %(number)s") % {"number": track},
            address("training:room", **here, track=track),
            tuple(_and_who(block) for block in of if block.track == track),
        )
        for track in tracks
    )


def _and_who(block: Block) -> str:
    said = taught(block).title
    return _("%(what)s, with %(name)s") % {"what": said, "name": block.led_by.name} if block.led_by else said


def stops(blocks: Iterable[Block], room: Room) -> list[Stop]:
    """Show the agenda with where the room is."""
    return [Stop(str(block.pk), taught(block).title, block.minutes, block.pk == room.block_id) for block in blocks]


def door(request: HttpRequest, room: Room) -> Door:
    """Show how to join, with the address in a picture that a phone reads."""
    link = request.build_absolute_uri(address("training:join_code", code=room.code))
    where = request.build_absolute_uri(address("training:seat")).split("://", 1)[1].rstrip("/")
    look: dict[str, Any] = {"dark": "#1d2a35", "light": "#ffffff", "svgclass": "door__picture", "lineclass": None}
    drawn = segno.make(link, error="m", micro=False).svg_inline(scale=8, border=2, omitsize=True, **look)
    return Door(f"{room.code[:4]} {room.code[4:]}", where, Markup(drawn))


def points_open(many: int | None, screen: Screen) -> str:
    """Say how many points of the training are still open; where none is, what a reader can do."""
    if many is None:
        return ""
    if many:
        return ngettext("%(many)s point is not clear yet", "%(many)s points are not clear yet", many) % {"many": many}
    if screen is Screen.TRAINEE:
        return _("Is something not clear yet? Ask here")
    return _("Not clear yet: nothing at the moment") if screen is Screen.TRAINER else ""


def beside_key(block: Block | None, room: Room, screen: Screen) -> str:
    """Return what stays the same while what stands beside the board does, so that nothing half done there is lost."""
    if block is None:
        return "nothing"
    used = used_by(block)
    kind = used.beside if used is not None else Beside.NOTHING
    if kind is Beside.OWN_MAP:
        return ""  # maps come and go, and nothing is typed or stepped through beside them
    return f"{block.pk}-{room.slide}-{_moves_with(kind, room)}-{screen.value}"


def _moves_with(kind: Beside, room: Room) -> Any:
    # Groups are made by a move, and each has a card or partners of its own. Places can change with every note.
    turns = {Beside.SCENARIO: room.moved, Beside.SWAP: (room.moved, room.timed), Beside.PLACES: room.version}
    return turns.get(kind, "")


def follows_timer(block: Block | None) -> bool:
    """Say whether what stands beside the board says something of the timer."""
    course = used_by(block) if block is not None else None
    return course is not None and course.beside is Beside.SWAP
