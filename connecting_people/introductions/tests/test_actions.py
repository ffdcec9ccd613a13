from datetime import time, timedelta

import pytest
from django.core.management import call_command
from django.http import Http404
from django.utils import timezone

from connecting_people.community.models import Area
from connecting_people.community.tests.places import walking_group
from connecting_people.core.permissions import NotAllowed
from connecting_people.getting_started import actions as getting_started
from connecting_people.guide.interests import UnknownInterest
from connecting_people.introductions import actions, permissions, queries
from connecting_people.introductions.management.commands import introduce
from connecting_people.introductions.models import Introduction, Reach, Side, Wish
from connecting_people.introductions.rules import Need
from connecting_people.introductions.tests.company import (
    all_four,
    by,
    daily,
    fits,
    here,
    introduced,
    propose,
    side,
    soon,
    wish,
)
from connecting_people.journey.models import Entry
from connecting_people.partnership import actions as partnership
from connecting_people.people import actions as people

pytestmark = pytest.mark.django_db


def kinds(cast, who):
    return list(Entry.objects.filter(partnership=here(cast, who)).order_by("written_at").values_list("kind", flat=True))


def test_a_wish_is_a_yes_of_the_person_in_their_record(cast):
    made = wish(cast, "asha")

    assert made.entry.voice == cast.place("asha")
    assert made.entry.line == "Would like to do this with somebody: Walking"
    assert (Reach.objects.get().latitude, Reach.objects.get().longitude) == (52.0, -1.0)


def test_nobody_says_yes_for_somebody_who_can_say_it(cast):
    with pytest.raises(NotAllowed, match="from their own login"):
        wish(cast, "ben")


def test_for_somebody_without_a_login_it_is_written_down_as_said(cast):
    given = {"by": cast.ivan, "at": timezone.now(), "partnership": cast.reach("ivan", cast.ivans)}
    with pytest.raises(actions.NoPlace):
        actions.wish(**given, interest="chess", until_date=soon(), ways=actions.Ways(1, 5))
    assert permissions.can_wish(given["partnership"].me, given["partnership"].person)


def test_the_neighbourhood_that_somebody_named_is_where_they_are_looked_for(cast):
    Area.objects.create(agency=cast.agency, name="Weirside", latitude=52.1, longitude=-1.1)
    getting_started.name_area(**by(cast, "asha"), name="Weirside", version=0)

    wish(cast, "asha")

    assert Reach.objects.get().latitude == 52.1


@pytest.mark.parametrize("days", [-1, 400])
def test_a_wish_stands_until_a_day_within_a_year(cast, days):
    with pytest.raises(actions.WrongDay):
        wish(cast, "asha", until=soon(days))


def test_only_an_interest_of_the_list_is_wished_for(cast):
    with pytest.raises(UnknownInterest):
        wish(cast, "asha", interest="secrets")


def test_said_again_it_stands_until_the_new_day(cast):
    wish(cast, "asha", until=soon(10))
    wish(cast, "asha", until=soon(60))

    assert Wish.objects.get().until_date == soon(60)


def test_whether_it_fits_says_a_practitioner_who_stays(cast):
    with pytest.raises(NotAllowed):
        fits(cast, "asha")
    first, second = fits(cast, "ben"), fits(cast, "ben", says_name=True)

    first.refresh_from_db()
    assert first.ended_at and not second.ended_at


def test_all_four_are_told_at_one_moment(cast):
    at = timezone.now()
    all_four(cast)

    assert daily(cast, at) == 1

    told = Entry.objects.filter(kind="introduction")
    assert {one.written_at for one in told} == {at}
    assert {one.line for one in told} == {"Somebody near you would like this too: Walking"}
    assert {one.partnership_id for one in told} == {cast.partnership.pk, cast.hanas.pk}


@pytest.mark.parametrize("missing", range(4))
def test_three_of_four_are_not_enough(cast, missing):
    said = [
        lambda: wish(cast, "asha"),
        lambda: wish(cast, "hana"),
        lambda: fits(cast, "ben"),
        lambda: fits(cast, "dev"),
    ]
    for number, say in enumerate(said):
        if number != missing:
            say()

    assert daily(cast) == 0


def test_a_yes_that_was_taken_back_or_ran_out_does_not_count(cast):
    all_four(cast)
    actions.take_back(**by(cast, "asha"), wish=Wish.objects.get(partnership=cast.partnership))
    assert daily(cast) == 0

    wish(cast, "asha", until=soon(1))
    assert daily(cast, timezone.now() + timedelta(days=3)) == 0

    actions.no_longer_fits(**by(cast, "dev"))
    actions.no_longer_fits(**by(cast, "dev"))
    assert daily(cast) == 0


def test_a_practitioner_who_no_longer_is_one_gives_no_yes(cast):
    all_four(cast)
    held = cast.dev.memberships.get(ended_at=None)
    people.end_role(by=cast.gwen, at=timezone.now(), membership=held)

    assert daily(cast) == 0


def test_who_pauses_is_not_looked_for(cast):
    all_four(cast)
    partnership.pause(by=cast.asha, at=timezone.now(), partnership=here(cast, "asha"))

    assert daily(cast) == 0


def test_who_does_not_suit_is_not_brought_together(cast):
    wish(cast, "asha", needs=Need.NO_DOGS)
    wish(cast, "hana", needs=Need.BRINGS_DOG)
    fits(cast, "ben")
    fits(cast, "dev")

    assert daily(cast) == 0


def test_nobody_is_brought_together_twice_while_one_goes_on_nor_after_a_step_back(cast):
    mine, _ = introduced(cast)
    assert daily(cast) == 0

    actions.step_back(**by(cast, "asha"), side=mine)
    assert daily(cast) == 0
    wish(cast, "asha", interest="chess")
    wish(cast, "hana", interest="chess")
    assert daily(cast) == 0


def test_the_name_is_told_only_by_whom_it_belongs_to(cast):
    wish(cast, "asha", says_name=True)
    wish(cast, "hana")
    fits(cast, "ben")
    fits(cast, "dev", says_name=True)
    daily(cast)

    assert queries.called(side(cast, "asha")) == "Dev"
    assert queries.called(side(cast, "hana")) == "Asha"


def test_a_place_and_a_time_are_proposed_answered_and_proposed_anew(cast):
    mine, theirs = introduced(cast)
    propose(cast, "asha")
    actions.answer(**by(cast, "hana"), side=theirs, number=1, yes=False)
    propose(cast, "hana", number=1, place="The library")
    actions.answer(**by(cast, "ben"), side=mine, number=2, yes=True)

    newest, older = queries.proposals_of(mine)
    assert (newest.place, newest.answer) == ("The library", True)
    assert (older.place, older.answer) == ("The café by the weir", False)
    assert kinds(cast, "asha").count("introduction_place") == 2


def test_nobody_answers_their_own_or_what_was_answered(cast):
    mine, theirs = introduced(cast)
    propose(cast, "asha")
    with pytest.raises(actions.Over, match="your own"):
        actions.answer(**by(cast, "asha"), side=mine, number=1, yes=True)
    actions.answer(**by(cast, "hana"), side=theirs, number=1, yes=True)
    with pytest.raises(actions.Over, match="answered already"):
        actions.answer(**by(cast, "dev"), side=theirs, number=1, yes=False)


def test_who_was_slower_hears_that_there_is_a_newer_place(cast):
    introduced(cast)
    propose(cast, "asha")

    with pytest.raises(actions.Over, match="newer"):
        propose(cast, "hana")


@pytest.mark.parametrize(
    ("given", "error"),
    [({"place": " "}, actions.NoPlace), ({"meeting_date": soon(-1)}, actions.WrongDay)],
)
def test_a_place_and_a_day_to_come_are_needed(cast, given, error):
    introduced(cast)

    with pytest.raises(error):
        propose(cast, "asha", **given)


def test_a_place_of_another_agency_is_not_there(cast):
    introduced(cast)
    theirs = walking_group(by=cast.ivan, at=timezone.now(), agency=cast.other_agency)

    with pytest.raises(Http404):
        propose(cast, "asha", asset=theirs)


def test_either_steps_back_and_the_other_learns_only_that_it_does_not_go_on(cast):
    mine, _ = introduced(cast)
    before = kinds(cast, "hana")

    actions.step_back(**by(cast, "asha"), side=mine)
    actions.step_back(**by(cast, "asha"), side=mine)

    assert side(cast, "hana").introduction.ended_at
    assert kinds(cast, "hana") == before
    assert kinds(cast, "asha").count("introduction_ended") == 1
    with pytest.raises(actions.Over, match="says nothing about you"):
        propose(cast, "hana")


def test_taking_back_the_wish_or_the_fit_ends_what_was_begun(cast):
    mine, _ = introduced(cast)
    actions.take_back(**by(cast, "asha"), wish=mine.wish)
    actions.take_back(**by(cast, "asha"), wish=mine.wish)
    assert side(cast, "hana").introduction.ended_at

    Introduction.objects.update(ended_at=None)
    actions.no_longer_fits(**by(cast, "dev"))
    assert side(cast, "asha").introduction.ended_at


def test_when_one_leaves_it_does_not_go_on_from_the_next_day(cast):
    introduced(cast)
    partnership.leave(by=cast.hana, at=timezone.now(), partnership=here(cast, "hana"))

    daily(cast)

    assert side(cast, "asha").introduction.ended_at


def test_nothing_of_another_partnership_is_touched(cast):
    _mine, theirs = introduced(cast)

    with pytest.raises(Http404):
        actions.step_back(**by(cast, "asha"), side=theirs)
    with pytest.raises(Http404):
        actions.take_back(**by(cast, "asha"), wish=theirs.wish)
    with pytest.raises(Http404):
        actions.answer(**by(cast, "asha"), side=theirs, number=0, yes=True)
    assert not side(cast, "asha").introduction.ended_at


def test_the_command_goes_through_every_agency_and_says_nothing_of_anybody(cast, capsys):
    all_four(cast)

    call_command("introduce")

    assert Side.objects.count() == 2
    assert capsys.readouterr().out == "Done.\n"


def test_the_command_takes_the_quicker_way_for_many(cast, monkeypatch):
    monkeypatch.setattr(introduce, "FEW", 0)
    all_four(cast)

    call_command("introduce")

    assert Side.objects.count() == 2


def test_times_are_those_that_were_said(cast):
    mine, _ = introduced(cast)
    propose(cast, "asha", begins=time(14, 30))

    assert queries.proposals_of(mine)[0].begins == time(14, 30)
