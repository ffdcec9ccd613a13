"""Step 4: trying it, with the support that someone wants."""

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import Prompt

SERVICE_USER: tuple[Prompt, ...] = (
    Prompt(
        "stepping-out.company",
        _("Would you like to go with someone, meet someone there, or go by yourself?"),
    ),
    Prompt(
        "stepping-out.say-about-me",
        _("What are you happy for people there to know about you, and what stays yours?"),
    ),
    Prompt(
        "stepping-out.easier",
        _("What would make the first ten minutes easier?"),
    ),
    Prompt(
        "stepping-out.way-home",
        _("If you want to leave early, how would you like to do that? Leaving early is allowed."),
    ),
)

PRACTITIONER: tuple[Prompt, ...] = (
    Prompt(
        "stepping-out.know-the-place",
        _("Have you been there, or spoken with someone who has? What is it like to walk in?"),
    ),
    Prompt(
        "stepping-out.say-nothing-extra",
        _("What have you agreed to say about the person, and what will you say if asked for more?"),
    ),
    Prompt(
        "stepping-out.step-back",
        _("When will you stand close, and when will you step back?"),
    ),
    Prompt(
        "stepping-out.welcome",
        _("Who there could be the friendly face, and have you met them?"),
    ),
)

TOGETHER: tuple[Prompt, ...] = (
    Prompt(
        "stepping-out.practical",
        _("How will you get there, what will it cost, and who will you ask for at the door?"),
    ),
    Prompt(
        "stepping-out.afterwards",
        _("When will you talk about how it was, whether or not it happened?"),
    ),
)
