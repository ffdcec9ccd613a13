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
from connecting_people.training.course.taught import of_course, taught, used_by
from connecting_people.training.course.words import Beside, Screen
from connecting_people.training.models import Block, Room, RoomGroup, Trainee
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
    """The timer in seconds left, whether it runs, and in words for who has no scripts."""

    left: int
    runs: bool
    says: str


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
        grouping=_GROUPING[Grouping(block.grouping)](),
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
        return Timer(left, True, _("Until %(time)s") % {"time": until} if left else _("Time is up"))
    if room.timer_left is not None:
        return Timer(room.timer_left, False, _("The timer stands still"))
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
    course = used_by(block)
    timed: Any = room.timed if course is not None and course.beside is Beside.SWAP else ""
    return f"{block.pk}-{room.slide}-{timed}-{screen.value}"


_GROUPING = {
    Grouping.ALONE: lambda: _("Each alone"),
    Grouping.PAIRS: lambda: _("In pairs"),
    Grouping.SMALL_GROUPS: lambda: _("In small groups"),
    Grouping.ALL: lambda: _("All together"),
}
