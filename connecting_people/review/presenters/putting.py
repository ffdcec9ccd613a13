"""How a look back was put to the other, and what came back."""

from dataclasses import dataclass
from datetime import date

from connecting_people.core.london import day_of
from connecting_people.journey.rules import Standing
from connecting_people.partnership.models import Partnership
from connecting_people.review.models import Frozen
from connecting_people.review.record.lines import Content, read


@dataclass(frozen=True)
class Put:
    """How the review was put to the other: by whom, on which day, and how it stands."""

    name: str
    day: date
    waits: bool
    agreed: date | None
    by: str
    note: str
    differs: tuple[str, str]
    may_answer: bool


def put_of(partnership: Partnership, frozen: Frozen | None) -> Put | None:
    """Return how a review was put to the other, if it was."""
    if frozen is None:
        return None
    entry = frozen.entry
    standing = Standing(entry.standing)
    view = next(iter(entry.other_views.all()), None)
    agreed = view if view and standing == Standing.AGREED else None
    differs = view if view and standing == Standing.DIFFERENT else None
    said_for = agreed is not None and agreed.by_id != agreed.voice.user_id
    return Put(
        name=entry.voice.name,
        day=day_of(frozen.made_at),
        waits=standing == Standing.PROPOSED,
        agreed=day_of(agreed.at) if agreed else None,
        by=agreed.voice.name if agreed else "",
        note=agreed.by.name if agreed and said_for else "",
        differs=(differs.voice.name, differs.words) if differs else ("", ""),
        may_answer=standing == Standing.PROPOSED and may_answer(partnership, entry.voice.side),
    )


def may_answer(partnership: Partnership, side: str) -> bool:
    """Say whether the reader answers what `side` proposed, for themselves or for the person who has no login."""
    if partnership.looking:
        return False
    return partnership.me.side != side or (partnership.person.user_id is None and side != "service_user")


def content_kept(frozen: Frozen) -> Content:
    """Return a review as it was put to the other."""
    return read(frozen.content)
