"""What the states of an idea and the voices are called on a page."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.culture.rules import IdeaState, Voice
from connecting_people.guide.words import StrOrPromise

STATES: Final[Mapping[IdeaState, StrOrPromise]] = {
    IdeaState.WAITING: _("Comes onto the board soon"),
    IdeaState.SUGGESTED: _("Suggested"),
    IdeaState.LOOKING: _("Looking at it"),
    IdeaState.TRYING: _("Trying it"),
    IdeaState.DONE: _("Done"),
    IdeaState.NOT_NOW: _("Not now, and why"),
    IdeaState.TAKEN_BACK: _("Taken back"),
}
# What those who look after ideas say when it comes to stand so.
BECOMES: Final[Mapping[IdeaState, StrOrPromise]] = {
    IdeaState.LOOKING: _("We look at it"),
    IdeaState.TRYING: _("We try it"),
    IdeaState.DONE: _("It is done"),
    IdeaState.NOT_NOW: _("Not now"),
}
VOICES: Final[Mapping[Voice, StrOrPromise]] = {
    Voice.STAFF: _("As somebody who works here"),
    Voice.SERVICE_USER: _("As a service user"),
    Voice.SUPPORTER: _("As a supporter"),
}
# On whose side of a page the words of a voice stand.
SIDES: Final[Mapping[str, str]] = {
    Voice.STAFF: "practitioner",
    Voice.SERVICE_USER: "service_user",
    Voice.SUPPORTER: "supporter",
    "": "agency",
}
