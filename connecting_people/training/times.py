"""How the minutes of an agenda add up: with two tracks side by side, each adds up for itself."""

from collections.abc import Iterable
from dataclasses import dataclass

TOGETHER, FIRST, SECOND = 0, 1, 2
BEFORE = -1  # what is done before the day stands in a list of its own


@dataclass(frozen=True)
class Span:
    """From which minute of the training to which something goes."""

    begins: int
    ends: int


def spans(planned: Iterable[tuple[int, int]]) -> list[Span]:
    """Return when each (track, minutes) goes, in the agenda's order.

    What is for all together begins when both tracks have ended; what is for one track follows the last of that track.
    """
    reached = {FIRST: 0, SECOND: 0}
    found = []
    for track, minutes in planned:
        begins = max(reached.values()) if track == TOGETHER else reached[track]
        span = Span(begins, begins + minutes)
        for one in reached if track == TOGETHER else (track,):
            reached[one] = span.ends
        found.append(span)
    return found


def length(found: Iterable[Span]) -> int:
    """Return how many minutes an agenda takes in all."""
    return max((span.ends for span in found), default=0)


def earlier(lanes: list[int], at: int) -> int:
    """Return the place in the order to which one goes when it goes earlier: before what it now follows."""
    return _step(lanes, at, range(at - 1, -1, -1))


def later(lanes: list[int], at: int) -> int:
    """Return the place in the order to which one goes when it goes later: after what now follows it."""
    return _step(lanes, at, range(at + 1, len(lanes)))


def _step(lanes: list[int], at: int, ways: range) -> int:
    return next((place for place in ways if _follow(lanes[at], lanes[place])), at)


def _follow(one: int, other: int) -> bool:
    # Past something beside it, nothing would change to the eye.
    return one == other or (TOGETHER in (one, other) and BEFORE not in (one, other))
