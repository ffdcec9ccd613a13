"""What the access matrix needs of how an agency works: a look, a place, an idea and an offer of the practitioner's."""

from typing import Any

from connecting_people.core.london import day_of
from connecting_people.culture.actions import ideas, looks, places, skills
from connecting_people.culture.rules import Mark, Voice
from connecting_people.people.models import Agency, Team, User
from connecting_people.people.rules import Role

SAID = {"share-skills": looks.Said(Mark.OFTEN, "Lunch together, and whoever likes says what they found out")}


def culture_parts(by: User, keeper: User, agency: Agency, at: Any) -> dict[str, Any]:
    """Look at the six practices, and say from where the agency works and how it is there."""
    look = looks.look(by=by, at=at, agency=agency, voice=Voice.STAFF, said=SAID)
    own = {"look_id": look.pk}
    place = places.use(by=by, at=at, agency=agency, name="Back room of the library", used_for="First talks")
    seen = {"on_date": day_of(at), "ticks": {"tea": True, "signs": False}, "words": "The door is heavy"}
    welcome = places.go_through(by=by, at=at, place=place, voice=Voice.STAFF, **seen)
    there = {"place_id": place.pk}
    return _said(by, agency, at) | {
        "team_id": Team.objects.get(agency=agency).pk,
        "voice": Voice.STAFF.value,
        "culture:take_back_look": own,
        "culture:hide_examples": own,
        "welcome_id": welcome.pk,
        **{f"culture:{page}": there for page in ("place", "change_place", "end_place", "use_place_again", "welcome")},
    }


def _said(by: User, agency: Agency, at: Any) -> dict[str, Any]:
    """Have an idea for one's team, and offer to help with something."""
    act: dict[str, Any] = {"by": by, "at": at, "agency": agency}
    team = by.memberships.get(role=Role.PRACTITIONER).team
    idea = {"idea_id": ideas.suggest(**act, words="A chair by the door", team=team).pk}
    offer = {"skill_id": skills.offer(**act, words="I know the buses", what=["transport"], for_all=True).pk}
    return {
        **{f"culture:{name}": idea for name in ("idea", "move_idea", "reword_idea", "take_back_idea")},
        **{f"culture:{name}": offer for name in ("change_skill", "end_skill")},
        "reader": "colleague",
        "culture:briefing_file": {"size": "normal"},
    }
