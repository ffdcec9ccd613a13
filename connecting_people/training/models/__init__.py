"""Tables of this room. None of them leads to a partnership, and none but `Landing` names a row of another room."""

from connecting_people.training.models.after import (
    Certificate,
    Evaluation,
    Improvement,
    Landing,
    WillDo,
)
from connecting_people.training.models.live import Note, NoteGroup, Room, RoomGroup, Trainee
from connecting_people.training.models.planning import Attendance, Block, Guest, Speaker, Trainer, Training
from connecting_people.training.models.practice import PracticeConnection, PracticeSpace, PracticeTie

__all__ = [
    "Attendance",
    "Block",
    "Certificate",
    "Evaluation",
    "Guest",
    "Improvement",
    "Landing",
    "Note",
    "NoteGroup",
    "PracticeConnection",
    "PracticeSpace",
    "PracticeTie",
    "Room",
    "RoomGroup",
    "Speaker",
    "Trainee",
    "Trainer",
    "Training",
    "WillDo",
]
