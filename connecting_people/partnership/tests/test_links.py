"""A link to the person's own place opens the whole record: whoever is gone must not be able to use it."""

from django.urls import reverse

from connecting_people.audit.queries import about
from connecting_people.partnership import actions
from connecting_people.partnership.queries import place_behind
from connecting_people.partnership.rules import Part
from connecting_people.people import actions as people
from connecting_people.people.models import Membership
from connecting_people.people.rules import Role


def _link(cast):
    ivans = cast.reach("ivan", cast.ivans)
    _, token = actions.invite(by=cast.ivan, at=cast.at, partnership=ivans, part=Part.SERVICE_USER)
    assert place_behind(token, cast.at)
    return ivans, token


def test_a_practitioner_who_leaves_closes_the_link_that_they_know(cast):
    _, token = _link(cast)
    membership = Membership.objects.get(user=cast.ivan, role=Role.PRACTITIONER)
    people.end_role(by=cast.ivan, at=cast.at, membership=membership)

    assert place_behind(token, cast.at) is None


def test_handing_over_closes_the_link_that_the_lead_before_knows(cast):
    people.give_role(
        by=cast.ivan, at=cast.at, agency=cast.other_agency, user=cast.jo, role=Role.PRACTITIONER, team=cast.other_team
    )
    ivans, token = _link(cast)
    actions.hand_over(by=cast.ivan, at=cast.at, partnership=ivans, colleague=cast.jo)

    assert place_behind(token, cast.at) is None


def test_a_team_lead_who_opens_the_page_for_handing_over_is_written_down(cast, visit):
    people.end_role(by=cast.ben, at=cast.at, membership=Membership.objects.get(user=cast.ben))

    assert visit("ela").get("hand_over", partnership_id=cast.partnership.pk).status_code == 200
    seen = about(cast.partnership.pk, acts=("read: handing over",))
    assert seen.get().actor_id == cast.ela.pk
    assert "Ela" in visit("asha").client.get(reverse("journey:who_looked", args=[cast.partnership.pk])).content.decode()
