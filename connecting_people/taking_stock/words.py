"""The words of this room that stand for its rules."""

from typing import Final

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import StrOrPromise
from connecting_people.journey.rules import Support
from connecting_people.journey.words import SUPPORT
from connecting_people.taking_stock.rules import About, Choice, Goes, Point, Shelf

ABOUT: Final[dict[About, StrOrPromise]] = {
    About.OUTING: _("What you have tried"),
    About.GOAL: _("Goals on their way"),
    About.CONNECTION: _("People, groups and places"),
    About.SUPPORT: _("Working together"),
}
MORE: Final[dict[About, StrOrPromise]] = {
    About.OUTING: _("More that you have tried"),
    About.GOAL: _("More goals"),
    About.CONNECTION: _("More from the map"),
    About.SUPPORT: _("More"),
}
CHOICES: Final[dict[Choice, StrOrPromise]] = {
    Choice.KEEP: _("Keep"),
    Choice.CHANGE: _("Change"),
    Choice.STOP: _("Stop"),
}
SKIP: Final = _("Skip")
SHELVES: Final[dict[Shelf, StrOrPromise]] = {
    Shelf.KEEP: _("Worth keeping"),
    Shelf.DIFFERENT: _("Seen differently"),
    Shelf.CHANGE: _("To do in another way"),
    Shelf.STOP: _("To leave behind"),
}
SAYS: Final[dict[Shelf, StrOrPromise]] = {
    Shelf.KEEP: _("Carry on with what you enjoy, and do more of it."),
    Shelf.DIFFERENT: _("Both views stand. You need not agree; talk about it if you like."),
    Shelf.CHANGE: _("A small change is often enough."),
    Shelf.STOP: _("Stopping is as good as going on: it makes room. The support goes on as before."),
}
POINTS: Final[dict[Point, StrOrPromise]] = {
    Point.TIME: _("Time for it"),
    Point.BACKING: _("The organisation behind it"),
    Point.RESOURCES: _("What there is to work with"),
    Point.IDEAS: _("Ideas"),
}
ASKS: Final[dict[Point, StrOrPromise]] = {
    Point.TIME: _("Is there room in your week to go places with people, and to get to know the area?"),
    Point.BACKING: _("Do your manager, team and agency stand behind this way of working?"),
    Point.RESOURCES: _("Money for fares and tea, places to meet, people to ask, things to know."),
    Point.IDEAS: _("Do ideas come to you, or have they run dry? Where could a new one come from?"),
}
GOES: Final[dict[Goes, StrOrPromise]] = {
    Goes.WELL: _("Goes well"),
    Goes.MIXED: _("Could be better"),
    Goes.HARD: _("Gets in the way"),
}


def name_of(about: About, name: str, level: str) -> str:
    """Return what a thing is called; the support has no name but what was last said of it."""
    if about != About.SUPPORT:
        return name
    if not level:
        return gettext("The support there is")
    return gettext("The support there is (%(level)s)") % {"level": str(SUPPORT[Support(level)]).lower()}
