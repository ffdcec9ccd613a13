"""What was typed outlives the session, for the same person only."""

import json
from urllib.parse import quote

from django.db import connection
from django.test import Client
from django.urls import reverse

from connecting_people.core.once import owner_mark
from connecting_people.people.models import Draft


def mark_of(room, name):
    from django.test import RequestFactory

    request = RequestFactory().get("/")
    request.user = room.cast.user(name)
    return owner_mark(request)


FORM = {
    "words": "Half a thought", "steps": ["2", "5"], "processes": ["3"],
    "happened_day": "7", "happened_month": "2", "happened_year": "2025", "kept": "on",
}  # fmt: skip


def test_a_lost_session_loses_no_words(room):
    path = room.url("write")

    response = Client().post(path, FORM | {"keep": mark_of(room, "asha")})

    assert response.status_code == 302
    assert response["Location"].startswith(reverse("account_login"))
    page = room.get("asha", "write").content.decode()
    assert "Half a thought" in page
    assert page.count("checked") == 4
    assert 'value="7"' in page and 'value="2025"' in page


def test_signing_in_again_leads_to_what_the_form_was_about(room):
    response = Client().post(f"{room.url('write')}?step=4", FORM | {"keep": mark_of(room, "asha")})

    assert response["Location"].endswith(quote(f"{room.url('write')}?step=4", safe=""))


def test_nobody_else_gets_them(room):
    Client().post(room.url("write"), FORM | {"keep": mark_of(room, "asha")})

    assert "Half a thought" not in room.get("ben", "write").content.decode()


def test_a_mark_that_is_not_ours_keeps_nothing(room):
    for mark in ("", "x", f"{room.cast.asha.pk}:1:forged"):
        Client().post(room.url("write"), FORM | {"keep": mark})

    assert not Draft.objects.exists()


def test_they_cannot_be_read_in_the_database(room):
    Client().post(room.url("write"), FORM | {"keep": mark_of(room, "asha")})

    with connection.cursor() as cursor:
        cursor.execute("SELECT fields FROM people_draft")
        stored = cursor.fetchone()[0]
    assert "Half" not in stored
    assert "keep" not in json.loads(Draft.objects.get().fields)


def test_typing_is_kept_and_forgotten_when_sent(room):
    client, path = room.signed_in("asha"), room.url("write")

    kept = client.post(room.url("draft"), {"words": "Typing", "draft_path": path})

    assert kept.status_code == 204
    assert "Typing" in client.get(path).content.decode()
    client.post(room.url("draft"), {"words": "Typing on", "draft_path": path})
    assert "Typing on" in client.get(path).content.decode()
    assert client.post(path, {"words": "Typed"}).status_code == 302
    assert not Draft.objects.exists()


def test_typing_without_a_session_is_kept_for_its_own_form(room):
    said = {"words": "Typing", "draft_path": room.url("feedback"), "keep": mark_of(room, "asha")}

    assert Client().post(room.url("draft"), said).status_code == 302

    assert "Typing" in room.get("asha", "feedback").content.decode()


def test_only_forms_of_this_partnership(room):
    client = room.signed_in("asha")
    wrong = ["", "/elsewhere/", f"/partnerships/{room.cast.hanas.pk}/journey/write/", room.url("write") + "x" * 300]

    assert {client.post(room.url("draft"), {"draft_path": path}).status_code for path in wrong} == {404}
    assert room.post("dev", "draft", {"draft_path": room.url("write")}).status_code == 404
    assert client.get(room.url("draft")).status_code == 405


def test_an_error_keeps_the_draft(room):
    client, path = room.signed_in("asha"), room.url("write")
    client.post(room.url("draft"), {"words": "Typing", "draft_path": path})

    assert client.post(path, {"words": ""}).status_code == 422
    assert Draft.objects.exists()
