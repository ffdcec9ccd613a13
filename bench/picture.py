"""The drawing of one map on the server as SVG, beside networkx with matplotlib in the same run, of the same map."""

import io
import random
import statistics
import time
from collections.abc import Callable
from typing import Any

from connecting_people.connections.layout import Board, Sector
from connecting_people.connections.picture import draw, standing_alone
from connecting_people.connections.rules import Network, Node

PEOPLE, TIES, ROUNDS, WANTED = 150, 710, 9, 100
KINDS = ("family", "friends", "work", "faces", "near", "hobby", "giving", "shops", "online", "staff")
BOARD = Board(("Very close", "Close", "Further out"), tuple(Sector(kind, kind.title()) for kind in KINDS))


def main() -> dict[str, Any]:
    """Time both in turn, and return milliseconds and the ratio; without the peer say that it is absent."""
    network = _network()
    # As many of ours in a row as take about as long as one of the peer's.
    ways: dict[str, tuple[Callable[[], int], int]] = {"ours": (lambda: _ours(network), 50)}
    peer = _peer(network)
    if peer:
        ways["networkx and matplotlib"] = (peer, 1)
    took: dict[str, list[float]] = {name: [] for name in ways}
    for way, _ in ways.values():
        way()
    for _ in range(ROUNDS):
        for name in random.sample(list(ways), len(ways)):
            way, often = ways[name]
            begin = time.perf_counter()
            for _ in range(often):
                way()
            took[name].append((time.perf_counter() - begin) * 1000 / often)
    found: dict[str, Any] = {name: statistics.median(times) for name, times in took.items()}
    if peer:
        ratios = [theirs / ours for theirs, ours in zip(took["networkx and matplotlib"], took["ours"], strict=True)]
        found |= {"times": statistics.median(ratios), "least": min(ratios), "most": max(ratios)}
    return found


def told(found: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what was found as rows of the table."""
    what = f"SVG of a map of {PEOPLE} people and {TIES} ties"
    if "times" not in found:
        return [(what, f"{found['ours']:.1f} ms; networkx with matplotlib is absent here")]
    ratio = f"{found['times']:.0f} times networkx with matplotlib ({found['least']:.0f} to {found['most']:.0f})"
    return [(what, f"{found['ours']:.1f} ms; {ratio}, wanted {WANTED}")]


def _network() -> Network:
    chance = random.Random(4)
    nodes = tuple(
        Node(id=n, name=f"Person {n}", kind=chance.choice(KINDS), ring=chance.choice((1, 2, 3))) for n in range(PEOPLE)
    )
    ties: set[tuple[int, int]] = set()
    while len(ties) < TIES:
        one, other = chance.sample(range(PEOPLE), 2)
        ties.add((min(one, other), max(one, other)))
    return Network(nodes, frozenset(ties))


def _ours(network: Network) -> int:
    return len(standing_alone(draw(network, BOARD, middle="Asha", near=False), "Map"))


def _peer(network: Network) -> Callable[[], int] | None:
    try:
        import matplotlib  # type: ignore[import-not-found, unused-ignore]
        import networkx
    except ImportError:
        return None
    matplotlib.use("svg")
    from matplotlib import pyplot

    graph = networkx.Graph()
    graph.add_nodes_from(node.id for node in network.nodes)
    graph.add_edges_from(network.ties)
    names = {node.id: node.name for node in network.nodes}

    def theirs() -> int:
        figure = pyplot.figure(figsize=(8, 8))
        networkx.draw(graph, networkx.spring_layout(graph, seed=1), labels=names, with_labels=True)
        sheet = io.StringIO()
        figure.savefig(sheet, format="svg")
        pyplot.close(figure)
        return len(sheet.getvalue())

    return theirs


if __name__ == "__main__":
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "connecting_people.config.settings_test")
    import django

    django.setup()
    for row in told(main()):
        print(*row, sep=": ")
