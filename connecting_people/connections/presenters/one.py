"""One connection: what is said of it now, whom it knows, and what was said before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connecting_people.connections import permissions, words
from connecting_people.connections.acts import Act
from connecting_people.connections.facts import Facts, differing
from connecting_people.connections.models import ConnectionState
from connecting_people.connections.presenters.people import hints_of
from connecting_people.connections.queries.connections import facts_in
from connecting_people.connections.queries.now import Now
from connecting_people.connections.rules import Exchange, Feeling, State, Way
from connecting_people.connections.ruling import Ruling
from connecting_people.connections.troubles import Stale
from connecting_people.guide.words import StrOrPromise
from connecting_people.partnership.models import Participant, Partnership

Fact = tuple[str, str]


@dataclass(frozen=True)
class Spoken:
    """Words about a connection, with whose they are."""

    label: str
    words: str
    side: str
    name: str
    when: date
    note: str


@dataclass(frozen=True)
class Before:
    """What changed on one day, and by whom."""

    when: date
    name: str
    side: str
    says: tuple[str, ...]
    kept: bool


@dataclass(frozen=True)
class Known:
    """Somebody whom a connection knows, or might."""

    id: UUID
    name: str


@dataclass(frozen=True)
class Shown:
    """All that the page of one connection shows."""

    name: str
    symbol: str
    shape: str
    kept: bool
    there: bool
    faint: bool
    facts: tuple[Fact, ...]
    spoken: tuple[Spoken, ...]
    knows: tuple[Known, ...]
    may_know: tuple[Known, ...]
    hints: tuple[StrOrPromise, ...]
    history: tuple[Before, ...]
    may_forget: bool


def one_page(partnership: Partnership, now: Now, sayings: Iterable[ConnectionState]) -> Shown:
    """Return the page of one connection, of which there are these sayings, newest first."""
    told = list(sayings)
    latest = told[0]
    facts, id = facts_in(latest), latest.connection_id
    pairs = [pair for pair in now.network.ties if id in pair]
    tied = {other for pair in pairs for other in pair if other != id}
    others = sorted(
        (Known(other, said.name) for other, said in now.facts.items() if other != id),
        key=lambda known: known.name.casefold(),
    )
    return Shown(
        name=facts.name,
        symbol=facts.symbol,
        shape=facts.nature.value,
        kept=latest.kept_by_id is not None,
        there=facts.there,
        faint=facts.state in (State.LOST_TOUCH, State.ENDED),
        facts=tuple(_facts(facts, now.ruling)),
        spoken=tuple(_spoken(partnership, told)),
        knows=tuple(one for one in others if one.id in tied),
        may_know=tuple(one for one in others if one.id not in tied),
        hints=hints_of(facts),
        history=tuple(_history(partnership, told, now.ruling)),
        may_forget=not partnership.looking and permissions.can_forget(partnership.me, partnership.person, latest),
    )


def _facts(facts: Facts, ruling: Ruling) -> Iterable[Fact]:
    told = (
        (_("What it is"), str(words.NATURES[facts.nature])),
        (_("Part of life"), ruling.sector_words.get(facts.kind, "")),
        (_("How close"), ruling.ring_in_words(facts.ring)),
        (_("How things stand"), str(words.STATES[facts.state])),
        (_("Services"), "" if facts.inside_services is None else str(words.INSIDE[facts.inside_services])),
        (_("In touch"), str(words.CONTACTS[facts.contact]) if facts.contact else ""),
        (_("How"), ", ".join(str(words.WAYS[way]) for way in Way if way in facts.ways)),
        (_("Giving"), _shared(facts.gives)),
        (_("Getting"), _shared(facts.gets)),
        (_("Feels"), "" if facts.feeling == Feeling.NOT_SAID else str(words.FEELINGS[facts.feeling])),
        (_("Since"), str(facts.since_date.year) if facts.since_date else ""),
        (_("Remembered later"), _("Was part of life before") if facts.remembered_later else ""),
        (_("Support"), _("Never suggest as support") if facts.never_support else ""),
    )
    return ((label, value) for label, value in told if value)


# In which box of the form a field stands, and under which name a page tells it.
_BOXES: dict[str, tuple[str, StrOrPromise]] = {
    "nature": ("nature", gettext_lazy("What it is")),
    "kind": ("kind", gettext_lazy("Part of life")),
    "ring": ("ring", gettext_lazy("How close")),
    "state": ("state", gettext_lazy("How things stand")),
    "inside_services": ("inside", gettext_lazy("Services")),
    "contact": ("contact", gettext_lazy("In touch")),
    "ways": ("ways", gettext_lazy("How")),
    "gives": ("gives", gettext_lazy("Giving")),
    "gets": ("gets", gettext_lazy("Getting")),
    "feeling": ("feeling", gettext_lazy("Feels")),
    "since_date": ("since_year", gettext_lazy("Since")),
    "remembered_later": ("remembered_later", gettext_lazy("Remembered later")),
    "never_support": ("never_support", gettext_lazy("Support")),
}


def _shared(exchanges: frozenset[Exchange] | None) -> str:
    if exchanges is None:
        return ""
    return ", ".join(str(words.EXCHANGES[one]) for one in Exchange if one in exchanges) or _("Nothing just now")


def _spoken(partnership: Partnership, told: list[ConnectionState]) -> Iterable[Spoken]:
    labels = {
        "together": _("What we do together"),
        "matters": _("What makes it matter"),
        "came_about": _("How it came about"),
    }
    for field, label in labels.items():
        said = getattr(told[0], field)
        if said:
            # The oldest of those who say it in the same words: they are whose words these are.
            first = next_with(told, field, said)
            yield Spoken(label, said, *_whose(partnership, first), _note(partnership, first))


def next_with(told: list[ConnectionState], field: str, said: str) -> ConnectionState:
    """Return the first of an unbroken row of sayings, newest first, in which a text is the same."""
    found = told[0]
    for state in told:
        if getattr(state, field) != said:
            break
        found = state
    return found


def _whose(partnership: Partnership, state: ConnectionState) -> tuple[str, str, date]:
    voice = _place(partnership, state)
    return voice.side, voice.name, state.from_date


def _place(partnership: Partnership, state: ConnectionState) -> Participant:
    return next((one for one in partnership.everybody if one.pk == state.voice_id), state.voice)


def _note(partnership: Partnership, state: ConnectionState) -> str:
    voice = _place(partnership, state)
    if voice.user_id == state.by_id:
        return ""
    return _("Said by %(name)s, written down by %(by)s") % {"name": voice.name, "by": state.by.name}


def _history(partnership: Partnership, told: list[ConnectionState], ruling: Ruling) -> Iterable[Before]:
    for at, state in enumerate(told):
        before = facts_in(told[at + 1]) if at + 1 < len(told) else None
        says = changes_in_words(before, facts_in(state), ruling, Act(state.act))
        voice = _place(partnership, state)
        yield Before(state.from_date, state.by.name, voice.side, tuple(says), state.kept_by_id is not None)


def changes_in_words(before: Facts | None, after: Facts, ruling: Ruling, act: Act) -> list[str]:
    """Say what one saying changed: how it was and how it is, with nothing called better or worse."""
    if before is None:
        return [_("Came on the map")] if act == Act.ADDED else [words.act_in_words(act, after.name)]
    then, now = dict(_facts(before, ruling)), dict(_facts(after, ruling))
    said = [] if before.name == after.name else [_("Called %(name)s before") % {"name": before.name}]
    if before.there != after.there:
        said.append(_("Put back on the map") if after.there else _("Taken off the map"))
    for label in dict.fromkeys((*then, *now)):
        if then.get(label) != now.get(label):
            values = {"label": label, "then": then.get(label, _("not said")), "now": now.get(label, _("not said"))}
            said.append(_("%(label)s: %(then)s, then %(now)s") % values)
    if differing(before, after) & {"together", "matters", "came_about"}:
        said.append(_("Said in other words"))
    return said or [_("Stands in another place on the map")]


def now_says(stale: Stale, ruling: Ruling) -> dict[str, str]:
    """Return what it says now in each box that two people changed at once, by the name of the box."""
    told = dict(_facts(stale.now, ruling))
    found = {}
    for field in stale.both:
        box, label = _BOXES.get(field, (field, ""))
        text = told.get(str(label), "") if label else str(getattr(stale.now, field) or "")
        found[box] = text or _("(nothing)")
    return found
