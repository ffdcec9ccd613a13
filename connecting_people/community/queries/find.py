"""What is found for somebody's question, and when it is nothing, what comes nearest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from connecting_people.community import search
from connecting_people.community.matching import Ask, Match, fewest_unmet, ranked, widened, without
from connecting_people.community.models import Asset
from connecting_people.community.near_misses import meant
from connecting_people.community.stems import stems
from connecting_people.core.london import day_of


@dataclass(frozen=True)
class Answer:
    """What was found for `ask`, which is the question as it was answered in the end.

    `instead` is what was looked for in place of words that nothing has; `unmet` are needs that had to be left out.
    """

    ask: Ask
    matches: tuple[Match, ...]
    many: bool = False
    instead: str = ""
    unmet: frozenset[str] = frozenset()


def answer(agency_id: UUID, text: str, ask: Ask, at: datetime) -> Answer:
    """Return what fits; else what fits other spelling, fewer needs, or some of the words."""
    found = search.find(agency_id, ask, at)
    if found.matches or not ask:
        return Answer(ask, found.matches, found.many)
    instead = meant(agency_id, text) if ask.words else ""
    if instead:
        ask = replace(ask, words=stems(instead))
        found = search.find(agency_id, ask, at)
        if found.matches:
            return Answer(ask, found.matches, found.many, instead)
    return _nearest(agency_id, ask, at, instead) or _some_words(agency_id, ask, at) or Answer(ask, ())


def _nearest(agency_id: UUID, ask: Ask, at: datetime, instead: str) -> Answer | None:
    """Return what fits but for the fewest needs."""
    today = day_of(at).toordinal()
    facts = search.candidates(agency_id, widened(ask))
    needs = fewest_unmet(ask, facts, today)
    if not needs:
        return None
    less = without(ask, needs)
    return Answer(less, tuple(ranked(less, facts, today)), len(facts) == search.MOST, instead, needs)


def _some_words(agency_id: UUID, ask: Ask, at: datetime) -> Answer | None:
    if len(ask.words) < 2:
        return None
    some = replace(ask, some_words=True)
    found = search.find(agency_id, some, at)
    return Answer(some, found.matches, found.many) if found.matches else None


def assets_of(agency_id: UUID, matches: Sequence[Match]) -> Mapping[UUID, Asset]:
    """Return the assets of some matches by id, in one query."""
    ids = [search.asset_id_of(match) for match in matches]
    found = Asset.objects.filter(agency_id=agency_id, pk__in=ids)
    return {one.pk: one for one in found}
