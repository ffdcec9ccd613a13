"""The week's short list, what waits beside it, and what came of what somebody told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from connecting_people.community.knowledge_words import WRONG
from connecting_people.community.models import Asset, CheckTurn, Problem
from connecting_people.community.presenters.team import OpenProblem, open_problem
from connecting_people.community.queries import experience
from connecting_people.community.queries.gaps import gaps_waiting
from connecting_people.community.rules import Wrong
from connecting_people.community.turns import Due, why_due
from connecting_people.core.addresses import address
from connecting_people.guide.words import StrOrPromise

_WHY: dict[Due, StrOrPromise] = {
    Due.WRONG: gettext_lazy("Somebody says that it is wrong"),
    Due.CLOSING: gettext_lazy("It closes soon"),
    Due.NEVER: gettext_lazy("Nobody has checked it yet"),
    Due.OLD: gettext_lazy("Not checked for six months"),
}


@dataclass(frozen=True)
class ToCheck:
    """One entry to look at: what it is, why, and how to ask them."""

    name: str
    href: str
    why: StrOrPromise
    ask: tuple[str, ...]
    check: str
    closed: str


@dataclass(frozen=True)
class Week:
    """One person's short list of the week, and the rest of the team's."""

    mine: tuple[ToCheck, ...]
    done: tuple[str, ...]
    others: tuple[ToCheck, ...]
    says: str


@dataclass(frozen=True)
class Waiting:
    """What waits beside the list: open problems, and the pages of other things with how many wait there."""

    problems: tuple[tuple[str, OpenProblem], ...]
    more: tuple[tuple[str, str], ...]


def week_page(turns: Sequence[CheckTurn], user_id: UUID, said_wrong: set[UUID], today: date) -> Week:
    """Return the list of one of the team: what is theirs, what is done, and what the others have."""

    def shown(turn: CheckTurn) -> ToCheck:
        return _to_check(turn.asset, turn.asset_id in said_wrong, today)

    turns = sorted(turns, key=lambda turn: turn.asset_id not in said_wrong)
    mine = [turn for turn in turns if turn.user_id == user_id]
    open_ = [turn for turn in turns if turn.done_at is None]
    return Week(
        mine=tuple(shown(turn) for turn in open_ if turn.user_id == user_id),
        done=tuple(turn.asset.name for turn in mine if turn.done_at),
        others=tuple(shown(turn) for turn in open_ if turn.user_id != user_id),
        says=_progress(turns, mine),
    )


def _progress(turns: Sequence[CheckTurn], mine: Sequence[CheckTurn]) -> str:
    """Say how the week goes: of entries, never of people."""
    done = sum(turn.done_at is not None for turn in turns)
    if not turns:
        return ""
    if done == len(turns):
        return _("All of this week’s list is looked at. Thank you: whoever looks something up can rely on it.")
    if mine and all(turn.done_at for turn in mine):
        return _("Yours are done for this week. Thank you. What is left of the team’s list is below, if you have time.")
    if done:
        return _("A start is made: %(done)s of this week’s %(all)s are looked at.") % {"done": done, "all": len(turns)}
    return _("A few minutes, and what people look up here stays right.")


def waiting(agency_id: UUID, rows: Iterable[Problem]) -> Waiting:
    """Return what waits beside the list: problems, and how much of what else, with the way to it."""
    found = experience.waiting(agency_id)
    counted = (
        ("community:ratings_waiting", found.ratings + found.second_look, _lights),
        ("community:proposals", found.proposals, _wishes),
        ("community:gaps", gaps_waiting(agency_id), _needs),
    )
    more = tuple((says(many), address(page, agency_id=agency_id)) for page, many, says in counted if many)
    return Waiting(tuple((row.asset.name, open_problem(row)) for row in rows), more)


def _lights(many: int) -> str:
    return ngettext(
        "One experience waits to be read before others see it",
        "%(many)s experiences wait to be read before others see them",
        many,
    ) % {"many": many}


def _wishes(many: int) -> str:
    return ngettext(
        "One change that an organisation would like waits for an answer",
        "%(many)s changes that organisations would like wait for an answer",
        many,
    ) % {"many": many}


def _needs(many: int) -> str:
    return ngettext(
        "One need on the board that nobody looks into yet",
        "%(many)s needs on the board that nobody looks into yet",
        many,
    ) % {"many": many}


def _to_check(asset: Asset, said_wrong: bool, today: date) -> ToCheck:
    here = {"agency_id": asset.agency_id, "asset_id": asset.pk}
    why = why_due(asset.checked_date, asset.ends_date, today, said_wrong=said_wrong)
    return ToCheck(
        name=asset.name,
        href=address("community:asset", **here),
        why=_WHY[why] if why else "",
        ask=_ways_to_ask(asset),
        check=address("community:check", **here),
        closed=address("community:closed", **here),
    )


def _ways_to_ask(asset: Asset) -> tuple[str, ...]:
    """Return the numbers and addresses that an entry gives, so that one can ring at once."""
    document = asset.document
    phones = [one.get("number") for one in document.get("phones") or [] if isinstance(one, dict)]
    said = [*phones, document.get("email"), document.get("url")]
    return tuple(one for one in said if isinstance(one, str) and one)


@dataclass(frozen=True)
class Told:
    """One thing that the reader told, and what came of it."""

    name: str
    href: str
    what: StrOrPromise
    words: str
    at: datetime
    settled_at: datetime | None
    outcome: str


def told(rows: Iterable[Problem]) -> tuple[Told, ...]:
    """Return what somebody told, newest first."""
    return tuple(
        Told(
            name=row.asset.name,
            href=address("community:asset", agency_id=row.agency_id, asset_id=row.asset_id),
            what=WRONG[Wrong(row.wrong)],
            words=row.words,
            at=row.at,
            settled_at=row.settled_at,
            outcome=row.outcome,
        )
        for row in rows
    )
