"""The map then and now in lines, how people came into it, and how many the person would like."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from connecting_people.connections.change import Change, Moved
from connecting_people.connections.facts import unpacked
from connecting_people.connections.models import OwnView
from connecting_people.connections.queries.connections import states
from connecting_people.connections.queries.strengths import own_views
from connecting_people.connections.rules import Enough, Node
from connecting_people.connections.words import ENOUGH
from connecting_people.core.london import day_of
from connecting_people.partnership.models import Partnership
from connecting_people.review.record.lines import Group, Line, voiced
from connecting_people.stepping_out.presenters.came_about import One, came_about_page
from connecting_people.stepping_out.queries import meetings


def enough_in(partnership: Partnership, since: date, until: date) -> tuple[Group, ...]:
    """Return how many people the person said would be right, then and now."""
    said = [one for one in own_views(partnership) if one.entry.happened_date <= until]
    if not said:
        return ()
    now = said[0]
    before = [one for one in said if one.entry.happened_date <= since]
    then = before[0] if before else said[-1]
    groups = [Group(_("Then"), (_view(partnership, then),))] if then is not now else []
    return (*groups, Group(_("Now"), (_view(partnership, now),)))


def _view(partnership: Partnership, view: OwnView) -> Line:
    chosen = unpacked(Enough, view.says) or frozenset()
    names = [str(name) for one, name in ENOUGH.items() if one in chosen]
    words = ". ".join(filter(None, (*names, view.entry.words)))
    return Line(words, day=view.entry.happened_date, **voiced(partnership, view.entry.voice_id))


def met_in(partnership: Partnership, since: date, until: date) -> tuple[Group, ...]:
    """Return whom somebody met in a span, by how it came about; it never says what caused what."""
    rows = [one for one in meetings(partnership) if since <= day_of(one.at) <= until]
    if not rows:
        return ()
    by_name = {one.connection_id: one.voice_id for one in rows}
    there = list(states(partnership).filter(there=True, connection__in=list(by_name)))
    voices = {state.name: voiced(partnership, by_name[state.connection_id]) for state in there}
    shown = came_about_page(partnership, there, rows)
    return tuple(
        Group(str(group.name), tuple(_met(one, voices[one.name]) for one in group.ones)) for group in shown.groups
    )


def _met(one: One, voice: dict[str, Any]) -> Line:
    return Line(one.name, note=" · ".join(filter(None, (one.where, one.words))), **voice)


def came(change: Change) -> tuple[Line, ...]:
    """Return who is new on the map since then."""
    return _named(_("New on the map: %(names)s"), change.joined)


def closer(change: Change) -> tuple[Line, ...]:
    """Return who came closer since then."""
    return _named(_("Came closer: %(names)s"), [move.now for move in change.closer])


def giving(change: Change) -> tuple[Line, ...]:
    """Return to whom the person gives something now and did not then."""
    now = [*change.joined, *(m.now for m in _moves(change) if m.now.gives and not m.then.gives)]
    return _named(_("Now something goes from the person to %(names)s"), [node for node in now if node.gives])


def getting(change: Change) -> tuple[Line, ...]:
    """Return from whom the person gets something now and did not then."""
    now = [*change.joined, *(m.now for m in _moves(change) if m.now.gets and not m.then.gets)]
    return _named(_("Now something comes from %(names)s"), [node for node in now if node.gets])


def _moves(change: Change) -> Iterable[Moved]:
    return (*change.closer, *change.drifted, *change.unmoved)


def _named(words: str, nodes: Iterable[Node]) -> tuple[Line, ...]:
    names = sorted((node.name for node in nodes), key=str.casefold)
    return (Line(words % {"names": ", ".join(names)}),) if names else ()
