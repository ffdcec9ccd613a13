"""What people said of a training: once, without a name, and in a picture from eight on."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.core.london import day_of
from connecting_people.core.permissions import NotAllowed
from connecting_people.training.actions import evaluation as actions
from connecting_people.training.actions.trainings import TrainingError
from connecting_people.training.course.evaluation import LEVELS, QUESTIONS
from connecting_people.training.door import SEAT
from connecting_people.training.models import Evaluation, Improvement, Training
from connecting_people.training.presenters.evaluation import in_words, scale_of
from connecting_people.training.queries.evaluation import said_of
from connecting_people.training.rules import Going
from connecting_people.training.tests.afterwards import came, past_training, seated

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_no_second_factor")]


@pytest.fixture
def training(cast):
    return past_training(cast)


def say(training, by, **values):
    given = {"answers": {"followed": 3}, "good": "The maps", "better": "Longer breaks"} | values
    actions.say(by=by, at=timezone.now(), training=training, **given)


def crowd(training, many, at):
    for number in range(many):
        came(training, None, at=at, name=f"Somebody {number}")
    return [seated(training, f"seat {n}", at=at) for n in range(many)]


def tomorrow():
    return day_of(timezone.now()) + timedelta(days=1)


def test_the_three_aims_are_asked_again_among_a_handful_of_questions():
    assert [one.aim for one in QUESTIONS if one.aim] == ["for_service_users", "for_practitioners", "for_agency"]
    assert all(hasattr(Training(), one.aim) for one in QUESTIONS if one.aim) and len(QUESTIONS) < 9


def test_what_somebody_says_leads_to_nobody(cast, training):
    came(training, cast.dev, at=cast.at)
    say(training, cast.dev, answers={"followed": 3, "heard": 9, "unknown": 1})

    row = Evaluation.objects.get()
    assert row.answers == {"followed": 3}
    assert len(row.receipt) == 64 and cast.dev.pk.hex not in row.receipt
    assert {field.name for field in Evaluation._meta.fields} == {
        *("id", "agency", "training", "receipt", "answers", "good", "better", "on_date"),
    }
    assert Event.objects.get(act="training: somebody said how it was").actor_id is None


def test_each_says_it_once(cast, training):
    came(training, cast.dev, at=cast.at)
    say(training, cast.dev)

    with pytest.raises(actions.SaidAlready):
        say(training, cast.dev)


@pytest.mark.parametrize("going", [Going.INVITED, Going.WAITING, Going.CHANGED_PLAN])
def test_only_who_was_there_says_how_it_was(cast, training, going):
    came(training, cast.dev, at=cast.at, going=going)

    with pytest.raises(NotAllowed):
        say(training, cast.dev)


def test_a_seat_of_another_room_or_one_that_was_taken_away_says_nothing(cast, training):
    elsewhere = seated(past_training(cast, "dev"), "elsewhere", at=cast.at)
    ejected = seated(training, at=cast.at, ejected_at=cast.at)

    for by in (elsewhere, ejected):
        with pytest.raises(NotAllowed):
            say(training, by)


def test_nothing_at_all_is_no_answer(cast, training):
    came(training, cast.dev, at=cast.at)

    with pytest.raises(TrainingError, match="one is enough"):
        say(training, cast.dev, answers={}, good=" ", better="")


def test_what_is_said_today_is_read_from_tomorrow_on(cast, training):
    came(training, cast.dev, at=cast.at)
    say(training, cast.dev)

    for by in crowd(training, 2, cast.at):
        say(training, by, good="")

    assert said_of(training, day_of(timezone.now())).good == ()
    assert said_of(training, tomorrow()).good == ("The maps",)


def test_fewer_than_eight_make_no_picture_and_eight_do(cast, training):
    people = crowd(training, 8, cast.at)
    for by in people[:7]:
        say(training, by)
    assert scale_of(said_of(training, tomorrow()), None) is None

    say(training, people[7], answers={"followed": 0, "heard": 4})
    scale = scale_of(said_of(training, tomorrow()), None)
    assert [str(row.name) for row in scale.rows] == ["I could follow it"]  # seven left "heard" open
    assert scale.rows[0].says == "Between “Partly” and “Mostly”" and not scale.compared


def test_words_about_the_good_and_the_better_do_not_stand_beside_each_other(cast, training):
    people = crowd(training, 12, cast.at)
    for number, by in enumerate(people):
        say(training, by, good=f"good {number:02}", better=f"better {number:02}")

    said = said_of(training, tomorrow())
    assert sorted(said.good) == [f"good {n:02}" for n in range(12)]
    assert [one[-2:] for one in said.good] != [one[-2:] for one in said.better]


def test_means_are_said_in_the_words_of_the_scale():
    told = {0: "Not at all", 1.25: "Between “A little” and “Partly”", 2: "Partly", 4: "Very much"}
    assert {mean: in_words(mean) for mean in told} == told
    assert in_words(2.9) == str(LEVELS[3])


def test_the_training_before_is_a_ring_beside_the_dot(cast, training):
    before = training
    after = past_training(cast, copied_from=before)
    for one in (before, after):
        for n in range(8):
            came(one, None, at=cast.at, name=f"Somebody {n}")
            say(one, seated(one, f"{one.pk} {n}", at=cast.at))
    scale = scale_of(said_of(after, tomorrow()), said_of(before, tomorrow()))

    assert scale.compared and scale.rows[0].before_x == scale.rows[0].x


def test_the_trainers_plan_what_to_do_better_and_say_when_it_is_done(cast, training):
    act = {"by": cast.ben, "at": timezone.now()}
    planned = actions.plan_better(**act, training=training, words=" Longer breaks ")
    with pytest.raises(TrainingError):
        actions.plan_better(**act, training=training, words=" ")
    with pytest.raises(NotAllowed):
        actions.plan_better(by=cast.dev, at=timezone.now(), training=training, words="Sing")
    for done, twice in ((True, True), (False, False)):
        actions.mark_better(**act, training=training, improvement=planned, done=done)
        actions.mark_better(**act, training=training, improvement=planned, done=twice)
        planned.refresh_from_db()
        assert (planned.done_at is not None) is done
    assert planned.words == "Longer breaks"


def test_nobody_ticks_off_what_another_training_is_to_do_better(cast, training):
    act = {"by": cast.ben, "at": timezone.now()}
    planned = actions.plan_better(**act, training=training, words="Longer breaks")
    elsewhere = past_training(cast)

    with pytest.raises(TrainingError):
        actions.mark_better(**act, training=elsewhere, improvement=planned, done=True)


def at(training, page, **ids):
    return reverse(f"training:{page}", kwargs={"agency_id": training.agency_id, "training_id": training.pk, **ids})


def test_the_page_asks_thanks_and_shows_the_trainers_words_alone(client, cast, training, settings):
    Training.objects.filter(pk=training.pk).update(for_agency="Fewer lonely evenings")
    came(training, cast.dev, at=cast.at)
    client.force_login(cast.dev)
    page = client.get(at(training, "evaluate")).content.decode()
    assert "It will make a difference to the people whom we support" in page and "Fewer lonely evenings" in page
    empty = client.post(at(training, "evaluate"), {})
    assert empty.status_code == 422
    thanked = client.post(at(training, "evaluate"), {"followed": "4", "good": "The maps"}, follow=True)
    assert "You have said what you think" in thanked.content.decode()
    for by in crowd(training, 2, cast.at):
        say(training, by, good="", better="")
    Evaluation.objects.update(on_date=day_of(timezone.now()) - timedelta(days=1))

    client.force_login(cast.ben)
    read = client.get(at(training, "evaluations")).content.decode()
    assert "The maps" in read and "Once eight people have answered" in read and "Dev" not in read


def test_the_page_draws_the_picture_and_the_table_and_keeps_the_plan(client, cast, training):
    for by in crowd(training, 8, cast.at):
        say(training, by)
    Evaluation.objects.update(on_date=day_of(timezone.now()) - timedelta(days=1))
    client.force_login(cast.ben)
    read = client.get(at(training, "evaluations")).content.decode()
    assert "bars__dot" in read and "<td>Mostly</td>" in read
    assert client.post(at(training, "evaluations"), {"words": ""}).status_code == 422

    client.post(at(training, "evaluations"), {"words": "Longer breaks"})
    planned = Improvement.objects.get()
    client.post(at(training, "improvement_done", improvement_id=planned.pk), {"done": "yes"})
    planned.refresh_from_db()
    assert planned.done_at and "Not done after all" in client.get(at(training, "evaluations")).content.decode()


def read_tomorrow(client, cast, training):
    Evaluation.objects.update(on_date=day_of(timezone.now()) - timedelta(days=1))
    client.force_login(cast.ben)
    return client.get(at(training, "evaluations")).text


def answers_in_a_seat(training, secret, **said):
    browser = Client()
    browser.cookies[SEAT] = secret
    return browser.post("/after-training/what-you-think/", {"followed": "4", **said})


def test_eight_seats_of_one_person_draw_no_picture(client, cast, training):
    came(training, cast.dev, at=cast.at)
    for number in range(8):
        seated(training, f"seat {number}", at=cast.at)
        answers_in_a_seat(training, f"seat {number}")

    page = read_tomorrow(client, cast, training)

    assert Evaluation.objects.count() == 8
    assert "bars__dot" not in page and "<td>" not in page
    for number in range(7):
        came(training, None, at=cast.at, name=f"Somebody {number}")
    assert "bars__dot" in read_tomorrow(client, cast, training)


def test_words_are_held_until_three_have_answered(client, cast, training):
    for number in range(3):
        seated(training, f"seat {number}", at=cast.at)
    answers_in_a_seat(training, "seat 0", good="The maps")
    answers_in_a_seat(training, "seat 1", better="Longer breaks")

    page = read_tomorrow(client, cast, training)
    assert "The maps" not in page and "Longer breaks" not in page
    assert "once three of them have answered" in page

    answers_in_a_seat(training, "seat 2")
    page = read_tomorrow(client, cast, training)
    assert "The maps" in page and "Longer breaks" in page


@pytest.mark.parametrize("seat_first", [True, False])
def test_a_login_and_a_seat_in_one_browser_are_one_person(client, cast, training, seat_first):
    came(training, cast.dev, at=cast.at)
    seated(training, "devs seat", at=cast.at)
    client.force_login(cast.dev)
    client.cookies[SEAT] = "devs seat"
    pages = ["/after-training/what-you-think/", at(training, "evaluate")]
    first, second = pages if seat_first else reversed(pages)

    assert client.post(first, {"followed": "4"}).status_code == 302
    assert "You have said what you think" in client.get(second).text
    assert client.post(second, {"followed": "0"}).status_code == 422

    assert Evaluation.objects.get().answers == {"followed": 4}


def test_who_is_asked_is_promised_what_is_kept(client, cast, training):
    came(training, cast.dev, at=cast.at)
    client.force_login(cast.dev)

    page = client.get(at(training, "evaluate")).text

    assert "once three people have answered" in page and "Nobody can see" not in page
