"""Whoever has the whole database, but not its keys, pairs ideas with partnerships no better than by chance.

The attacker knows which partnerships offered an idea in the month, orders these by anything that stands in the database
about them, orders the ideas by anything that stands there about these, and lays the two side by side.
"""

from datetime import timedelta
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.barriers.actions import keeping, ways
from connecting_people.barriers.counting import count_again
from connecting_people.barriers.models import Item, Offer
from connecting_people.barriers.rules import Helped
from connecting_people.barriers.tests.ways import begun, last_month, offered
from connecting_people.core.encryption import EncryptedTextField
from connecting_people.guide.barriers import BARRIER_KINDS

TRIALS = 40
# Of six things in two orders that know nothing of each other one is in the same place, give or take one. A guess that
# knows something lies far above 40 + 6 * sqrt(40); one that knows everything at 240.
CHANCE = 78


@pytest.fixture
def six(cast):
    """Six partnerships that offered an idea each last month, all as unlike each other as can be."""
    made = []
    for number, here in enumerate(begun(cast, 6)):
        at = last_month() - timedelta(hours=number)
        text = "Ask for a lift" + " and ask again" * number * 5
        made.append((offered(cast, here, kind=BARRIER_KINDS[number].id, text=text, at=at), text))
    return made


def _stored(model, pk):
    """What stands in the database in a row: every column as it is stored, how long it is, and where the row lies."""
    table, place = model._meta.db_table, "rowid" if connection.vendor == "sqlite" else "ctid::text"
    key = pk.hex if connection.vendor == "sqlite" else pk
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {place}, * FROM {table} WHERE id = %s", [key])
        names = [column[0] for column in cursor.description]
        row = dict(zip(["place", *names[1:]], cursor.fetchone(), strict=True))
    sealed = {field.column for field in model._meta.concrete_fields if isinstance(field, EncryptedTextField)}
    return {
        **{name: value for name, value in row.items() if name not in sealed},
        **{f"length of {name}": len(str(row[name])) for name in sealed},
    }


def _of_offer(offer):
    rows = {"offer": (Offer, offer.pk), "way": (type(offer.workaround), offer.workaround_id)}
    rows |= {"barrier": (type(offer.workaround.barrier), offer.workaround.barrier_id)}
    rows |= {"entry": (type(offer.entry), offer.entry_id)}
    rows |= {"partnership": (type(offer.partnership), offer.partnership_id)}
    return {f"{which} {name}": value for which, row in rows.items() for name, value in _stored(*row).items()}


def _of_item(item):
    events = {f"event {event.act}": event.number for event in Event.objects.filter(target_id=item.pk)}
    return {**_stored(Item, item.pk), **events}


def _hits(facts_of_items, facts_of_offers, truth):
    """Of every way to lay two orders side by side: how many ideas stand beside the partnership whose they are."""
    found = {}
    for one in set.intersection(*(set(facts) for facts in facts_of_items.values())):
        items = _ordered(facts_of_items, one)
        for other in next(iter(facts_of_offers.values())):
            offers = _ordered(facts_of_offers, other)
            for turned, order in (("", offers), (" backwards", offers[::-1])):
                pairs = zip(items, order, strict=True)
                found[f"{one} by {other}{turned}"] = sum(truth[item] == offer for item, offer in pairs)
    return found


def _ordered(facts, by):
    values = {pk: row[by] for pk, row in facts.items()}
    return sorted(facts, key=lambda pk: (str(type(values[pk])), "" if values[pk] is None else values[pk], pk))


def _came_in(cast, six):
    """Let the ideas come in, approve them one after the other, and say whose each is, as only the keys tell."""
    keeping.look_after(by=None, at=timezone.now(), agency=cast.agency)
    for item in Item.objects.order_by("pk"):
        keeping.approve(by=cast.ela, at=timezone.now(), item=item)
    return {UUID(offer.receipt): offer.pk for offer in Offer.objects.all()}


def test_no_order_of_anything_pairs_ideas_with_partnerships(cast, six):
    hits = {}
    for _trial in range(TRIALS):
        undo = transaction.savepoint()
        truth = _came_in(cast, six)
        items = {item.pk: _of_item(item) for item in Item.objects.all()}
        offers = {offer.pk: _of_offer(offer) for offer in Offer.objects.all()}
        for way, number in _hits(items, offers, truth).items():
            hits[way] = hits.get(way, 0) + number
        transaction.savepoint_rollback(undo)

    assert len(hits) > 300
    assert not {way: number for way, number in hits.items() if number > CHANCE}


def test_the_attack_finds_out_when_something_tells():
    truth = dict(enumerate("abcdef"))
    items = {pk: {"place": pk} for pk in range(6)}
    offers = {pk: {"offer place": ord(pk)} for pk in "abcdef"}

    assert _hits(items, offers, truth)["place by offer place"] == 6


def test_no_row_anywhere_names_an_idea_but_the_audit_of_who_looked_at_it(cast, six):
    _came_in(cast, six)
    ids = {form for item in Item.objects.all() for form in (item.pk.hex, str(item.pk))}

    named = set()
    for model in apps.get_models():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {model._meta.db_table}")
            if any(id in str(value) for row in cursor.fetchall() for value in row for id in ids):
                named.add(model._meta.label)
    assert named == {"barriers.Item", "audit.Event"}
    events = Event.objects.filter(target_id__in=Item.objects.values("pk"))
    assert {(event.act, event.subject_id) for event in events} == {("library: approved", cast.agency.pk)}


def test_ideas_are_all_of_one_length_and_of_one_month(cast, six):
    _came_in(cast, six)
    stored = [_stored(Item, item.pk) for item in Item.objects.all()]

    assert len({row["length of sealed"] for row in stored}) == 1
    assert len({str(row["month"]) for row in stored}) == 1


def test_nothing_came_in_before_everything_was_offered(cast, six):
    _came_in(cast, six)
    came = Event.objects.get(act="library: ideas came in").at

    assert all(max(offer.person_yes_at, offer.practitioner_yes_at) < came for offer in Offer.objects.all())


def test_what_an_offer_says_is_gone_from_it_once_it_came_in(cast, six):
    _came_in(cast, six)

    assert {(offer.sealed, offer.month is None) for offer in Offer.objects.all()} == {("", False)}
    assert len({_stored(Offer, offer.pk)["length of receipt"] for offer in Offer.objects.all()}) == 1


def test_who_took_an_idea_up_does_not_tell_whose_it_was_not(cast, six):
    _came_in(cast, six)
    item = Item.objects.first()
    barrier = six[0][0].workaround.barrier
    given = {"by": cast.dev, "at": timezone.now(), "partnership": cast.reach("dev", barrier.partnership)}
    way = ways.take_up(**given, barrier=barrier, item_id=item.pk)
    ways.tell(**given, workaround=way, helped=Helped.YES)
    count_again(cast.agency.pk)

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT taken_from FROM {way._meta.db_table} WHERE taken_from IS NOT NULL")
        assert item.pk.hex not in str(cursor.fetchall()).replace("-", "")
