import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from icalendar import Calendar

from connecting_people.community.models import Asset
from connecting_people.community.tests.places import walking_group
from connecting_people.connections.models import ConnectionState
from connecting_people.connections.tests import maps
from connecting_people.core.permissions import NotAllowed
from connecting_people.plans.tests.goals import set_goal
from connecting_people.stepping_out.actions import disclosures, meetings, support
from connecting_people.stepping_out.actions.disclosures import Thing
from connecting_people.stepping_out.actions.planning import Again
from connecting_people.stepping_out.actions.support import Backing
from connecting_people.stepping_out.calendars import calendar_of
from connecting_people.stepping_out.models import Outing
from connecting_people.stepping_out.rules import OutingState, Source
from connecting_people.stepping_out.tests.outings import address, by, day_boxes, plan, seen, signed_in, tell, today

pytestmark = pytest.mark.django_db
_TOKENS = re.compile(r'name="(csrfmiddlewaretoken|once|keep)" value="[^"]*"')


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


def text_of(client, page):
    return client.get(page).content.decode()


def test_an_empty_page_says_what_an_outing_is(cast):
    assert "Small ones count" in text_of(signed_in(cast, "asha"), address(cast, "outings"))


def test_an_outing_is_planned_on_its_page_and_both_see_it(cast):
    sent = {"words": "Choir", "every": "0", "begins": "19:00", **day_boxes("outing_date", today() + timedelta(days=2))}

    went_on = signed_in(cast, "asha").post(address(cast, "plan"), sent)

    outing = Outing.objects.get()
    assert went_on["Location"] == address(cast, "outing", outing_id=outing.pk)
    assert "Choir" in text_of(signed_in(cast, "ben"), address(cast, "outings"))


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (day_boxes("outing_date", date(2020, 1, 1)), "If it has happened already, say so below"),
        ({"begins": "half ten"}, "Write the time like 10:30"),
        ({"begins": "11:00", "ends": "10:00"}, "It would end before it begins"),
        ({"every": "1"}, "Choose a last day"),
        ({"every": "1", **day_boxes("until", today() + timedelta(days=700))}, "more than a year of outings"),
        (
            {"every": "1", **day_boxes("outing_date", today() + timedelta(3)), **day_boxes("until", today())},
            "a last day that comes after the first",
        ),
        ({"begins": "11:00", "back_by": "10:00"}, "You would be back before you set out"),
        ({"words": ""}, "Write a few words"),
    ],
)
def test_what_does_not_fit_is_said_beside_the_field_and_nothing_is_lost(cast, wrong, says):
    sent = {"words": "Choir", "every": "0", "place": "The mill", **day_boxes("outing_date", today())} | wrong

    answer = signed_in(cast, "asha").post(address(cast, "plan"), sent)

    said = answer.content.decode()
    assert answer.status_code == 422
    assert says in said and "The mill" in said
    assert said.count('class="nhsuk-error-message"') == 1


def test_how_it_went_is_told_in_two_taps(cast):
    outing = plan(cast, days=0)
    client = signed_in(cast, "asha")

    client.post(address(cast, "tell", outing_id=outing.pk), {"state": "gone", "felt": "good"})

    said = text_of(client, address(cast, "outing", outing_id=outing.pk))
    assert "It felt:" in said and "Good" in said


def test_who_showed_somebody_round_is_told_with_the_outing(cast):
    outing = plan(cast, days=0)
    client = signed_in(cast, "asha")

    client.post(
        address(cast, "tell", outing_id=outing.pk),
        {"state": "gone", "orientation": "introduced", "shown_by": "Sam at the desk"},
    )

    said = text_of(client, address(cast, "outing", outing_id=outing.pk))
    assert "Somebody introduced me to the people there: Sam at the desk" in said


def test_what_passed_untold_asks_how_it_was(cast):
    outing = plan(cast, days=1)
    Outing.objects.filter(pk=outing.pk).update(outing_date=today() - timedelta(days=1))

    assert "How was it?" in text_of(signed_in(cast, "asha"), address(cast, "outings"))


def test_who_was_slower_is_shown_both(cast):
    outing = plan(cast)
    page = address(cast, "change", outing_id=outing.pk)
    sent = {"place": "The mill", "version": "1", **day_boxes("outing_date", today() + timedelta(days=4))}
    signed_in(cast, "ben").post(page, sent)

    said = signed_in(cast, "asha").post(page, sent | {"place": "The pier"}).content.decode()

    assert "The mill" in said and "The pier" in said


def test_support_is_chosen_from_the_team_and_the_map(cast):
    outing, sam = plan(cast), maps.add(cast, "asha", "Sam")
    maps.add(cast, "asha", "Jay", never_support=True)
    client, page = signed_in(cast, "asha"), address(cast, "support", outing_id=outing.pk)

    offered = text_of(client, page)
    client.post(page, {"team": [str(cast.place("ben").pk)], "on_map": [str(sam)], "skill": "Ringing up"})

    assert "Sam" in offered and "Jay" not in offered
    said = text_of(client, address(cast, "outing", outing_id=outing.pk))
    assert "Ringing up" in said and "Sam" in said
    assert 'value="Ringing up"' in text_of(client, page)


@pytest.mark.parametrize("sent", [{}, {"alone": "on", "other": "My aunt"}])
def test_going_alone_and_with_somebody_is_asked_again(cast, sent):
    page = address(cast, "support", outing_id=plan(cast).pk)

    assert signed_in(cast, "asha").post(page, sent).status_code == 422


def test_small_steps_are_written_and_taken_on_the_page(cast):
    outing = plan(cast)
    client = signed_in(cast, "asha")
    client.post(address(cast, "small_steps", outing_id=outing.pk), {"step_1": "Walk past", "helper_1": "Ben"})

    client.post(address(cast, "take_small_step", outing_id=outing.pk, number=1))

    assert "Done," in text_of(client, address(cast, "outing", outing_id=outing.pk))


def test_what_may_be_told_is_written_agreed_and_printed(cast):
    outing = plan(cast)
    asha, ben = signed_in(cast, "asha"), signed_in(cast, "ben")
    page = f"{address(cast, 'propose')}?outing={outing.pk}"
    asha.post(page, {"what_1": "That I get tired", "by_1": "Ben", "to_1": "the walk leader", "never": "My past"})
    made = cast.partnership.disclosures.get()
    assert "Nothing, as long as" in text_of(ben, address(cast, "outing", outing_id=outing.pk))

    ben.post(address(cast, "agree", disclosure_id=made.pk))

    assert "agreed by Ben" in text_of(asha, address(cast, "outing", outing_id=outing.pk))
    assert "My past" in text_of(asha, address(cast, "disclosure", disclosure_id=made.pk))


def test_a_practitioner_is_asked_whose_words_they_are(cast):
    said = text_of(signed_in(cast, "ben"), address(cast, "propose"))

    assert "Whose words are these?" in said and "What is never told?" in said


def test_a_yes_to_what_may_be_told_is_given_where_it_stands_and_not_in_the_record(cast):
    made = disclosures.propose(**by(cast, "asha"), things=[Thing("That I get tired", "Ben", "them")])
    ben, entry = signed_in(cast, "ben"), {"partnership_id": cast.partnership.pk, "entry_id": made.entry_id}

    said = text_of(ben, reverse("journey:entry", kwargs=entry))

    assert "Agree where it was written" in said and reverse("journey:agree", kwargs=entry) not in said
    assert ben.post(reverse("journey:agree", kwargs=entry), {}).status_code == 404
    ben.post(address(cast, "agree", disclosure_id=made.pk))
    assert cast.partnership.disclosures.get().holds


def test_what_was_agreed_is_taken_back_in_one_press(cast):
    outing = plan(cast)
    made = disclosures.propose(**by(cast, "asha"), things=[Thing("That I get tired", "Ben", "them")], outing=outing)
    disclosures.agree(**by(cast, "ben"), disclosure=made)
    asha = signed_in(cast, "asha")
    assert "Take it back" in text_of(asha, address(cast, "disclosures"))

    asha.post(address(cast, "take_back", disclosure_id=made.pk))
    again = asha.post(address(cast, "take_back", disclosure_id=made.pk), follow=True).content.decode()

    assert "does not hold any more" in again
    assert "Does not hold any more" in text_of(signed_in(cast, "ben"), address(cast, "disclosures"))
    assert "Nothing, as long as" in text_of(asha, address(cast, "outing", outing_id=outing.pk))
    assert "One of you took this back" in text_of(asha, address(cast, "disclosure", disclosure_id=made.pk))


def test_what_is_agreed_in_general_stands_on_an_outing_until_something_of_its_own_does(cast):
    outing = plan(cast)
    page, ben = address(cast, "outing", outing_id=outing.pk), signed_in(cast, "ben")
    for given, what in (({}, "That I garden"), ({"outing": outing}, "That I get tired")):
        made = disclosures.propose(**by(cast, "asha"), things=[Thing(what, "Ben", "them")], **given)
        assert what not in text_of(ben, page) or given
        disclosures.agree(**by(cast, "ben"), disclosure=made)
        assert what in text_of(ben, page)

    assert "That I garden" not in text_of(ben, page)


@pytest.mark.parametrize("sent", [{"what_1": "That I get tired"}, {"by_2": "Ben"}])
def test_what_may_be_told_says_by_whom_and_to_whom(cast, sent):
    assert signed_in(cast, "asha").post(address(cast, "propose"), sent).status_code == 422


def test_agreeing_to_ones_own_words_is_answered_in_words(cast):
    made = disclosures.propose(**by(cast, "asha"), things=[])

    answer = signed_in(cast, "asha").post(address(cast, "agree", disclosure_id=made.pk), follow=True)

    assert "The other of the two says whether they agree" in answer.content.decode()


def test_somebody_met_goes_onto_the_map_in_one_tap(cast):
    outing = plan(cast, days=0)
    client = signed_in(cast, "asha")

    client.post(address(cast, "met", outing_id=outing.pk), {"name": "Wei", "words": "We shared a flask"})

    assert ConnectionState.objects.filter(name="Wei").exists()
    said = text_of(client, address(cast, "came_about"))
    assert "Wei" in said and "Walk by the weir" in said and "We shared a flask" in said


def test_how_somebody_came_about_is_said_on_its_page(cast):
    sam = maps.add(cast, "asha", "Sam")
    client, page = signed_in(cast, "asha"), address(cast, "say_came_about", connection_id=sam)

    assert client.post(page, {"about": "person"}).status_code == 422
    assert client.post(page, {"about": "chance", "words": "At the bus stop"}).status_code == 302
    assert "At the bus stop" in text_of(client, address(cast, "came_about"))


def test_somebody_came_about_at_a_place_that_the_two_know(cast):
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    sam = maps.add(cast, "asha", "Sam")
    client, page = signed_in(cast, "asha"), address(cast, "say_came_about", connection_id=sam)
    assert walkers.name not in text_of(client, page)
    plan(cast, asset=walkers)

    client.post(page, {"about": "asset", "asset": str(walkers.pk)})

    assert walkers.name in text_of(client, address(cast, "came_about"))


def test_a_calendar_says_nothing_unless_somebody_chose_otherwise(cast):
    outing = seen(cast, "asha", plan(cast))
    page = address(cast, "calendar", outing_id=outing.pk)

    quiet = signed_in(cast, "asha").get(page).content
    told = signed_in(cast, "asha").get(f"{page}?title=plain").content

    assert b"weir" not in quiet.lower() and b"Something planned" in quiet
    (event,) = Calendar.from_ical(told).walk("VEVENT")
    assert (event["SUMMARY"], event["LOCATION"]) == ("Walk by the weir", "Weir Hall")
    assert event.decoded("DTSTART").strftime("%H:%M %Z") in ("10:30 GMT", "10:30 BST")


@pytest.mark.parametrize("state", [OutingState.CHANGED_PLAN, OutingState.NOT_THIS_TIME])
def test_what_does_not_take_place_is_called_off_in_the_calendar(cast, state):
    outing = tell(cast, "asha", plan(cast), state)

    assert b"STATUS:CANCELLED" in calendar_of([seen(cast, "asha", outing)], cast.at, plain=False)


@pytest.mark.parametrize("form", ["", "?form=large", "?form=easy"])
def test_the_plan_on_paper_says_what_is_coming_and_what_the_person_would_like(cast, form):
    plan(cast)
    set_goal(cast, "asha", "Sing with others")
    set_goal(cast, "ben", "Ring the choir")

    said = text_of(signed_in(cast, "asha"), address(cast, "printed") + form)

    # What Ben proposes is no wish of Asha's as long as she has not agreed.
    assert "Weir Hall" in said and "Sing with others" in said and "Ring the choir" not in said


def test_easy_read_says_the_next_three_one_thing_a_line(cast):
    for days in range(1, 5):
        plan(cast, words=f"Walk number {days}", days=days)

    said = text_of(signed_in(cast, "asha"), address(cast, "printed") + "?form=easy")

    assert "Walk number 3" in said and "Walk number 4" not in said and "What time" in said


def test_what_may_be_told_shows_one_more_row_than_there_are_and_folds_the_others(cast):
    things = [Thing("That I get tired", "Ben", "them"), Thing("That I like tea", "me", "all")]
    disclosures.propose(**by(cast, "asha"), things=things)

    first, folded = text_of(signed_in(cast, "asha"), address(cast, "propose")).split("<details", 1)

    assert 'name="what_3"' in first and 'name="what_4"' in folded


def test_what_one_keeps_to_oneself_changes_nothing_for_the_other(cast):
    outing = plan(cast, days=0)
    ben = signed_in(cast, "ben")
    pages = [address(cast, name) for name in ("outings", "disclosures", "came_about", "printed")]
    pages.append(address(cast, "outing", outing_id=outing.pk))
    before = [_TOKENS.sub("", text_of(ben, page)) for page in pages]
    assert all("Asha" in page for page in before)

    secret = plan(cast, words="A secret walk", days=1, to_oneself=True)
    met = meetings.meet(**by(cast, "asha"), name="Secret friend", outing=outing, to_oneself=True)
    support.say_small_steps(**by(cast, "asha"), outing=secret, steps=[("Hush", "")])
    with pytest.raises(NotAllowed):
        disclosures.propose(**by(cast, "asha"), things=[Thing("Secret", "me", "them")], outing=secret)
    support.say_support(
        **by(cast, "asha"), outing=secret, backings=[Backing(Source.MAP, connection_id=met.connection_id)]
    )

    assert [_TOKENS.sub("", text_of(ben, page)) for page in pages] == before


def test_many_outings_cost_no_more_queries_than_one(cast, django_assert_max_num_queries):
    for number in range(12):
        outing = plan(cast, words=f"Outing {number}", days=number)
        support.say_support(
            **by(cast, "asha"), outing=outing, backings=[Backing(Source.TEAM, participant=cast.place("ben"))]
        )
    client = signed_in(cast, "asha")

    with django_assert_max_num_queries(18):
        client.get(address(cast, "outings"))


def test_an_outing_that_has_been_is_written_down_and_told_of_at_once(cast):
    client = signed_in(cast, "asha")
    sent = {"words": "Tea at the mill", "every": "0", **day_boxes("outing_date", today() - timedelta(days=4))}
    assert "It has happened already" not in text_of(client, address(cast, "plan"))
    assert "It has happened already" in client.post(address(cast, "plan"), sent).content.decode()

    went_on = client.post(address(cast, "plan"), sent | {"been": "on"})

    outing = Outing.objects.get()
    assert went_on["Location"] == address(cast, "tell", outing_id=outing.pk)
    client.post(went_on["Location"], {"state": "gone", "felt": "good"})
    assert "It felt:" in text_of(client, address(cast, "outing", outing_id=outing.pk))


@pytest.mark.parametrize(
    ("wrong", "says"),
    [(day_boxes("outing_date", today() + timedelta(3)), "still to come"), ({"every": "1"}, "one time that has been")],
)
def test_what_has_been_was_on_one_day_that_has_come(cast, wrong, says):
    sent = {"words": "Tea", "every": "0", "been": "on", **day_boxes("outing_date", today() - timedelta(days=4))}

    assert says in signed_in(cast, "asha").post(address(cast, "plan"), sent | wrong).content.decode()


@pytest.mark.parametrize(
    ("stands", "says"),
    [
        ({"status": "defunct"}, "does not go on any more"),
        ({"status": "temporarily closed"}, "closed for a while"),
        ({"ends_date": date(2020, 1, 1)}, "does not go on any more"),
    ],
)
def test_a_place_that_closed_since_is_named_where_one_plans_to_go(cast, stands, says):
    asset = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    outing = plan(cast, asset=asset)
    client, page = signed_in(cast, "asha"), address(cast, "outing", outing_id=outing.pk)
    assert says not in text_of(client, page)

    Asset.objects.filter(pk=asset.pk).update(**stands)

    assert says in text_of(client, page)
    assert says in text_of(client, f"{address(cast, 'plan')}?asset={asset.pk}")


def test_telling_comes_first_once_the_day_is_there(cast):
    client = signed_in(cast, "asha")
    later, now = plan(cast), plan(cast, days=0)

    assert "Say how it went" not in text_of(client, address(cast, "outing", outing_id=later.pk))
    assert "Say how it went" in text_of(client, address(cast, "outing", outing_id=now.pk))


def test_a_series_is_called_off_once_somebody_has_seen_the_days(cast):
    outing = plan(cast, days=0, again=Again(1, today() + timedelta(days=21)))
    client, page = signed_in(cast, "asha"), address(cast, "stop_series", outing_id=outing.pk)

    assert text_of(client, page).count("<li>") >= 4
    assert Outing.objects.filter(state=OutingState.PLANNED).count() == 4
    client.post(page, {"words": ""})

    assert not Outing.objects.filter(state=OutingState.PLANNED).exists()
    assert "nothing to come" in text_of(client, page)
