"""Step 2: who is in a life now, and what there is to build on."""

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import Prompt

SERVICE_USER: tuple[Prompt, ...] = (
    Prompt(
        "mapping.who-matters",
        _("Who or what is part of your life just now? Pets, places and online friends count."),
    ),
    Prompt(
        "mapping.lost-touch",
        _("Is there anyone you have lost touch with and still think about?"),
    ),
    Prompt(
        "mapping.give-and-take",
        _("Who does something for you, and who do you do something for? Small things count."),
    ),
    Prompt(
        "mapping.enough",
        _("Are there enough people in your life, or would you like more, fewer, or closer?"),
    ),
)

PRACTITIONER: tuple[Prompt, ...] = (
    Prompt(
        "mapping.own-map",
        _("Draw your own map first. What was easy to put down, and what did you leave out?"),
    ),
    Prompt(
        "mapping.strengths",
        _("What have you seen the person enjoy, or do well, without anyone asking them to?"),
    ),
    Prompt(
        "mapping.beyond-services",
        _("Which people on the map are there by choice, and not because it is their job?"),
    ),
    Prompt(
        "mapping.local-knowledge",
        _("Which local people and places do you know that the person may like to hear about?"),
    ),
)

TOGETHER: tuple[Prompt, ...] = (
    Prompt(
        "mapping.surprise",
        _("Look at the map side by side. What surprises you, and what makes you smile?"),
    ),
    Prompt(
        "mapping.closer",
        _("Is there somebody on the map who could come a little closer, if you both wished it?"),
    ),
)
