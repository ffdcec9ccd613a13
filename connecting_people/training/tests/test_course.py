"""Each activity says all that a trainer needs, and refers to nothing that is not there."""

import pytest

from connecting_people.guide.steps import STEPS
from connecting_people.training.course import notes, research
from connecting_people.training.course.activities import ACTIVITIES, PROMPTS, activity
from connecting_people.training.course.words import UnknownActivity
from connecting_people.training.rules import Who

EACH = [pytest.param(one, id=one.id) for one in (*ACTIVITIES, *PROMPTS)]


def test_there_are_the_thirteen_in_their_order_and_five_prompts_without_a_number():
    assert [one.number for one in ACTIVITIES] == list(range(1, 14))
    assert [one.number for one in PROMPTS] == [0] * 5
    assert len({one.id for one in (*ACTIVITIES, *PROMPTS)}) == 18


@pytest.mark.parametrize("one", EACH)
def test_an_activity_says_all_that_a_trainer_needs(one):
    for said in (one.name, one.aim, one.leaves, *one.needs, *one.how, *one.listen_for):
        assert str(said).strip(), one.id
    assert one.needs
    assert 3 <= len(one.how) <= 6
    assert len(one.listen_for) >= 2
    assert 5 <= one.minutes <= 60


@pytest.mark.parametrize("one", EACH)
def test_it_is_short_enough_to_be_read_while_people_wait(one):
    assert max(len(str(said)) for said in (*one.how, *one.listen_for, *one.needs)) <= 130
    assert sum(len(str(said)) for said in one.how) <= 600


@pytest.mark.parametrize("one", EACH)
def test_each_column_has_a_name_of_its_own_and_a_question_to_write_to(one):
    assert one.columns
    assert len({column.id for column in one.columns}) == len(one.columns)
    for column in one.columns:
        assert str(column.title), column.id
        assert str(column.prompt), column.id
        assert not (column.kept and (column.lands or column.replies)), column.id


def test_every_step_of_the_model_has_an_activity():
    assert {one.step for one in ACTIVITIES} == {0, *(step.number for step in STEPS)}


def test_an_id_finds_its_activity_and_another_finds_none():
    assert activity("goal-scale") in PROMPTS
    with pytest.raises(UnknownActivity):
        activity("role-play")


def test_notes_for_trainers_cover_the_whole_of_a_training():
    assert [one.id for one in notes.NOTES] == [
        *("before", "in-the-room", "afterwards", "equals", "whole-teams", "guests"),
    ]
    assert all(len(one.says) >= 4 for one in notes.NOTES)
    assert sorted(one.who for one in notes.GUESTS) == sorted(Who)  # one of each, as their topics are offered by it
    assert all(len(one.topics) >= 2 for one in notes.GUESTS)


def test_every_fact_says_where_it_stands_and_every_source_is_used():
    facts = [fact for chapter in research.CHAPTERS for fact in chapter.facts]

    assert all(fact.sources for fact in facts)
    assert {source for fact in facts for source in fact.sources} == set(research.SOURCES)


def test_the_later_study_is_told_as_plainly_as_the_pilot():
    said = {chapter.id: " ".join(str(fact.says) for fact in chapter.facts) for chapter in research.CHAPTERS}

    assert "no difference" in said["later"]
    assert "151" in said["later"]
    assert "127" in said["later"]
    assert "minority" in said["why-not"]
    assert "nobody to compare it with" in said["pilot-limits"]
