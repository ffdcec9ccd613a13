import pytest

from connecting_people.community.entry import OURS
from connecting_people.community.telling import ages_in_words, costs_in_words, differences, money, phones_of, told
from connecting_people.community.tests.places import service


@pytest.mark.parametrize(("amount", "words"), [(0, "Free"), (3, "£3"), (2.5, "£2.50"), (1200, "£1,200")])
def test_money_is_written_as_people_write_it(amount, words):
    assert money(amount) == words


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ({"amount": 0}, "Free"),
        ({"amount": 0, "option": "Free"}, "Free"),
        ({"amount": 1.5, "option": "Concessions"}, "Concessions: £1.50"),
        ({"amount": 5, "amount_description": "pay what you can"}, "£5, pay what you can"),
        ({"option": "Ask"}, "Ask"),
        ({"amount": 5, "valid_to": "2026-03-31"}, "£5 (until 31 March 2026)"),
    ],
)
def test_a_price_is_one_line(option, words):
    assert costs_in_words({"cost_options": [option]}) == [words]


def test_what_it_says_of_the_cost_besides_comes_last():
    assert costs_in_words({"cost_options": [{}, {"amount": 1}], "fees": " Ask "}) == ["£1", "Ask"]


@pytest.mark.parametrize(
    ("ages", "words"),
    [
        ({}, ""),
        ({"minimum_age": 18}, "18 years old and over"),
        ({"maximum_age": 25}, "Up to 25 years old"),
        ({"minimum_age": 16, "maximum_age": 25}, "16 to 25 years old"),
    ],
)
def test_ages_are_said_as_far_as_they_are_known(ages, words):
    assert ages_in_words(service("Choir") | ages) == words


def test_numbers_are_found_wherever_a_feed_has_put_them():
    number = [{"number": "1"}], [{"number": "2"}], [{"number": "3"}], [{"number": "4"}]
    document = {
        "phones": number[0],
        "contacts": [{"phones": number[1]}],
        "service_at_locations": [{"phones": number[2], "contacts": [{"phones": number[3]}]}],
    }

    assert [one["number"] for one in phones_of(document)] == ["1", "2", "3", "4"]


def test_two_versions_are_told_apart_field_by_field():
    before = service("Choir", days="TU", amount=0)
    after = before | {"name": "Voices", OURS: {"first_visit": {"meets": "Sal"}, "begins": "2026-03-03"}}

    assert differences(before, after, ("", "Weirside Voices")) == [
        ("Name", "Choir", "Voices"),
        ("Who runs it", "", "Weirside Voices"),
        ("From", "", "3 March 2026"),
        ("Who will meet you", "", "Sal"),
    ]
    assert differences(before, before) == []


def test_a_change_that_no_page_shows_is_told_too():
    before = service("Choir")

    ((field, _was, _now),) = differences(before, before | {"capacity": 12})
    assert field == "Details that the page does not show"


def test_rubbish_of_a_feed_is_told_without_a_fuss():
    assert (
        told(service("Choir") | {"schedules": 3, "cost_options": ["x"], "phones": None, OURS: []}, "")["Name"]
        == "Choir"
    )
