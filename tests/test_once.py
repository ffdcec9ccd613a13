import threading
import uuid

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from connecting_people.core.once import owner_mark, owner_of
from connecting_people.journey.models import Entry
from connecting_people.people.models import User
from tests.cast import make_cast


def note(token: str, words: str = "We met by the river") -> dict[str, str]:
    """Return a quick note as the form sends it."""
    today = timezone.localdate()
    when = {"happened_0": today.day, "happened_1": today.month, "happened_2": today.year}
    return {"once": token, "words": words, **{name: str(value) for name, value in when.items()}}


def test_a_form_sent_twice_is_acted_on_once_and_leads_to_the_same_page(client, cast):
    client.force_login(cast.asha)
    address = f"/partnerships/{cast.partnership.pk}/journey/write/"
    token = str(uuid.uuid4())

    first = client.post(address, note(token))
    second = client.post(address, note(token))

    assert first.status_code == second.status_code == 302
    assert first.url == second.url
    assert Entry.objects.count() == 1


def test_a_form_that_needed_mending_can_be_sent_again(client, cast):
    client.force_login(cast.asha)
    address = f"/partnerships/{cast.partnership.pk}/journey/write/"
    token = str(uuid.uuid4())

    assert client.post(address, note(token, words="")).status_code == 422
    assert client.post(address, note(token)).status_code == 302
    assert Entry.objects.count() == 1


def test_somebody_elses_token_opens_nothing(client, cast):
    token = str(uuid.uuid4())
    address = f"/partnerships/{cast.partnership.pk}/journey/write/"
    client.force_login(cast.asha)
    client.post(address, note(token))

    client.force_login(cast.hana)

    assert client.post(address, note(token)).status_code == 404


def test_a_mark_says_whose_form_it_is_and_cannot_be_made_up(cast, rf):
    request = rf.get("/")
    request.user = cast.asha

    assert owner_of(owner_mark(request)) == str(cast.asha.pk)
    with pytest.raises(Exception, match=r"signature|No"):
        owner_of(str(cast.asha.pk))


@pytest.mark.django_db(transaction=True)
def test_ten_clicks_at_once_make_one_thing():
    cast = make_cast(timezone.now())
    address = f"/partnerships/{cast.partnership.pk}/journey/write/"
    token = str(uuid.uuid4())
    answers: list[int] = []

    def click() -> None:
        try:
            mine = Client()
            mine.force_login(User.objects.get(pk=cast.asha.pk))
            answers.append(mine.post(address, note(token)).status_code)
        finally:
            connection.close()

    clicks = [threading.Thread(target=click) for _ in range(10)]
    for one in clicks:
        one.start()
    for one in clicks:
        one.join()

    assert answers == [302] * 10
    assert Entry.objects.count() == 1
