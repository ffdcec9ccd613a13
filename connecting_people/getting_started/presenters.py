"""What the pages of step 1 show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from connecting_people.getting_started.models import Settled
from connecting_people.getting_started.queries import Conversation, Said
from connecting_people.getting_started.rules import OF_EACH, Felt, Hope, Point, Topic
from connecting_people.getting_started.words import CATALOGUE, FELT_WORDS, HOPE_WORDS, Opener, name_of, question_of
from connecting_people.guide.words import Side, StrOrPromise
from connecting_people.journey.rules import Standing
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.rules import PRACTITIONERS, Part


@dataclass(frozen=True)
class Voice:
    """Somebody's words as a page shows them."""

    side: str
    name: str
    when: date | datetime | None
    words: str
    note: str = ""
    asked: StrOrPromise = ""
    href: str = ""
    private: bool = False


def the_two(partnership: Partnership) -> tuple[Participant, ...]:
    """Return who sits at the table: the practitioner on the left (the reader, or the lead), the person on the right."""
    me = None if partnership.looking else partnership.me
    here = [one for one in partnership.everybody if one.left_at is None]
    practitioner = me if me and me.part in PRACTITIONERS else next((p for p in here if p.part == Part.LEAD), None)
    person = next((p for p in here if p.pk == partnership.person.pk), partnership.person)
    return (practitioner, person) if practitioner else (person,)


def speakers(partnership: Partnership) -> tuple[Participant, ...]:
    """Return for whom this reader may write at the same screen: themselves first; others only for practitioners."""
    if partnership.me.part not in PRACTITIONERS:
        return (partnership.me,)
    return (partnership.me, partnership.person)


def spoken(partnership: Partnership, said: Said) -> Voice:
    """Return something said in step 1 with whose words it is, who wrote it down and to what it was said."""
    who = {one.pk: one for one in partnership.everybody}[said.voice_id]
    felt = str(FELT_WORDS[Felt(said.felt)]) if said.felt else ""
    words = "\n".join(filter(None, (felt, said.words)))
    return Voice(
        who.side,
        who.name,
        said.happened_date,
        words,
        note=_note(partnership, said, who),
        asked=question_of(said.topic, said.item, said.question),
        href=_entry(partnership, said.entry_id),
        private=said.kept_by_id is not None,
    )


def _note(partnership: Partnership, said: Said, who: Participant) -> str:
    if said.kept_by_id:
        return _("Only you see this")
    if not said.as_said or said.confirmed_at:
        return ""
    writer = next((one.name for one in partnership.everybody if one.user_id == said.by_id), "")
    return _("Said by %(name)s, written down by %(writer)s") % {"name": who.name, "writer": writer}


@dataclass(frozen=True)
class Day:
    """One conversation on the page."""

    held_date: date
    voices: tuple[Voice, ...]


def days(partnership: Partnership, conversations: Iterable[Conversation]) -> tuple[Day, ...]:
    """Return conversations as a page shows them."""
    return tuple(Day(one.held_date, tuple(spoken(partnership, part) for part in one.parts)) for one in conversations)


@dataclass(frozen=True)
class Way:
    """One question on the list, and whether something was said to it."""

    name: StrOrPromise
    href: str
    here: bool
    said: tuple[Voice, ...]


@dataclass(frozen=True)
class Ways:
    """Questions that belong to one side, under its heading."""

    heading: str
    side: str
    ways: tuple[Way, ...]


def ways(partnership: Partnership, topic: Topic, said: Iterable[Said], here: Opener | None = None) -> tuple[Ways, ...]:
    """Return what there is to talk about, by side, with the newest words of each person to each."""
    newest: dict[tuple[str, UUID], Said] = {}
    for part in said:
        newest.setdefault((part.item, part.voice_id), part)
    return tuple(
        Ways(
            heading,
            side.value,
            tuple(
                Way(
                    opener.name,
                    reverse(f"getting_started:{_FORM[topic]}", args=[partnership.pk, opener.slug]),
                    opener == here,
                    tuple(spoken(partnership, part) for (item, _who), part in newest.items() if item == opener.item),
                )
                for opener in CATALOGUE[topic]
                if opener.side == side
            ),
        )
        for side, heading in _headings(partnership, topic)
    )


_FORM = {Topic.CONVERSATION: "talk", Topic.BRINGING: "reflect"}


def _headings(partnership: Partnership, topic: Topic) -> list[tuple[Side, str]]:
    *practitioners, person = the_two(partnership)
    for_person = _("Ask %(name)s") if topic == Topic.CONVERSATION else _("What %(name)s brings")
    found = [(Side.SERVICE_USER, for_person % {"name": person.name})]
    if practitioners:
        found.append((Side.PRACTITIONER, for_person % {"name": practitioners[0].name}))
    both = _("For both") if topic == Topic.CONVERSATION else _("What both bring")
    return [(Side.BOTH, both), *found] if topic == Topic.CONVERSATION else [*reversed(found), (Side.BOTH, both)]


@dataclass(frozen=True)
class HopeShown:
    """One of the four boxes of hopes: words, or none yet."""

    heading: str
    field: str
    voice: Voice | None


@dataclass(frozen=True)
class Column:
    """One person's side of the page."""

    name: str
    side: str
    mine: bool
    hopes: tuple[HopeShown, ...]


def hopes(partnership: Partnership, held: dict[tuple[UUID, Hope], Said]) -> tuple[Column, ...]:
    """Return what each hopes to gain and can give, in a column each; everybody who said something has one."""
    two = the_two(partnership)
    others = [one for one in partnership.everybody if one not in two and any(key[0] == one.pk for key in held)]
    return tuple(_column(partnership, one, held) for one in (*others, *two))


def _column(partnership: Partnership, one: Participant, held: dict[tuple[UUID, Hope], Said]) -> Column:
    rows = [(what, held.get((one.pk, what))) for what in Hope]
    return Column(
        one.name,
        one.side,
        partnership.looking is None and one.pk == partnership.me.pk,
        tuple(
            HopeShown(
                str(HOPE_WORDS[what]) % {"name": one.name},
                f"{what.value}_{one.pk}",
                spoken(partnership, row) if row else None,
            )
            for what, row in rows
        ),
    )


@dataclass(frozen=True)
class PointShown:
    """One point of working together: what is proposed or agreed, and how each sees it."""

    heading: str
    anchor: str
    standing: str
    parts: tuple[tuple[str, str], ...]
    said_later: str
    proposed: Voice | None
    others: tuple[Voice, ...]
    review_date: date | None
    change: str
    agree: str
    differently: str
    earlier: bool


def points(partnership: Partnership, rows: dict[tuple[Point, UUID], Settled]) -> tuple[PointShown, ...]:
    """Return every point of working together, in the order of the page."""
    two = the_two(partnership)
    return tuple(
        point_shown(partnership, point, one, rows.get((point, one.pk)))
        for point in Point
        for one in (reversed(two) if point in OF_EACH else [partnership.person])
    )


def point_shown(partnership: Partnership, point: Point, whose: Participant, row: Settled | None) -> PointShown:
    """Return one point with the ways to agree, to see it differently and to change it."""
    writing = partnership.looking is None
    change = reverse("getting_started:settle", args=[partnership.pk, point.value, whose.pk]) if writing else ""
    heading, anchor = name_of(point, whose.name), f"{point.value}-{whose.side}"
    if row is None:
        return PointShown(heading, anchor, "", (), "", None, (), None, change, "", "", False)
    entry = row.entry
    theirs = writing and entry.voice_id != partnership.me.pk
    others = tuple(
        Voice(view.voice.side, view.voice.name, view.at, view.words)
        for view in sorted(entry.other_views.all(), key=lambda each: each.at)
    )
    return PointShown(
        heading,
        anchor,
        entry.standing,
        _parts(row),
        entry.words,
        Voice(entry.voice.side, entry.voice.name, entry.written_at, "", _as_said(entry.as_said, entry.confirmed_at)),
        others,
        row.review_date,
        change,
        _act("journey:agree", row, theirs and entry.standing in (Standing.PROPOSED, Standing.DIFFERENT)),
        _act("journey:see_differently", row, theirs),
        row.version > 1,
    )


def _parts(row: Settled) -> tuple[tuple[str, str], ...]:
    if row.point != Point.CONTACT:
        return (("", row.text),) if row.text else (("", _("Nothing that needs care at the moment")),)
    labels = ((_("Ways"), row.text), (_("Good times"), row.times), (_("Please avoid"), row.avoid))
    return tuple((label, text) for label, text in labels if text)


def _as_said(as_said: bool, confirmed_at: datetime | None) -> str:
    return _("Written down for them") if as_said and not confirmed_at else ""


def _act(name: str, row: Settled, open_: bool) -> str:
    return reverse(name, args=[row.partnership_id, row.entry_id]) if open_ else ""


def _entry(partnership: Partnership, entry_id: UUID) -> str:
    return reverse("journey:entry", args=[partnership.pk, entry_id])


@dataclass(frozen=True)
class Start:
    """The first page of the room: what there is, and what each said last."""

    latest: Day | None
    hopes: tuple[Column, ...]
    any_hopes: bool
    brings: tuple[Voice, ...]
    points: tuple[PointShown, ...]
    area: str
    waiting: int


def start(
    partnership: Partnership,
    conversation: Conversation | None,
    held: dict[tuple[UUID, Hope], Said],
    brought: list[Said],
    rows: dict[tuple[Point, UUID], Settled],
    area: str,
) -> Start:
    """Return the first page of the room."""
    shown = tuple(one for one in points(partnership, rows) if one.standing)
    return Start(
        latest=next(iter(days(partnership, [conversation])), None) if conversation else None,
        hopes=hopes(partnership, held),
        any_hopes=bool(held),
        brings=_newest_of_each(partnership, brought),
        points=shown,
        area=area,
        waiting=sum(bool(one.agree) for one in shown),
    )


def _newest_of_each(partnership: Partnership, said: Iterable[Said]) -> tuple[Voice, ...]:
    newest: dict[UUID, Said] = {}
    for part in said:
        newest.setdefault(part.voice_id, part)
    return tuple(spoken(partnership, part) for part in newest.values())


def wording(row: Settled) -> Voice:
    """Return one wording of a point, for the page on which it is changed."""
    text = "\n".join(f"{label}: {words}" if label else words for label, words in _parts(row))
    voice = row.entry.voice
    return Voice(voice.side, voice.name, row.entry.written_at, text)
