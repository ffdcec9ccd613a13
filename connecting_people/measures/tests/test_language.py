"""Our own questions are read in the reader's language; a published scale in the words that its authors gave it."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from connecting_people.measures import instruments

WELSH = Path(__file__).parents[2] / "locale" / "cy" / "LC_MESSAGES" / "django.po"


@pytest.fixture
def in_capitals(monkeypatch):
    monkeypatch.setattr(instruments, "_", str.upper)
    return instruments._shipped.__wrapped__("xx")


def test_what_is_ours_is_translated_down_to_each_answer(in_capitals):
    ours = in_capitals["social_contact", 1]

    assert ours.title == "SOCIAL CONTACT AND ISOLATION"
    assert all(one.says.isupper() for one in ours.items)
    assert all(choice.says.isupper() for one in ours.scores[0].items for choice in one.responses.choices)


def test_what_others_published_stays_in_their_words(in_capitals):
    assert in_capitals["ons_wellbeing", 1].title == "Personal well-being, four questions"


def test_translators_find_every_question_of_ours():
    with WELSH.open("rb") as file:
        known = {message.id for message in read_po(file, locale="cy")}
    ours = [one for one in instruments.ready() if one.licence == "ours"]

    assert len(ours) == 3
    assert {item.says for one in ours for item in one.items} <= known
