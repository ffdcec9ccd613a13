"""Places that are used, and how welcoming they are to each voice, then and now."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.community.actions.assets import keep_asset
from connecting_people.community.tests.places import service
from connecting_people.core.permissions import NotAllowed
from connecting_people.culture.actions import places
from connecting_people.culture.models import PlaceUsed, Welcome
from connecting_people.culture.queries.places import own_welcome, place_in
from connecting_people.culture.rules import Voice
from connecting_people.culture.tests.many import address, days_ago, main_of, signed_in, today
from connecting_people.culture.welcoming import LINES, TOPICS
from connecting_people.ui.jinja import day, month

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_second_factor(settings):
    settings.DEMO = True


def act(cast, who="ben"):
    return {"by": cast.user(who), "at": timezone.now()}


def use(cast, name="The Lamplight café", **more):
    return places.use(**act(cast), agency=cast.agency, name=name, **more)


def asset(cast, name, agency=None, by=None):
    agency = agency or cast.agency
    return keep_asset(by=by or cast.ben, at=cast.at, agency=agency, document=service(name))


def went_through(cast, place, who="ben", voice=Voice.STAFF, on=None, words="", **ticks):
    given = {"on_date": on or today(), "ticks": ticks, "words": words}
    return places.go_through(**act(cast, who), place=place, voice=voice, **given)


def test_each_line_of_the_list_has_an_id_of_its_own():
    assert len(LINES) == sum(len(topic.lines) for topic in TOPICS) == 20


def test_a_place_is_written_down_changed_ended_and_used_again(cast):
    place = use(cast, used_for="First talks", team=cast.team, asset=asset(cast, "Lamplight"))
    places.change(**act(cast, "kit"), place=place, version=1, name=" The Lamplight ")
    place.refresh_from_db()
    assert (place.name, place.team, place.asset, place.version) == ("The Lamplight", None, None, 2)
    for did in (places.end, places.end, places.use_again, places.use_again):
        did(**act(cast), place=place)
    place.refresh_from_db()
    assert place.ended_at is None
    done = list(Event.objects.filter(target_id=place.pk).order_by("number").values_list("act", flat=True))
    assert [one.removeprefix("culture: ") for one in done] == [
        "place",
        "place changed",
        "place ended",
        "place used again",
    ]


def test_a_change_that_comes_too_late_says_so(cast):
    place = use(cast)
    places.change(**act(cast), place=place, version=1, name="First")
    with pytest.raises(places.StalePlace) as stale:
        places.change(**act(cast), place=place, version=1, name="Second")
    assert stale.value.now.name == "First"


def test_only_staff_say_from_where_they_work(cast):
    place = use(cast)
    for who in ("asha", "cora", "ivan", "jo"):
        with pytest.raises(NotAllowed):
            places.use(**act(cast, who), agency=cast.agency, name="Here")
        with pytest.raises(NotAllowed):
            places.change(**act(cast, who), place=place, version=1, name="There")
        with pytest.raises(NotAllowed):
            places.end(**act(cast, who), place=place)
        with pytest.raises(NotAllowed):
            places.use_again(**act(cast, who), place=place)


def test_a_place_has_no_team_or_entry_of_another_agency(cast):
    with pytest.raises(places.OfAnotherAgency):
        use(cast, team=cast.other_team)
    with pytest.raises(places.OfAnotherAgency):
        use(cast, asset=asset(cast, "Hill hall", cast.other_agency, cast.ivan))
    with pytest.raises(Http404):
        place_in(cast.other_agency.pk, use(cast).pk)


def test_anybody_goes_through_the_list_in_their_own_voice(cast):
    place = use(cast)
    for who, voice in (("ben", Voice.STAFF), ("asha", Voice.SERVICE_USER), ("cora", Voice.SUPPORTER)):
        assert went_through(cast, place, who, voice, tea=True).voice == voice
    for who, voice in (("ben", Voice.SUPPORTER), ("asha", Voice.STAFF), ("ivan", Voice.STAFF)):
        with pytest.raises(NotAllowed):
            went_through(cast, place, who, voice, tea=True)


def test_something_is_seen_on_a_day_that_has_come(cast):
    place = use(cast)
    with pytest.raises(places.NothingSeen):
        went_through(cast, place, words="  ", nothing_of_this_name=True)
    with pytest.raises(places.WrongDay):
        went_through(cast, place, tea=True, on=days_ago(-1))


def test_what_one_saw_oneself_is_taken_back_by_oneself(cast):
    seen = went_through(cast, use(cast), tea=True)
    with pytest.raises(Http404):
        own_welcome(cast.dev, cast.agency.pk, seen.pk)
    with pytest.raises(NotAllowed):
        places.take_back(**act(cast, "dev"), welcome=seen)
    client = signed_in(cast.ben)
    assert client.post(address(cast, "welcome_back", welcome_id=seen.pk)).status_code == 302
    assert not Welcome.objects.exists()


def test_the_page_shows_then_and_now_by_voice_and_what_to_make_better_and_nobodys_name(cast):
    place = use(cast)
    went_through(cast, place, "dev", on=days_ago(40), tea=False, signs=False, words="A cold room")
    went_through(cast, place, "dev", on=days_ago(2), tea=True)
    went_through(cast, place, "asha", Voice.SERVICE_USER, on=days_ago(1), greeting=False)

    page = main_of(cast.ben, address(cast, "place", place_id=place.pk))

    assert "Then: Not yet" in page and "Now: It is so" in page
    better = page.split("What could be made better next", 1)[1].split("How it was seen", 1)[0]
    assert str(LINES["signs"].says) in better and str(LINES["greeting"].says) in better
    assert str(LINES["tea"].says) not in better
    assert "A cold room" in page and "Dev" not in page and "Asha" not in page


def test_a_look_has_its_month_for_others_and_its_day_for_whoever_looked(cast):
    place, on = use(cast), days_ago(3)
    went_through(cast, place, "asha", Voice.SERVICE_USER, on=on, words="A cold room", tea=False)
    where = address(cast, "place", place_id=place.pk)

    for page in (main_of(cast.ben, where), main_of(cast.ben, address(cast, "places"))):
        assert month(on) in page and day(on) not in page
    own = main_of(cast.asha, where)
    assert own.count(day(on)) == 2  # beside the words, and on the way to take them back
    assert month(on) in own.split("How it was seen", 1)[1].split("What people noticed", 1)[0]


def test_within_a_month_nothing_tells_who_looked_before_whom(cast):
    place, first = use(cast), days_ago(40).replace(day=1)
    for number in range(6):
        went_through(cast, place, "dev", on=first + timedelta(days=number), words=f"Word {number}")

    page = main_of(cast.ben, address(cast, "place", place_id=place.pk))

    by_id = [one.words for one in sorted(Welcome.objects.all(), key=lambda one: one.pk.hex)]
    assert re.findall(r"Word \d", page) == by_id


def test_a_place_is_found_in_the_directory_by_its_name(cast):
    asset(cast, "Weir Hall")
    asset(cast, "Weir Library")
    client, where = signed_in(cast.ben), address(cast, "add_place")

    assert "Try a part of the name" in client.post(where, {"name": "Ours", "in_directory": "Moon"}).content.decode()
    asked = client.post(where, {"name": "Ours", "in_directory": "weir"})
    assert asked.status_code == 422 and "Which of these is it?" in asked.content.decode()
    chosen = asset(cast, "Weir Garden")
    typed = {"name": "Ours", "in_directory": "weir", "asset": str(chosen.pk), "team": str(cast.team.pk)}
    assert client.post(where, typed).status_code == 302

    place = PlaceUsed.objects.get()
    assert (place.asset, place.team) == (chosen, cast.team)
    assert "In the directory: Weir Garden" in main_of(cast.asha, address(cast, "place", place_id=place.pk))
    kept = {"name": "Ours", "in_directory": "Weir Garden", "version": "1", "used_for": "Tea"}
    assert client.post(address(cast, "change_place", place_id=place.pk), kept).status_code == 302
    place.refresh_from_db()
    assert (place.asset, place.team, place.used_for) == (chosen, None, "Tea")


def test_a_change_from_another_page_shows_both_and_loses_nothing(cast):
    place = use(cast)
    places.change(**act(cast), place=place, version=1, name="What another wrote")
    where = address(cast, "change_place", place_id=place.pk)
    answer = signed_in(cast.dev).post(where, {"name": "What Dev wrote", "version": "1"})
    page = answer.content.decode()
    assert answer.status_code == 422 and "What another wrote" in page and "What Dev wrote" in page
    assert signed_in(cast.dev).post(where, {"name": "What Dev wrote", "version": "2"}).status_code == 302


def test_the_list_is_gone_through_on_its_page(cast):
    place = use(cast)
    where = address(cast, "welcome", place_id=place.pk, voice="service_user")
    assert all(str(line.says) in main_of(cast.asha, where) for line in LINES.values())
    day = {"on_day": str(today().day), "on_month": str(today().month), "on_year": str(today().year)}
    client = signed_in(cast.asha)

    assert client.post(where, day).status_code == 422
    asked = client.post(where, {**day, "line-tea": "yes", "words": "Ask for Meera at the bar"})
    assert asked.status_code == 422 and "may be somebody" in asked.content.decode()
    sent = {**day, "line-tea": "yes", "line-signs": "no", "words": "Ask for Meera at the bar", "asked": "on"}
    assert client.post(where, sent).status_code == 302

    assert Welcome.objects.get().ticks == {"tea": True, "signs": False}
    assert signed_in(cast.ben).get(where).status_code == 404


def test_a_place_that_is_not_used_any_more_stands_among_those_of_before(cast):
    place = use(cast)
    client = signed_in(cast.ben)
    client.post(address(cast, "end_place", place_id=place.pk))
    page = main_of(cast.asha, address(cast, "places"))
    assert place.name in page.split("Places used before", 1)[1]
    client.post(address(cast, "use_place_again", place_id=place.pk))
    assert "Places used before" not in main_of(cast.asha, address(cast, "places"))


def test_the_list_takes_as_many_queries_however_many_places(cast):
    def asked():
        client = signed_in(cast.ben)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address(cast, "places")).status_code == 200
        return len(queries)

    went_through(cast, use(cast), tea=True)
    few = asked()
    for number in range(4):
        went_through(cast, use(cast, f"Place {number}", asset=asset(cast, f"Entry {number}")), tea=True)

    assert asked() == few
