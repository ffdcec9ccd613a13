import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from connecting_people.community.actions.assets import Writing, keep_assets
from connecting_people.community.entry import Point
from connecting_people.community.models import Asset
from connecting_people.community.queries.ideas import MOST, Profile, beside_these, ideas
from connecting_people.community.rules import Access
from connecting_people.community.search import asset_id_of
from connecting_people.community.stems import stems
from connecting_people.community.tests.places import WEIR_HALL, service

pytestmark = pytest.mark.django_db
HERE = Point(*WEIR_HALL)


@pytest.fixture
def keep(cast):
    def write(*documents):
        writings = [Writing(document) for document in documents]
        keep_assets(by=cast.ben, at=cast.at, agency=cast.agency, writings=writings)

    return write


def names(cast, profile):
    by_id = dict(Asset.objects.values_list("pk", "name"))
    return [by_id[asset_id_of(idea.match)] for idea in ideas(cast.agency.pk, profile, timezone.now())]


def test_what_shares_most_interests_and_is_nearest_comes_first(cast, keep):
    keep(
        service("Far walk", interests=("walking",), at=(53.99, -1.08)),
        service("Near walk", interests=("walking",), at=(53.96, -1.08)),
        service("Singing walk", interests=("walking", "singing"), at=(53.97, -1.08)),
        service("Chess", interests=("chess",), at=WEIR_HALL),
    )

    found = names(cast, Profile(interests=("walking", "singing"), place=HERE))
    assert found == ["Singing walk", "Near walk", "Far walk"]


def test_something_new_of_the_same_family_is_mixed_in_and_says_what_it_is(cast, keep):
    keep(
        *(service(f"Walk {n}", interests=("walking",)) for n in range(7)),
        service("Allotment", interests=("gardening",)),
        service("Chess", interests=("chess",)),
    )
    found = ideas(cast.agency.pk, Profile(interests=("walking",)), timezone.now())

    assert [idea.new for idea in found] == ["", "", "", "gardening", "", "", "", ""]
    assert "gardening" in beside_these(["walking"])
    assert "walking" not in beside_these(["walking"])
    assert not list(beside_these([]))


def test_what_somebody_needs_is_never_missing_and_a_day_only_helps(cast, keep):
    keep(
        service("Dear walk", interests=("walking",), amount=5, access=(Access.STEP_FREE,)),
        service("Steep walk", interests=("walking",), amount=0),
        service("Monday walk", interests=("walking",), amount=0, access=(Access.STEP_FREE,), days="MO"),
        service("Tuesday walk", interests=("walking",), amount=0, access=(Access.STEP_FREE,), days="TU"),
    )
    profile = Profile(interests=("walking",), needs=frozenset({"free", "step-free"}), days=("TU",))

    assert names(cast, profile) == ["Tuesday walk", "Monday walk"]


def test_own_words_lead_somewhere_too(cast, keep):
    keep(service("Folding paper and mending machines"), service("Chess"))
    (idea,) = ideas(cast.agency.pk, Profile(words=stems("machines")), timezone.now())

    assert idea.words == ("machin",)
    assert names(cast, Profile(interests=("chess",), words=stems("machines"))) == ["Folding paper and mending machines"]


def test_who_has_said_nothing_yet_is_shown_what_is_near(cast, keep):
    keep(service("Near", at=WEIR_HALL), service("Far", at=(53.0, -1.0)))

    assert names(cast, Profile(place=HERE)) == ["Near"]


def test_there_are_never_too_many_and_each_stands_once(cast, keep):
    keep(*(service(f"Walk {n}", interests=("walking", "gardening"), description="walking") for n in range(40)))
    profile = Profile(interests=("walking",), words=stems("walking"))
    with CaptureQueriesContext(connection) as captured:
        found = ideas(cast.agency.pk, profile, timezone.now())

    assert len(found) == len({idea.match.facts.number for idea in found}) == MOST
    assert len(captured) == 3
