"""Step 7: how the agency itself could make connecting easier."""

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import Prompt

SERVICE_USER: tuple[Prompt, ...] = (
    Prompt(
        "culture.welcome",
        _("How does it feel to come here? What would make it more welcoming?"),
    ),
    Prompt(
        "culture.one-change",
        _("If you ran this place for a week, what would you change first?"),
    ),
    Prompt(
        "culture.what-you-know",
        _("What do you know about local life that the staff ought to know?"),
    ),
)

PRACTITIONER: tuple[Prompt, ...] = (
    Prompt(
        "culture.tell-a-colleague",
        _("How would you explain this way of working to a colleague in two minutes?"),
    ),
    Prompt(
        "culture.team-talents",
        _("What can people in your team do, or who do they know, that nobody makes use of yet?"),
    ),
    Prompt(
        "culture.habit",
        _("Which habit at work makes connecting harder, and who could help to change it?"),
    ),
)

TOGETHER: tuple[Prompt, ...] = (
    Prompt(
        "culture.suggest",
        _("What would you both like to suggest to the agency?"),
    ),
    Prompt(
        "culture.elsewhere",
        _("Where else could you meet, so that you are already out among people?"),
    ),
)
