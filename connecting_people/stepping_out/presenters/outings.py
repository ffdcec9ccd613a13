"""Outings as their pages show them: when, where, with whose support, how it went, and what may be told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.community.models import Asset
from connecting_people.community.queries.assets import season_of
from connecting_people.community.rules import Season
from connecting_people.core.addresses import address
from connecting_people.core.london import LONDON, day_of
from connecting_people.guide.words import StrOrPromise
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.stepping_out.models import Disclosure, Meeting, Outing, SmallStep, Supporting
from connecting_people.stepping_out.permissions import can_agree, can_take_back
from connecting_people.stepping_out.rules import Felt, Orientation, OutingState, Source
from connecting_people.stepping_out.words import FELT, ORIENTATIONS, SOURCES, STATES, SURE


@dataclass(frozen=True)
class Backed:
    """One source of support in words."""

    how: StrOrPromise
    who: str


@dataclass(frozen=True)
class Card:
    """One outing in a list."""

    id: UUID
    href: str
    what: str
    day: date
    begins: time | None
    place: str
    state: StrOrPromise
    planned: bool
    series: bool
    side: str
    name: str
    kept: bool
    support: tuple[Backed, ...]


@dataclass(frozen=True)
class Face:
    """How something felt: which of the five faces, and its word."""

    face: str
    word: StrOrPromise


@dataclass(frozen=True)
class Slip:
    """What may be handed to one who may hear something: that, and nothing else that stands in the agreement."""

    whom: str
    things: tuple[str, ...]


@dataclass(frozen=True)
class Agreement:
    """What may be told, as both agreed or as one proposes."""

    id: UUID
    things: tuple[tuple[str, str, str], ...]
    never: str
    if_asked: str
    side: str
    name: str
    made_at: datetime
    agreed_at: datetime | None
    agreed_by: str
    holds: bool  # agreed by both, and nothing newer took its place
    is_over: bool  # taken back, or seen differently since
    may_agree: bool
    may_take_back: bool
    outing: str
    contact: str
    href: str

    @property
    def slips(self) -> tuple[Slip, ...]:
        """Return what each may be handed who may hear something; nothing leaves the two that does not hold."""
        found: dict[str, list[str]] = {}
        for what, _by, whom in self.things if self.holds else ():
            found.setdefault(whom, []).append(what)
        return tuple(Slip(whom, tuple(things)) for whom, things in found.items())


@dataclass(frozen=True)
class Step:
    """One small step."""

    position: int
    words: str
    helper: str
    taken: date | None


@dataclass(frozen=True)
class Shown:
    """The page of one outing."""

    card: Card
    ends: time | None
    sure_before: Face | None
    sure_after: Face | None
    felt: Face | None
    helped: str
    back_at: datetime | None
    back_told: bool
    overdue: bool
    steps: tuple[Step, ...]
    holds: tuple[Agreement, ...]
    general: tuple[Agreement, ...]
    waiting: tuple[Agreement, ...]
    goal: str
    goal_href: str
    asset: str
    asset_href: str
    closed: str
    due: bool
    facts: tuple[tuple[StrOrPromise, str], ...]
    met: tuple[str, ...]


def cards(partnership: Partnership, outings: Iterable[Outing], support: Iterable[Supporting]) -> tuple[Card, ...]:
    """Return outings as a list shows them."""
    by_outing: dict[UUID, list[Supporting]] = {}
    for one in support:
        by_outing.setdefault(one.outing_id, []).append(one)
    return tuple(_card(partnership, outing, by_outing.get(outing.pk, [])) for outing in outings)


def outing_page(
    partnership: Partnership,
    outing: Outing,
    support: Iterable[Supporting],
    steps: Iterable[SmallStep],
    agreements: Iterable[Disclosure],
    met: Iterable[Meeting],
    names: dict[UUID, str],
    at: datetime,
) -> Shown:
    """Return the page of one outing; `names` are those of the connections that the reader may see."""
    agreements = list(agreements)
    told = [agreement(partnership, one) for one in agreements if one.outing_id == outing.pk]
    planned = outing.state == OutingState.PLANNED
    return Shown(
        card=_card(partnership, outing, support),
        ends=outing.ends,
        sure_before=_face(outing.sure_before, SURE),
        sure_after=_face(outing.sure_after, SURE),
        felt=_face(outing.felt, FELT),
        helped=outing.helped,
        back_at=outing.back_at,
        back_told=outing.back_told_at is not None,
        overdue=outing.is_overdue(at),
        steps=tuple(Step(one.position, one.words, one.helper, one.taken_date) for one in steps),
        holds=tuple(one for one in told if one.holds),
        general=tuple(agreement(partnership, one) for one in _general(agreements, outing)),
        waiting=tuple(one for one in told if not one.agreed_at),
        goal=outing.goal.entry.line if outing.goal and _shared(partnership, outing) else "",
        goal_href=address("plans:goal", partnership_id=partnership.pk, goal_id=outing.goal_id)
        if outing.goal_id
        else "",
        asset=outing.asset.name if outing.asset else "",
        asset_href=address("community:asset", agency_id=partnership.agency_id, asset_id=outing.asset_id)
        if outing.asset_id
        else "",
        closed=closed_note(outing.asset, outing.outing_date) if outing.asset and planned else "",
        due=planned and outing.outing_date <= day_of(at),
        facts=_facts(outing),
        met=tuple(names[one.connection_id] for one in met if one.connection_id in names),
    )


def agreement(partnership: Partnership, disclosure: Disclosure) -> Agreement:
    """Return what may be told, in words."""
    voice = _place(partnership, disclosure.entry.voice_id)
    me = None if partnership.looking else partnership.me
    return Agreement(
        id=disclosure.pk,
        things=tuple((one.what, one.by_whom, one.to_whom) for one in disclosure.may_tell.all()),
        never=disclosure.never,
        if_asked=disclosure.if_asked,
        side=voice.side,
        name=voice.name,
        made_at=disclosure.made_at,
        agreed_at=disclosure.agreed_at,
        agreed_by=_who_agreed(disclosure),
        holds=disclosure.holds,
        is_over=disclosure.is_over,
        may_agree=bool(me and can_agree(me, disclosure)),
        may_take_back=bool(me and can_take_back(me, disclosure)),
        outing=disclosure.outing.entry.line if disclosure.outing else "",
        contact=disclosure.contact.name if disclosure.contact else "",
        href=address("stepping_out:disclosure", partnership_id=partnership.pk, disclosure_id=disclosure.pk),
    )


def _who_agreed(disclosure: Disclosure) -> str:
    """Return whose yes it was, and for somebody without a login, who wrote it down."""
    by, voice = disclosure.agreed_by, disclosure.agreed_voice
    if by is None or voice is None or voice.user_id == by.pk:
        return by.name if by else ""
    return _("%(name)s (written down by %(by)s)") % {"name": voice.name, "by": by.name}


def _general(agreements: list[Disclosure], outing: Outing) -> list[Disclosure]:
    """Return what holds wherever the two go, but for whom something of its own was agreed for this outing."""
    own = {one.contact_id for one in agreements if one.outing_id == outing.pk and one.holds}
    return [one for one in agreements if one.outing_id is None and one.holds and one.contact_id not in own]


def _card(partnership: Partnership, outing: Outing, support: Iterable[Supporting]) -> Card:
    voice = _place(partnership, outing.entry.voice_id)
    return Card(
        id=outing.pk,
        href=address("stepping_out:outing", partnership_id=partnership.pk, outing_id=outing.pk),
        what=outing.entry.words or outing.entry.line,
        day=outing.outing_date,
        begins=outing.begins,
        place=outing.place or (outing.asset.name if outing.asset else ""),
        state=STATES[OutingState(outing.state)],
        planned=outing.state == OutingState.PLANNED,
        series=outing.series_id is not None,
        side=voice.side,
        name=voice.name,
        kept=outing.entry.kept_by_id is not None,
        support=tuple(backed(one) for one in support),
    )


def backed(one: Supporting) -> Backed:
    """Return who or what supports, in words."""
    now = getattr(one.connection, "now", ()) if one.connection else ()
    who = one.participant.name if one.participant else now[0].name if now else one.contact.name if one.contact else ""
    return Backed(SOURCES[Source(one.source)], ": ".join(filter(None, (who, one.words))))


def closed_note(asset: Asset, day: date) -> str:
    """Return what the directory says where a place does not go on until a day; else nothing."""
    season = season_of(asset, day)
    if season == Season.CLOSED:
        return _("The directory says that this does not go on any more by then. Ring before you set out.")
    if season == Season.PAUSED:
        return _("The directory says that this is closed for a while. Ring before you set out.")
    return ""


def _facts(outing: Outing) -> tuple[tuple[StrOrPromise, str], ...]:
    known = str(ORIENTATIONS[Orientation(outing.orientation)]) if outing.orientation else ""
    said = (
        (_("How to get there"), outing.way),
        (_("What it costs"), outing.cost),
        (_("What to bring"), outing.bring),
        (_("What is there"), outing.facilities),
        (_("How well I know it"), ": ".join(filter(None, (known, outing.shown_by)))),
        (_("Back by"), _clock(outing.back_at) if outing.back_at else ""),
        (_("Whom I tell when I am back"), outing.tell),
    )
    return tuple((label, words) for label, words in said if words)


def _clock(at: datetime) -> str:
    return f"{at.astimezone(LONDON):%H:%M}"


def _face(felt: str, words: dict[Felt, StrOrPromise]) -> Face | None:
    return Face(felt, words[Felt(felt)]) if felt else None


def _place(partnership: Partnership, place_id: UUID) -> Participant:
    return next(one for one in partnership.everybody if one.pk == place_id)


def _shared(partnership: Partnership, outing: Outing) -> bool:
    kept_by = outing.goal.entry.kept_by_id if outing.goal else None
    return kept_by is None or (not partnership.looking and kept_by == partnership.me.pk)
