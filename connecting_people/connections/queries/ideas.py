"""A plain profile of what a partnership says the person likes, as far as the reader may see it."""

from dataclasses import dataclass

from connecting_people.community.queries.assets import areas
from connecting_people.community.queries.near import Near, district_in, near_area, near_district
from connecting_people.community.stems import MOST, stems
from connecting_people.connections.models import Strength
from connecting_people.connections.queries.strengths import strengths
from connecting_people.connections.rules import StrengthKind
from connecting_people.getting_started.queries import area_of
from connecting_people.partnership.models import Partnership


@dataclass(frozen=True)
class Likes:
    """Interests and stems of own words, in the order in which they were said; `kept` are those only the reader sees."""

    interests: tuple[str, ...]
    words: tuple[str, ...]
    kept: frozenset[str]


def likes(partnership: Partnership) -> Likes:
    """Return what the person likes, can do, did once or would try; a quality is nothing to go to."""
    found = [one for one in strengths(partnership) if one.kind != StrengthKind.QUALITY]
    open_ = [one for one in found if not one.kept_by_id]
    shown = {*_interests(open_), *_words(open_)}
    interests, words = _interests(found), _words(found)
    return Likes(interests, words, frozenset({*interests, *words} - shown))


def near_of(partnership: Partnership) -> Near | None:
    """Return where the person moves about, as they said it, if the agency's area has a place of that name."""
    said = area_of(partnership)
    if said is None or not said.name:
        return None
    district = district_in(said.name)
    return near_area(said.name, areas(partnership.agency_id)) or (near_district(district) if district else None)


def _interests(found: list[Strength]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.interest for one in found if one.interest))


def _words(found: list[Strength]) -> tuple[str, ...]:
    own = " ".join(one.words for one in found if one.words and not one.interest)
    return stems(own)[:MOST]
