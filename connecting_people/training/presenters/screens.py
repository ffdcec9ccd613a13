"""The parts of each screen of a room, as its templates take them."""

from datetime import datetime
from typing import Any

from connecting_people.training.course.taught import taught
from connecting_people.training.course.words import Screen
from connecting_people.training.live import Viewer, Written, column_of, columns_of, point_columns
from connecting_people.training.models import Block, Room, Trainee
from connecting_people.training.news import News
from connecting_people.training.presenters.beside import beside
from connecting_people.training.presenters.boards import NoteCard, column_cards, group_card, note_card, note_cards
from connecting_people.training.presenters.rooms import (
    beside_key,
    follows_timer,
    now_on,
    own_group,
    points_open,
    timer_now,
)
from connecting_people.training.queries import boards, rooms
from connecting_people.training.rules import NOTES_A_PAGE, ask_again_after
from connecting_people.training.wall import wall_of

PROJECTOR = Viewer(Screen.PROJECTOR)
TRAINER = Viewer(Screen.TRAINER)


def viewer_of(trainee: Trainee) -> Viewer:
    """Return as whom a trainee looks."""
    return Viewer(Screen.TRAINEE, trainee.pk)


def shared_parts(
    room: Room, viewer: Viewer, at: datetime, trainee: Trainee | None = None, before: int = 0
) -> dict[str, Any]:
    """Return what every screen has: what is on, the timer, what stands beside the board, the board, open points."""
    block = room.block
    waiting: dict[str, int] = {}
    columns: list[Any] = []
    earlier = False
    if block is not None and columns_of(block):
        if viewer.screen is not Screen.TRAINEE:
            waiting = boards.hidden_so_far(block)
        notes, answers, earlier = boards.board(room, viewer, before)
        columns = column_cards(block, notes, answers, wall_of(room).groups, viewer, waiting)
    timer = timer_now(room, at)
    return {
        "room": room,
        "screen": viewer.screen.value,
        "now": now_on(block),
        "timer": timer,
        "beside": beside(block, room, trainee, viewer.screen, timer) if block is not None else None,
        "beside_key": beside_key(block, room, viewer.screen),
        "columns": columns,
        "all_notes": [card for c in columns for part in (*c.groups, *c.lists) for card in part.notes],
        "earlier": before + NOTES_A_PAGE if earlier else 0,
        "later": before > 0,
        "points": points_open(boards.points_left(room), viewer.screen),
        "version": room.version,
        "every": ask_again_after(wall_of(room).here),
    }


def seat_screen(trainee: Trainee, at: datetime, before: int = 0) -> dict[str, Any]:
    """Return the screen of a trainee."""
    room = trainee.room
    group = rooms.group_of(trainee, room.block) if room.block_id else None
    shown = shared_parts(room, viewer_of(trainee), at, trainee, before)
    return {**shown, "trainee": trainee, "group": own_group(group, trainee)}


def changed(room: Room, viewer: Viewer, found: News, at: datetime, trainee: Trainee | None = None) -> dict[str, Any]:
    """Return only what is new, for a screen that shows the rest already."""
    timer = timer_now(room, at)
    points = points_open(boards.points_left(room), viewer.screen) if found.points else ""
    block = room.block
    turns = block is not None and found.timer and follows_timer(block)
    return {
        "screen": viewer.screen.value,
        "timer": timer,
        "timer_changed": found.timer,
        "beside": beside(block, room, trainee, viewer.screen, timer) if block is not None and turns else None,
        "beside_key": beside_key(block, room, viewer.screen),
        "groups": [(group.column, group_card(group)) for group in found.groups],
        "notes": note_cards(found.notes, block, viewer) if block is not None else [],
        "points": points,
        "points_changed": found.points,
        "version": room.version,
        "every": ask_again_after(found.here),
    }


def points_page(blocks: list[Block], points: list[Written], viewer: Viewer) -> dict[str, Any]:
    """Return the list of what is not clear yet, by where it was asked, and where a new point goes."""
    by_id = {block.pk: block for block in blocks}
    cards: dict[str, list[NoteCard]] = {}
    for point in points:
        column = column_of(by_id[point.block_id], point.column)
        title = f"{column.title if column else ''} · {taught(by_id[point.block_id]).title}"
        cards.setdefault(title, []).append(note_card(point, by_id[point.block_id], viewer))
    places = [(f"{column.title} · {taught(block).title}", block, column) for block, column in point_columns(blocks)]
    return {"lists": list(cards.items()), "places": places, "screen": viewer.screen.value}
