"""The pages of barriers and of the library: what they show, what they keep when something is wrong, and to whom."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.barriers.actions import barriers, keeping, offering, ways
from connecting_people.barriers.models import Barrier, Item, Offer, Workaround
from connecting_people.barriers.queries.barriers import challenges_of, version_of
from connecting_people.barriers.queries.offers import offers
from connecting_people.barriers.rules import BarrierState, Helped, With
from connecting_people.barriers.tests.ways import a_barrier, a_way, act, brought_in, in_library
from connecting_people.connections.actions import connections
from connecting_people.connections.facts import Facts
from connecting_people.partnership import actions as partnerships
from connecting_people.people import actions as people
from connecting_people.people.rules import Role
from connecting_people.plans.actions import goals as plans
from connecting_people.plans.rules import Sort
from connecting_people.stepping_out.actions import planning


@pytest.fixture(autouse=True)
def _second_factor_is_another_matter(settings):
    settings.DEMO = True


def _as(cast, name):
    client = Client()
    client.force_login(cast.user(name))
    return client


def _at(cast, page, **ids):
    return reverse(f"barriers:{page}", kwargs={"partnership_id": cast.partnership.pk, **ids})


def _of_agency(cast, page, **ids):
    return reverse(f"barriers:{page}", kwargs={"agency_id": cast.agency.pk, **ids})


def _words(response):
    return response.content.decode()


SAID = {"words": "The bus is dear", "kind": "poverty", "weight": "a_lot"}


def test_an_empty_page_says_what_it_is_for_and_offers_the_first_step(cast):
    page = _words(_as(cast, "asha").get(_at(cast, "barriers")))

    assert "things get in the way of everybody" in page
    assert _at(cast, "notice") in page


def test_a_barrier_is_written_down_and_its_page_offers_questions(cast):
    response = _as(cast, "asha").post(_at(cast, "notice"), SAID, follow=True)

    page = _words(response)
    assert "The bus is dear" in page
    assert "What would it cost, all in?" in page


def test_what_is_wrong_stands_beside_the_field_and_what_was_typed_stays(cast):
    response = _as(cast, "asha").post(_at(cast, "notice"), SAID | {"kind": "", "blocks": "Thursdays"})

    assert response.status_code == 422
    assert "Choose what comes nearest" in _words(response)
    assert "Thursdays" in _words(response)
    assert not Barrier.objects.exists()


def test_a_double_click_writes_one_thing(cast):
    client, once = _as(cast, "asha"), {"once": "5b1b63a1-5a2f-4f6e-9f5a-6f1f4a0f9b11"}
    for _ in range(2):
        assert client.post(_at(cast, "notice"), SAID | once).status_code == 302
    assert Barrier.objects.count() == 1


@pytest.mark.parametrize("about", ["goal", "outing", "connection"])
def test_the_form_comes_with_what_it_is_about(cast, about):
    given = act(cast)
    ids = {
        "goal": plans.set_goal(**given, words="Sing with others", sort=Sort.ACTIVITY).pk,
        "outing": planning.plan(**given, words="The choir", facts=planning.Facts(timezone.localdate()))[0].pk,
        "connection": connections.add(**given, facts=Facts("Meera")).pk,
    }
    address = f"{_at(cast, 'notice')}?{about}={ids[about]}"

    assert f'value="{ids[about]}" selected' in _words(_as(cast, "asha").get(address))
    _as(cast, "asha").post(address, SAID | {about: str(ids[about])})
    assert getattr(Barrier.objects.get(), f"{about}_id") == ids[about]


def test_a_goal_of_somebody_else_is_not_offered(cast):
    goal = plans.set_goal(**act(cast, "hana", cast.hanas), words="Paint", sort=Sort.ACTIVITY)

    response = _as(cast, "asha").post(f"{_at(cast, 'notice')}?goal={goal.pk}", SAID | {"goal": str(goal.pk)})
    assert Barrier.objects.filter(goal=goal).count() == 0
    assert response.status_code in (302, 422)


def test_without_scripts_a_button_shows_what_helped_others_and_keeps_what_was_typed(cast):
    in_library(cast, "Go with a friend", kind="poverty")

    response = _as(cast, "asha").post(_at(cast, "notice"), SAID | {"look": "1", "words": "Too dear"})

    page = _words(response)
    assert response.status_code == 200
    assert "Go with a friend" in page
    assert "Too dear" in page
    assert "Please look at this again" not in page
    assert not Barrier.objects.exists()


def test_the_part_that_a_script_fetches_is_about_one_kind(cast):
    in_library(cast, "Go with a friend", kind="poverty")
    client, address = _as(cast, "asha"), _at(cast, "suggestions")

    assert "Go with a friend" in _words(client.get(f"{address}?kind=poverty"))
    assert "Go with a friend" not in _words(client.get(f"{address}?kind=transport"))
    assert _words(client.get(f"{address}?kind=nothing-like-it")).strip() == ""


def test_an_idea_that_was_ticked_is_among_the_ways_round(cast):
    item = in_library(cast, "Go with a friend", kind="poverty")

    _as(cast, "asha").post(_at(cast, "notice"), SAID | {"take": [str(item.pk)]})

    assert Workaround.objects.get().idea == "Go with a friend"


def test_an_idea_is_taken_up_from_the_page_of_a_barrier_once(cast):
    item = in_library(cast)
    barrier = a_barrier(cast)
    address = _at(cast, "take_up", barrier_id=barrier.pk, item_id=item.pk)

    for says in ("among your ways round it now", "among your ways round it already"):
        assert says in _words(_as(cast, "asha").post(address, follow=True))
    assert Workaround.objects.count() == 1


def test_only_ones_own_words_are_kept_to_oneself(cast):
    said = SAID | {"to_oneself": "on", "voice": str(cast.place("asha").pk)}
    response = _as(cast, "ben").post(_at(cast, "notice"), said)
    assert "Only your own words can be kept to yourself" in _words(response)


def test_only_a_practitioner_is_asked_whether_it_may_be_counted(cast):
    assert "Let the agency count this" not in _words(_as(cast, "asha").get(_at(cast, "notice")))
    response = _as(cast, "ben").post(_at(cast, "notice"), SAID | {"counted": "on", "voice": str(cast.place("ben").pk)})
    assert "Take the tick off" in _words(response)


def test_a_stale_change_shows_both(cast):
    barrier = a_barrier(cast)
    said = {"words": "No bus at all", "kind": "transport", "version": version_of(barrier)}
    barriers.change(**act(cast), barrier=barrier, version=said["version"], words="Only a night bus", kind="transport")

    response = _as(cast, "asha").post(_at(cast, "change", barrier_id=barrier.pk), said)

    assert response.status_code == 422
    assert "Only a night bus" in _words(response)
    assert "No bus at all" in _words(response)
    sent_again = said | {"version": version_of(Barrier.objects.select_related("entry").get())}
    assert _as(cast, "asha").post(_at(cast, "change", barrier_id=barrier.pk), sent_again).status_code == 302


def test_the_others_words_cannot_be_changed_and_the_reason_is_said(cast):
    barrier = a_barrier(cast)
    said = {"words": "No", "kind": "transport", "version": version_of(barrier)}
    response = _as(cast, "ben").post(_at(cast, "change", barrier_id=barrier.pk), said)
    assert "how you see it beside them" in _words(response)


def test_a_barrier_of_the_person_is_not_counted_by_changing_it(cast):
    barrier = a_barrier(cast, "ben", kind="practitioner-time", words="No time")
    said = {"words": "No time", "kind": "transport", "version": version_of(barrier), "counted": "on"}
    assert "Take the tick off" in _words(_as(cast, "ben").post(_at(cast, "change", barrier_id=barrier.pk), said))


def test_a_barrier_moves_by_its_form(cast):
    barrier = a_barrier(cast)
    address = _at(cast, "move", barrier_id=barrier.pk)

    assert "It came back" not in _words(_as(cast, "asha").get(address))
    _as(cast, "asha").post(address, {"to": "rests", "words": "Another day"})
    assert Barrier.objects.get().state == BarrierState.RESTS
    assert "Another day" in _words(_as(cast, "ben").get(_at(cast, "barrier", barrier_id=barrier.pk)))


def test_a_way_round_is_written_down_told_of_and_challenged(cast):
    meera = connections.add(**act(cast), facts=Facts("Meera"))
    barrier = a_barrier(cast)
    client, of = _as(cast, "asha"), {"barrier_id": barrier.pk}
    client.post(_at(cast, "think_of", **of), {"words": "Share a car", "who": str(meera.pk), "helper": "and her son"})
    way = Workaround.objects.get()
    day = timezone.localdate() - timedelta(days=2)
    tried = {"tried_date_day": day.day, "tried_date_month": day.month, "tried_date_year": day.year}
    client.post(_at(cast, "tell", **of, way_id=way.pk), tried | {"helped": "partly", "words": "Ask early"})
    raised = {f"raised_{name}": value for name, value in {"with": "agency"}.items()}
    when = {"raised_date_day": day.day, "raised_date_month": day.month, "raised_date_year": day.year}
    client.post(_at(cast, "challenge", **of), raised | when | {"words": "Could there be a fund?"})
    challenge = challenges_of(cast.reach("asha"), barrier).get()
    client.post(_at(cast, "hear_back", **of, challenge_id=challenge.pk), {"words": "They look into it"})

    page = _words(_as(cast, "ben").get(_at(cast, "barrier", **of)))
    for words in ("Share a car", "Meera, and her son", "Partly", "Ask early", "Could there be a fund?", "look into it"):
        assert words in page


def test_a_form_without_its_words_is_shown_again(cast):
    way = a_way(cast)
    raised = ways.challenge(**act(cast), barrier=way.barrier, raised_with=With.AGENCY, words="Why?")
    of = {"barrier_id": way.barrier_id}
    pages = [_at(cast, page, **of) for page in ("move", "think_of", "challenge")]
    pages += [_at(cast, "tell", **of, way_id=way.pk), _at(cast, "new_offer", **of, way_id=way.pk)]
    pages += [_at(cast, "hear_back", **of, challenge_id=raised.pk)]
    for address in pages:
        response = _as(cast, "asha").post(address, {"text": "", "words": ""})
        assert response.status_code == 422, address


def test_both_see_exactly_what_would_be_shared_and_each_says_yes(cast):
    way = a_way(cast)
    ways.tell(**act(cast), workaround=way, helped=Helped.YES)
    connections.add(**act(cast), facts=Facts("Meera"))
    address = _at(cast, "new_offer", barrier_id=way.barrier_id, way_id=way.pk)

    stopped = _as(cast, "asha").post(address, {"text": "Ask Meera for a lift"})
    assert "“Meera” could tell whom this is about" in _words(stopped)
    _as(cast, "asha").post(address, {"text": "Ask a friend for a lift"})

    offer = Offer.objects.get()
    for name in ("asha", "ben"):
        page = _words(_as(cast, name).get(_at(cast, "offer", offer_id=offer.pk)))
        assert "Ask a friend for a lift" in page
        yes = {"version": offer.version, "voice": str(cast.place(name).pk)}
        _as(cast, name).post(_at(cast, "say_yes", offer_id=offer.pk), yes)
    assert "You both said yes" in _words(_as(cast, "asha").get(_at(cast, "offer", offer_id=offer.pk)))
    _as(cast, "ben").post(_at(cast, "take_back", offer_id=offer.pk))
    assert not offers(cast.reach("asha"))


def test_a_practitioner_cannot_say_the_yes_of_somebody_who_can_sign_in(cast):
    offer = offering.offer(**act(cast), workaround=a_way(cast), text="Ask for a lift")
    yes = {"version": 1, "voice": str(cast.place("asha").pk)}
    response = _as(cast, "ben").post(_at(cast, "say_yes", offer_id=offer.pk), yes, follow=True)

    assert "can answer this from their own login" in _words(response)
    assert Offer.objects.get().person_yes_at is None


def test_words_that_were_changed_meanwhile_are_shown_beside_ones_own(cast):
    offer = offering.offer(**act(cast), workaround=a_way(cast), text="Ask for a lift")
    offering.reword(**act(cast), offer=offer, text="Ask a friend for a lift", version=1)
    address = _at(cast, "reword_offer", offer_id=offer.pk)

    response = _as(cast, "ben").post(address, {"text": "Look for a lift", "version": 1})
    assert response.status_code == 422
    assert "Ask a friend for a lift" in _words(response)
    assert "Look for a lift" in _words(response)
    assert "“Ben”" in _words(_as(cast, "ben").post(address, {"text": "Ask Ben", "version": 2}))
    assert _as(cast, "ben").post(address, {"text": "Look for a lift", "version": 2}).status_code == 302


def test_the_two_see_why_an_idea_came_back_and_write_it_anew(cast):
    items = brought_in(cast)
    for item in items:
        keeping.send_back(by=cast.ela, at=timezone.now(), item=item, reason="Everybody knows that bus")
    offer = Offer.objects.first()

    ids = {"partnership_id": offer.partnership_id, "offer_id": offer.pk}
    page = _words(_as(cast, "dev").get(reverse("barriers:offer", kwargs=ids)))
    assert "Everybody knows that bus" in page
    assert "Write it anew" in page


def test_the_library_is_searched_without_words_in_the_address(cast):
    in_library(cast, "Have tea with the leader first", kind="confidence")
    in_library(cast, "Share a taxi")
    pages = {"asha": _at(cast, "ideas"), "femi": _of_agency(cast, "ways_round")}
    for name, address in pages.items():
        page = _words(_as(cast, name).post(address, {"q": "sharing taxi", "kind": ""}))
        assert "Share a taxi" in page
        assert "Have tea" not in page
        assert "Have tea" in _words(_as(cast, name).get(f"{address}?kind=confidence"))
        assert "Nothing fits these words yet" in _words(_as(cast, name).post(address, {"q": "zeppelin"}))


def test_an_empty_library_says_where_ideas_come_from(cast):
    assert "Nobody has shared an idea yet" in _words(_as(cast, "asha").get(_at(cast, "ideas")))
    assert "Ideas come from partnerships" in _words(_as(cast, "ben").get(_of_agency(cast, "ways_round")))


def test_a_second_person_looks_at_what_came_in(cast):
    first, second, _third = brought_in(cast)
    client = _as(cast, "ela")
    assert "Ask whether it can begin earlier" in _words(client.get(_of_agency(cast, "queue")))
    address = _of_agency(cast, "decide", item_id=first.pk)

    assert "Say why" in _words(client.post(address, {"good": "no"}))
    client.post(address, {"good": "no", "reason": "Too near"})
    client.post(_of_agency(cast, "decide", item_id=second.pk), {"good": "yes"})
    assert {item.state for item in Item.objects.filter(pk__in=[first.pk, second.pk])} == {"sent_back", "approved"}
    assert client.get(address).status_code == 404
    client.post(_of_agency(cast, "take_out", item_id=second.pk))
    assert Item.objects.get(pk=second.pk).state == "taken_out"


def test_whoever_had_a_part_in_the_month_finds_nothing_to_look_at(cast):
    people.give_role(by=cast.gwen, at=cast.at, agency=cast.agency, user=cast.dev, role=Role.TEAM_LEAD, team=cast.team)
    items = brought_in(cast)

    assert "Nothing waits for you" in _words(_as(cast, "dev").get(_of_agency(cast, "queue")))
    assert _as(cast, "dev").get(_of_agency(cast, "decide", item_id=items[0].pk)).status_code == 404


def test_an_urgent_look_reads_and_offers_nothing_to_write(cast):
    barrier = a_barrier(cast)
    partnerships.look_urgently(
        by=cast.ela, at=timezone.now(), partnership=cast.partnership, reason="Nobody can be reached today"
    )
    client = _as(cast, "ela")

    for page in (_at(cast, "barriers"), _at(cast, "barrier", barrier_id=barrier.pk), _at(cast, "ideas")):
        assert '<form method="post" action="/partnerships' not in _words(client.get(page))
    assert client.get(_at(cast, "notice")).status_code == 404


def test_long_lists_take_as_many_queries_as_short_ones(cast, django_assert_max_num_queries):
    for number in range(6):
        way = a_way(cast, words=f"Idea {number}")
        ways.tell(**act(cast), workaround=way, helped=Helped.YES)
        offering.offer(**act(cast), workaround=way, text="Ask for a lift")
        in_library(cast, f"Share {number}")
    barrier = Barrier.objects.first()
    client = _as(cast, "asha")
    client.get(_at(cast, "barriers"))

    for page in (_at(cast, "barriers"), _at(cast, "ideas"), _at(cast, "barrier", barrier_id=barrier.pk)):
        with django_assert_max_num_queries(20):
            client.get(page)
