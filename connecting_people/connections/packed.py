"""The measured facts of a map in a few hundred bytes: what a stored, dated snapshot keeps for reports over many maps.

Sixty-four-bit words, little end first. Three at the head: [version 8 | rings 8 | kinds offered 8 | ties asked 8 |
people 16 | all 16 bits], the owner's key, [day 32 | words in all 32]. Then for each connection a key of its id, people
first and by key; half a word of facts each; and, where ties were asked, a row of bits for each person: who knows whom.
No name is in it, and no key leads back to an id.
"""

import struct
from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from enum import StrEnum
from hashlib import blake2b
from typing import TypeVar

from connecting_people.connections.measures import COUNTED, as_it_stands, neighbours_of
from connecting_people.connections.rules import Contact, Exchange, Nature, Network, Node
from connecting_people.guide.kinds import CONNECTION_KINDS

VERSION = 1
HEAD = struct.Struct("<BBBBHHQII")
KINDS = tuple(kind.id for kind in CONNECTION_KINDS)
OTHER_KIND = "other"
CONTACTS, NATURES, EXCHANGES = tuple(Contact), tuple(Nature), tuple(Exchange)

# Where each fact begins in its half word; 0 is "not said".
RING, CONTACT, NATURE, REACH, REMEMBERED, GIVES, GETS, KIND = 0, 3, 7, 10, 12, 13, 20, 27
INSIDE, OUTSIDE = 1, 2

Word = TypeVar("Word", bound=StrEnum)


def key_of(id: Hashable) -> int:
    """Return the key by which an id is known from one date to the next."""
    return int.from_bytes(blake2b(str(id).encode(), digest_size=8).digest(), "little")


def pack(network: Network, owner: Hashable, kinds_offered: int = len(KINDS)) -> bytes:
    """Return the facts of those who are part of the map on its day; `owner` is the map's id on all its days."""
    network = as_it_stands(network)
    keyed = sorted((node.nature not in COUNTED, key_of(node.id), at) for at, node in enumerate(network.nodes))
    nodes = [network.nodes[at] for _, _, at in keyed]
    people = sum(not apart for apart, _, _ in keyed)
    body = struct.pack(f"<{len(nodes)}Q", *(key for _, key, _ in keyed))
    body += struct.pack(f"<{len(nodes)}I", *map(_facts, nodes)) + bytes(4 * (len(nodes) % 2))
    if network.ties_asked:
        body += _rows(neighbours_of(nodes[:people], network.ties))
    day = network.day.toordinal() if network.day else 0
    size = (HEAD.size + len(body)) // 8
    sizes = (VERSION, network.rings, kinds_offered, network.ties_asked, people, len(nodes))
    return HEAD.pack(*sizes, key_of(owner), day, size) + body


def _rows(neighbours: Sequence[Iterable[int]]) -> bytes:
    width = 8 * -(-len(neighbours) // 64)
    return b"".join(sum(1 << other for other in others).to_bytes(width, "little") for others in neighbours)


def _facts(node: Node) -> int:
    reach = 0 if node.inside_services is None else INSIDE if node.inside_services else OUTSIDE
    kind = 0 if not node.kind else 1 + (KINDS.index(node.kind) if node.kind in KINDS else len(KINDS))
    contact = 1 + CONTACTS.index(node.contact) if node.contact else 0
    facts = (node.ring or 0) << RING | contact << CONTACT | NATURES.index(node.nature) << NATURE | reach << REACH
    facts |= node.remembered_later << REMEMBERED | kind << KIND
    return facts | _shared(node.gives) << GIVES | _shared(node.gets) << GETS


def _shared(exchanges: frozenset[Exchange] | None) -> int:
    return 0 if exchanges is None else 1 | sum(2 << EXCHANGES.index(exchange) for exchange in exchanges)


def unpack(snapshot: bytes) -> Network:
    """Return the network again, its connections known by their keys alone."""
    version, rings, _, ties_asked, people, count, _, day, _ = HEAD.unpack_from(snapshot)
    if version != VERSION:
        raise ValueError(f"snapshot of version {version}")
    keys = struct.unpack_from(f"<{count}Q", snapshot, HEAD.size)
    facts = struct.unpack_from(f"<{count}I", snapshot, HEAD.size + 8 * count)
    nodes = tuple(_node(key, fact) for key, fact in zip(keys, facts, strict=True))
    rows = snapshot[HEAD.size + 8 * count + 8 * -(-count // 2) :] if ties_asked else b""
    width = 8 * -(-people // 64)
    ties = frozenset(
        (keys[a], keys[b])
        for a in range(people if ties_asked else 0)
        for b in _bits(rows[a * width : (a + 1) * width])
        if a < b
    )
    return Network(nodes, ties, bool(ties_asked), rings, date.fromordinal(day) if day else None)


def _bits(row: bytes) -> Iterable[int]:
    word = int.from_bytes(row, "little")
    while word:
        lowest = word & -word
        yield lowest.bit_length() - 1
        word ^= lowest


def _node(key: int, facts: int) -> Node:
    def part(begin: int, bits: int) -> int:
        return facts >> begin & (1 << bits) - 1

    kind = part(KIND, 5)
    return Node(
        id=key,
        name="",
        nature=NATURES[part(NATURE, 3)],
        kind=(*KINDS, OTHER_KIND)[kind - 1] if kind else None,
        inside_services={INSIDE: True, OUTSIDE: False}.get(part(REACH, 2)),
        ring=part(RING, 3) or None,
        contact=CONTACTS[part(CONTACT, 4) - 1] if part(CONTACT, 4) else None,
        gives=_exchanges(part(GIVES, 7)),
        gets=_exchanges(part(GETS, 7)),
        remembered_later=bool(part(REMEMBERED, 1)),
    )


def _exchanges(bits: int) -> frozenset[Exchange] | None:
    return frozenset(exchange for at, exchange in enumerate(EXCHANGES) if bits & 2 << at) if bits & 1 else None
