"""Rows written by SQL that is made once are the rows that `save` would write."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest

from connecting_people.core.models import Submission
from connecting_people.core.prepared import Prepared, add, change

AT = datetime(2026, 7, 3, 13, 5, 7, 123456, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def _form(target: str = "/somewhere/?a=100%25") -> Submission:
    return Submission(token=uuid.uuid4(), sent_by="somebody", target=target, at=AT)


def _columns(form: Submission) -> dict[str, object]:
    return Submission.objects.values().get(pk=form.pk)


def test_a_new_row_holds_every_column_as_saving_does():
    added, saved = _form(), _form()
    add(added)
    saved.save()

    assert {**_columns(added), "id": saved.id, "token": saved.token} == _columns(saved)


def test_a_change_writes_that_row_and_no_other():
    first, second = _form(), _form()
    first.save()
    second.save()
    first.target, first.at = "/elsewhere/", AT + timedelta(days=1)

    change(first)

    assert (_columns(first)["target"], _columns(first)["at"]) == ("/elsewhere/", AT + timedelta(days=1))
    assert _columns(second)["target"] == second.target


def test_a_query_runs_with_the_values_of_each_time():
    first, second = _form("/one/"), _form("/two/")
    add(first)
    add(second)
    target_of = Prepared(lambda token: Submission.objects.filter(token=token).values_list("target"))

    assert [target_of.first(token=form.token) for form in (first, second)] == [("/one/",), ("/two/",)]
    assert target_of.first(token=uuid.uuid4()) is None
