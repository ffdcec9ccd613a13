"""Until all four stand, nothing that any of the four can see depends on what the other two said."""

import re
from random import Random

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from connecting_people.introductions import actions
from connecting_people.introductions.models import Side, Wish
from connecting_people.introductions.rules import REACHES
from connecting_people.introductions.tests.company import address, area, by, daily, fits, here, soon, wish
from connecting_people.journey.models import Entry

pytestmark = pytest.mark.django_db
TOKENS = re.compile(
    r'name="(csrfmiddlewaretoken|once|keep)" value="[^"]*"|nonce="[^"]*"|\b\d\d:\d\d\b|'
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
)


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


def pages(cast, who):
    at = {"partnership_id": here(cast, who).pk}
    known = [
        reverse("home:first"),
        address(cast, "introductions", who),
        address(cast, "wish", who),
        address(cast, "say_fits", who),
    ]
    known.append(reverse("home:step", kwargs={**at, "number": 3}))
    known.append(reverse("journey:timeline", kwargs=at))
    return known


def seen(cast, who):
    """Return the bytes of every page, in order, with the statements that each took; no look leaves a trace."""
    with transaction.atomic():
        found = _seen(cast, who)
        transaction.set_rollback(True)
    return found


def _seen(cast, who):
    client = Client()
    client.force_login(cast.user(who))
    found = []
    for page in pages(cast, who):
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(page)
        shapes = [re.sub(r"'[^']*'|\d+(\.\d+)?", "?", one["sql"]) for one in asked.captured_queries]
        found.append((page, answer.status_code, TOKENS.sub("", answer.content.decode()), len(shapes), shapes))
    return found


def said_by_two(cast, lot):
    """Let Asha and Ben say something by lot."""
    for interest in lot.sample(["walking", "chess", "films"], lot.randint(0, 2)):
        wish(cast, "asha", interest=interest, until=soon(40), km=REACHES[1], days=lot.randint(1, 127))
    if lot.random() < 0.6:
        fits(cast, "ben", says_name=True)


def said_by_others(cast, lot):
    """Let Hana and Dev say something by lot, so that with Asha and Ben it is never all four."""
    both = Wish.objects.filter(partnership=cast.partnership).exists() and cast.partnership.fits.exists()
    wishes, fit = lot.choice(
        [(0, True), (2, False), (1, False), (0, False)] if both else [(3, True), (2, True), (1, False)]
    )
    for interest in lot.sample(["walking", "chess", "films"], wishes):
        wish(cast, "hana", interest=interest, km=REACHES[lot.randrange(4)])
    if fit:
        fits(cast, "dev")
    if wishes and lot.random() < 0.3:
        actions.take_back(**by(cast, "hana"), wish=Wish.objects.filter(partnership=cast.hanas).first())


def world(cast, seed, others):
    """Play a world in which the other two said what `others` draws, look at it, and take it back."""
    lot = Random(seed)
    with transaction.atomic():
        area(cast)
        said_by_two(cast, lot)
        if others is not None:
            said_by_others(cast, Random(others))
        daily(cast)
        assert not Side.objects.exists()
        found = [seen(cast, who) for who in ("asha", "ben")]
        transaction.set_rollback(True)
    return found


@pytest.mark.parametrize("seed", range(8))
def test_until_all_four_stand_every_page_is_the_same_byte_for_byte_and_takes_the_same_queries(cast, seed):
    alone = world(cast, seed, None)

    for others in (seed * 10 + 1, seed * 10 + 2):
        assert world(cast, seed, others) == alone


def test_the_moment_all_four_stand_each_of_the_four_is_told(cast):
    for who in ("asha", "hana"):
        wish(cast, who)
    fits(cast, "ben")
    before = {who: seen(cast, who) for who in ("asha", "ben")}
    fits(cast, "dev")
    # Not by the last yes, nor by any page after it: by the daily pass alone.
    assert {who: seen(cast, who) for who in ("asha", "ben")} == before

    daily(cast)

    for who in ("asha", "ben", "hana", "dev"):
        client = Client()
        client.force_login(cast.user(who))
        assert (
            "Somebody near you would like this too" in client.get(address(cast, "introductions", who)).content.decode()
        )


def test_the_others_wish_name_words_and_place_never_show_even_afterwards(cast):
    wish(cast, "hana", until=soon(77))
    wish(cast, "hana", interest="chess")
    wish(cast, "asha")
    fits(cast, "ben")
    fits(cast, "dev")
    daily(cast)

    for who in ("asha", "ben"):
        client = Client()
        client.force_login(cast.user(who))
        own = Side.objects.get(partnership=cast.partnership)
        for page in (*pages(cast, who), address(cast, "introduction", who, side_id=own.pk)):
            said = client.get(page).content.decode().replace("Ben", "")
            assert "Hana" not in said and "Dev<" not in said
            assert str(cast.hanas.pk) not in said


def test_an_entry_of_the_others_never_lands_in_ones_own_record(cast):
    wish(cast, "hana")
    fits(cast, "dev")

    assert not Entry.objects.filter(partnership=cast.partnership).exists()
