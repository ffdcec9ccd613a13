"""People look at the six practices, each for themselves; what is told of many says nothing of anybody."""

from datetime import timedelta

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.core.permissions import NotAllowed
from connecting_people.culture.actions import looks
from connecting_people.culture.actions.looks import Said
from connecting_people.culture.models import Look, LookAt
from connecting_people.culture.permissions import can_look, voices_at
from connecting_people.culture.quarters import before, quarter_of
from connecting_people.culture.queries.looks import examples, own_look, own_looks, seen_by_many
from connecting_people.culture.rules import Mark, Voice
from connecting_people.culture.tests.many import (
    FIRST,
    LAST_QUARTER,
    SECOND,
    all_look,
    in_quarter,
    look,
    people_in,
    says,
    team,
    today,
)
from connecting_people.partnership import actions as partnership
from connecting_people.people.rules import Role
from connecting_people.people.standing import standing

pytestmark = pytest.mark.django_db
HERE = (FIRST, Voice.STAFF, LAST_QUARTER)


def seen(cast, of=None, day=None):
    return seen_by_many(cast.agency, of, day or today())


def test_what_somebody_said_is_theirs_and_can_be_changed_while_the_quarter_lasts(cast):
    first = look(cast, cast.ben, says(Mark.A_LITTLE, example="Ela came along", try_next="Ask the choir"))
    look(cast, cast.ben, {SECOND: Said(Mark.NOT_YET)}, version=first.version)

    (kept,) = own_looks(cast.ben, cast.agency)
    assert [(row.practice, row.mark) for row in kept.at.all()] == [(SECOND, Mark.NOT_YET)]
    assert (kept.version, kept.quarter_date) == (2, quarter_of(today()))
    with pytest.raises(Http404):
        own_look(cast.dev, cast.agency, kept.pk)


def test_a_look_from_another_page_is_not_written_over(cast):
    look(cast, cast.ben)
    with pytest.raises(looks.StaleLook) as stale:
        look(cast, cast.ben, says(Mark.NOT_YET))

    assert stale.value.now.at.get().mark == Mark.OFTEN


def test_where_all_is_left_open_nothing_is_kept(cast):
    with pytest.raises(looks.NothingSaid):
        look(cast, cast.ben, {FIRST: Said(None, "  ", "", True), "no-practice": Said(Mark.OFTEN)})
    assert not Look.objects.exists()


def test_each_quarter_voice_and_team_is_a_look_of_its_own(cast):
    for of in (None, cast.team):
        for day in (LAST_QUARTER, quarter_of(today())):
            look(cast, cast.ben, of=of, at=in_quarter(day))

    assert Look.objects.filter(by=cast.ben).count() == 4


def test_whoever_belongs_to_the_agency_speaks_for_themselves(cast):
    for name, voice in (
        ("ben", Voice.STAFF),
        ("kit", Voice.STAFF),
        ("asha", Voice.SERVICE_USER),
        ("cora", Voice.SUPPORTER),
    ):
        assert look(cast, cast.user(name), voice=voice).voice == voice
    for name, voice in (("ben", Voice.SERVICE_USER), ("asha", Voice.STAFF), ("cora", Voice.SERVICE_USER)):
        with pytest.raises(NotAllowed):
            look(cast, cast.user(name), voice=voice)
    for name in ("ivan", "jo"):
        with pytest.raises(NotAllowed):
            look(cast, cast.user(name))


def test_a_team_is_looked_at_by_its_own_and_by_those_whom_it_meets(cast):
    at, south = timezone.now(), team(cast, "South team")
    for name, voice in (("dev", Voice.STAFF), ("asha", Voice.SERVICE_USER), ("cora", Voice.SUPPORTER)):
        assert can_look(cast.user(name), cast.agency.pk, cast.team, voice, at)
        assert not can_look(cast.user(name), cast.agency.pk, south, voice, at)
    # Who works across the agency looks at the whole, so that a team has no more staff than its own.
    assert not can_look(cast.gwen, cast.agency.pk, cast.team, Voice.STAFF, at)
    assert not can_look(cast.ben, cast.agency.pk, cast.other_team, Voice.STAFF, at)


def test_somebody_who_left_a_partnership_speaks_of_its_team_no_longer(cast):
    partnership.stop_taking_part(
        by=cast.asha, at=timezone.now(), partnership=cast.reach("asha"), place=cast.place("cora")
    )
    assert cast.team.pk not in voices_at(standing(cast.cora), cast.agency.pk, timezone.now() + timedelta(days=1))


def test_a_team_of_seven_sees_no_result_of_the_others(cast):
    south = team(cast, "South team")
    all_look(cast, people_in(cast, south, 7), [Mark.OFTEN] * 7, of=south)

    assert seen(cast, south) == {}


def test_the_eighth_lets_the_middle_be_told(cast):
    south = team(cast, "South team")
    all_look(cast, people_in(cast, south, 8), [Mark.NOT_YET, *[Mark.OFTEN] * 7], of=south)

    middle = seen(cast, south)[HERE]
    assert (middle.people, middle.low, middle.high) == (10, 2, 2)
    assert seen(cast) == {}, "what is said of a team is not said of the agency"


def test_nothing_is_told_before_the_quarter_is_over(cast):
    people = people_in(cast, None, 9, Role.TRAINER)
    all_look(cast, people, [Mark.OFTEN] * 9, at=timezone.now())

    assert seen(cast) == {}
    assert (FIRST, Voice.STAFF, quarter_of(today())) in seen(cast, day=today() + timedelta(days=92))


def test_voices_and_quarters_stand_apart(cast):
    staff = people_in(cast, None, 8, Role.TRAINER)
    others = people_in(cast, None, 8, Role.SERVICE_USER)
    all_look(cast, staff, [Mark.EVERYWHERE] * 8)
    all_look(cast, others, [Mark.NOT_YET] * 8, voice=Voice.SERVICE_USER)
    earlier = before(LAST_QUARTER)
    all_look(cast, others, [Mark.A_LITTLE] * 8, voice=Voice.SERVICE_USER, at=in_quarter(earlier))

    found = {(voice, quarter): middle.low for (_practice, voice, quarter), middle in seen(cast).items()}
    assert found == {
        (Voice.STAFF, LAST_QUARTER): 3,
        (Voice.SERVICE_USER, LAST_QUARTER): 0,
        (Voice.SERVICE_USER, earlier): 1,
    }


def test_seven_of_one_voice_and_seven_of_another_are_not_fourteen(cast):
    all_look(cast, people_in(cast, None, 7, Role.TRAINER), [Mark.OFTEN] * 7)
    users = people_in(cast, None, 7, Role.SERVICE_USER)
    all_look(cast, users, [Mark.OFTEN] * 7, voice=Voice.SERVICE_USER)

    assert seen(cast) == {}


def test_examples_are_told_by_their_authors_yes_and_among_eight(cast):
    people = people_in(cast, None, 8, Role.TRAINER)
    said = [says(example="Tea for all", shown=True), says(example="For me alone"), *[says()] * 5]
    for one, words in zip(people, said, strict=False):
        look(cast, one, words, at=in_quarter(LAST_QUARTER))
    assert examples(cast.agency, None, seen(cast))[FIRST] == []

    look(cast, people[7], at=in_quarter(LAST_QUARTER))
    (shown,) = examples(cast.agency, None, seen(cast))[FIRST]
    assert (shown.words, shown.voice, shown.quarter) == ("Tea for all", Voice.STAFF, LAST_QUARTER)


def test_a_few_examples_stand_for_many(cast):
    every = {id: Said(Mark.OFTEN, f"Of {id}", shown=True) for id in (FIRST, SECOND)}
    for one in people_in(cast, None, 9, Role.TRAINER):
        look(cast, one, every, at=in_quarter(LAST_QUARTER))

    found = examples(cast.agency, None, seen(cast))
    assert {id: len(each) for id, each in found.items() if each} == {FIRST: 6, SECOND: 6}


def test_an_example_is_hidden_on_any_day_and_the_mark_stays_counted(cast):
    people = people_in(cast, None, 8, Role.TRAINER)
    kept = [look(cast, one, says(example="Tea", shown=True), at=in_quarter(LAST_QUARTER)) for one in people]

    looks.hide_examples(by=people[0], at=timezone.now(), look=kept[0])

    assert len(examples(cast.agency, None, seen(cast))[FIRST]) == 6
    assert LookAt.objects.filter(shown=True).count() == 7
    assert seen(cast)[HERE].people == 10
    with pytest.raises(NotAllowed):
        looks.hide_examples(by=people[0], at=timezone.now(), look=kept[1])


def test_a_look_is_taken_back_while_its_quarter_lasts_and_no_longer(cast):
    now, past = look(cast, cast.ben), look(cast, cast.ben, at=in_quarter(LAST_QUARTER))
    with pytest.raises(NotAllowed):
        looks.take_back(by=cast.dev, at=timezone.now(), look=now)
    with pytest.raises(looks.QuarterOver):
        looks.take_back(by=cast.ben, at=timezone.now(), look=past)

    looks.take_back(by=cast.ben, at=timezone.now(), look=now)

    assert list(Look.objects.all()) == [past]


def test_the_audit_says_that_somebody_looked_and_none_of_what_they_said(cast):
    kept = look(cast, cast.ben, says(example="Tea for all"))
    event = Event.objects.get(act="culture: look")
    assert (event.actor_id, event.target_id, event.content_mac) == (cast.ben.pk, kept.pk, "")


def test_it_takes_as_many_queries_however_many_looked(cast):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            examples(cast.agency, None, seen(cast))
        return len(queries)

    all_look(cast, people_in(cast, None, 8, Role.TRAINER), [Mark.OFTEN] * 8)
    few = asked()
    all_look(cast, people_in(cast, team(cast, "South team"), 8), [Mark.OFTEN] * 8)

    assert asked() == few == 2
