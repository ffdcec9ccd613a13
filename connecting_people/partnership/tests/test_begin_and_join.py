import re
import smtplib
from uuid import uuid4

import pytest
from allauth.usersessions.models import UserSession
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.partnership import actions, queries
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.rules import Part
from connecting_people.people import actions as people
from connecting_people.people.models import User
from connecting_people.people.rules import Role

pytestmark = pytest.mark.django_db
NEW = {"name": "Lew", "email": "lew@example.org", "password": "a quiet walk by the sea", "private_device": "on"}


def _text(response):
    return response.content.decode()


def _link(text):
    return re.search(r"/partnerships/join/[\w-]+/", text)[0]


def _invited(cast):
    return actions.invite(by=cast.ivan, at=timezone.now(), partnership=cast.ivans, part=Part.SERVICE_USER)[1]


# Beginning


@pytest.mark.parametrize("name", ["asha", "cora", "ela", "femi", "gwen", "kit", "hana", "jo"])
def test_only_practitioners_find_the_page_to_begin(visit, name):
    assert visit(name).get("begin").status_code == 404
    assert visit(name).post("begin", {"name": "Sam"}).status_code == 404


def test_a_practitioner_begins_with_a_nickname_and_is_shown_the_people(cast, visit):
    response = visit("ben").post("begin", {"name": " Sam "})

    begun = Partnership.objects.latest("made_at")
    assert response.url == reverse("partnership:people", args=[begun.pk])
    assert begun.team == cast.team
    assert begun.participants.get(part=Part.SERVICE_USER).name == "Sam"


def test_beginning_without_a_name_asks_for_one(visit):
    response = visit("ben").post("begin", {"name": ""})

    assert response.status_code == 422
    assert "a nickname if they like that better" in _text(response)


def test_the_same_form_sent_twice_begins_once(cast, visit):
    before, ben = Partnership.objects.count(), visit("ben")
    data = {"name": "Sam", "once": str(uuid4())}

    first, second = ben.post("begin", data), ben.post("begin", data)

    assert first.url == second.url
    assert Partnership.objects.count() == before + 1


def test_whoever_works_in_two_teams_says_which_and_what_was_typed_stays(cast, visit):
    south = people.make_team(by=cast.gwen, at=cast.at, agency=cast.agency, name="South team")
    people.give_role(by=cast.gwen, at=cast.at, agency=cast.agency, user=cast.ben, role=Role.PRACTITIONER, team=south)
    ben = visit("ben")

    asked = ben.post("begin", {"name": "Sam"})
    assert asked.status_code == 422
    assert 'value="Sam"' in _text(asked)

    ben.post("begin", {"name": "Sam", "where": "1"})
    assert Partnership.objects.latest("made_at").team == south


def test_an_agency_without_teams_needs_none(cast, visit):
    agency = people.make_agency(by=cast.jo, at=cast.at, name="By the sea", setting="housing")
    people.give_role(by=cast.jo, at=cast.at, agency=agency, user=cast.jo, role=Role.PRACTITIONER)

    visit("jo").post("begin", {"name": "Sam"})

    assert Partnership.objects.latest("made_at").agency == agency


# Asking in


def test_a_link_is_shown_once_to_whoever_made_it(cast, visit):
    ivan, ids = visit("ivan"), {"partnership_id": cast.ivans.pk, "part": "service_user"}
    assert ivan.post("invite", {"email": ""}, **ids).status_code == 302

    link = _link(_text(ivan.get("invite", **ids)))

    assert link not in _text(ivan.get("invite", **ids))
    assert Client().get(link).status_code == 200
    assert "A link was made and is not used yet" in _text(ivan.get("people", partnership_id=cast.ivans.pk))


def test_a_link_waits_on_its_own_page_only(cast, visit):
    asha = visit("asha")
    asha.post("invite", {"name": "Noor", "email": ""}, partnership_id=cast.partnership.pk, part="supporter")

    assert "/partnerships/join/" not in _text(asha.get("people", partnership_id=cast.partnership.pk))
    assert _link(_text(asha.get("invite", partnership_id=cast.partnership.pk, part="supporter")))


def test_a_link_goes_by_e_mail_in_a_letter_that_says_nothing_about_anybody(cast, visit):
    ids = {"partnership_id": cast.ivans.pk, "part": "service_user"}
    visit("ivan").post("invite", {"email": "lewis@example.org"}, **ids)

    (letter,) = mail.outbox
    assert letter.to == ["lewis@example.org"]
    assert Client().get(_link(letter.body)).status_code == 200
    assert "Lewis" not in letter.subject + letter.body


def test_when_the_letter_does_not_go_out_the_link_is_still_there(cast, visit, monkeypatch):
    def broken(*_args, **_kwargs):
        raise smtplib.SMTPServerDisconnected

    monkeypatch.setattr("connecting_people.partnership.views.invite.send_mail", broken)
    ivan, ids = visit("ivan"), {"partnership_id": cast.ivans.pk, "part": "service_user"}
    ivan.post("invite", {"email": "lewis@example.org"}, **ids)

    text = _text(ivan.get("invite", **ids))
    assert "did not go out" in text
    assert _link(text)


def test_bad_input_is_asked_for_again_and_stays(cast, visit):
    data = {"name": "Noor", "email": "noor at home"}
    response = visit("asha").post("invite", data, partnership_id=cast.partnership.pk, part="supporter")

    assert response.status_code == 422
    assert 'value="Noor"' in _text(response)
    assert "noor at home" in _text(response)


@pytest.mark.parametrize("part", ["lead", "cover", "practitioner", "nonsense"])
def test_there_is_no_link_for_other_parts(cast, visit, part):
    assert visit("ben").get("invite", partnership_id=cast.partnership.pk, part=part).status_code == 404


def test_somebody_who_can_sign_in_is_not_asked_in_again(cast, visit):
    ids = {"partnership_id": cast.partnership.pk, "part": "service_user"}
    response = visit("ben").post("invite", {"email": ""}, **ids)

    assert response.status_code == 422
    assert "can sign in already" in _text(response)


# Joining


def test_somebody_new_makes_a_login_and_is_signed_in(cast, visit):
    nobody, token = visit("nobody"), _invited(cast)
    assert "Ivan would like to go on with you here" in _text(nobody.get("join", token=token))

    response = nobody.post("join", NEW, token=token)

    assert response.url == reverse("home:first")
    assert nobody.get("people", partnership_id=cast.ivans.pk).status_code == 200
    assert nobody.client.session["shared_device"] is False
    assert queries.partnership_to_write(cast.ivan, cast.ivans.pk, at=timezone.now()).person.name == "Lew"


def test_who_joined_and_is_then_switched_off_is_signed_out(cast, visit):
    nobody, token = visit("nobody"), _invited(cast)
    nobody.post("join", NEW, token=token)
    user = User.objects.get(email=NEW["email"])
    assert UserSession.objects.filter(user=user).count() == 1

    people.switch_off(by=cast.ivan, at=timezone.now(), agency=cast.other_agency, user_id=user.pk)

    assert nobody.get("people", partnership_id=cast.ivans.pk).url.startswith("/accounts/login/")


def test_a_used_link_says_so_kindly(cast, visit):
    token = _invited(cast)
    visit("nobody").post("join", NEW, token=token)

    for response in (visit("nobody").get("join", token=token), visit("jo").post("join", token=token)):
        assert response.status_code == 404
        assert "Ask the person who gave it to you" in _text(response)


def test_joining_with_an_address_that_is_taken_or_a_weak_password_makes_nobody(cast, visit):
    token, before = _invited(cast), User.objects.count()

    taken = visit("nobody").post("join", {**NEW, "email": "asha@example.org"}, token=token)
    weak = visit("nobody").post("join", {**NEW, "password": "short"}, token=token)

    assert (taken.status_code, weak.status_code) == (422, 422)
    assert 'value="Lew"' in _text(weak)
    assert User.objects.count() == before


def test_who_is_signed_in_joins_with_the_login_they_have(cast, visit):
    jo, token = visit("jo"), _invited(cast)
    assert "You are signed in as Jo" in _text(jo.get("join", token=token))

    assert jo.post("join", token=token).url == reverse("home:first")
    assert jo.get("people", partnership_id=cast.ivans.pk).status_code == 200


def test_who_has_a_record_here_already_is_shown_the_way_back_to_it(cast, visit):
    again = actions.begin(by=cast.dev, at=cast.at, agency=cast.agency, name="Asha", team=cast.team)
    token = actions.invite(by=cast.dev, at=timezone.now(), partnership=again, part=Part.SERVICE_USER)[1]

    response = visit("asha").post("join", token=token)

    assert response.status_code == 422
    assert "You have a place here already" in _text(response)
    assert reverse("home:first") in _text(response)


def test_a_supporter_is_told_what_they_will_see(cast, visit):
    token = actions.invite(
        by=cast.asha, at=timezone.now(), partnership=cast.partnership, part=Part.SUPPORTER, name="Noor"
    )[1]

    assert "only what is ticked for you" in _text(visit("nobody").get("join", token=token))
