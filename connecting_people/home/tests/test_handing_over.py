"""Before somebody leaves: what they know goes to colleagues in one act."""

import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from connecting_people.community.models import LocalContact
from connecting_people.community.tests.known import known, places
from connecting_people.people import actions as people
from connecting_people.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_second_factor(settings):
    settings.DEMO = True


@pytest.fixture
def knows(cast):
    hall, pool = places(cast, "Weir Hall", "Pool")
    return known(cast, hall), known(cast, pool, name="Kim")


def waits(cast, who="ben"):
    return reverse("home:handing_over", args=[cast.agency.pk, cast.user(who).pk])


def see(client, cast, who, of="ben"):
    client.force_login(cast.user(who))
    return client.get(waits(cast, of)).content.decode().split("<main", 1)[1]


def test_the_leaver_sees_their_partnerships_and_contacts(client, cast, knows):
    page = see(client, cast, "ben")

    assert reverse("partnership:hand_over", args=[cast.partnership.pk]) in page
    assert all(words in page for words in ("Asha", "Weir Hall: Sam at the desk", "Pool: Kim"))


def test_whoever_may_switch_off_sees_that_partnerships_wait_and_not_whose(client, cast, knows):
    page = see(client, cast, "gwen")

    assert "Ben leads partnerships" in page and "Pool: Kim" in page
    assert "Asha" not in page and str(cast.partnership.pk) not in page


def test_all_go_to_one_colleague_but_for_some_and_a_double_click_does_it_once(client, cast, knows):
    sam, kim = knows
    client.force_login(cast.ben)
    said = {"everyone": str(cast.dev.pk), f"to-{kim.pk}": str(cast.ela.pk), "once": str(uuid.uuid4())}
    answers = [client.post(waits(cast), said) for _ in range(2)]

    assert [one.status_code for one in answers] == [302, 302]
    assert dict(LocalContact.objects.values_list("pk", "kept_by")) == {sam.pk: cast.dev.pk, kim.pk: cast.ela.pk}
    assert set(LocalContact.objects.values_list("version", flat=True)) == {2}
    assert "None waits." in see(client, cast, "ben")


def test_each_needs_somebody(client, cast, knows):
    _sam, kim = knows
    client.force_login(cast.gwen)
    answer = client.post(waits(cast), {f"to-{kim.pk}": str(cast.ela.pk)})

    assert answer.status_code == 422
    assert "Choose who keeps them" in answer.content.decode()
    assert set(LocalContact.objects.values_list("kept_by", flat=True)) == {cast.ben.pk}


def test_the_leaver_and_who_does_not_keep_the_directory_cannot_be_chosen(client, cast, knows):
    client.force_login(cast.ben)
    for who in (cast.ben, cast.femi, cast.ivan):
        assert client.post(waits(cast), {"everyone": str(who.pk)}).status_code == 422


@pytest.mark.parametrize("who", ["asha", "cora", "dev", "ela", "femi", "kit", "ivan", "jo"])
def test_it_is_nobody_elses(client, cast, knows, who):
    client.force_login(cast.user(who))
    assert client.get(waits(cast)).status_code == 404


def test_whoever_no_longer_keeps_the_directory_sees_no_contacts(client, cast, knows):
    people.give_role(by=cast.gwen, at=cast.at, agency=cast.agency, user=cast.ben, role=Role.TRAINER)
    practises = cast.ben.memberships.get(role=Role.PRACTITIONER)
    people.end_role(by=cast.gwen, at=timezone.now(), membership=practises)

    assert "Sam at the desk" not in see(client, cast, "ben")
    assert "Sam at the desk" in see(client, cast, "gwen")
