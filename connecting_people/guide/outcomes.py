"""What may come of it for each of the two: hoped for, never required."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import Side, StrOrPromise


@dataclass(frozen=True)
class Outcome:
    """Something that may grow for one of the two, in plain words."""

    id: str
    side: Side
    name: StrOrPromise
    explanation: StrOrPromise


OUTCOMES: tuple[Outcome, ...] = (
    Outcome(
        "network",
        Side.SERVICE_USER,
        _("The network you want"),
        _("More people, fewer, or the same ones closer: as many as feels right to you."),
    ),
    Outcome(
        "social-capital",
        Side.SERVICE_USER,
        _("More to draw on"),
        _("Knowing whom to ask for a lift, a tip, a job lead or a listening ear."),
    ),
    Outcome(
        "social-confidence",
        Side.SERVICE_USER,
        _("Social confidence"),
        _("Feeling more at ease with other people, and more like yourself among them."),
    ),
    Outcome(
        "activities-outside-services",
        Side.SERVICE_USER,
        _("Doing things beyond services"),
        _("Joining in because you like it, in places that are there for anyone."),
    ),
    Outcome(
        "deeper-relationships",
        Side.SERVICE_USER,
        _("Deeper relationships"),
        _("Some of the people you know have come to mean more to you, and you to them."),
    ),
    Outcome(
        "talents-used",
        Side.SERVICE_USER,
        _("Talents put to use"),
        _("More of your time goes to what you are good at."),
    ),
    Outcome(
        "contribution",
        Side.SERVICE_USER,
        _("Giving to others"),
        _("Other people’s lives are better for something you do."),
    ),
    Outcome(
        "local-knowledge",
        Side.PRACTITIONER,
        _("Knowing the area"),
        _("Knowing what there is, who runs it, and what it is like to be there."),
    ),
    Outcome(
        "networking",
        Side.PRACTITIONER,
        _("Better at networking"),
        _("More practice in meeting people and keeping in touch with them."),
    ),
    Outcome(
        "growing-networks-of-others",
        Side.PRACTITIONER,
        _("Helping networks grow"),
        _("A surer hand in helping someone else to find their people."),
    ),
)


def outcomes_for(side: Side) -> tuple[Outcome, ...]:
    """Return what may come of it for this side, in the order in which it is shown."""
    return tuple(outcome for outcome in OUTCOMES if outcome.side is side)
