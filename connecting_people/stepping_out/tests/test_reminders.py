import smtplib
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from connecting_people.core.london import LONDON
from connecting_people.core.permissions import NotAllowed
from connecting_people.stepping_out.actions import planning, reminders
from connecting_people.stepping_out.actions.planning import Facts
from connecting_people.stepping_out.models import Letter, Reminder, RemindMe
from connecting_people.stepping_out.rules import Channel, OutingState, due_at
from connecting_people.stepping_out.tests.outings import address, by, plan, seen, signed_in, tell

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


def wish(cast, who="asha", channel=Channel.EMAIL, hours=24):
    reminders.remind_me(**by(cast, who), channel=channel, hours_before=hours)


def when_due(outing):
    return Reminder.objects.get(outing=outing).due_at


@pytest.mark.parametrize(
    ("day", "hours", "due"),
    [
        (date(2027, 3, 28), 24, datetime(2027, 3, 27, 10, 30, tzinfo=UTC)),  # the clock goes forward that night
        (date(2027, 10, 31), 24, datetime(2027, 10, 30, 9, 30, tzinfo=UTC)),  # and back that night
        (date(2027, 3, 28), 2, datetime(2027, 3, 28, 7, 30, tzinfo=UTC)),
    ],
)
def test_a_day_before_is_the_same_time_on_the_wall(day, hours, due):
    assert due_at(day, time(10, 30), hours, LONDON) == due


def test_what_has_no_time_begins_at_nine():
    assert due_at(date(2027, 1, 2), None, 24, LONDON) == datetime(2027, 1, 1, 9, 0, tzinfo=UTC)


def test_nobody_is_reminded_who_did_not_ask_for_it(cast):
    plan(cast)

    assert not Reminder.objects.exists()


def test_a_reminder_is_made_moved_and_cancelled_with_its_outing(cast):
    wish(cast)
    outing = plan(cast)
    first = when_due(outing)

    facts = Facts(outing.outing_date + timedelta(days=2), begins=outing.begins)
    planning.change(**by(cast, "ben"), outing=seen(cast, "ben", outing), facts=facts, version=1)
    assert (when_due(outing) - first).days == 2
    tell(cast, "asha", outing, OutingState.CHANGED_PLAN)
    assert not Reminder.objects.exists()
    planning.plan_again(**by(cast, "asha"), outing=outing)
    assert Reminder.objects.filter(outing=outing).exists()


def test_saying_so_later_reminds_of_what_is_planned_already_and_can_be_taken_back(cast):
    outing = plan(cast)
    wish(cast, hours=48)
    assert Reminder.objects.filter(outing=outing).exists()

    reminders.remind_me(**by(cast, "asha"), channel=None)
    assert not Reminder.objects.exists() and not RemindMe.objects.exists()


def test_nobody_is_reminded_of_what_another_keeps_to_themselves(cast):
    wish(cast, "ben", Channel.INSIDE)
    plan(cast, to_oneself=True)

    assert not Reminder.objects.exists()


def test_nobody_is_reminded_of_what_is_nearer_than_the_reminder(cast):
    wish(cast, hours=48)
    plan(cast, days=1)

    assert not Reminder.objects.exists()


def test_a_letter_reveals_nothing_and_goes_once(cast, mailoutbox):
    wish(cast)
    due = when_due(plan(cast)) + timedelta(minutes=1)

    for _ in range(3):
        reminders.put_out(at=due)
        reminders.send(at=due)

    (letter,) = mailoutbox
    assert (letter.subject, letter.body) == ("A reminder", "You have something planned tomorrow.")
    assert letter.to == [cast.asha.email]
    assert Letter.objects.count() == 1


@pytest.mark.parametrize(("hours", "says"), [(2, "planned today"), (48, "planned soon")])
def test_a_letter_says_how_near_it_is(cast, mailoutbox, hours, says):
    wish(cast, hours=hours)
    due = when_due(plan(cast))

    reminders.put_out(at=due)
    reminders.send(at=due)

    assert says in mailoutbox[0].body


def test_nothing_goes_before_it_is_due_nor_after_the_outing_began(cast):
    wish(cast)
    due = when_due(plan(cast))

    assert reminders.put_out(at=due - timedelta(seconds=1)) == 0
    assert reminders.put_out(at=due + timedelta(days=2)) == 1
    assert not Letter.objects.exists()


def test_a_letter_that_waited_too_long_is_not_sent(cast, mailoutbox):
    wish(cast)
    due = when_due(plan(cast))
    reminders.put_out(at=due)

    assert reminders.send(at=due + timedelta(days=3)) == 0
    assert not mailoutbox


def test_a_letter_that_could_not_go_is_not_tried_again(cast, mailoutbox, monkeypatch, caplog):
    wish(cast)
    due = when_due(plan(cast))
    reminders.put_out(at=due)

    def broken(*_args, **_more):
        raise smtplib.SMTPServerDisconnected("asha@example.org")

    with monkeypatch.context() as patch:
        patch.setattr(reminders, "send_mail", broken)
        assert reminders.send(at=due) == 0
    assert reminders.send(at=due) == 0
    assert not mailoutbox
    assert "asha" not in caplog.text and "did not go out" in caplog.text


def test_who_asked_to_be_rung_stands_on_the_practitioners_day(cast, mailoutbox):
    wish(cast, channel=Channel.DAY_LIST)
    plan(cast, days=2)
    Reminder.objects.update(due_at=timezone.now())
    assert "Ring or text Asha" not in signed_in(cast, "ben").get("/").content.decode()

    call_command("remind")

    assert "Ring or text Asha" in signed_in(cast, "ben").get("/").content.decode()
    assert not mailoutbox


def test_a_pass_says_how_many_there_were(cast, capsys):
    wish(cast)
    plan(cast)
    Reminder.objects.update(due_at=timezone.now())

    call_command("remind")
    call_command("remind")

    assert capsys.readouterr().out == "Reminders due: 1, sent by e-mail: 1.\n"


def test_only_the_person_is_rung_and_only_who_has_an_address_is_written_to(cast):
    cast.ben.email = ""
    for channel in (Channel.DAY_LIST, Channel.EMAIL):
        with pytest.raises(NotAllowed):
            wish(cast, "ben", channel)


def test_a_way_is_chosen_on_its_page(cast):
    client, page = signed_in(cast, "asha"), address(cast, "reminders")
    assert client.post(page, {"channel": "email", "hours_before": "48"}).status_code == 302

    held = RemindMe.objects.get()
    assert (held.channel, held.hours_before) == ("email", 48)
    assert "rings or texts" in client.get(page).content.decode()
    assert "rings or texts" not in signed_in(cast, "ben").get(page).content.decode()
    assert client.post(page, {"channel": "pigeon"}).status_code == 422
    client.post(page, {"channel": "", "hours_before": "24"})
    assert not RemindMe.objects.exists()
