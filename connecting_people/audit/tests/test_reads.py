"""A read and its entry in the audit stand or fall together."""

import pytest
from django.db import DatabaseError
from django.urls import reverse

from connecting_people.audit import queries


def test_a_page_is_not_shown_when_its_read_cannot_be_written(client, cast, settings, monkeypatch):
    settings.DEMO = True
    client.force_login(cast.asha)
    address = reverse("journey:timeline", kwargs={"partnership_id": cast.partnership.pk})

    def no_more_room(*_args, **_more):
        raise DatabaseError("disk full")

    monkeypatch.setattr("connecting_people.audit.actions.add", no_more_room)
    before = queries.length(cast.agency.pk)

    with pytest.raises(DatabaseError):
        client.get(address)
    assert queries.length(cast.agency.pk) == before
    assert list(queries.faults(cast.agency.pk)) == []


def test_a_page_that_is_shown_is_in_the_audit(client, cast, settings):
    settings.DEMO = True
    client.force_login(cast.asha)

    assert client.get(reverse("journey:timeline", kwargs={"partnership_id": cast.partnership.pk})).status_code == 200

    newest = queries.about(cast.partnership.pk).first()
    assert (newest.act, newest.actor_id) == ("read: timeline", cast.asha.pk)
