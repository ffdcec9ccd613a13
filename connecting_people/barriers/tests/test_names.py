"""A text that could tell whom it is about is stopped, with the very word."""

import pytest
from django.utils import timezone

from connecting_people.barriers.names import Names, what_tells
from connecting_people.barriers.queries.offers import names_near
from connecting_people.connections.actions import connections
from connecting_people.connections.facts import Facts
from connecting_people.connections.rules import Nature
from connecting_people.getting_started import actions as getting_started
from connecting_people.stepping_out.actions import planning

AROUND = Names(
    people=("Meera Patel", "Jo", "Will Jones", "Mum", "My neighbour Zoë", "José Núñez"),
    places=("Riverside Choir", "Ferry Lane and the old docks", "the library"),
)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ask Meera for a lift", "Meera"),
        ("meera drives", "meera"),
        ("In Meera’s car", "Meera"),
        ("With PATEL next door", "PATEL"),
        ("Go with Jo", "Jo"),
        ("Will can drive", "Will"),
        ("Ring your mum first", "mum"),
        ("Zoe knows the way", "Zoe"),
        ("Ask Jose", "Jose"),
        ("Sing at Riverside", "Riverside"),
        ("the riverside choir", "riverside choir"),
        ("Walk along Ferry road", "Ferry"),
        ("Ring 01632 960 001", "01632 960 001"),
        ("Ring +44 (0)7700-900123 before", "+44 (0)7700-900123"),
        ("Write to lift@example.org", "lift@example.org"),
        ("Look at www.lifts.example", "www.lifts.example"),
        ("It is in RG1 8BT", "RG1 8BT"),
        ("It is in rg18bt", "rg18bt"),
        ("Anywhere in LS6 is fine", "LS6"),
    ],
)
def test_a_word_that_tells_is_shown_as_it_stands(text, word):
    assert what_tells(text, AROUND) == word


@pytest.mark.parametrize(
    "text",
    [
        "Go with somebody who drives the same way",
        "you will mark the day",
        "Look for a choir by the river, or ask at the library",
        "take the ferry and ask a neighbour",
        "Ask for 2 or 3 lifts a month, from 9.30 to 11",
        "Have tea before the 17.45 bus in May",
    ],
)
def test_what_tells_of_nobody_goes_through(text):
    assert what_tells(text, AROUND) == ""


def test_the_names_around_a_partnership_are_known(cast):
    act = {"by": cast.asha, "at": timezone.now(), "partnership": cast.reach("asha")}
    connections.add(**act, facts=Facts("Meera Patel"))
    connections.add(**act, facts=Facts("Penhale’s", nature=Nature.PLACE))
    planning.plan(**act, words="Out", facts=planning.Facts(timezone.localdate(), place="The Anchor"))
    getting_started.name_area(**act, name="Ferry Lane", version=0)

    for text, word in {
        "Meera came": "Meera",
        "As Penhale’s did": "Penhale",
        "At the Anchor": "Anchor",
        "By Ferry Lane": "Ferry",
        "Asha did it": "Asha",
        "Cora came too": "Cora",
        "Ben rang": "Ben",
        "Dev rang": "Dev",
        "Ela said yes": "Ela",
        "Riverside says so": "Riverside",
    }.items():
        assert what_tells(text, names_near(cast.reach("ben"))) == word


def test_a_name_that_one_keeps_stops_that_one_alone(cast):
    act = {"by": cast.asha, "at": timezone.now(), "partnership": cast.reach("asha")}
    connections.add(**act, facts=Facts("Jasper"), to_oneself=True)

    assert what_tells("Jasper drives", names_near(cast.reach("asha"))) == "Jasper"
    assert what_tells("Jasper drives", names_near(cast.reach("ben"))) == ""
