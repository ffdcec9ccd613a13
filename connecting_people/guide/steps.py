"""The eight steps: a map that two people move about in as they like, never a row of gates."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from connecting_people.guide import processes as shared
from connecting_people.guide.prompts import (
    barriers,
    culture,
    getting_started,
    making_plans,
    mapping_connections,
    reviewing,
    stepping_out,
    taking_stock,
)
from connecting_people.guide.words import Prompt, StrOrPromise


class UnknownStep(LookupError):
    """Raised for a number that names none of the eight steps."""


@dataclass(frozen=True)
class Step:
    """One of the eight steps, with all that its page says and the processes that it suggests."""

    number: int
    slug: str
    name: StrOrPromise
    aim: StrOrPromise
    why: StrOrPromise
    prompts_service_user: tuple[Prompt, ...]
    prompts_practitioner: tuple[Prompt, ...]
    prompts_together: tuple[Prompt, ...]
    tools: tuple[StrOrPromise, ...]
    processes: tuple[str, ...]
    guidance: str


GETTING_STARTED = Step(
    number=1,
    slug="getting-started",
    name=_("Getting started"),
    aim=_("Talk about how it feels to try new things and to meet people."),
    why=_(
        "Nobody needs to be ready for anything yet. This is a talk between two people who both "
        "matter: what would you like, what worries you, what could you do for each other? If the "
        "answer today is “not now”, that is an answer, and you can come back to it whenever you "
        "like."
    ),
    prompts_service_user=getting_started.SERVICE_USER,
    prompts_practitioner=getting_started.PRACTITIONER,
    prompts_together=getting_started.TOGETHER,
    tools=(
        _("A first conversation, as short or as long as you like"),
        _("What each of you hopes to gain and can give, side by side"),
        _("How we will work together: ways to get in touch, what you need, what helps in a crisis"),
        _("Questions about feeling alone, to fill in, talk over or leave out"),
    ),
    processes=(shared.EXPLORING_ASPIRATIONS.id, shared.MEETING_EXPECTATIONS.id),
    guidance="8–9",
)
MAPPING_CONNECTIONS = Step(
    number=2,
    slug="mapping-existing-connections",
    name=_("Mapping existing connections"),
    aim=_("See who is in your life now, and what you already have to build on."),
    why=_(
        "Most of us have more to build on than we think: a neighbour who nods, a cousin far away, "
        "a thing we used to be good at. Put it down in any way you like. There is no right map and "
        "no right number of people. Whether it is enough is for you to say."
    ),
    prompts_service_user=mapping_connections.SERVICE_USER,
    prompts_practitioner=mapping_connections.PRACTITIONER,
    prompts_together=mapping_connections.TOGETHER,
    tools=(
        _("A map of the people, groups and places in your life, as a picture or a list"),
        _("What you are good at, what you enjoy, what you would like to do again"),
        _("Who you could turn to for what: a few questions, if you want them"),
    ),
    processes=(shared.NETWORK_AND_ASSET_ASSESSMENT.id, shared.SKILL_RECOGNITION.id),
    guidance="10–11",
)
MAKING_PLANS = Step(
    number=3,
    slug="making-plans",
    name=_("Making plans"),
    aim=_("Find out what you would like, and choose a way to begin."),
    why=_(
        "A plan starts from what you would enjoy, not from what is wrong. It can be as exact as "
        "“the walking group on Thursdays” or as open as “a few new friends”, as long as there is a "
        "first thing to do. You lead. Plans may change as often as you do."
    ),
    prompts_service_user=making_plans.SERVICE_USER,
    prompts_practitioner=making_plans.PRACTITIONER,
    prompts_together=making_plans.TOGETHER,
    tools=(
        _("Hopes, goals and small next things, in your own words"),
        _("A scale that you word yourself, to see later how a goal is going"),
        _("Ideas for places and groups that may suit you"),
    ),
    processes=(
        shared.EXPLORING_ASPIRATIONS.id,
        shared.STRATEGIES.id,
        shared.OBJECTIVES.id,
        shared.INSPIRATION.id,
    ),
    guidance="12–13",
)
STEPPING_OUT = Step(
    number=4,
    slug="stepping-out",
    name=_("Stepping out"),
    aim=_("Try something, with as much support as you want."),
    why=_(
        "Walking through a new door is often the hardest part. It is easier when you know what is "
        "behind it, who will be there and what they have been told about you. You decide that, "
        "and who comes along. Going is an experiment. So is turning round at the door."
    ),
    prompts_service_user=stepping_out.SERVICE_USER,
    prompts_practitioner=stepping_out.PRACTITIONER,
    prompts_together=stepping_out.TOGETHER,
    tools=(
        _("A plan for one outing: when, where, how to get there, who comes along"),
        _("What may be said about you, by whom and to whom, and what stays private"),
        _("Small steps on the way to a big one"),
    ),
    processes=(shared.FACILITATION.id, shared.ORIENTATION.id, shared.SIGNPOSTING.id),
    guidance="16–17",
)
TAKING_STOCK = Step(
    number=5,
    slug="taking-stock",
    name=_("Taking stock"),
    aim=_("Look at what is going well, what is not, and why."),
    why=_(
        "Stop for a moment and look round. Some things will have been a joy, some just all right, "
        "some not for you. Each of them tells you something. This is not a test of either of you: "
        "it is a way to do more of what works."
    ),
    prompts_service_user=taking_stock.SERVICE_USER,
    prompts_practitioner=taking_stock.PRACTITIONER,
    prompts_together=taking_stock.TOGETHER,
    tools=(
        _("What works, what does not, and why, from both of you"),
        _("What each said they would do, and what came of it"),
        _("Skills that one of you has noticed, and feedback both ways"),
    ),
    processes=(
        shared.MEETING_EXPECTATIONS.id,
        shared.SKILL_RECOGNITION.id,
        shared.FEEDBACK.id,
    ),
    guidance="18–19",
)
WORKING_AROUND_BARRIERS = Step(
    number=6,
    slug="working-around-barriers",
    name=_("Working around barriers"),
    aim=_("Find ways around what gets in the way, and challenge what should change."),
    why=_(
        "Things get in the way of everybody: money, buses, nerves, other people’s attitudes. Many "
        "of them are nobody’s fault, and some are not yours to mend. Two heads, and the people you "
        "both know, can often find a way round that one cannot see."
    ),
    prompts_service_user=barriers.SERVICE_USER,
    prompts_practitioner=barriers.PRACTITIONER,
    prompts_together=barriers.TOGETHER,
    tools=(
        _("What gets in the way, for you, for your practitioner and for the agency"),
        _("Ways around it: who helps, when it was tried, whether it helped"),
        _("What has worked for others around here"),
    ),
    processes=(shared.STRATEGIES.id, shared.FACILITATION.id, shared.INSPIRATION.id),
    guidance="20–21",
)
ORGANISATIONAL_CULTURE = Step(
    number=7,
    slug="organisational-culture",
    name=_("Organisational culture"),
    aim=_("Help the agency to become a place that makes connecting easier."),
    why=_(
        "Two people can do a lot, and far more with an organisation behind them. How a place "
        "looks, what its staff know and how they work can open doors or keep them shut. Those who "
        "use it see this most clearly, so their ideas count as much as anyone’s."
    ),
    prompts_service_user=culture.SERVICE_USER,
    prompts_practitioner=culture.PRACTITIONER,
    prompts_together=culture.TOGETHER,
    tools=(
        _("Six good practices of an agency, as each sees them"),
        _("Ideas for doing things better, and what became of each"),
        _("Who in the team knows or can do what"),
    ),
    processes=(shared.FEEDBACK.id, shared.INSPIRATION.id, shared.ORIENTATION.id),
    guidance="22–23",
)
REVIEWING = Step(
    number=8,
    slug="reviewing-the-process",
    name=_("Reviewing the process"),
    aim=_("Look back on the whole way together, and decide what comes next."),
    why=_(
        "You have both put something into this. Look back at where you began, what it gave each of "
        "you and what it asked of you. Then choose: carry on, go to any step again, have a rest, or "
        "move on. The door stays open."
    ),
    prompts_service_user=reviewing.SERVICE_USER,
    prompts_practitioner=reviewing.PRACTITIONER,
    prompts_together=reviewing.TOGETHER,
    tools=(
        _("Then and now, side by side: the map, the goals, how you feel"),
        _("What each of you thinks of the whole way"),
        _("A choice of what next, and a keepsake of your journey if you want one"),
    ),
    processes=(
        shared.FEEDBACK.id,
        shared.SKILL_RECOGNITION.id,
        shared.OBJECTIVES.id,
        shared.EXPLORING_ASPIRATIONS.id,
    ),
    guidance="24–25",
)

STEPS: tuple[Step, ...] = (
    GETTING_STARTED,
    MAPPING_CONNECTIONS,
    MAKING_PLANS,
    STEPPING_OUT,
    TAKING_STOCK,
    WORKING_AROUND_BARRIERS,
    ORGANISATIONAL_CULTURE,
    REVIEWING,
)

_BY_NUMBER = {step.number: step for step in STEPS}


def step(number: int) -> Step:
    """Return the step of this number, so that a stored number can be shown in words."""
    try:
        return _BY_NUMBER[number]
    except KeyError:
        raise UnknownStep(number) from None
