"""Ideas of the library as cards."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.barriers.library import Found
from connecting_people.community.presenters.came import Came, came_from
from connecting_people.guide.barriers import UnknownBarrierKind, barrier_kind
from connecting_people.guide.words import StrOrPromise


@dataclass(frozen=True)
class Idea:
    """One idea of the library, with what may be told of how it went."""

    id: UUID
    kind: StrOrPromise
    text: str
    says: str
    came: Came | None = None


@dataclass(frozen=True)
class ForKind:
    """What goes with a kind while one writes: what it is, what to ask oneself, and what helped others."""

    explanation: StrOrPromise
    prompts: tuple[StrOrPromise, ...]
    ideas: tuple[Idea, ...]


def for_kind(kind: str, found: Iterable[Found]) -> ForKind | None:
    """Return what the guide asks about a kind, and what helped others; None while no kind is chosen."""
    try:
        known = barrier_kind(kind)
    except UnknownBarrierKind:
        return None
    return ForKind(known.explanation, tuple(prompt.text for prompt in known.prompts), idea_cards(found))


def idea_cards(found: Iterable[Found]) -> tuple[Idea, ...]:
    """Return ideas of the library in words."""
    return tuple(
        Idea(one.id, kind_name(one.kind), one.text, _went(one), came_from(one.training, one.day)) for one in found
    )


def kind_name(kind: str) -> StrOrPromise:
    """Return what a kind is called; nothing for an id that the guide no longer has."""
    try:
        return barrier_kind(kind).name
    except UnknownBarrierKind:
        return ""


def _went(one: Found) -> str:
    if one.helped:
        numbers = {"helped": one.helped, "tried": one.tried}
        return _("Helped about %(helped)s of about %(tried)s who tried it here") % numbers
    if one.some:
        return _("Helped some people here")
    if one.tried:
        return _("About %(tried)s have tried it here") % {"tried": one.tried}
    return ""
