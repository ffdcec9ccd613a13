"""What is asked in step 1: the guide's questions, one of one's own or none at all, and the points to settle."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from connecting_people.getting_started.rules import Felt, Hope, Point, Topic
from connecting_people.guide.prerequisites import PREREQUISITES, Prerequisite
from connecting_people.guide.prompts import getting_started as prompts
from connecting_people.guide.words import Prompt, Side, StrOrPromise

FREE, OWN, FELT = "in-your-own-way", "your-own-question", "how-it-felt"


@dataclass(frozen=True)
class Opener:
    """One thing to talk about. `side` is whose it is in the model; anybody may answer any of them."""

    slug: str
    item: str
    topic: Topic
    side: Side
    name: StrOrPromise
    question: StrOrPromise
    hint: StrOrPromise = ""


def _asked(prompt: Prompt, side: Side) -> Opener:
    return Opener(prompt.id.rpartition(".")[2], prompt.id, Topic.CONVERSATION, side, prompt.text, prompt.text)


def _brought(each: Prerequisite) -> Opener:
    return Opener(each.id, each.id, Topic.BRINGING, each.side, each.name, each.prompt.text, each.explanation)


def _ours(slug: str, name: StrOrPromise, question: StrOrPromise, hint: StrOrPromise) -> Opener:
    return Opener(slug, slug, Topic.CONVERSATION, Side.BOTH, name, question, hint)


CONVERSATION: tuple[Opener, ...] = (
    _ours(
        FREE,
        _("Talk in your own way"),
        _("What did you talk about?"),
        _("No questions needed. One text is enough, and so is one line."),
    ),
    *(_asked(prompt, Side.SERVICE_USER) for prompt in prompts.SERVICE_USER),
    *(_asked(prompt, Side.PRACTITIONER) for prompt in prompts.PRACTITIONER),
    *(_asked(prompt, Side.BOTH) for prompt in prompts.TOGETHER),
    _ours(
        OWN,
        _("A question of your own"),
        _("What would you rather ask?"),
        _("Put a question into other words, or ask something else."),
    ),
    _ours(
        FELT,
        _("How this talk felt"),
        _("How did this talk feel?"),
        _("Choose one, write a few words, do both, or leave it."),
    ),
)
BRINGS: tuple[Opener, ...] = tuple(_brought(each) for each in PREREQUISITES)
CATALOGUE: dict[Topic, tuple[Opener, ...]] = {Topic.CONVERSATION: CONVERSATION, Topic.BRINGING: BRINGS}
_BY_SLUG = {(topic, each.slug): each for topic, openers in CATALOGUE.items() for each in openers}
_BY_ITEM = {(each.topic.value, each.item): each for openers in CATALOGUE.values() for each in openers}


def opener(topic: Topic, slug: str) -> Opener | None:
    """Return the opener at an address, if there is one."""
    return _BY_SLUG.get((topic, slug))


def question_of(topic: str, item: str, own_question: str) -> StrOrPromise:
    """Return what somebody was asked when they said something: their own question where they put one."""
    found = _BY_ITEM.get((topic, item))
    if own_question:
        return own_question
    return found.name if found else ""


FELT_WORDS: dict[Felt, StrOrPromise] = {
    Felt.EASIER: _("Easier than I thought"),
    Felt.MIXED: _("Mixed"),
    Felt.HARD: _("Hard"),
    Felt.RATHER_NOT_SAY: _("I would rather not say"),
}
HOPE_WORDS: dict[Hope, StrOrPromise] = {
    Hope.GAIN: _("What %(name)s hopes to gain"),
    Hope.GIVE: _("What %(name)s can give"),
}


@dataclass(frozen=True)
class Ask:
    """How one point of working together is named and asked for."""

    name: StrOrPromise
    question: StrOrPromise
    hint: StrOrPromise


ASKS: dict[Point, Ask] = {
    Point.CONTACT: Ask(
        _("How to reach %(name)s"),
        _("Safe ways to get in touch"),
        _("Such as: text to 07700 900123. Only what is safe if somebody else sees it."),
    ),
    Point.NEEDS: Ask(
        _("What helps %(name)s"),
        _("What helps with getting about, talking, reading and hearing"),
        _("Such as: large print, a quiet room, a step-free way in, time to think."),
    ),
    Point.CRISIS: Ask(
        _("If things get very bad for %(name)s"),
        _("What should we do if things get very bad?"),
        _("In your own words: what you would notice, what helps, whom to call, what not to do."),
    ),
    Point.SHARING: Ask(
        _("Who may know what about %(name)s"),
        _("Who may know what?"),
        _("What is fine to tell others, whom you would like to be asked about first, and what stays here."),
    ),
    Point.OTHER: Ask(
        _("What else we agree"),
        _("What else matters to how you work together?"),
        _("Such as: how often you meet, where, and how you tell each other that something is wrong."),
    ),
}


def name_of(point: Point, whose: str) -> str:
    """Return the heading of a point of working together, with whose it is."""
    return str(ASKS[point].name) % {"name": whose}
