"""Everybody else: people with their own few sentences, whose days and pace are drawn by lot, the same for each day."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from connecting_people.core.demo import WEEKDAYS, Line, PlayError, moment

PEOPLE = Path(__file__).parent / "crowd"

# What a label means: the verb, who speaks (the person or the practitioner), and the marks.
_P, _S = "practitioner", "service user"
LABELS: dict[str, tuple[str, str, dict[str, str]]] = {
    "talk": ("talk", _S, {"on": "feelings"}),
    "worry": ("talk", _S, {"on": "worries"}),
    "pace": ("talk", _S, {"on": "pace"}),
    "good": ("talk", _S, {"on": "good-times"}),
    "own": ("talk", _P, {"on": "own-story"}),
    "gain": ("hope", _S, {"what": "gain"}),
    "give": ("hope", _S, {"what": "give"}),
    "pgain": ("hope", _P, {"what": "gain"}),
    "pgive": ("hope", _P, {"what": "give"}),
    "trust": ("bring", _S, {"what": "trust"}),
    "need": ("way", _S, {"point": "needs"}),
    "contact": ("way", _S, {"point": "contact"}),
    "area": ("area", _S, {}),
    "notnow": ("notnow", _S, {"ask": "today+23"}),
    "map": ("note", _S, {"steps": "2", "about": "3"}),
    "pmap": ("note", _P, {"steps": "2", "about": "3"}),
    "plan": ("note", _S, {"steps": "3", "about": "1,4"}),
    "pplan": ("note", _P, {"steps": "3", "about": "2,5"}),
    "out": ("note", _S, {"steps": "4", "about": "8"}),
    "pout": ("note", _P, {"steps": "4", "about": "6,9"}),
    "stock": ("takes_stock", _S, {}),
    "pstock": ("takes_stock", _P, {}),
    "snag": ("note", _S, {"steps": "6"}),
    "round": ("note", _P, {"steps": "6", "about": "2,6"}),
    "around": ("note", _S, {"steps": "6,4", "about": "2"}),
    "agency": ("note", _S, {"steps": "7"}),
    "pagency": ("note", _P, {"steps": "7", "about": "11"}),
    "review": ("looks_back", _S, {}),
    "preview": ("looks_back", _P, {}),
    "view": ("views", _S, {}),
    "offer": ("propose", _P, {"steps": "3", "about": "5"}),
    "well": ("answers", _S, {"to": "ons_wellbeing"}),
    "private": ("private", _S, {}),
    "pprivate": ("private", _P, {}),
    "ask": ("ask", _S, {"as": "question"}),
    "pask": ("ask", _P, {"as": "question"}),
    "answer": ("answer", _P, {"to": "question"}),
    "sanswer": ("answer", _S, {"to": "question"}),
    "promise": ("promise", _P, {"as": "promise", "due": "+9"}),
    "spromise": ("promise", _S, {"as": "promise", "due": "+9"}),
    "soon": ("promise", _P, {"due": "today+4"}),
    "ssoon": ("promise", _S, {"due": "today+2"}),
    "kept": ("settle", _P, {"to": "promise", "outcome": "kept"}),
    "partly": ("settle", _P, {"to": "promise", "outcome": "partly"}),
    "changed": ("settle", _P, {"to": "promise", "outcome": "changed"}),
    "skill": ("skill", _P, {"as": "skill"}),
    "yes": ("yes", _S, {"to": "skill"}),
    "feedback": ("feedback", _S, {}),
    "pfeedback": ("feedback", _P, {}),
    "more": ("support", _S, {"level": "more"}),
    "same": ("support", _S, {"level": "same"}),
    "less": ("support", _P, {"level": "less"}),
    "pause": ("pause", _S, {"ask": "today+16"}),
    "leave": ("leave", _S, {}),
}
_SOON = frozenset({"talk", "hope", "bring", "way", "area", "answer", "yes"})
_OFFICE = ("09:20", "10:05", "10:50", "11:35", "13:15", "14:10", "15:25", "16:20")
_OWN_TIME = ("10:15", "11:40", "13:05", "16:45", "17:35", "18:50", "19:25", "20:40")


def lines(today: date) -> Iterator[Line]:
    """Yield the acts of everybody in the crowd."""
    for path in sorted(PEOPLE.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            yield from _person(block.strip().splitlines(), today)


def _person(block: list[str], today: date) -> Iterator[Line]:
    try:
        name, team, lead, begun, last, *more = block[0].split()
    except ValueError:
        raise PlayError(f"{block[0]!r} does not tell name, team, practitioner, first week and last week.") from None
    chance = Random(f"{today}:{name}")
    first = moment(today, int(begun), chance.choice(WEEKDAYS[:4]), "09:40")
    story = name.lower()
    yield Line(first, story, lead, "begin", marks={"name": name, "team": team}, today=today)
    if "login" in more:
        yield Line(first + timedelta(minutes=25), story, lead, "invite", today=today)
        yield Line(first + timedelta(minutes=50), story, story, "join", today=today)
    labels = [row.partition(": ")[0] for row in block[1:]]
    slots = _days(labels, 7 * (int(begun) - int(last)), chance)
    for slot, row in zip(slots, block[1:], strict=True):
        label, _, words = row.partition(": ")
        yield _act(label, words, first.date() + timedelta(days=slot), story, lead, "login" in more, chance, today)


def _days(labels: list[str], days: int, chance: Random) -> Iterator[int]:
    """Yield a day for each label: first talks and answers follow soon, the rest is spread over the time there is.

    Three days apart at least, so that moving an office act back from a weekend never overtakes the one before.
    """
    soon = [LABELS[label][0] in _SOON for label in labels]
    width = (days - 3 * sum(soon)) // max(1, len(soon) - sum(soon))
    begin = day = 0
    for is_soon in soon:
        day = day + 3 if is_soon else begin + chance.randint(3, width)
        begin += 3 if is_soon else width
        yield day


def _act(label: str, words: str, day: date, story: str, lead: str, login: bool, chance: Random, today: date) -> Line:
    verb, speaker, marks = LABELS[label]
    by_lead = speaker == _P or not login
    if by_lead and day.weekday() > 4:
        day -= timedelta(days=day.weekday() - 4)
    at = moment(day, 0, WEEKDAYS[day.weekday()], chance.choice(_OFFICE if by_lead else _OWN_TIME))
    marks = dict(marks)
    if speaker == _S and not login and verb not in ("pause", "leave", "yes"):
        marks["voice"] = story
    if verb == "skill":
        marks["name"], _, words = words.partition(" | ")
    if verb == "views":
        words = words.replace(" | ", "\n")
    if verb == "answers":
        marks["with"], _, words = words.partition(" | ")
    if verb == "talk" and chance.random() < 0.6:
        marks["felt"] = chance.choice(("easier", "mixed", "mixed", "hard"))
    return Line(at, story, lead if by_lead else story, verb, words, marks, today)
