"""Search against looking at every entry of invented directories, on whichever database runs."""

import random
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from connecting_people.community.actions.assets import Writing, keep_assets
from connecting_people.community.entry import DAYS, Point
from connecting_people.community.facets import day_facet, interest_facet, kind_facet
from connecting_people.community.matching import Ask, Facts, ranked
from connecting_people.community.models import Indexed
from connecting_people.community.rules import Access, Kind
from connecting_people.community.search import asset_id_of, candidates, find
from connecting_people.community.stems import stems
from connecting_people.community.tests.places import WEIR_HALL, service
from connecting_people.core.london import day_of
from tests.cast import make_cast

pytestmark = pytest.mark.django_db
HERE = Point(*WEIR_HALL)
WORDS = ("walking", "walkers", "choir", "chess", "tea", "river", "café", "help with money")
SOME_ACCESS = (Access.STEP_FREE, Access.QUIET)
INTERESTS = ("walking", "singing", "chess")


def directory_by_lot(chance, count):
    """Return documents of every sort: with and without places, times, ages and ends."""
    for number in range(count):
        near = (WEIR_HALL[0] + chance.gauss(0, 0.06), WEIR_HALL[1] + chance.gauss(0, 0.1))
        fields = {"description": " ".join(chance.choices(WORDS, k=3))}
        if chance.random() < 0.2:
            fields["minimum_age"] = chance.choice((16, 55))
        if chance.random() < 0.2:
            ends = timezone.localdate() + timedelta(days=chance.choice((-3, 0, 40)))
            fields["connecting_people"] = {"ends": ends.isoformat()}
        yield service(
            f"{chance.choice(WORDS)} {number}",
            kind=chance.choice(list(Kind)),
            interests=tuple(chance.sample(INTERESTS, k=chance.randrange(3))),
            access=tuple(one for one in SOME_ACCESS if chance.random() < 0.5),
            at=near if chance.random() < 0.8 else None,
            days=",".join(chance.sample(DAYS, k=chance.randrange(3))),
            opens=chance.choice(("", "09:30", "14:00", "19:00")),
            amount=chance.choice((None, 0, 4.5)),
            **fields,
        ) | {"status": chance.choice(("active", "active", "active", "defunct"))}


PARTS = ("", "morning", "evening")
FACETS = st.sets(
    st.sampled_from(["free", "online", "step-free", "quiet", *(day_facet(d, p) for d in DAYS[:3] for p in PARTS)]),
    max_size=2,
)
ASKS = st.builds(
    Ask,
    words=st.lists(st.sampled_from(WORDS), max_size=2).map(lambda words: stems(" ".join(words))),
    some_words=st.booleans(),
    facets=FACETS.map(frozenset),
    interests=st.sets(st.sampled_from(INTERESTS), max_size=3).map(lambda some: frozenset(map(interest_facet, some))),
    kinds=st.sets(st.sampled_from(list(Kind)), max_size=2).map(lambda some: frozenset(map(kind_facet, some))),
    place=st.none() | st.builds(Point, st.floats(53.7, 54.2), st.floats(-1.3, -0.8)),
    km=st.sampled_from((1.0, 3.0, 10.0, 20.0, 50.0)),
    age=st.none() | st.sampled_from((15, 30, 70)),
    ended=st.booleans(),
)


@pytest.fixture(scope="module")
def _by_lot(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        cast = make_cast(timezone.now() - timedelta(days=1))
        for by, agency, seed, count in ((cast.ben, cast.agency, 1, 300), (cast.ivan, cast.other_agency, 2, 60)):
            writings = [Writing(one) for one in directory_by_lot(random.Random(seed), count)]
            keep_assets(by=by, at=cast.at, agency=agency, writings=writings)
        yield cast
        transaction.set_rollback(True)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ask=ASKS)
def test_what_is_found_is_what_looking_at_every_entry_finds_in_the_same_order(_by_lot, ask):
    at = timezone.now()
    columns = ["asset_id" if name == "asset" else name for name in Facts._fields]
    every = map(Facts._make, Indexed.objects.filter(agency=_by_lot.agency).values_list(*columns))
    right = [match.facts.asset for match in ranked(ask, every, day_of(at).toordinal())]

    assert [asset_id_of(match) for match in find(_by_lot.agency.pk, ask, at).matches] == right


def test_only_few_rows_are_read_for_a_question_with_a_place(_by_lot):
    ask = Ask(words=stems("walking"), facets=frozenset({"free", "tu"}), place=HERE, km=3)

    assert len(candidates(_by_lot.agency.pk, ask)) <= 30
