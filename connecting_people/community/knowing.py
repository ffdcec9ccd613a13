"""Who knows whom where, as a picture: people on one side, places on the other, and what hangs on one person."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean
from typing import Final

from connecting_people.community.rules import PLACELESS, Kind

TOP: Final = 44
_ROW, _PERSON_ROW, _BOTTOM = 30, 56, 16
_NAME_MOST, _PLACE_MOST, _LETTER = 18, 30, 9
_BETWEEN: Final = 290


class Shape(StrEnum):
    """How a place is drawn."""

    HOUSE = "house"
    SQUARE = "square"
    SPEECH = "speech"


class Mark(StrEnum):
    """Whether what is known of a place hangs on one person, or on nobody who is still here."""

    SHARED = "shared"
    ONE = "one"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Tie:
    """That somebody knows somebody at a place; `person` is empty where nobody keeps it now."""

    person: str
    name: str
    place: str
    place_name: str
    shape: Shape
    keeps: bool = True


@dataclass(frozen=True)
class PersonDrawn:
    """One of the staff, and where they stand."""

    id: str
    name: str
    short: str
    y: int


@dataclass(frozen=True)
class PlaceDrawn:
    """One place, where it stands, and whether it hangs on one person."""

    id: str
    name: str
    short: str
    shape: Shape
    mark: Mark
    y: int


@dataclass(frozen=True)
class Edge:
    """The line between the two: whole where the person keeps the contact, dashed where they were in touch."""

    path: str
    keeps: bool


@dataclass(frozen=True)
class Across:
    """How far from the left people, places and the words beside them stand, and how wide that makes the picture."""

    people: int
    places: int
    words: int
    width: int


@dataclass(frozen=True)
class Picture:
    """The whole picture, in units of its own."""

    height: int
    across: Across
    people: tuple[PersonDrawn, ...]
    places: tuple[PlaceDrawn, ...]
    edges: tuple[Edge, ...]


def shape_of(kind: str) -> Shape:
    """Return the shape of an asset: a house, a rounded square for a group, a speech bubble for what is online."""
    if kind in PLACELESS:
        return Shape.SPEECH
    return Shape.SQUARE if kind == Kind.GROUP else Shape.HOUSE


def mark_of(people: Collection[str]) -> Mark:
    """Say whether a place that these people know hangs on one of them; an empty id is nobody."""
    here = {one for one in people if one}
    if not here:
        return Mark.NOBODY
    return Mark.ONE if len(here) == 1 else Mark.SHARED


def picture(ties: Iterable[Tie]) -> Picture:
    """Draw who knows whom where, so that few lines cross and no two names lie on each other."""
    ties = list(ties)
    names = dict(sorted({tie.person: tie.name for tie in ties}.items(), key=lambda one: (not one[0], one[1], one[0])))
    told = {tie.place: tie for tie in sorted(ties, key=lambda tie: (tie.place_name, tie.place))}
    knows, known = _sides(ties)
    people, places = list(names), list(told)
    for _ in range(4):
        places = _in_the_middle(places, known, people)
        people = _in_the_middle(people, knows, places)
    height = TOP + max(len(places) * _ROW, len(people) * _PERSON_ROW) + _BOTTOM
    step = (height - TOP - _BOTTOM) / max(len(places), 1)
    place_y = {place: round(TOP + step * (row + 0.5)) for row, place in enumerate(places)}
    person_y = _spread(people, {p: fmean(place_y[q] for q in knows[p]) for p in people}, height)
    across = _across(ties)
    return Picture(
        height,
        across,
        tuple(PersonDrawn(p, names[p], _short(names[p], _NAME_MOST), person_y[p]) for p in people),
        tuple(_place(told[p], mark_of(known[p]), place_y[p]) for p in places),
        _edges(ties, person_y, place_y, across),
    )


def _across(ties: Sequence[Tie]) -> Across:
    """Leave as much room for names as the longest takes."""
    people = max((len(_short(tie.name, _NAME_MOST)) for tie in ties), default=0) * _LETTER + 40
    places = people + _BETWEEN
    words = places + max((len(_short(tie.place_name, _PLACE_MOST)) for tie in ties), default=0) * (_LETTER - 1) + 110
    return Across(people, places, words, words + 8)


def _sides(ties: Sequence[Tie]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    knows: dict[str, list[str]] = {}
    known: dict[str, list[str]] = {}
    for tie in ties:
        knows.setdefault(tie.person, []).append(tie.place)
        known.setdefault(tie.place, []).append(tie.person)
    return knows, known


def _in_the_middle(these: list[str], linked: Mapping[str, Sequence[str]], others: list[str]) -> list[str]:
    """Put each where the middle of its links lies on the other side; what lies equal keeps its order."""
    at = {other: row for row, other in enumerate(others)}
    return sorted(these, key=lambda one: fmean(at[other] for other in linked[one]))


def _spread(people: list[str], wanted: Mapping[str, float], height: int) -> dict[str, int]:
    """Stand people near the middle of what they know, with room for each name."""
    found: dict[str, float] = {}
    least = TOP + _PERSON_ROW / 2
    for person in people:
        found[person] = max(wanted[person], least)
        least = found[person] + _PERSON_ROW
    most = height - _BOTTOM - _PERSON_ROW / 2
    for person in reversed(people):
        found[person] = min(found[person], most)
        most = found[person] - _PERSON_ROW
    return {person: round(y) for person, y in found.items()}


def _place(tie: Tie, mark: Mark, y: int) -> PlaceDrawn:
    return PlaceDrawn(tie.place, tie.place_name, _short(tie.place_name, _PLACE_MOST), tie.shape, mark, y)


def _edges(
    ties: Sequence[Tie], person_y: Mapping[str, int], place_y: Mapping[str, int], across: Across
) -> tuple[Edge, ...]:
    keeps: dict[tuple[str, str], bool] = {}
    for tie in ties:
        pair = tie.person, tie.place
        keeps[pair] = keeps.get(pair, False) or tie.keeps
    begin, end = across.people + 20, across.places - 14
    middle = (begin + end) // 2
    return tuple(
        Edge(f"M{begin} {person_y[a]}C{middle} {person_y[a]} {middle} {place_y[b]} {end} {place_y[b]}", kept)
        for (a, b), kept in keeps.items()
    )


def _short(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"
