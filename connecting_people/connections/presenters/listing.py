"""The map as a list: the same content as the picture, for whoever would rather read."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from connecting_people.connections import words
from connecting_people.connections.acts import Act
from connecting_people.connections.facts import Facts
from connecting_people.connections.queries.now import Now, StepNow
from connecting_people.connections.rules import Feeling, Nature, State
from connecting_people.connections.ruling import Ruling
from connecting_people.core.addresses import address
from connecting_people.partnership.models import Partnership

SHOWN_BY_NAME = 3


@dataclass(frozen=True)
class Row:
    """One connection on the list."""

    id: UUID
    name: str
    symbol: str
    shape: str
    says: tuple[str, ...]
    place: str
    kept: bool
    faint: bool
    href: str
    closer: bool
    further: bool


@dataclass(frozen=True)
class Group:
    """Those who stand in one ring, or are of one kind, or whose standing is alike."""

    id: str
    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Listing:
    """All on the map, by closeness or by part of life."""

    groups: tuple[Group, ...]
    count: int
    by_kind: bool


def listing(partnership: Partnership, now: Now, *, by_kind: bool = False) -> Listing:
    """Return the list of a map, grouped by closeness or by part of life, each group by name."""
    knows = _knows(now)
    found: dict[str, list[Row]] = defaultdict(list)
    for id, facts in now.facts.items():
        group = facts.kind if by_kind else _group_of(facts, now.ruling)
        found[group].append(_row(partnership, now, id, facts, knows[id], by_kind=by_kind))
    names = {**now.ruling.sector_words, "": _("Part of life not said")} if by_kind else _by_closeness(now.ruling)
    groups = tuple(
        Group(id or "none", name, tuple(sorted(found[id], key=lambda row: (row.name.casefold(), row.id.hex))))
        for id, name in names.items()
        if found.get(id)
    )
    return Listing(groups, len(now.facts), by_kind)


def _by_closeness(ruling: Ruling) -> dict[str, str]:
    rings = {str(at): name for at, name in enumerate(ruling.ring_words, start=1)}
    waiting = {"0": _("Not placed yet") if rings else _("On the map")}
    rest = (State.WISHED_FOR, State.LOST_TOUCH, State.ENDED)
    return rings | waiting | {state.value: str(words.STATES[state]) for state in rest}


def _group_of(facts: Facts, ruling: Ruling) -> str:
    if facts.state != State.CURRENT:
        return facts.state.value
    return str(min(facts.ring or 0, ruling.rings))


def _row(partnership: Partnership, now: Now, id: UUID, facts: Facts, knows: list[str], *, by_kind: bool) -> Row:
    rings = now.ruling.rings
    return Row(
        id=id,
        name=facts.name,
        symbol=facts.symbol,
        shape=facts.nature.value,
        says=tuple(_says(facts, now.ruling, knows, by_kind=by_kind)),
        place=now.ruling.ring_in_words(facts.ring),
        kept=id in now.kept,
        faint=facts.state in (State.LOST_TOUCH, State.ENDED),
        href=address("connections:connection", partnership_id=partnership.pk, connection_id=id),
        closer=bool(rings) and facts.ring != 1,
        further=bool(rings) and (facts.ring is None or facts.ring < rings),
    )


def _says(facts: Facts, ruling: Ruling, knows: list[str], *, by_kind: bool) -> list[str]:
    """Say of a connection what the heading above it does not say yet."""
    current = facts.state == State.CURRENT
    said = [
        "" if facts.nature == Nature.PERSON else str(words.NATURES[facts.nature]),
        "" if by_kind else ruling.sector_words.get(facts.kind, ""),
        ruling.ring_in_words(facts.ring) if by_kind or not current else "",
        str(words.STATES[facts.state]) if by_kind and not current else "",
        "" if facts.inside_services is None else str(words.INSIDE[facts.inside_services]),
        str(words.CONTACTS[facts.contact]) if facts.contact else "",
        sharing_in_words(facts),
        "" if facts.feeling == Feeling.NOT_SAID else _("Feels: %(how)s") % {"how": words.FEELINGS[facts.feeling]},
        _("Never suggest as support") if facts.never_support else "",
        knows_in_words(knows),
    ]
    return [one for one in said if one]


def sharing_in_words(facts: Facts) -> str:
    """Say which way a connection goes, as far as it was said."""
    if facts.gives and facts.gets:
        return _("Sharing both ways")
    if facts.gives:
        return _("Giving")
    return _("Getting") if facts.gets else ""


def knows_in_words(names: list[str]) -> str:
    """Say whom somebody knows here, by name where they are few."""
    if not names:
        return ""
    first = ", ".join(names[:SHOWN_BY_NAME])
    more = len(names) - SHOWN_BY_NAME
    if more <= 0:
        return _("Knows %(names)s") % {"names": first}
    return ngettext("Knows %(names)s and one more", "Knows %(names)s and %(more)s more", more) % {
        "names": first,
        "more": more,
    }


def _knows(now: Now) -> Mapping[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    for one, other in now.network.ties:
        assert isinstance(one, UUID)
        assert isinstance(other, UUID)
        found[one].append(now.facts[other].name)
        found[other].append(now.facts[one].name)
    return defaultdict(list, {id: sorted(names, key=str.casefold) for id, names in found.items()})


def turn_in_words(now: Now, step: StepNow | None) -> str:
    """Say what can be taken back, or done again; nothing where there is nothing."""
    if step is None:
        return ""
    facts = now.facts.get(step.about) if step.about else None
    return words.act_in_words(Act(step.act), facts.name if facts else "")
