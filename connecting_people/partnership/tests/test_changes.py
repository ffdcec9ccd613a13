import pytest
from django.http import Http404

from connecting_people.audit.queries import about
from connecting_people.core.london import day_of
from connecting_people.core.permissions import NotAllowed
from connecting_people.partnership import actions, queries
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.rules import Kind, Part, State
from connecting_people.partnership.tests.moves import DAY, HOUR, cover, opens
from connecting_people.people import actions as people
from connecting_people.people.actions import InvitationClosed
from connecting_people.people.models import Membership
from connecting_people.people.rules import Role

pytestmark = pytest.mark.django_db

# Colleagues, cover, ending a place


def test_a_colleague_opens_the_record_until_the_place_is_ended(cast):
    place = actions.add_colleague(by=cast.ben, at=cast.at, partnership=cast.partnership, colleague=cast.dev)
    assert opens(cast, cast.dev)

    actions.stop_taking_part(by=cast.ben, at=cast.at + HOUR, partnership=cast.partnership, place=place)

    assert opens(cast, cast.dev) is None
    assert queries.changes(cast.partnership)[0].kind == Kind.STOPPED_TAKING_PART


def test_who_comes_again_finds_their_own_place_with_what_they_kept_there(cast):
    first = actions.add_colleague(by=cast.ben, at=cast.at, partnership=cast.partnership, colleague=cast.dev)
    actions.stop_taking_part(by=cast.dev, at=cast.at, partnership=cast.partnership, place=first)

    again = cover(cast)

    assert (again.pk, again.part) == (first.pk, Part.COVER)


@pytest.mark.parametrize("name", ["ela", "ivan", "jo", "asha"])
def test_only_practitioners_of_the_agency_come_in(cast, name):
    with pytest.raises((actions.NotAColleague, actions.AlreadyHere)):
        actions.add_colleague(by=cast.ben, at=cast.at, partnership=cast.partnership, colleague=cast.user(name))


def test_nobody_takes_part_twice(cast):
    with pytest.raises(actions.AlreadyHere):
        actions.add_colleague(by=cast.ben, at=cast.at, partnership=cast.partnership, colleague=cast.ben)


def test_a_cover_ends_after_its_day_and_the_place_is_free_for_the_next(cast):
    cover(cast, days=1)
    later = cast.at + 2 * DAY

    assert opens(cast, cast.dev, cast.at + DAY)
    assert opens(cast, cast.dev, later) is None
    assert cover(cast, at=later).until_date == day_of(later) + 3 * DAY


def test_another_day_can_be_chosen_for_somebody_who_stands_in(cast):
    cover(cast, days=1)

    assert cover(cast, days=9).until_date == day_of(cast.at) + 9 * DAY


def test_a_stand_in_cannot_stay_by_their_own_word(cast):
    cover(cast)

    with pytest.raises(NotAllowed):
        cover(cast, days=80, by=cast.dev)


@pytest.mark.parametrize("days", [-1, 91])
def test_a_cover_is_neither_past_nor_without_end(cast, days):
    with pytest.raises(actions.WrongDay):
        cover(cast, days=days)


def test_a_supporter_stops_by_themselves_and_only_once(cast):
    place = cast.place("cora")
    actions.stop_taking_part(by=cast.cora, at=cast.at, partnership=cast.partnership, place=place)

    with pytest.raises(actions.CannotMove):
        actions.stop_taking_part(by=cast.asha, at=cast.at, partnership=cast.partnership, place=place)


def test_ending_a_place_closes_its_link(cast):
    place, token = actions.invite(
        by=cast.asha, at=cast.at, partnership=cast.partnership, part=Part.SUPPORTER, name="Noor"
    )
    actions.stop_taking_part(by=cast.asha, at=cast.at, partnership=cast.partnership, place=place)

    with pytest.raises(InvitationClosed):
        actions.take_place(by=cast.jo, at=cast.at, token=token)


@pytest.mark.parametrize("name", ["asha", "ben"])
def test_the_two_who_make_the_partnership_have_other_ways_to_go(cast, name):
    with pytest.raises(actions.PartnershipError):
        actions.stop_taking_part(by=cast.user(name), at=cast.at, partnership=cast.partnership, place=cast.place(name))


# Pausing, leaving, coming back


@pytest.mark.parametrize("name", ["asha", "ben"])
def test_either_pauses_and_either_comes_back_at_any_step(cast, name):
    user = cast.user(name)
    actions.pause(by=user, at=cast.at, partnership=cast.partnership, ask_again_date=day_of(cast.at) + DAY)
    actions.come_back(by=user, at=cast.at + HOUR, partnership=cast.partnership, step=4, words="Here I am")

    change = queries.changes(cast.partnership)[0]
    assert (change.kind, change.step, change.words) == (Kind.CAME_BACK, 4, "Here I am")
    assert Partnership.objects.get(pk=cast.partnership.pk).ask_again_date is None


def test_leaving_keeps_everything_and_coming_back_opens_the_same_record(cast):
    actions.leave(by=cast.asha, at=cast.at, partnership=cast.partnership)

    assert opens(cast, cast.asha).state == State.AWAY

    actions.come_back(by=cast.asha, at=cast.at + 400 * DAY, partnership=cast.partnership, step=8)

    assert opens(cast, cast.asha).state == State.TOGETHER


def test_who_paused_may_leave_without_coming_back_first(cast):
    actions.pause(by=cast.asha, at=cast.at, partnership=cast.partnership)
    actions.leave(by=cast.asha, at=cast.at, partnership=cast.partnership)

    assert cast.partnership.state == State.AWAY


def test_the_same_move_twice_is_told_kindly(cast):
    stale = cast.reach("ben")
    actions.pause(by=cast.asha, at=cast.at, partnership=cast.partnership)

    with pytest.raises(actions.CannotMove):
        actions.pause(by=cast.ben, at=cast.at, partnership=stale)


def test_a_day_to_ask_again_lies_ahead(cast):
    with pytest.raises(actions.WrongDay):
        actions.pause(by=cast.asha, at=cast.at, partnership=cast.partnership, ask_again_date=day_of(cast.at) - DAY)


@pytest.mark.parametrize("name", ["cora", "dev", "ela", "gwen", "kit", "ivan"])
def test_nobody_else_moves_it(cast, name):
    with pytest.raises(NotAllowed):
        actions.pause(by=cast.user(name), at=cast.at, partnership=cast.partnership)


# Handing over


def _hand_over(cast, by, to):
    return actions.hand_over(by=by, at=cast.at, partnership=cast.partnership, colleague=to)


def test_handing_over_moves_access_at_once_and_keeps_the_words_where_they_were(cast):
    bens = cast.place("ben")

    _hand_over(cast, cast.ben, cast.dev)

    assert opens(cast, cast.ben) is None
    reached = opens(cast, cast.dev)
    assert reached.me.part == Part.LEAD
    assert bens in reached.everybody
    assert [p.name for p in reached.everybody if p.part == Part.LEAD and p.takes_part(day_of(cast.at))] == ["Dev"]


def test_handed_back_the_first_lead_has_their_own_place_again(cast):
    bens = cast.place("ben")
    _hand_over(cast, cast.ben, cast.dev)

    assert _hand_over(cast, cast.dev, cast.ben).pk == bens.pk
    assert opens(cast, cast.dev) is None


def test_somebody_who_stands_in_can_become_the_lead_for_good(cast):
    place = cover(cast)

    lead = _hand_over(cast, cast.ben, cast.dev)

    assert (lead.pk, lead.until_date) == (place.pk, None)


def test_the_lead_is_not_handed_to_whoever_holds_it(cast):
    with pytest.raises(actions.AlreadyHere):
        _hand_over(cast, cast.ben, cast.ben)


def test_the_lead_goes_to_a_practitioner_of_the_agency(cast):
    with pytest.raises(actions.NotAColleague):
        _hand_over(cast, cast.ben, cast.ivan)


def test_when_the_lead_has_left_the_agency_the_team_lead_finds_another(cast):
    people.end_role(by=cast.ben, at=cast.at, membership=Membership.objects.get(user=cast.ben))

    _hand_over(cast, cast.ela, cast.dev)

    assert opens(cast, cast.dev).me.part == Part.LEAD
    assert opens(cast, cast.ela) is None


def test_a_supporter_who_is_also_a_colleague_keeps_the_part_that_they_have(cast):
    people.give_role(by=cast.gwen, at=cast.at, agency=cast.agency, user=cast.cora, role=Role.PRACTITIONER)

    with pytest.raises(actions.AlreadyHere):
        _hand_over(cast, cast.ben, cast.cora)


# Looking urgently


def test_a_look_needs_a_reason_that_others_understand(cast):
    with pytest.raises(actions.ReasonTooShort):
        actions.look_urgently(by=cast.ela, at=cast.at, partnership=cast.partnership, reason=" urgent              ")


def test_a_look_opens_the_record_for_an_hour_to_read_only_and_the_officer_sees_it(cast):
    reason = "Ben is ill and Asha rang in distress."
    at = cast.at + HOUR
    look = actions.look_urgently(by=cast.ela, at=at, partnership=cast.partnership, reason=reason)

    reached = queries.partnership_for(cast.ela, cast.partnership.pk, at=at + 59 * HOUR / 60, page="timeline")
    assert reached.looking == look
    assert not hasattr(reached, "me")
    assert opens(cast, cast.ela) is None
    with pytest.raises(Http404):
        queries.partnership_for(cast.ela, cast.partnership.pk, at=at + HOUR, page="timeline")
    assert [(one.by, one.reason) for one in queries.urgent_looks(cast.agency.pk)] == [(cast.ela, reason)]
    assert [one.reason for one in queries.looks_into(cast.partnership)] == [reason]
    assert queries.changes(cast.partnership)[0].words == reason
    assert not queries.urgent_looks(cast.other_agency.pk)


def test_a_look_ends_with_the_role(cast):
    actions.look_urgently(by=cast.ela, at=cast.at, partnership=cast.partnership, reason="Nobody can reach Ben today.")
    people.switch_off(by=cast.gwen, at=cast.at, agency=cast.agency, user_id=cast.ela.pk)

    with pytest.raises(Http404):
        queries.partnership_for(cast.ela, cast.partnership.pk, at=cast.at, page="timeline")


def test_an_officer_notes_a_look_once_and_the_audit_keeps_it(cast):
    look = actions.look_urgently(by=cast.ela, at=cast.at, partnership=cast.partnership, reason="Nobody can reach Ben.")
    with pytest.raises(NotAllowed):
        actions.note_look_seen(by=cast.gwen, at=cast.at, look=look)

    actions.note_look_seen(by=cast.kit, at=cast.at + HOUR, look=look)
    actions.note_look_seen(by=cast.kit, at=cast.at + DAY, look=look)

    look.refresh_from_db()
    assert look.seen_by_officer_at == cast.at + HOUR
    [event] = about(cast.partnership.pk, acts=(actions.LOOK_SEEN,))
    assert (event.actor_id, event.target_id) == (cast.kit.pk, look.pk)


# Gathering


def test_a_lead_of_a_team_sees_its_partnerships_and_somebody_sees_their_own(cast):
    assert set(queries.in_team(cast.agency.pk, {cast.team.pk})) == {cast.partnership, cast.hanas}
    assert [place.partnership for place in queries.places_of(cast.ben, cast.at)] == [cast.partnership]
    assert queries.service_users_of({cast.hanas.pk})[cast.hanas.pk].name == "Hana"


def test_who_leads_says_whether_they_still_hold_the_role(cast):
    ids = {cast.partnership.pk, cast.hanas.pk}
    people.switch_off(by=cast.gwen, at=cast.at, agency=cast.agency, user_id=cast.ben.pk)

    leads = queries.leads_of(ids)

    assert [leads[which.pk].holds_role for which in (cast.partnership, cast.hanas)] == [False, True]


def test_nobody_signs_off_their_own_look(cast):
    people.give_role(by=cast.gwen, at=cast.at, agency=cast.agency, user=cast.ela, role=Role.PRIVACY_OFFICER)
    look = actions.look_urgently(by=cast.ela, at=cast.at, partnership=cast.partnership, reason="Nobody can reach Ben.")

    with pytest.raises(NotAllowed):
        actions.note_look_seen(by=cast.ela, at=cast.at + HOUR, look=look)
    with pytest.raises(Http404):
        queries.look_to_note(cast.ela, look.pk)
