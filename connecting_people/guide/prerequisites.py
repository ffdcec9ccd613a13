"""What each person brings, and what both need between them, for the circles to start turning."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import Prompt, Side, StrOrPromise


class UnknownPrerequisite(LookupError):
    """Raised for an id that names none of the prerequisites."""


@dataclass(frozen=True)
class Prerequisite:
    """Something that one of the two, or both, bring; the prompt helps to think about it."""

    id: str
    side: Side
    name: StrOrPromise
    explanation: StrOrPromise
    prompt: Prompt


EMPATHY = Prerequisite(
    "empathy",
    Side.PRACTITIONER,
    _("Empathy"),
    _("Trying to feel what something is like for the other person, and asking when unsure."),
    Prompt("brings.empathy", _("When did you last see something through this person’s eyes?")),
)
CAN_DO = Prerequisite(
    "can-do",
    Side.PRACTITIONER,
    _("A can-do attitude"),
    _("Looking for how a thing might be possible before deciding that it is not."),
    Prompt("brings.can-do", _("What would you try here if you were sure of some help?")),
)
NETWORKER = Prerequisite(
    "networker",
    Side.PRACTITIONER,
    _("A gift for networks"),
    _("Getting to know people and places, staying in touch, and bringing people together."),
    Prompt("brings.networker", _("Who do you know around here, and who could you get to know?")),
)
ENTHUSIASM = Prerequisite(
    "enthusiasm",
    Side.SERVICE_USER,
    _("Some enthusiasm"),
    _("A little wish to give it a go. It does not have to be big, or there every day."),
    Prompt("brings.enthusiasm", _("Is there a part of this that you look forward to, just a bit?")),
)
OWNERSHIP = Prerequisite(
    "ownership",
    Side.SERVICE_USER,
    _("Owning the journey"),
    _("Knowing that it is yours: you choose where to go, how fast, and when to rest."),
    Prompt("brings.ownership", _("What would make this feel like yours?")),
)
CONFIDENCE = Prerequisite(
    "confidence",
    Side.BOTH,
    _("Confidence"),
    _("Enough courage for the next small thing. Each can lend the other some."),
    Prompt("brings.confidence", _("Where do you feel sure of yourself, and where not yet?")),
)
FLEXIBILITY = Prerequisite(
    "flexibility",
    Side.BOTH,
    _("Flexibility"),
    _("Being able to change the plan without feeling that something has been lost."),
    Prompt("brings.flexibility", _("How do you like to be told when a plan has to change?")),
)
UNDERSTANDING = Prerequisite(
    "understanding",
    Side.BOTH,
    _("Lived experience, or real understanding"),
    _("Knowing from one’s own life, or from listening well, what people here live with."),
    Prompt("brings.understanding", _("What have you lived through that could be of use here?")),
)
OPENNESS = Prerequisite(
    "openness",
    Side.BOTH,
    _("Openness"),
    _("Saying what you think, as far as you wish to, and being curious about the other."),
    Prompt("brings.openness", _("What is easy for you to talk about, and what needs time?")),
)
HOPE = Prerequisite(
    "hope",
    Side.BOTH,
    _("Hope"),
    _("Believing that something good may come. On some days one hopes for two."),
    Prompt("brings.hope", _("What gives you hope, and who can hold it for you on a hard day?")),
)
TRUST = Prerequisite(
    "trust",
    Side.BOTH,
    _("Trust"),
    _("It grows by small promises kept, and by saying so when one could not be."),
    Prompt("brings.trust", _("What helps you to trust somebody, and what makes it harder?")),
)

PREREQUISITES: tuple[Prerequisite, ...] = (
    EMPATHY,
    CAN_DO,
    NETWORKER,
    ENTHUSIASM,
    OWNERSHIP,
    CONFIDENCE,
    FLEXIBILITY,
    UNDERSTANDING,
    OPENNESS,
    HOPE,
    TRUST,
)

_BY_ID = {each.id: each for each in PREREQUISITES}


def prerequisite(id: str) -> Prerequisite:
    """Return the prerequisite of this id, so that what was written about it finds its name."""
    try:
        return _BY_ID[id]
    except KeyError:
        raise UnknownPrerequisite(id) from None


def prerequisites_of(side: Side) -> tuple[Prerequisite, ...]:
    """Return what this side brings, in the model's order."""
    return tuple(each for each in PREREQUISITES if each.side is side)
