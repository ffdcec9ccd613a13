"""Everybody on a map as a list, wherever the map is kept: the same content as its picture."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from connecting_people.connections import words
from connecting_people.connections.drawing.shapes import NIL, MapAddresses
from connecting_people.connections.facts import Facts
from connecting_people.connections.hints import hints_in
from connecting_people.connections.rules import Feeling, Nature, Network, State
from connecting_people.connections.ruling import Ruling
from connecting_people.guide.words import StrOrPromise

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


def people_listing(
    network: Network,
    facts: Mapping[UUID, Facts],
    ruling: Ruling,
    addresses: MapAddresses,
    kept: Collection[UUID] = (),
    *,
    by_kind: bool = False,
) -> Listing:
    """Return the list of a map, grouped by closeness or by part of life, each group by name."""
    knows, hand = _knows(network, facts), _Hand(ruling, addresses, by_kind)
    found: dict[str, list[Row]] = defaultdict(list)
    for id, said in facts.items():
        group = said.kind if by_kind else _group_of(said, ruling)
        found[group].append(hand.row(id, said, knows[id], kept=id in kept))
    names = {**ruling.sector_words, "": _("Part of life not said")} if by_kind else _by_closeness(ruling)
    groups = tuple(
        Group(id or "none", name, tuple(sorted(found[id], key=lambda row: (row.name.casefold(), row.id.hex))))
        for id, name in names.items()
        if found.get(id)
    )
    return Listing(groups, len(facts), by_kind)


def _by_closeness(ruling: Ruling) -> dict[str, str]:
    rings = {str(at): name for at, name in enumerate(ruling.ring_words, start=1)}
    waiting = {"0": _("Not placed yet") if rings else _("On the map")}
    rest = (State.WISHED_FOR, State.LOST_TOUCH, State.ENDED)
    return rings | waiting | {state.value: str(words.STATES[state]) for state in rest}


def _group_of(facts: Facts, ruling: Ruling) -> str:
    if facts.state != State.CURRENT:
        return facts.state.value
    return str(min(facts.ring or 0, ruling.rings))


@dataclass(frozen=True)
class _Hand:
    """What is the same for every row of one list."""

    ruling: Ruling
    addresses: MapAddresses
    by_kind: bool

    def row(self, id: UUID, facts: Facts, knows: list[str], *, kept: bool) -> Row:
        """Return one connection as a row."""
        rings = self.ruling.rings
        return Row(
            id=id,
            name=facts.name,
            symbol=facts.symbol,
            shape=facts.nature.value,
            says=tuple(_says(facts, self.ruling, knows, by_kind=self.by_kind)),
            place=self.ruling.ring_in_words(facts.ring),
            kept=kept,
            faint=facts.state in (State.LOST_TOUCH, State.ENDED),
            href=self.addresses.connection.replace(NIL, str(id)),
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


def _knows(network: Network, facts: Mapping[UUID, Facts]) -> Mapping[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    for one, other in network.ties:
        assert isinstance(one, UUID)
        assert isinstance(other, UUID)
        found[one].append(facts[other].name)
        found[other].append(facts[one].name)
    return defaultdict(list, {id: sorted(names, key=str.casefold) for id, names in found.items()})


def hints_of(facts: Facts) -> tuple[StrOrPromise, ...]:
    """Say gently what was typed that the map can do without."""
    found = list(hints_in(facts.name, is_name_of_person=facts.nature == Nature.PERSON))
    for text in (facts.together, facts.matters, facts.came_about):
        found += hints_in(text)
    return tuple(words.HINTS[hint] for hint in dict.fromkeys(found))
