from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connecting_people.core.london import day_of
from connecting_people.getting_started import actions, queries
from connecting_people.getting_started.models import NotNowBefore
from connecting_people.getting_started.rules import Hope, Point, Topic
from connecting_people.journey import actions as journey
from connecting_people.journey.queries import entry_in
from connecting_people.partnership.actions import look_urgently
from connecting_people.people import actions as people
from connecting_people.people.rules import Role

pytestmark = pytest.mark.django_db
READ = ["start", "conversation", "hopes", "brings", "working_together", "area", "not_now"]
FORMS = ["talk", "reflect", "settle"]


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


def address(cast, name, partnership=None, **more):
    partnership = partnership or cast.partnership
    given = {
        "talk": {"slug": "feelings"},
        "reflect": {"slug": "trust"},
        "settle": {"point": "contact", "place_id": cast.place("asha").pk},
    }.get(name, {})
    return reverse(f"getting_started:{name}", kwargs={"partnership_id": partnership.pk, **given, **more})


def day(name, when):
    return {f"{name}_day": when.day, f"{name}_month": when.month, f"{name}_year": when.year}


def words(cast, name, text):
    return {f"words_{cast.place(name).pk}": text, **day("held_date", day_of(timezone.now()))}


@pytest.mark.parametrize("name", READ + FORMS)
@pytest.mark.parametrize("who", ["asha", "ben"])
def test_both_open_every_page(client, cast, name, who):
    client.force_login(getattr(cast, who))

    assert client.get(address(cast, name)).status_code == 200


@pytest.mark.parametrize("name", READ + FORMS)
@pytest.mark.parametrize("who", ["cora", "dev", "ela", "gwen", "kit", "hana", "ivan", "jo"])
def test_nobody_else_does(client, cast, name, who):
    client.force_login(getattr(cast, who))

    assert client.get(address(cast, name)).status_code == 404
    assert client.post(address(cast, name), {}).status_code == 404


def test_an_urgent_look_reads_and_has_no_form(client, cast):
    fill(cast)
    at = timezone.now()
    look_urgently(by=cast.ela, at=at, partnership=cast.partnership, reason="Nobody could reach them")
    client.force_login(cast.ela)

    for name in READ:
        response = client.get(address(cast, name))
        assert response.status_code == 200
        assert '<form method="post" novalidate>' not in response.text
        assert client.post(address(cast, name), {}).status_code == (
            404 if name in ("hopes", "area", "not_now") else 200
        )
    for name in FORMS:
        assert client.get(address(cast, name)).status_code == 404
        assert client.post(address(cast, name), {}).status_code == 404


def fill(cast):
    asha, at = cast.reach("asha"), cast.at
    for number in range(3):
        for topic, item in ((Topic.CONVERSATION, "getting-started.pace"), (Topic.BRINGING, "trust")):
            said = [actions.Words(asha.me, f"Slowly {number}"), actions.Words(cast.place("ben"), f"Yes {number}")]
            actions.talk(by=cast.asha, at=at, partnership=asha, topic=topic, item=item, said=said)
    hopes = [actions.HopeWords(asha.me, what, f"Walks {what}") for what in Hope]
    actions.hope(by=cast.asha, at=at, partnership=asha, hopes=hopes)
    for point in Point:
        made = actions.settle(
            by=cast.asha, at=at, partnership=asha, point=point, whose=asha.person, text="So", version=0
        )
        entry = entry_in(cast.reach("ben"), made.entry_id)
        journey.see_differently(by=cast.ben, at=at, entry=entry, words="Otherwise")
    actions.name_area(by=cast.asha, at=at, partnership=asha, name="Easton", version=0)
    actions.say_not_now(by=cast.asha, at=at, partnership=asha, words="Later", ask_again_date=day_of(timezone.now()))


@pytest.mark.parametrize("name", READ + FORMS)
def test_a_page_asks_the_database_no_more_when_there_is_more(client, cast, name, django_assert_max_num_queries):
    client.force_login(cast.ben)
    client.get(address(cast, name))
    fill(cast)
    # Of these, nine are sign-in, the audited read and the frame of the page.
    with django_assert_max_num_queries(18):
        assert client.get(address(cast, name)).status_code == 200


def test_both_are_written_down_at_one_screen(client, cast):
    client.force_login(cast.ben)
    given = words(cast, "ben", "Crowds are hard for me.") | words(cast, "asha", "Quiet places.")
    response = client.post(address(cast, "talk"), given)

    assert response.url == address(cast, "conversation")
    page = client.get(response.url).text
    assert "Crowds are hard for me." in page
    assert "Said by Asha, written down by Ben" in page
    assert "When you think about doing something new" in page


def test_nothing_said_asks_kindly_and_bad_days_keep_the_words(client, cast):
    client.force_login(cast.asha)
    empty = client.post(address(cast, "talk"), words(cast, "asha", ""))
    assert empty.status_code == 422
    assert "nothing has to be answered" in empty.text
    tomorrow = day("held_date", day_of(timezone.now()) + timedelta(days=1))
    late = client.post(address(cast, "talk"), words(cast, "asha", "My words stay") | tomorrow)
    assert (late.status_code, "My words stay" in late.text) == (422, True)
    long = client.post(address(cast, "talk"), words(cast, "asha", "x" * 10_001))
    assert (long.status_code, "x" * 10_001 in long.text) == (422, True)


@pytest.mark.parametrize(("who", "first"), [("asha", "Asha says"), ("ben", "Ben says")])
def test_ones_own_box_stands_first_and_is_where_a_word_is_asked_for(client, cast, who, first):
    client.force_login(cast.user(who))
    page = client.post(address(cast, "talk"), words(cast, who, "")).text

    assert page.index(first) < page.index("Ben says" if who == "asha" else "Asha says")
    assert f'href="#id_words_{cast.place(who).pk}"' in page


def test_a_question_of_ones_own_and_how_it_felt(client, cast):
    client.force_login(cast.asha)
    own = address(cast, "talk", slug="your-own-question")
    assert client.post(own, words(cast, "asha", "By the sea")).status_code == 422
    assert client.post(own, words(cast, "asha", "By the sea") | {"question": "Where next?"}).status_code == 302
    felt = {f"felt_{cast.place('asha').pk}": "easier"} | words(cast, "asha", "")
    assert client.post(address(cast, "talk", slug="how-it-felt"), felt).status_code == 302
    assert client.get(address(cast, "talk", slug="nothing")).status_code == 404

    page = client.get(address(cast, "conversation")).text
    assert "Where next?" in page
    assert "Easier than I thought" in page


def test_what_one_keeps_to_oneself_leaves_the_others_pages_as_they_were(client, cast):
    client.force_login(cast.ben)
    pages = ("start", "conversation", "hopes", "brings", "working_together", "talk", "reflect")
    before = [plain(client.get(address(cast, name)).text) for name in pages]
    asha = cast.reach("asha")
    for topic, item in ((Topic.CONVERSATION, "getting-started.feelings"), (Topic.BRINGING, "trust")):
        said = [actions.Words(asha.me, "Mine alone")]
        actions.talk(by=cast.asha, at=cast.at, partnership=asha, topic=topic, item=item, said=said, to_oneself=True)
    hopes = [actions.HopeWords(asha.me, Hope.GAIN, "Mine alone")]
    actions.hope(by=cast.asha, at=cast.at, partnership=asha, hopes=hopes, to_oneself=True)

    assert [plain(client.get(address(cast, name)).text) for name in pages] == before
    client.force_login(cast.asha)
    assert "Only you see this" in client.get(address(cast, "conversation")).text


def plain(page):
    return [line for line in page.splitlines() if "csrf" not in line and "once" not in line and "keep" not in line]


def test_hopes_stand_side_by_side_and_each_changes_their_own(client, cast):
    client.force_login(cast.asha)
    asha, ben = cast.place("asha").pk, cast.place("ben").pk
    sent = {f"gain_{asha}": "Walks", f"seen_gain_{asha}": ""}
    assert client.post(address(cast, "hopes"), sent).status_code == 302
    stale = client.post(address(cast, "hopes"), sent | {f"gain_{asha}": "Long walks"})
    assert stale.status_code == 422
    assert "Long walks" in stale.text
    assert "It now says:" in stale.text
    seen = queries.hopes_of(cast.reach("asha"))[asha, Hope.GAIN].seen
    assert f'value="{seen}"' in stale.text
    again = client.post(address(cast, "hopes"), {f"gain_{asha}": "Long walks", f"seen_gain_{asha}": seen})
    assert again.status_code == 302
    assert client.post(address(cast, "hopes"), {f"gain_{asha}": "", f"seen_gain_{asha}": seen}).status_code == 422

    client.force_login(cast.ben)
    page = client.get(address(cast, "hopes")).text
    assert "Long walks" in page
    assert f'name="gain_{asha}"' not in page
    assert f'name="gain_{ben}"' in page
    seen = queries.hopes_of(cast.reach("ben"))[asha, Hope.GAIN].seen
    refused = client.post(address(cast, "hopes"), {f"gain_{asha}": "Ben knows better", f"seen_gain_{asha}": seen})
    assert refused.status_code == 422
    assert "Ben knows better" in refused.text
    assert "somebody else" in refused.text


def test_needs_are_shown_first_wherever_the_partnership_opens(client, cast):
    client.force_login(cast.asha)
    sent = {"text": "Large print, please", "version": 0} | day("review_date", day_of(timezone.now()))
    assert client.post(address(cast, "settle", point="needs"), sent).status_code == 302

    client.force_login(cast.ben)
    for name in READ:
        page = client.get(address(cast, name)).text
        assert page.index("Large print, please") < page.index("<h1")


def test_a_point_is_proposed_and_the_other_can_agree(client, cast):
    client.force_login(cast.asha)
    sent = {"text": "Text me", "times": "Afternoons", "avoid": "Never leave a message", "version": 0}
    assert client.post(address(cast, "settle"), sent).status_code == 302
    page = client.get(address(cast, "working_together")).text
    assert "Proposed" in page
    assert "/agree/" not in page

    client.force_login(cast.ben)
    page = client.get(address(cast, "working_together")).text
    assert "Never leave a message" in page
    assert "/agree/" in page
    stale = client.post(address(cast, "settle"), {"text": "Ring her", "version": 0})
    assert stale.status_code == 422
    assert "Ring her" in stale.text
    assert "Never leave a message" in stale.text
    assert 'name="version" id="id_version" value="1"' in stale.text


def test_a_practitioner_says_whose_words_they_are(client, cast):
    client.force_login(cast.ben)
    sent = {"text": "Call my sister", "version": 0, "voice": str(cast.place("asha").pk)}
    assert client.post(address(cast, "settle", point="crisis"), sent).status_code == 302
    foreign = sent | {"version": 1, "voice": str(cast.place("hana", cast.hanas).pk)}
    assert client.post(address(cast, "settle", point="crisis"), foreign).status_code == 422

    (row,) = queries.settled(cast.reach("asha")).values()
    assert (row.entry.voice.name, row.entry.as_said) == ("Asha", True)


@pytest.mark.parametrize(("point", "who"), [("nothing", "asha"), ("crisis", "ben"), ("contact", "cora")])
def test_a_point_that_is_not_there_is_not_found(client, cast, point, who):
    client.force_login(cast.asha)

    assert client.get(address(cast, "settle", point=point, place_id=cast.place(who).pk)).status_code == 404


def test_where_nothing_is_written_nothing_is_said_to_be_kept(client, cast):
    client.force_login(cast.asha)
    gain = f"gain_{cast.place('asha').pk}"
    for name, says in (
        ("hopes", "Write a word or two in any of the boxes"),
        ("area", "Name a neighbourhood, or leave"),
    ):
        empty = client.post(address(cast, name), {"version": 0})
        assert empty.status_code == 422
        assert says in empty.text
        assert "Kept." not in empty.text
    client.post(address(cast, "hopes"), {gain: "Walks"}, follow=True)
    seen = queries.hopes_of(cast.reach("asha"))[cast.place("asha").pk, Hope.GAIN].seen
    same = client.post(address(cast, "hopes"), {gain: "Walks", f"seen_{gain}": seen}, follow=True)
    assert "All stays as it was" in same.text
    assert "Kept." not in same.text
    client.post(address(cast, "area"), {"name": "Easton", "version": 0}, follow=True)
    assert "Taken back." in client.post(address(cast, "area"), {"name": "", "version": 1}, follow=True).text


def test_a_full_postcode_or_an_address_is_more_than_is_needed(client, cast):
    client.force_login(cast.asha)
    for name, says in (("BS5 6NX", "The first half is enough"), ("12 Rose Lane", "Name the neighbourhood")):
        response = client.post(address(cast, "area"), {"name": name, "version": 0})
        assert response.status_code == 422
        assert says in response.text
        assert name in response.text
    assert client.post(address(cast, "area"), {"name": "Easton", "version": 0}).status_code == 302
    assert client.post(address(cast, "area"), {"name": "BS5", "version": 0}).status_code == 422
    assert "Easton" in client.get(address(cast, "start")).text


def test_not_now_with_a_day_or_never_and_back_again(client, cast):
    client.force_login(cast.asha)
    assert client.post(address(cast, "not_now"), {"words": "Tired"}).status_code == 422
    no_day = client.post(address(cast, "not_now"), {"words": "Tired", "choice": "ask_again"})
    assert (no_day.status_code, "Tired" in no_day.text) == (422, True)
    past = day("ask_again_date", day_of(timezone.now()) - timedelta(days=1))
    assert client.post(address(cast, "not_now"), {"choice": "ask_again"} | past).status_code == 422
    today = day("ask_again_date", day_of(timezone.now()))
    assert client.post(address(cast, "not_now"), {"choice": "ask_again"} | today).status_code == 302
    assert client.post(address(cast, "not_now"), {"choice": "never"} | past).status_code == 302
    assert "please don’t ask again" in client.get(address(cast, "start")).text
    assert client.post(address(cast, "not_now"), {"again": "yes"}).status_code == 302
    assert queries.not_now_of(cast.reach("asha")) is None


def test_a_name_and_a_day_before_there_is_a_partnership(client, cast):
    client.force_login(cast.ben)
    page = reverse("getting_started:not_now_before")
    when = day("ask_again_date", day_of(timezone.now()))
    untold = client.post(page, {"name": "Rory"} | when)
    assert (untold.status_code, "Tell them first" in untold.text, "Rory" in untold.text) == (422, True, True)
    assert client.post(page, {"name": "Rory", "told": "on"} | when).status_code == 302
    assert "Rory" in client.get(page).text

    kept = NotNowBefore.objects.get()
    done = reverse("getting_started:not_now_done", args=[kept.pk])
    assert client.get(done).status_code == 200
    assert client.post(done, {"choice": "later"}).status_code == 422
    assert client.post(done, {}).status_code == 422
    assert client.post(done, {"choice": "later"} | when).status_code == 302
    made = client.post(done, {"choice": "begin"})
    assert client.get(made.url).status_code == 200
    assert client.get(done).status_code == 404


def test_a_name_is_removed_when_they_ask_for_it(client, cast):
    today = day_of(timezone.now())
    people.give_role(
        by=cast.ivan, at=cast.at, agency=cast.other_agency, user=cast.ben, role=Role.PRACTITIONER, team=None
    )
    client.force_login(cast.ben)
    sent = {"name": "Rory", "told": "on", "agency": str(cast.other_agency.pk)} | day("ask_again_date", today)
    assert client.post(reverse("getting_started:not_now_before"), sent).status_code == 302
    kept = NotNowBefore.objects.get()
    assert kept.agency == cast.other_agency
    assert client.post(reverse("getting_started:not_now_done", args=[kept.pk]), {"choice": "remove"}).status_code == 302
    assert not NotNowBefore.objects.exists()


@pytest.mark.parametrize("who", ["asha", "cora", "ela", "femi", "gwen", "kit", "jo"])
def test_names_are_for_practitioners_and_their_keeper(client, cast, who):
    at, today = cast.at, day_of(cast.at)
    kept = actions.keep_not_now(by=cast.ben, at=at, agency=cast.agency, name="Rory", ask_again_date=today)
    client.force_login(getattr(cast, who))

    assert client.get(reverse("getting_started:not_now_before")).status_code == 403
    assert client.get(reverse("getting_started:not_now_done", args=[kept.pk])).status_code == 404
    client.force_login(cast.dev)
    assert client.post(reverse("getting_started:not_now_done", args=[kept.pk]), {"choice": "remove"}).status_code == 404


def test_somebody_without_a_login_has_a_box_of_their_own(client, cast):
    client.force_login(cast.ivan)
    page = client.get(address(cast, "talk", cast.ivans)).text

    assert page.count("<textarea") == 2
    assert "Lewis says" in page
