"""People whom nobody knows, each with a map at two dates: about 24 connections and 90 ties, between 5 and 150."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from connecting_people.connections.packed import KINDS, key_of, pack
from connecting_people.connections.rules import Contact, Exchange, Network, Node

DATES = (date(2025, 1, 1), date(2026, 1, 1))
DENSITY, STAY, SHARED = 0.22, 0.75, 0.3
CONTACTS, EXCHANGES = tuple(Contact), tuple(Exchange)


@dataclass(frozen=True)
class Plain:
    """One map as arrays and lists, the form from which other libraries start."""

    n: int
    ids: list[str]
    edges: list[tuple[int, int]]
    kinds: list[int]
    rings: list[int]
    inside: list[bool]
    contacts: list[int]
    gives: list[int]
    gets: list[int]


def person(number: int) -> tuple[Network, Network]:
    """Return one person's map at both dates; three of four connections stay."""
    chance = random.Random(number)
    n = min(150, max(5, round(chance.lognormvariate(2.97, 0.65))))
    first = network(chance, [f"{number}-{at}" for at in range(n)], DENSITY, DATES[0])
    stay = [node.id for node in first.nodes if chance.random() < STAY]
    return first, network(chance, [*stay, *(f"{number}+{at}" for at in range(n - len(stay)))], DENSITY, DATES[1])


def network(chance: random.Random, ids: list[str], density: float, day: date) -> Network:
    """Return a map of these connections of whom everything was asked."""
    nodes = tuple(_node(chance, id) for id in ids)
    ties = frozenset((one, other) for at, one in enumerate(ids) for other in ids[:at] if chance.random() < density)
    return Network(nodes, ties, day=day)


def _node(chance: random.Random, id: str) -> Node:
    def some() -> frozenset[Exchange]:
        return frozenset(exchange for exchange in EXCHANGES if chance.random() < SHARED)

    return Node(
        id,
        "Somebody",
        kind=chance.choice(KINDS),
        inside_services=chance.random() < 0.3,
        ring=chance.randint(1, 3),
        contact=chance.choice(CONTACTS),
        gives=some(),
        gets=some(),
    )


def plain(network: Network) -> Plain:
    """Return a map as lists."""
    place = {node.id: at for at, node in enumerate(network.nodes)}
    nodes = network.nodes
    return Plain(
        len(nodes),
        [str(node.id) for node in nodes],
        [(place[a], place[b]) for a, b in network.ties],
        [KINDS.index(node.kind or "") for node in nodes],
        [node.ring or 0 for node in nodes],
        [bool(node.inside_services) for node in nodes],
        [CONTACTS.index(node.contact or Contact.NONE) for node in nodes],
        [_bits(node.gives) for node in nodes],
        [_bits(node.gets) for node in nodes],
    )


def _bits(exchanges: frozenset[Exchange] | None) -> int:
    return sum(1 << EXCHANGES.index(exchange) for exchange in exchanges or ())


def snapshots(people: list[tuple[Network, Network]], count: int) -> Iterator[tuple[int, date, bytes]]:
    """Return both maps of `count` people as they are stored; the invented ones come again under other owners."""
    packed = [[pack(network, "?") for network in maps] for maps in people]
    for owner in range(count):
        key = key_of(owner).to_bytes(8, "little")
        for day, snapshot in zip(DATES, packed[owner % len(packed)], strict=True):
            yield owner, day, snapshot[:8] + key + snapshot[16:]


def of_size(n: int, count: int) -> list[Network]:
    """Return maps of one size and a quarter of the possible ties, to see how time grows with ties."""
    chance = random.Random(n)
    ids = [str(at) for at in range(n)]
    return [network(chance, ids, 0.25, DATES[0] + timedelta(days=at)) for at in range(count)]
