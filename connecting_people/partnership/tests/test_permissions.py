from datetime import timedelta

import pytest

from connecting_people.core.permissions import NotAllowed
from connecting_people.partnership import actions, permissions
from connecting_people.partnership.models import Partnership, UrgentLook
from connecting_people.partnership.rules import Part
from connecting_people.people import actions as people
from connecting_people.people.models import Membership
from connecting_people.people.rules import Role
from tests.cast import NAMES

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def _allowed(check, *args):
    try:
        check(*args)
    except NotAllowed as why:
        assert str(why)
        return False
    return True


@pytest.mark.parametrize("name", NAMES)
def test_check_yes_or_no_and_set_agree_about_opening(cast, name):
    user = cast.user(name)
    visible = set(permissions.visible_to(user, Partnership.objects.all(), cast.at))

    for partnership in (cast.partnership, cast.hanas, cast.ivans):
        may = permissions.can_open(user, partnership, cast.at)
        assert may == (partnership in visible)
        assert may == _allowed(permissions.check_can_open, user, partnership, cast.at)
        assert may == permissions.can_write(user, partnership, cast.at)


def test_only_those_who_take_part_open_a_partnership(cast):
    opening = {name for name in NAMES if permissions.can_open(cast.user(name), cast.partnership, cast.at)}

    assert opening == {"asha", "ben"}


@pytest.mark.parametrize("name", NAMES)
def test_only_practitioners_begin_and_only_in_their_agency(cast, name):
    user = cast.user(name)

    assert permissions.can_start(user, cast.agency) == (name in {"ben", "dev"})
    assert permissions.can_start(user, cast.other_agency) == (name == "ivan")


@pytest.mark.parametrize(
    ("part", "names"),
    [
        (Part.SERVICE_USER, {"ben"}),
        (Part.PRACTITIONER, {"ben"}),
        (Part.COVER, {"ben"}),
        (Part.SUPPORTER, {"asha"}),
        (Part.LEAD, set()),
    ],
)
def test_who_asks_whom_in(cast, part, names):
    asking = {n for n in NAMES if permissions.can_invite(cast.user(n), cast.partnership, part, cast.at)}

    assert asking == names


def test_for_somebody_without_a_login_the_lead_asks_a_supporter_in(cast):
    assert permissions.can_invite(cast.ivan, cast.ivans, Part.SUPPORTER, cast.at)


def test_a_place_is_ended_by_its_holder_or_by_whoever_could_ask_them_in(cast):
    coras = cast.place("cora")
    ending = {n for n in NAMES if permissions.can_end_place(cast.user(n), cast.partnership, coras, cast.at)}

    assert ending == {"asha", "cora"}
    assert not permissions.can_end_place(cast.dev, cast.hanas, coras, cast.at)


def test_the_lead_hands_over_and_the_team_lead_only_when_there_is_none(cast):
    def handing():
        return {n for n in NAMES if permissions.can_hand_over(cast.user(n), cast.partnership, cast.at)}

    assert handing() == {"ben"}

    people.end_role(by=cast.ben, at=cast.at, membership=Membership.objects.get(user=cast.ben))

    assert handing() == {"ela"}


def test_a_role_that_ends_closes_every_record_at_once(cast):
    people.switch_off(by=cast.gwen, at=cast.at, agency=cast.agency, user_id=cast.ben.pk)

    assert not permissions.can_open(cast.ben, cast.partnership, cast.at)
    assert not permissions.can_invite(cast.ben, cast.partnership, Part.COVER, cast.at)


def test_only_the_lead_of_the_team_looks_urgently(cast):
    looking = {n for n in NAMES if permissions.can_look_urgently(cast.user(n), cast.partnership)}

    assert looking == {"ela"}
    assert not permissions.can_look_urgently(cast.ela, cast.ivans)


def test_a_partnership_without_a_team_is_looked_into_by_a_lead_of_the_whole_agency_alone(cast):
    free = actions.begin(by=cast.ben, at=cast.at, agency=cast.agency, name="Sam")

    assert not permissions.can_look_urgently(cast.ela, free)

    people.give_role(by=cast.gwen, at=cast.at, agency=cast.agency, user=cast.kit, role=Role.TEAM_LEAD)

    assert permissions.can_look_urgently(cast.kit, free)


def test_a_look_lasts_sixty_minutes_for_one_person_who_leads_the_team(cast):
    look = actions.look_urgently(by=cast.ela, at=cast.at, partnership=cast.partnership, reason="Nobody can reach Ben.")
    minutes = [cast.at + timedelta(minutes=n) for n in (-1, 0, 59, 60)]

    assert [permissions.look_lasts(cast.ela, look, at) for at in minutes] == [False, True, True, False]
    assert not permissions.look_lasts(cast.dev, look, cast.at)

    people.end_role(by=cast.ela, at=cast.at, membership=Membership.objects.get(user=cast.ela))

    assert not permissions.look_lasts(cast.ela, UrgentLook.objects.get(), cast.at)


def test_only_the_privacy_officer_of_the_agency_notes_that_a_look_was_seen(cast):
    look = actions.look_urgently(by=cast.ela, at=cast.at, partnership=cast.partnership, reason="Nobody can reach Ben.")
    people.give_role(by=cast.ivan, at=cast.at, agency=cast.other_agency, user=cast.jo, role=Role.PRIVACY_OFFICER)

    noting = {name for name in NAMES if permissions.can_note_look(cast.user(name), look)}

    assert noting == {"kit"}


def test_a_cover_ends_after_its_day(cast):
    until = cast.at.date() + DAY
    actions.cover(by=cast.ben, at=cast.at, partnership=cast.partnership, colleague=cast.dev, until_date=until)

    days = [permissions.can_open(cast.dev, cast.partnership, cast.at + n * DAY) for n in range(3)]

    assert days == [True, True, False]
