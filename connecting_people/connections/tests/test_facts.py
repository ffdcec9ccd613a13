from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connecting_people.connections.facts import (
    FIELDS,
    Facts,
    differing,
    merged,
    node_of,
    read_back,
    reversed_in,
    standing_as,
    stored,
    told_by,
)
from connecting_people.connections.rules import Contact, Exchange, Feeling, Nature, State, Way

WORDS = st.sampled_from(["", "a", "b", "c"])
FACTS = st.builds(
    Facts,
    name=st.sampled_from(["Howard", "Howie"]),
    nature=st.sampled_from(Nature),
    kind=st.sampled_from(["", "friends", "family"]),
    inside_services=st.sampled_from([None, True, False]),
    ring=st.sampled_from([None, 1, 2, 3]),
    contact=st.sampled_from([None, *Contact]),
    ways=st.frozensets(st.sampled_from(Way)),
    gives=st.none() | st.frozensets(st.sampled_from(Exchange)),
    gets=st.none() | st.frozensets(st.sampled_from(Exchange)),
    feeling=st.sampled_from(Feeling),
    state=st.sampled_from(State),
    since_date=st.sampled_from([None, date(2019, 1, 1)]),
    remembered_later=st.booleans(),
    never_support=st.booleans(),
    slot=st.sampled_from([None, 0, 1]),
    together=WORDS,
    matters=WORDS,
    came_about=WORDS,
    there=st.booleans(),
)


@given(FACTS)
def test_what_is_stored_is_read_back(facts):
    assert read_back(stored(facts)) == facts


@given(FACTS, FACTS)
def test_what_one_changed_and_took_back_is_as_it_was(before, after):
    assert reversed_in(after, before, after) == before


@given(FACTS, FACTS, FACTS)
def test_two_who_change_one_saying_lose_nothing(read, typed, now):
    laid = merged(read, typed, now)

    for name in FIELDS:
        kept = getattr(laid.facts, name)
        mine, theirs = getattr(typed, name), getattr(now, name)
        if name in laid.both:
            assert kept == theirs
            assert len({mine, theirs, getattr(read, name)}) == 3 or theirs != mine
        elif mine != getattr(read, name):
            assert kept == mine
        else:
            assert kept == theirs


def test_a_move_that_another_made_since_cannot_be_taken_back_by_halves():
    before, after = Facts("Howard", ring=2, slot=0), Facts("Howard", ring=1, slot=3)

    assert reversed_in(replace(after, slot=4), before, after) is None
    assert reversed_in(replace(after, matters="More"), before, after) == replace(before, matters="More")


@given(FACTS)
def test_a_place_travels_with_its_node(facts):
    assert standing_as(replace(facts, ring=None, slot=None, kind=""), node_of(1, facts)) == facts


@given(FACTS)
def test_what_no_file_tells_stays(facts):
    told = told_by(node_of(1, replace(facts, together="", matters="", came_about="")), facts)

    assert told == replace(facts, there=True)


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_counts_when_two_sayings_are_compared(name):
    facts = Facts("Howard")
    assert differing(facts, replace(facts, **{name: "other"})) == {name}
