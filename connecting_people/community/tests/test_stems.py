import pytest

from connecting_people.community.stems import joined, stems


@pytest.mark.parametrize(
    ("words", "alike"),
    [
        ("walk walks walking walked walkers walker", "walk"),
        ("knit knits knitting knitters", "knit"),
        ("dance dances dancing dancers", "danc"),
        ("choir choirs", "choir"),
        ("party parties", "party"),
        ("lonely loneliness", "lonely"),
        ("class classes", "class"),
        ("café cafe CAFÉ cafés", "caf"),
        ("women women's", "women"),
        ("bus", "bus"),
        ("flower flowers", "flower"),
        ("seed seeds", "seed"),
    ],
)
def test_words_that_mean_the_same_have_one_stem(words, alike):
    assert {stems(word) for word in words.split()} == {(alike,)}


def test_what_everybody_writes_around_it_is_left_out():
    assert stems("I want to go somewhere for a walk, please") == ("walk",)
    assert stems("Someone to talk to about money") == ("talk", "money")


@pytest.mark.parametrize("text", ["", "' OR * ( NEAR", '"; DROP TABLE', "\x00", "🙂🙂", "-- %s %(x)s", "a" * 500])
def test_hostile_text_leaves_letters_and_digits_alone(text):
    for found in stems(text):
        assert found.isascii()
        assert found.isalnum()
        assert len(found) <= 40


def test_words_of_other_scripts_are_told_apart():
    assert stems("хор") != stems("шахматы")
    assert stems("ХОР") == stems("хор")


def test_a_stem_is_found_only_where_it_stands():
    assert " art " not in joined(["artist", "cart"])
    assert joined([]) == ""
