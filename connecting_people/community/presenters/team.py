"""What the page of an asset shows the team: when it was checked, whom they know there, what is said to be wrong."""

from dataclasses import dataclass
from datetime import date, datetime

from connecting_people.community.knowledge_words import WRONG
from connecting_people.community.models import Asset, Problem
from connecting_people.community.presenters.contacts import Contact, contact_row
from connecting_people.community.queries.assets import Directory
from connecting_people.community.queries.checking import last_check, problems
from connecting_people.community.queries.knowledge import contacts_of
from connecting_people.community.rules import Found, Wrong
from connecting_people.core.addresses import address
from connecting_people.guide.words import StrOrPromise


@dataclass(frozen=True)
class OpenProblem:
    """Something that somebody said is wrong; never who."""

    what: StrOrPromise
    words: str
    at: datetime
    settle: str


@dataclass(frozen=True)
class Team:
    """What those who keep the directory see; for everybody else `keeps` is False and there is nothing more."""

    keeps: bool
    wrong: str
    check: str = ""
    closed: str = ""
    add_contact: str = ""
    checked: date | None = None
    checked_by: str = ""
    to_put_right: str = ""
    contacts: tuple[Contact, ...] = ()
    problems: tuple[OpenProblem, ...] = ()


def team_of(directory: Directory, asset: Asset, today: date) -> Team:
    """Return the team's part of an asset's page; for everybody else only the way to say that it is wrong."""
    here = {"agency_id": directory.agency.pk, "asset_id": asset.pk}
    wrong = address("community:wrong", **here)
    if not directory.keeps:
        return Team(keeps=False, wrong=wrong)
    return Team(
        keeps=True,
        wrong=wrong,
        check=address("community:check", **here),
        closed=address("community:closed", **here),
        add_contact=address("community:contact_add", **here),
        checked=asset.checked_date,
        checked_by=asset.checked_by.name if asset.checked_by else "",
        to_put_right=_to_put_right(asset),
        contacts=tuple(contact_row(row, today) for row in contacts_of(asset)),
        problems=tuple(open_problem(row) for row in problems(asset.agency_id).filter(asset=asset)),
    )


def where_to_edit(asset: Asset) -> str:
    """Return where an entry is written."""
    here = {"agency_id": asset.agency_id, "asset_id": asset.pk}
    return address("community:edit", **here)


def open_problem(row: Problem) -> OpenProblem:
    """Return one thing that somebody said is wrong, as it waits."""
    settle = address("community:problem_settle", agency_id=row.agency_id, problem_id=row.pk)
    return OpenProblem(WRONG[Wrong(row.wrong)], row.words, row.at, settle)


def _to_put_right(asset: Asset) -> str:
    """Return who found a change that the entry does not say yet, if somebody did."""
    last = last_check(asset)
    return last.by.name if last and last.found == Found.CHANGED and last.at > asset.changed_at else ""
