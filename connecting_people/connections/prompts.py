"""The questions of step 2 as a walk: those of the guide, and what a map asks besides, each with where it leads."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.prompts.mapping_connections import PRACTITIONER, SERVICE_USER, TOGETHER
from connecting_people.guide.words import Prompt, Side, StrOrPromise

OWN_QUESTION = "connections.own-question"

MAP, ADD, STRENGTHS, OVER_TIME, OWN_VIEW = "map", "add", "strengths", "over_time", "own_view"
LEADS: dict[str, StrOrPromise] = {
    MAP: _("Look at the map"),
    ADD: _("Put somebody on the map"),
    STRENGTHS: _("Add to the strengths"),
    OVER_TIME: _("Look at then and now"),
    OWN_VIEW: _("Say how it is"),
}


@dataclass(frozen=True)
class Question:
    """One question of the walk: whom it asks, and on which page of this room its answer has a place."""

    prompt: Prompt
    side: Side
    leads_to: str

    @property
    def id(self) -> str:
        """Return the id that outlives the wording."""
        return self.prompt.id


@dataclass(frozen=True)
class Topic:
    """Questions about one thing, under its heading."""

    name: StrOrPromise
    questions: tuple[Question, ...]


_GUIDE = {
    prompt.id: (prompt, side)
    for side, prompts in (
        (Side.SERVICE_USER, SERVICE_USER),
        (Side.PRACTITIONER, PRACTITIONER),
        (Side.BOTH, TOGETHER),
    )
    for prompt in prompts
}


def _guide(id: str, leads_to: str) -> Question:
    return Question(*_GUIDE[f"mapping.{id}"], leads_to)


def _ours(id: str, text: StrOrPromise, leads_to: str) -> Question:
    return Question(Prompt(f"connections.{id}", text), Side.SERVICE_USER, leads_to)


TOPICS: tuple[Topic, ...] = (
    Topic(
        _("Who"),
        (
            _guide("who-matters", ADD),
            _ours("out-and-about", _("Whom do you meet when you are out: in a shop, at a stop, at a class?"), ADD),
            _guide("beyond-services", MAP),
        ),
    ),
    Topic(
        _("How close, and how often"),
        (
            _ours("how-close", _("Who is close to you? Who would you like to keep a little further away?"), MAP),
            _ours("how-often", _("How often are you in touch, and how? Is that about right for you?"), MAP),
        ),
    ),
    Topic(
        _("Together"),
        (_ours("together", _("What do you do together? Sitting in the same room counts."), MAP),),
    ),
    Topic(
        _("What goes both ways"),
        (
            _guide("give-and-take", MAP),
            _ours("what-is-shared", _("News, lifts, advice, a laugh, a listening ear: what goes to and fro?"), MAP),
        ),
    ),
    Topic(
        _("What stays, and what moves"),
        (
            _ours("stays-or-moves", _("Who has been there for years? With whom is something changing?"), OVER_TIME),
            _guide("lost-touch", ADD),
            _ours("came-about", _("Think of someone you are glad to know. How did you come to know them?"), MAP),
        ),
    ),
    Topic(
        _("What there is to build on"),
        (
            _ours("used-to", _("What did you use to do that you would like to do again?"), STRENGTHS),
            _guide("strengths", STRENGTHS),
        ),
    ),
    Topic(_("The map, side by side"), (_guide("surprise", MAP), _guide("closer", MAP))),
    Topic(_("Is it enough?"), (_guide("enough", OWN_VIEW),)),
    Topic(_("To think over on one’s own"), (_guide("own-map", MAP), _guide("local-knowledge", MAP))),
    Topic(
        _("Something else"),
        (Question(Prompt(OWN_QUESTION, _("A question of your own")), Side.BOTH, MAP),),
    ),
)
WALK: tuple[Question, ...] = tuple(question for topic in TOPICS for question in topic.questions)


def place_of(id: str) -> int | None:
    """Return where in the walk a question stands, from 1 on; None where there is no such question."""
    return next((number for number, question in enumerate(WALK, start=1) if question.id == id), None)
