"""Step 6: what stands in the way, and ways around it."""

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import Prompt

SERVICE_USER: tuple[Prompt, ...] = (
    Prompt(
        "barriers.biggest",
        _("What gets in your way most at the moment? It need not be about you at all."),
    ),
    Prompt(
        "barriers.got-through",
        _("When something like it came up before, what helped, even a little?"),
    ),
    Prompt(
        "barriers.wish",
        _("If other people could change one thing to make it easier, what should they change?"),
    ),
)

PRACTITIONER: tuple[Prompt, ...] = (
    Prompt(
        "barriers.mine",
        _("Which part of this lies with you, your team or the agency and not with the person?"),
    ),
    Prompt(
        "barriers.challenge",
        _("Is this something to go around, or something that ought to be challenged? By whom?"),
    ),
    Prompt(
        "barriers.colleagues",
        _("Which colleague or local organisation has met this before?"),
    ),
)

TOGETHER: tuple[Prompt, ...] = (
    Prompt(
        "barriers.three-ways",
        _("Think of three ways around it, one of them a bit daft. Which would you try first?"),
    ),
    Prompt(
        "barriers.who-helps",
        _("Who else could help, and who will ask them?"),
    ),
)
