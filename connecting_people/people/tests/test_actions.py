"""What can be done with agencies, teams, roles and invitations, and by whom."""

from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest

from connecting_people.core.permissions import NotAllowed
from connecting_people.people import actions, permissions, queries
from connecting_people.people.models import Invitation, Membership, User
from connecting_people.people.roles import ROLES, May
from connecting_people.people.rules import STAFF, Role, is_over, lasts
from connecting_people.people.standing import standing
from tests.cast import NAMES, PASSWORD, Cast


def invite(cast: Cast, **changed: Any) -> tuple[Invitation, str]:
    values = {"by": cast.gwen, "at": cast.at, "agency": cast.agency, "role": Role.PRACTITIONER, "name": " Nia "}
    return actions.invite_staff(**({"team": cast.team} | values | changed))


def test_every_role_stands_in_the_table() -> None:
    assert set(ROLES) == set(Role)


def test_the_first_start_makes_an_agency_and_its_administrator_once(db: None, cast: Cast) -> None:
    with pytest.raises(actions.AlreadySetUp):
        actions.set_up(
            by=None, at=cast.at, agency_name="A", setting="housing", name="B", email="b@x.org", password=PASSWORD
        )


def test_in_an_empty_database_somebody_becomes_the_administrator(db: None) -> None:
    from django.utils import timezone

    user = actions.set_up(
        by=None, at=timezone.now(), agency_name=" A ", setting="housing", name="B", email="B@x.org", password=PASSWORD
    )
    assert user.email == "b@x.org" and user.check_password(PASSWORD)
    [agency] = standing(user).where(May.KEEP_AGENCY)
    assert agency.name == "A"


def test_one_address_has_one_login_whatever_its_capitals(cast: Cast) -> None:
    with pytest.raises(actions.AddressTaken):
        actions.make_user(by=None, at=cast.at, name="Other", email="ASHA@example.org", password=None)


@pytest.mark.parametrize("who", NAMES)
def test_only_the_administrator_keeps_an_agency_and_its_teams(cast: Cast, who: str) -> None:
    user = cast.user(who)
    right = who == "gwen"
    assert permissions.can_keep_agency(user, cast.agency.pk) is right
    assert permissions.can_keep_teams(user, cast.agency.pk) is right
    assert permissions.can_invite_staff(user, cast.agency.pk, None) is right
    assert permissions.can_invite_staff(user, cast.agency.pk, cast.team.pk) is (who in {"gwen", "ela"})
    if not right:
        with pytest.raises(NotAllowed):
            actions.change_agency(by=user, at=cast.at, agency=cast.agency, name="Mine")
        with pytest.raises(NotAllowed):
            actions.make_team(by=user, at=cast.at, agency=cast.agency, name="Mine")
        with pytest.raises(NotAllowed):
            actions.switch_off(by=user, at=cast.at, agency=cast.agency, user_id=cast.ben.pk)


def test_a_team_lead_invites_practitioners_into_their_own_team_and_no_more(cast: Cast) -> None:
    invite(cast, by=cast.ela)
    other = actions.make_team(by=cast.gwen, at=cast.at, agency=cast.agency, name="South team")
    for wrong in ({"team": other}, {"team": None}, {"role": Role.TEAM_LEAD}, {"role": Role.ADMINISTRATOR}):
        with pytest.raises(NotAllowed):
            invite(cast, by=cast.ela, **wrong)


def test_an_invitation_gives_its_role_once(cast: Cast) -> None:
    invitation, token = invite(cast)
    assert invitation.name == "Nia" and token not in invitation.token_hash
    actions.accept_invitation(by=cast.jo, at=cast.at, token=token)
    assert standing(cast.jo).may(May.START_PARTNERSHIPS, cast.agency.pk, cast.team.pk)
    with pytest.raises(actions.InvitationClosed):
        actions.accept_invitation(by=cast.ivan, at=cast.at, token=token)


def test_of_two_who_open_a_link_at_once_one_gets_in(cast: Cast) -> None:
    invitation, token = invite(cast)
    # Both have read the invitation as open before either has used it.
    with patch.object(actions, "invitation_for", return_value=invitation):
        actions.accept_invitation(by=cast.jo, at=cast.at, token=token)
        with pytest.raises(actions.InvitationClosed):
            actions.accept_invitation(by=cast.ivan, at=cast.at, token=token)
    assert not standing(cast.ivan).roles_in(cast.agency.pk)


def test_joining_makes_a_login_and_uses_the_link_up_or_does_neither(cast: Cast) -> None:
    _, token = invite(cast)
    made = actions.join(by=None, at=cast.at, token=token, name="Nia", email="nia@x.org", password=PASSWORD)
    assert standing(made).roles_in(cast.agency.pk) == {Role.PRACTITIONER}
    with pytest.raises(actions.InvitationClosed):
        actions.join(by=None, at=cast.at, token=token, name="Max", email="max@x.org", password=PASSWORD)
    assert not User.objects.filter(email="max@x.org").exists()


def test_a_link_closes_after_two_weeks_and_when_it_is_taken_back(cast: Cast) -> None:
    invitation, token = invite(cast)
    assert queries.staff_invitation_for(token, cast.at + timedelta(days=13))
    assert not queries.staff_invitation_for(token, cast.at + timedelta(days=15))
    actions.withdraw_invitation(by=cast.ela, at=cast.at, invitation=invitation)
    assert not queries.staff_invitation_for(token, cast.at)
    with pytest.raises(NotAllowed):
        actions.withdraw_invitation(by=cast.dev, at=cast.at, invitation=invitation)


def test_whoever_made_a_link_takes_it_back(cast: Cast) -> None:
    invitation, _ = invite(cast, by=cast.ela)
    actions.withdraw_invitation(by=cast.ela, at=cast.at, invitation=invitation)
    assert not queries.open_invitations(cast.agency.pk, cast.at).exists()


def test_a_link_into_a_partnership_is_none_of_staff(cast: Cast) -> None:
    _, token = actions.invite(
        by=cast.ben, at=cast.at, agency=cast.agency, role=Role.SERVICE_USER, name="Lou", team=None
    )
    assert queries.invitation_for(token, cast.at)
    assert not queries.staff_invitation_for(token, cast.at)


def test_a_role_is_held_once_and_ends_at_once(cast: Cast) -> None:
    again = actions.give_role(
        by=cast.gwen, at=cast.at, agency=cast.agency, user=cast.ben, role=Role.PRACTITIONER, team=cast.team
    )
    assert Membership.objects.filter(user=cast.ben, ended_at=None).count() == 1
    actions.end_role(by=cast.ben, at=cast.at, membership=again)
    assert not standing(cast.ben).held
    with pytest.raises(NotAllowed):
        actions.end_role(by=cast.dev, at=cast.at, membership=Membership.objects.get(user=cast.ela))


def test_one_person_holds_several_roles(cast: Cast) -> None:
    actions.give_role(by=cast.gwen, at=cast.at, agency=cast.agency, user=cast.gwen, role=Role.TRAINER)
    assert standing(cast.gwen).roles_in(cast.agency.pk) == {Role.ADMINISTRATOR, Role.TRAINER}


def test_an_agency_keeps_an_administrator(cast: Cast) -> None:
    own = Membership.objects.get(user=cast.gwen)
    with pytest.raises(actions.PeopleError):
        actions.end_role(by=cast.gwen, at=cast.at, membership=own)
    actions.give_role(by=cast.gwen, at=cast.at, agency=cast.agency, user=cast.ela, role=Role.ADMINISTRATOR)
    actions.end_role(by=cast.gwen, at=cast.at, membership=own)
    assert not standing(cast.gwen).held


def test_switching_off_closes_the_links_that_somebody_made(cast: Cast) -> None:
    _, token = invite(cast, by=cast.ela)
    actions.switch_off(by=cast.gwen, at=cast.at, agency=cast.agency, user_id=cast.ela.pk)
    assert not standing(cast.ela).held
    assert not queries.staff_invitation_for(token, cast.at)


def test_switching_off_in_one_agency_leaves_the_other(cast: Cast) -> None:
    actions.give_role(by=cast.gwen, at=cast.at, agency=cast.agency, user=cast.ivan, role=Role.TRAINER)
    actions.switch_off(by=cast.gwen, at=cast.at, agency=cast.agency, user_id=cast.ivan.pk)
    assert standing(cast.ivan).agencies == [cast.other_agency]


def test_a_team_name_is_used_once_in_an_agency(cast: Cast) -> None:
    with pytest.raises(actions.PeopleError):
        actions.make_team(by=cast.gwen, at=cast.at, agency=cast.agency, name=" north team ")


def test_crisis_information_goes_stale_when_another_wrote_it_first(cast: Cast) -> None:
    words = {
        "region": "Here", "advice": "", "kept_by": "Kit", "checked_date": cast.at.date(), "contacts": [],
    }  # fmt: skip
    actions.keep_crisis_information(by=cast.gwen, at=cast.at, agency=cast.agency, version=0, **words)
    with pytest.raises(actions.StaleCrisisInformation):
        actions.keep_crisis_information(by=cast.gwen, at=cast.at, agency=cast.agency, version=0, **words)
    actions.keep_crisis_information(by=cast.gwen, at=cast.at, agency=cast.agency, version=1, **words)
    with pytest.raises(actions.StaleCrisisInformation):
        actions.keep_crisis_information(by=cast.gwen, at=cast.at, agency=cast.agency, version=1, **words)
    with pytest.raises(NotAllowed):
        actions.keep_crisis_information(by=cast.ela, at=cast.at, agency=cast.agency, version=2, **words)


def test_teams_and_colleagues_are_found_by_what_people_do(cast: Cast) -> None:
    found = queries.teams_of(cast.ela, cast.agency.pk, Role.TEAM_LEAD)
    assert list(found) == [cast.team]
    assert list(queries.teams_of(cast.gwen, cast.agency.pk, Role.ADMINISTRATOR)) == [cast.team]
    assert list(queries.colleagues(cast.agency.pk, cast.team.pk)) == [cast.ben, cast.dev]
    assert list(queries.colleagues(cast.agency.pk)) == [cast.ben, cast.dev]
    assert list(queries.holders(cast.agency.pk, Role.PRIVACY_OFFICER)) == [cast.kit]
    assert queries.names({cast.asha.pk}) == {cast.asha.pk: "Asha"}


def test_a_user_may_nothing_by_djangos_own_permissions(cast: Cast) -> None:
    assert not cast.gwen.has_perm("people.change_user")
    assert cast.gwen.get_full_name() == str(cast.gwen) == "Gwen"
    assert User.objects.get_by_natural_key("GWEN@example.org") == cast.gwen
    assert str(cast.team) == "North team" and str(cast.agency).startswith("Riverside")


@pytest.mark.parametrize("shared", [True, False])
@pytest.mark.parametrize("staff", [True, False])
def test_a_session_is_over_when_either_limit_is_reached(cast: Cast, shared: bool, staff: bool) -> None:
    idle, at_most = lasts(shared=shared, staff=staff)
    kinds = {"shared": shared, "staff": staff}
    assert not is_over(began_at=cast.at, seen_at=cast.at, at=cast.at, **kinds)
    assert is_over(began_at=cast.at, seen_at=cast.at + at_most, at=cast.at + at_most, **kinds)
    if idle:
        assert is_over(began_at=cast.at, seen_at=cast.at, at=cast.at + idle, **kinds)
    assert (idle is None) is not (shared or staff)


def test_staff_are_all_but_service_users_and_supporters() -> None:
    assert set(Role) - STAFF == {Role.SERVICE_USER, Role.SUPPORTER}
