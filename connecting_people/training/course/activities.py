"""The thirteen activities of the manual, in our words (rows T4 to T14)."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.words import Activity, Beside, Column, Sorts, UnknownActivity
from connecting_people.training.rules import Grouping, Lands

RESEARCH = Activity(
    id="research-and-policy",
    number=1,
    name=_("Where this comes from"),
    step=0,
    aim=_("Know what was found out about connections, and what was not."),
    grouping=Grouping.ALL,
    minutes=20,
    needs=(),
    how=(),
    listen_for=(),
    leaves=_("Questions that the trainers come back to."),
    columns=(Column("questions", _("Questions"), ticks=True),),
    beside=Beside.SLIDES,
)
EXPLAINER = Activity(
    id="explainer",
    number=2,
    name=_("The model, moving"),
    step=0,
    aim=_("See what of this way of working is familiar, and what is new."),
    grouping=Grouping.ALONE,
    minutes=25,
    needs=(),
    how=(),
    listen_for=(),
    leaves=_("A list of what is not clear yet, ticked off during the training."),
    columns=(
        Column("known", _("What I know already"), closed_first=True),
        Column("new", _("New to me, or unclear"), closed_first=True),
        Column("unclear", _("Not clear yet"), ticks=True),
    ),
    beside=Beside.EXPLAINER,
)
FIRST_SESSION = Activity(
    id="first-session",
    number=3,
    name=_("A first conversation between equals"),
    step=1,
    aim=_("Plan a first meeting in which both feel that they count."),
    grouping=Grouping.ALONE,
    minutes=20,
    needs=(),
    how=(),
    listen_for=(),
    leaves=_("Notes for one’s own first meeting."),
    columns=(
        Column("mine", _("My notes for a first meeting"), kept=True),
        Column("shared", _("What makes both feel valued")),
    ),
)
OWN_MAP = Activity(
    id="own-map",
    number=4,
    name=_("My own map"),
    step=2,
    aim=_("Feel what it is like to be asked about the people in one’s life."),
    grouping=Grouping.ALONE,
    minutes=30,
    needs=(),
    how=(),
    listen_for=(),
    leaves=_("One’s own map, which nobody else sees and which goes a day later."),
    columns=(
        Column("mine", _("What I give and what I get"), kept=True),
        Column("reflections", _("How it was to do this")),
    ),
    beside=Beside.OWN_MAP,
)
LOCAL_MAP = Activity(
    id="local-connections",
    number=5,
    name=_("What we know around here"),
    step=2,
    aim=_("Put together what the team knows of its area, and what it does not."),
    grouping=Grouping.SMALL_GROUPS,
    minutes=40,
    needs=(),
    how=(),
    listen_for=(),
    leaves=_("A list of places and of gaps for the directory."),
    columns=(
        Column(
            "known",
            _("Groups, services and places that we know"),
            replies=_("Who has a connection there?"),
            lands=(Lands.DIRECTORY,),
        ),
        Column("gaps", _("What is missing"), replies=_("How could we fill it?"), lands=(Lands.GAP,)),
    ),
)
GOALS_CASE = Activity(
    id="finding-goals",
    number=6,
    name=_("Finding out what somebody would like"),
    step=3,
    aim=_("Notice what helps a person to say what they want, and what gets in the way."),
    grouping=Grouping.SMALL_GROUPS,
    minutes=35,
    needs=(),
    how=(),
    listen_for=(),
    leaves=_("What was good in the conversation, and what could be better."),
    columns=(
        Column("mine", _("How I would go about it"), kept=True),
        Column("good", _("What was good")),
        Column("better", _("What could be better")),
    ),
    beside=Beside.CASE,
)
DISCLOSURE = Activity(
    id="disclosure",
    number=7,
    name=_("How much to tell"),
    step=4,
    aim=_("Weigh up what to share about oneself or another with people who are new."),
    grouping=Grouping.SMALL_GROUPS,
    minutes=30,
    needs=(),
    how=(),
    listen_for=(),
    leaves=_("Answers of each group, side by side."),
    columns=(
        Column("answers", _("What we would share, and what not")),
        Column("agree", _("How the two could agree on it")),
    ),
    beside=Beside.SCENARIO,
)
CONFIDENCE = Activity(
    id="confidence",
    number=8,
    name=_("When going out feels too much"),
    step=5,
    aim=_("Find ways to go along with somebody who has lost heart."),
    grouping=Grouping.SMALL_GROUPS,
    minutes=25,
    needs=(),
    how=(),
    listen_for=(),
    leaves=_("Small steps that could help."),
    columns=(Column("steps", _("What could help"), lands=(Lands.WAY_ROUND,)),),
    beside=Beside.SCENARIO,
)
PERSON_BARRIERS = Activity(
    id="barriers-of-people",
    number=9,
    name=_("What gets in people’s way"),
    step=6,
    aim=_("Name what keeps people from joining in, and find ways around it."),
    grouping=Grouping.ALL,
    minutes=30,
    needs=(),
    how=(),
    listen_for=(),
    leaves=_("Ways around for the library."),
    columns=(
        Column(
            "barriers",
            _("What gets in the way"),
            sorts=Sorts.PERSON_BARRIERS,
            replies=_("A way around it"),
            replies_land=(Lands.WAY_ROUND,),
        ),
    ),
)
PRACTITIONER_BARRIERS = Activity(
    id="barriers-of-practitioners",
    number=10,
    name=_("What gets in our own way"),
    step=6,
    aim=_("Name what makes it hard to work like this, and what could be done or challenged."),
    grouping=Grouping.ALL,
    minutes=30,
    needs=(),
    how=(),
    listen_for=(),
    leaves=_("Ways around, and ideas for the agency."),
    columns=(
        Column(
            "barriers",
            _("What gets in our way"),
            sorts=Sorts.PRACTITIONER_BARRIERS,
            replies=_("A way around it, or whom to ask for a change"),
            lands=(Lands.IDEA,),
            replies_land=(Lands.WAY_ROUND, Lands.IDEA),
        ),
    ),
)
TRAFFIC_LIGHTS = Activity(
    id="traffic-lights",
    number=11,
    name=_("Green, amber, red"),
    step=6,
    aim=_("Share what it is really like at the places that were named, from both sides."),
    grouping=Grouping.ALL,
    minutes=40,
    needs=(),
    how=(),
    listen_for=(),
    leaves=_("What people found at each place, for the directory once it was looked at."),
    columns=(
        Column(
            "notes",
            _("Places"),
            sorts=Sorts.LIGHTS,
            replies=_("Why, or what would move it up?"),
            lands=(Lands.RATING,),
        ),
    ),
)
TELL_A_COLLEAGUE = Activity(
    id="tell-a-colleague",
    number=12,
    name=_("Tell a colleague"),
    step=7,
    aim=_("Find one’s own words for it, and see what each in the team could bring."),
    grouping=Grouping.PAIRS,
    minutes=25,
    needs=(),
    how=(),
    listen_for=(),
    leaves=_("Ideas for the agency."),
    columns=(
        Column("words", _("Words that worked")),
        Column("team", _("What each of us could bring"), lands=(Lands.IDEA,)),
    ),
    beside=Beside.SWAP,
)
OWN_PRACTICE = Activity(
    id="own-practice",
    number=13,
    name=_("How I work now"),
    step=8,
    aim=_("Look at one’s own practice without being judged, and choose one thing to try."),
    grouping=Grouping.PAIRS,
    minutes=30,
    needs=(),
    how=(),
    listen_for=(),
    leaves=_("One’s own result, which nobody else sees, and what one will do."),
    columns=(
        Column("mine", _("What I will do"), kept=True),
        Column("ideas", _("What would help all of us"), lands=(Lands.IDEA,)),
    ),
    beside=Beside.OWN_REVIEW,
)

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
# The manual's prompts that have no number: blocks of their own (row T3).
PROMPTS: Final[tuple[Activity, ...]] = ()
_BY_ID = {one.id: one for one in (*ACTIVITIES, *PROMPTS)}


def activity(id: str) -> Activity:
    """Return the activity or prompt of this id; raise UnknownActivity for every other."""
    try:
        return _BY_ID[id]
    except KeyError:
        raise UnknownActivity(id) from None
