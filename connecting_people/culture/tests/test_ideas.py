"""Ideas: who may have one, who answers, and what becomes of each."""

import uuid

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.http import Http404
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.audit.queries import faults
from connecting_people.core.permissions import NotAllowed
from connecting_people.culture import permissions
from connecting_people.culture.actions import ideas
from connecting_people.culture.models import Idea, IdeaMove
from connecting_people.culture.queries.ideas import done_since
from connecting_people.culture.rules import NEXT, NOT_LOOKED_AT, NOT_ON_THE_BOARD, IdeaState, Voice, month_after
from connecting_people.culture.tests.said import act, an_idea, came_in, moved, nameless
from connecting_people.people import actions as people
from connecting_people.people.rules import Role

pytestmark = pytest.mark.django_db


def test_every_state_follows_from_the_beginning_and_only_what_was_taken_back_has_an_end():
    reached = {IdeaState.WAITING}
    while following := {to for state in reached for to in NEXT[state]} - reached:
        reached |= following

    assert reached == set(IdeaState) == set(NEXT)
    assert [state for state in IdeaState if not NEXT[state]] == [IdeaState.TAKEN_BACK]
    assert all(IdeaState.TAKEN_BACK in NEXT[state] for state in NOT_LOOKED_AT)
    assert {IdeaState.WAITING, IdeaState.TAKEN_BACK} == NOT_ON_THE_BOARD


@pytest.mark.parametrize(("day", "after"), [((2026, 1, 31), (2026, 2, 1)), ((2026, 12, 1), (2027, 1, 1))])
def test_the_next_month_begins_on_its_first_day(day, after):
    from datetime import date

    assert month_after(date(*day)) == date(*after)


@pytest.mark.parametrize(
    ("name", "voice"),
    [("asha", Voice.SERVICE_USER), ("cora", Voice.SUPPORTER), ("ben", Voice.STAFF), ("kit", Voice.STAFF)],
)
def test_anybody_of_the_agency_has_ideas_in_their_own_voice(cast, name, voice):
    made = an_idea(cast, name)

    assert (made.by, made.voice, made.state) == (cast.user(name), voice, IdeaState.SUGGESTED)
    assert Event.objects.get(act="culture: idea suggested").actor_id == cast.user(name).pk


@pytest.mark.parametrize("name", ["ivan", "jo"])
def test_nobody_else_does(cast, name):
    with pytest.raises(NotAllowed, match="people of this agency"):
        an_idea(cast, name)
    assert not permissions.can_take_part(cast.user(name), cast.agency.pk)


def test_nobody_speaks_as_what_they_are_not(cast):
    with pytest.raises(NotAllowed, match="do not have this part"):
        an_idea(cast, "asha", voice=Voice.STAFF)


def test_an_idea_for_a_team_of_another_agency_is_for_nobody(cast):
    with pytest.raises(Http404):
        an_idea(cast, team=cast.other_team)


def test_what_came_up_in_a_training_lands_on_the_board(cast):
    training = uuid.uuid4()

    made = an_idea(cast, "femi", words="Meet at the library", from_training=training)

    assert (made.state, made.from_training, made.voice) == (IdeaState.SUGGESTED, training, Voice.STAFF)


def test_a_team_lead_answers_for_their_team_and_an_administrator_for_all(cast):
    own, all_ = an_idea(cast, team=cast.team), an_idea(cast)
    other = people.make_team(by=cast.gwen, at=cast.at, agency=cast.agency, name="South team")
    others = an_idea(cast, team=other)

    may = {
        name: [permissions.can_move(cast.user(name), one) for one in (own, all_, others)] for name in ("ela", "gwen")
    }
    assert may == {"ela": [True, False, False], "gwen": [True, True, True]}
    for name in ("asha", "ben", "femi", "kit", "ivan"):
        assert not permissions.can_move(cast.user(name), own)
        with pytest.raises(NotAllowed, match="lead of this team"):
            moved(cast, own, IdeaState.LOOKING, name)
    with pytest.raises(NotAllowed, match="whole agency"):
        moved(cast, all_, IdeaState.LOOKING, "ela")


def test_an_idea_goes_from_suggested_to_done_and_each_step_is_kept(cast):
    idea = an_idea(cast, team=cast.team)
    for to in (IdeaState.LOOKING, IdeaState.TRYING, IdeaState.DONE):
        moved(cast, idea, to, "ela", words=f"Now {to.value}")

    idea.refresh_from_db()
    assert idea.state == IdeaState.DONE
    assert list(idea.moves.order_by("at").values_list("words", flat=True)) == ["Now looking", "Now trying", "Now done"]
    acts = Event.objects.filter(target_id=idea.pk).order_by("number").values_list("act", "actor_id")
    ela = cast.ela.pk
    assert list(acts)[1:] == [(f"culture: idea {to}", ela) for to in ("looking", "trying", "done")]
    assert list(faults(cast.agency.pk)) == []


def test_not_now_needs_a_reason(cast):
    idea = an_idea(cast)
    with pytest.raises(ideas.IdeaError, match="why not now"):
        moved(cast, idea, IdeaState.NOT_NOW, words="  ")
    moved(cast, idea, IdeaState.NOT_NOW, words="There is no money before April")

    assert IdeaMove.objects.get().words == "There is no money before April"


@pytest.mark.parametrize("to", [IdeaState.DONE, IdeaState.SUGGESTED, IdeaState.WAITING, IdeaState.TAKEN_BACK])
def test_an_idea_goes_nowhere_that_does_not_follow(cast, to):
    with pytest.raises(ideas.IdeaError, match="cannot go there"):
        moved(cast, an_idea(cast), to)


@pytest.mark.parametrize("state", sorted(NOT_ON_THE_BOARD))
def test_nobody_answers_what_is_not_on_the_board(cast, state):
    idea = nameless(cast)
    Idea.objects.update(state=state)
    with pytest.raises(ideas.IdeaError, match="cannot go there"):
        moved(cast, idea, IdeaState.SUGGESTED)


def test_who_answers_what_changed_meanwhile_is_shown_how_it_stands(cast):
    idea = an_idea(cast)
    moved(cast, idea, IdeaState.LOOKING)
    with pytest.raises(ideas.StaleIdea) as stale:
        ideas.move(**act(cast, "gwen"), idea=idea, to=IdeaState.NOT_NOW, version=1, words="No")
    assert stale.value.now.state == IdeaState.LOOKING


def test_an_idea_that_is_gone_cannot_be_answered(cast):
    idea = an_idea(cast)
    gone = Idea.objects.get(pk=idea.pk)
    idea.delete()
    with pytest.raises(Http404):
        ideas.move(**act(cast, "gwen"), idea=gone, to=IdeaState.LOOKING, version=1)


def test_its_author_rewords_it_until_somebody_looks_at_it(cast):
    idea = an_idea(cast)
    ideas.reword(**act(cast, "asha"), idea=idea, words="Two chairs", version=1)
    with pytest.raises(ideas.StaleIdea) as stale:
        ideas.reword(**act(cast, "asha"), idea=idea, words="Three chairs", version=1)
    assert stale.value.now.words == "Two chairs"

    moved(cast, idea, IdeaState.LOOKING)
    with pytest.raises(ideas.IdeaError, match="words stay"):
        ideas.reword(**act(cast, "asha"), idea=idea, words="Four chairs", version=3)


@pytest.mark.parametrize("name", ["ben", "gwen", "cora"])
def test_nobody_else_rewords_or_takes_it_back(cast, name):
    idea = an_idea(cast)
    with pytest.raises(NotAllowed, match="whoever had an idea"):
        ideas.reword(**act(cast, name), idea=idea, words="No chair", version=1)
    with pytest.raises(NotAllowed, match="whoever had an idea"):
        ideas.take_back(**act(cast, name), idea=idea)


def test_an_idea_is_taken_back_with_its_words_as_long_as_it_is_not_being_tried(cast):
    first, second = an_idea(cast), an_idea(cast, words="More light")
    moved(cast, second, IdeaState.TRYING)

    ideas.take_back(**act(cast, "asha"), idea=first)
    with pytest.raises(ideas.IdeaError, match="being tried"):
        ideas.take_back(**act(cast, "asha"), idea=second)

    first.refresh_from_db()
    assert (first.state, first.words) == (IdeaState.TAKEN_BACK, "")
    assert Event.objects.filter(act="culture: idea taken back", actor_id=cast.asha.pk).exists()


def test_an_idea_without_a_name_waits_for_the_month_to_be_over(cast):
    now = an_idea(cast, named=False)
    before = nameless(cast, "hana", words="Longer hours")
    assert {now.state, before.state} == {IdeaState.WAITING}

    call_command("let_ideas_in", verbosity=0)

    (came,) = Idea.objects.filter(state=IdeaState.SUGGESTED)
    assert (came.words, came.made_date.day, came.voice, came.by) == ("Longer hours", 1, "", None)
    assert came.pk != before.pk
    assert permissions.is_own(cast.hana, came) and not permissions.is_own(cast.asha, came)
    assert Idea.objects.filter(state=IdeaState.WAITING).get().words == now.words


def test_the_same_words_sent_twice_without_a_name_are_one_idea(cast):
    assert an_idea(cast, named=False).pk == an_idea(cast, named=False).pk
    assert an_idea(cast, "hana", named=False).pk != an_idea(cast, named=False).pk


def test_what_has_no_name_is_reworded_and_taken_back_too(cast):
    waits = an_idea(cast, named=False)
    ideas.reword(**act(cast, "asha"), idea=waits, words="A bench", version=1)
    nameless(cast, "hana")
    (came,) = came_in(cast)
    ideas.take_back(**act(cast, "hana"), idea=came)

    waits.refresh_from_db()
    came.refresh_from_db()
    assert waits.words == "A bench" and came.state == IdeaState.TAKEN_BACK and came.words == ""


def test_a_row_without_a_name_has_no_voice_in_the_database_either(cast):
    idea = nameless(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Idea.objects.filter(pk=idea.pk).update(voice=Voice.SUPPORTER)


def test_what_is_done_counts_for_its_team_as_long_as_it_is_done(cast):
    today = timezone.localdate()
    idea, other = an_idea(cast, team=cast.team), an_idea(cast, words="More light")
    for one in (idea, other):
        moved(cast, one, IdeaState.TRYING)
        moved(cast, one, IdeaState.DONE)
    assert (done_since(cast.agency.pk, None, today), done_since(cast.agency.pk, cast.team.pk, today)) == (2, 1)

    moved(cast, other, IdeaState.LOOKING)
    assert done_since(cast.agency.pk, None, today) == 1


def test_a_lead_across_teams_answers_for_the_whole_agency(cast):
    people.give_role(by=cast.gwen, at=cast.at, agency=cast.agency, user=cast.dev, role=Role.ADMINISTRATOR)

    assert permissions.can_move(cast.dev, an_idea(cast))
    assert not permissions.can_move(cast.ben, an_idea(cast))
