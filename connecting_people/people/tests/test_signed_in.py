"""Sessions and their users are found as Django finds them, and are lost as soon."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.test import RequestFactory
from django.utils import timezone

from connecting_people.people.signed_in import Backend, SessionStore

pytestmark = pytest.mark.django_db


def _kept() -> str:
    store = SessionStore()
    store["what"] = "this"
    store.save()
    return store.session_key


def test_a_session_is_read_by_django_too():
    assert db.SessionStore(_kept())["what"] == SessionStore(_kept())["what"] == "this"


@pytest.mark.parametrize("key", ["", None, "x" * 32])
def test_a_session_that_is_not_there_holds_nothing_and_gets_no_name(key):
    store = SessionStore(key)

    assert store.load() == {}
    assert store.session_key is None


def test_a_session_that_is_too_old_holds_nothing():
    key = _kept()
    Session.objects.filter(pk=key).update(expire_date=timezone.now() - timedelta(seconds=1))

    store = SessionStore(key)

    assert store.get("what") is None
    assert store.session_key is None


def test_a_session_that_somebody_changed_holds_nothing():
    key = _kept()
    Session.objects.filter(pk=key).update(session_data="forged")

    assert SessionStore(key).get("what") is None


def test_who_signed_in_is_found_until_the_login_is_switched_off(cast, client):
    client.force_login(cast.asha)
    request = RequestFactory().get("/")
    request.session = client.session
    assert get_user(request) == cast.asha

    cast.asha.is_active = False
    cast.asha.save()

    assert get_user(request).is_anonymous


def test_nobody_is_found_by_an_id_that_is_nobodys(cast):
    assert Backend().get_user(cast.partnership.pk) is None
