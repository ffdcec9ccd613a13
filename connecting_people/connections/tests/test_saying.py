from datetime import timedelta

import pytest
from django.utils import timezone

from connecting_people.connections.actions import saying as actions
from connecting_people.connections.facts import unpacked
from connecting_people.connections.models import OwnView
from connecting_people.connections.prompts import LEADS, OWN_QUESTION, TOPICS, WALK, place_of
from connecting_people.connections.queries.strengths import answers, own_view_now, own_views
from connecting_people.connections.rules import Enough
from connecting_people.core.permissions import NotAllowed
from connecting_people.guide.steps import MAPPING_CONNECTIONS
from connecting_people.guide.tests.test_model import NEVER_ON_SCREEN
from connecting_people.journey.models import Entry
from connecting_people.journey.rules import unpack
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def say(cast: Cast, who: str, *says: Enough, **given: object) -> OwnView:
    given = {"at": timezone.now(), **given}
    return actions.say_own_view(by=getattr(cast, who), partnership=cast.reach(who), says=says, **given)


def test_the_newest_word_counts_and_the_earlier_ones_stay(cast: Cast) -> None:
    say(cast, "asha", Enough.MORE, Enough.CLOSER, at=timezone.now() - timedelta(days=3), words="Not many")
    say(cast, "asha", Enough.ENOUGH)

    now = own_view_now(cast.reach("ben"))
    assert now is not None
    assert unpacked(Enough, now.says) == {Enough.ENOUGH}
    entry = own_views(cast.reach("ben"))[1].entry
    assert (entry.line, entry.words) == ("People in my life: More people, Closer to some", "Not many")
    assert (unpack(entry.steps), unpack(entry.processes)) == ((2,), (3,))


def test_it_is_always_the_persons_own_view(cast: Cast) -> None:
    view = say(cast, "ben", words="She says it is fine")

    assert view.entry.voice == cast.place("asha")
    assert view.entry.as_said
    assert view.entry.line == "She says it is fine"
    with pytest.raises(NotAllowed):
        say(cast, "ben", Enough.FEWER, to_oneself=True)


def test_kept_to_oneself_the_other_sees_what_was_said_before(cast: Cast) -> None:
    assert own_view_now(cast.reach("ben")) is None
    first = say(cast, "asha", Enough.MORE)
    kept = say(cast, "asha", Enough.FEWER, to_oneself=True)

    assert own_view_now(cast.reach("asha")) == kept
    assert own_view_now(cast.reach("ben")) == first


def test_an_answer_is_an_entry_of_step_2_under_its_question(cast: Cast) -> None:
    question = WALK[0]
    made = actions.answer(
        by=cast.ben, at=timezone.now(), partnership=cast.reach("ben"), question=question, words="My cat",
        voice=cast.place("asha"),
    )  # fmt: skip

    entry = Entry.objects.get(kind="about_connections")
    assert entry.line.startswith("Who or what is part of your life")
    assert (entry.words, entry.voice, unpack(entry.steps)) == ("My cat", cast.place("asha"), (2,))
    assert [one.prompt for one in answers(cast.reach("asha"))] == [made.prompt] == [question.id]


def test_a_question_of_ones_own_stands_above_its_answer(cast: Cast) -> None:
    last = WALK[-1]
    actions.answer(
        by=cast.asha, at=timezone.now(), partnership=cast.reach("asha"), question=last, words="The sea",
        own_question="Where next?", to_oneself=True,
    )  # fmt: skip

    assert last.id == OWN_QUESTION
    assert Entry.objects.get(kind="about_connections").line == "Where next?"
    assert not answers(cast.reach("ben")).exists()


def test_every_question_of_the_guide_is_in_the_walk_once() -> None:
    step = MAPPING_CONNECTIONS
    guides = {one.id for one in (*step.prompts_service_user, *step.prompts_practitioner, *step.prompts_together)}
    ids = [question.id for question in WALK]

    assert len(ids) == len(set(ids))
    assert guides <= set(ids)
    assert [place_of(id) for id in ids] == list(range(1, len(WALK) + 1))
    assert place_of("nothing") is None
    assert {question.leads_to for question in WALK} <= set(LEADS)


def test_the_questions_hold_no_word_that_is_never_on_a_screen() -> None:
    words = [str(question.prompt.text) for question in WALK] + [str(topic.name) for topic in TOPICS]

    assert not [text for text in words for never in NEVER_ON_SCREEN if never in text.lower()]
