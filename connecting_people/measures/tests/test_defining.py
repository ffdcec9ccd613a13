"""Every definition that comes with the program loads, and a wrong one of each kind is refused in words."""

import pytest

from connecting_people.measures.defining import WrongDefinition, read
from connecting_people.measures.instruments import FOLDER, file_of, latest, ready, same_scoring, shipped, slot, slots
from connecting_people.measures.rules import Empty, Licence
from connecting_people.measures.tests.answers import filled

GOOD = """
id = "weather"
version = 1
title = "Inner weather"
about = "Three questions."
source = "Made up for tests"
licence = "ours"
steps = [1]
means = "How the weather is."
means_not = "Nothing else."

[responses.often]
choices = [{ value = 0, says = "Never" }, { value = 1, says = "Sometimes" }, { value = 2, says = "Often" }]

[responses.whom]
several = true
choices = [{ value = 1, says = "A friend" }, { value = 2, says = "Family" }]

[[items]]
id = "sun"
says = "The sun shines"
responses = "often"

[[items]]
id = "rain"
says = "It rains"
responses = "often"
reversed = true
counts = [1, 2]

[[items]]
id = "lift"
says = "Somebody gives me a lift"
responses = "whom"

[[scores]]
id = "weather"
title = "Weather"
items = ["sun", "rain"]
op = "sum"
range = [0, 4]
up = "brighter"
down = "duller"
bands_source = "Nobody"
bands = [{ id = "dull", from = 0, to = 2, says = "dull" }, { id = "bright", from = 3, to = 4, says = "bright" }]
"""


def changed(old, new, times=1):
    assert old in GOOD, old
    return GOOD.replace(old, new, times).encode()


def test_the_example_itself_is_right():
    made = read(GOOD.encode(), "weather.toml")
    assert (made.id, made.licence, made.scores[0].needs) == ("weather", Licence.OURS, 2)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_every_definition_that_comes_with_the_program_loads(path):
    made = read(path.read_bytes(), path.name, complete=False)
    assert made.id == path.stem


def test_what_comes_with_words_and_what_waits_for_them():
    assert {one.id for one in ready()} == {
        "how_we_work",
        "ons_loneliness",
        "ons_wellbeing",
        "social_contact",
        "who_could_help",
    }
    assert {one.id for one in slots()} == {
        "de_jong_gierveld_6",
        "fidelity_measure",
        "friendship_scale",
        "lsns_6",
        "resource_generator_uk",
        "scope",
        "swemwbs",
        "ucla_3",
    }
    assert len(shipped()) == len(latest())


@pytest.mark.parametrize("one", slots(), ids=lambda one: one.id)
def test_a_slot_ships_no_word_of_what_belongs_to_others(one):
    assert one.licence == Licence.AGENCY
    assert all(item.says == "" for item in one.items)
    assert all(choice.says == "" for item in one.items for choice in item.responses.choices)


@pytest.mark.parametrize("one", ready(), ids=lambda one: one.id)
def test_what_ships_with_words_is_ours_or_open_with_its_credit(one):
    assert one.licence == Licence.OURS or (one.licence == Licence.OPEN and one.credit and one.terms)
    assert one.steps and one.means_not


def test_our_self_review_says_that_it_is_not_the_published_measure():
    assert "not the published fidelity measure" in latest()["how_we_work"].means_not


@pytest.mark.parametrize("one", [one for one in slots() if one.empty == Empty.WORDS], ids=lambda one: one.id)
def test_a_slot_that_is_filled_in_is_scored_as_the_slot_is(one):
    made = read(filled(one.id), "ours.toml")
    assert not made.empty
    assert same_scoring(one, made) == ""
    assert slot(one.id) is one


CASES = {
    "larger than it can be": (b"#" * 10_000_000, None, "larger than 200 kB"),
    "not UTF-8": (GOOD.replace("shines", "\u00e9").encode("latin-1"), 21, "not text in UTF-8"),
    "in UTF-16": (GOOD.encode("utf-16"), 1, "not text in UTF-8"),
    "not TOML": (changed("version = 1", "version ="), 3, "cannot be read as TOML"),
    "broken off": (GOOD.encode()[:-3], None, "cannot be read as TOML"),
    "a name that is missing": (changed('title = "Inner weather"\n', ""), None, "“title” is missing"),
    "an empty source": (changed('"Made up for tests"', '""'), 6, "“source” is empty"),
    "a number for words": (changed('"Three questions."', "3"), 5, "“about” is of the wrong kind"),
    "a key that is spelt wrong": (
        changed("reversed = true", "revesed = true"),
        28,
        "item “rain”: “revesed” is not known",
    ),
    "a name with blanks": (changed('id = "weather"', 'id = "the weather"'), 2, "cannot be a name"),
    "an unknown licence": (changed('"ours"', '"found it"'), 7, "“found it” is not known for “licence”"),
    "a version below one": (changed("version = 1", "version = 0"), 3, "must lie between 1 and 9999"),
    "a version that is a truth": (changed("version = 1", "version = true"), 3, "of the wrong kind"),
    "a step that there is not": (changed("steps = [1]", "steps = [9]"), 8, "from 1 to 8"),
    "an unknown rater": (changed("steps = [1]", 'steps = [1]\nraters = ["boss"]'), 9, "“boss” is not known"),
    "items that are a word": (b"items = 3\n" + GOOD.split("[[items]]")[0].encode(), 1, "wrong kind"),
    "no item": (GOOD.split("[[items]]")[0].encode(), None, "from 1 to 120 items"),
    "an item twice": (changed('id = "rain"', 'id = "sun"'), 20, "item “sun”: There are two items"),
    "an item without words": (changed('"It rains"', '" "'), 26, "item “rain”: “says” is empty"),
    "answers that there are not": (changed('responses = "whom"', 'responses = "who"'), None, "no answers called “who”"),
    "one answer alone": (
        changed(', { value = 2, says = "Family" }', ""),
        15,
        "answers “whom”: There must be from 2",
    ),
    "a value twice": (
        changed('{ value = 2, says = "Family" }', '{ value = 1, says = "Family" }'),
        15,
        "stands there twice",
    ),
    "an answer without words": (changed('"Sometimes"', '""'), 13, "“says” is empty"),
    "a plain value for a choice": (changed('{ value = 0, says = "Never" }', "0"), 12, "a table is needed"),
    "a count that cannot be answered": (changed("counts = [1, 2]", "counts = [7]"), 25, "7 is none of the values"),
    "several answers reversed": (
        changed('responses = "whom"', 'responses = "whom"\nreversed = true'),
        32,
        "cannot be reversed",
    ),
    "an unknown item in a scale": (changed('["sun", "rain"]', '["sun", "hail"]'), 39, "no item called “hail”"),
    "an item that is no name": (changed('["sun", "rain"]', '["sun", ["rain"]]'), None, "no item called"),
    "an item twice in a scale": (changed('["sun", "rain"]', '["sun", "sun"]'), None, "in the scale twice"),
    "a scale without items": (changed('["sun", "rain"]', "[]"), None, "has no items"),
    "no scale": (GOOD.split("[[scores]]")[0].encode(), None, "There is no scale"),
    "an unknown way to score": (changed('op = "sum"', 'op = "guess"'), 40, "“guess” is not known for “op”"),
    "a range that cannot be reached": (changed("[0, 4]", "[0, 10]"), 37, "runs from 0 to 4, not from 0 to 10"),
    "a range turned round": (changed("[0, 4]", "[4, 0]"), None, "the least and the greatest"),
    "bands that overlap": (changed("from = 3, to = 4", "from = 2, to = 4"), 45, "“dull” and “bright” overlap"),
    "a band turned round": (changed("from = 0, to = 2", "from = 2, to = 0"), 45, "does not lie within"),
    "a band outside": (changed("from = 3, to = 4", "from = 3, to = 9"), 45, "does not lie within"),
    "a number without a band": (changed("from = 0, to = 2", "from = 0, to = 1"), None, "No band holds the number 2"),
    "bands that nobody drew": (changed('bands_source = "Nobody"\n', ""), None, "who drew these bands"),
    "more answers than there are": (changed('op = "sum"', 'op = "sum"\nneeds = 3'), None, "a number from 1 to 2"),
    "value of two": (changed('op = "sum"', 'op = "value"'), None, "“value” takes one item"),
    "several answers added up": (changed('["sun", "rain"]', '["sun", "lift"]'), None, "can only be counted"),
    "counted without saying what": (
        changed('op = "sum"', 'op = "count"'),
        None,
        "“sun” does not say which answers count",
    ),
    "a table with a hole": (
        changed('op = "sum"', 'op = "table"\ntable = [[0, 0], [1, 1.5], [2, 2], [4, 4]]'),
        None,
        "what the sum 3 is turned into",
    ),
    "a table that says one twice": (changed('op = "sum"', 'op = "table"\ntable = [[0, 0], [0, 1]]'), None, "twice"),
    "a table of words": (changed('op = "sum"', 'op = "table"\ntable = ["one"]'), None, "takes pairs"),
    "a table without all answers": (
        changed('op = "sum"', 'op = "table"\nneeds = 1\ntable = [[0, 0], [1, 1], [2, 2], [3, 3], [4, 4]]'),
        None,
        "needs all answers",
    ),
    "a scale twice": (
        (GOOD + GOOD[GOOD.index("[[scores]]") :]).encode(),
        None,
        "two scales of this name",
    ),
    "nothing that counts": (
        changed('says = "A friend"', 'says = "A friend", paid = true').replace(
            b'"Family" }', b'"Family", aside = true }'
        ),
        15,
        "None of these answers counts",
    ),
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.replace(" ", "-"))
def test_a_wrong_definition_is_refused_with_file_line_and_reason(case):
    content, line, says = CASES[case]

    with pytest.raises(WrongDefinition) as refused:
        read(content, "weather.toml")

    assert str(refused.value).startswith("weather.toml")
    assert says in str(refused.value)
    if line:
        assert refused.value.line == line, str(refused.value)


def test_there_are_many_wrong_ones():
    assert len(CASES) > 40


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('id = "ucla2"', 'id = "other"', "no item called"),
        ("value = 3", "value = 4", "not from 3 to 9"),
    ],
)
def test_a_slot_filled_in_with_other_items_or_values_does_not_even_score(old, new, says):
    with pytest.raises(WrongDefinition, match=says):
        read(filled("ucla_3").replace(old.encode(), new.encode(), 1), "ours.toml")


@pytest.mark.parametrize(
    ("id", "old", "new", "says"),
    [
        ("friendship_scale", "reversed = true\n", "", "“fs2” is not scored"),
        ("de_jong_gierveld_6", "needs = 5", "needs = 4", "“total” is not worked out"),
        ("friendship_scale", "to = 15", "to = 14", ""),
    ],
)
def test_a_slot_filled_in_is_scored_as_the_slot(id, old, new, says):
    content = filled(id).replace(old.encode(), new.encode(), 1)
    if not says:
        content = content.replace(b"from = 16", b"from = 15")
    assert says in same_scoring(latest()[id], read(content, "ours.toml"))
    assert same_scoring(latest()[id], read(content, "ours.toml"))


def test_a_slot_with_a_further_item_is_another_measure():
    content = filled("ucla_3") + b'[[items]]\nid = "more"\nsays = "More"\nresponses = "answers"\n'
    assert "more items" in same_scoring(latest()["ucla_3"], read(content, "ours.toml"))


def test_an_authors_key_may_add_scales_to_a_slot():
    more = b'[[scores]]\nid = "home"\ntitle = "Home"\nitems = ["rg16", "rg17"]\nop = "count"\nrange = [0, 2]\n'
    more += b'up = "more"\ndown = "less"\n'
    content = filled("resource_generator_uk") + more
    assert same_scoring(latest()["resource_generator_uk"], read(content, "ours.toml")) == ""


def test_a_slot_is_given_out_as_it_is_to_be_filled_in():
    assert b'says = ""' in file_of("ucla_3")
    assert slot("ons_wellbeing") is None and slot("nothing") is None
