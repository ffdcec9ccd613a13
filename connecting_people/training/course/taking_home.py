"""The last two activities: telling others, and looking at one's own practice."""

from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.words import Activity, Beside, Column
from connecting_people.training.rules import Grouping, Lands

TELL_A_COLLEAGUE = Activity(
    id="tell-a-colleague",
    number=12,
    name=_("Tell a colleague"),
    step=7,
    aim=_("Find one’s own words for it, and see what each in the team could bring."),
    grouping=Grouping.PAIRS,
    minutes=25,
    needs=(_("A timer that all can see or hear"), _("Chairs that can be turned to each other")),
    how=(
        _("In pairs. One of you is a colleague who was not here, friendly and a little short of time."),
        _("The other explains in four minutes: what this is, and what would be different on a usual day."),
        _("Change over at half time. Then tell each other which words worked."),
        _("Together: what does each in this team bring that others do not, at work or from life?"),
        _("Share words that worked, and one idea for using what the team has in it."),
    ),
    listen_for=(
        _("Jargon. If you would not say it to a neighbour, there is a better word."),
        _("“One more thing to do.” Ask for something that this could take the place of."),
        _("Languages, faiths, hobbies, streets people grew up in: these are what the team has."),
    ),
    leaves=_("Ideas for the agency."),
    columns=(
        Column("words", _("Words that worked"), _("What did your partner say that made it clear?")),
        Column(
            "team",
            _("What each of us could bring"),
            _("What do you know, speak, play or care for that others could use?"),
            lands=(Lands.IDEA,),
        ),
    ),
    beside=Beside.SWAP,
)
OWN_PRACTICE = Activity(
    id="own-practice",
    number=13,
    name=_("How I work now"),
    step=8,
    aim=_("Look at one’s own practice without being judged, and choose one thing to try."),
    grouping=Grouping.PAIRS,
    minutes=30,
    needs=(
        _("The practice self-review, on phones or on paper"),
        _("Somewhere for pairs to talk without being overheard"),
    ),
    how=(
        _("Say what it is: a look in the mirror. Nobody collects the answers, and there is no pass mark."),
        _("Everybody answers alone. Any question may be left out. Those who use services may answer as they see it."),
        _("In pairs, tell as much of it as you like. The listener asks, and does not advise."),
        _("Each chooses one thing to try in the next month, small enough to be done."),
        _("Share what would help all of you. What you will do yourself stays yours."),
    ),
    listen_for=(
        _("Being hard on oneself. Ask what is already there."),
        _("Answers that fit how it ought to be. Ask about the last time it happened."),
        _("What the agency would have to change. Write it down under ideas."),
    ),
    leaves=_("One’s own result, which nobody else sees, and what one will do."),
    columns=(
        Column("mine", _("What I will do"), _("One thing, in the next month, small enough to be done."), kept=True),
        Column(
            "ideas",
            _("What would help all of us"),
            _("What would have to be different for everybody here?"),
            lands=(Lands.IDEA,),
        ),
    ),
    beside=Beside.OWN_REVIEW,
)
