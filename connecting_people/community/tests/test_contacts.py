"""Whom the team knows: written down, kept up, handed over, and seen by nobody else."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.community.actions import assets, contacts
from connecting_people.community.models import LocalContact, Touch
from connecting_people.community.queries.contacts import contacts as all_contacts
from connecting_people.community.queries.knowledge import contacts_of
from connecting_people.community.tests.known import known, place
from connecting_people.community.tests.places import organisation, service, walking_group
from connecting_people.core.permissions import NotAllowed
from connecting_people.people import actions as people
from connecting_people.people.models import Membership
from connecting_people.people.rules import Role

pytestmark = pytest.mark.django_db
KEPT = {"name": "Jo", "reach": "", "approach": ""}


@pytest.fixture
def hall(cast):
    return place(cast)


@pytest.fixture
def sam(cast, hall):
    return known(cast, hall)


def acts(cast):
    rows = Event.objects.filter(agency_id=cast.agency.pk, act__startswith="community: contact").order_by("number")
    return list(rows.values_list("act", "actor_id"))


def test_whoever_writes_a_contact_keeps_it_and_the_agency_has_it(cast, sam):
    assert (sam.kept_by, sam.agency, sam.version) == (cast.ben, cast.agency, 1)
    assert acts(cast) == [("community: contact added", cast.ben.pk)]


def test_names_are_not_readable_in_the_database(sam):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT name, reach, approach FROM community_localcontact")
        assert "Sam" not in str(cursor.fetchall())


def test_a_contact_of_an_organisation_is_known_at_all_that_it_runs(cast):
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    contacts.add_contact(by=cast.ben, at=cast.at, team=cast.team, organisation=walkers.organisation, name="Priya")

    assert [one.name for one in contacts_of(walkers)] == ["Priya"]


def test_a_place_of_another_agency_takes_no_contact(cast):
    theirs = organisation(by=cast.ivan, at=cast.at, agency=cast.other_agency)

    with pytest.raises(assets.CommunityError):
        contacts.add_contact(by=cast.ben, at=cast.at, team=cast.team, organisation=theirs, name="Priya")


def test_a_change_counts_up_and_who_was_slower_hears_of_it(cast, sam):
    contacts.change_contact(by=cast.dev, at=cast.at, contact=sam, version=1, **KEPT)

    with pytest.raises(contacts.StaleContact) as stale:
        contacts.change_contact(by=cast.ben, at=cast.at, contact=sam, version=1, **KEPT | {"name": "Kim"})
    assert (stale.value.now.name, stale.value.now.version) == ("Jo", 2)


def test_being_in_touch_is_kept_with_the_day(cast, sam):
    at = timezone.now()
    contacts.touch(by=cast.dev, at=at, contact=sam, words="They are open on Sundays now")

    sam.refresh_from_db()
    touched = Touch.objects.get()
    assert sam.touched_date == touched.touched_date == timezone.localdate(at)
    assert (touched.by, touched.words) == (cast.dev, "They are open on Sundays now")


def test_an_ended_contact_is_off_the_list_and_ends_once(cast, sam):
    contacts.end_contact(by=cast.dev, at=cast.at, contact=sam)
    contacts.end_contact(by=cast.dev, at=cast.at, contact=sam)

    assert not all_contacts(cast.agency.pk).exists()
    assert [act for act, _ in acts(cast)] == ["community: contact added", "community: contact ended"]


def test_contacts_are_handed_over_in_one_act(cast, hall, sam):
    kim = known(cast, hall, name="Kim")
    choices = {sam.pk: cast.dev.pk, kim.pk: cast.ela.pk}

    assert contacts.hand_over_contacts(by=cast.ben, at=cast.at, agency=cast.agency, choices=choices) == 2
    assert dict(LocalContact.objects.values_list("pk", "kept_by")) == choices
    assert contacts.hand_over_contacts(by=cast.ben, at=cast.at, agency=cast.agency, choices=choices) == 0
    assert [act for act, _ in acts(cast)].count("community: contact handed over") == 2


def test_they_go_to_nobody_who_does_not_keep_the_directory_and_then_none_goes(cast, hall, sam):
    kim = known(cast, hall, name="Kim")

    with pytest.raises(contacts.NobodyToKeepIt):
        contacts.hand_over_contacts(
            by=cast.ben, at=cast.at, agency=cast.agency, choices={sam.pk: cast.dev.pk, kim.pk: cast.femi.pk}
        )
    assert set(LocalContact.objects.values_list("kept_by", flat=True)) == {cast.ben.pk}


def test_contacts_of_another_agency_stay_where_they_are(cast):
    document = service("Hill Café")
    cafe = assets.keep_asset(by=cast.ivan, at=cast.at, agency=cast.other_agency, document=document)
    theirs = contacts.add_contact(by=cast.ivan, at=cast.at, team=cast.other_team, asset=cafe, name="Lee")

    assert not contacts.hand_over_contacts(
        by=cast.gwen, at=cast.at, agency=cast.agency, choices={theirs.pk: cast.dev.pk}
    )


def test_whose_keeper_is_gone_is_kept_by_nobody_until_somebody_takes_it_on(cast, sam):
    people.switch_off(by=cast.gwen, at=timezone.now(), agency=cast.agency, user_id=cast.ben.pk)
    assert not all_contacts(cast.agency.pk).get().is_kept

    contacts.take_on(by=cast.dev, at=timezone.now(), contact=sam)

    now = all_contacts(cast.agency.pk).get()
    assert (now.is_kept, now.kept_by) == (True, cast.dev)


def test_leaving_one_team_of_two_leaves_nobody_alone(cast, sam):
    west = people.make_team(by=cast.gwen, at=cast.at, agency=cast.agency, name="West team")
    people.give_role(by=cast.gwen, at=cast.at, agency=cast.agency, user=cast.ben, role=Role.PRACTITIONER, team=west)
    north = Membership.objects.get(user=cast.ben, team=cast.team)
    people.end_role(by=cast.ben, at=cast.at + timedelta(hours=1), membership=north)

    assert all_contacts(cast.agency.pk).get().is_kept


@pytest.mark.parametrize("who", ["asha", "cora", "femi", "kit", "ivan", "jo", "hana"])
def test_only_who_keeps_the_directory_has_contacts(cast, sam, who):
    given = {"by": cast.user(who), "at": cast.at}
    for act in (
        lambda: contacts.add_contact(**given, team=cast.team, asset=sam.asset, name="Kim"),
        lambda: contacts.change_contact(**given, contact=sam, version=1, **KEPT),
        lambda: contacts.touch(**given, contact=sam),
        lambda: contacts.end_contact(**given, contact=sam),
        lambda: contacts.take_on(**given, contact=sam),
        lambda: contacts.hand_over_contacts(**given, agency=cast.agency, choices={sam.pk: uuid.uuid4()}),
    ):
        with pytest.raises(NotAllowed):
            act()
