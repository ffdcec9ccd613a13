"""Networks that nobody thought of, for the tests of this room."""

from datetime import date
from itertools import combinations

from hypothesis import strategies as st

from connecting_people.connections.packed import KINDS
from connecting_people.connections.rules import Contact, Exchange, Feeling, Nature, Network, Node, State

SIGNS = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")
NAMES = st.text(SIGNS, min_size=1, max_size=200).map(str.strip).filter(bool)
SHARED = st.none() | st.frozensets(st.sampled_from(Exchange))
UNIT = st.none() | st.floats(0, 1).map(lambda number: round(number, 6))


@st.composite
def networks(draw: st.DrawFn, most: int = 12) -> Network:
    """Draw a map of whatever is allowed, with ties in either direction."""
    ids = draw(st.lists(st.uuids(version=4).map(str), unique=True, max_size=most))
    nodes = tuple(draw(_nodes(id)) for id in ids)
    possible = [*combinations(ids, 2)]
    chosen = draw(st.integers(0, 2 ** len(possible) - 1))
    pairs = [pair for at, pair in enumerate(possible) if chosen >> at & 1]
    return Network(
        nodes,
        frozenset(pairs),
        ties_asked=bool(pairs) or draw(st.booleans()),
        rings=draw(st.integers(3, 5)),
        day=draw(st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1))),
    )


def _nodes(id: str) -> st.SearchStrategy[Node]:
    return st.builds(
        Node,
        id=st.just(id),
        name=NAMES,
        nature=st.sampled_from([*Nature, *[Nature.PERSON] * 6]),
        kind=st.none() | st.sampled_from(KINDS),
        inside_services=st.none() | st.booleans(),
        ring=st.none() | st.integers(1, 3),
        contact=st.none() | st.sampled_from(Contact),
        gives=SHARED,
        gets=SHARED,
        feeling=st.sampled_from(Feeling),
        state=st.sampled_from([*State, *[State.CURRENT] * 6]),
        symbol=st.sampled_from(["", "🐕", "star"]),
        colour=st.sampled_from(["", "sea"]),
        x=UNIT,
        y=UNIT,
        since=st.none() | st.dates(),
        never_support=st.booleans(),
        remembered_later=st.booleans(),
    )
