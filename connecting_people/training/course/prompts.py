"""The manual's prompts that have no number, each as a block of its own (row T3)."""

from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.words import Activity, Column
from connecting_people.training.rules import Grouping, Lands

DAY_TO_DAY = Activity(
    id="day-to-day",
    number=0,
    name=_("Me, on an ordinary day"),
    step=0,
    aim=_("Keep asking oneself how this would look in one’s own week."),
    grouping=Grouping.ALONE,
    minutes=10,
    needs=(_("Paper for each person, theirs to take home"),),
    how=(
        _("Put this early, and come back to it for a minute after each activity."),
        _("Everybody picks a real day of next week: whom do they meet, and what is planned?"),
        _("What of today could go into that very day? Write it where you will see it."),
    ),
    listen_for=(
        _("“When things are quieter.” What would fit into a week that is not?"),
        _("A first thing so large that it will not happen. Ask for half of it."),
    ),
    leaves=_("Notes of one’s own, which nobody else sees."),
    columns=(Column("mine", _("My ordinary day"), _("Where would this fit into your next week?"), kept=True),),
)
FEELING_ALONE = Activity(
    id="feeling-alone",
    number=0,
    name=_("Talking about feeling alone"),
    step=1,
    aim=_("Bring in questions about loneliness as part of a talk, and never as a form to get through."),
    grouping=Grouping.PAIRS,
    minutes=15,
    needs=(_("The questions that your agency uses, if it uses any"),),
    how=(
        _("In pairs, say the first question aloud to each other. How did it feel to be asked, and to ask?"),
        _("Find three ways in: filled in alone, talked through together, or one question that opens a talk."),
        _("What would you say about why you ask, what is kept, and that it can be left out?"),
        _("Share openings that felt human."),
    ),
    listen_for=(
        _("Reading it out like a list. What could be said first, and between two questions?"),
        _("Loneliness among many people, and being content alone. A number of contacts tells neither."),
        _("Somebody in the room for whom this is close. Leave them a way out."),
    ),
    leaves=_("Ways to begin such a talk."),
    columns=(Column("openings", _("Ways to begin"), _("What would you say before the first question?")),),
)
MAP_TOGETHER = Activity(
    id="map-together",
    number=0,
    name=_("Mapping with somebody"),
    step=2,
    aim=_("Think through how one will draw a map together with a person."),
    grouping=Grouping.PAIRS,
    minutes=15,
    needs=(_("The page of step 2, or paper and pens"),),
    how=(
        _("Best straight after “My own map”, while it is fresh."),
        _("In pairs: where would you sit, who holds the pen, and what is asked first?"),
        _("How would you come to who is close, how often they meet, and what the two do together?"),
        _("And to what the person is good at, enjoys, and could give to others?"),
        _("Share one thing that you will do, and one that you will leave out."),
    ),
    listen_for=(
        _("Hurry to fill the page. A map may take several meetings."),
        _("Only counting. Which of these matter, and to whom?"),
        _("What to do when somebody says “nobody”. Whom did they speak to this week?"),
    ),
    leaves=_("What helps when two draw a map."),
    columns=(Column("helps", _("What helps when two draw a map"), _("Where, with what, and what is asked first?")),),
)
GOAL_SCALE = Activity(
    id="goal-scale",
    number=0,
    name=_("A scale in one’s own words"),
    step=3,
    aim=_("See how a goal scale could serve the person, and when to leave it out."),
    grouping=Grouping.PAIRS,
    minutes=20,
    needs=(_("The page of step 3, or paper with five lines"),),
    how=(
        _("Each takes a hope of their own that they do not mind telling."),
        _("Word it on five lines: what you hope for in the middle, two better, two less."),
        _("Change places and read the other’s aloud. Is it still in their words?"),
        _("When would you bring this in, and when would a talk be better?"),
    ),
    listen_for=(
        _("Lines that only a professional would write."),
        _("Less than hoped sounding like blame. Word it as what life is like then."),
        _("Keeping it afterwards: who looks at it again, and when?"),
    ),
    leaves=_("When and how such a scale could help."),
    columns=(Column("uses", _("When it could help, and when not"), _("For whom, when, and in whose words?")),),
)
WHO_ELSE = Activity(
    id="who-else",
    number=0,
    name=_("Who else might help?"),
    step=6,
    aim=_("Look beyond the two for those who could take a hand in it."),
    grouping=Grouping.SMALL_GROUPS,
    minutes=15,
    needs=(_("What was written down about barriers"),),
    how=(
        _("Best straight after “What gets in our own way”."),
        _("Take one barrier for each group. Who is nearest to it, and who has got round it before?"),
        _("Think of people outside services: shops, clubs, landlords, families, the person’s own friends."),
        _("Write down one name or place, and who in the room will ask."),
    ),
    listen_for=(
        _("Passing somebody on. Helping is with the two, and seldom in place of them."),
        _("Asking the same generous few every time."),
    ),
    leaves=_("People and places to ask."),
    columns=(Column("people", _("Who could help"), _("Who, with what, and who asks them?"), lands=(Lands.IDEA,)),),
)

PROMPTS = (DAY_TO_DAY, FEELING_ALONE, MAP_TOGETHER, GOAL_SCALE, WHO_ELSE)
