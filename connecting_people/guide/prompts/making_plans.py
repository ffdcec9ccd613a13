"""Step 3: what someone would like, and a way to begin."""

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import Prompt

SERVICE_USER: tuple[Prompt, ...] = (
    Prompt(
        "plans.good-week",
        _("Think of a good week a year from now. Who is in it, and what are you doing?"),
    ),
    Prompt(
        "plans.once-enjoyed",
        _("What did you once enjoy that you would like to have back?"),
    ),
    Prompt(
        "plans.curious",
        _("What have you always been curious about, even if it seems a long way off?"),
    ),
    Prompt(
        "plans.first-bit",
        _("What is the smallest first bit of it that you could picture yourself doing?"),
    ),
)

PRACTITIONER: tuple[Prompt, ...] = (
    Prompt(
        "plans.whose-idea",
        _("Whose idea is this goal? What would the person have said if you had kept quiet?"),
    ),
    Prompt(
        "plans.my-part",
        _("What will you do for it, and by when?"),
    ),
    Prompt(
        "plans.who-else",
        _("Who do you know, or who might a colleague know, that could open a door?"),
    ),
    Prompt(
        "plans.shared-interest",
        _("Does somebody else you work with share this interest? Could they be asked to meet?"),
    ),
)

TOGETHER: tuple[Prompt, ...] = (
    Prompt(
        "plans.how-we-know",
        _("How would the two of you notice that things are moving the right way?"),
    ),
    Prompt(
        "plans.next-two-weeks",
        _("What could each of you do in the next two weeks?"),
    ),
)
