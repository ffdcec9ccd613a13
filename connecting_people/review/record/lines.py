"""What was said, and what the record shows, as lines that can be kept as they were on the day that both agreed."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from connecting_people.journey.models import Entry
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.review.rules import Heading


@dataclass(frozen=True)
class Line:
    """One thing that the record shows; `place` is whose words it is, nothing where it is nobody's."""

    text: str
    name: str = ""
    side: str = ""
    place: str = ""
    day: date | None = None
    note: str = ""
    mark: str = ""


@dataclass(frozen=True)
class Group:
    """Lines that belong together under a few words, which are somebody's too where `place` says so."""

    heading: str
    lines: tuple[Line, ...] = ()
    name: str = ""
    side: str = ""
    place: str = ""
    day: date | None = None


@dataclass(frozen=True)
class Saying:
    """What somebody said under a heading."""

    entry: str
    heading: str
    item: str
    words: str
    name: str
    side: str
    place: str
    day: date
    note: str = ""
    kept: bool = False
    id: str = ""
    mine: bool = False


@dataclass(frozen=True)
class Content:
    """A review as it was put to the other: the span, what each said, and what the record showed."""

    since: date
    until: date
    said: tuple[Saying, ...] = ()
    record: Mapping[Heading, tuple[Group, ...]] = field(default_factory=dict)
    next: tuple[Line, ...] = ()


def voiced(partnership: Partnership, voice_id: UUID) -> dict[str, Any]:
    """Return whose words something is, as a line has it."""
    voice = place_of(partnership, voice_id)
    return {"name": voice.name, "side": voice.side, "place": str(voice.pk)}


def place_of(partnership: Partnership, place_id: UUID) -> Participant:
    """Return somebody's place in the partnership."""
    return next(one for one in partnership.everybody if one.pk == place_id)


def text_of(entry: Entry) -> str:
    """Return what an entry says."""
    return entry.words or entry.line


def kept(content: Content) -> str:
    """Return a review as it is kept."""
    values = {**asdict(content), "record": {key: [asdict(one) for one in of] for key, of in content.record.items()}}
    return json.dumps(values, default=str)


def read(text: str) -> Content:
    """Return a review that `kept` was given."""
    values = json.loads(text)
    return Content(
        since=date.fromisoformat(values["since"]),
        until=date.fromisoformat(values["until"]),
        said=tuple(Saying(**{**one, "day": _day(one["day"])}) for one in values["said"]),
        record={Heading(key): tuple(_group(one) for one in of) for key, of in values["record"].items()},
        next=_lines(values["next"]),
    )


def _group(values: dict[str, Any]) -> Group:
    return Group(**{**values, "lines": _lines(values["lines"]), "day": _day(values["day"])})


def _lines(rows: Iterable[dict[str, Any]]) -> tuple[Line, ...]:
    return tuple(Line(**{**one, "day": _day(one["day"])}) for one in rows)


def _day(value: str | None) -> Any:
    return date.fromisoformat(value) if value else None
