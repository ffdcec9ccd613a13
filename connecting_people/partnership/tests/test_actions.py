import pytest
from django.http import Http404

from connecting_people.core.london import day_of
from connecting_people.core.permissions import NotAllowed
from connecting_people.partnership import actions, queries
from connecting_people.partnership.rules import Part
from connecting_people.partnership.tests.moves import DAY, opens
from connecting_people.people import actions as people
from connecting_people.people.actions import InvitationClosed
from connecting_people.people.models import User

pytestmark = pytest.mark.django_db

# Beginning and joining


def test_a_partnership_begins_with_two_places_and_no_login_for_one_of_them(cast):
    ivans = queries.partnership_to_write(cast.ivan, cast.ivans.pk, at=cast.at)

    assert {(p.name, p.part, p.user_id) for p in ivans.everybody} == {
        ("Lewis", "service_user", None),
        ("Ivan", "lead", cast.ivan.pk),
    }
    assert ivans.person.takes_part(day_of(cast.at))
    assert ivans.me.name == "Ivan"


def test_somebody_who_is_no_practitioner_begins_nothing(cast):
    with pytest.raises(NotAllowed):
        actions.begin(by=cast.ela, at=cast.at, agency=cast.agency, name="Sam")


def test_a_team_of_another_agency_is_not_taken(cast):
    with pytest.raises(actions.OtherAgency):
        actions.begin(by=cast.ben, at=cast.at, agency=cast.agency, name="Sam", team=cast.other_team)


def test_a_link_works_once(cast):
    _place, token = actions.invite(by=cast.ivan, at=cast.at, partnership=cast.ivans, part=Part.SERVICE_USER)

    actions.take_place(by=cast.jo, at=cast.at, token=token)

    with pytest.raises(InvitationClosed):
        actions.take_place(by=cast.femi, at=cast.at, token=token)


def test_a_new_link_closes_the_one_before(cast):
    _place, first = actions.invite(by=cast.ivan, at=cast.at, partnership=cast.ivans, part=Part.SERVICE_USER)
    _place, second = actions.invite(by=cast.ivan, at=cast.at, partnership=cast.ivans, part=Part.SERVICE_USER)

    assert queries.place_behind(first, cast.at) is None
    assert queries.place_behind(second, cast.at).name == "Lewis"


def test_a_link_to_a_place_that_has_run_out_opens_nothing(cast):
    _place, token = actions.invite(
        by=cast.asha,
        at=cast.at,
        partnership=cast.partnership,
        part=Part.SUPPORTER,
        name="Noor",
        until_date=day_of(cast.at),
    )

    with pytest.raises(InvitationClosed):
        actions.take_place(by=cast.jo, at=cast.at + 2 * DAY, token=token)


def test_somebody_new_gets_a_login_and_the_place_and_chooses_their_own_name(cast):
    _place, token = actions.invite(by=cast.ivan, at=cast.at, partnership=cast.ivans, part=Part.SERVICE_USER)

    user = actions.join(by=None, at=cast.at, token=token, name="Lew", email="lew@example.org", password="x" * 14)

    assert queries.partnership_to_write(user, cast.ivans.pk, at=cast.at).person.name == "Lew"


def test_a_link_that_is_closed_makes_no_login(cast):
    with pytest.raises(InvitationClosed):
        actions.join(by=None, at=cast.at, token="gone", name="Lew", email="lew@example.org", password="x" * 14)

    assert not User.objects.filter(email="lew@example.org").exists()


def test_a_person_with_a_record_in_the_agency_gets_no_second_one_and_the_link_stays_good(cast):
    again = actions.begin(by=cast.dev, at=cast.at, agency=cast.agency, name="Asha", team=cast.team)
    _place, token = actions.invite(by=cast.dev, at=cast.at, partnership=again, part=Part.SERVICE_USER)

    with pytest.raises(actions.AlreadyHere):
        actions.take_place(by=cast.asha, at=cast.at, token=token)

    assert queries.place_behind(token, cast.at)


def test_two_people_may_share_a_name(cast):
    other = actions.begin(by=cast.dev, at=cast.at, agency=cast.agency, name="Asha", team=cast.team)
    _place, token = actions.invite(by=cast.dev, at=cast.at, partnership=other, part=Part.SERVICE_USER)
    namesake = people.make_user(by=None, at=cast.at, name="Asha", email="other.asha@example.org", password=None)

    actions.take_place(by=namesake, at=cast.at, token=token)

    assert queries.partnership_to_write(namesake, other.pk, at=cast.at).pk == other.pk
    assert opens(cast, namesake) is None


def test_somebody_who_can_sign_in_needs_no_link(cast):
    with pytest.raises(actions.AlreadyHere):
        actions.invite(by=cast.ben, at=cast.at, partnership=cast.partnership, part=Part.SERVICE_USER)


def test_colleagues_never_come_by_a_link_that_would_make_them_staff(cast):
    with pytest.raises(actions.PartnershipError):
        actions.invite(by=cast.ben, at=cast.at, partnership=cast.partnership, part=Part.COVER, name="Sam")


def test_a_supporter_is_not_asked_in_until_a_day_that_has_passed(cast):
    with pytest.raises(actions.WrongDay):
        actions.invite(
            by=cast.asha,
            at=cast.at,
            partnership=cast.partnership,
            part=Part.SUPPORTER,
            name="Noor",
            until_date=day_of(cast.at) - DAY,
        )


def test_a_supporter_whose_time_ran_out_can_be_asked_in_again(cast):
    ask = {"by": cast.asha, "partnership": cast.partnership, "part": Part.SUPPORTER, "name": "Jo"}
    _place, token = actions.invite(at=cast.at, until_date=day_of(cast.at), **ask)
    actions.take_place(by=cast.jo, at=cast.at, token=token)
    later = cast.at + 2 * DAY
    _place, token = actions.invite(at=later, **ask)

    actions.take_place(by=cast.jo, at=later, token=token)

    assert queries.supported_partnership_for(cast.jo, cast.partnership.pk, at=later).me.name == "Jo"


# Supporters


def test_a_supporter_cannot_open_the_partnership(cast):
    assert opens(cast, cast.cora) is None
    with pytest.raises(Http404):
        queries.partnership_for(cast.cora, cast.partnership.pk, at=cast.at, page="timeline")
    assert queries.supported_partnership_for(cast.cora, cast.partnership.pk, at=cast.at).me.name == "Cora"


def test_nobody_else_has_the_supporters_page(cast):
    for user in (cast.asha, cast.ben, cast.dev):
        with pytest.raises(Http404):
            queries.supported_partnership_for(user, cast.partnership.pk, at=cast.at)
