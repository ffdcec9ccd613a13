"""The pages of the six practices."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from connecting_people.culture.models import Look, LookAt
from connecting_people.culture.queries.looks import own_looks
from connecting_people.culture.rules import Mark, Voice
from connecting_people.culture.tests.many import (
    FIRST,
    LAST_QUARTER,
    SECOND,
    address,
    all_look,
    in_quarter,
    look,
    main_of,
    people_in,
    says,
    signed_in,
    team,
)
from connecting_people.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_second_factor(settings):
    settings.DEMO = True


def sends(user, where, **typed):
    return signed_in(user).post(where, {"version": "0", **typed})


def test_a_service_user_looks_says_it_and_sees_it_again(cast):
    where = address(cast, "look", voice="service_user")
    assert "When has someone here treated you as an equal?" in main_of(cast.asha, where)

    answer = sends(
        cast.asha, where, **{f"{FIRST}-mark": "often", f"{FIRST}-example": "We had tea", f"{FIRST}-try": "More"}
    )

    assert answer.status_code == 302
    mine = main_of(cast.asha, address(cast, "my_looks"))
    assert "We had tea" in mine and "Often" in mine and "Hand it on as an idea" in mine
    assert "We had tea" not in main_of(cast.ben, address(cast, "my_looks"))
    assert "We had tea" in main_of(cast.asha, where)


def test_a_form_that_leaves_all_open_comes_back_and_says_what_to_do(cast):
    answer = sends(cast.ben, address(cast, "look", voice="staff"))
    assert (answer.status_code, Look.objects.count()) == (422, 0)
    assert "Say something of at least one of the six" in answer.content.decode()


def test_an_example_that_may_name_somebody_is_asked_about_once(cast):
    typed = {f"{FIRST}-example": "I saw Meera laugh with Jo", f"{FIRST}-shown": "on"}
    answer = sends(cast.ben, address(cast, "look", voice="staff"), **typed)
    page = answer.content.decode()
    assert answer.status_code == 422 and "Meera” may be somebody’s name" in page
    assert 'name="asked" id="id_asked" value="on"' in page

    assert sends(cast.ben, address(cast, "look", voice="staff"), **typed, asked="on").status_code == 302
    assert LookAt.objects.get().shown


def test_an_example_for_oneself_may_name_whom_it_likes(cast):
    typed = {f"{FIRST}-example": "I saw Meera laugh with Jo"}
    assert sends(cast.ben, address(cast, "look", voice="staff"), **typed).status_code == 302


def test_a_change_from_another_page_shows_both_and_loses_nothing(cast):
    where = address(cast, "team_look", team_id=cast.team.pk, voice="staff")
    look(cast, cast.ben, says(Mark.NOT_YET, example="What was kept first"), of=cast.team)

    answer = sends(cast.ben, where, **{f"{FIRST}-mark": "often", f"{FIRST}-example": "What is typed now"})

    page = answer.content.decode()
    assert answer.status_code == 422 and "What was kept first" in page and "What is typed now" in page
    assert sends(cast.ben, where, **{"version": "1", f"{SECOND}-mark": "often"}).status_code == 302
    assert [row.practice for row in own_looks(cast.ben, cast.agency).get().at.all()] == [SECOND]


def test_one_looks_in_no_voice_but_ones_own_and_at_no_team_that_one_does_not_meet(cast):
    south = team(cast, "South team")
    for user, page, more in (
        (cast.ben, "look", {"voice": "service_user"}),
        (cast.asha, "look", {"voice": "staff"}),
        (cast.asha, "look", {"voice": "nobody"}),
        (cast.asha, "team_look", {"voice": "service_user", "team_id": south.pk}),
        (cast.gwen, "team_look", {"voice": "staff", "team_id": south.pk}),
        (cast.asha, "team_practices", {"team_id": south.pk}),
        (cast.ben, "team_practices", {"team_id": cast.other_team.pk}),
    ):
        assert signed_in(user).get(address(cast, page, **more)).status_code == 404, (user, page, more)


def test_voices_show_apart_and_over_two_quarters(cast):
    staff = people_in(cast, cast.team, 8)
    users = people_in(cast, None, 8, Role.SERVICE_USER)
    all_look(cast, staff, [Mark.EVERYWHERE] * 8)
    all_look(cast, users, [Mark.NOT_YET] * 4 + [Mark.OFTEN] * 4, voice=Voice.SERVICE_USER)
    earlier = in_quarter(LAST_QUARTER).replace(year=LAST_QUARTER.year - 1)
    all_look(cast, staff, [Mark.A_LITTLE] * 8, at=earlier)

    page = main_of(cast.asha, address(cast, "practices"))

    assert page.index("Everywhere") < page.index("A little")
    assert "Not yet to often" in page and ">about 10<" in page
    assert "Supporters" not in page.split("How people see it", 1)[1]
    assert "too few to show" in page


def test_what_is_shown_names_nobody(cast):
    people = people_in(cast, cast.team, 8)
    for one in people:
        look(cast, one, says(example="We share lifts", shown=True), of=cast.team, at=in_quarter(LAST_QUARTER))

    page = main_of(cast.ela, address(cast, "team_practices", team_id=cast.team.pk))

    assert "We share lifts" in page
    assert not [one.name for one in people if one.name in page]


def test_before_anything_can_be_told_the_page_says_what_it_is_for(cast):
    page = main_of(cast.ben, address(cast, "practices"))
    assert "once eight people of one voice have looked" in page and "Have a look" in page
    look(cast, cast.ben)
    assert "Look again" in main_of(cast.ben, address(cast, "practices"))
    # Who looks across the agency sees a team, and says nothing in its name.
    assert "Have a look" not in main_of(cast.gwen, address(cast, "team_practices", team_id=cast.team.pk))


def test_a_look_is_taken_back_and_examples_are_hidden_by_their_author(cast):
    now = look(cast, cast.ben)
    past = look(cast, cast.ben, says(example="Tea", shown=True), at=in_quarter(LAST_QUARTER))
    client = signed_in(cast.ben)

    assert client.post(address(cast, "hide_examples", look_id=past.pk)).status_code == 302
    assert not LookAt.objects.filter(shown=True).exists()
    assert client.post(address(cast, "take_back_look", look_id=now.pk)).status_code == 302
    assert list(Look.objects.all()) == [past]
    # Too late: it says so, and nothing is gone.
    assert "is added up" in client.post(address(cast, "take_back_look", look_id=past.pk), follow=True).content.decode()
    assert Look.objects.get() == past


def test_the_page_takes_as_many_queries_however_many_looked(cast):
    def asked():
        client = signed_in(cast.ben)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address(cast, "practices")).status_code == 200
        return len(queries)

    all_look(cast, people_in(cast, None, 8, Role.TRAINER), [Mark.OFTEN] * 8)
    few = asked()
    all_look(cast, people_in(cast, team(cast, "South team"), 12), [Mark.OFTEN] * 12)

    assert asked() == few


def test_the_form_sent_twice_is_one_look(cast):
    typed = {"once": "8d0c4b6e-6f0e-4d0a-9d43-1f0f3c2f9f11", "version": "0", f"{FIRST}-mark": "often"}
    client = signed_in(cast.ben)
    for _time in range(2):
        assert client.post(address(cast, "look", voice="staff"), typed).status_code == 302
    assert Look.objects.get().version == 1
    assert Look.objects.get().quarter_date <= timezone.localdate()


def test_something_to_try_is_handed_on_as_an_idea_with_its_words_and_none_of_them_in_the_address(cast):
    where = address(cast, "team_look", voice="service_user", team_id=cast.team.pk)
    sends(cast.asha, where, **{f"{FIRST}-mark": "often", f"{FIRST}-try": "A walk before we talk"})
    mine = main_of(cast.asha, address(cast, "my_looks"))
    (href,) = (part.split('"')[0] for part in mine.split('href="') if "/ideas/new/?look=" in part.split('"')[0])
    link = href.replace("&amp;", "&")

    page = main_of(cast.asha, link)

    assert "walk" not in link
    assert "A walk before we talk</textarea>" in page
    assert f'value="{FIRST}" selected' in " ".join(page.split())
    assert f'value="{cast.team.pk}" selected' in " ".join(page.split())
    for who, asked in ((cast.ben, link), (cast.asha, link.replace(FIRST, SECOND)), (cast.asha, f"{link[:-60]}?look=x")):
        assert signed_in(who).get(asked).status_code == 404
