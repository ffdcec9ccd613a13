"""A token in every private field of an agency, and every anonymous address asked: no token anywhere."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import models
from django.test import Client
from django.urls import get_resolver, reverse

from connecting_people.api.tests.feed import ask, base, names
from connecting_people.community import models as community
from connecting_people.community.actions.assets import keep_address, keep_asset
from connecting_people.community.entry import OURS
from connecting_people.community.models import Postcode
from connecting_people.community.rules import Access
from connecting_people.community.terms import taxonomies, term_id
from connecting_people.community.tests.places import WEIR_HALL, organisation, service
from connecting_people.core.encryption import EncryptedTextField

pytestmark = pytest.mark.django_db
TOKEN = "zqxjv"
# What is there to be published: the entries themselves with what search keeps of them, and where postcodes are.
PUBLISHED = {"Asset", "AssetHours", "AssetTerm", "Organisation", "ServiceAtLocation", "Taxonomy", "TaxonomyTerm"}
PUBLISHED |= {"Indexed", "Word", "Postcode"}


def private_models() -> list[type[models.Model]]:
    return [getattr(community, name) for name in community.__all__ if name not in PUBLISHED]


@pytest.fixture
def asset(cast):
    """Keep an entry whose private facts all carry the token."""
    document = service("Tuesday walkers", at=(53.9, -1.1), access=(Access.STEP_FREE,), description="A slow walk")
    document[OURS] = {"first_visit": f"Ask for {TOKEN}", "inner": [{"who": TOKEN}]}
    document["service_at_locations"][0]["location"][OURS] = {"door": TOKEN}
    runs = organisation(by=cast.ben, at=cast.at, agency=cast.agency)
    runs.document[OURS] = {"funding": TOKEN}
    runs.save()
    return keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=document, organisation=runs)


def _value(field: Any, cast: Any, asset: community.Asset, made: dict[Any, Any]) -> Any:
    if isinstance(field, models.ForeignKey):
        near = {community.Asset: asset, community.Organisation: asset.organisation, type(cast.ben): cast.ben}
        near[type(cast.team)] = cast.team
        return (near | made | {type(cast.agency): cast.agency}).get(field.related_model)
    kinds: list[tuple[type, Any]] = [
        (EncryptedTextField, f"{TOKEN} {field.name}"),
        (models.EmailField, f"{TOKEN}@example.org"),
        (models.JSONField, {"said": TOKEN}),
        (models.UUIDField, uuid.uuid4()),
        (models.BooleanField, True),
        (models.DateTimeField, cast.at + timedelta(hours=1)),
        (models.DateField, cast.at.date()),
        (models.FloatField, 53.9),
        (models.IntegerField, 7),
        (models.TextField, f"{TOKEN} {field.name}"),
    ]
    for kind, value in kinds:
        if isinstance(field, kind):
            return value
    return field.choices[0][0] if field.choices else f"{TOKEN} {field.name}"[: field.max_length]


def fill_all_that_is_private(cast: Any, asset: community.Asset) -> int:
    made: dict[Any, Any] = {}
    waiting = private_models()
    while waiting:
        model = waiting.pop(0)
        fields = [field for field in model._meta.concrete_fields if not field.primary_key]
        needs = {field.related_model for field in fields if isinstance(field, models.ForeignKey) and not field.null}
        if needs & set(waiting):
            waiting.append(model)
            continue
        # Second looks are by a second person, and what has ended is one of the things that must not show.
        given = {field.name: _value(field, cast, asset, made) for field in fields}
        given |= {"second_by": cast.ela} if "second_by" in given else {}
        # Each light is somebody's, or a training's.
        given |= {"from_training": None, "brought_by": None} if "brought_by" in given else {}
        made[model] = model._default_manager.create(**given)
    return len(made)


def anonymous_addresses(cast: Any, asset: community.Asset) -> list[str]:
    place = asset.services_at_locations.get()
    ids = {
        "service": asset.standard_id,
        "taxonomy": taxonomies()["access"].id,
        "term": term_id("access", Access.STEP_FREE),
        "place": place.standard_id,
    }
    inside = next(one for one in get_resolver().url_patterns if "open-referral-uk" in str(one.pattern))
    found = []
    for one in inside.url_patterns:
        here = {"agency_id": cast.agency.pk} | ({"id": ids[one.name]} if "id" in one.pattern.converters else {})
        found.append(reverse(f"api:{one.name}", kwargs=here))
    return [*found, f"{base(cast.agency)}services?full=true", f"{base(cast.agency)}services?search={TOKEN}"]


def test_every_private_table_is_filled(cast, asset):
    assert fill_all_that_is_private(cast, asset) == len(private_models()) > 15


def test_no_anonymous_answer_holds_anything_private(cast, asset):
    fill_all_that_is_private(cast, asset)

    addresses = anonymous_addresses(cast, asset)

    assert len(addresses) == 12
    for address in addresses:
        response = Client().get(address)
        assert response.status_code == 200, address
        assert TOKEN not in response.content.decode(), address
        assert OURS not in response.content.decode().replace("/connecting_people/", ""), address


def test_nothing_private_is_found_by_searching_for_it(cast, asset):
    fill_all_that_is_private(cast, asset)

    for words in (TOKEN, f"Ask for {TOKEN}"):
        answer = Client().get(f"{base(cast.agency)}services", {"search": words}).json()
        assert answer["total_items"] == 0, words


def test_an_address_that_stood_there_once_is_in_no_answer_and_near_nothing(cast):
    Postcode.objects.create(postcode="YO1 7HH", latitude=WEIR_HALL[0], longitude=WEIR_HALL[1])
    document = service("A safe house", at=WEIR_HALL, description=f"At 14 {TOKEN} Lane")
    address = {"id": str(uuid.uuid4()), "address_1": f"14 {TOKEN} Lane", "postal_code": "YO1 7HH", "city": "Tarrow"}
    address |= {"state_province": "Tarrowshire", "country": "GB", "address_type": "physical"}
    document["service_at_locations"][0]["location"]["addresses"] = [address]
    given = {"by": cast.ben, "at": cast.at}
    house = keep_asset(**given, agency=cast.agency, document=document)
    near = {"path": "service_at_locations", "postcode": "YO1 7HH", "proximity": 1000}
    assert names(cast.agency, **near) == names(cast.agency, search=TOKEN) == ["A safe house"]

    keep_address(**given, asset=house, words=f"14 {TOKEN} Lane\nYO1 7HH")

    assert names(cast.agency, **near) == names(cast.agency, search=TOKEN) == []
    assert ask(cast.agency, "service_at_locations")["total_items"] == 0
    for path in ("services", "services?full=true", f"services/{house.standard_id}", "service_at_locations"):
        told = Client().get(base(cast.agency) + path).content.decode()
        assert TOKEN not in told and "7HH" not in told and str(WEIR_HALL[0]) not in told, path


def test_the_page_that_anybody_can_see_knows_nothing_either(cast, asset):
    fill_all_that_is_private(cast, asset)

    for address in ("/", "/help-now/", "/about/", "/accounts/login/"):
        assert TOKEN not in Client().get(address).content.decode(), address
