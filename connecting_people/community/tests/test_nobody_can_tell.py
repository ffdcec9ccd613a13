"""Two histories that differ in one nameless light give everybody but its author the same pages, byte by byte."""

import re
from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from connecting_people.community.models import Rating
from connecting_people.community.release import Given, quarters, released
from connecting_people.community.rules import Light, Rater, RatingState
from connecting_people.community.tests.voices import crowd, keeper, row
from connecting_people.core.london import day_of

pytestmark = pytest.mark.django_db
WHO = st.tuples(
    st.sampled_from([Rater.SERVICE_USER, Rater.SUPPORTER]),
    st.booleans(),
    st.sampled_from(list(Light)),
    st.integers(1, 500),
    st.booleans(),
)


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


@pytest.fixture
def people(cast):
    return {kind: crowd(cast, 20, kind) for kind in (Rater.SERVICE_USER, Rater.SUPPORTER)}


@pytest.fixture
def readers(cast, walkers):
    keeper(cast, walkers, "jo")
    here = {"agency_id": cast.agency.pk, "asset_id": walkers.pk}
    found = []
    for who in ("hana", "cora", "ben", "femi"):
        client = Client()
        client.force_login(cast.user(who))
        found += [(client, reverse("community:asset", kwargs=here)), (client, reverse("home:first"))]
        found += [(client, reverse("community:my_ratings", args=[cast.agency.pk]))]
    jo = Client()
    jo.force_login(cast.jo)
    own = {"agency_id": cast.agency.pk, "organisation_id": walkers.organisation_id}
    found += [(jo, reverse("community:answer", kwargs={**own, "asset_id": walkers.pk}))]
    return [*found, (jo, reverse("community:own_organisation", kwargs=own))]


def pages(readers):
    drawn = [client.get(address) for client, address in readers]
    assert {one.status_code for one in drawn} == {200}
    # What is new in each answer by intent: tokens against forged and doubled forms.
    return [re.sub(r'(name="(csrfmiddlewaretoken|once|keep)" value=")[^"]*|nonce="[^"]*', r"\1", d.text) for d in drawn]


def kept(asset, people, history):
    turn = dict.fromkeys(people, 0)
    rows = []
    for rater, signed, light, days, over in history:
        by = people[rater][turn[rater]]
        turn[rater] += 1
        one = row(asset, by, rater, timezone.now() - timedelta(days=days), light=light, signed=signed)
        if over:
            one.state, one.ended_at = RatingState.TAKEN_BACK, timezone.now() - timedelta(days=days // 2)
        rows.append(one)
    return Rating.objects.bulk_create(rows)


def was_ever_read(rows, one, today):
    same = [each for each in rows if each.rater == one.rater and not each.signed]
    given = [
        Given(each.pk, day_of(each.shown_at), day_of(each.ended_at) if each.ended_at else None) for each in [*same, one]
    ]
    return any(one.pk in released(given, day) for day in quarters(day_of(one.shown_at), today))


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(WHO, max_size=20), WHO)
def test_a_nameless_light_changes_no_page_of_others_until_it_shows_with_seven_more(
    cast, walkers, people, readers, history, extra
):
    rater, _signed, light, days, over = extra
    undo = transaction.savepoint()
    rows = kept(walkers, people, history)
    before = pages(readers)
    at = timezone.now() - timedelta(days=days)
    one = row(walkers, cast.asha, rater, at, light=light, reason="Only Asha would say this")
    if over:
        one.state, one.ended_at = RatingState.TAKEN_BACK, timezone.now() - timedelta(days=days // 2)
    one.save()
    if not was_ever_read(rows, one, day_of(timezone.now())):
        assert pages(readers) == before
    transaction.savepoint_rollback(undo)


def test_and_then_it_shows(cast, walkers, people, readers):
    kept(walkers, people, [(Rater.SERVICE_USER, False, Light.GREEN, 200, False)] * 7)
    before = pages(readers)
    row(walkers, cast.asha, Rater.SERVICE_USER, timezone.now() - timedelta(days=200), reason="At last").save()

    assert "At last" not in "".join(before)
    assert sum("At last" in page for page in pages(readers)) == 5
