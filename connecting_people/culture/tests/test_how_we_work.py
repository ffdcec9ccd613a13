"""How practitioners see their practice is added up for many, and tells nothing of a few."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from connecting_people.culture.quarters import before, quarter_of
from connecting_people.culture.queries.how_we_work import profile
from connecting_people.culture.tests.many import (
    LAST_QUARTER,
    address,
    all_review,
    in_quarter,
    main_of,
    people_in,
    signed_in,
    team,
    today,
)
from connecting_people.measures.actions import practice
from connecting_people.measures.instruments import PRACTICE, latest
from connecting_people.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_second_factor(settings):
    settings.DEMO = True


def told(cast, of=None):
    """Return, by quarter, where the first scale lies."""
    return {quarter: (m.people, m.low, m.high) for quarter, m in profile(cast.agency, of, today())[0].middles.items()}


@pytest.fixture
def south(cast):
    return team(cast, "South team")


def test_a_team_of_seven_sees_no_result_of_the_others(cast, south):
    all_review(cast, people_in(cast, south, 7))

    assert told(cast, south) == told(cast) == {}
    page = main_of(cast.gwen, address(cast, "team_how_we_work", team_id=south.pk))
    assert "With fewer, somebody could tell whose answers they are" in page and "Often" not in page


def test_a_team_of_seven_cannot_be_found_by_taking_the_others_from_the_whole(cast, south):
    all_review(cast, people_in(cast, south, 7), 0)
    all_review(cast, people_in(cast, cast.team, 9), 4)

    assert told(cast)[LAST_QUARTER][0] == 15
    assert told(cast, south) == {}
    assert told(cast, cast.team) == {}, "sixteen without these nine would be the seven"


def test_a_team_is_told_of_where_the_rest_are_eight_or_none(cast, south):
    all_review(cast, people_in(cast, south, 8), 2)
    assert told(cast, south) == told(cast) == {LAST_QUARTER: (10, 2, 2)}

    all_review(cast, people_in(cast, cast.team, 8), 3)
    assert told(cast, south) == {LAST_QUARTER: (10, 2, 2)}
    assert told(cast, cast.team) == {LAST_QUARTER: (10, 3, 3)}
    assert told(cast) == {LAST_QUARTER: (15, 2, 3)}


def test_everybody_counts_once_in_a_quarter_with_what_they_said_last(cast, south):
    people = people_in(cast, south, 8)
    all_review(cast, people, 0)
    all_review(cast, people[:7], 4)

    assert told(cast, south) == {LAST_QUARTER: (10, 3, 4)}


def test_quarters_share_no_answer(cast, south):
    people = people_in(cast, south, 8)
    all_review(cast, people, 1, before(LAST_QUARTER))
    all_review(cast, people[:7], 4)

    assert told(cast, south) == {before(LAST_QUARTER): (10, 1, 1)}


def test_nothing_is_told_before_the_quarter_is_over(cast, south):
    all_review(cast, people_in(cast, south, 8), quarter=quarter_of(today()))
    assert told(cast, south) == {}


def test_only_what_somebody_said_may_be_counted_is_counted(cast, south):
    people = people_in(cast, south, 8)
    all_review(cast, people[:7])
    all_review(cast, people[7:], counted=False)
    assert told(cast, south) == {}

    all_review(cast, people)
    assert LAST_QUARTER in told(cast, south)
    # Whoever looks again and does not want that counted is out of it.
    all_review(cast, people[:1], counted=False)
    assert told(cast, south) == {}


def test_a_colleagues_view_and_a_scale_left_open_count_for_nothing(cast, south):
    people = people_in(cast, south, 8)
    all_review(cast, people[:7])
    given = {"by": people[7], "at": in_quarter(LAST_QUARTER), "agency": cast.agency, "counted": True}
    row = practice.look_at_practice(**given, answers={latest()[PRACTICE].items[-1].id: 2})
    practice.discuss(by=people[7], at=timezone.now(), answer_set=row, colleague=people[0])
    every = {item.id: 1 for item in latest()[PRACTICE].items}
    practice.see_beside(by=people[0], at=in_quarter(LAST_QUARTER), answer_set=row, answers=every)

    assert told(cast, south) == {}


def test_another_agency_adds_nothing(cast, south):
    all_review(cast, people_in(cast, south, 8))
    assert profile(cast.other_agency, None, today())[0].middles == {}


def test_the_page_is_a_profile_in_words_and_names_nobody(cast, south):
    people = people_in(cast, south, 8)
    all_review(cast, people, 3)
    all_review(cast, people, 2, before(LAST_QUARTER))

    page = main_of(people[0], address(cast, "how_we_work"))

    assert "What the agency makes possible" in page and "The person’s own way" in page
    assert page.index("Often") < page.index("Sometimes")
    assert ">about 10<" in page and "Look at your own practice" in page
    assert not [one.name for one in people if one.name in page]


def test_it_is_for_staff_and_ones_own_practice_for_practitioners(cast, south):
    assert signed_in(cast.asha).get(address(cast, "how_we_work")).status_code == 404
    assert "Look at your own practice" not in main_of(cast.kit, address(cast, "how_we_work"))
    assert signed_in(cast.ben).get(address(cast, "team_how_we_work", team_id=south.pk)).status_code == 404


def test_it_takes_as_many_queries_however_many_answered(cast, south):
    def asked():
        client = signed_in(cast.gwen)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address(cast, "how_we_work")).status_code == 200
        return len(queries)

    few = asked()
    all_review(cast, people_in(cast, south, 10))
    all_review(cast, people_in(cast, None, 9, Role.PRACTITIONER), 1)

    assert asked() == few
