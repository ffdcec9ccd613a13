"""Step 8: both look back, and on."""

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import Prompt

SERVICE_USER: tuple[Prompt, ...] = (
    Prompt(
        "reviewing.story",
        _("If you told a friend the story of this time, what would be in it?"),
    ),
    Prompt(
        "reviewing.proud",
        _("What are you glad about? What was hard, or cost you something?"),
    ),
    Prompt(
        "reviewing.about-us",
        _("What did your practitioner and the agency do that helped, and what did not?"),
    ),
    Prompt(
        "reviewing.people-now",
        _("How do you feel now about the people in your life?"),
    ),
)

PRACTITIONER: tuple[Prompt, ...] = (
    Prompt(
        "reviewing.learned",
        _("What do you know now, about people and places here, that you did not know before?"),
    ),
    Prompt(
        "reviewing.cost-and-worth",
        _("What did this cost you and the agency, and what was it worth?"),
    ),
    Prompt(
        "reviewing.next-time",
        _("What will you do again with the next person, and what will you do differently?"),
    ),
)

TOGETHER: tuple[Prompt, ...] = (
    Prompt(
        "reviewing.then-and-now",
        _("Set then and now side by side. What has changed, for each of you?"),
    ),
    Prompt(
        "reviewing.what-next",
        _("What next: carry on, go back to a step, take a break, or move on?"),
    ),
)
