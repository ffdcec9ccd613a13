"""The agenda of a training with the clock beside it, and what can be put on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.core.addresses import address
from connecting_people.core.london import LONDON
from connecting_people.training.course.activities import ACTIVITIES, PROMPTS
from connecting_people.training.course.groupings import GROUPINGS
from connecting_people.training.course.taught import WORDS, Taught, ours, taught
from connecting_people.training.course.words import Activity
from connecting_people.training.models import Block, Guest, Training
from connecting_people.training.names import GUEST_STATES, KINDS
from connecting_people.training.queries.agenda import lane
from connecting_people.training.rules import BlockKind, Grouping, GuestState
from connecting_people.training.times import BEFORE, TOGETHER, Span, earlier, later, length, spans


@dataclass(frozen=True)
class Item:
    """One thing on the agenda."""

    id: UUID
    kind: str
    kind_name: str
    title: str
    number: int
    from_clock: str
    until_clock: str
    minutes: int
    says: str
    led_by: str
    goal: str
    guests: tuple[str, ...]
    track: int
    in_own_words: bool
    href: str
    move: str
    remove: str
    can_earlier: bool
    can_later: bool


@dataclass(frozen=True)
class Stretch:
    """A part of the day: things for everybody one after the other, or two tracks side by side."""

    together: tuple[Item, ...]
    first: tuple[Item, ...] = ()
    second: tuple[Item, ...] = ()


@dataclass(frozen=True)
class Agenda:
    """The agenda of a training, added up."""

    before: tuple[Item, ...]
    day: tuple[Stretch, ...]
    says: str
    care: str

    @property
    def nothing(self) -> bool:
        """Say whether nothing is on it yet."""
        return not (self.before or self.day)


@dataclass(frozen=True)
class Choice:
    """Something that can be put on the agenda with one press."""

    kind: str
    activity: str
    name: str
    says: str
    number: int = 0
    there: bool = False


@dataclass(frozen=True)
class Beside:
    """What the course says, to stand beside the trainers' own words; lists are lines."""

    title: str
    aim: str
    needs: tuple[str, ...]
    how: tuple[str, ...]
    listen_for: tuple[str, ...]


def agenda(training: Training, blocks: Sequence[Block], guests: Iterable[Guest]) -> Agenda:
    """Return the agenda with its times from the training's beginning."""
    lanes = [lane(one) for one in blocks]
    timed = [(n, one) for n, one in enumerate(blocks) if lanes[n] != BEFORE]
    found = spans([(one.track, one.minutes) for _n, one in timed])
    times: dict[UUID, Span] = {one.pk: span for (_n, one), span in zip(timed, found, strict=True)}
    speakers = _speakers(guests)
    items = [
        _item(training, one, times.get(one.pk), speakers.get(one.pk, ()), _ways(lanes, n))
        for n, one in enumerate(blocks)
    ]
    minutes = length(found)
    return Agenda(
        before=tuple(item for item, where in zip(items, lanes, strict=True) if where == BEFORE),
        day=_stretches([item for item, where in zip(items, lanes, strict=True) if where != BEFORE]),
        says=_adds_up(training, minutes) if timed else "",
        care=_too_long(training, minutes),
    )


def in_words(minutes: int) -> str:
    """Say how long something takes."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("%(minutes)s min") % {"minutes": rest}
    if not rest:
        return _("%(hours)s h") % {"hours": hours}
    return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": rest}


def choices(blocks: Iterable[Block]) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    """Return what can be put on an agenda, part by part; what is on it already says so."""
    there = {one.activity for one in blocks}
    prompts = tuple(_of_course(one, BlockKind.PROMPT, there) for one in PROMPTS)
    parts = [(_("From the course"), tuple(_of_course(one, BlockKind.ACTIVITY, there) for one in ACTIVITIES))]
    if prompts:
        parts.append((_("Things to think about on the way"), prompts))
    parts.append((_("Your own, and the rest of the day"), tuple(_others())))
    return tuple(parts)


def beside(block: Block) -> Beside:
    """Return what the course says of a block."""
    said: Taught = ours(block.kind, block.activity)
    return Beside(**{name: getattr(said, name) for name in WORDS})


def _others() -> list[Choice]:
    return [
        Choice("own", "", _("An activity of your own"), _("With a name, and a board if you like.")),
        Choice("guest", "", _("A guest speaks"), _("Time for somebody from your list of speakers.")),
        Choice("break", "", _("A break"), _("Tea, air, and time to talk.")),
        Choice("before", "", _("Something before the day"), _("Such as a page to read. It takes none of the day.")),
    ]


def _of_course(one: Activity, kind: BlockKind, there: set[str]) -> Choice:
    says = f"{in_words(one.minutes)} · {GROUPINGS[one.grouping]}"
    return Choice(kind.value, one.id, str(one.name), says, one.number, one.id in there)


def _item(training: Training, block: Block, span: Span | None, guests: Sequence[str], ways: tuple[bool, bool]) -> Item:
    here = {"agency_id": block.agency_id, "training_id": training.pk, "block_id": block.pk}
    number = next((one.number for one in ACTIVITIES if one.id == block.activity), 0)
    plain = block.kind in (BlockKind.BREAK, BlockKind.BEFORE)
    says = [in_words(block.minutes)] if block.minutes or span else []
    says += [] if plain else [str(GROUPINGS[Grouping(block.grouping)])]
    return Item(
        id=block.pk,
        kind=block.kind,
        kind_name=str(KINDS[BlockKind(block.kind)]),
        title=taught(block).title,
        number=number,
        from_clock=_clock(training, span.begins) if span else "",
        until_clock=_clock(training, span.ends) if span else "",
        minutes=block.minutes,
        says=" · ".join(says),
        led_by=block.led_by.name if block.led_by else "",
        goal=block.goal,
        guests=tuple(guests),
        track=block.track,
        in_own_words=any(getattr(block, name) for name in WORDS) and block.kind in ("activity", "prompt"),
        href=address("training:block", **here),
        move=address("training:move_block", **here),
        remove=address("training:remove_block", **here),
        can_earlier=ways[0],
        can_later=ways[1],
    )


def _ways(lanes: list[int], at: int) -> tuple[bool, bool]:
    return earlier(lanes, at) != at, later(lanes, at) != at


def _stretches(items: Sequence[Item]) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    run: list[Item] = []
    for number, item in enumerate(items):
        run.append(item)
        following = items[number + 1] if number + 1 < len(items) else None
        if following is None or (following.track == TOGETHER) != (item.track == TOGETHER):
            found.append(_stretch(run))
            run = []
    return tuple(found)


def _stretch(run: Sequence[Item]) -> Stretch:
    if run[0].track == TOGETHER:
        return Stretch(tuple(run))
    first, second = (tuple(one for one in run if one.track == track) for track in (1, 2))
    return Stretch((), first, second)


def _speakers(guests: Iterable[Guest]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = {}
    for one in guests:
        if one.block_id:
            state = str(GUEST_STATES[GuestState(one.state)]).lower()
            found.setdefault(one.block_id, []).append(f"{one.speaker.name} ({state})")
    return found


def _clock(training: Training, minute: int) -> str:
    if training.begins_at is None:
        return f"{minute // 60}:{minute % 60:02}"
    at: datetime = training.begins_at + timedelta(minutes=minute)
    return f"{at.astimezone(LONDON):%H:%M}"


def _adds_up(training: Training, minutes: int) -> str:
    if training.begins_at is None:
        return _("%(long)s in all") % {"long": in_words(minutes)}
    return _("%(long)s in all, until %(clock)s") % {"long": in_words(minutes), "clock": _clock(training, minutes)}


def _too_long(training: Training, minutes: int) -> str:
    if not (training.begins_at and training.ends_at):
        return ""
    over = minutes - int((training.ends_at - training.begins_at).total_seconds() // 60)
    if over <= 0:
        return ""
    says = _("That is %(long)s longer than the training has. Shorten something, or let it end later.")
    return says % {"long": in_words(over)}
