"""A map of 500 connections and 5,000 ties works from end to end; one more of either is refused with a sentence."""

from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from connecting_people.connections.queries.maps import network_of
from connecting_people.connections.rules import MOST_CONNECTIONS, MOST_TIES
from connecting_people.connections.tests.pages import address, signed_in
from tests.cast import Cast

pytestmark = pytest.mark.django_db
PAGES = ("map", "list", "over_time", "what_it_says")
FILES = ("map.svg", "map.graphml", "tables.zip", "changes.csv")


@pytest.fixture
def full(cast: Cast, settings: Any) -> Cast:
    """Bring in a map that is as full as a map may be."""
    settings.DEMO = True
    nodes = [f"<node id='n{at}'><data key='k'>{at % 3 + 1}</data></node>" for at in range(MOST_CONNECTIONS)]
    pairs = [(at, at + step) for step in range(1, 12) for at in range(MOST_CONNECTIONS - step)][:MOST_TIES]
    ties = "".join(f"<edge source='n{one}' target='n{other}'/>" for one, other in pairs)
    key = "<key id='k' for='node' attr.name='closeness' attr.type='int'/>"
    content = f"<graphml>{key}<graph edgedefault='undirected'>{''.join(nodes)}{ties}</graph></graphml>"
    client = signed_in(cast, "asha")
    file = SimpleUploadedFile("full.graphml", content.encode())
    client.post(client.post(address(cast, "bring_in"), {"file": file}).url, {"who": "both"})
    return cast


def test_everything_works_on_a_full_map(full: Cast) -> None:
    network = network_of(full.reach("ben"))
    assert (len(network.nodes), len(network.ties)) == (MOST_CONNECTIONS, MOST_TIES)
    client = signed_in(full, "ben")
    for page in PAGES:
        assert client.get(f"{address(full, page)}?show=yes&figures=yes").status_code == 200, page
    for form in FILES:
        assert client.get(address(full, "copy", form=form)).status_code == 200, form


def test_somebody_on_a_full_map_still_moves(full: Cast) -> None:
    [someone] = [node for node in network_of(full.reach("ben")).nodes if node.name == "n0"]
    assert someone.ring == 1

    signed_in(full, "ben").post(address(full, "move"), {"connection": someone.id, "step": "further"})

    assert {node.name: node.ring for node in network_of(full.reach("asha")).nodes}["n0"] == 2


def test_one_connection_more_is_refused_with_a_sentence(full: Cast) -> None:
    page = signed_in(full, "asha").post(address(full, "add"), {"name": "One more", "kind": "friends"})

    assert page.status_code == 422
    assert "A map holds up to 500 connections" in page.text
    assert len(network_of(full.reach("ben")).nodes) == MOST_CONNECTIONS


def test_one_tie_more_is_refused_with_a_sentence(full: Cast) -> None:
    ids: dict[str, UUID] = {node.name: node.id for node in network_of(full.reach("ben")).nodes}  # type: ignore[misc]

    pair = {"one": ids["n0"], "other": ids["n499"]}
    page = signed_in(full, "ben").post(address(full, "tie"), pair, follow=True)

    assert "up to 5000 lines between people" in page.text
    assert len(network_of(full.reach("ben")).ties) == MOST_TIES
