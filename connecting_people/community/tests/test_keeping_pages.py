import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.community.actions import keeping as actions
from connecting_people.community.actions.assets import keep_asset
from connecting_people.community.models import Asset, Keeper, Proposal
from connecting_people.community.rules import ProposalState
from connecting_people.community.tests.places import service
from connecting_people.community.tests.voices import crowd, keeper, say

pytestmark = pytest.mark.django_db
FORM = {
    "name": "Tuesday walkers",
    "kind": "group",
    "description": "A slow walk along the river, with tea afterwards.",
    "days": ["TU"],
    "opens": "10:30",
    "price": "0",
    "version": "1",
}
NEW = {"name": "Lou", "email": "lou@example.net", "password": "many warm loaves of bread"}


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


@pytest.fixture
def jo(cast, walkers):
    keeper(cast, walkers)
    return reader(cast, "jo")


def reader(cast, who):
    client = Client()
    client.force_login(cast.user(who))
    return client


def address(cast, name, **more):
    return reverse(f"community:{name}", kwargs={"agency_id": cast.agency.pk, **more})


def own(cast, asset, name, **more):
    return address(cast, name, organisation_id=asset.organisation_id, **more)


def invite(cast, asset, client, **given):
    here = own(cast, asset, "keeper_invite")
    page = client.get(client.post(here, {"name": "Lou", **given}).url)
    (link,) = re.findall(r'value="http://testserver([^"]+/keep/[^"]+)"', page.text)
    return link


def test_the_link_shows_once_and_goes_by_letter_where_asked(cast, walkers):
    ben = reader(cast, "ben")
    link = invite(cast, walkers, ben, email="lou@example.net")

    assert link in mail.outbox[0].body
    assert link not in ben.get(own(cast, walkers, "keeper_invite")).text


def test_somebody_new_joins_by_the_link_and_finds_their_organisation(cast, walkers):
    link, lou = invite(cast, walkers, reader(cast, "ben")), Client()
    assert "Tarrow Walkers" in lou.get(link).text
    weak = lou.post(link, NEW | {"password": "bread"})
    assert weak.status_code == 422
    assert "lou@example.net" in weak.text

    arrived = lou.post(link, NEW)
    assert arrived.url == own(cast, walkers, "own_organisation")
    assert "Tuesday walkers" in lou.get(arrived.url).text
    first = lou.get(reverse("home:first")).text
    assert own(cast, walkers, "own_organisation") in first
    assert "Nobody has opened a journey to you yet" not in first


def test_a_used_link_opens_nothing(cast, walkers):
    link = invite(cast, walkers, reader(cast, "ben"))
    Client().post(link, NEW)

    for client in (Client(), reader(cast, "hana")):
        for answer in (client.get(link), client.post(link, NEW | {"email": "kim@example.net"})):
            assert answer.status_code == 404
    assert Keeper.objects.count() == 1


def test_an_address_that_has_a_login_signs_in_first(cast, walkers):
    link = invite(cast, walkers, reader(cast, "ben"))

    response = Client().post(link, NEW | {"email": "jo@example.org"})
    assert response.status_code == 422
    assert "sign in first" in response.text
    jo = reader(cast, "jo")
    assert "You are signed in as Jo" in jo.get(link).text
    assert jo.post(link).url == own(cast, walkers, "own_organisation")


def test_the_link_of_one_agency_opens_nothing_under_another(cast, walkers):
    link = invite(cast, walkers, reader(cast, "ben"))

    assert Client().get(link.replace(str(cast.agency.pk), str(cast.other_agency.pk))).status_code == 404


def test_a_link_is_taken_back_and_a_keeper_ended_after_a_question(cast, walkers, jo):
    ben = reader(cast, "ben")
    invitation, _token = actions.invite_keeper(
        by=cast.ben, at=timezone.now(), organisation=walkers.organisation, name="Pat"
    )
    for name, asked in (
        ("keeper_take_back", {"invitation_id": invitation.pk}),
        ("keeper_end", {"keeper_id": Keeper.objects.get().pk}),
    ):
        here = own(cast, walkers, name, **asked)
        assert ben.get(here).status_code == 200
        assert ben.post(here).status_code == 302
        assert ben.get(here).status_code == 404
    assert jo.get(own(cast, walkers, "own_organisation")).status_code == 404


def test_a_change_is_proposed_seen_field_by_field_and_approved(cast, walkers, jo):
    sent = FORM | {"days": ["TU", "TH"], "phone": "01632 960 123", "note": "From January"}
    jo.post(own(cast, walkers, "propose", asset_id=walkers.pk), sent)
    assert "Waits for the agency" in jo.get(own(cast, walkers, "own_organisation")).text
    proposal, dev = Proposal.objects.get(), reader(cast, "dev")
    here = address(cast, "proposal", proposal_id=proposal.pk)
    page = dev.get(here).text
    for words in ("Tuesday, Thursday", "01632 960 123", "From January"):
        assert words in page
    assert "A slow walk" not in page

    dev.post(here, {"yes": "yes", "version": "1"})
    walkers.refresh_from_db()
    assert walkers.document["phones"][0]["number"] == "01632 960 123"
    assert walkers.document["schedules"][0]["byday"] == "TU,TH"
    assert "The entry says so now" in jo.get(own(cast, walkers, "own_organisation")).text


def test_turning_down_asks_why_and_the_organisation_reads_it(cast, walkers, jo):
    jo.post(own(cast, walkers, "propose", asset_id=walkers.pk), FORM | {"name": "Walkers United"})
    here = address(cast, "proposal", proposal_id=Proposal.objects.get().pk)
    dev = reader(cast, "dev")
    assert "so that the organisation knows" in dev.post(here, {"yes": "no", "why": "", "version": "1"}).text
    dev.post(here, {"yes": "no", "why": "People know the old name", "version": "1"})

    assert "People know the old name" in jo.get(own(cast, walkers, "own_organisation")).text
    late = dev.post(here, {"yes": "yes", "version": "1"})
    assert late.status_code == 422
    assert Asset.objects.get(pk=walkers.pk).name == "Tuesday walkers"


def test_who_approves_sees_first_what_changed_while_they_looked(cast, walkers, jo):
    jo.post(own(cast, walkers, "propose", asset_id=walkers.pk), FORM | {"description": "With cake"})
    changed(cast, walkers, description="With biscuits")
    here = address(cast, "proposal", proposal_id=Proposal.objects.get().pk)
    dev = reader(cast, "dev")
    response = dev.post(here, {"yes": "yes", "version": "1"})

    assert response.status_code == 422
    for words in ("See how it stands now", "With biscuits", "With cake", "A slow walk along the river"):
        assert words in response.text
    assert dev.post(here, {"yes": "yes", "version": "2"}).status_code == 302
    assert Asset.objects.get(pk=walkers.pk).document["description"] == "With cake"


def changed(cast, asset, **fields):
    keep_asset(
        by=cast.ben,
        at=timezone.now(),
        agency=cast.agency,
        document=asset.document | fields,
        organisation=asset.organisation,
        asset=asset,
        version=1,
    )


def test_an_organisation_that_writes_over_a_change_sees_both_and_loses_nothing(cast, walkers, jo):
    changed(cast, walkers, description="With biscuits")
    here = own(cast, walkers, "propose", asset_id=walkers.pk)
    response = jo.post(here, FORM | {"description": "With cake"})

    assert response.status_code == 422
    for words in ("It now says:", "With biscuits", "With cake"):
        assert words in response.text
    assert not Proposal.objects.exists()
    assert jo.post(here, FORM | {"description": "With cake", "version": "2"}).status_code == 302


def test_sending_what_the_entry_says_already_changes_nothing(cast, walkers, jo):
    response = jo.post(own(cast, walkers, "propose", asset_id=walkers.pk), FORM)

    assert response.status_code == 422
    assert "This is what the entry says already" in response.text


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"name": ""}, "Write its name"),
        ({"email": "ring us"}, "Write an address like"),
        ({"link": "not an address"}, "Write a web address"),
        ({"opens": "half ten"}, "Write a time such as"),
        ({"opens": "10:30", "closes": "09:00"}, "later than the one before it"),
        ({"price": "two"}, "Write the price in figures"),
        ({"ends_day": "31", "ends_month": "2", "ends_year": "2027"}, "no such day"),
    ],
)
def test_what_does_not_fit_is_said_beside_it_and_nothing_typed_is_lost(cast, walkers, jo, given, says):
    sent = FORM | {"description": "All that I typed"} | given
    response = jo.post(own(cast, walkers, "propose", asset_id=walkers.pk), sent)

    assert response.status_code == 422
    for words in (says, "All that I typed", *(one for one in given.values() if one)):
        assert words in response.text


def test_a_new_entry_is_proposed_and_comes_in(cast, walkers, jo):
    jo.post(own(cast, walkers, "propose_new"), {"name": "Evening walk", "kind": "activity", "version": "0"})
    dev, proposal = reader(cast, "dev"), Proposal.objects.get()
    assert "Evening walk" in dev.get(address(cast, "proposals")).text
    dev.post(address(cast, "proposal", proposal_id=proposal.pk), {"yes": "yes", "version": "0"})

    kept = Asset.objects.get(name="Evening walk")
    assert (kept.organisation, kept.kind) == (walkers.organisation, "activity")


def test_several_times_and_prices_and_a_last_day_are_kept_as_they_are(cast, walkers, jo):
    times = [{"id": service("")["id"], "byday": day, "freq": "WEEKLY"} for day in ("MO", "FR")]
    prices = [{"id": service("")["id"], "amount": amount} for amount in (2, 4)]
    changed(cast, walkers, schedules=times, cost_options=prices)
    here = own(cast, walkers, "propose", asset_id=walkers.pk)
    page = jo.get(here).text
    assert 'name="days"' not in page
    assert 'name="price"' not in page
    sent = FORM | {"ends_day": "31", "ends_month": "3", "ends_year": "2027", "version": "2"}
    assert jo.post(here, sent).status_code == 302

    document = Proposal.objects.get().document
    assert (document["schedules"], document["cost_options"]) == (times, prices)
    assert document["connecting_people"]["ends"] == "2027-03-31"


def test_a_change_is_taken_back(cast, walkers, jo):
    jo.post(own(cast, walkers, "propose", asset_id=walkers.pk), FORM | {"name": "Walkers"})
    proposal = Proposal.objects.get()
    jo.post(own(cast, walkers, "proposal_take_back", proposal_id=proposal.pk))

    proposal.refresh_from_db()
    assert proposal.state == ProposalState.TAKEN_BACK
    assert reader(cast, "dev").get(address(cast, "proposal", proposal_id=proposal.pk)).status_code == 404


def test_an_organisation_reads_no_name_and_its_answer_is_read_first(cast, walkers, jo):
    say(walkers, crowd(cast, 8), signed=True, reason="Warm and slow")
    here = own(cast, walkers, "answer", asset_id=walkers.pk)
    page = jo.get(here).text
    assert "Warm and slow" in page
    assert "Person" not in page

    assert "Write in a few words" in jo.post(here, {"words": ""}).text
    jo.post(here, {"words": "Thank you, there is cake now"})
    experience = address(cast, "asset", asset_id=walkers.pk)
    assert "cake now" not in reader(cast, "asha").get(experience).text
    dev = reader(cast, "dev")
    (found,) = re.findall(r'href="([^"]+/answers/[^"]+)"', dev.get(address(cast, "proposals")).text)
    assert "so that the organisation knows" in dev.post(found, {"yes": "no", "why": ""}).text
    dev.post(found, {"yes": "yes"})
    assert "cake now" in reader(cast, "asha").get(experience).text


def test_an_organisation_reaches_nothing_of_others(cast, walkers, jo):
    other = keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=service("Choir"))

    for name in ("propose", "answer"):
        assert jo.get(own(cast, walkers, name, asset_id=other.pk)).status_code == 404
    assert jo.get(address(cast, "asset", asset_id=walkers.pk)).status_code == 404


def test_lists_ask_the_database_as_often_for_many_as_for_one(cast, walkers, jo, django_assert_max_num_queries):
    for n in range(8):
        jo.post(own(cast, walkers, "propose_new"), {"name": f"Walk {n}", "kind": "activity", "version": "0"})
    dev, jo = reader(cast, "dev"), reader(cast, "jo")

    with django_assert_max_num_queries(7):
        assert "Walk 7" in dev.get(address(cast, "proposals")).text
    with django_assert_max_num_queries(7):
        assert "Walk 7" in jo.get(own(cast, walkers, "own_organisation")).text
