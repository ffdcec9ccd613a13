"""What could come next after somebody said keep, change or stop: a way to the room where it is done, never the deed."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.core.addresses import address
from connecting_people.guide.words import StrOrPromise
from connecting_people.taking_stock.queries.stock import Said
from connecting_people.taking_stock.rules import About, Choice


@dataclass(frozen=True)
class Way:
    """A next act: its name and the page on which it is done."""

    name: StrOrPromise
    href: str


def next_ways(partnership_id: UUID, said: Said, choices: Iterable[Choice]) -> tuple[Way, ...]:
    """Return the ways on from one thing, by all that was said of it, in the order of the choices."""
    found = _WAYS[said.about](partnership_id, said)
    said_now = set(choices)
    return tuple(dict.fromkeys(found[choice] for choice in Choice if choice in said_now and choice in found))


def in_the_way(partnership_id: UUID, said: Said) -> str:
    """Return where what gets in the way of one thing is written down, with what it blocks (S5.2)."""
    page = address("barriers:notice", partnership_id=partnership_id)
    part = {About.GOAL: "goal", About.OUTING: "outing", About.CONNECTION: "connection"}.get(said.about)
    return f"{page}?{part}={said.thing_id}" if part else page


def _of_goal(partnership_id: UUID, said: Said) -> dict[Choice, Way]:
    at = {"partnership_id": partnership_id, "goal_id": said.thing_id}
    return {
        Choice.KEEP: Way(_("Say who does what next"), address("plans:do_for", **at)),
        Choice.CHANGE: Way(_("Change the plan"), address("plans:change_plan", **at)),
        Choice.STOP: Way(_("Let the goal rest, or let it go"), address("plans:move", **at)),
    }


def _of_outing(partnership_id: UUID, said: Said) -> dict[Choice, Way]:
    at = {"partnership_id": partnership_id}
    one = {**at, "outing_id": said.thing_id}
    like_it = f"?asset={said.asset_id}" if said.asset_id else ""
    found = {
        Choice.KEEP: Way(_("Plan it again"), address("stepping_out:plan", **at) + like_it),
        Choice.CHANGE: Way(_("Plan it in another way"), address("stepping_out:plan", **at)),
    }
    if said.series_id:
        found[Choice.KEEP] = Way(_("See what is coming up"), address("stepping_out:outings", **at))
        found[Choice.STOP] = Way(_("Call off the ones to come"), address("stepping_out:stop_series", **one))
    return found


def _of_connection(partnership_id: UUID, said: Said) -> dict[Choice, Way]:
    at = {"partnership_id": partnership_id, "connection_id": said.thing_id}
    return {
        Choice.CHANGE: Way(_("Change it on the map"), address("connections:edit", **at)),
        Choice.STOP: Way(_("Say how things stand now"), address("connections:end", **at)),
    }


def _of_support(partnership_id: UUID, said: Said) -> dict[Choice, Way]:
    way = Way(_("Say how much support"), address("journey:support", partnership_id=partnership_id))
    return {Choice.CHANGE: way, Choice.STOP: way}


_WAYS = {
    About.GOAL: _of_goal,
    About.OUTING: _of_outing,
    About.CONNECTION: _of_connection,
    About.SUPPORT: _of_support,
}
