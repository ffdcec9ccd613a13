"""What the access matrix needs of how an agency works."""

from typing import Any

from connecting_people.core.london import day_of
from connecting_people.culture.actions import looks, places
from connecting_people.culture.rules import Mark, Voice
from connecting_people.people.models import Agency, Team, User

SAID = {"share-skills": looks.Said(Mark.OFTEN, "Lunch together, and whoever likes says what they found out")}


def culture_parts(by: User, keeper: User, agency: Agency, at: Any) -> dict[str, Any]:
    """Look at the six practices, and say from where the agency works and how it is there."""
    look = looks.look(by=by, at=at, agency=agency, voice=Voice.STAFF, said=SAID)
    own = {"look_id": look.pk}
    place = places.use(by=by, at=at, agency=agency, name="Back room of the library", used_for="First talks")
    seen = {"on_date": day_of(at), "ticks": {"tea": True, "signs": False}, "words": "The door is heavy"}
    welcome = places.go_through(by=by, at=at, place=place, voice=Voice.STAFF, **seen)
    there = {"place_id": place.pk}
    return {
        "team_id": Team.objects.get(agency=agency).pk,
        "voice": Voice.STAFF.value,
        "culture:take_back_look": own,
        "culture:hide_examples": own,
        "welcome_id": welcome.pk,
        **{f"culture:{page}": there for page in ("place", "change_place", "end_place", "use_place_again", "welcome")},
    }
