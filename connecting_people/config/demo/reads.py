"""Who opened which page when, around what was written, so that "who has looked" has something to tell."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

from connecting_people.core.demo import Line

# Verbs after which somebody's place is new, ends or rests: nobody reads around these, nor outside a partnership.
_OF_THE_AGENCY = frozenset(
    {"has_idea", "ideas_let_in", "idea_becomes", "idea_back", "offers_skill", "ends_skill", "writes_briefing"}
    | {"looks_at_practices", "all_look_at_practices", "uses_place", "goes_through_place"}
)
_ELSEWHERE = frozenset({"asklater", "own_stock", "ideas_come", "looks_at_idea"} | _OF_THE_AGENCY) | {
    f"practice{act}" for act in ("", "_shown", "_seen", "_try", "_look")
}
_QUIET = _ELSEWHERE | {"begin", "invite", "join", "look", "cover", "handover", "read", "colleague"}
_PAGES = {
    "timeline": 6,
    "together": 4,
    "entry": 2,
    "promises": 2,
    "step 4": 1,
    "people": 1,
    "who looked": 1,
    "map": 3,
    "map over time": 1,
}


def around(written: list[Line]) -> Iterator[Line]:
    """Yield a look at the record shortly before most of what somebody writes, and now and then one after it."""
    for number, line in enumerate(written):
        chance = Random(f"{line.today}:{line.story}:{number}")
        if line.verb in _QUIET or line.verb.startswith("training"):
            continue
        if chance.random() < 0.4:
            yield _look(line, chance, -timedelta(minutes=chance.randint(1, 3)))
        if chance.random() < 0.15:
            yield _look(line, chance, timedelta(minutes=chance.randint(2, 9)))


def _look(line: Line, chance: Random, after: timedelta) -> Line:
    page = chance.choices(list(_PAGES), list(_PAGES.values()))[0]
    return Line(line.at + after, line.story, line.who, "read", marks={"page": page}, today=line.today)
