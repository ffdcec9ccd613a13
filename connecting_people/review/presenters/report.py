""" "Our journey": what both chose to put in, as the person's own page and paper."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from connecting_people.connections.change import Change
from connecting_people.connections.presenters.over_time import OverTime
from connecting_people.connections.rules import Node
from connecting_people.connections.ruling import Ruling
from connecting_people.guide.words import StrOrPromise
from connecting_people.partnership.models import Partnership
from connecting_people.review.models import PutIn
from connecting_people.review.presenters.parts import names_of
from connecting_people.review.record.lines import Content, Group, Line, Saying
from connecting_people.review.record.ways import DID_HELP
from connecting_people.review.rules import Heading, Part
from connecting_people.review.words import HEADINGS, SECTIONS

# What each part shows of the record.
OF: Mapping[Part, Heading] = {
    Part.ENOUGH: Heading.ENOUGH,
    Part.GOALS: Heading.GOALS,
    Part.OUTINGS: Heading.OUTINGS,
    Part.MET: Heading.MET,
    Part.STRENGTHS: Heading.STRENGTHS,
}


@dataclass(frozen=True)
class Section:
    """One part of the report."""

    id: str
    name: StrOrPromise
    groups: tuple[Group, ...]
    waits: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """Where somebody was on the map then, and where they are now, in words."""

    name: str
    then: str
    now: str


@dataclass(frozen=True)
class Report:
    """The whole report."""

    name: str
    since: date
    until: date
    sections: tuple[Section, ...]
    map: OverTime | None
    places: tuple[Place, ...]
    chosen: bool


@dataclass(frozen=True)
class Yes:
    """Who said yes to what, and who reads."""

    person: str
    parts: Mapping[str, frozenset[str]]
    own: frozenset[str]

    def chosen(self, part: Part) -> bool:
        """Say whether the person put a part in."""
        return part in self.parts.get(self.person, ())

    def may(self, part: Part, place: str) -> bool:
        """Say whether words of somebody go into a part: the person's own, nobody's, or with that one's yes."""
        return place in ("", self.person) or part in self.parts.get(place, ())


def yes_of(partnership: Partnership, rows: Iterable[PutIn]) -> Yes:
    """Return who said yes to what; private things only where their owner reads."""
    parts: dict[str, set[str]] = {}
    own: set[str] = set()
    me = "" if partnership.looking else str(partnership.me.pk)
    for one in rows:
        if one.entry_id is None:
            parts.setdefault(str(one.place_id), set()).add(one.part)
        elif str(one.place_id) == me:
            own.add(str(one.entry_id))
    return Yes(str(partnership.person.pk), {key: frozenset(of) for key, of in parts.items()}, frozenset(own))


def report(
    partnership: Partnership,
    content: Content,
    yes: Yes,
    outcomes: Mapping[str, tuple[Line, ...]],
    shown: OverTime | None,
    places: tuple[Place, ...] = (),
) -> Report:
    """Return the report of a review from what both chose; nothing stands in it that nobody said yes to."""
    found = [_section(partnership, content, yes, part, outcomes) for part in Part if yes.chosen(part)]
    return Report(
        name=partnership.person.name,
        since=content.since,
        until=content.until,
        sections=tuple(one for one in found if one.groups or one.waits),
        map=shown if yes.chosen(Part.MAP) else None,
        places=places,
        chosen=any(yes.chosen(part) for part in Part) or bool(yes.own),
    )


def _section(
    partnership: Partnership, content: Content, yes: Yes, part: Part, outcomes: Mapping[str, tuple[Line, ...]]
) -> Section:
    groups = _groups(partnership, content, yes, part, outcomes)
    kept = tuple(one for one in (_allowed(group, yes, part) for group in groups) if one)
    voices = {(group.name, group.place) for group in groups}
    voices |= {(one.name, one.place) for group in groups for one in group.lines}
    waits = {name for name, place in voices if not yes.may(part, place)}
    return Section(part.value, SECTIONS[part], kept, tuple(sorted(waits)))


def _groups(
    partnership: Partnership, content: Content, yes: Yes, part: Part, outcomes: Mapping[str, tuple[Line, ...]]
) -> tuple[Group, ...]:
    if part in OF:
        return tuple(content.record.get(OF[part], ()))
    if part == Part.WAYS_ROUND:
        return _helped(content.record.get(Heading.BARRIERS, ()))
    if part == Part.SAID:
        return _said(content, yes, [one for one in Heading if one != Heading.OUTCOMES])
    if part == Part.OUTCOMES:
        return _outcomes(partnership, content, yes, outcomes)
    return (Group("", content.next),) if part == Part.NEXT and content.next else ()


def _helped(groups: Iterable[Group]) -> tuple[Group, ...]:
    """Return what stood in the way and had a way round that helped, with these ways alone."""
    kept = (replace(group, lines=tuple(line for line in group.lines if line.mark == DID_HELP)) for group in groups)
    return tuple(group for group in kept if group.lines)


def _said(content: Content, yes: Yes, headings: Iterable[Heading]) -> tuple[Group, ...]:
    found = []
    for heading in headings:
        lines = tuple(_line(one) for one in content.said if one.heading == heading and _seen(one, yes))
        if lines:
            found.append(Group(str(HEADINGS[heading][0]), lines))
    return tuple(found)


def _outcomes(
    partnership: Partnership, content: Content, yes: Yes, outcomes: Mapping[str, tuple[Line, ...]]
) -> tuple[Group, ...]:
    found = []
    for id, (name, _says) in names_of(partnership, Heading.OUTCOMES).items():
        said = [one for one in content.said if one.heading == Heading.OUTCOMES and one.item == id and _seen(one, yes)]
        lines = (*(_line(one) for one in said), *outcomes.get(id, ()))
        if lines:
            found.append(Group(str(name), lines))
    return tuple(found)


def _seen(one: Saying, yes: Yes) -> bool:
    return not one.kept or one.entry in yes.own


def _line(one: Saying) -> Line:
    return Line(one.words, one.name, one.side, one.place, one.day)


def _allowed(group: Group, yes: Yes, part: Part) -> Group | None:
    """Leave out what is in somebody's words who did not say yes; a group under such words goes as a whole."""
    if not yes.may(part, group.place):
        return None
    lines = tuple(one for one in group.lines if yes.may(part, one.place))
    return replace(group, lines=lines) if lines or group.place else None


def places_of(change: Change, then: Ruling, now: Ruling) -> tuple[Place, ...]:
    """Return where everybody was on the map and is, as a table that says what the two pictures show."""
    rows = [Place(node.name, "–", _where(node, now)) for node in (*change.joined, *change.remembered)]
    rows += [
        Place(move.now.name, _where(move.then, then), _where(move.now, now))
        for move in (*change.closer, *change.drifted, *change.unmoved)
    ]
    rows += [Place(node.name, _where(node, then), "–") for node in change.left]
    return tuple(sorted(rows, key=lambda row: row.name.casefold()))


def _where(node: Node, ruling: Ruling) -> str:
    return ruling.ring_in_words(node.ring) or ruling.sector_words.get(node.kind or "", "") or _("on the map")
