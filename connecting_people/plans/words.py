"""The words of this room that stand for its rules."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import StrOrPromise
from connecting_people.plans.rules import GoalState, Level, Sort

SORTS: Final[dict[Sort, StrOrPromise]] = {
    Sort.ACTIVITY: _("Something to do, like joining a walking group"),
    Sort.GENERAL: _("Something wider, like making new friends, with a plan for how"),
}
STATES: Final[dict[GoalState, StrOrPromise]] = {
    GoalState.CURRENT: _("On the way"),
    GoalState.RESTING: _("Resting"),
    GoalState.REACHED: _("Reached"),
    GoalState.LET_GO: _("Let go"),
}
MOVES: Final[dict[GoalState, StrOrPromise]] = {
    GoalState.CURRENT: _("Taken up again"),
    GoalState.RESTING: _("Resting for now"),
    GoalState.REACHED: _("Reached"),
    GoalState.LET_GO: _("Let go"),
}
CHOICES: Final[dict[GoalState, StrOrPromise]] = {
    GoalState.CURRENT: _("Take it up again"),
    GoalState.RESTING: _("Let it rest for now"),
    GoalState.REACHED: _("We are there"),
    GoalState.LET_GO: _("Let it go: plans change"),
}
LEVELS: Final[dict[Level, StrOrPromise]] = {
    Level.MUCH_MORE: _("Much more than hoped"),
    Level.MORE: _("A little more than hoped"),
    Level.HOPED: _("As hoped"),
    Level.LESS: _("A little less than hoped"),
    Level.MUCH_LESS: _("Much less than hoped"),
}
HELP: Final[dict[Level, StrOrPromise]] = {
    Level.MUCH_MORE: _("If things went better than you dare to think."),
    Level.MORE: _("A bit further than that."),
    Level.HOPED: _("What would you see, hear or do if it worked out?"),
    Level.LESS: _("On the way, but not quite there. Often this is how it is now."),
    Level.MUCH_LESS: _("If it got harder than it is now."),
}
WEIGHTS: Final[tuple[tuple[int, StrOrPromise], ...]] = (
    (0, _("Not at all")),
    (1, _("A little")),
    (2, _("Quite")),
    (3, _("Very")),
)
