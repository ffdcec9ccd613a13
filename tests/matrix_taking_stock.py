"""What the access matrix needs of taking stock: a view that both see, one that is kept, and a practitioner's own."""

from typing import Any

from connecting_people.partnership.models import Partnership
from connecting_people.people.models import User
from connecting_people.taking_stock.actions import own
from connecting_people.taking_stock.actions.taking import take
from connecting_people.taking_stock.rules import Point


def stock_parts(by: User, here: Partnership, at: Any) -> dict[str, Any]:
    """Let a practitioner take stock with the person, for themselves, and of their own work."""
    given = {"by": by, "at": at, "partnership": here}
    shared = take(**given, words="The choir is what keeps us going", voice=here.person)
    kept = take(**given, words="To think over", to_oneself=True)
    points = {Point.TIME: own.PointSaid(words="Thursdays are full")}
    stock = own.take_own(by=by, at=at, agency=here.agency, points=points)
    return {
        "view_id": shared.pk,
        "stock_id": stock.pk,
        "taking_stock:share": {"view_id": kept.pk},
        "taking_stock:say_for": {"place_id": here.person.pk},
    }
