"""What somebody will do after a training: theirs alone, with a mail that says nothing of it, by seat as by login."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.core.london import day_of
from connecting_people.core.permissions import NotAllowed
from connecting_people.training.actions import will_do as actions
from connecting_people.training.actions.trainings import TrainingError
from connecting_people.training.door import SEAT
from connecting_people.training.models import Evaluation, WillDo
from connecting_people.training.rules import Shown
from connecting_people.training.tests.afterwards import board, came, note, past_training, seated

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_no_second_factor")]
WORDS = "Ask Meera about her garden"


@pytest.fixture
def training(cast):
    made = past_training(cast)
    came(made, cast.dev, at=cast.at)
    return made


def intend(training, by, at=None, **values):
    return actions.intend(by=by, at=at or timezone.now(), training=training, words=WORDS, **values)


def test_a_reminder_goes_weeks_later_once_and_says_nothing_of_it(cast, training):
    intend(training, cast.dev, weeks=4)
    assert actions.send(at=timezone.now() + timedelta(weeks=3)) == 0
    later = timezone.now() + timedelta(weeks=4, days=1)
    assert (actions.send(at=later), actions.send(at=later)) == (1, 0)

    (letter,) = mail.outbox
    assert letter.to == ["dev@example.org"] and "Meera" not in letter.subject + letter.body
    assert "training" not in letter.subject.lower()


def test_the_run_of_reminders_takes_these_along(cast, training):
    intend(training, cast.dev, at=timezone.now() - timedelta(weeks=9), weeks=8)
    call_command("remind", verbosity=0)

    assert len(mail.outbox) == 1


def test_who_sits_in_the_room_types_an_address_that_is_forgotten_when_it_was_used(cast, training):
    trainee = seated(training, at=cast.at)
    with pytest.raises(TrainingError):
        intend(training, trainee, weeks=4)
    made = intend(training, trainee, weeks=4, email="otis@example.net")
    actions.send(at=timezone.now() + timedelta(weeks=5))

    made.refresh_from_db()
    assert mail.outbox[0].to == ["otis@example.net"] and (made.email, made.trainee, made.user) == ("", trainee, None)


def test_an_address_without_a_reminder_is_not_kept(cast, training):
    assert intend(training, seated(training, at=cast.at), email="otis@example.net").email == ""


def test_a_mail_that_does_not_go_out_stops_no_other(cast, training, monkeypatch):
    intend(training, cast.dev, weeks=4)

    def broken(*_args, **_kwargs):
        raise OSError("no way out")

    monkeypatch.setattr(actions, "send_mail", broken)
    assert actions.send(at=timezone.now() + timedelta(weeks=5)) == 0


def test_nothing_goes_where_it_was_done_or_the_login_is_gone(cast, training):
    one, _other = intend(training, cast.dev, weeks=4), intend(training, cast.dev, weeks=4)
    actions.tell(by=cast.dev, at=timezone.now(), will_do=one, done=True)
    cast.dev.is_active = False
    cast.dev.save()

    assert actions.send(at=timezone.now() + timedelta(weeks=5)) == 0


def test_what_came_of_it_is_said_and_taken_back_by_whose_it_is_alone(cast, training):
    one = intend(training, cast.dev, weeks=4)
    act = {"at": timezone.now(), "will_do": one}
    for not_theirs in (lambda: actions.tell(by=cast.ben, **act, done=True), lambda: actions.let_go(by=cast.ben, **act)):
        with pytest.raises(NotAllowed):
            not_theirs()
    actions.tell(by=cast.dev, **act, done=False, came_of_it=" Not the weather ")
    one.refresh_from_db()
    assert (one.done_at, one.came_of_it, one.remind_date is None) == (None, "Not the weather", False)

    actions.let_go(by=cast.dev, **act)
    assert not WillDo.objects.exists()


def test_no_words_no_intention_and_no_address_no_mail(cast, training):
    with pytest.raises(TrainingError):
        actions.intend(by=cast.dev, at=timezone.now(), training=training, words=" ")
    cast.dev.email = ""
    with pytest.raises(TrainingError):
        intend(training, cast.dev, weeks=4)


def at(training, page, **ids):
    return reverse(f"training:{page}", kwargs={"agency_id": training.agency_id, "training_id": training.pk, **ids})


def test_the_page_keeps_it_and_shows_it_to_nobody_else(client, cast, training):
    client.force_login(cast.dev)
    assert client.post(at(training, "will_do"), {"words": "", "weeks": "0"}).status_code == 422
    shown = client.post(at(training, "will_do"), {"words": WORDS, "weeks": "4"}, follow=True).content.decode()
    day = day_of(timezone.now()) + timedelta(weeks=4)
    assert reverse("training:trainings", kwargs={"agency_id": cast.agency.pk}) in shown.split("<h1", 1)[0]
    assert WORDS in shown and f"A reminder comes on {day.day} {day:%B %Y}" in shown
    one = WillDo.objects.get()
    tell = at(training, "will_do_tell", will_do_id=one.pk)
    shown = client.post(tell, {"done": "yes", "came_of_it": "She laughed"}, follow=True).content.decode()
    assert "She laughed" in shown and "Done on" in shown

    came(training, cast.ben, at=cast.at)
    client.force_login(cast.ben)
    assert WORDS not in client.get(at(training, "will_do")).content.decode()
    assert client.get(tell).status_code == 404
    client.force_login(cast.dev)
    client.post(tell, {"done": "let_go"})
    assert not WillDo.objects.exists()


def in_seat(secret="a seat"):
    client = Client()
    client.cookies[SEAT] = secret
    return client


def test_who_sits_in_the_room_says_what_they_think_and_what_they_will_do_without_a_login(cast, training):
    seated(training, at=cast.at)
    client = in_seat()
    said = client.post(reverse("training:evaluate_here"), {"followed": "4"}, follow=True)
    assert "You have said what you think" in said.content.decode() and Evaluation.objects.count() == 1
    shown = client.post(reverse("training:will_do_here"), {"words": WORDS, "weeks": "0"}, follow=True)
    assert WORDS in shown.content.decode() and reverse("training:my_notes") in shown.content.decode()
    tell = reverse("training:will_do_tell_here", kwargs={"will_do_id": WillDo.objects.get().pk})
    assert (
        "She laughed" in client.post(tell, {"done": "yes", "came_of_it": "She laughed"}, follow=True).content.decode()
    )

    seated(training, "another", at=cast.at)
    assert in_seat("another").get(tell).status_code == 404


def test_what_somebody_wrote_for_themselves_in_the_room_is_there_to_begin_with(client, cast, training):
    seat = seated(training, at=cast.at)
    client.cookies[SEAT] = "a seat"
    block = board(training, "own-practice")
    here = reverse("training:will_do_here")
    assert WORDS not in client.get(here).text
    note(block, "mine", "An earlier thought", at=cast.at, trainee=seat, shown=Shown.KEPT)
    note(block, "mine", WORDS, at=cast.at + timedelta(minutes=1), trainee=seat, shown=Shown.KEPT)
    note(block, "mine", "Somebody else’s", at=cast.at + timedelta(minutes=2), shown=Shown.KEPT)
    assert f"{WORDS}</textarea>" in client.get(here).text

    client.post(here, {"words": WORDS, "weeks": "4", "email": "priya@example.org"})

    assert f"{WORDS}</textarea>" not in client.get(here).text and WORDS in client.get(here).text
    actions.send(at=timezone.now() + timedelta(weeks=4, days=1))
    assert "If you kept a copy" in mail.outbox[0].body


@pytest.mark.parametrize("page", ["evaluate_here", "will_do_here"])
def test_a_browser_without_a_seat_finds_nothing(cast, training, page):
    seated(training, at=cast.at)
    assert Client().get(reverse(f"training:{page}")).status_code == 404
    assert in_seat("a guess").get(reverse(f"training:{page}")).status_code == 404
    assert in_seat().get(reverse(f"training:{page}")).status_code == 200
