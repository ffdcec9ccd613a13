"""The thirteen activities of the manual and its unnumbered prompts, in our words, each to be found by its id."""

from typing import Final

from connecting_people.training.course.going_out import CONFIDENCE, DISCLOSURE, GOALS_CASE
from connecting_people.training.course.introduction import EXPLAINER, FIRST_SESSION, RESEARCH
from connecting_people.training.course.networks import LOCAL_MAP, OWN_MAP
from connecting_people.training.course.obstacles import PERSON_BARRIERS, PRACTITIONER_BARRIERS, TRAFFIC_LIGHTS
from connecting_people.training.course.prompts import PROMPTS
from connecting_people.training.course.taking_home import OWN_PRACTICE, TELL_A_COLLEAGUE
from connecting_people.training.course.words import Activity, UnknownActivity

ACTIVITIES: Final = (
    RESEARCH,
    EXPLAINER,
    FIRST_SESSION,
    OWN_MAP,
    LOCAL_MAP,
    GOALS_CASE,
    DISCLOSURE,
    CONFIDENCE,
    PERSON_BARRIERS,
    PRACTITIONER_BARRIERS,
    TRAFFIC_LIGHTS,
    TELL_A_COLLEAGUE,
    OWN_PRACTICE,
)
_BY_ID = {one.id: one for one in (*ACTIVITIES, *PROMPTS)}

__all__ = [
    "ACTIVITIES",
    "CONFIDENCE",
    "DISCLOSURE",
    "EXPLAINER",
    "FIRST_SESSION",
    "GOALS_CASE",
    "LOCAL_MAP",
    "OWN_MAP",
    "OWN_PRACTICE",
    "PERSON_BARRIERS",
    "PRACTITIONER_BARRIERS",
    "PROMPTS",
    "RESEARCH",
    "TELL_A_COLLEAGUE",
    "TRAFFIC_LIGHTS",
    "activity",
]


def activity(id: str) -> Activity:
    """Return the activity or prompt of this id; raise UnknownActivity for every other."""
    try:
        return _BY_ID[id]
    except KeyError:
        raise UnknownActivity(id) from None
