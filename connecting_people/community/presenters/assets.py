"""What the page of an asset shows of its entry."""

from dataclasses import dataclass
from datetime import date

from connecting_people.community.entry import Entry, read
from connecting_people.community.models import Asset
from connecting_people.community.queries.assets import season_of
from connecting_people.community.rules import Season


@dataclass(frozen=True)
class Shown:
    """One asset as its page shows it."""

    asset: Asset
    entry: Entry
    season: Season


def asset_page(asset: Asset, today: date) -> Shown:
    """Return the page of one asset."""
    return Shown(asset, read(asset.document), season_of(asset, today))
