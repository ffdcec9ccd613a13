"""A training from its beginning to its end, and the next one from it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from connecting_people.audit.models import Event
from connecting_people.core.permissions import NotAllowed
from connecting_people.training.actions import copying, places, trainers, trainings
from connecting_people.training.actions.evaluation import mark_better
from connecting_people.training.models import Improvement, Training
from connecting_people.training.permissions import can_lead, can_plan, led_by
from connecting_people.training.queries.trainings import locked, to_improve
from connecting_people.training.rules import Going, TrainingState, Who
from connecting_people.training.tests.afterwards import came
from connecting_people.training.tests.plans import planned, put, to, to_list

pytestmark = pytest.mark.django_db


def typed(training, **said):
    day = training.begins_at
    return {
        "version": training.version,
        "title": training.title,
        "day_day": day.day,
        "day_month": day.month,
        "day_year": day.year,
        "begins": "10:00",
        "ends": "16:00",
        "places": training.places,
        **said,
    }


def improvement(training, words="Begin with tea"):
    by = {"made_by": training.made_by, "made_at": training.made_at}
    return Improvement.objects.create(agency_id=training.agency_id, training=training, words=words, **by)


def test_who_may_plan_and_lead_agrees_with_the_set_of_those_led(cast):
    mine = planned(cast)
    for name in ("asha", "ben", "cora", "dev", "ela", "femi", "gwen", "kit", "hana", "ivan", "jo"):
        user = cast.user(name)
        assert can_plan(user, cast.agency.pk) == (name in ("ben", "dev", "ela", "femi", "gwen"))
        assert can_lead(user, mine) == (name in ("ben", "gwen"))
        assert led_by(user, Training.objects.all()).exists() == can_lead(user, mine)


def test_somebody_of_the_agency_who_gives_a_training_leads_it_whatever_else_they_do(cast):
    mine = planned(cast)
    trainers.add_trainer(by=cast.ben, at=cast.at, training=mine, who=Who.SERVICE_USER, user=cast.asha)

    assert can_lead(cast.asha, mine) and not can_plan(cast.asha, cast.agency.pk)


def test_a_training_begins_with_a_name_and_its_first_trainer(cast, see, send):
    answer = send("femi", to_list(cast, "plan"), title="A first day", who="practitioner")
    made = Training.objects.get()

    assert answer.status_code == 302 and made.trainers.get().user == cast.femi
    assert "Give the training a name" in send("femi", to_list(cast, "plan"), who="carer").content.decode()
    assert "A first day" in see("femi", to(made, "training"))


def test_the_plan_is_kept_in_london_time(cast, send, see):
    mine = planned(cast)
    answer = send("ben", to(mine, "change_training"), **typed(mine, who_comes="All of us", where="The long room"))
    page = see("ben", to(mine, "training"))

    assert answer.status_code == 302
    assert "10:00–16:00" in page and "All of us" in page and "The long room" in page
    assert Event.objects.filter(act="training: plan changed", actor_id=cast.ben.pk).exists()


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"title": " "}, "Give the training a name"),
        ({"day_day": ""}, "Write all three"),
        ({"day_day": "", "day_month": "", "day_year": ""}, "Choose the day that goes with these times"),
        ({"begins": ""}, "Write when it begins"),
        ({"ends": "09:00"}, "Choose an end that comes after"),
        ({"places": 0}, "There is at least one place"),
        ({"day_year": 2020}, "not passed yet"),
        ({"begins": "ten"}, "Write the time like"),
    ],
)
def test_what_cannot_be_is_said_beside_the_box_and_nothing_typed_is_lost(cast, send, said, says):
    mine = planned(cast)
    answer = send("ben", to(mine, "change_training"), **typed(mine, room="A circle", **said))
    page = answer.content.decode()

    assert answer.status_code == 422 and says in page and "A circle" in page


def test_who_is_slower_sees_both_texts_and_can_send_again(cast, send):
    mine, late = planned(cast), planned(cast)
    dev = {"by": cast.ben, "at": cast.at, "training": mine}
    trainings.change(**dev, version=1, said={"title": "A day by the river", "room": "Rows"})
    late = typed(mine, room="A circle")
    answer = send("ben", to(mine, "change_training"), **late)
    page = answer.content.decode()

    assert answer.status_code == 422 and "A day by the river" in page and "Rows" in page and "A circle" in page
    assert 'name="version" id="id_version" value="2"' in page
    assert send("ben", to(mine, "change_training"), **late | {"version": 2}).status_code == 302


def test_an_act_checks_what_it_is_given(cast):
    mine = planned(cast)
    act = {"by": cast.ben, "at": cast.at, "training": mine}
    for said in ({"title": ""}, {"title": "A", "ends_at": cast.at}, {"title": "A", "places": 0}):
        with pytest.raises(trainings.TrainingError):
            trainings.change(**act, version=1, said=said)
    with pytest.raises(trainings.TrainingError, match="in a line why"):
        trainings.call_off(**act, why=" ")
    with pytest.raises(NotAllowed):
        trainings.change(**act | {"by": cast.dev}, version=1, said={"title": "A"})


def test_calling_off_tells_why_here_and_only_that_it_is_off_in_the_letter(
    cast, send, see, django_capture_on_commit_callbacks
):
    mine = planned(cast)
    places.ask(by=cast.ben, at=cast.at, training=mine, teams=[cast.team], people=[], link="")
    assert send("ben", to(mine, "call_off"), why=" ").status_code == 422
    with django_capture_on_commit_callbacks(execute=True):
        send("ben", to(mine, "call_off"), why="The boiler is broken")
    page = see("ben", to(mine, "training"))

    assert "The boiler is broken" in page and "It takes place after all" in page
    assert {one.to[0] for one in mail.outbox} == {"dev@example.org", "ela@example.org"}
    assert all("boiler" not in one.body and "Riverside" not in one.body for one in mail.outbox)
    assert "It was called off" in see("dev", to_list(cast))
    with django_capture_on_commit_callbacks(execute=True):
        send("ben", to(mine, "put_back"))
    assert len(mail.outbox) == 4 and "after all" in mail.outbox[-1].body
    assert Training.objects.get().why_called_off == ""


def test_what_is_over_stays_over_and_what_cannot_be_is_said(cast, send, see):
    mine = planned(cast, days=1)
    send("ben", to(mine, "finish"))
    answer = send("ben", to(mine, "call_off"), why="Too late")

    assert answer.status_code == 422 and "cannot be done" in answer.content.decode()
    assert "This training is over" in see("ben", to(mine, "training"))
    send("ben", to(mine, "put_back"))
    assert Training.objects.get().state == TrainingState.OVER


def test_once_it_is_noted_who_was_there_the_others_have_changed_plan(cast):
    mine = planned(cast, days=0)
    act = {"by": cast.ben, "at": cast.at, "training": mine}
    places.ask(**act, teams=[cast.team], people=[], link="")
    dev, ela = mine.attendances.order_by("name")
    for one in (dev, ela):
        places.answer(by=one.user, at=cast.at, attendance=one, comes=True, link="")
    places.note_who_came(**act, came=[dev.pk])
    trainings.finish(**act)

    assert list(mine.attendances.order_by("name").values_list("going", flat=True)) == [Going.CAME, Going.CHANGED_PLAN]


def test_a_training_is_over_the_day_after_without_anybody_saying_so(cast, see):
    mine = planned(cast, days=-3)

    assert "This training is over" in see("ben", to(mine, "training"))
    assert locked(mine, cast.at).state == TrainingState.OVER
    page = see("dev", to_list(cast))
    assert page.index(">Past<") < page.index("A first day together")


def test_a_copy_takes_agenda_words_and_what_was_to_be_better_with_it(cast, send, see):
    first = planned(cast, room="A circle", places=9)
    own_map, _local = put(cast, first, "own-map", "local-connections")
    first.blocks.filter(pk=own_map.pk).update(title="Drawing us", minutes=45, led_by=first.trainers.get())
    tea, done = improvement(first), improvement(first, "Shorter talks")
    mark_better(by=cast.ben, at=cast.at, training=first, improvement=done, done=True)
    came = places.walk_in(by=cast.ben, at=cast.at, training=first, name="Winnie", email="", who=Who.SERVICE_USER)
    assert "Drawing us" in see("ben", to(first, "copy")) and "Begin with tea" in see("ben", to(first, "copy"))
    send("ben", to(first, "copy"), title="The next", who="practitioner", trained=str(came.pk))
    new = Training.objects.get(title="The next")
    page = see("ben", to(new, "training"))

    assert (new.room, new.places, new.begins_at, new.copied_from) == ("A circle", 9, None, first)
    assert [one.title for one in new.blocks.order_by("position")] == ["Drawing us", ""]
    assert new.blocks.get(title="Drawing us").led_by == new.trainers.get(user=cast.ben)
    assert new.trainers.get(name="Winnie").who == Who.SERVICE_USER
    assert "Shorter talks" not in page and page.index("Begin with tea") < page.index("Six questions")
    send("ben", to(new, "tick_improvement", improvement_id=tea.pk), done="yes")
    assert "(seen to)" in see("ben", to(new, "training"))
    tea.refresh_from_db()
    assert tea.done_at and tea.carried_to == new
    send("ben", to(new, "tick_improvement", improvement_id=tea.pk), done="no")
    assert to_improve(new).get(pk=tea.pk).done_at is None


def test_what_one_copy_has_taken_on_shows_in_another_and_stays_with_the_first(cast):
    first = planned(cast)
    tea = improvement(first)
    act = {"by": cast.dev, "at": cast.at, "training": first}
    one, other = copying.copy(**act, title="One"), copying.copy(**act, title="Other")
    tea.refresh_from_db()

    assert tea.carried_to == one and list(to_improve(other)) == [tea]
    third = copying.copy(**act | {"training": one}, title="Third")
    assert list(to_improve(third)) == [tea] and list(to_improve(one)) == [tea]
    with pytest.raises(NotAllowed):
        copying.copy(**act | {"by": cast.asha}, title="Mine")


def test_the_list_says_what_is_mine_coming_past_and_what_i_am_asked_to(cast, see, send):
    empty = see("asha", to_list(cast))
    assert "When somebody asks you to a training" in empty and "Plan a training" not in empty
    assert "from the first thought" in see("ben", to_list(cast))
    mine, _past = planned(cast), planned(cast, "femi", days=-5)
    page = see("ben", to_list(cast))
    assert page.index(">You give<") < page.index(to(mine, "training")) < page.index(">Past<")
    assert "A first day together" not in see("asha", to_list(cast))
    place = places.ask_somebody(
        by=cast.ben, at=cast.at, training=mine, name="Asha", email="asha@example.org", who=Who.SERVICE_USER, link=""
    )
    assert place.user == cast.asha and "Yes, I come" in see("asha", to_list(cast))
    assert "Yes, I come" in see("asha", to(mine, "answer"))
    send("asha", to(mine, "answer"), comes="yes")
    assert "You have a place" in see("asha", to_list(cast))


def test_many_past_trainings_come_page_by_page(cast, see):
    for number in range(23):
        planned(cast, days=-5 - number)

    assert "page=2" in see("ben", to_list(cast))
    assert see("ben", to_list(cast) + "?page=2").count("A first day together</a>") == 3
    assert see("ben", to_list(cast) + "?page=x").count("A first day together</a>") == 20


def test_the_list_asks_the_database_as_often_for_many_as_for_few(cast, see, django_assert_max_num_queries):
    for number in range(12):
        planned(cast, days=number - 6)
    see("ben", to_list(cast))

    with django_assert_max_num_queries(14):
        see("ben", to_list(cast))


def test_it_can_be_called_over_once_it_has_begun(cast, see):
    soon, began = planned(cast), planned(cast, days=0, begins_at=cast.at - timedelta(hours=1), ends_at=None)

    assert "The training is over" not in see("ben", to(soon, "training"))
    assert "over" in see("ben", to(began, "training"))


def test_whoever_was_there_is_led_to_what_they_thought_and_will_do(cast, see):
    training = trainings.plan(by=cast.femi, at=cast.at, agency=cast.agency, title="A first day")
    came(training, cast.ben, at=cast.at)
    here = {"agency_id": cast.agency.pk, "training_id": training.pk}
    listed = reverse("training:trainings", args=[cast.agency.pk])

    assert reverse("training:evaluate", kwargs=here) not in see("ben", listed)
    trainings.finish(by=cast.femi, at=cast.at, training=training)
    page = see("ben", listed)
    assert reverse("training:evaluate", kwargs=here) in page and reverse("training:will_do", kwargs=here) in page
    assert reverse("training:course", args=[cast.agency.pk]) in see("asha", listed)


def test_what_an_earlier_training_left_to_be_better_is_taken_along_by_one_planned_afresh(cast, see, send):
    first, fresh, other = planned(cast), planned(cast, by="femi"), planned(cast)
    tea, seen_to = improvement(first), improvement(first, "Shorter talks")
    mark_better(by=cast.ben, at=cast.at, training=first, improvement=seen_to, done=True)
    page = see("femi", to(fresh, "training"))
    assert "From earlier trainings: still to be better" in page and "Begin with tea" in page
    assert "Shorter talks" not in page
    assert "still to be better" not in see("ben", to(first, "training"))

    send("femi", to(fresh, "take_along", improvement_id=tea.pk))

    tea.refresh_from_db()
    assert tea.carried_to == fresh and list(to_improve(fresh)) == [tea]
    assert "still to be better" not in see("femi", to(fresh, "training"))
    with pytest.raises(trainings.TrainingError, match="taken this along"):
        trainings.take_along(by=cast.ben, at=cast.at, training=other, improvement=tea)


def test_who_only_gives_a_training_takes_nothing_from_others(cast, see, send):
    first, fresh = planned(cast), planned(cast)
    tea = improvement(first)
    fresh.trainers.create(agency=cast.agency, user=cast.asha, name="Asha", who=Who.SERVICE_USER)
    assert "Begin with tea" not in see("asha", to(fresh, "training"))
    assert send("asha", to(fresh, "take_along", improvement_id=tea.pk)).status_code == 404
    with pytest.raises(NotAllowed):
        trainings.take_along(by=cast.asha, at=cast.at, training=fresh, improvement=tea)
    theirs = Improvement.objects.create(
        agency=cast.other_agency, training=first, words="Elsewhere", made_by=cast.ivan, made_at=cast.at
    )
    assert send("ben", to(fresh, "take_along", improvement_id=theirs.pk)).status_code == 404
