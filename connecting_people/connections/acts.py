"""What can be done on a map, by the words under which it is kept."""

from enum import StrEnum


class Act(StrEnum):
    """What somebody did; the first ones change what is said of one connection."""

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    LOST_TOUCH = "lost_touch"
    ENDED = "ended"
    TAKEN_UP = "taken_up"
    TAKEN_OFF = "taken_off"
    PUT_BACK = "put_back"
    SHARED = "shared"
    BROUGHT_IN = "brought_in"
    UNDONE = "undone"
    REDONE = "redone"
    TIED = "tied"
    UNTIED = "untied"
    RULED = "ruled"
