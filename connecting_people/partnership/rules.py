"""The states of a partnership and who takes part in it."""

from datetime import timedelta
from enum import StrEnum


class State(StrEnum):
    """Where a partnership stands. None of them is an end: every one leads on."""

    TOGETHER = "together"
    PAUSED = "paused"
    AWAY = "away"


NEXT: dict[State, frozenset[State]] = {
    State.TOGETHER: frozenset({State.PAUSED, State.AWAY}),
    State.PAUSED: frozenset({State.TOGETHER, State.AWAY}),
    State.AWAY: frozenset({State.TOGETHER}),
}


class Part(StrEnum):
    """What somebody is in a partnership."""

    SERVICE_USER = "service_user"
    LEAD = "lead"
    PRACTITIONER = "practitioner"
    COVER = "cover"
    SUPPORTER = "supporter"


# Who sees the whole record; a supporter sees only what the service user ticked.
WHOLE = frozenset({Part.SERVICE_USER, Part.LEAD, Part.PRACTITIONER, Part.COVER})
PRACTITIONERS = frozenset({Part.LEAD, Part.PRACTITIONER, Part.COVER})
# The two who make the partnership: neither place is ended, one is left open and the other handed over.
PAIR = frozenset({Part.SERVICE_USER, Part.LEAD})
# Who may ask whom in. A stand-in asks nobody in, or a cover would end only when it wants to.
ASKS_IN: dict[Part, frozenset[Part]] = {
    Part.SERVICE_USER: frozenset({Part.SUPPORTER}),
    Part.LEAD: frozenset({Part.SERVICE_USER, Part.PRACTITIONER, Part.COVER}),
    Part.PRACTITIONER: frozenset({Part.SERVICE_USER, Part.PRACTITIONER, Part.COVER}),
    Part.COVER: frozenset(),
    Part.SUPPORTER: frozenset(),
}


def may_ask_in(asking: Part, asked: Part, *, service_user_has_login: bool) -> bool:
    """Say who may ask whom in; for a service user without a login the lead asks supporters in on their word."""
    speaks_for = asking == Part.LEAD and asked == Part.SUPPORTER and not service_user_has_login
    return speaks_for or asked in ASKS_IN[asking]


class Kind(StrEnum):
    """What a change in a partnership was."""

    BEGAN = "began"
    INVITED = "invited"
    JOINED = "joined"
    STOPPED_TAKING_PART = "stopped_taking_part"
    PAUSED = "paused"
    LEFT = "left"
    CAME_BACK = "came_back"
    HANDED_OVER = "handed_over"
    COVERED = "covered"
    LOOKED_URGENTLY = "looked_urgently"


URGENT_LOOK_LASTS = timedelta(minutes=60)
COVER_LASTS_AT_MOST = timedelta(days=90)
REASON_AT_LEAST = 20
WORDS_AT_MOST = 2000
REASON_AT_MOST = 1000
