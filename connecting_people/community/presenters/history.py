"""How an entry stood over time, and who changed what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connecting_people.community.models import Asset, AssetVersion, Organisation
from connecting_people.community.rules import How
from connecting_people.community.telling import differences, told
from connecting_people.core.addresses import address
from connecting_people.guide.words import StrOrPromise

HOW: Final[dict[How, StrOrPromise]] = {
    How.WRITTEN: gettext_lazy("written by %(name)s"),
    How.IMPORTED: gettext_lazy("brought in from a file by %(name)s"),
    How.PROPOSED: gettext_lazy("proposed by the organisation, taken over by %(name)s"),
    How.UNDONE: gettext_lazy("put back as it was by %(name)s"),
}


@dataclass(frozen=True)
class Change:
    """What one field said before and says after."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Stood:
    """One version: when, by whom, and what changed with it; `href` shows how the entry stood."""

    number: int
    at: datetime
    how: str
    changes: tuple[Change, ...]
    href: str
    newest: bool


def history_of(versions: Iterable[AssetVersion], most: int) -> list[Stood]:
    """Return the newest versions of an entry, newest first, each with what was different before it."""
    found = list(versions)
    earlier = [*found[1:], None]
    every = [_stood(now, before, newest=now is found[0]) for now, before in zip(found, earlier, strict=True)]
    return every[:most]


def stood(version: AssetVersion) -> list[tuple[str, str]]:
    """Return all that an entry said in one version."""
    return [(label, words) for label, words in told(version.document, _runs(version.organisation)).items() if words]


def changed_meanwhile(before: AssetVersion | None, now: Asset) -> tuple[Change, ...]:
    """Return what somebody else changed since a version was read."""
    if before is None:
        return ()
    return _changes(before, now)


def _stood(now: AssetVersion, before: AssetVersion | None, *, newest: bool) -> Stood:
    return Stood(
        now.number,
        now.at,
        str(HOW[How(now.how)]) % {"name": now.by.name},
        _changes(before, now) if before else (Change(_("The entry was made"), "", ""),),
        address("community:earlier", agency_id=now.agency_id, asset_id=now.asset_id, number=now.number),
        newest,
    )


def _changes(before: AssetVersion, now: Asset | AssetVersion) -> tuple[Change, ...]:
    runs = _runs(before.organisation), _runs(now.organisation)
    return tuple(Change(*one) for one in differences(before.document, now.document, runs))


def _runs(organisation: Organisation | None) -> str:
    return organisation.name if organisation else ""
