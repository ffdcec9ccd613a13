"""The invented place: believable, complete, and no real person's number or address in it."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.test import override_settings

from connecting_people.community.demo.documents import Writer
from connecting_people.community.demo.ground import contains, degrees
from connecting_people.community.demo.town import Town, read_town
from connecting_people.community.entry import ours_in, read
from connecting_people.community.models import Area, Asset, AssetVersion, KeptAddress, Postcode, ServiceAtLocation
from connecting_people.community.queries.assets import season_of
from connecting_people.community.rules import Access, Kind, Season
from connecting_people.community.standard import faults
from connecting_people.config.demo import director
from connecting_people.core.demo import PlayError
from connecting_people.guide.interests import INTERESTS
from connecting_people.people.demo import Cast

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker

TODAY = date(2026, 3, 18)
# Royal Mail's postcode areas that begin with T: ours is none of them.
REAL_AREAS = {"TA", "TD", "TF", "TN", "TQ", "TR", "TS", "TW"}


def town() -> Town:
    return read_town(Cast(), director.PLACES)


def documents(agency: str, day: date = TODAY) -> list[dict]:
    here = town()
    writer = Writer(agency, here.ground, day, day)
    return [writer.entry(one) for (owner, _), one in here.entries.items() if owner == agency]


@pytest.fixture(scope="module")
def played(django_db_setup: None, django_db_blocker: "DjangoDbBlocker") -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
            director.play(TODAY)
        yield
        transaction.set_rollback(True)


def test_there_are_three_hundred_assets_and_a_few_on_the_hill():
    assert len(documents("riverside")) >= 300
    assert len(documents("hillside")) >= 25


def test_every_entry_fits_the_standard():
    assert [fault for one in documents("riverside") for fault in faults(one, "service")] == []


def test_every_kind_interest_and_way_in_is_there():
    entries = [read(one) for one in documents("riverside")]

    assert {one.kind for one in entries} == set(Kind)
    assert {interest for one in entries for interest in one.interests} == set(INTERESTS)
    assert frozenset().union(*(one.access for one in entries)) == set(Access)
    assert {day for one in entries for day in one.days} == {"MO", "TU", "WE", "TH", "FR", "SA", "SU"}
    assert {one.free for one in entries} == {True, False, None}


def test_no_name_stands_twice():
    names = Counter(name.casefold() for _, name in town().entries)

    assert [name for name, many in names.items() if many > 1] == []


def test_every_entry_says_what_it_is_in_one_to_three_sentences():
    for (_, name), one in town().entries.items():
        assert 20 <= len(one.words) <= 320, name
        assert one.words.endswith((".", "?", "!")), name


def test_most_is_outside_services():
    inside = [one for one in documents("riverside") if ours_in(one).get("inside_services")]

    assert 10 <= len(inside) <= 40


def test_no_number_address_or_link_can_be_anybodys():
    for one in [*documents("riverside"), *documents("hillside")]:
        text = re.sub(r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", "", json.dumps(one, ensure_ascii=False))
        assert all(number.startswith("01632 960") for number in re.findall(r"\b0\d{3,4} ?\d{3} ?\d{3,4}\b", text))
        assert all(mail.endswith("@example.org") for mail in re.findall(r"[\w.+-]+@[\w.-]+", text))
        assert all(re.search(r"^https://[\w.-]+\.example\.org$", link) for link in re.findall(r"https?://[^\"]+", text))


def test_the_postcodes_are_invented():
    postcodes = town().ground.postcodes

    assert 380 <= len(postcodes) <= 450
    assert {code[:2] for code in postcodes} == {"TY"}
    assert "TY" not in REAL_AREAS
    assert all(re.fullmatch(r"TY\d \d[A-HJLNP-UW-Z]{2}", code) for code in postcodes)


@pytest.mark.parametrize("agency", ["riverside", "hillside"])
def test_everything_lies_within_the_agencys_outline(agency):
    (whole,) = [one for one in town().ground.neighbourhoods if one.whole and one.agency == agency]
    ring = [degrees(spot) for spot in whole.outline]

    for one in documents(agency):
        for point in read(one).points:
            assert contains(ring, (point.latitude, point.longitude)), one["name"]


def test_neighbourhoods_lie_in_the_whole_and_hold_their_middle():
    for one in town().ground.neighbourhoods:
        assert contains(one.outline, one.middle), one.name


@pytest.mark.parametrize("day", [TODAY, date(2026, 12, 27), date(2024, 2, 29)])
def test_the_same_day_gives_the_same_documents(day):
    assert documents("riverside", day) == documents("riverside", day)


def test_an_entry_in_two_files_is_named(tmp_path):
    for name in ("ground.txt", "venues.txt"):
        (tmp_path / name).write_text("")
    for agency in ("riverside", "hillside"):
        (tmp_path / agency / "entries").mkdir(parents=True)
        (tmp_path / agency / "organisations.txt").write_text("")
    for name in ("a.txt", "b.txt"):
        (tmp_path / "riverside/entries" / name).write_text("Choir | group")

    with pytest.raises(PlayError, match=r"b\.txt, line 1: 'Choir' stands in a\.txt, line 1 already"):
        read_town(Cast(), tmp_path)
    (tmp_path / "riverside/entries/b.txt").write_text("Band | group\n\nBand | group")
    with pytest.raises(PlayError, match=r"b\.txt, line 3: 'Band' stands twice"):
        read_town(Cast(), tmp_path)


@pytest.mark.django_db
def test_all_of_it_is_kept(played):
    # One more was named in a training.
    assert Asset.objects.count() == len(town().entries) + 1
    assert Postcode.objects.count() == len(town().ground.postcodes)
    assert Area.objects.filter(whole=True).count() == 2
    assert 8 <= Area.objects.filter(agency__name__startswith="Riverside", whole=False).count() <= 10
    assert KeptAddress.objects.count() == 2


@pytest.mark.django_db
def test_an_address_that_must_not_be_known_stands_in_no_document(played):
    kept = KeptAddress.objects.select_related("asset")

    assert not ServiceAtLocation.objects.filter(asset__in=[one.asset_id for one in kept]).exists()
    texts = [json.dumps(document) for document in AssetVersion.objects.values_list("document", flat=True)]
    assert not any("Saltpan" in text for text in texts)


@pytest.mark.django_db
def test_assets_stand_in_every_season_and_were_written_by_many(played):
    assert {season_of(asset, TODAY) for asset in Asset.objects.all()} == set(Season)
    first = AssetVersion.objects.filter(number=1)
    assert len(set(first.values_list("by", flat=True))) >= 8
    assert len({at.date() for at in first.values_list("at", flat=True)}) >= 50
    assert AssetVersion.objects.filter(number__gt=1).count() >= 30
