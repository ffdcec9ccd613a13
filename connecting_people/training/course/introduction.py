"""The first three activities: where the way of working comes from, the model, and a first conversation."""

from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.words import Activity, Beside, Column
from connecting_people.training.rules import Grouping

RESEARCH = Activity(
    id="research-and-policy",
    number=1,
    name=_("Where this comes from"),
    step=0,
    aim=_("Know what was found out about connections, and what was not."),
    grouping=Grouping.ALL,
    minutes=20,
    needs=(
        _("The slides, on a screen or printed"),
        _("The handout on what was found, one for each person"),
        _("A sheet on the wall for questions"),
    ),
    how=(
        _("Begin with why connections matter to you. Two sentences are enough."),
        _("Show the slides. Ten minutes will do: the handout has the rest."),
        _("Tell both studies with the same care, the one that found a difference and the one that found none."),
        _("Ask the room: which of the reasons why it did not take hold would hold here as well?"),
        _("Write questions on the sheet as they come. Answer what you can, and say who will find out the rest."),
    ),
    listen_for=(
        _("“We do this already.” Ask for an example, and come back to it later in the day."),
        _("Doubts about the evidence. They are welcome: nobody has to be won over by a number."),
        _("Tiredness with new ways of working. Ask what would have to stop to make room for this one."),
    ),
    leaves=_("Questions that the trainers come back to."),
    columns=(
        Column("questions", _("Questions"), _("What would you like to ask about the research, or doubt?"), ticks=True),
    ),
    beside=Beside.SLIDES,
)
EXPLAINER = Activity(
    id="explainer",
    number=2,
    name=_("The model, moving"),
    step=0,
    aim=_("See what of this way of working is familiar, and what is new."),
    grouping=Grouping.ALONE,
    minutes=25,
    needs=(
        _("A screen for the moving explanation, or the handout with the drawing"),
        _("Paper with two columns for each person, or their phones"),
        _("A large sheet headed “Not clear yet” that stays up all day"),
    ),
    how=(
        _("Show the moving explanation once without stopping. It can be read as text as well."),
        _("Everybody writes alone, in two columns: what I know already, and what is new to me or unclear."),
        _("Open both columns together, so that nobody has to be the first to say that they are lost."),
        _("Ask a few people to say more. Let somebody from the room answer before you do."),
        _("Put what is still unclear on the “Not clear yet” sheet. Tick a point off when whoever asked is content."),
    ),
    listen_for=(
        _("Words that mean different things to different people, such as “network” or “outcome”."),
        _("Hearing it as a row of stages. The circles turn, and people come and go as they like."),
        _("What several people call new: give it more time later on."),
    ),
    leaves=_("A list of what is not clear yet, ticked off during the training."),
    columns=(
        Column("known", _("What I know already"), _("What do you do like this now?"), closed_first=True),
        Column(
            "new",
            _("New to me, or unclear"),
            _("What surprised you? Where would you not feel sure of yourself?"),
            closed_first=True,
        ),
        Column("unclear", _("Not clear yet"), _("What should be clear before we go home?"), ticks=True),
    ),
    beside=Beside.EXPLAINER,
)
FIRST_SESSION = Activity(
    id="first-session",
    number=3,
    name=_("A first conversation between equals"),
    step=1,
    aim=_("Plan a first meeting in which both feel that they count."),
    grouping=Grouping.ALONE,
    minutes=20,
    needs=(_("Paper for each person, theirs to take home"), _("The page for the person: the A4 poster")),
    how=(
        _("Ask everybody to think of somebody they might begin with, and to keep the name to themselves."),
        _("Each plans that first talk on their own: where, how it opens, what is said about the two of you."),
        _("Ask for one thing to leave out: a form, a word, a question that puts a desk between two people."),
        _("Share what helps both to feel valued. Those who use services speak first, if they would like to."),
        _("Try out two or three opening sentences aloud. Keep the ones that sound like a person."),
    ),
    listen_for=(
        _("Plans in which one of the two asks and the other only answers."),
        _("What the practitioner would gain from it, or learn. It is rarely said, and it makes the two equal."),
        _("Room for “not now”: how would the door stay open?"),
    ),
    leaves=_("Notes for one’s own first meeting."),
    columns=(
        Column("mine", _("My notes for a first meeting"), _("How will it open? What will you leave out?"), kept=True),
        Column("shared", _("What makes both feel valued"), _("What could be said or done so that both count?")),
    ),
)
