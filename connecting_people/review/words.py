"""The words of this room that stand for its rules."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import StrOrPromise
from connecting_people.review.rules import Choice, Heading, Part, Share, Size, Worth

# What each heading is called, and what is asked there.
HEADINGS: Final[dict[Heading, tuple[StrOrPromise, StrOrPromise]]] = {
    Heading.WHOLE: (
        _("The whole of it"),
        _("If you told a friend the story of this time, what would be in it? This alone can be your whole look back."),
    ),
    Heading.ENOUGH: (
        _("Is it enough?"),
        _("How many people are right is for one of you alone to say. How does it look now?"),
    ),
    Heading.MAP: (_("The map, then and now"), _("What has changed on it, and what does that mean to you?")),
    Heading.GOALS: (_("Goals"), _("What became of them? You two may see it differently.")),
    Heading.OUTINGS: (_("Going places"), _("Which of these would you do again, and which not?")),
    Heading.MET: (_("How people came into it"), _("Where did you find each other?")),
    Heading.STRENGTHS: (_("Strengths"), _("What have you found that you can build on?")),
    Heading.BARRIERS: (_("What stood in the way"), _("What got in the way, and what helped?")),
    Heading.STOCK: (_("What you kept, changed or stopped"), _("Was it right so, looking back?")),
    Heading.MEASURES: (_("Questions, then and now"), _("Do the answers fit with how it feels to you?")),
    Heading.BRINGS: (_("What each of you brought"), _("What was there from the beginning, and what grew?")),
    Heading.OUTCOMES: (_("What came of it"), _("What may grow for either of you. Nothing here has to.")),
    Heading.WORTH: (_("What it gave, and what it cost"), _("For each of you, and for the agency.")),
}
WORTHS: Final[dict[Worth, StrOrPromise]] = {
    Worth.PERSON_GAVE: _("What it gave %(name)s"),
    Worth.PERSON_COST: _("What it cost %(name)s"),
    Worth.PRACTITIONER_GAVE: _("What it gave the practitioner"),
    Worth.PRACTITIONER_COST: _("What it cost the practitioner"),
    Worth.AGENCY_GAVE: _("What it gave the agency"),
    Worth.AGENCY_COST: _("What it cost the agency"),
}
CHOICES: Final[dict[Choice, tuple[StrOrPromise, StrOrPromise]]] = {
    Choice.CARRY_ON: (_("Carry on as we are"), _("We go on together, much as before.")),
    Choice.COME_BACK: (_("Go back to a step"), _("We take up one of the eight steps again.")),
    Choice.PAUSE: (_("Have a pause"), _("We rest for a while. Nothing is lost.")),
    Choice.MOVE_ON: (_("Move on"), _("This is where our ways part for now. The door stays open.")),
    Choice.HAND_OVER: (_("Go on with somebody else"), _("Another practitioner walks alongside.")),
}
# What agreeing does besides, once somebody says yes to it as well.
DOES: Final[dict[Choice, StrOrPromise]] = {
    Choice.PAUSE: _("Yes, begin the pause today"),
    Choice.MOVE_ON: _("Yes, move on today, with the door open"),
    Choice.COME_BACK: _("Yes, and come back from the pause today"),
}
SHARES: Final[dict[Share, StrOrPromise]] = {
    Share.NAMED: _("The agency may read it, with my name"),
    Share.UNNAMED: _("The agency may read it, without my name"),
    Share.NOT: _("Nobody else reads it"),
}
PARTS: Final[dict[Part, StrOrPromise]] = {
    Part.ENOUGH: _("How many people are right for me"),
    Part.MAP: _("The map then and now: a picture, in words and as a table"),
    Part.GOALS: _("Goals"),
    Part.OUTINGS: _("Where we went"),
    Part.MET: _("People I met"),
    Part.WAYS_ROUND: _("What helped when something stood in the way"),
    Part.STRENGTHS: _("Strengths"),
    Part.SAID: _("What each of us said, looking back"),
    Part.OUTCOMES: _("What came of it"),
    Part.NEXT: _("What comes next"),
}
# What each part is called in it.
SECTIONS: Final[dict[Part, StrOrPromise]] = {
    Part.ENOUGH: HEADINGS[Heading.ENOUGH][0],
    Part.MAP: HEADINGS[Heading.MAP][0],
    Part.GOALS: HEADINGS[Heading.GOALS][0],
    Part.OUTINGS: HEADINGS[Heading.OUTINGS][0],
    Part.MET: _("People I met"),
    Part.WAYS_ROUND: _("What helped"),
    Part.STRENGTHS: HEADINGS[Heading.STRENGTHS][0],
    Part.SAID: _("What we said, looking back"),
    Part.OUTCOMES: HEADINGS[Heading.OUTCOMES][0],
    Part.NEXT: _("What comes next"),
}
# A sentence on each, for who reads it in the form that is easy to read.
EASY: Final[dict[Part, StrOrPromise]] = {
    Part.ENOUGH: _("This is how many people you would like."),
    Part.MAP: _("This is who was in your life, and who is in it now."),
    Part.GOALS: _("This is what you wanted, and how it went."),
    Part.OUTINGS: _("This is where you went."),
    Part.MET: _("These are people you met."),
    Part.WAYS_ROUND: _("Some things were hard. This is what helped."),
    Part.STRENGTHS: _("This is what you are good at, and what you like."),
    Part.SAID: _("This is what you both said."),
    Part.OUTCOMES: _("This is what is different now."),
    Part.NEXT: _("This is what happens next."),
}
SIZES: Final[dict[Size, StrOrPromise]] = {
    Size.NORMAL: _("As usual"),
    Size.LARGE: _("In large print"),
    Size.EASY: _("Easy to read"),
}
