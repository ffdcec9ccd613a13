"""How others would measure maps: a loop over python-igraph, Django's models with igraph, and networkx."""

import uuid
from collections import Counter
from datetime import date
from statistics import median_low
from typing import Any

import igraph
import networkx

from bench.invented import CONTACTS, EXCHANGES, Plain
from connecting_people.connections.models import ConnectionState, Tie
from connecting_people.connections.packed import KINDS
from connecting_people.connections.rules import Network

Numbers = dict[str, Any]


def by_igraph(now: Plain, then: Plain | None) -> Numbers:
    """Measure one map, igraph where it has the measure and closed forms where it has none."""
    n, t = now.n, len(now.edges)
    alone = igraph.Graph(n, now.edges)
    whole = igraph.Graph(n + 1, now.edges + [(n, at) for at in range(n)])
    kinds, rings = Counter(now.kinds), Counter(now.rings)
    inside = sum(now.inside)
    both = sum(bool(gives and gets) for gives, gets in zip(now.gives, now.gets, strict=True))
    either = [gives | gets for gives, gets in zip(now.gives, now.gets, strict=True)]
    blau = 1 - sum(count * count for count in kinds.values()) / (n * n)
    return {
        "size": n,
        "ties": t,
        "density": alone.density(),
        "components": len(alone.connected_components()),
        "isolates": alone.degree().count(0),
        "effective_size": n - 2 * t / n,
        "efficiency": (n - 2 * t / n) / n,
        "constraint": whole.constraint([n])[0],
        "by_kind": kinds,
        "by_ring": rings,
        "mean_closeness": sum(now.rings) / n,
        "inside": inside,
        "outside": n - inside,
        "outside_share": (n - inside) / n,
        "ei": (n - 2 * inside) / n,
        "reciprocity": both / sum(map(bool, either)) if any(either) else None,
        "multiplexity": sum(kinds.bit_count() for kinds in either) / n,
        "contact": median_low(now.contacts),
        "seen_weekly": sum(contact < 3 for contact in now.contacts),
        "diversity": len(kinds),
        "blau": blau,
        "iqv": blau * len(KINDS) / (len(KINDS) - 1),
        **_since(then, now),
    }


def _since(then: Plain | None, now: Plain) -> Numbers:
    if then is None:
        return {}
    first, second = set(then.ids), set(now.ids)
    kept, on_either = len(first & second), len(first | second)
    return {"stability": kept / len(first), "turnover": (on_either - kept) / on_either}


def by_django(partnership_id: uuid.UUID, dates: tuple[date, date]) -> list[Numbers]:
    """Measure one person's maps at two dates out of model objects, with igraph."""
    found, then = [], None
    for day in dates:
        now = _loaded(partnership_id, day)
        found.append(by_igraph(now, then))
        then = now
    return found


def _loaded(partnership_id: uuid.UUID, day: date) -> Plain:
    states = list(ConnectionState.objects.filter(partnership_id=partnership_id, from_date=day))
    place = {state.connection_id: at for at, state in enumerate(states)}
    ties = Tie.objects.filter(partnership_id=partnership_id, from_date=day)
    return Plain(
        len(states),
        [str(state.connection_id) for state in states],
        [(place[tie.one_id], place[tie.other_id]) for tie in ties],
        [KINDS.index(state.kind) for state in states],
        [state.ring for state in states],
        [state.inside_services for state in states],
        [CONTACTS.index(state.contact) for state in states],
        [state.gives for state in states],
        [state.gets for state in states],
    )


def by_networkx(network: Network) -> Numbers:
    """Measure one map as its documentation shows."""
    graph = networkx.Graph()
    graph.add_nodes_from(node.id for node in network.nodes)
    graph.add_edges_from(network.ties)
    whole = graph.copy()
    whole.add_edges_from(("person", node.id) for node in network.nodes)
    return {
        "size": graph.number_of_nodes(),
        "density": networkx.density(graph),
        "components": networkx.number_connected_components(graph),
        "isolates": networkx.number_of_isolates(graph),
        "effective_size": networkx.effective_size(whole, nodes=["person"])["person"],
        "constraint": networkx.constraint(whole, nodes=["person"])["person"],
    }


def bits(exchanges: Any) -> int:
    """Return what is shared as the models keep it."""
    return sum(1 << EXCHANGES.index(exchange) for exchange in exchanges)
