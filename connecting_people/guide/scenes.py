"""The model told in scenes: what is said, which parts are lit while it is said, and what turns."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from connecting_people.guide import diagram, journeys, processes
from connecting_people.guide.words import Idea, StrOrPromise

# A calm voice says about 160 words a minute; after each sentence there is a breath, after each scene a rest.
WORDS_A_SECOND = 160 / 60
BREATH = 0.5
REST = 1.3


@dataclass(frozen=True)
class Caption:
    """A sentence or two that stand below the picture; without parts of its own it lights all of its scene."""

    words: StrOrPromise
    lit: tuple[str, ...] = ()

    @property
    def seconds(self) -> float:
        """How long it takes to say or to read: by the number of its words in the reader's language."""
        return round(len(str(self.words).split()) / WORDS_A_SECOND + BREATH, 1)


@dataclass(frozen=True)
class Scene:
    """One part of the model: its sentences, its parts of the diagram, what turns, and a question for a talk.

    The picture comes close to `close`, or to all that is lit.
    """

    id: str
    title: StrOrPromise
    says: tuple[Caption, ...]
    lit: tuple[str, ...]
    question: StrOrPromise
    turns: tuple[str, ...] = ()
    close: tuple[str, ...] = ()

    @property
    def timed(self) -> tuple[tuple[Caption, float], ...]:
        """Return each caption with the seconds that it stays; the last one rests a little."""
        last = self.says[-1]
        return tuple((said, round(said.seconds + REST * (said is last), 1)) for said in self.says)

    @property
    def seconds(self) -> float:
        """How long the scene takes."""
        return sum(seconds for _said, seconds in self.timed)


def said(words: StrOrPromise, *lit: str) -> Caption:
    """Return a caption that lights these parts, or all of its scene."""
    return Caption(words, lit)


def _parts(prefix: str, ideas: Iterable[Idea | processes.Process]) -> tuple[str, ...]:
    return tuple(f"{prefix}-{idea.id}" for idea in ideas)


CIRCLES = ("practitioner", "service_user")
ALL_THREE = (*CIRCLES, "barriers")
EVERYTHING = tuple(part.id for part in diagram.PARTS)
START = Scene(
    "two-people",
    _("Two people set out"),
    (
        said(_("Life is warmer with people in it. Connecting People is a way to find them.")),
        said(_("Two set out. One uses a service and would like more company."), "service_user"),
        said(_("The other works there, as a practitioner."), "practitioner"),
        said(_("It may be about mental health, disability, drink or drugs, care or housing.")),
        said(_("It was learned where things went well, so you may do some already.")),
    ),
    EVERYTHING,
    _("What do you know of this already, and what is new to you?"),
    CIRCLES,
    CIRCLES,
)
AGENCY = Scene(
    "the-agency",
    _("The agency holds it all"),
    (
        said(_("The orange frame is the agency: a health trust, a council, a charity, a firm.")),
        said(_("With its backing, everything is easier.")),
        said(_("A good one leads the way, shares its skills and knows its neighbourhood.")),
        said(_("It has friendly rooms, or it meets where everybody else goes.")),
        said(_("It opens doors, nearby and online, that one alone might not.")),
        said(_("It rises through the middle: what one person learns stays when they move on.")),
    ),
    ("agency",),
    _("What does your agency know about its neighbourhood, and where is that kept?"),
)
BRINGS = Scene(
    "what-each-brings",
    _("What each brings"),
    (
        said(_("At the top stands what helps the circles to start.")),
        said(_("The practitioner brings empathy, a can-do attitude and a gift for networks."), "brings-practitioner"),
        said(_("The service user brings some enthusiasm, and owns the journey."), "brings-service_user"),
        said(_("Both bring confidence, flexibility, openness, hope and trust."), "brings-both"),
        said(_("Both understand such a life, from living it or from listening well."), "brings-both"),
        said(_("Nobody has it all every day. One can lend the other some.")),
    ),
    ("brings-practitioner", "brings-both", "brings-service_user"),
    _("What do you bring today, and what would you like to borrow?"),
)
PARTNERSHIP = Scene(
    "two-circles",
    _("Two circles that turn together"),
    (
        said(_("Green is the practitioner’s journey."), "practitioner"),
        said(_("Blue is the service user’s."), "service_user"),
        said(_("They reach into each other: neither gets far alone.")),
        said(_("The two decide and act together, as equals.")),
        said(_("Each has something to give, and something to gain.")),
        said(_("A circle has no finishing line, and nobody knows when new people will come.")),
        said(_("The hope is that both turn in step, and lead beyond the service.")),
    ),
    CIRCLES,
    _("What could the two of you learn from each other?"),
    CIRCLES,
)
TOGETHER = Scene(
    "what-they-do-together",
    _("What they do together"),
    (
        said(_("At the heart is what the two do with each other.")),
        said(_("They talk about hopes, and what a good life would be."), "process-exploring-aspirations", "together"),
        said(_("They work out a way that can really happen."), "process-strategies", "together"),
        said(
            _("They see who and what is there already, and choose an aim."),
            "process-network-and-asset-assessment",
            "process-objectives",
            "together",
        ),
        said(_("Ideas come in, and old dreams get some air."), "process-inspiration", "together"),
        said(
            _("They make a start easier, and each keeps their word."),
            "process-facilitation",
            "process-meeting-expectations",
            "together",
        ),
        said(
            _("They find out what there is and how to get in, side by side if that helps."),
            "process-orientation",
            "process-signposting",
            "together",
        ),
        said(
            _("They notice what someone is good at, and tell each other how it goes."),
            "process-skill-recognition",
            "process-feedback",
            "together",
        ),
    ),
    ("together", *_parts("process", processes.PROCESSES)),
    _("Which of these comes easily to you, and which would you like to try?"),
    CIRCLES,
)
SERVICE_USERS_JOURNEY = Scene(
    "the-service-users-journey",
    _("The service user’s journey"),
    (
        said(_("The blue circle is what it is all for."), "service_user"),
        said(_("Something new comes along, or an old idea gets its chance."), "journey-new-ideas", "service_user"),
        said(_("There are people to meet and things to join."), "journey-new-people", "service_user"),
        said(
            _("Skills and interests grow, fresh ones and forgotten ones."),
            "journey-skills-and-interests",
            "service_user",
        ),
        said(_("Being with others gets a little easier."), "journey-social-confidence", "service_user"),
        said(
            _("People lead to people. There is more to draw on, and more to give."),
            "journey-new-networks",
            "service_user",
        ),
        said(_("No two journeys are alike. The two make up their own.")),
    ),
    ("service_user", *_parts("journey", journeys.SERVICE_USER_JOURNEY)),
    _("What would you love to try, or to try again?"),
    ("service_user",),
    _parts("journey", journeys.SERVICE_USER_JOURNEY),
)
PRACTITIONERS_JOURNEY = Scene(
    "the-practitioners-journey",
    _("The practitioner’s journey"),
    (
        said(_("The green circle matters as much: the practitioner is learning too."), "practitioner"),
        said(
            _("They get to know the person, often the family, and the places around."),
            "journey-builds-relationships",
            "practitioner",
        ),
        said(_("They earn trust by turning up and by listening."), "journey-earns-trust", "practitioner"),
        said(
            _("They go where the person’s life is, and look out for chances."),
            "journey-spots-opportunities",
            "journey-engages-locally",
            "practitioner",
        ),
        said(_("They make contacts, and remember them for another day."), "journey-grows-own-networks", "practitioner"),
        said(
            _("They think afresh, and ask the people they know for help."),
            "journey-adapts",
            "journey-uses-contacts",
            "practitioner",
        ),
    ),
    ("practitioner", *_parts("journey", journeys.PRACTITIONER_JOURNEY)),
    _("Who do you know around here that could open a door?"),
    ("practitioner",),
    _parts("journey", journeys.PRACTITIONER_JOURNEY),
)
NETWORKS = Scene(
    "networks-grow",
    _("Networks grow"),
    (
        said(
            _("This is the hope: more people in one’s life, or the same ones closer."),
            "networks-service_user",
            "service_user",
        ),
        said(
            _("Neighbours, old friends, family, people with the same hobby, a shop, a place to lend a hand."),
            "networks-service_user",
            "service_user",
        ),
        said(_("It can happen anywhere on the way, and often by chance."), "networks-service_user", "service_user"),
        said(_("How many are enough is for each of us to say."), "networks-service_user", "service_user"),
        said(
            _("The practitioner’s network grows as well, and may help others one day."),
            "networks-practitioner",
            "practitioner",
        ),
    ),
    (*CIRCLES, "networks-service_user", "networks-practitioner"),
    _("Who came into your life by chance, and how did it happen?"),
    CIRCLES,
)
BARRIERS = Scene(
    "what-stands-in-the-way",
    _("What stands in the way"),
    (
        said(_("Some days the wheels stick. A small circle turns against both."), "barriers"),
        said(_("Much of it is nobody’s fault."), "barriers"),
        said(
            _("The service user may meet prejudice, or feel that places are not for them."), "barriers", "service_user"
        ),
        said(_("There may be pain, too much going on, or friends who pull the wrong way."), "barriers", "service_user"),
        said(_("There may be no bus, no money, nothing nearby, or no way to hear of it."), "barriers", "service_user"),
        said(
            _("The practitioner may lack time, funds or local knowledge, or drown in paperwork."),
            "barriers",
            "practitioner",
        ),
        said(_("Attitudes can weigh most: the agency’s, the neighbours’ and our own."), "barriers"),
        said(_("It takes time. The two push where they can, or find a way round.")),
    ),
    ALL_THREE,
    _("What is slowing you down just now, and is there a way round it?"),
    ALL_THREE,
    ("barriers",),
)
COMING_AND_GOING = Scene(
    "coming-and-going",
    _("Coming and going"),
    (
        said(
            _("Whoever wants to go may go, and whoever comes back is welcome."),
            "any-time-leaving",
            "any-time-coming-back",
        ),
        said(_("A group did not suit, life got busy, things go well: any reason will do."), "any-time-leaving"),
        said(_("Coming back may mean another place, other people or another step."), "any-time-coming-back"),
        said(_("The agency and the practitioner make that easy.")),
        said(
            _("The service user can always ask for advice, or look back at their way."),
            "any-time-asking",
            "any-time-seeing-ones-way",
        ),
        said(
            _("The practitioner can do more for a while, or think again about their part."),
            "any-time-extra-support",
            "any-time-rethinking-support",
        ),
    ),
    (*CIRCLES, *_parts("any-time", journeys.AT_ANY_TIME)),
    _("What would make it easy to come back?"),
    close=_parts("any-time", journeys.AT_ANY_TIME),
)
OUTCOMES = Scene(
    "what-may-come-of-it",
    _("What may come of it"),
    (
        said(_("When it all moves, good things may come. Nobody can promise them.")),
        said(
            _("The service user may have more people to turn to, and feel at ease with them."),
            "networks-service_user",
            "service_user",
        ),
        said(
            _("They may do more of what they enjoy, in places open to anyone."), "networks-service_user", "service_user"
        ),
        said(
            _("Friendships go deeper, talents find a use, and others are glad of it."),
            "networks-service_user",
            "service_user",
        ),
        said(
            _("The practitioner knows the area better, and is surer at bringing people together."),
            "networks-practitioner",
            "practitioner",
        ),
        said(_("This is a map, not a set of rules. Start anywhere, and take what fits.")),
    ),
    EVERYTHING,
    _("What is one small thing that you would like to start with?"),
    CIRCLES,
)

SCENES: tuple[Scene, ...] = (
    START,
    AGENCY,
    BRINGS,
    PARTNERSHIP,
    TOGETHER,
    SERVICE_USERS_JOURNEY,
    PRACTITIONERS_JOURNEY,
    NETWORKS,
    BARRIERS,
    COMING_AND_GOING,
    OUTCOMES,
)


def minutes() -> int:
    """Return about how many minutes all scenes take."""
    return round(sum(scene.seconds for scene in SCENES) / 60)
