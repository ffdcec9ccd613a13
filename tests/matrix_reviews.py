"""What the access matrix needs of looking back: a review in which something was said and put to the other."""

from typing import Any

from connecting_people.core.london import day_of
from connecting_people.partnership.models import Partnership
from connecting_people.people.models import User
from connecting_people.review.actions import next as what_next
from connecting_people.review.actions import reviews
from connecting_people.review.rules import Choice, Heading

PAGES = (
    *("review", "look", "look_at", "reword", "put", "agree", "differ", "view", "view_back"),
    *("next", "next_agree", "next_differ", "next_do", "report", "choose", "paper"),
)


def review_parts(by: User, here: Partnership, at: Any) -> dict[str, Any]:
    """Open a look back with words of the practitioner's and something that could come next."""
    given = {"by": by, "at": at, "partnership": here}
    review = reviews.open_review(**given, since_date=day_of(here.made_at))
    said = reviews.say(**given, review=review, heading=Heading.WHOLE, words="A good stretch of road")
    ahead = what_next.propose(**given, review=review, choice=Choice.CARRY_ON)
    # A practitioner's own look at their practice is called a review as well, so each page has its own here.
    here_only = {f"review:{name}": {"review_id": review.pk} for name in PAGES}
    here_only["review:look_at"] |= {"heading": "outcomes", "item": "network"}
    here_only["review:paper"] |= {"size": "large"}
    return here_only | {"said_id": said.pk, "next_id": ahead.pk, "heading": "goals"}
