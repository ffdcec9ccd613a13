"""Until all four stand, nothing that any of the four can see depends on what the other two said."""

import re
from random import Random

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from connecting_people.introductions import actions
from connecting_people.introductions.models import Side
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
    known.append(reverse("home:partnership", kwargs=at))
    known.append(reverse("home:step", kwargs={**at, "number": 3}))
    known.append(reverse("journey:timeline", kwargs=at))
    known.append(reverse("stepping_out:outings", kwargs=at))
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


def said_by(cast, lot, pair, wishes, fit, days):
    """Let a pair say something by lot: whether the person would like company, and the practitioner that it fits."""
    person, practitioner = pair
    for interest in lot.sample(["walking", "chess", "films"], lot.randint(1, 3) if wishes else lot.randint(0, 1)):
        ways = {
            "km": lot.choice(REACHES),
            "needs": lot.choice([0, 0, 8, 16]),
            "days": days,
            "says_name": lot.random() < 0.5,
        }
        made = wish(cast, person, interest=interest, until=soon(lot.randint(1, 300)), **ways)
        if not wishes:
            actions.take_back(**by(cast, person), wish=made)
    if fit or lot.random() < 0.5:
        fits(cast, practitioner, says_name=lot.random() < 0.5)
        if not fit:
            actions.no_longer_fits(**by(cast, practitioner))


def world(cast, ours, theirs):
    """Play a world in which two pairs said this, the others before or after us; look at it, and take it back.

    Where all four stand, no day suits both pairs: until they are brought together nothing may tell that either.
    """
    lot = Random(str(theirs))
    with transaction.atomic():
        area(cast)
        begins = [lambda: said_by(cast, Random(str(ours)), ours[0], *ours[1:], days=0b0000111)]
        if theirs:
            begins.insert(lot.randint(0, 1), lambda: said_by(cast, lot, theirs[0], *theirs[1:], days=0b1110000))
        for say in begins:
            say()
        daily(cast)
        assert not Side.objects.exists()
        found = [seen(cast, who) for who in ours[0]]
        transaction.set_rollback(True)
    return found


PAIRS = (("asha", "ben"), ("hana", "dev"))
SAID = [(wishes, fit) for wishes in (True, False) for fit in (True, False)]


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("whose", [0, 1])
def test_whatever_the_four_said_each_sees_the_same_byte_for_byte_and_by_the_same_queries(cast, whose, said):
    ours, others = PAIRS[whose], PAIRS[1 - whose]
    alone = world(cast, (ours, *said), None)

    for theirs in SAID:
        assert world(cast, (ours, *said), (others, *theirs)) == alone


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
