"""How often codes may be tried: by address, by room and overall, counted in the cache for all processes.

Only codes that no room has are counted, and an address from which people took seats may err more often, so that a room
full of people behind one address is not locked out by its own slips. A right code that is only shown allows nothing,
and seats allow so much and no more: else one room of one's own would pay for guesses without end. Whoever has a seat
types no code, and meets none of this. Past the limit an address is slowed down, never shut out: one code in ten seconds
is still looked at.
"""

import ipaddress
from datetime import datetime
from typing import Final
from uuid import UUID

from django.core.cache import cache
from django.db import transaction

WINDOW: Final = 600
WRONG_IN_PEACE: Final = 20
# While many err everywhere at once, somebody is guessing: then each address may err less often.
WRONG_OVERALL: Final = 300
WRONG_UNDER_GUESSING: Final = 5
FOR_EACH_WHO_CAME: Final = 2
CAME_AT_MOST: Final = 50
STILL_ONE_IN: Final = 10
# A room fills in five minutes, and no faster, should its code have got about.
SEATS_A_MINUTE: Final = 100


def may_try(address: str, at: datetime) -> bool:
    """Say whether a code from this address is looked at now."""
    window = _window(at)
    wrong, came, overall = _count(_wrong(address, window)), _count(_came(address, window)), _count(_overall(window))
    allowed = WRONG_UNDER_GUESSING if overall >= WRONG_OVERALL else WRONG_IN_PEACE
    if wrong < allowed + FOR_EACH_WHO_CAME * min(came, CAME_AT_MOST):
        return True
    return cache.add(f"code:still:{_place(address)}:{int(at.timestamp()) // STILL_ONE_IN}", 1, 2 * STILL_ONE_IN)


@transaction.atomic
def was_wrong(address: str, at: datetime) -> None:
    """Count a code that opened nothing."""
    window = _window(at)
    _grow(_wrong(address, window))
    _grow(_overall(window))


@transaction.atomic
def sat_down(address: str, at: datetime) -> None:
    """Count somebody who took a seat in a room."""
    _grow(_came(address, _window(at)))


@transaction.atomic
def may_sit_down(room_id: UUID, at: datetime) -> bool:
    """Say whether a room takes one more in this minute, and count them."""
    return _grow(f"code:seats:{room_id}:{int(at.timestamp()) // 60}") <= SEATS_A_MINUTE


def _grow(key: str) -> int:
    many = _count(key) + 1
    cache.set(key, many, 2 * WINDOW)
    return many


def _count(key: str) -> int:
    return int(cache.get(key, 0))


def _window(at: datetime) -> int:
    return int(at.timestamp()) // WINDOW


def _wrong(address: str, window: int) -> str:
    return f"code:wrong:{_place(address)}:{window}"


def _came(address: str, window: int) -> str:
    return f"code:came:{_place(address)}:{window}"


def _overall(window: int) -> str:
    return f"code:wrong:{window}"


def _place(address: str) -> str:
    # Whoever has one address of IPv6 has a whole network of them.
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    return str(ipaddress.ip_network(f"{found}/64", strict=False)) if found.version == 6 else str(found)
