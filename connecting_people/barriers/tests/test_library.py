"""Ideas are offered with consent, come in without a name, are looked at by a second person, and are found."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.http import Http404
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.barriers.actions import barriers as acts
from connecting_people.barriers.actions import keeping, offering, ways
from connecting_people.barriers.library import ideas
from connecting_people.barriers.models import Item, Offer
from connecting_people.barriers.permissions import can_decide, decidable_by
from connecting_people.barriers.queries.offers import handed_in_as, offer_in
from connecting_people.barriers.rules import ENOUGH, OfferState
from connecting_people.barriers.tests.ways import a_way, act, begun, brought_in, in_library, offered
from connecting_people.connections.actions import connections
from connecting_people.connections.facts import Facts
from connecting_people.core.permissions import NotAllowed
from connecting_people.journey.models import Entry
from connecting_people.people import actions as people
from connecting_people.people.rules import Role

TEXT = "Go with somebody who drives the same way"


def _offer(cast, name="asha", text=TEXT, **more):
    return offering.offer(**act(cast, name, **more), workaround=a_way(cast), text=text)


def _yes(cast, name, offer, **more):
    offer = Offer.objects.get(pk=offer.pk)
    return offering.say_yes(**act(cast, name, **more), offer=offer, version=offer.version)


def test_the_record_says_that_an_idea_was_offered_and_none_of_its_words(cast):
    offer = _offer(cast)

    entry = Entry.objects.get(idea_offer=offer)
    assert (entry.line, entry.words) == ("An idea for the agency’s library", "")


def test_both_say_yes_each_on_their_own(cast):
    offer = _yes(cast, "ben", _offer(cast))
    assert (offer.person_yes_at, offer.practitioner_yes_by) == (None, cast.ben)

    assert _yes(cast, "asha", offer).person_yes_by == cast.asha


def test_nobody_says_yes_for_somebody_who_can_sign_in(cast):
    offer = _offer(cast)
    with pytest.raises(NotAllowed):
        offering.say_yes(**act(cast, "ben"), offer=offer, version=1, voice=cast.place("asha"))


def test_other_words_need_another_yes(cast):
    offer = _yes(cast, "ben", _offer(cast))

    offering.reword(**act(cast), offer=offer, text="Find a lift", version=1)

    offer.refresh_from_db()
    assert (offer.practitioner_yes_at, offer.version) == (None, 2)
    with pytest.raises(offering.StaleOffer):
        offering.say_yes(**act(cast, "ben"), offer=offer, version=1)


def test_whoever_words_it_second_is_shown_the_first_words(cast):
    offer = _offer(cast)
    offering.reword(**act(cast), offer=offer, text="Find a lift", version=1)

    with pytest.raises(offering.StaleOffer) as stale:
        offering.reword(**act(cast, "ben"), offer=offer, text="Look for a lift", version=1)
    assert "Find a lift" in stale.value.now.sealed


@pytest.mark.parametrize("step", ["offer", "reword"])
def test_a_text_with_a_name_of_the_map_is_stopped_with_the_word(cast, step):
    offer = _offer(cast)
    connections.add(**act(cast), facts=Facts("Meera"))

    with pytest.raises(offering.StillNamed, match="“Meera”") as stopped:
        if step == "offer":
            _offer(cast, text="Ask Meera for a lift")
        else:
            offering.reword(**act(cast), offer=offer, text="Ask Meera for a lift", version=1)
    assert stopped.value.word == "Meera"


def test_a_name_that_came_onto_the_map_since_stops_the_yes(cast):
    offer = _offer(cast, text="Ask Jasper for a lift")
    connections.add(**act(cast), facts=Facts("Jasper"), to_oneself=True)

    assert _yes(cast, "ben", offer)
    with pytest.raises(offering.StillNamed):
        _yes(cast, "asha", offer)


def test_what_one_keeps_is_not_offered(cast):
    way = a_way(cast, to_oneself=True)
    with pytest.raises(NotAllowed):
        offering.offer(**act(cast), workaround=way, text=TEXT)


def test_what_came_from_the_library_is_not_offered_again(cast):
    item = in_library(cast)
    way = ways.take_up(**act(cast), barrier=a_way(cast).barrier, item_id=item.pk)
    with pytest.raises(NotAllowed):
        offering.offer(**act(cast), workaround=way, text=TEXT)


def test_an_idea_is_offered_once(cast):
    offer = _offer(cast)
    with pytest.raises(acts.BarrierError):
        offering.offer(**act(cast), workaround=offer.workaround, text=TEXT)


@pytest.mark.parametrize("name", ["asha", "ben"])
def test_either_takes_an_idea_back_before_it_comes_in(cast, name):
    offer = _yes(cast, "ben", _offer(cast))

    offering.take_back(**act(cast, name), offer=offer)

    assert Offer.objects.get().sealed == ""
    with pytest.raises(Http404):
        offer_in(cast.reach("asha"), offer.pk)
    with pytest.raises(Http404):
        offering.take_back(**act(cast, name), offer=offer)


def test_an_idea_can_be_taken_back_while_it_waits_and_not_once_it_is_in_the_library(cast):
    first, second, third = (offered(cast, here) for here in begun(cast, 3))
    keeping.look_after(by=None, at=timezone.now(), agency=cast.agency)
    here = act(cast, "dev", first.partnership)

    offering.take_back(**here, offer=first)
    assert Item.objects.count() == 2
    second.refresh_from_db()
    keeping.approve(by=cast.ela, at=timezone.now(), item=handed_in_as([second])[second.pk])
    with pytest.raises(offering.NoLongerYours):
        offering.take_back(**act(cast, "dev", second.partnership), offer=second)
    third.refresh_from_db()
    with pytest.raises(acts.BarrierError):
        offering.say_yes(**act(cast, "dev", third.partnership), offer=third, version=third.version)


def test_ideas_wait_until_the_month_is_over_and_three_partnerships_have_offered(cast):
    here = begun(cast, ENOUGH + 1)
    for one in here[: ENOUGH - 1]:
        offered(cast, one)
    offered(cast, here[-2], at=timezone.now())
    call_command("gather_ideas", verbosity=0)
    assert not Item.objects.exists()

    offered(cast, here[-1])
    call_command("gather_ideas", verbosity=0)
    assert Item.objects.count() == ENOUGH
    assert Offer.objects.filter(state=OfferState.WORDING).count() == 1


def test_an_idea_needs_both_yeses_to_come_in(cast):
    three = [offered(cast, here) for here in begun(cast, 3)]
    Offer.objects.filter(pk=three[0].pk).update(person_yes_at=None)

    keeping.look_after(by=None, at=timezone.now(), agency=cast.agency)

    assert not Item.objects.exists()


def test_a_second_person_puts_an_idea_into_the_library_and_the_audit_names_the_idea_alone(cast):
    item = brought_in(cast)[0]

    keeping.approve(by=cast.ela, at=timezone.now(), item=item)

    (found,) = ideas(cast.agency.pk)
    assert found.id == item.pk
    event = Event.objects.get(act="library: approved")
    assert (event.actor_id, event.subject_id, event.target_id) == (cast.ela.pk, cast.agency.pk, item.pk)


def test_an_idea_is_sent_back_with_a_reason_that_the_two_see(cast):
    item = brought_in(cast)[0]

    keeping.send_back(by=cast.ela, at=timezone.now(), item=item, reason="Everybody knows the place")

    offer = next(one for one in Offer.objects.all() if one.receipt == str(item.pk))
    assert handed_in_as([offer])[offer.pk].reason == "Everybody knows the place"
    assert not ideas(cast.agency.pk)
    offering.offer(**act(cast, "dev", offer.partnership), workaround=offer.workaround, text="Ask for a lift")
    assert not Item.objects.filter(pk=item.pk).exists()


@pytest.mark.parametrize("name", ["ben", "dev", "asha", "femi", "kit", "ivan", "cora"])
def test_nobody_but_who_keeps_the_library_looks_at_ideas(cast, name):
    item = brought_in(cast)[0]

    with pytest.raises(NotAllowed):
        keeping.approve(by=cast.user(name), at=timezone.now(), item=item)
    with pytest.raises(NotAllowed):
        keeping.take_out(by=cast.user(name), at=timezone.now(), item=item)
    assert not decidable_by(cast.user(name), Item.objects.all())


def test_nobody_looks_at_ideas_of_a_month_in_which_they_had_a_part(cast):
    people.give_role(by=cast.gwen, at=cast.at, agency=cast.agency, user=cast.dev, role=Role.TEAM_LEAD, team=cast.team)
    items = brought_in(cast)

    assert not any(can_decide(cast.dev, item) for item in items)
    assert not decidable_by(cast.dev, Item.objects.all())
    assert set(decidable_by(cast.gwen, Item.objects.all())) == set(items)


def test_an_idea_is_looked_at_once(cast):
    item = brought_in(cast)[0]
    stale = Item.objects.get(pk=item.pk)
    keeping.approve(by=cast.ela, at=timezone.now(), item=item)

    with pytest.raises(acts.BarrierError):
        keeping.send_back(by=cast.gwen, at=timezone.now(), item=stale, reason="No")
    stale.refresh_from_db()
    with pytest.raises(NotAllowed):
        keeping.approve(by=cast.gwen, at=timezone.now(), item=stale)


def test_an_idea_that_was_taken_back_meanwhile_is_not_there(cast):
    item = brought_in(cast)[0]
    Item.objects.filter(pk=item.pk).delete()

    with pytest.raises(Http404):
        keeping.approve(by=cast.ela, at=timezone.now(), item=item)


def test_an_idea_is_taken_out_of_the_library(cast):
    item = in_library(cast)

    keeping.take_out(by=cast.ela, at=timezone.now(), item=item)

    assert not ideas(cast.agency.pk)


def test_receipts_of_a_month_are_wiped_together_when_all_of_it_was_looked_at(cast):
    items = brought_in(cast)
    later = timezone.now() + timedelta(days=70)
    for item in items[:2]:
        keeping.send_back(by=cast.ela, at=timezone.now(), item=item, reason="Not yet")
    keeping.look_after(by=None, at=later, agency=cast.agency)
    assert Offer.objects.filter(receipt__isnull=False).count() == 3

    keeping.approve(by=cast.ela, at=timezone.now(), item=items[2])
    keeping.look_after(by=None, at=timezone.now(), agency=cast.agency)
    assert Offer.objects.filter(receipt__isnull=False).count() == 3
    keeping.look_after(by=None, at=later, agency=cast.agency)
    assert not Offer.objects.filter(receipt__isnull=False).exists()
    assert [one.pk for one in Item.objects.all()] == [items[2].pk]


def test_ideas_are_found_by_kind_and_by_words_whatever_their_endings(cast):
    lift = in_library(cast)
    tea = in_library(cast, "Have tea with the leader first", kind="confidence")

    assert [one.id for one in ideas(cast.agency.pk, kinds=["confidence"])] == [tea.pk]
    assert [one.id for one in ideas(cast.agency.pk, words="driving")] == [lift.pk]
    assert [one.id for one in ideas(cast.agency.pk, words="Leaders TEA")] == [tea.pk]
    assert not ideas(cast.agency.pk, words="tea", kinds=["transport"])
    assert not ideas(cast.other_agency.pk)


def test_what_helped_most_comes_first_and_small_numbers_are_not_told(cast):
    figures = {"seven": (7, 7), "eight": (8, 8), "many": (30, 23), "none": (0, 0), "tried": (12, 0)}
    for text, (tried, helped) in figures.items():
        item = in_library(cast, text)
        Item.objects.filter(pk=item.pk).update(tried=tried, helped=helped)

    found = ideas(cast.agency.pk)
    assert [(one.text, one.tried, one.helped, one.some) for one in found] == [
        ("many", 30, 25, True),
        ("eight", 10, 10, True),
        ("seven", 0, 0, True),
        ("tried", 10, 0, False),
        ("none", 0, 0, False),
    ]


def test_an_idea_that_came_in_since_is_found_beside_those_that_are_known(cast):
    in_library(cast, "one")
    assert len(ideas(cast.agency.pk)) == 1
    in_library(cast, "two")
    assert [one.text for one in ideas(cast.agency.pk)] == ["one", "two"]
