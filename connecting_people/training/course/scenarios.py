"""Cards for small groups: what to tell others (activity 7), and when going out feels too much (activity 8).

The people on them are invented. Each small group gets another card.
"""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.activities import CONFIDENCE, DISCLOSURE
from connecting_people.training.course.words import StrOrPromise


@dataclass(frozen=True)
class Scenario:
    """One card: a title, what is going on, and a few questions."""

    id: str
    title: StrOrPromise
    tells: StrOrPromise
    asks: tuple[StrOrPromise, ...]


DISCLOSURE_CARDS: Final = (
    Scenario(
        "choir",
        _("The choir leader asks"),
        _(
            "Marek wants to join a choir. You ring to ask when it meets. The choir leader is kind and says: “You’re "
            "from the mental health team, aren’t you? Is there anything that I should know about him?” Marek is not "
            "in the room."
        ),
        (
            _("What do you say, word for word?"),
            _("What had you and Marek better agreed on before you rang?"),
            _("Would it have been better if somebody else had rung, or nobody? Who?"),
            _("What could Marek say himself if he is asked at the first rehearsal?"),
        ),
    ),
    Scenario(
        "bike-workshop",
        _("Seen with you in town"),
        _(
            "You go with Shanice to a bike workshop that she chose. At the door she meets a neighbour, who looks at "
            "your lanyard and asks: “And how do you two know each other?” Shanice looks at you."
        ),
        (
            _("What would you want the two of you to have settled before you set out?"),
            _("Is there an answer that is true, short, and tells nothing that she does not want told?"),
            _("What do you carry or wear that tells something about her?"),
            _("How do you talk about it afterwards?"),
        ),
    ),
    Scenario(
        "allotment",
        _("A form that asks a lot"),
        _(
            "The allotment group has a form for new members: name, address, “health conditions”, “emergency contact”. "
            "Tom has epilepsy, and once spent time in hospital for his mental health. He wants to leave the whole box "
            "empty. You worry about the tools."
        ),
        (
            _("Which of this does the group need to know to keep everybody safe, and which not?"),
            _("Who decides, and what if the two of you see it differently?"),
            _("How could Tom ask what the form is used for, and who reads it?"),
            _("What would you write down of what you agree on, and when do you look at it again?"),
        ),
    ),
    Scenario(
        "quiz-team",
        _("When one tells more than one meant to"),
        _(
            "Mrs Iqbal has been in a pub quiz team for two months and loves it. Last week she told a team mate about "
            "her diagnosis. Now she is sure that everybody knows. She does not want to go back, and asks you to ring "
            "somebody."
        ),
        (
            _("What do you say first, before anybody rings anybody?"),
            _("What choices does she have? Find at least four, one of them hers to do alone."),
            _("What good may have come of her telling it?"),
            _("What could you two agree on for the next time somebody seems worth telling?"),
        ),
    ),
)
CONFIDENCE_CARDS: Final = (
    Scenario(
        "walking-group",
        _("The walking group"),
        _(
            "Graham looked forward to the walking group for weeks. On the morning he stands at his door with his boots "
            "on and says: “I can’t. They’ll all be fitter than me, and I’ll hold them up.” The group meets in forty "
            "minutes."
        ),
        (
            _("What do you say in the first minute? What do you not say?"),
            _("What would still be something today: smaller, and his own choice?"),
            _("Who in the group could make the first time easier, and how would you find that out?"),
            _("If he does not go, what do you both want to be true this evening?"),
        ),
    ),
    Scenario(
        "swimming",
        _("It used to be every week"),
        _(
            "Dolores swam every week until her husband died. She says that she would like to again, some time. You "
            "have talked about it four times. Each time there is a reason why not this week, and each reason is a good "
            "one."
        ),
        (
            _("What might the reasons be telling you?"),
            _("How could you ask about it so that “not now” is a real answer?"),
            _("Think of five steps between the sofa and the water. Which of them could be done sitting down?"),
            _("Who knew her as a swimmer, and might they have a part in this?"),
        ),
    ),
    Scenario(
        "games-evening",
        _("One bad evening"),
        _(
            "Kieran, who is 23, went to a board games evening that you found together. Nobody spoke to him for an hour "
            "and he left. Now he says that people are all like that, and that he was stupid to try."
        ),
        (
            _("How do you take his evening seriously without agreeing with the rest?"),
            _("What was his part, the group’s part, and yours?"),
            _("What does he know now about what he needs from a place?"),
            _("What, if anything, would you tell the games evening, and who decides that?"),
        ),
    ),
    Scenario(
        "only-with-you",
        _("Only if you come along"),
        _(
            "Parveen goes to a sewing café every fortnight, always with you. She enjoys it and talks to two women "
            "there. Your hours have been cut, and you can come twice more. When you tell her, she says that she will "
            "stop then."
        ),
        (
            _("What have your visits been doing for her? What of that could come from somewhere else?"),
            _("How do you use the two times that are left?"),
            _("How might the two women, or the café, be asked, and by whom?"),
            _("What would you do differently if you started again with somebody else?"),
        ),
    ),
)
_OF: Final = {DISCLOSURE.id: DISCLOSURE_CARDS, CONFIDENCE.id: CONFIDENCE_CARDS}


def scenarios_for(activity: str) -> tuple[Scenario, ...]:
    """Return the cards of an activity; those about lost confidence for an activity of the trainers' own."""
    return _OF.get(activity, CONFIDENCE_CARDS)


def scenario_for(activity: str, number: int) -> Scenario:
    """Return the card of a small group: each another one, and round again where there are more groups than cards."""
    cards = scenarios_for(activity)
    return cards[(max(number, 1) - 1) % len(cards)]
