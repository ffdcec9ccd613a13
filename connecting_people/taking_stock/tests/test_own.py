import pytest
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.core.permissions import NotAllowed
from connecting_people.people import actions as people
from connecting_people.people.rules import Role
from connecting_people.people.standing import standing
from connecting_people.taking_stock.actions import own
from connecting_people.taking_stock.actions.taking import NothingSaid
from connecting_people.taking_stock.models import OwnStock
from connecting_people.taking_stock.permissions import can_keep_own, can_show_to, can_take_own, shown_to
from connecting_people.taking_stock.queries.own import of_the_team, own_in, own_of
from connecting_people.taking_stock.rules import Goes, Point
from connecting_people.taking_stock.tests.stocks import signed_in, text_of

pytestmark = pytest.mark.django_db
SAID = {Point.TIME: own.PointSaid(Goes.HARD, "Fridays are full"), Point.IDEAS: own.PointSaid(Goes.WELL)}


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


def took(cast, who="ben", points=SAID, **more):
    return own.take_own(by=cast.user(who), at=timezone.now(), agency=cast.agency, points=points, **more)


def showed(cast, who="ben", team=None):
    stock = took(cast, who)
    own.show_own(by=cast.user(who), at=timezone.now(), stock=stock, team=team or cast.team)
    return stock


def team_page(cast):
    return reverse("taking_stock:team", kwargs={"agency_id": cast.agency.pk})


def seen_in_team(cast, who):
    return shown_to(standing(cast.user(who)), cast.agency.pk, OwnStock.objects.all()).exists()


def test_a_practitioner_takes_stock_of_their_own_work(cast):
    took(cast, words="A good month")

    (stock,) = own_of(cast.ben)
    assert {(one.point, one.goes, one.words) for one in stock.points.all()} == {
        ("time", "hard", "Fridays are full"),
        ("ideas", "well", ""),
    }
    assert stock.words == "A good month" and stock.shared_with is None


def test_what_was_skipped_is_not_kept(cast):
    took(cast, points={**SAID, Point.BACKING: own.PointSaid()})

    assert OwnStock.objects.get().points.count() == 2


def test_nothing_said_is_nothing(cast):
    with pytest.raises(NothingSaid):
        took(cast, points={Point.TIME: own.PointSaid()}, words=" ")


@pytest.mark.parametrize(("who", "may"), [("ben", True), ("ela", False), ("gwen", False), ("asha", False)])
def test_it_is_there_for_practitioners(cast, who, may):
    assert can_take_own(cast.user(who), cast.agency) == may


def test_whoever_is_none_cannot(cast):
    with pytest.raises(NotAllowed):
        took(cast, "ela")


def test_nobody_else_finds_it(cast):
    stock = took(cast)

    assert own_in(cast.ben, stock.pk) == stock
    with pytest.raises(Http404):
        own_in(cast.dev, stock.pk)
    for who in ("dev", "ela"):
        assert not seen_in_team(cast, who)


@pytest.mark.parametrize(
    ("who", "sees"), [("ben", True), ("dev", True), ("ela", True), ("gwen", False), ("kit", False)]
)
def test_shown_it_is_seen_by_the_practitioners_and_leads_of_the_team(cast, who, sees):
    showed(cast)

    assert seen_in_team(cast, who) == sees


def test_another_team_does_not_see_it_and_a_lead_of_the_whole_agency_does(cast):
    south = people.make_team(by=cast.gwen, at=timezone.now(), agency=cast.agency, name="South team")
    given = {"by": cast.gwen, "at": timezone.now(), "agency": cast.agency}
    people.give_role(**given, user=cast.femi, role=Role.PRACTITIONER, team=south)
    people.give_role(**given, user=cast.kit, role=Role.TEAM_LEAD)
    showed(cast)

    assert not seen_in_team(cast, "femi")
    assert seen_in_team(cast, "kit")


def test_taken_back_it_is_gone_from_the_team_at_once(cast):
    stock = showed(cast)

    own.take_back_own(by=cast.ben, at=timezone.now(), stock=stock)

    assert not seen_in_team(cast, "dev")


def test_nobody_shows_changes_or_takes_back_anothers(cast):
    stock = took(cast)

    assert can_keep_own(cast.ben, stock) and not can_keep_own(cast.dev, stock)
    assert can_show_to(cast.ben, stock, cast.team) and not can_show_to(cast.dev, stock, cast.team)
    for act in (
        lambda: own.take_back_own(by=cast.dev, at=timezone.now(), stock=stock),
        lambda: own.show_own(by=cast.dev, at=timezone.now(), stock=stock, team=cast.team),
        lambda: own.change_own(by=cast.dev, at=timezone.now(), stock=stock, points=SAID, version=1),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_it_is_shown_to_a_team_of_ones_own_alone(cast):
    south = people.make_team(by=cast.gwen, at=timezone.now(), agency=cast.agency, name="South team")

    for team in (south, cast.other_team):
        with pytest.raises(NotAllowed):
            showed(cast, team=team)


def test_it_can_be_said_differently(cast):
    stock = took(cast)

    own.change_own(by=cast.ben, at=timezone.now(), stock=stock, points={}, version=1, words="All is well after all")

    (now,) = own_of(cast.ben)
    assert now.words == "All is well after all" and not now.points.exists()


def test_two_windows_show_both(cast):
    stock = took(cast)
    own.change_own(by=cast.ben, at=timezone.now(), stock=stock, points=SAID, version=1)

    with pytest.raises(own.StaleOwn) as stale:
        own.change_own(by=cast.ben, at=timezone.now(), stock=stock, points=SAID, version=1)

    assert stale.value.now.version == 2


def test_the_audit_has_the_act_and_none_of_the_words(cast):
    took(cast)

    event = Event.objects.order_by("number").filter(agency_id=cast.agency.pk).last()
    assert event.act == "own stock taken"


def test_whoever_belongs_to_no_team_finds_no_page(cast):
    with pytest.raises(Http404):
        of_the_team(standing(cast.gwen), cast.agency.pk)


class TestPages:
    def test_an_empty_page_says_what_it_is_for(self, cast):
        assert "a few minutes for yourself" in text_of(signed_in(cast, "ben"), reverse("taking_stock:own"))

    def test_a_tap_is_enough_and_only_ben_sees_it(self, cast):
        client = signed_in(cast, "ben")

        went_on = client.post(reverse("taking_stock:own_take"), {"goes_time": "hard"})

        assert went_on["Location"] == reverse("taking_stock:own")
        assert "Gets in the way" in text_of(client, reverse("taking_stock:own"))
        assert "Gets in the way" not in text_of(signed_in(cast, "dev"), team_page(cast))

    def test_an_empty_form_says_what_is_enough(self, cast):
        answer = signed_in(cast, "ben").post(reverse("taking_stock:own_take"), {})

        assert answer.status_code == 422 and "A few are enough" in answer.content.decode()

    def test_it_is_shown_to_the_team_and_taken_back(self, cast):
        stock, ben, dev = took(cast), signed_in(cast, "ben"), signed_in(cast, "dev")
        at = {"stock_id": stock.pk}

        ben.post(reverse("taking_stock:own_show", kwargs=at), {"team": str(cast.team.pk)})
        shown = text_of(dev, team_page(cast))
        ben.post(reverse("taking_stock:own_take_back", kwargs=at))

        assert "Fridays are full" in shown and "Ben" in shown
        assert "Fridays are full" not in text_of(dev, team_page(cast))

    def test_a_stale_change_shows_both_texts(self, cast):
        stock = took(cast)
        own.change_own(by=cast.ben, at=timezone.now(), stock=stock, points={}, version=1, words="From the other window")

        answer = signed_in(cast, "ben").post(
            reverse("taking_stock:own_change", kwargs={"stock_id": stock.pk}), {"words": "From here", "version": "1"}
        )

        said = answer.content.decode()
        assert answer.status_code == 422 and "From the other window" in said and "From here" in said

    def test_what_was_said_is_there_to_change(self, cast):
        stock = took(cast)

        page = text_of(signed_in(cast, "ben"), reverse("taking_stock:own_change", kwargs={"stock_id": stock.pk}))

        assert "Fridays are full" in page

    def test_in_two_agencies_one_says_which_it_is_about(self, cast):
        people.give_role(
            by=cast.ivan, at=timezone.now(), agency=cast.other_agency, user=cast.ben, role=Role.PRACTITIONER
        )
        client, page = signed_in(cast, "ben"), reverse("taking_stock:own_take")

        assert "Where is this about?" in text_of(client, page)
        client.post(page, {"words": "Over there", "agency": str(cast.other_agency.pk)})

        assert OwnStock.objects.get().agency == cast.other_agency

    def test_no_team_means_nobody_to_show_it_to(self, cast):
        people.end_role(by=cast.gwen, at=timezone.now(), membership=cast.ben.memberships.get())
        people.give_role(
            by=cast.ivan, at=timezone.now(), agency=cast.other_agency, user=cast.ben, role=Role.PRACTITIONER
        )
        stock = took(cast, "dev")
        OwnStock.objects.filter(pk=stock.pk).update(user=cast.ben)

        page = text_of(signed_in(cast, "ben"), reverse("taking_stock:own_show", kwargs={"stock_id": stock.pk}))

        assert "You are in no team yet" in page

    @pytest.mark.parametrize("page", ["own", "team"])
    def test_many_cost_no_more_queries_than_one(self, cast, page, django_assert_max_num_queries):
        for _ in range(12):
            showed(cast)
        client = signed_in(cast, "ben")
        where = team_page(cast) if page == "team" else reverse("taking_stock:own")

        with django_assert_max_num_queries(12):
            assert client.get(where).content.decode().count("Fridays are full") == 12
