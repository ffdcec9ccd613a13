"""Assets in a list: what sort of thing each is, when it is on, and where it stands in time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from connecting_people.community.entry import schedules_in
from connecting_people.community.models import Asset
from connecting_people.community.queries.assets import season_of
from connecting_people.community.rules import Kind, Season
from connecting_people.community.telling import SEASONS, season_in_words
from connecting_people.community.terms import KINDS
from connecting_people.community.times import time_in_words
from connecting_people.core.addresses import address
from connecting_people.guide.words import StrOrPromise


@dataclass(frozen=True)
class AssetRow:
    """One asset on a list."""

    name: str
    kind: str
    kind_name: StrOrPromise
    season: Season
    season_name: StrOrPromise
    season_words: str
    when: str
    runs: str
    href: str


def rows(assets: Iterable[Asset], today: date) -> list[AssetRow]:
    """Return assets as rows, in the order given; `organisation` should be fetched with them."""
    return [_row(asset, today) for asset in assets]


def _row(asset: Asset, today: date) -> AssetRow:
    season = season_of(asset, today)
    times = filter(None, map(time_in_words, schedules_in(asset.document)))
    return AssetRow(
        asset.name,
        asset.kind,
        KINDS[Kind(asset.kind)],
        season,
        SEASONS[season],
        season_in_words(season, asset.begins_date, asset.ends_date),
        next(times, ""),
        asset.organisation.name if asset.organisation else "",
        address("community:asset", agency_id=asset.agency_id, asset_id=asset.pk),
    )
