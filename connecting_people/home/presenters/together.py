"""The page of a partnership. It is opened more than any other, so it asks for columns and builds no rows."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.core.addresses import address
from connecting_people.core.london import day_of
from connecting_people.guide.steps import STEPS
from connecting_people.guide.words import StrOrPromise
from connecting_people.home.presenters.circles import Circles, circles
from connecting_people.home.presenters.gathering import gather
from connecting_people.home.presenters.lines import Line, entry_address, line_of
from connecting_people.home.presenters.voices import Voice, voices_of, what_it_was
from connecting_people.home.queries import OpenThing, open_things
from connecting_people.journey.queries import Glimpse, glimpses
from connecting_people.journey.rules import Kind, Standing
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.rules import State
from connecting_people.ui.jinja import stamp

_AT_MOST = 6


@dataclass(frozen=True)
class Place:
    """A step on the way round, with what happened there last."""

    number: int
    name: StrOrPromise
    aim: StrOrPromise
    href: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Next:
    """Something that leads on, and what the reader can do about it. What waits for them has the lowest `rank`."""

    rank: int
    day: date
    says: str
    text: str
    side: str
    when: str
    href: str
    do: str = ""


@dataclass(frozen=True)
class Together:
    """All that the page of a partnership shows below its frame."""

    began_at: datetime
    steps: tuple[Place, ...]
    circles: Circles
    empty: bool
    nexts: tuple[Next, ...]
    more_open: bool
    support: Line | None
    writes: bool
    here_together: bool
    addresses: dict[str, str]


def together_page(partnership: Partnership, at: datetime) -> Together:
    """Gather the page, in two queries."""
    voices = voices_of(partnership)
    gathered = gather(glimpses(partnership), voices)
    steps = tuple(_place(partnership, number, found, voices) for number, found in gathered.steps.items())
    things = open_things(partnership)
    nexts = _nexts(partnership, things, voices)
    support = next((_line(partnership, thing, voices) for thing in things if thing.kind == Kind.SUPPORT), None)
    return Together(
        began_at=partnership.made_at,
        steps=steps,
        circles=circles(partnership, gathered, voices, day_of(at)),
        empty=not any(step.lines for step in steps),
        nexts=nexts[:_AT_MOST],
        more_open=len(nexts) > _AT_MOST,
        support=support,
        writes=partnership.looking is None,
        here_together=partnership.state == State.TOGETHER,
        addresses=_addresses(partnership),
    )


def _place(partnership: Partnership, number: int, found: list[Glimpse], voices: dict[UUID, Voice]) -> Place:
    href = address("home:step", partnership_id=partnership.pk, number=number)
    step = STEPS[number - 1]
    return Place(number, step.name, step.aim, href, tuple(line_of(partnership, one, voices) for one in found))


def _line(partnership: Partnership, thing: OpenThing, voices: dict[UUID, Voice]) -> Line:
    voice = voices[thing.voice_id]
    href = entry_address(partnership, thing.id)
    return Line(thing.line, voice.name, voice.side, thing.happened_date, what_it_was(thing.kind), href)


def _nexts(partnership: Partnership, things: list[OpenThing], voices: dict[UUID, Voice]) -> tuple[Next, ...]:
    found = (_next(partnership, thing, voices[thing.voice_id]) for thing in things)
    return tuple(sorted(filter(None, found), key=lambda one: (one.rank, one.day)))


def _next(partnership: Partnership, thing: OpenThing, voice: Voice) -> Next | None:
    me = None if partnership.looking else partnership.me
    if thing.promise_open and not _to_confirm(thing, me):
        return _promise(partnership, thing, voice, mine=me is not None and thing.promise_who_id == me.pk)
    rank, says, do = _waiting(thing, voice, me)
    if not says:
        return None
    href = entry_address(partnership, thing.id)
    return Next(rank, thing.happened_date, says, thing.line, voice.side, stamp(thing.happened_date), href, do)


def _waiting(thing: OpenThing, voice: Voice, me: Participant | None) -> tuple[int, str, str]:
    mine = me is not None and thing.voice_id == me.pk
    if _to_confirm(thing, me):
        return 0, _("Written down as your words"), _("See if it is right")
    if thing.kind == Kind.QUESTION:
        says = _("You asked") if mine else _("%(name)s asks") % {"name": voice.name}
        return (0, says, _("Answer")) if me and not mine else (2, says, "")
    if thing.standing != Standing.PROPOSED:
        return 2, "", ""
    if me and not mine:
        return 0, _("Waits for your word"), _("Say what you think")
    return 2, _("Waits for the other’s word"), ""


def _to_confirm(thing: OpenThing, me: Participant | None) -> bool:
    if me is None or thing.voice_id != me.pk or thing.by_id == me.user_id:
        return False
    return thing.as_said and thing.confirmed_at is None


def _promise(partnership: Partnership, thing: OpenThing, voice: Voice, *, mine: bool) -> Next:
    day = thing.due_date or thing.happened_date
    when = _("by %(day)s") % {"day": stamp(day)} if thing.due_date else stamp(day)
    if not mine:
        says = _("%(name)s will") % {"name": voice.name}
        return Next(3, day, says, thing.line, voice.side, when, entry_address(partnership, thing.id))
    href = address("journey:settle", partnership_id=partnership.pk, promise_id=thing.promise_id)
    return Next(1, day, _("You said you would"), thing.line, voice.side, when, href, _("Say what came of it"))


def _addresses(partnership: Partnership) -> dict[str, str]:
    names = {
        "write": "journey:write",
        "ask": "journey:ask",
        "promise": "journey:promise",
        "promises": "journey:promises",
        "support": "journey:support",
        "timeline": "journey:timeline",
        "own": "journey:own",
        "pause": "partnership:pause",
        "conversation": "getting_started:conversation",
        "start": "getting_started:start",
    }
    return {key: address(name, partnership_id=partnership.pk) for key, name in names.items()}
