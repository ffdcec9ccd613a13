import re

import pytest
from django.urls import reverse
from django.utils import timezone

from connecting_people.community.actions.assets import Writing, keep_assets
from connecting_people.community.models import Area
from connecting_people.community.rules import Access
from connecting_people.community.tests.places import WEIR_HALL, service, walking_group
from connecting_people.connections.actions import strengths
from connecting_people.connections.actions.strengths import Named
from connecting_people.connections.rules import StrengthKind
from connecting_people.getting_started import actions as getting_started
from connecting_people.journey.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


@pytest.fixture
def page(client, cast):
    walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    documents = [
        service("Choir", interests=("singing",), at=(53.97, -1.08), days="TH", amount=5),
        service("Allotment", interests=("gardening",), at=(53.96, -1.08), amount=0, access=(Access.STEP_FREE,)),
        service("Paper folding"),
    ]
    keep_assets(by=cast.ben, at=cast.at, agency=cast.agency, writings=[Writing(one) for one in documents])
    Area.objects.create(agency=cast.agency, name="Weirside", latitude=WEIR_HALL[0], longitude=WEIR_HALL[1])
    return reverse("connections:ideas", kwargs={"partnership_id": cast.partnership.pk})


def likes(cast, who, *named, kind=StrengthKind.INTEREST, **more):
    given = {"by": cast.user(who), "at": timezone.now(), "partnership": cast.reach(who)}
    strengths.add(**given, kind=kind, named=list(named), **more)


def seen(client, cast, who, page):
    client.force_login(cast.user(who))
    return client.get(page).text


def names(text):
    return re.findall(r'spot__name"><a[^>]*>([^<]*)<', text)


def test_ideas_come_of_what_somebody_likes_and_used_to_do_and_say_why(client, cast, page):
    likes(cast, "asha", Named("walking"))
    likes(cast, "asha", Named("singing"), kind=StrengthKind.AGAIN)
    text = seen(client, cast, "ben", page)

    assert names(text) == ["Choir", "Tuesday walkers", "Allotment"]
    assert ">Singing</li>" in text
    assert "Something new: Gardening and allotments" in text


def test_a_quality_leads_nowhere_and_own_words_do(client, cast, page):
    likes(cast, "asha", Named(words="Choir"), kind=StrengthKind.QUALITY)
    likes(cast, "asha", Named(words="Folding things"))
    text = seen(client, cast, "asha", page)

    assert names(text) == ["Paper folding"]
    assert "Something you wrote yourselves" in text


def test_where_the_person_likes_to_be_is_where_ideas_are_near_to(client, cast, page):
    likes(cast, "asha", Named("singing"))
    assert "from the whole area" in seen(client, cast, "asha", page)
    getting_started.name_area(
        by=cast.asha, at=timezone.now(), partnership=cast.reach("asha"), name="weirside", version=0
    )

    assert "1.2 km from Weirside" in seen(client, cast, "asha", page)


def test_what_suits_is_kept_for_the_visit_and_stands_in_no_address(client, cast, page):
    likes(cast, "asha", Named("walking"), Named("singing"))
    client.force_login(cast.asha)
    response = client.post(page, {"days": ["TU"], "free": "on", "access": ["step-free"], "km": "3"})

    assert response.url == page
    text = client.get(page).text
    assert names(text) == ["Tuesday walkers", "Allotment"]
    assert "On Tuesdays" in text
    assert names(seen(client, cast, "ben", page)) != ["Tuesday walkers", "Allotment"]


def test_what_one_keeps_leads_to_ideas_for_oneself_alone(client, cast, page):
    likes(cast, "asha", Named("singing"), to_oneself=True)
    own = seen(client, cast, "asha", page)

    assert names(own) == ["Choir"]
    assert "From what only you see" in own
    assert names(seen(client, cast, "ben", page)) != ["Choir"]


def test_looking_writes_no_entry(client, cast, page):
    likes(cast, "asha", Named("singing"))
    before = Entry.objects.count()
    seen(client, cast, "asha", page)
    client.post(page, {"free": "on"})

    assert Entry.objects.count() == before


def test_an_empty_page_says_one_first_thing_to_do(client, cast):
    page = reverse("connections:ideas", kwargs={"partnership_id": cast.partnership.pk})

    assert "Put one thing on the list of strengths" in seen(client, cast, "asha", page)


def test_the_ways_to_it_are_on_the_list_of_strengths_and_in_the_third_step(client, cast, page):
    here = {"partnership_id": cast.partnership.pk}
    for address in (reverse("connections:strengths", kwargs=here), reverse("home:step", kwargs={**here, "number": 3})):
        assert f'href="{page}"' in seen(client, cast, "asha", address)


def test_made_up_choices_break_nothing(client, cast, page):
    client.force_login(cast.asha)
    client.post(page, {"days": ["XX"], "km": "9", "access": ["<b>"]})

    assert client.get(page).status_code == 200
