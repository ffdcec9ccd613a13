"""What the access matrix needs of how an agency works: an idea and an offer of the practitioner's."""

from typing import Any

from connecting_people.culture.actions import ideas, skills
from connecting_people.people.models import Agency, User
from connecting_people.people.rules import Role


def culture_parts(by: User, keeper: User, agency: Agency, at: Any) -> dict[str, Any]:
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
