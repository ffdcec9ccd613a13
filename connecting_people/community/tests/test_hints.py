import pytest

from connecting_people.community.hints import may_name


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("A choir for Asha on weekdays", "Asha"),
        ("Somewhere for Mr Okafor to play chess", "Mr Okafor"),
        ("Chess, ring 07700 900 123", "07700 900 123"),
        ("Chess, ring +44 7700 900123", "+44 7700 900123"),
        ("Write to asha@example.org", "asha@example.org"),
        ("Asha's wish is a choir", "Asha's"),
        ("Asha’s wish is a choir", "Asha’s"),
    ],
)
def test_what_may_be_a_name_or_number_is_found(text, piece):
    assert may_name(text) == piece


@pytest.mark.parametrize(
    "text",
    [
        "A quiet place to play chess in the daytime",
        "Something on Sunday afternoons in January",
        "A choir in Welsh. Not on Mondays, please",
        "I would like Tai Chi, and I’d walk there",
        "A bus after 22:30, for 20 people",
        "",
    ],
)
def test_everyday_words_are_no_names(text):
    assert may_name(text) == ""


def test_the_names_of_the_area_are_no_people():
    assert may_name("A café in Weir End") == "Weir"
    assert may_name("A café in Weir End", ["Weir End"]) == ""
