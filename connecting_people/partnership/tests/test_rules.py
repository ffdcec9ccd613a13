from itertools import product

import pytest

from connecting_people.partnership.rules import ASKS_IN, NEXT, PAIR, PRACTITIONERS, WHOLE, Part, State, may_ask_in


def _reachable(start: State) -> set[State]:
    found: set[State] = set()
    following = {start}
    while following:
        found |= following
        following = {to for state in following for to in NEXT[state]} - found
    return found


def test_every_state_says_what_follows():
    assert set(NEXT) == set(State)


@pytest.mark.parametrize("state", State)
def test_no_state_is_an_end_and_every_other_can_be_reached(state):
    assert NEXT[state]
    assert state not in NEXT[state]
    assert _reachable(state) == set(State)


@pytest.mark.parametrize("state", [State.PAUSED, State.AWAY])
def test_one_step_leads_back_from_every_rest(state):
    assert State.TOGETHER in NEXT[state]


def test_every_part_says_whom_it_asks_in():
    assert set(ASKS_IN) == set(Part)


def test_nobody_asks_a_lead_in_since_that_is_a_handover():
    assert all(Part.LEAD not in asked for asked in ASKS_IN.values())


def test_supporters_and_stand_ins_ask_nobody_in():
    for asked, login in product(Part, (True, False)):
        assert not may_ask_in(Part.SUPPORTER, asked, service_user_has_login=login)
        assert not may_ask_in(Part.COVER, asked, service_user_has_login=login)


def test_supporters_come_by_the_service_user_or_while_they_have_no_login_by_the_lead():
    asking = {
        (part, login)
        for part, login in product(Part, (True, False))
        if may_ask_in(part, Part.SUPPORTER, service_user_has_login=login)
    }

    assert asking == {(Part.SERVICE_USER, True), (Part.SERVICE_USER, False), (Part.LEAD, False)}


def test_a_supporter_is_the_only_one_who_does_not_see_the_whole():
    assert set(Part) - WHOLE == {Part.SUPPORTER}
    assert PRACTITIONERS < WHOLE
    assert {Part.SERVICE_USER, Part.LEAD} == PAIR
