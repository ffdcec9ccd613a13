"""The words of the traffic lights, of who gave them, and of what became of an idea that would move one."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.community.rules import ImprovementState, Light, Rater, RatingState
from connecting_people.guide.words import StrOrPromise

LIGHTS: Final[dict[Light, StrOrPromise]] = {
    Light.GREEN: _("Would recommend"),
    Light.AMBER: _("Unsure"),
    Light.RED: _("Would not recommend"),
}
IN_ONES_OWN_VOICE: Final[dict[Light, StrOrPromise]] = {
    Light.GREEN: _("I would recommend it"),
    Light.AMBER: _("I am unsure, or something was not right"),
    Light.RED: _("I would not recommend it"),
}
COLOURS: Final[dict[Light, StrOrPromise]] = {
    Light.GREEN: _("green"),
    Light.AMBER: _("amber"),
    Light.RED: _("red"),
}
MOVES: Final[dict[tuple[Light, Light], StrOrPromise]] = {
    (Light.RED, Light.AMBER): _("From red to amber"),
    (Light.AMBER, Light.GREEN): _("From amber to green"),
}
GROUPS: Final[dict[Rater, StrOrPromise]] = {
    Rater.SERVICE_USER: _("Service users"),
    Rater.PRACTITIONER: _("Practitioners"),
    Rater.SUPPORTER: _("Supporters"),
}
AS_WHO: Final[dict[Rater, StrOrPromise]] = {
    Rater.SERVICE_USER: _("As a service user"),
    Rater.PRACTITIONER: _("As a practitioner"),
    Rater.SUPPORTER: _("As a supporter"),
}
ONE_OF_THEM: Final[dict[Rater, StrOrPromise]] = {
    Rater.SERVICE_USER: _("A service user"),
    Rater.PRACTITIONER: _("A practitioner"),
    Rater.SUPPORTER: _("A supporter"),
}
WHERE_IT_STANDS: Final[dict[RatingState, StrOrPromise]] = {
    RatingState.WAITING: _("Waits for somebody to look at it"),
    RatingState.SHOWN: _("Looked at"),
    RatingState.TURNED_DOWN: _("Not shown for now: a second person looks at it"),
    RatingState.STAYS_OUT: _("Not shown: two people looked at it"),
    RatingState.TAKEN_BACK: _("Taken back by you"),
    RatingState.REPLACED: _("You said it differently since"),
}
IDEAS: Final[dict[ImprovementState, StrOrPromise]] = {
    ImprovementState.SUGGESTED: _("An idea"),
    ImprovementState.TAKEN_ON: _("Taken on"),
    ImprovementState.DONE: _("Done"),
    ImprovementState.NOT_NOW: _("Not now"),
}
