"""Three activities on what gets in the way, and on what places are really like."""

from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.words import Activity, Beside, Column, Sorts
from connecting_people.training.rules import Grouping, Lands

PERSON_BARRIERS = Activity(
    id="barriers-of-people",
    number=9,
    name=_("What gets in people’s way"),
    step=6,
    aim=_("Name what keeps people from joining in, and find ways around it."),
    grouping=Grouping.ALL,
    minutes=30,
    needs=(_("Notes, and a wall to sort them on"), _("The kinds of barrier, from the page of step 6")),
    how=(
        _("Ask: what has kept you, or somebody you know, from joining something? No names."),
        _("One thing on a note. Sort them by kind as they come, and make a new kind where none fits."),
        _("Take one kind at a time. What have you seen work, even a little, even once?"),
        _("Mark those that should be challenged rather than walked around: a rule, a price, an attitude."),
        _("Choose which ways around may go into the agency’s library afterwards."),
    ),
    listen_for=(
        _("The person being called the barrier. Ask what it is that turns against them."),
        _("Money and buses: they are real, and few of us can mend them alone. Who could help?"),
        _("Ways around that somebody with the same barrier thought of. Say whose idea it was, if they agree."),
    ),
    leaves=_("Ways around for the library."),
    columns=(
        Column(
            "barriers",
            _("What gets in the way"),
            _("What keeps people from joining in?"),
            sorts=Sorts.PERSON_BARRIERS,
            replies=_("A way around it"),
            replies_land=(Lands.WAY_ROUND,),
        ),
    ),
)
PRACTITIONER_BARRIERS = Activity(
    id="barriers-of-practitioners",
    number=10,
    name=_("What gets in our own way"),
    step=6,
    aim=_("Name what makes it hard to work like this, and what could be done or challenged."),
    grouping=Grouping.ALL,
    minutes=30,
    needs=(_("Notes, and a wall to sort them on"), _("A manager in the room, or one who has promised to answer")),
    how=(
        _("Ask: what would stop you on Tuesday? Write alone for three minutes, one thing on a note."),
        _("Sort them by kind, and look at what there is most of."),
        _("For each kind: what is in our own hands, what needs somebody’s yes, and whose?"),
        _("Ask who else could give a hand: volunteers, families, local groups, other teams."),
        _("Take the things that need a yes to whoever can give it, with a name and a day."),
    ),
    listen_for=(
        _("Time. It is true, and it is also what we say when we are unsure. Ask about both, kindly."),
        _("“We are not allowed.” Find the rule. It may not exist."),
        _("What those who use services see in our way. They are often right."),
    ),
    leaves=_("Ways around, and ideas for the agency."),
    columns=(
        Column(
            "barriers",
            _("What gets in our way"),
            _("What makes it hard to work like this here?"),
            sorts=Sorts.PRACTITIONER_BARRIERS,
            replies=_("A way around it, or whom to ask for a change"),
            lands=(Lands.IDEA,),
            replies_land=(Lands.WAY_ROUND, Lands.IDEA),
        ),
    ),
)
TRAFFIC_LIGHTS = Activity(
    id="traffic-lights",
    number=11,
    name=_("Green, amber, red"),
    step=6,
    aim=_("Share what it is really like at the places that were named, from both sides."),
    grouping=Grouping.ALL,
    minutes=40,
    needs=(
        _("Sticky notes in three colours, or the printed sheets, which say the colour in words too"),
        _("What was written down in “What we know around here”"),
    ),
    how=(
        _("Go back to the places that you named. Each takes those that they have been to or sent somebody to."),
        _("One place on a note, in the colour that fits: green, would recommend; amber, unsure; red, would not."),
        _("Put the notes up and bring those of one place together. Two colours for one place are interesting."),
        _("Ask why, one place at a time. What somebody lived through weighs as much as what somebody heard."),
        _("What would move a place up to the next colour? Who could talk with them about it?"),
        _("Agree what goes to the directory. It is looked at there before anyone reads it."),
    ),
    listen_for=(
        _("Lights about a person who works there. The note is about the place."),
        _("Red because of one bad day, or green because it is easy for us."),
        _("What those who use services saw and staff did not, and the other way round."),
    ),
    leaves=_("What people found at each place and what could make it better, for the directory once looked at."),
    columns=(
        Column(
            "notes",
            _("Places"),
            _("Which place, and what was it like there?"),
            sorts=Sorts.LIGHTS,
            replies=_("Why, or what would move it up?"),
            lands=(Lands.RATING,),
            replies_land=(Lands.IMPROVEMENT,),
        ),
    ),
    beside=Beside.PLACES,
)
