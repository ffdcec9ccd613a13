"""What there is to build on, as its pages show it: by kind, each with whose words it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connecting_people.connections.models import Strength, StrengthWording
from connecting_people.connections.queries.strengths import text_of
from connecting_people.connections.rules import StrengthKind
from connecting_people.connections.words import STRENGTHS
from connecting_people.core.addresses import address
from connecting_people.guide.interests import INTERESTS
from connecting_people.guide.words import StrOrPromise
from connecting_people.journey.models import SkillSeen
from connecting_people.partnership.models import Participant, Partnership

# What each kind is for, where there is nothing of it yet.
ASKS: dict[StrengthKind, StrOrPromise] = {
    StrengthKind.INTEREST: gettext_lazy("What catches your eye, or makes you stay up late?"),
    StrengthKind.ENJOYS: gettext_lazy("What makes a day a good one?"),
    StrengthKind.GOOD_AT: gettext_lazy("What do people ask you to do, or to show them?"),
    StrengthKind.QUALITY: gettext_lazy("What are you like? Funny, patient, good at listening?"),
    StrengthKind.AGAIN: gettext_lazy("What did you use to do that you miss?"),
    StrengthKind.TRY: gettext_lazy("What have you never done, and wonder about?"),
}


@dataclass(frozen=True)
class Item:
    """One strength on the list."""

    id: UUID
    text: str
    side: str
    name: str
    kept: bool
    href: str


@dataclass(frozen=True)
class Group:
    """The strengths of one kind, and what asks for more."""

    kind: str
    name: StrOrPromise
    asks: StrOrPromise
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Skill:
    """A skill that somebody saw, and whose it is said yes to."""

    name: str
    whom: str
    by: str
    side: str
    when: datetime | None


@dataclass(frozen=True)
class Gone:
    """A strength that was taken off the list, and when."""

    item: Item
    kind: StrOrPromise
    when: datetime


@dataclass(frozen=True)
class Page:
    """All that the page of strengths shows."""

    groups: tuple[Group, ...]
    skills: tuple[Skill, ...]
    gone: tuple[Gone, ...]
    any: bool


def strengths_page(partnership: Partnership, strengths: Iterable[Strength], skills: Iterable[SkillSeen]) -> Page:
    """Return the strengths by kind, those taken off the list last first, and the skills that were seen."""
    told = list(strengths)
    here = [one for one in told if one.ended_at is None]
    gone = sorted(
        ((one.ended_at, one) for one in told if one.ended_at), key=lambda each: (each[0], each[1].pk), reverse=True
    )
    seen = tuple(_skill(skill) for skill in skills)
    return Page(
        groups=tuple(
            Group(kind.value, name, ASKS[kind], tuple(_item(partnership, one) for one in here if one.kind == kind))
            for kind, name in STRENGTHS.items()
        ),
        skills=seen,
        gone=tuple(Gone(_item(partnership, one), STRENGTHS[StrengthKind(one.kind)], when) for when, one in gone),
        any=bool(here or seen),
    )


@dataclass(frozen=True)
class Worded:
    """How a strength was said at one time."""

    text: str
    kind: StrOrPromise
    side: str
    name: str
    when: datetime
    note: str
    kept: bool


@dataclass(frozen=True)
class One:
    """One strength with all that was ever said of it."""

    id: UUID
    title: str
    kept: bool
    gone: datetime | None
    now: Worded
    before: tuple[Worded, ...]


def one_strength(partnership: Partnership, strength: Strength, wordings: Iterable[StrengthWording]) -> One:
    """Return the page of one strength."""
    return One(
        id=strength.pk,
        title=_title(strength),
        kept=strength.kept_by_id is not None,
        gone=strength.ended_at,
        now=_worded(partnership, strength, text_of(strength)),
        before=tuple(
            _worded(partnership, row, ": ".join(filter(None, (_interest(strength), row.words)))) for row in wordings
        ),
    )


def kind_in_words(kind: str) -> str:
    """Say what kind of strength something is."""
    return str(STRENGTHS[StrengthKind(kind)])


def _title(strength: Strength) -> str:
    return _interest(strength) or strength.words


def _interest(strength: Strength) -> str:
    chosen = INTERESTS.get(strength.interest)
    return str(chosen.name) if chosen else ""


def _item(partnership: Partnership, strength: Strength) -> Item:
    voice = _place(partnership, strength.voice_id)
    return Item(
        id=strength.pk,
        text=text_of(strength),
        side=voice.side,
        name=voice.name,
        kept=strength.kept_by_id is not None,
        href=address("connections:strength", partnership_id=partnership.pk, strength_id=strength.pk),
    )


def _worded(partnership: Partnership, row: Strength | StrengthWording, text: str) -> Worded:
    voice = _place(partnership, row.voice_id)
    said = _("Said by %(name)s, written down by %(by)s") % {"name": voice.name, "by": row.by.name}
    return Worded(
        text=text,
        kind=STRENGTHS[StrengthKind(row.kind)],
        side=voice.side,
        name=voice.name,
        when=row.at,
        note="" if voice.user_id == row.by_id else said,
        kept=row.kept_by_id is not None,
    )


def _skill(skill: SkillSeen) -> Skill:
    return Skill(skill.name, skill.seen_in.name, skill.entry.voice.name, skill.seen_in.side, skill.answered_at)


def _place(partnership: Partnership, place_id: UUID) -> Participant:
    return next(one for one in partnership.everybody if one.pk == place_id)
