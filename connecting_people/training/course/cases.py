"""A case study of our own about people of our own invention: somebody says what she would like (row T9, activity 6).

What goes well in it and what could be better is never marked: finding it is what the activity is for.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.words import StrOrPromise


class Voice(StrEnum):
    """Which of the two speaks."""

    PRACTITIONER = "practitioner"
    SERVICE_USER = "service_user"


@dataclass(frozen=True)
class Turn:
    """What one of the two says, and what can be seen while they say it."""

    voice: Voice
    says: StrOrPromise
    seen: StrOrPromise = ""


@dataclass(frozen=True)
class Stop:
    """A place to stop and think: after which turn, and what to ask oneself there."""

    after: int
    asks: tuple[StrOrPromise, ...]


@dataclass(frozen=True)
class Case:
    """A conversation between two people who do not exist."""

    title: StrOrPromise
    names: dict[Voice, str]
    before: StrOrPromise
    turns: tuple[Turn, ...]
    stops: tuple[Stop, ...]


def _he(says: StrOrPromise, seen: StrOrPromise = "") -> Turn:
    return Turn(Voice.PRACTITIONER, says, seen)


def _she(says: StrOrPromise, seen: StrOrPromise = "") -> Turn:
    return Turn(Voice.SERVICE_USER, says, seen)


CASE: Final = Case(
    title=_("Ruth and Owen, a Tuesday in March"),
    names={Voice.PRACTITIONER: "Owen", Voice.SERVICE_USER: "Ruth"},
    before=_(
        "Ruth is 52. She was a school cook until three years ago, when she became unwell. She lives alone with a cat. "
        "Owen is a support worker and has known her for six weeks. They have drawn her map together. Today they want "
        "to talk about what she would like. They sit in Ruth’s kitchen, because she asked for that."
    ),
    turns=(
        _he(_("Thanks for having me here rather than at the office. That tea is better than ours, too.")),
        _she(_("Well, I know where everything is. At yours I never know where to put my coat.")),
        _he(_("Last week you said the map looked emptier than you thought. Is that still how you see it?")),
        _she(
            _("A bit. But I looked again when you’d gone, and I’d left out the girls from the kitchen. At school."),
            _("She gets up and puts a photo on the table: five women in white aprons."),
        ),
        _he(_("Which one is you? … You’re laughing. What was going on there?")),
        _she(
            _(
                "That was the summer fair. Two hundred scones, and the oven gave up at ninety. We baked the rest next "
                "door at the church. I was good in a mess, you know. I really was."
            )
        ),
        _he(
            _(
                "That brings something to mind. There’s a cooking group at our centre, Thursdays. Small group, very "
                "friendly, and I could put your name down today. How are you sleeping at the moment, by the way?"
            )
        ),
        _she(_("All right. … Cooking group. Is that where they learn to do pasta?"), _("She turns the photo over.")),
        _he(_("Pasta, soups. Budgeting as well. It would get you out of the house.")),
        _she(_("I did dinners for three hundred for nineteen years, Owen.")),
        _he(
            _("You did. I’m sorry, I was ahead of you there. Can we go back to the scones?"),
            _("He puts his diary away."),
        ),
        _she(_("There’s not much to go back to. It was a nice day.")),
        _he(
            _("What was nice about it? If you could take one bit of that day and have it again, which bit?"),
            _("He waits. It is quiet for nearly a minute, and he drinks his tea."),
        ),
        _she(
            _(
                "Not the cooking. Well, the cooking. But there was a moment when nobody knew what to do and they all "
                "looked at me. And I knew."
            )
        ),
        _he(_("They all looked at you, and you knew. You’d like to be somewhere where that counts.")),
        _she(
            _(
                "It sounds daft when you say it. But yes. Not to be looked after for once. You all look after me very "
                "nicely."
            )
        ),
        _he(_("It’s not daft. Is there anywhere round here you could imagine it? It needn’t be a kitchen.")),
        _she(
            _(
                "The church still does a lunch for the old people. Jean from the photo runs it, I think. I’ve not seen "
                "her since I got ill. I wouldn’t know what to tell her. And it’s two buses."
            )
        ),
        _he(
            _(
                "Don’t worry about the buses, we’ll sort that. I can ring Jean for you this afternoon and explain your "
                "situation, so that you don’t have to."
            )
        ),
        _she(_("I suppose. … What would you say to her?")),
        _he(
            _(
                "Good question. I shouldn’t say anything before you and I have agreed on it. What would you like her "
                "to know, and what’s nobody’s business?"
            )
        ),
        _she(
            _(
                "That I’ve been poorly and I’m better. That’s enough. I might send her a card first. She likes a card. "
                "I could put the photo in."
            ),
            _("She turns the photo back and leans it against the teapot."),
        ),
        _he(
            _(
                "I like that a lot. So I’ll write down: “Ruth will volunteer at the lunch club once a week by May.” "
                "And I’ll find out about the buses."
            )
        ),
        _she(_("Put down the card. We’ll see about May."), _("She laughs, and so does he. He crosses something out.")),
    ),
    stops=(
        Stop(
            6,
            (
                _("What has Owen done so far that makes it easier for Ruth to talk?"),
                _("What do you know about Ruth by now that no form would have told you?"),
            ),
        ),
        Stop(
            12,
            (
                _("What happened between the scones and the photo being turned over?"),
                _("Owen noticed. What did he do with it, and was it enough?"),
                _("What would you have said in his place?"),
            ),
        ),
        Stop(
            18,
            (
                _("What does Ruth want? Say it in her words."),
                _("Where did those words come from: from a question, or from the quiet after it?"),
            ),
        ),
        Stop(
            24,
            (
                _("Who decided what in the last few minutes?"),
                _("Whose words should the goal be in, and who picks the date?"),
                _("Ruth said that it is two buses. What became of that? What could the two have asked next?"),
            ),
        ),
    ),
)
