"""What the access matrix needs of barriers: one of each partnership, and ideas in the library of its agency."""

from datetime import timedelta
from typing import Any

from connecting_people.barriers.actions import barriers, offering, ways
from connecting_people.barriers.models import Item
from connecting_people.barriers.rules import With, month_of, sealed
from connecting_people.core.london import day_of
from connecting_people.people.models import Agency


def barrier_parts(given: dict[str, Any], agency: Agency) -> dict[str, Any]:
    """Write down a barrier with a way round it, one that is offered, and one that was raised."""
    barrier = barriers.notice(**given, words="The bus is dear", kind="transport")
    way = ways.think_of(**given, barrier=barrier, words="Share a lift")
    other = ways.think_of(**given, barrier=barrier, words="Walk there")
    offer = offering.offer(**given, workaround=other, text="Walk there and take a lift back")
    raised = ways.challenge(**given, barrier=barrier, raised_with=With.AGENCY, words="Could there be a fund?")
    # Of a month in which nobody here had offered anything.
    month = month_of(day_of(given["at"]) - timedelta(days=90))
    idea = {"agency": agency, "sealed": sealed("transport", "Ask for a lift"), "month": month}
    waiting, approved = (Item.objects.create(**idea, state=state) for state in ("waiting", "approved"))
    return {
        "barrier_id": barrier.pk,
        "way_id": way.pk,
        "offer_id": offer.pk,
        "challenge_id": raised.pk,
        "item_id": approved.pk,
        "barriers:decide": {"item_id": waiting.pk},
    }
