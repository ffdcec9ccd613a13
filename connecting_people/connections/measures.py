"""What one map says, in numbers. A page asks `measures_of`; whoever wants bare numbers asks `numbers_of`."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import median_low

from connecting_people.connections import closed_forms
from connecting_people.connections.measure_words import ON_ONE_DAY, Meaning
from connecting_people.connections.rules import Contact, Nature, Network, Node, State
from connecting_people.guide.kinds import CONNECTION_KINDS
from connecting_people.guide.words import StrOrPromise

KINDS_OFFERED = len(CONNECTION_KINDS)
# Groups, places and communities are counted apart: they know nobody and come to tea with nobody.
COUNTED = {Nature.PERSON, Nature.ANIMAL}
ORDER_OF_CONTACT = tuple(Contact)
APART = {"animals": Nature.ANIMAL, "groups": Nature.GROUP, "places": Nature.PLACE, "online": Nature.ONLINE}
AT_LEAST_WEEKLY = {Contact.DAILY, Contact.SEVERAL_A_WEEK, Contact.WEEKLY}

Parts = Mapping[str, int]
Value = int | float | str | Parts | None
Numbers = dict[str, Value]


@dataclass(frozen=True)
class Measure:
    """One measure of one map with what it means; `value` is `None` where nobody asked or nothing can be said.

    A measure that is counted by kind or by ring has `parts` in place of one value.
    """

    meaning: Meaning
    value: int | float | str | None = None
    parts: Parts = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Return the name under which files and commands give it."""
        return self.meaning.id

    @property
    def name(self) -> StrOrPromise:
        """Return what it is called."""
        return self.meaning.name

    @property
    def formula(self) -> StrOrPromise:
        """Return how it is reckoned."""
        return self.meaning.formula

    @property
    def source(self) -> str:
        """Return who devised it."""
        return self.meaning.source

    @property
    def says(self) -> StrOrPromise:
        """Return what the number tells."""
        return self.meaning.says

    @property
    def does_not_say(self) -> StrOrPromise:
        """Return what must not be read into it."""
        return self.meaning.does_not_say


def measures_of(network: Network, kinds_offered: int = KINDS_OFFERED) -> tuple[Measure, ...]:
    """Say what the map says of those who are part of it now, for the page."""
    return told(ON_ONE_DAY, numbers_of(as_it_stands(network), kinds_offered))


def told(meanings: Iterable[Meaning], numbers: Numbers) -> tuple[Measure, ...]:
    """Put the words to the numbers."""
    return tuple(_measure(meaning, numbers[meaning.id]) for meaning in meanings)


def _measure(meaning: Meaning, value: Value) -> Measure:
    if value is None or isinstance(value, int | float | str):
        return Measure(meaning, value)
    return Measure(meaning, parts=value)


def as_it_stands(network: Network) -> Network:
    """Leave out whoever is wished for, lost or no longer part of it, so that a measure speaks of the map as it is."""
    there = tuple(node for node in network.nodes if node.state == State.CURRENT)
    return network if len(there) == len(network.nodes) else replace(network, nodes=there)


def counted(network: Network) -> list[Node]:
    """Return the people and animals, on whom the measures rest."""
    return [node for node in network.nodes if node.nature in COUNTED]


def numbers_of(network: Network, kinds_offered: int = KINDS_OFFERED) -> Numbers:
    """Return every measure of the connections of this network, whatever their state, by its id."""
    people = counted(network)
    numbers: Numbers = {"size": len(people)}
    numbers |= _of_ties(people, network) if network.ties_asked else dict.fromkeys(TIE_MEASURES)
    numbers |= _of_kinds(people, kinds_offered) | _of_reach(people) | _of_closeness(people, network.rings)
    return numbers | _of_exchange(people) | _of_contact(people) | _apart(network)


TIE_MEASURES = (
    "ties",
    "density",
    "mean_degree",
    "components",
    "isolates",
    "effective_size",
    "efficiency",
    "constraint",
)


def _of_ties(people: Sequence[Node], network: Network) -> Numbers:
    neighbours = neighbours_of(people, network.ties)
    n, t = len(people), sum(map(len, neighbours)) // 2
    found = (
        t,
        closed_forms.density(n, t),
        closed_forms.mean_degree(n, t),
        closed_forms.components(neighbours),
        closed_forms.isolates(neighbours),
        closed_forms.effective_size(n, t),
        closed_forms.efficiency(n, t),
        closed_forms.constraint(neighbours),
    )
    return dict(zip(TIE_MEASURES, found, strict=True))


def neighbours_of(people: Sequence[Node], ties: Iterable[tuple[Hashable, Hashable]]) -> list[set[int]]:
    """Return for each the places of those whom they know: ties have no direction, count once, and never lead back."""
    place = {node.id: at for at, node in enumerate(people)}.get
    neighbours: list[set[int]] = [set() for _ in people]
    for one, other in ties:
        a, b = place(one), place(other)
        if a is not None and b is not None and a != b:
            neighbours[a].add(b)
            neighbours[b].add(a)
    return neighbours


def _of_kinds(people: Sequence[Node], offered: int) -> Numbers:
    by_kind = Counter(node.kind for node in people if node.kind)
    counts = by_kind.values()
    return {
        "by_kind": dict(by_kind) or None,
        "diversity": len(by_kind) or None,
        "k": offered or None,
        "blau": closed_forms.blau(counts),
        "iqv": closed_forms.iqv(counts, offered),
        "shannon": closed_forms.shannon(counts),
    }


def _of_reach(people: Sequence[Node]) -> Numbers:
    inside = sum(node.inside_services is True for node in people)
    outside = sum(node.inside_services is False for node in people)
    known = inside + outside
    return {
        "inside": inside if known else None,
        "outside": outside if known else None,
        "outside_share": outside / known if known else None,
        "ei": closed_forms.ei_index(outside, inside),
    }


def _of_closeness(people: Sequence[Node], rings: int) -> Numbers:
    by_ring = Counter(node.ring for node in people if node.ring)
    said = sum(by_ring.values())
    return {
        "by_ring": {str(ring): by_ring[ring] for ring in range(1, max(rings, *by_ring) + 1)} if said else None,
        "mean_closeness": sum(ring * count for ring, count in by_ring.items() if ring) / said if said else None,
    }


def _of_exchange(people: Sequence[Node]) -> Numbers:
    """Reciprocity rests on whoever gives or gets something, multiplexity on whoever was asked."""
    asked = [(node.gives or frozenset(), node.gets or frozenset()) for node in people
             if node.gives is not None or node.gets is not None]  # fmt: skip
    either = sum(bool(gives or gets) for gives, gets in asked)
    both = sum(bool(gives and gets) for gives, gets in asked)
    return {
        "reciprocity": both / either if either else None,
        "multiplexity": sum(len(gives | gets) for gives, gets in asked) / len(asked) if asked else None,
    }


def _of_contact(people: Sequence[Node]) -> Numbers:
    said = [ORDER_OF_CONTACT.index(node.contact) for node in people if node.contact]
    weekly = len(AT_LEAST_WEEKLY)
    return {
        "contact": ORDER_OF_CONTACT[median_low(said)].value if said else None,
        "seen_weekly": sum(place < weekly for place in said) if said else None,
    }


def _apart(network: Network) -> Numbers:
    by_nature = Counter(node.nature for node in network.nodes)
    return {id: by_nature[nature] for id, nature in APART.items()}
