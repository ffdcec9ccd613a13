import pytest

from connecting_people.connections.hints import Hint, hints_in


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("she lives at 14 Ferry Lane", Hint.ADDRESS),
        ("Flat 3, by the docks", Hint.ADDRESS),
        ("12b Old Market Street", Hint.ADDRESS),
        ("near BS5 6PQ", Hint.POSTCODE),
        ("sw1a1aa", Hint.POSTCODE),
        ("07700 900123", Hint.PHONE),
        ("+44 7700 900 123", Hint.PHONE),
        ("(0117) 496 0000", Hint.PHONE),
        ("h@example.org", Hint.EMAIL),
        ("born 12.03.1980", Hint.BIRTH_DATE),
        ("12th March 1980", Hint.BIRTH_DATE),
        ("3/4/71", Hint.BIRTH_DATE),
    ],
)
def test_what_the_map_can_do_without_is_noticed(text, hint):
    assert hint in hints_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "We walk by the river on Tuesdays",
        "We met in 2019, at the café",
        "Two sugars, 3 dogs and 40 years",
        "On the 42 bus to the hall",
        "👩‍👩‍👧 أمي",
        "Neighbour (no. 14)",
    ],
)
def test_what_people_say_of_each_other_is_left_alone(text):
    assert hints_in(text) == ()


@pytest.mark.parametrize("name", ["Howard Jenkins", "Siân ap Rhys Morgan", "Anne-Marie O’Neill", "Ada K Lovelace"])
def test_a_full_name_is_noticed(name):
    found = hints_in(name, is_name_of_person=True)
    assert found == ((Hint.SURNAME,) if name != "Siân ap Rhys Morgan" else ())


@pytest.mark.parametrize(
    "name",
    [
        "Howard",
        "Auntie Pat",
        "Mrs Lightfoot",
        "Our Gran",
        "H.",
        "Old workmate",
        "Doctor Who",
        "Wharf Choir",
        "👩 Jo",
        "jo b",
    ],
)
def test_what_people_call_each_other_is_left_alone(name):
    assert hints_in(name, is_name_of_person=True) == ()
