import pytest
from hypothesis import given
from hypothesis import strategies as st

from connecting_people.community.hints import may_name, names_somebody, only_takes_out


@pytest.mark.parametrize(
    ("reason", "found"),
    [
        ("A woman called Sheila shouted", "Sheila"),
        ("Sheila, named Ann, ring 01632 960 123, ask for Mr Lee and Mr Lee", "Ann|01632 960 123|Lee"),
        ("Mrs Okafor was kind", "Okafor"),
        ("Dr. Smith never came", "Smith"),
        ("Ring 01632 960 123 first", "01632 960 123"),
        ("Write to sheila@example.org", "sheila@example.org"),
        ("It is called off when it rains", ""),
        ("There are 12 steps and 3 doors", ""),
        ("Warm, and the tea is good", ""),
        ("", ""),
    ],
)
def test_what_looks_like_a_person_is_found(reason, found):
    assert "|".join(names_somebody(reason)) == found


@pytest.mark.parametrize(
    "after",
    ["Sheila was rude. I would not go again.", "[…] was rude. I would not go again.", "I would not go again", "", "…"],
)
def test_words_may_be_taken_out(after):
    assert only_takes_out("Sheila was rude. I would not go again.", after)


@pytest.mark.parametrize(
    "after",
    ["Somebody was rude.", "I would go again, not", "[one of those who open the door was] rude", "was rude was"],
)
def test_words_may_not_be_put_in_or_turned_round(after):
    assert not only_takes_out("Sheila was rude. I would not go again.", after)


@given(st.lists(st.sampled_from(["kind", "not", "Ann", "go", "é"]), max_size=12), st.data())
def test_every_choice_of_words_that_stay_is_a_taking_out(words, data):
    stay = [word for word in words if data.draw(st.booleans())]

    assert only_takes_out(" ".join(words), " […] ".join(stay))


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
