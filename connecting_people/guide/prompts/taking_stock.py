"""Step 5: what works, what does not, and why."""

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import Prompt

SERVICE_USER: tuple[Prompt, ...] = (
    Prompt(
        "stock.keep",
        _("Of what you have tried, what would you like to keep doing?"),
    ),
    Prompt(
        "stock.drop",
        _("What was not for you? Dropping something is a good way to find out what you like."),
    ),
    Prompt(
        "stock.held-back",
        _("Was there a moment when something held you back? What was going on?"),
    ),
    Prompt(
        "stock.new-in-me",
        _("Have you noticed anything new in yourself, however small?"),
    ),
)

PRACTITIONER: tuple[Prompt, ...] = (
    Prompt(
        "stock.how-is-it-for-me",
        _("How is this going for you: your time, your ideas, the backing that you get?"),
    ),
    Prompt(
        "stock.my-word",
        _("What did you say that you would do? What happened with it?"),
    ),
    Prompt(
        "stock.seen-skill",
        _("What have you seen the person do that they may not have noticed?"),
    ),
    Prompt(
        "stock.change-my-way",
        _("What could you do differently from here on?"),
    ),
)

TOGETHER: tuple[Prompt, ...] = (
    Prompt(
        "stock.why",
        _("Take one thing that went well and one that did not. What do you each think was why?"),
    ),
    Prompt(
        "stock.keep-change-stop",
        _("What will you keep, what will you change, and what can you let go of?"),
    ),
)
