"""Who gives a training, who speaks, who comes, and how it is passed on."""

import threading

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone

from connecting_people.core.permissions import NotAllowed
from connecting_people.people import actions as people
from connecting_people.people.models import User
from connecting_people.people.rules import Role
from connecting_people.training import outbox
from connecting_people.training.actions import agenda, guests, places, trainers, trainings
from connecting_people.training.models import Attendance, Certificate, Speaker, Trainer, Training
from connecting_people.training.rules import TRAINEES_AT_MOST, BlockKind, Going, Who
from connecting_people.training.tests.plans import planned, to, to_list
from tests.cast import make_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def mine(cast):
    return planned(cast)


@pytest.fixture
def act(cast, mine):
    return {"by": cast.ben, "at": cast.at, "training": mine}


def ask(act, name="Sam", email="", who=Who.OUTSIDE):
    return places.ask_somebody(**act, name=name, email=email, who=who, link="https://x.example/")


def yes(act, place, comes=True):
    given = {"by": act["by"], "at": timezone.now(), "attendance": place, "link": ""}
    return places.note_answer(**given, comes=comes)


def going(training):
    return dict(training.attendances.values_list("name", "going"))


def test_a_whole_team_is_asked_in_one_go_and_nobody_twice(cast, mine, act, see, send):
    assert "North team" in see("ben", to(mine, "ask"))
    send("ben", to(mine, "ask"), teams=str(cast.team.pk))
    assert going(mine) == {"Dev": Going.INVITED, "Ela": Going.INVITED}
    assert mine.attendances.get(name="Dev").team == cast.team
    send("ben", to(mine, "ask"), teams=str(cast.team.pk), people=str(cast.femi.pk))
    assert set(going(mine)) == {"Dev", "Ela", "Femi"}
    assert "Choose a team or somebody" in send("ben", to(mine, "ask")).content.decode()
    assert "asked before" in send_and_see(send, see, mine, teams=str(cast.team.pk))


def send_and_see(send, see, training, **said):
    send("ben", to(training, "ask"), **said)
    return see("ben", to(training, "people"))


def test_only_people_and_teams_of_the_agency_are_asked(cast, act):
    for wrong in ({"teams": [cast.other_team], "people": []}, {"teams": [], "people": [cast.ivan]}):
        with pytest.raises(NotAllowed):
            places.ask(**act, **wrong, link="")


def test_a_letter_says_that_one_is_asked_and_nothing_more(cast, act, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        places.ask(**act, teams=[], people=[cast.dev], link="https://x.example/")
        ask(act, "Sam", "sam@example.com")
    dev, sam = mail.outbox

    assert "Ben asks whether you would like to come" in dev.body and "https://x.example/" in dev.body
    assert "tell Ben" in sam.body and "https" not in sam.body
    for letter in mail.outbox:
        assert not any(word in letter.subject + letter.body for word in ("Riverside", "first day", "Connecting"))


def test_a_mail_server_that_is_down_takes_nothing_back(cast, act, settings, django_capture_on_commit_callbacks):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with django_capture_on_commit_callbacks(execute=True):
        ask(act, "Sam", "sam@example.com")

    assert Attendance.objects.get().name == "Sam"
    outbox.ask([], "Ben", None, "")


def test_somebody_is_asked_by_name_with_or_without_a_login(cast, mine, send):
    send("ben", to(mine, "ask_somebody"), name="Sam", email="", who="carer")
    send("ben", to(mine, "ask_somebody"), name="A.", email="Hana@example.org", who="service_user")
    assert mine.attendances.get(name="Sam").user is None and mine.attendances.get(name="A.").user == cast.hana
    again = send("ben", to(mine, "ask_somebody"), name="B.", email="hana@example.org", who="service_user")
    assert again.status_code == 422 and "on the list already" in again.content.decode()
    assert "Write a name" in send("ben", to(mine, "ask_somebody"), who="carer").content.decode()
    assert "needs an @" in send("ben", to(mine, "ask_somebody"), name="C", email="c", who="carer").content.decode()


def test_the_same_address_is_not_asked_twice_and_a_name_is_needed(act):
    ask(act, email="sam@example.com")
    for wrong in ({"name": "Sam B", "email": "SAM@example.com"}, {"name": " "}):
        with pytest.raises(places.PlaceError):
            ask(act, **wrong)


def test_who_says_yes_when_all_places_are_taken_waits_and_moves_up(mine, act, django_capture_on_commit_callbacks):
    first, second, third, fourth = (ask(act, name, f"{name}@x.org") for name in ("Al", "Bo", "Cy", "Di"))
    for one in (first, second, fourth, third):
        yes(act, one)
    assert going(mine) == {"Al": "coming", "Bo": "coming", "Cy": "waiting", "Di": "waiting"}
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        yes(act, first, comes=False)
    assert going(mine) == {"Al": "changed_plan", "Bo": "coming", "Cy": "waiting", "Di": "coming"}
    (letter,) = mail.outbox
    assert letter.to == ["Di@x.org"] and "There is a place for you now" in letter.body
    yes(act, first)
    assert going(mine)["Al"] == "waiting"


def test_saying_the_same_again_changes_nothing(mine, act):
    place = ask(act)
    now = yes(act, yes(act, place))
    assert now.going == Going.COMING
    no = yes(act, place, comes=False)
    assert yes(act, place, comes=False).answered_at == no.answered_at


def test_more_places_are_given_at_once(mine, act):
    for name in ("Al", "Bo", "Cy"):
        yes(act, ask(act, name))
    trainings.change(**act, version=1, said={"title": "A", "places": 3})

    assert set(going(mine).values()) == {"coming"}


def test_one_answers_for_oneself_alone(cast, mine, act, send, see):
    places.ask(**act, teams=[], people=[cast.dev], link="")
    place = mine.attendances.get()
    with pytest.raises(NotAllowed):
        places.answer(by=cast.ela, at=cast.at, attendance=place, comes=True, link="")
    send("dev", to(mine, "answer"), comes="yes")
    assert going(mine) == {"Dev": "coming"} and "place for you" in see("dev", to_list(cast))
    send("dev", to(mine, "answer"), comes="no")
    send("dev", to(mine, "answer"), comes="perhaps")
    assert going(mine) == {"Dev": "changed_plan"}
    assert see("dev", to_list(cast)).count("failed") == 0
    see("ela", to(mine, "answer"), status=404)


def test_what_others_said_is_written_down(mine, act, send, see):
    place = ask(act)
    send("ben", to(mine, "note_answer", attendance_id=place.pk), comes="yes")
    assert going(mine) == {"Sam": "coming"} and "Sam has a place" in see("ben", to(mine, "people"))


def test_nobody_is_asked_to_what_is_over_or_called_off(cast, mine, act, send, see):
    place = ask(act)
    trainings.call_off(**act, why="Snow")
    for do in (lambda: ask(act, "Al"), lambda: yes(act, place)):
        with pytest.raises(places.PlaceError, match="called off"):
            do()
    with pytest.raises(places.PlaceError):
        places.note_who_came(**act, came=[place.pk])
    assert places.move_up(**act, link="") == []
    trainings.put_back(**act)
    trainings.finish(**act)
    with pytest.raises(places.PlaceError, match="is over"):
        yes(act, place)
    send("ben", to(mine, "note_answer", attendance_id=place.pk), comes="yes")
    assert "is over" in see("ben", to(mine, "people"))
    assert "Tick whoever came" in see("ben", to(mine, "who_came"))


def test_a_training_has_room_for_so_many(mine, act):
    given = {"agency_id": mine.agency_id, "training": mine, "asked_at": mine.made_at, "who": Who.CARER}
    Attendance.objects.bulk_create(Attendance(**given, name=f"N{n}") for n in range(TRAINEES_AT_MOST))
    with pytest.raises(places.PlaceError):
        ask(act)


def test_two_tick_at_the_same_time_and_neither_loses_what_they_ticked(mine, act, send, see):
    al, bo, cy = (ask(act, name) for name in ("Al", "Bo", "Cy"))
    assert "Tick whoever is in the room" in see("ben", to(mine, "who_came"))
    send("ben", to(mine, "who_came"), came=str(al.pk), ticked="")
    send("gwen", to(mine, "who_came"), came=str(bo.pk), ticked="")
    assert going(mine) == {"Al": "came", "Bo": "came", "Cy": "invited"}
    send("ben", to(mine, "who_came"), came=[str(bo.pk), str(cy.pk)], ticked=f"{al.pk},{bo.pk}")
    assert going(mine) == {"Al": "coming", "Bo": "came", "Cy": "came"}


def test_whoever_has_a_certificate_was_there(mine, act):
    place = ask(act)
    assert places.note_who_came(**act, came=[place.pk]) == places.note_who_came(**act, came=[place.pk]) == 1
    Certificate.objects.create(agency_id=mine.agency_id, attendance=place, number="1", made_at=mine.made_at)
    with pytest.raises(places.PlaceError):
        places.note_who_came(**act, came=[], not_after_all=[place.pk])


def test_somebody_walks_in(mine, send, see):
    assert "Write down who is there" in see("ben", to(mine, "who_came"))
    send("ben", to(mine, "walk_in"), name="Aled", email="", who="outside")
    assert going(mine) == {"Aled": "came"} and "Was there" in see("ben", to(mine, "people"))


def test_anybody_gives_a_training_as_an_equal(cast, mine, act, send, see):
    address = to(mine, "add_trainer")
    assert "Dev (North team)" in see("ben", address)
    send("ben", address, person=str(cast.dev.pk), who="practitioner")
    send("ben", address, name="Winnie", who="service_user", experience="Eleven years of services")
    send("ben", address, name="Asha", email="asha@example.org", who="service_user")
    assert {one.name: one.user for one in mine.trainers.all()} == {
        "Ben": cast.ben, "Dev": cast.dev, "Winnie": None, "Asha": cast.asha,
    }  # fmt: skip
    page = see("asha", to(mine, "people"))
    assert "Eleven years of services" in page and "As equals" in page
    for wrong in ({"name": "D", "email": "dev@example.org"}, {"name": ""}):
        assert send("ben", address, who="carer", **wrong).status_code == 422


def test_nobody_from_another_agency_is_taken_from_the_list(cast, act):
    for wrong in ({"user": cast.ivan}, {"name": " "}):
        with pytest.raises(trainers.TrainerError):
            trainers.add_trainer(**act, who=Who.OUTSIDE, **wrong)


def test_whoever_was_trained_can_give_the_next(cast, mine, act, see):
    place = ask(act, "Hana", "hana@example.org", Who.SERVICE_USER)
    assert "Hana" not in see("ben", to(mine, "add_trainer"))
    places.note_who_came(**act, came=[place.pk])
    assert "Hana" in see("ben", to(mine, "add_trainer"))
    next_one = planned(cast, "dev")
    gave = {"by": cast.dev, "at": cast.at, "training": next_one}
    place.refresh_from_db()
    assert [one.user for one in trainers.add_trained(**gave, were_there=[place])] == [cast.hana]
    assert trainers.add_trained(**gave, were_there=[place, ask(act, "Never came")]) == []


def test_somebody_gives_it_no_longer_and_one_stays(cast, mine, act, see, send):
    winnie = trainers.add_trainer(**act, who=Who.CARER, name="Winnie")
    block = agenda.add(**act, kind=BlockKind.BREAK)
    agenda.change(by=cast.ben, at=cast.at, block=block, version=1, said={"led_by": winnie})
    assert "Winnie" in see("ben", to(mine, "end_trainer", trainer_id=winnie.pk))
    send("ben", to(mine, "end_trainer", trainer_id=winnie.pk))
    block.refresh_from_db()
    assert block.led_by is None and [one.name for one in Trainer.objects.filter(ended_at=None)] == ["Ben"]
    send("ben", to(mine, "end_trainer", trainer_id=mine.trainers.get(name="Ben").pk))
    assert "Somebody has to give the training" in see("ben", to_list(cast))


def test_a_guest_is_asked_from_the_agencys_list(cast, mine, act, see, send):
    assert "Nobody is on it yet" in see("ben", to(mine, "ask_guest"))
    said = {"name": "Aled", "who": "outside", "contact": "The yard", "topics": "Boats"}
    send("femi", to_list(cast, "add_speaker"), **said)
    aled = Speaker.objects.get()
    assert "The yard" in see("dev", to_list(cast, "speakers"))
    send("ben", to(mine, "ask_guest"), speaker=str(aled.pk), topic="Boats", block="")
    again = send("ben", to(mine, "ask_guest"), speaker=str(aled.pk), topic="", block="")
    assert again.status_code == 422 and "asked already" in again.content.decode()
    guest, slot = mine.guests.get(), agenda.add(**act, kind=BlockKind.GUEST)
    send("ben", to(mine, "guest", guest_id=guest.pk), version=1, state="comes", topic="Boats", block=str(slot.pk))
    page = see("ben", to(mine, "people"))
    assert "Comes" in page and "A guest speaks" in page
    send("ben", to(mine, "guest", guest_id=guest.pk), remove="yes")
    assert not mine.guests.exists() and Speaker.objects.exists()


def test_who_gives_it_and_may_not_keep_the_list_reads_who_can(cast, mine, act, see):
    trainers.add_trainer(**act, user=cast.asha, who=Who.SERVICE_USER)
    empty = see("asha", to(mine, "ask_guest"))
    assert "Ben" in empty and "/speakers/" not in empty
    guests.keep_speaker(by=cast.ben, at=cast.at, agency=cast.agency, name="Aled", who=Who.OUTSIDE)
    listed = see("asha", to(mine, "ask_guest"))
    assert "Aled" in listed and "can add them" in listed and "/speakers/" not in listed
    assert "/speakers/add/" in see("ben", to(mine, "ask_guest"))


def test_the_list_of_speakers_is_kept(cast, see, send):
    given = {"by": cast.ben, "at": cast.at}
    aled = guests.keep_speaker(**given, agency=cast.agency, name="Aled", who=Who.OUTSIDE)
    address = to_list(cast, "speaker", speaker_id=aled.pk)
    send("dev", address, version=1, name="Aled Pugh", who="outside", contact="", topics="")
    assert "Aled Pugh" in see("dev", address)
    send("dev", address, remove="yes")
    assert "Aled" not in see("dev", to_list(cast, "speakers"))
    with pytest.raises(guests.GuestError):
        guests.keep_speaker(**given, agency=cast.agency, name=" ", who=Who.CARER)
    theirs = guests.keep_speaker(by=cast.ivan, at=cast.at, agency=cast.other_agency, name="Far", who=Who.OUTSIDE)
    with pytest.raises(guests.GuestError):
        guests.keep_speaker(**given, agency=cast.agency, name="Ours now", who=Who.OUTSIDE, speaker=theirs)


def test_a_guest_fits_the_training(cast, mine, act):
    given = {"by": cast.ivan, "at": cast.at}
    theirs = guests.keep_speaker(**given, agency=cast.other_agency, name="Far", who=Who.OUTSIDE)
    ours = guests.keep_speaker(by=cast.ben, at=cast.at, agency=cast.agency, name="Near", who=Who.OUTSIDE)
    elsewhere = agenda.add(by=cast.dev, at=cast.at, training=planned(cast, "dev"), kind=BlockKind.GUEST)
    for wrong in ({"speaker": theirs}, {"speaker": ours, "block": elsewhere}):
        with pytest.raises(guests.GuestError):
            guests.ask_guest(**act, **wrong)


def test_who_has_had_which_training_is_told_by_team_and_name(cast, mine, act, see):
    places.ask(**act, teams=[cast.team], people=[cast.femi], link="")
    places.note_who_came(**act, came=list(mine.attendances.values_list("pk", flat=True)))
    page = see("kit", to_list(cast, "who_was_trained"))

    assert page.index("North team") < page.index("Dev") < page.index("Across the agency") < page.index("Femi")
    assert page.count("A first day together, ") == 3 and "None here so far" in page and "Asha" not in page


def test_many_who_were_trained_cost_no_more_queries(cast, mine, act, see, django_assert_num_queries):
    from django.test.utils import CaptureQueriesContext

    page = to_list(cast, "who_was_trained")
    see("ben", page)
    with CaptureQueriesContext(connection) as few:
        see("ben", page)
    places.ask(**act, teams=[cast.team], people=[cast.femi], link="")
    places.note_who_came(**act, came=list(mine.attendances.values_list("pk", flat=True)))
    with django_assert_num_queries(len(few)):
        see("ben", page)


def test_two_hundred_places_cost_no_more_queries_than_one(mine, act, see, django_assert_num_queries):
    from django.test.utils import CaptureQueriesContext

    ask(act)
    see("ben", to(mine, "people"))
    with CaptureQueriesContext(connection) as few:
        see("ben", to(mine, "people"))
    given = {"agency_id": mine.agency_id, "training": mine, "asked_at": mine.made_at, "who": Who.CARER}
    Attendance.objects.bulk_create(Attendance(**given, name=f"N{n}") for n in range(200))
    with django_assert_num_queries(len(few)):
        see("ben", to(mine, "people"))


def test_how_it_was_passed_on_is_drawn_and_told_in_words(cast, see):
    page = to_list(cast, "cascade")
    assert "a line is drawn here" in see("ben", page)
    first = planned(cast, "femi", days=-9)
    given = {"by": cast.femi, "at": cast.at, "training": first}
    winnie = places.walk_in(**given, name="Winnie", email="", who=Who.SERVICE_USER)
    assert "Nothing was passed on here yet" in see("ben", page)
    trainings.plan(by=cast.ben, at=cast.at, agency=cast.agency, title="The next")
    second = Training.objects.get(title="The next")
    trainers.add_trained(by=cast.ben, at=cast.at, training=second, were_there=[winnie])
    text = see("kit", page)

    assert "<svg" in text and "Winnie gave “The next” after" in text


@pytest.mark.django_db(transaction=True)
def test_two_who_take_the_last_place_at_once_do_not_both_have_it():
    cast = make_cast(timezone.now())
    mine = planned(cast, places=1)
    places.ask(by=cast.ben, at=cast.at, training=mine, teams=[cast.team], people=[], link="")
    ready, trouble = threading.Barrier(2), []

    def say_yes(user):
        try:
            place = Attendance.objects.select_related("training").get(user=user)
            ready.wait(30)
            places.answer(by=user, at=timezone.now(), attendance=place, comes=True, link="")
        except Exception as problem:
            trouble.append(problem)
        finally:
            connection.close()

    both = [threading.Thread(target=say_yes, args=(user,)) for user in (cast.dev, cast.ela)]
    for one in both:
        one.start()
    for one in both:
        one.join()

    assert not trouble
    assert sorted(Attendance.objects.values_list("going", flat=True)) == [Going.COMING, Going.WAITING]


def test_somebody_who_works_here_no_longer_is_not_asked(cast, mine, act):
    people.end_role(by=cast.gwen, at=cast.at, membership=cast.ela.memberships.get(role=Role.TEAM_LEAD))
    places.ask(**act, teams=[cast.team], people=[], link="")

    assert set(going(mine)) == {"Dev"}
    with pytest.raises(NotAllowed):
        places.ask(**act, teams=[], people=[User.objects.get(pk=cast.ela.pk)], link="")
