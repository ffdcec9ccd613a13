"""Step 2 of the demo: the maps, how they change over a year, and one on paper."""

import shlex
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from math import hypot
from typing import Any
from uuid import UUID

from connecting_people.connections.actions import connections as actions
from connecting_people.connections.actions import history, photos, ruling, ties
from connecting_people.connections.facts import Facts
from connecting_people.connections.layout import Move
from connecting_people.connections.photos import photo_of
from connecting_people.connections.queries.connections import facts_in, state_in
from connecting_people.connections.queries.now import now_of
from connecting_people.connections.rules import Contact, Exchange, Feeling, Nature, State, Way
from connecting_people.core.demo import Line, Verbs
from connecting_people.core.london import day_of
from connecting_people.guide.kinds import Reach, connection_kind
from connecting_people.journey.demo import Record
from connecting_people.partnership.models import Partnership
from connecting_people.people.models import User


@dataclass
class Maps:
    """The maps of the play, and whom later lines speak about, by story and the name that stands first on their line."""

    record: Record
    found: dict[tuple[str, str], UUID] = field(default_factory=dict)

    @property
    def verbs(self) -> Verbs:
        """Return what this room can play."""
        of_one: dict[str, Callable[..., None]] = {
            "shows": actions.share_own,
            "takes_off": actions.take_off,
            "puts_back": actions.put_back,
        }
        return {
            "people": self.people,
            "moves": self.moves,
            "knows": self.knows,
            "unknows": self.unknows,
            "stands": self.stands,
            "tells": self.tells,
            "takes_back": self.takes_back,
            "does_again": self.does_again,
            "rules": self.rules,
            "likes": self.likes,
            "paper": self.paper,
        } | {verb: self._of_one(act) for verb, act in of_one.items()}

    def people(self, line: Line) -> None:
        """Put people on the map, one on each line: a key to speak of them by, then what is said of them."""
        for number, row in enumerate(line.words.splitlines()):
            key, *marks = shlex.split(row)
            marked = dict(mark.split("=", 1) for mark in marks)
            kept = marked.pop("kept", "") == "yes"
            given = self._given(replace(line, at=line.at + timedelta(seconds=20 * number)))
            made = actions.add(**given, facts=said(Facts(""), marked), voice=self._voice(line, given), to_oneself=kept)
            self.found[line.story, key] = made.pk

    def moves(self, line: Line) -> None:
        """Move somebody closer, further out, or into another part."""
        ring = int(line.mark("ring")) if line.mark("ring") else None
        asked = Move(step=line.mark("step"), ring=ring, sector=line.mark("part"))
        actions.move(**self._given(line), connection_id=self._one(line), asked=asked)

    def knows(self, line: Line) -> None:
        """Say who knows whom: the first on each line knows all the others on it."""
        given = self._given(line)
        for row in line.words.splitlines():
            first, *others = row.split()
            for other in others:
                ties.tie(**given, one=self.found[line.story, first], other=self.found[line.story, other])

    def unknows(self, line: Line) -> None:
        """Take a line between two away."""
        one, other = (self.found[line.story, line.mark(name)] for name in ("one", "other"))
        ties.untie(**self._given(line), one=one, other=other)

    def stands(self, line: Line) -> None:
        """Say that touch was lost, that it ended, or is part of life again."""
        state = State(line.mark("state"))
        given = self._given(line)
        actions.stand(**given, connection_id=self._one(line), state=state, voice=self._voice(line, given))

    def tells(self, line: Line) -> None:
        """Say something else of somebody."""
        given = self._given(line)
        state = state_in(given["partnership"], self._one(line))
        marks = {name: value for name, value in line.marks.items() if name not in ("to", "voice")}
        if line.words:
            marks["matters"] = line.words
        facts = said(facts_in(state), marks)
        voice = self._voice(line, given)
        actions.change(**given, connection_id=state.connection_id, read=state.pk, facts=facts, voice=voice)

    def takes_back(self, line: Line) -> None:
        """Take back the last thing that one did."""
        history.undo(**self._given(line))

    def does_again(self, line: Line) -> None:
        """Do it again."""
        history.redo(**self._given(line))

    def rules(self, line: Line) -> None:
        """Choose rings and parts."""
        given = self._given(line)
        now = now_of(given["partnership"]).ruling
        asked = replace(
            now,
            rings=int(line.mark("rings", str(now.rings))),
            ring_names=tuple(filter(None, line.mark("ring_names").split(","))) or now.ring_names,
            sectors=line.mark("sectors", "yes") == "yes",
        )
        ruling.rule(**given, ruling=asked)

    def likes(self, line: Line) -> None:
        """Choose how one sees the map oneself."""
        ruling.like(**self._given(line), colour_by=line.mark("colour", "kind"), text=line.mark("text", "usual"))

    def paper(self, line: Line) -> None:
        """Bring a photo of a map that was made by hand."""
        photos.add_photo(
            **self._given(line),
            photo=photo_of(of_thread()),
            map_date=line.day("on") or day_of(line.at),
            says=line.words,
            to_oneself=line.mark("kept") == "yes",
        )

    def _of_one(self, act: Callable[..., None]) -> Callable[[Line], None]:
        def play(line: Line) -> None:
            act(**self._given(line), connection_id=self._one(line))

        return play

    def _one(self, line: Line) -> UUID:
        return self.found[line.story, line.mark("to")]

    def _given(self, line: Line) -> dict[str, Any]:
        by: User = self.record.pairs.cast.users[line.who]
        partnership: Partnership = self.record.pairs.reach(line)
        return {"by": by, "at": line.at, "partnership": partnership}

    def _voice(self, line: Line, given: dict[str, Any]) -> Any:
        return self.record.pairs.place(given["partnership"], line, "voice")


def said(facts: Facts, marks: dict[str, str]) -> Facts:
    """Return what is said of somebody, with what stands behind `name=value`."""
    read: dict[str, Callable[[str], Any]] = {
        "nature": Nature,
        "ring": int,
        "contact": Contact,
        "ways": lambda text: frozenset(map(Way, text.split(","))),
        "gives": _shared,
        "gets": _shared,
        "feeling": Feeling,
        "state": State,
        "inside_services": lambda text: text == "yes",
        "remembered_later": lambda text: text == "yes",
        "never_support": lambda text: text == "yes",
    }
    values: dict[str, Any] = {name: read.get(name, str)(text) for name, text in marks.items() if name != "since"}
    if "since" in marks:
        values["since_date"] = date(int(marks["since"]), 1, 1)
    if "kind" in marks and "inside_services" not in marks:
        values["inside_services"] = connection_kind(marks["kind"]).reach == Reach.INSIDE_SERVICES
    return replace(facts, **values)


def _shared(text: str) -> frozenset[Exchange]:
    return frozenset(map(Exchange, filter(None, text.split(","))))


WIDE, HIGH = 240, 180
_CANVAS, _BLUE, _RED, _INK = b"\xf4\xec\xdd", b"\x2b\x5c\x9e", b"\xb0\x3a\x3a", b"\x4a\x40\x36"
_RED_ONES = ((96, 70), (150, 82), (118, 126), (146, 116))
_BLUE_ONES = ((48, 40), (190, 36), (206, 132), (40, 138), (88, 158), (170, 160), (222, 86), (22, 88))


def of_thread() -> bytes:
    """Draw a map of coloured thread on canvas, as a small PNG."""
    rows = b"".join(b"\0" + b"".join(_stitch(x, y) for x in range(WIDE)) for y in range(HIGH))
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", WIDE, HIGH, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks
    )


def _stitch(x: int, y: int) -> bytes:
    if hypot(x - 120, y - 90) < 11:
        return _INK
    for colour, ones in ((_RED, _RED_ONES), (_BLUE, _BLUE_ONES)):
        for at_x, at_y in ones:
            if hypot(x - at_x, y - at_y) < 8 or _on_thread(x, y, at_x, at_y):
                return colour
    return _CANVAS if (x + y) % 4 else b"\xe8\xde\xca"


def _on_thread(x: int, y: int, to_x: int, to_y: int) -> bool:
    """Say whether a point lies on the running stitch from the middle to somebody."""
    long = hypot(to_x - 120, to_y - 90)
    along = ((x - 120) * (to_x - 120) + (y - 90) * (to_y - 90)) / long
    aside = abs((x - 120) * (to_y - 90) - (y - 90) * (to_x - 120)) / long
    return 0 < along < long and aside < 1.2 and along % 9 < 6
