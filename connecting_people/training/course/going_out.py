"""Three activities on plans and on stepping out: goals, how much to tell, and going when it feels too much."""

from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.words import Activity, Beside, Column
from connecting_people.training.rules import Grouping, Lands

GOALS_CASE = Activity(
    id="finding-goals",
    number=6,
    name=_("Finding out what somebody would like"),
    step=3,
    aim=_("Notice what helps a person to say what they want, and what gets in the way."),
    grouping=Grouping.SMALL_GROUPS,
    minutes=35,
    needs=(
        _("The conversation, on phones or read aloud by two people"),
        _("A sheet with two columns for each group"),
    ),
    how=(
        _("First alone, five minutes: how would you go about it? These notes stay with you."),
        _("Step through the conversation. Both people in it are made up; two in the room may read the parts."),
        _("In small groups: what was good? Point to the very line."),
        _("What could have been better, and what might have been said instead? Try it aloud."),
        _("Bring one of each back to everybody. Leave out whose practice it reminds you of."),
    ),
    listen_for=(
        _("Who leads in the conversation, and where that changes."),
        _("A goal that is the service’s own: to attend, to engage, to be less trouble."),
        _("Big hopes made small too soon. “Some friends” is a goal, as long as there is a first thing to do."),
        _("Two people who like the same thing. Could they meet, if both would want that?"),
    ),
    leaves=_("What was good in the conversation, and what could be better."),
    columns=(
        Column(
            "mine",
            _("How I would go about it"),
            _("How do you find out what somebody would like to do?"),
            kept=True,
        ),
        Column("good", _("What was good"), _("Which words helped? Which silence?")),
        Column("better", _("What could be better"), _("What might you have said or asked instead?")),
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
    needs=(_("A scenario card for each group"), _("A sheet with two columns for each group")),
    how=(
        _("Each group takes a card and reads it aloud."),
        _("What would you tell the people there, and what would you keep? Whose is it to tell?"),
        _("Now from the other chair: what would you want said about you on your first evening?"),
        _("Write down how the two could agree on it beforehand, and what they do if it slips out."),
        _("Put the groups’ answers side by side. They will differ; ask what made the difference."),
    ),
    listen_for=(
        _("“We have to tell them.” Who says so, about what exactly, and does the person know?"),
        _("Being seen with a lanyard, a service’s van or a familiar worker: that tells something too."),
        _("Somebody’s own story. They need not tell it, and if they do, it stays in the room."),
    ),
    leaves=_("Answers of each group, side by side."),
    columns=(
        Column("answers", _("What we would share, and what not"), _("What do they need to know, and what not?")),
        Column("agree", _("How the two could agree on it"), _("What would be settled before the door opens?")),
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
    needs=(_("A scenario card for each group"), _("Notes to write steps on")),
    how=(
        _("Each group reads its card. It is about somebody who wanted to go, and now does not."),
        _("Before any advice: what might it be like for this person? What would you ask?"),
        _("Break the outing into the smallest steps that you can think of. One on a note."),
        _("Who could go along, wait, or be there already? It need not be the practitioner."),
        _("Choose the one step that you would offer first, and how you would take a “not today”."),
    ),
    listen_for=(
        _("Pushing, or giving up. There is a lot of ground between the two."),
        _("Steps that count as going: looking at the route, standing outside, leaving early."),
        _("Changing the plan instead of the person: another time, another door, another thing."),
    ),
    leaves=_("Small steps that could help."),
    columns=(
        Column(
            "steps",
            _("What could help"),
            _("What is the smallest thing that could make it easier?"),
            lands=(Lands.WAY_ROUND,),
        ),
    ),
    beside=Beside.SCENARIO,
)
