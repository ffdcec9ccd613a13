"""What an agency gives: six practices to look at again and again, and what it holds for all."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import Idea, Prompt, StrOrPromise


class UnknownPractice(LookupError):
    """Raised for an id that names none of the six practices."""


@dataclass(frozen=True)
class Practice:
    """One of the six practices, with what it may look like and a question for each voice."""

    id: str
    name: StrOrPromise
    explanation: StrOrPromise
    looks_like: tuple[StrOrPromise, ...]
    prompt_staff: Prompt
    prompt_service_user: Prompt
    prompt_supporter: Prompt


MODEL_GOOD_PRACTICE = Practice(
    "model-good-practice",
    _("Model good practice"),
    _("Those who lead show by what they do themselves how to treat people as equals."),
    (
        _("Managers meet people in the community too, not only in the office."),
        _("Good work is talked about, so that others can copy it."),
    ),
    Prompt("practice.model.staff", _("Whose way of working do you learn from here, and why?")),
    Prompt("practice.model.service-user", _("When has someone here treated you as an equal?")),
    Prompt("practice.model.supporter", _("What have you seen staff here do really well?")),
)
SHARE_SKILLS = Practice(
    "share-skills",
    _("Share skills"),
    _("What one person knows helps everybody: staff, service users and supporters alike."),
    (
        _("It is easy to find out who can help with what."),
        _("People from different jobs in the team learn from each other."),
    ),
    Prompt("practice.skills.staff", _("What could you show a colleague, and what would you ask?")),
    Prompt("practice.skills.service-user", _("What could you teach somebody here?")),
    Prompt("practice.skills.supporter", _("What do you know that could help others like you?")),
)
ENGAGE_COMMUNITIES = Practice(
    "engage-with-communities",
    _("Engage with communities"),
    _("The agency is known in its area and takes part in what goes on there."),
    (
        _("Staff drop in on local groups, and local groups drop in on the agency."),
        _("Communities of interest and online ones count as well as streets and squares."),
    ),
    Prompt("practice.communities.staff", _("Which local group have you last spoken with?")),
    Prompt("practice.communities.service-user", _("Which group should the agency get to know?")),
    Prompt("practice.communities.supporter", _("Where in the area is the agency not yet seen?")),
)
BUILD_LOCAL_KNOWLEDGE = Practice(
    "build-local-knowledge",
    _("Build local knowledge"),
    _("What is on, what is new and what is about to close is known and kept up to date."),
    (
        _("Anyone can look it up, and knows how fresh it is."),
        _("When a member of staff moves on, their contacts stay behind."),
    ),
    Prompt("practice.knowledge.staff", _("Where do you look when someone asks what is on nearby?")),
    Prompt("practice.knowledge.service-user", _("What good place do the staff not know about?")),
    Prompt("practice.knowledge.supporter", _("What did you have to find out all by yourself?")),
)
WELCOMING_ENVIRONMENTS = Practice(
    "create-welcoming-environments",
    _("Create welcoming environments"),
    _("Rooms and meetings feel friendly and make it easy to get talking."),
    (
        _("There is somewhere to sit together, and someone says hello."),
        _("Some meetings are held in a café, a library or a community hall."),
    ),
    Prompt("practice.welcome.staff", _("What does a visitor see and hear in the first minute?")),
    Prompt("practice.welcome.service-user", _("Where do you feel at ease here, and where not?")),
    Prompt("practice.welcome.supporter", _("How were you greeted when you first came along?")),
)
CHANGE_WORKING_PRACTICES = Practice(
    "change-working-practices",
    _("Change working practices"),
    _("Rules and routines are changed when they stop people from connecting."),
    (
        _("There is time in the week for getting to know the area."),
        _("Ideas are answered: tried, or put off with a reason."),
    ),
    Prompt("practice.change.staff", _("Which form or rule would you change, and what for?")),
    Prompt("practice.change.service-user", _("What does the agency do that makes life harder?")),
    Prompt("practice.change.supporter", _("What would you like the agency to do differently?")),
)

PRACTICES: tuple[Practice, ...] = (
    MODEL_GOOD_PRACTICE,
    SHARE_SKILLS,
    ENGAGE_COMMUNITIES,
    BUILD_LOCAL_KNOWLEDGE,
    WELCOMING_ENVIRONMENTS,
    CHANGE_WORKING_PRACTICES,
)

AGENCY_HOLDS: tuple[Idea, ...] = (
    Idea(
        "links",
        _("Links that one person alone may not have"),
        _("An agency can open doors to halls, groups and organisations all over its area."),
    ),
    Idea(
        "knowledge-that-stays",
        _("Knowledge that stays"),
        _("Contacts belong to all, so nothing falls apart when one practitioner moves on."),
    ),
    Idea(
        "room-to-come-and-go",
        _("Room to come and go"),
        _("Nobody has to explain themselves for having changed their mind."),
    ),
)

_BY_ID = {practice.id: practice for practice in PRACTICES}


def practice(id: str) -> Practice:
    """Return the practice of this id, so that what was said about it finds its name."""
    try:
        return _BY_ID[id]
    except KeyError:
        raise UnknownPractice(id) from None
