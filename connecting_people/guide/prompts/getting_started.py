"""Step 1: a first talk about trying something new."""

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import Prompt

SERVICE_USER: tuple[Prompt, ...] = (
    Prompt(
        "getting-started.feelings",
        _("When you think about doing something new or meeting someone, what comes up for you?"),
    ),
    Prompt(
        "getting-started.good-times",
        _("Can you remember a time with other people, even a short one, that did you good?"),
    ),
    Prompt(
        "getting-started.worries",
        _("What would you want your practitioner to know before you try anything?"),
    ),
    Prompt(
        "getting-started.pace",
        _("How fast or how slowly would you like this to go? Starting later is fine too."),
    ),
)

PRACTITIONER: tuple[Prompt, ...] = (
    Prompt(
        "getting-started.timing",
        _("What tells you that this is a good moment to bring it up, or that it can wait?"),
    ),
    Prompt(
        "getting-started.own-story",
        _("What have you found hard yourself about joining in somewhere new?"),
    ),
    Prompt(
        "getting-started.equal-room",
        _("How will you make room for the person to lead part of this talk?"),
    ),
    Prompt(
        "getting-started.learn",
        _("What do you hope to learn from the person you are working with?"),
    ),
)

TOGETHER: tuple[Prompt, ...] = (
    Prompt(
        "getting-started.give-and-gain",
        _("What would each of you like to get out of this, and what can each of you give?"),
    ),
    Prompt(
        "getting-started.trust",
        _("What helps you trust someone, and how will you tell each other if something is wrong?"),
    ),
)
