from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from connecting_people.core.london import day_of
from connecting_people.partnership import actions, queries
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.rules import State
from connecting_people.people import actions as people
from connecting_people.people.models import Membership
from connecting_people.people.rules import Role

pytestmark = pytest.mark.django_db
OUTSIDERS = ("cora", "dev", "ela", "femi", "gwen", "kit", "hana", "ivan", "jo")
OBJECT_PAGES = ("people", "colleague", "cover", "hand_over", "pause", "leave", "come_back")
DAY = timedelta(days=1)


def _home(partnership):
    return reverse("home:partnership", args=[partnership.pk])


def _day(prefix, day):
    return {f"{prefix}_day": day.day, f"{prefix}_month": day.month, f"{prefix}_year": day.year}


def _text(response):
    return response.content.decode()


def _look(cast, at=None):
    actions.look_urgently(
        by=cast.ela, at=at or timezone.now(), partnership=cast.partnership, reason="Nobody can reach Ben today."
    )


# Who may


@pytest.mark.parametrize("name", OUTSIDERS)
def test_outsiders_find_nothing_on_any_page(cast, visit, name):
    them = visit(name)

    for page in OBJECT_PAGES:
        assert them.get(page, partnership_id=cast.partnership.pk).status_code == 404, page
        if page != "people":
            assert them.post(page, partnership_id=cast.partnership.pk).status_code == 404, page
    for part in ("service_user", "supporter"):
        assert them.get("invite", partnership_id=cast.partnership.pk, part=part).status_code == 404
    place = {"partnership_id": cast.partnership.pk, "place_id": cast.place("cora").pk}
    assert them.get("end_place", **place).status_code == 404
    assert them.post("end_place", **place).status_code == 404


@pytest.mark.parametrize("page", [*OBJECT_PAGES, "look"])
def test_what_is_not_there_looks_the_same(visit, page):
    assert visit("ben").get(page, partnership_id=uuid4()).status_code == 404


@pytest.mark.parametrize("page", OBJECT_PAGES)
def test_whoever_is_not_signed_in_is_asked_to(cast, visit, page):
    assert visit("nobody").get(page, partnership_id=cast.partnership.pk).status_code == 302


@pytest.mark.parametrize(
    ("name", "pages"),
    [
        ("asha", {"people", "pause", "leave"}),
        ("ben", {"people", "colleague", "cover", "hand_over", "pause", "leave"}),
    ],
)
def test_those_who_take_part_find_what_is_theirs(cast, visit, name, pages):
    them = visit(name)

    found = {page for page in OBJECT_PAGES if them.get(page, partnership_id=cast.partnership.pk).status_code == 200}

    assert found == pages


def test_titles_name_nobody(cast, visit):
    for page in ("people", "colleague", "cover", "hand_over", "pause", "leave"):
        title = _text(visit("ben").get(page, partnership_id=cast.partnership.pk)).split("</title>")[0]
        assert "Asha" not in title
        assert "Ben" not in title


# The people


def test_the_people_page_says_who_sees_what(cast, visit):
    text = _text(visit("asha").get("people", partnership_id=cast.partnership.pk))

    assert "Asha and Ben" in text
    assert "Lead practitioner" in text
    assert "Sees only what was ticked for them" in text
    assert reverse("partnership:invite", args=[cast.partnership.pk, "supporter"]) in text
    assert reverse("partnership:hand_over", args=[cast.partnership.pk]) not in text


def test_for_somebody_without_a_login_the_page_offers_one_and_a_supporter_on_their_word(cast, visit):
    text = _text(visit("ivan").get("people", partnership_id=cast.ivans.pk))

    assert "Has no login yet" in text
    assert reverse("partnership:invite", args=[cast.ivans.pk, "service_user"]) in text
    assert "only when Lewis wants it" in text


def test_a_lead_whose_role_ended_is_shown_as_one_who_can_open_nothing(cast, visit):
    people.end_role(by=cast.ben, at=cast.at, membership=Membership.objects.get(user=cast.ben))

    text = _text(visit("asha").get("people", partnership_id=cast.partnership.pk))

    assert "Can open nothing here at present" in text
    assert "Asha and Ben" not in text


def test_what_the_person_needs_comes_first_and_no_supporter_reads_it(cast, visit):
    Participant.objects.filter(pk=cast.place("asha").pk).update(needs="Large print, please")

    text = _text(visit("ben").get("people", partnership_id=cast.partnership.pk))

    assert text.index("Large print, please") < text.index("<h1>")


@pytest.mark.parametrize("more", [0, 6])
def test_the_people_page_asks_the_database_as_often_however_many_take_part(
    cast, visit, django_assert_max_num_queries, more
):
    for number in range(more):
        colleague = people.make_user(
            by=None, at=cast.at, name=f"Sam {number}", email=f"sam{number}@example.org", password=None
        )
        people.give_role(by=cast.gwen, at=cast.at, agency=cast.agency, user=colleague, role=Role.PRACTITIONER)
        actions.add_colleague(by=cast.ben, at=cast.at, partnership=cast.partnership, colleague=colleague)
    ben = visit("ben")
    ben.get("people", partnership_id=cast.partnership.pk)

    with django_assert_max_num_queries(12):
        assert ben.get("people", partnership_id=cast.partnership.pk).status_code == 200


def test_a_colleague_comes_in(cast, visit):
    ben = visit("ben")

    response = ben.post("colleague", {"colleague": cast.dev.pk}, partnership_id=cast.partnership.pk)

    assert response.status_code == 302
    assert visit("dev").get("people", partnership_id=cast.partnership.pk).status_code == 200


@pytest.mark.parametrize("page", ["colleague", "cover", "hand_over"])
@pytest.mark.parametrize("name", ["ivan", "ela", "ben"])
def test_only_colleagues_in_the_list_can_be_chosen(cast, visit, page, name):
    data = {"colleague": cast.user(name).pk}

    response = visit("ben").post(page, data, partnership_id=cast.partnership.pk)

    assert response.status_code == 422
    assert "Choose one of these names" in _text(response)


def test_two_colleagues_of_one_name_are_told_apart(cast, visit):
    namesake = people.make_user(by=None, at=cast.at, name="Dev", email="dev.two@example.org", password=None)
    people.give_role(by=cast.gwen, at=cast.at, agency=cast.agency, user=namesake, role=Role.PRACTITIONER)

    assert "Dev (dev.two@example.org)" in _text(visit("ben").get("colleague", partnership_id=cast.partnership.pk))


def test_a_cover_is_asked_until_a_day_and_bad_input_keeps_what_was_typed(cast, visit):
    ben, today = visit("ben"), day_of(timezone.now())
    data = {"colleague": cast.dev.pk, "words": "I am away"}

    late = ben.post("cover", {**data, **_day("until_date", today + 120 * DAY)}, partnership_id=cast.partnership.pk)
    assert late.status_code == 422
    assert "within the next three months" in _text(late)
    assert "I am away" in _text(late)

    ben.post("cover", {**data, **_day("until_date", today + 7 * DAY)}, partnership_id=cast.partnership.pk)
    assert "Stands in" in _text(visit("asha").get("people", partnership_id=cast.partnership.pk))


def test_a_supporters_place_is_ended_after_asking_once_more(cast, visit):
    place = {"partnership_id": cast.partnership.pk, "place_id": cast.place("cora").pk}
    asha = visit("asha")

    assert "End the place of Cora?" in _text(asha.get("end_place", **place))
    assert asha.post("end_place", **place).status_code == 302
    assert "Cora" not in _text(asha.get("people", partnership_id=cast.partnership.pk)).replace(
        "Cora no longer takes part", ""
    )
    assert asha.post("end_place", **place).status_code == 404


def test_a_stand_in_may_stop_by_themselves(cast, visit):
    place = actions.add_colleague(by=cast.ben, at=cast.at, partnership=cast.partnership, colleague=cast.dev)
    dev, ids = visit("dev"), {"partnership_id": cast.partnership.pk, "place_id": place.pk}

    assert "Stop taking part?" in _text(dev.get("end_place", **ids))
    assert dev.post("end_place", **ids).url == reverse("home:first")
    assert dev.get("people", partnership_id=cast.partnership.pk).status_code == 404


def test_a_handover_moves_access_at_once(cast, visit):
    ben, dev = visit("ben"), visit("dev")

    response = ben.post("hand_over", {"colleague": cast.dev.pk, "words": ""}, partnership_id=cast.partnership.pk)

    assert response.url == reverse("home:first")
    assert ben.get("people", partnership_id=cast.partnership.pk).status_code == 404
    assert "Asha and Dev" in _text(dev.get("people", partnership_id=cast.partnership.pk))


def test_without_a_lead_the_lead_of_the_team_finds_one_and_reads_nothing(cast, visit):
    people.end_role(by=cast.ben, at=cast.at, membership=Membership.objects.get(user=cast.ben))
    Participant.objects.filter(pk=cast.place("asha").pk).update(needs="Large print, please")
    ela = visit("ela")

    text = _text(ela.get("hand_over", partnership_id=cast.partnership.pk))
    assert "Large print" not in text
    assert reverse("partnership:people", args=[cast.partnership.pk]) not in text

    ela.post("hand_over", {"colleague": cast.dev.pk, "words": ""}, partnership_id=cast.partnership.pk)
    assert visit("dev").get("people", partnership_id=cast.partnership.pk).status_code == 200


# A rest


def test_a_pause_with_words_and_a_day_and_the_way_back(cast, visit):
    asha, today = visit("asha"), day_of(timezone.now())
    data = {"words": "I need a rest", **_day("ask_again_date", today + 30 * DAY)}

    assert asha.post("pause", data, partnership_id=cast.partnership.pk).url == _home(cast.partnership)

    text = _text(visit("ben").get("people", partnership_id=cast.partnership.pk))
    assert "Paused since" in text
    assert reverse("partnership:come_back", args=[cast.partnership.pk]) in text
    assert Partnership.objects.get(pk=cast.partnership.pk).ask_again_date == today + 30 * DAY


def test_a_day_that_has_passed_is_asked_for_again_and_the_words_stay(cast, visit):
    data = {"words": "I need a rest", **_day("ask_again_date", day_of(timezone.now()) - DAY)}

    response = visit("asha").post("pause", data, partnership_id=cast.partnership.pk)

    assert response.status_code == 422
    assert "Choose a day that has not passed yet" in _text(response)
    assert "I need a rest" in _text(response)


def test_leaving_needs_no_words_and_coming_back_is_at_any_step(cast, visit):
    asha = visit("asha")
    asha.post("leave", partnership_id=cast.partnership.pk)
    assert "the door is open" in _text(asha.get("people", partnership_id=cast.partnership.pk))

    assert asha.post("come_back", {"words": "Hello"}, partnership_id=cast.partnership.pk).status_code == 422
    back = asha.post("come_back", {"step": "4", "words": "Hello"}, partnership_id=cast.partnership.pk)

    assert back.url == reverse("home:step", args=[cast.partnership.pk, 4])

    assert Partnership.objects.get(pk=cast.partnership.pk).state == State.TOGETHER
    assert queries.changes(cast.partnership)[0].step == 4


def test_the_same_move_from_an_old_page_is_told_and_a_page_that_is_of_no_use_leads_on(cast, visit):
    asha, ben = visit("asha"), visit("ben")
    asha.post("pause", partnership_id=cast.partnership.pk)

    again = ben.post("pause", {"words": "Me too"}, partnership_id=cast.partnership.pk)
    assert again.status_code == 422
    assert "in the meantime" in _text(again)
    assert "Me too" in _text(again)
    assert ben.get("pause", partnership_id=cast.partnership.pk).url == _home(cast.partnership)
    assert ben.get("leave", partnership_id=cast.partnership.pk).status_code == 200


# Looking with a reason


@pytest.mark.parametrize("name", ["asha", "ben", "cora", "dev", "gwen", "kit", "ivan"])
def test_whoever_does_not_lead_the_team_finds_no_way_to_look(cast, visit, name):
    them = visit(name)

    assert them.get("look", partnership_id=cast.partnership.pk).status_code == 404
    reason = {"reason": "I would like to know how she is."}
    assert them.post("look", reason, partnership_id=cast.partnership.pk).status_code == 404


def test_the_way_to_look_names_nobody_and_asks_for_a_reason(cast, visit):
    ela = visit("ela")
    text = _text(ela.get("look", partnership_id=cast.partnership.pk))
    assert "Asha" not in text

    short = ela.post("look", {"reason": "urgent"}, partnership_id=cast.partnership.pk)
    assert short.status_code == 422
    assert "urgent</textarea>" in _text(short)
    assert ela.get("people", partnership_id=cast.partnership.pk).status_code == 404


REASON = "Asha rang in distress and Ben is ill."


def test_a_look_shows_the_people_and_lets_nobody_write(cast, visit):
    ela = visit("ela")
    assert ela.post("look", {"reason": REASON}, partnership_id=cast.partnership.pk).url == _home(cast.partnership)

    text = _text(ela.get("people", partnership_id=cast.partnership.pk))
    assert "You can read, not write" in text
    assert "Pause" not in text
    for page in ("pause", "leave", "come_back", "colleague", "cover", "hand_over"):
        assert ela.get(page, partnership_id=cast.partnership.pk).status_code == 404, page
        assert ela.post(page, partnership_id=cast.partnership.pk).status_code == 404, page
    assert ela.get("look", partnership_id=cast.partnership.pk).url == _home(cast.partnership)
    assert [one.by for one in queries.urgent_looks(cast.agency.pk)] == [cast.ela]


def test_after_an_hour_the_look_is_over(cast, visit):
    _look(cast, timezone.now() - timedelta(minutes=61))

    assert visit("ela").get("people", partnership_id=cast.partnership.pk).status_code == 404


def test_the_privacy_officer_gets_a_letter_that_gives_nothing_away(
    cast, visit, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        visit("ela").post("look", {"reason": "x"}, partnership_id=cast.partnership.pk)
    assert not mailoutbox

    with django_capture_on_commit_callbacks(execute=True):
        visit("ela").post("look", {"reason": REASON}, partnership_id=cast.partnership.pk)

    [letter] = mailoutbox
    assert letter.to == [cast.kit.email]
    assert letter.body == "There is something new for you to look at.\n\nhttp://testserver/"
    for said in (letter.subject, letter.body):
        assert not any(word in said for word in ("Asha", "Ela", "Riverside", "urgent", "distress"))


def test_a_mail_server_that_is_down_takes_no_look_back(
    cast, visit, settings, caplog, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = "no.such.Backend"

    with django_capture_on_commit_callbacks(execute=True):
        response = visit("ela").post("look", {"reason": REASON}, partnership_id=cast.partnership.pk)

    assert response.status_code == 302
    assert queries.urgent_looks(cast.agency.pk).exists()
