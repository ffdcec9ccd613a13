"""Search against looking at every entry, on whichever database runs."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from connecting_people.community import index_tables
from connecting_people.community.actions.assets import Writing, keep_address, keep_asset, keep_assets, keep_organisation
from connecting_people.community.entry import DAYS, Point
from connecting_people.community.facets import day_facet, interest_facet, kind_facet
from connecting_people.community.matching import Ask, Facts, ranked
from connecting_people.community.models import Asset, Indexed
from connecting_people.community.rules import Access, Kind
from connecting_people.community.search import asset_id_of, candidates, find
from connecting_people.community.stems import stems
from connecting_people.community.tests.places import WEIR_HALL, organisation, service, walking_group
from connecting_people.core.london import day_of

pytestmark = pytest.mark.django_db
HERE = Point(*WEIR_HALL)
WORDS = ("walking", "walkers", "choir", "chess", "tea", "river", "café", "help with money")
SOME_ACCESS = (Access.STEP_FREE, Access.QUIET)
INTERESTS = ("walking", "singing", "chess")


def names(cast, ask, agency=None):
    found = find((agency or cast.agency).pk, ask, timezone.now()).matches
    by_id = dict(Asset.objects.values_list("pk", "name"))
    return [by_id[asset_id_of(match)] for match in found]


def kept(cast, *documents, **more):
    writings = [Writing(document) for document in documents]
    return keep_assets(by=cast.ben, at=cast.at, agency=cast.agency, writings=writings, **more)


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
    from django.db import transaction

    from tests.cast import make_cast

    with django_db_blocker.unblock(), transaction.atomic():
        cast = make_cast(timezone.now() - timedelta(days=1))
        kept(cast, *directory_by_lot(random.Random(1), 300))
        keep_assets(
            by=cast.ivan, at=cast.at, agency=cast.other_agency,
            writings=[Writing(one) for one in directory_by_lot(random.Random(2), 60)],
        )  # fmt: skip
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


def test_a_word_counts_most_in_the_name_then_among_interests_then_in_the_text(cast):
    kept(
        cast,
        service("Tea in the hall", description="We talk of chess"),
        service("Games for all", interests=("chess",)),
        service("Chess club"),
    )

    assert names(cast, Ask(words=stems("chess"))) == ["Chess club", "Games for all", "Tea in the hall"]


def test_of_two_alike_the_nearer_comes_first(cast):
    kept(cast, service("Choir far", at=(53.99, -1.08)), service("Choir near", at=(53.96, -1.08)))

    assert names(cast, Ask(words=stems("choirs"), place=HERE, km=10)) == ["Choir near", "Choir far"]


def test_a_name_is_found_without_its_accents_and_endings(cast):
    kept(cast, service("Café Nérée"))

    assert names(cast, Ask(words=stems("CAFES neree"))) == ["Café Nérée"]


def test_who_runs_it_can_be_looked_for_and_under_the_new_name_too(cast):
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency).organisation
    document = walkers.document | {"name": "Foss Ramblers"}
    keep_organisation(by=cast.ben, at=cast.at, agency=cast.agency, organisation=walkers, document=document)

    assert names(cast, Ask(words=stems("ramblers"))) == ["Tuesday walkers"]
    assert names(cast, Ask(words=stems("tarrow"))) == []


def test_what_is_closed_or_over_is_found_only_when_asked_for(cast):
    over = {"connecting_people": {"ends": "2026-01-01"}}
    kept(cast, service("Old choir") | {"status": "defunct"}, service("Short choir", **over), service("Choir"))

    assert names(cast, Ask(words=stems("choir"))) == ["Choir"]
    assert len(names(cast, Ask(words=stems("choir"), ended=True))) == 3


def test_a_kept_address_leaves_no_cell_and_no_distance(cast):
    (refuge,) = kept(cast, service("Safe house", at=WEIR_HALL))
    assert Indexed.objects.get(asset=refuge).latitude
    before = len(Indexed.objects.get(asset=refuge).tokens.split())

    keep_address(by=cast.ben, at=cast.at, asset=refuge, words="14 Hidden Lane")

    row = Indexed.objects.get(asset=refuge)
    assert (row.latitude, row.longitude, row.places) == (None, None, "")
    assert len(row.tokens.split()) < before
    (match,) = find(cast.agency.pk, Ask(words=stems("safe"), place=HERE, km=1), timezone.now()).matches
    assert match.km is None
    assert names(cast, Ask(words=stems("hidden"))) == []


def test_an_entry_that_says_otherwise_is_found_by_its_new_words_alone(cast):
    (choir,) = kept(cast, service("Choir"))
    keep_asset(
        by=cast.ben, at=cast.at, agency=cast.agency, asset=choir, version=1, document=choir.document | {"name": "Drums"}
    )

    assert names(cast, Ask(words=stems("drum"))) == ["Drums"]
    assert names(cast, Ask(words=stems("choir"))) == []


def test_nothing_of_another_agency_is_found(cast):
    keep_asset(by=cast.ivan, at=cast.at, agency=cast.other_agency, document=service("Choir of the hill"))

    assert names(cast, Ask(words=stems("choir"))) == []
    assert names(cast, Ask()) == []


@pytest.mark.parametrize("text", ["' OR * ( NEAR", '" AND "', "a:* | !b", "\x00\x01", "NOT", "🙂", "-- ; %s", "{x}"])
def test_hostile_words_find_nothing_and_break_nothing(cast, text):
    walking_group(by=cast.ben, at=cast.at, agency=cast.agency)

    assert names(cast, Ask(words=stems(text))) in ([], ["Tuesday walkers"])


def test_a_word_like_one_of_the_index_s_own_finds_nothing(cast):
    walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    own = Indexed.objects.get().tokens.split()[0]

    assert names(cast, Ask(words=stems(own))) == []


def test_the_text_index_keeps_in_step_after_every_migration(cast):
    organisation(by=cast.ben, at=cast.at, agency=cast.agency)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'community_indexed'")
            assert len(cursor.fetchall()) == 3, "a migration made the table anew: end it with keep_in_step"
        else:
            cursor.execute("SELECT 1 FROM pg_indexes WHERE indexname = 'community_indexed_words'")
            assert cursor.fetchone()


def test_whatever_removes_a_row_removes_its_words(cast):
    (choir,) = kept(cast, service("Choir"))
    Indexed.objects.filter(asset=choir).update(name=" drum ")
    assert names(cast, Ask(words=stems("choir"))) == []
    choir.versions.all().delete()
    choir.delete()

    assert names(cast, Ask(words=("drum",))) == []
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO community_words (community_words) VALUES ('integrity-check')")
    index_tables.tidy(connection)


def test_the_place_of_a_question_is_left_out_where_it_has_none(cast):
    kept(cast, service("Chess by post", kind=Kind.ONLINE), service("Chess", at=(53.0, -1.0)))
    ask = Ask(words=stems("chess"), place=HERE, km=5)

    assert names(cast, ask) == ["Chess by post"]
    assert names(cast, replace(ask, place=None)) == ["Chess", "Chess by post"]
