"""The two journeys whose circles turn together, and what may happen in them at any time."""

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import Idea

SERVICE_USER_JOURNEY: tuple[Idea, ...] = (
    Idea(
        "new-ideas",
        _("New ideas and experiences"),
        _("You hear of things you had not thought of, and your own ideas get room to grow."),
    ),
    Idea(
        "new-people",
        _("New people and activities"),
        _("You get to know somebody, or join in with something, with or without company."),
    ),
    Idea(
        "skills-and-interests",
        _("Skills and interests"),
        _("You pick up something new, or take up again what you used to love."),
    ),
    Idea(
        "social-confidence",
        _("Social confidence"),
        _("Being among people gets a bit easier: saying hello, saying no, staying, going."),
    ),
    Idea(
        "new-networks",
        _("Growing networks"),
        _("People lead to other people. You have more to turn to, and more to offer in return."),
    ),
)

PRACTITIONER_JOURNEY: tuple[Idea, ...] = (
    Idea(
        "builds-relationships",
        _("Building relationships"),
        _("With the person, often with those close to them, and with groups and places nearby."),
    ),
    Idea(
        "earns-trust",
        _("Earning trust"),
        _("By turning up, by listening, and by doing what was said."),
    ),
    Idea(
        "spots-opportunities",
        _("Spotting opportunities"),
        _("A poster in a window, a new class, two people who would get on."),
    ),
    Idea(
        "engages-locally",
        _("Taking part locally"),
        _("Going to see the places where the person lives their life, and being known there."),
    ),
    Idea(
        "grows-own-networks",
        _("Growing and remembering networks"),
        _("Making contacts and writing them down, so that they can be of use to others later."),
    ),
    Idea(
        "adapts",
        _("Adapting"),
        _("Thinking afresh when something new turns up, or when the usual way does not fit."),
    ),
    Idea(
        "uses-contacts",
        _("Making use of contacts"),
        _("Asking the right person for a favour, an introduction or a warm welcome."),
    ),
)

ASKING = Idea(
    "asking",
    _("Asking for advice"),
    _("Either of you can ask the other something whenever you like."),
)
SEEING_ONES_WAY = Idea(
    "seeing-ones-way",
    _("Seeing your own way"),
    _("You can look back at how far you have come, and get to know yourself along the way."),
)
EXTRA_SUPPORT = Idea(
    "extra-support",
    _("More support for a while"),
    _("When things get hard there can be more visits, more calls, or more company."),
)
RETHINKING_SUPPORT = Idea(
    "rethinking-support",
    _("Thinking again about support"),
    _("How much the practitioner is needed may change. Talk about it before it does."),
)
LEAVING = Idea(
    "leaving",
    _("Leaving"),
    _("You may stop at any point, for any reason or none. What you have done stays yours."),
)
COMING_BACK = Idea(
    "coming-back",
    _("Coming back"),
    _("You can return when you like, at whichever step suits you, and nothing will be lost."),
)

AT_ANY_TIME: tuple[Idea, ...] = (
    ASKING,
    SEEING_ONES_WAY,
    EXTRA_SUPPORT,
    RETHINKING_SUPPORT,
    LEAVING,
    COMING_BACK,
)
