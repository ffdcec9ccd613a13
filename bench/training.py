"""What a trainer waits for: the slides to change, and the whole pack, of a day with all thirteen activities."""

import statistics
import time
from collections.abc import Callable

from bench.rows import Row, setup

setup()

from connecting_people.training.course.activities import ACTIVITIES  # noqa: E402
from connecting_people.training.deck import office  # noqa: E402
from connecting_people.training.deck.told import slides  # noqa: E402
from connecting_people.training.outline import Item, Outline  # noqa: E402
from connecting_people.training.pack import pack  # noqa: E402
from connecting_people.training.rules import BlockKind  # noqa: E402

ROUNDS = 5


def rows() -> list[Row]:
    """Return the medians of a few rounds, after one that warms up."""
    number = len(slides(_day(0)))
    return [
        (f"slides of a training, {number}, as PPTX", _seconds(lambda day: office.pptx(slides(day), title=day.title))),
        ("whole pack of a training, zip", _seconds(pack)),
    ]


def _day(number: int) -> Outline:
    """Return a day whose title is new each time, since typst remembers what it has set."""
    items = tuple(
        Item(
            id=one.id,
            kind=BlockKind.ACTIVITY,
            minutes=one.minutes,
            track=0,
            grouping=one.grouping,
            led_by="Ben",
            name=str(one.name),
            aim=str(one.aim),
            needs=tuple(map(str, one.needs)),
            how=tuple(map(str, one.how)),
            listen_for=tuple(map(str, one.listen_for)),
            leaves=str(one.leaves),
            course=one,
            is_course=True,
        )
        for one in ACTIVITIES
    )
    title = f"A first day together, {number}"
    return Outline(title, "Riverside", "14 January 2027", "St Mary’s Hall", 16, ("Ben", "Asha"), items)


def _seconds(make: Callable[[Outline], bytes]) -> str:
    size = len(make(_day(0)))
    took = []
    for number in range(1, ROUNDS + 1):
        day = _day(number)
        begin = time.perf_counter()
        make(day)
        took.append(time.perf_counter() - begin)
    return f"{statistics.median(took):.1f} s ({min(took):.1f} to {max(took):.1f}), {size / 1024:.0f} kB"


if __name__ == "__main__":
    for what, figure in rows():
        print(f"{what}: {figure}")
