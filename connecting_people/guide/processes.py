"""What two people do together: the shared processes in the square at the heart of the model."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import StrOrPromise


class UnknownProcess(LookupError):
    """Raised for an id that names none of the shared processes."""


@dataclass(frozen=True)
class Process:
    """One thing that the two do together; its number is stored with entries and never changes."""

    id: str
    number: int
    name: StrOrPromise
    explanation: StrOrPromise


EXPLORING_ASPIRATIONS = Process(
    "exploring-aspirations",
    1,
    _("Exploring aspirations and life goals"),
    _("Talking about what matters in a life: what someone hopes for, misses or dreams about."),
)
STRATEGIES = Process(
    "strategies",
    2,
    _("Developing strategies"),
    _("Working out a way there that could really happen, with what the two of you have."),
)
NETWORK_AND_ASSET_ASSESSMENT = Process(
    "network-and-asset-assessment",
    3,
    _("Looking at networks and assets"),
    _("Seeing who is already around, what someone is good at, and what is there to build on."),
)
OBJECTIVES = Process(
    "objectives",
    4,
    _("Setting objectives"),
    _("Choosing what to aim for next, small enough to begin and clear enough to notice."),
)
INSPIRATION = Process(
    "inspiration",
    5,
    _("Inspiration"),
    _("Bringing in new ideas, and giving room to the ideas that someone already has."),
)
FACILITATION = Process(
    "facilitation",
    6,
    _("Facilitation"),
    _("Making it easier to happen: a phone call, a lift, a first visit side by side."),
)
MEETING_EXPECTATIONS = Process(
    "meeting-expectations",
    7,
    _("Meeting expectations"),
    _("Each doing what they said they would, and saying so early when that changes."),
)
ORIENTATION = Process(
    "orientation",
    8,
    _("Orientation"),
    _("Getting to know what is on offer nearby and online, and what it is like there."),
)
SIGNPOSTING = Process(
    "signposting",
    9,
    _("Signposting"),
    _("Finding the way into the places someone picks, with company for as long as it helps."),
)
SKILL_RECOGNITION = Process(
    "skill-recognition",
    10,
    _("Skill recognition"),
    _("Noticing what someone can do, old or new, and saying it out loud."),
)
FEEDBACK = Process(
    "feedback",
    11,
    _("Feedback"),
    _("Telling each other honestly and kindly how it is going. It goes both ways."),
)

PROCESSES: tuple[Process, ...] = (
    EXPLORING_ASPIRATIONS,
    STRATEGIES,
    NETWORK_AND_ASSET_ASSESSMENT,
    OBJECTIVES,
    INSPIRATION,
    FACILITATION,
    MEETING_EXPECTATIONS,
    ORIENTATION,
    SIGNPOSTING,
    SKILL_RECOGNITION,
    FEEDBACK,
)

_BY_ID = {process.id: process for process in PROCESSES}


def process(id: str) -> Process:
    """Return the process of this id, so that a stored id can be shown in words."""
    try:
        return _BY_ID[id]
    except KeyError:
        raise UnknownProcess(id) from None
