"""What the words that the tables of this room are written in are called on a page."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.words import StrOrPromise
from connecting_people.training.rules import BlockKind, Going, GuestState, Who

WHO: Final[dict[Who, StrOrPromise]] = {
    Who.PRACTITIONER: _("Practitioner"),
    Who.SERVICE_USER: _("Service user"),
    Who.CARER: _("Carer"),
    Who.OUTSIDE: _("From outside"),
}
# In which colour and shape somebody stands on a page.
SIDES: Final[dict[Who, str]] = {
    Who.PRACTITIONER: "practitioner",
    Who.SERVICE_USER: "service_user",
    Who.CARER: "supporter",
    Who.OUTSIDE: "agency",
}
KINDS: Final[dict[BlockKind, StrOrPromise]] = {
    BlockKind.ACTIVITY: _("Activity"),
    BlockKind.PROMPT: _("Something to think about"),
    BlockKind.GUEST: _("Guest"),
    BlockKind.OWN: _("Our own"),
    BlockKind.BREAK: _("Break"),
    BlockKind.BEFORE: _("Before the day"),
}
GUEST_STATES: Final[dict[GuestState, StrOrPromise]] = {
    GuestState.ASKED: _("Asked, no answer yet"),
    GuestState.COMES: _("Comes"),
    GuestState.CANNOT: _("Cannot come this time"),
}
GOING: Final[dict[Going, StrOrPromise]] = {
    Going.INVITED: _("Asked, no answer yet"),
    Going.COMING: _("Comes"),
    Going.WAITING: _("Waits for a place"),
    Going.CHANGED_PLAN: _("Changed plan"),
    Going.CAME: _("Was there"),
}
# The same, said to the one whom it is about.
TO_YOU: Final[dict[Going, StrOrPromise]] = {
    Going.INVITED: _("You are asked to come"),
    Going.COMING: _("You have a place"),
    Going.WAITING: _("All places are taken. You are on the list, and move up by yourself when one is free."),
    Going.CHANGED_PLAN: _("You have other plans, and that is all right"),
    Going.CAME: _("You were there"),
}
