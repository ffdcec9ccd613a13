"""What search finds and in which order, on whichever database runs."""

from dataclasses import replace

import pytest
from django.db import connection
from django.utils import timezone

from connecting_people.community import index_tables
from connecting_people.community.actions.assets import Writing, keep_address, keep_asset, keep_assets, keep_organisation
from connecting_people.community.entry import Point
from connecting_people.community.matching import Ask
from connecting_people.community.models import Asset, Indexed
from connecting_people.community.rules import Kind
from connecting_people.community.search import asset_id_of, find
from connecting_people.community.stems import stems
from connecting_people.community.tests.places import WEIR_HALL, organisation, service, walking_group

pytestmark = pytest.mark.django_db
HERE = Point(*WEIR_HALL)


def names(cast, ask, agency=None):
    found = find((agency or cast.agency).pk, ask, timezone.now()).matches
    by_id = dict(Asset.objects.values_list("pk", "name"))
    return [by_id[asset_id_of(match)] for match in found]


def kept(cast, *documents, **more):
    writings = [Writing(document) for document in documents]
    return keep_assets(by=cast.ben, at=cast.at, agency=cast.agency, writings=writings, **more)


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
