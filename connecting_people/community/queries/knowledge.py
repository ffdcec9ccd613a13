"""What the team knows, for pages that tell it in a line or two; few queries each."""

from datetime import date

from connecting_people.community.models import Asset, CheckTurn, LocalContact
from connecting_people.community.queries.contacts import KEEPING, contacts_at
from connecting_people.community.queries.gaps import gaps_waiting
from connecting_people.people.models import Agency, Membership, User


def open_gaps(agency: Agency) -> int:
    """Return how many needs of an agency nobody looks into yet."""
    return gaps_waiting(agency.pk)


def contacts_of(asset: Asset) -> list[LocalContact]:
    """Return whom the team knows at an asset; for those who keep the directory alone."""
    return list(contacts_at(asset))


def turns_of(user: User, week: date) -> list[CheckTurn]:
    """Return what is this person's turn to check in a week, in all their agencies, those not done yet first."""
    here = Membership.objects.filter(user=user, role__in=KEEPING, ended_at=None)
    rows = CheckTurn.objects.filter(user=user, week_date=week, agency__in=here.values("agency"))
    return sorted(rows.select_related("asset"), key=lambda turn: (turn.done_at is not None, turn.asset.name, turn.pk))
