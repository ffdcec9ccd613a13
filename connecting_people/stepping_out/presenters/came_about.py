"""How the connections on a map came about; it never claims a cause."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.connections.models import ConnectionState
from connecting_people.core.addresses import address
from connecting_people.guide.words import StrOrPromise
from connecting_people.partnership.models import Partnership
from connecting_people.stepping_out.models import Meeting
from connecting_people.stepping_out.rules import About
from connecting_people.stepping_out.words import ABOUT


@dataclass(frozen=True)
class One:
    """One connection, and what is said of how it came about."""

    name: str
    where: str
    words: str
    say: str


@dataclass(frozen=True)
class Group:
    """The connections that came about in one way."""

    name: StrOrPromise
    ones: tuple[One, ...]


@dataclass(frozen=True)
class CameAbout:
    """The whole page."""

    groups: tuple[Group, ...]
    unsaid: tuple[One, ...]


def came_about_page(
    partnership: Partnership, states: Iterable[ConnectionState], meetings: Iterable[Meeting]
) -> CameAbout:
    """Return the connections that the reader may see, by how they came about."""
    seen = {one.connection_id: one for one in states}
    said = {one.connection_id: one for one in meetings if one.connection_id in seen}
    groups = []
    for about, name in ABOUT.items():
        ones = tuple(_one(partnership, seen, one) for one in said.values() if one.about == about)
        if ones:
            groups.append(Group(name, ones))
    unsaid = tuple(
        One(state.name, "", state.came_about, _say(partnership, id)) for id, state in seen.items() if id not in said
    )
    return CameAbout(tuple(groups), tuple(sorted(unsaid, key=lambda one: one.name.casefold())))


def _one(partnership: Partnership, seen: dict[UUID, ConnectionState], meeting: Meeting) -> One:
    return One(
        seen[meeting.connection_id].name,
        _where(seen, meeting),
        meeting.words,
        _say(partnership, meeting.connection_id),
    )


def _where(seen: dict[UUID, ConnectionState], meeting: Meeting) -> str:
    if meeting.about == About.OUTING and meeting.outing:
        if meeting.outing.entry.kept_by_id:
            return ""
        return meeting.outing.entry.line
    if meeting.about == About.ASSET and meeting.asset:
        return meeting.asset.name
    through = seen.get(meeting.through_id) if meeting.through_id else None
    return _("through %(name)s") % {"name": through.name} if through else ""


def _say(partnership: Partnership, connection_id: UUID) -> str:
    if partnership.looking:
        return ""
    return address("stepping_out:say_came_about", partnership_id=partnership.pk, connection_id=connection_id)
