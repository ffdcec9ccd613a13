"""What served its time goes; what people said stays."""

from datetime import timedelta
from io import StringIO
from typing import Any
from uuid import uuid4

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from connecting_people.connections.actions import bringing
from connecting_people.connections.models import BroughtFile
from connecting_people.core.models import Submission
from connecting_people.people.models import Draft
from tests.cast import PASSWORD, Cast


def tidied() -> str:
    out = StringIO()
    call_command("tidy", stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_old_forms_and_drafts_go_and_fresh_ones_stay(cast: Cast) -> None:
    now = timezone.now()
    for days in (6, 8):
        Submission.objects.create(token=uuid4(), sent_by="x", target="/", at=now - timedelta(days=days))
    for days in (29, 31):
        Draft.objects.create(user=cast.asha, path=f"/{days}/", fields="{}", at=now - timedelta(days=days))

    said = tidied()

    assert "1 forms sent, 1 drafts" in said
    assert Submission.objects.get().at > now - timedelta(days=7)
    assert Draft.objects.get().path == "/29/"
    assert tidied().startswith("Forgot 0 forms sent, 0 drafts, 0 files brought, 0 ended sessions")


@pytest.mark.django_db
def test_files_that_were_brought_and_left_go_after_a_day(cast: Cast) -> None:
    now = timezone.now()
    for who, hours in (("asha", 23), ("ben", 25)):
        here, at = cast.reach(who), now - timedelta(hours=hours)
        bringing.bring(by=getattr(cast, who), at=at, partnership=here, name="map.csv", content=b"name")

    assert "1 files brought" in tidied()
    assert BroughtFile.objects.get().whose.user == cast.asha


@pytest.mark.django_db
def test_sessions_that_are_over_go_with_the_note_of_their_device(cast: Cast) -> None:
    here, gone = Client(), Client()
    for client in (here, gone):
        client.post("/accounts/login/", {"login": cast.asha.email, "password": PASSWORD})
    Session.objects.filter(pk=gone.session.session_key).update(expire_date=timezone.now() - timedelta(hours=1))

    assert "1 ended sessions" in tidied()
    assert UserSession.objects.get().session_key == here.session.session_key
    assert here.get("/account/").status_code == 200


@pytest.mark.django_db
def test_limits_that_are_over_go_and_others_hold(settings: Any) -> None:
    cache.set("over", 1, 60)
    cache.set("holds", 1, 60)
    with connection.cursor() as cursor:
        past = connection.ops.adapt_datetimefield_value(timezone.now() - timedelta(hours=1))
        cursor.execute("UPDATE cache SET expires = %s WHERE cache_key LIKE %s", [past, "%over"])

    assert "1 limits" in tidied()
    assert cache.get("holds") == 1
