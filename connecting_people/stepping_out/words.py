"""The words of this room that stand for its rules."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import StrOrPromise
from connecting_people.stepping_out.rules import About, Channel, Felt, Orientation, OutingState, Source

STATES: Final[dict[OutingState, StrOrPromise]] = {
    OutingState.PLANNED: _("Planned"),
    OutingState.GONE: _("Went"),
    OutingState.NOT_THIS_TIME: _("Not this time"),
    OutingState.CHANGED_PLAN: _("Changed plan"),
}
BECAME: Final[dict[OutingState, StrOrPromise]] = {
    OutingState.GONE: _("I went"),
    OutingState.NOT_THIS_TIME: _("Not this time"),
    OutingState.CHANGED_PLAN: _("We changed the plan"),
}
SOURCES: Final[dict[Source, StrOrPromise]] = {
    Source.TEAM: _("Somebody of the team"),
    Source.MAP: _("Somebody on my map"),
    Source.THERE: _("Somebody who is there"),
    Source.SKILL: _("Something I learn or practise first"),
    Source.OTHER: _("Somebody or something else"),
    Source.ALONE: _("I go alone"),
}
# Five faces, each with its word: from the eyes and mouth alone nobody has to guess.
FELT: Final[dict[Felt, StrOrPromise]] = {
    Felt.VERY_GOOD: _("Very good"),
    Felt.GOOD: _("Good"),
    Felt.MIXED: _("So-so"),
    Felt.HARD: _("Hard"),
    Felt.VERY_HARD: _("Very hard"),
}
SURE: Final[dict[Felt, StrOrPromise]] = {
    Felt.VERY_GOOD: _("Very sure of myself"),
    Felt.GOOD: _("Quite sure"),
    Felt.MIXED: _("So-so"),
    Felt.HARD: _("Not very sure"),
    Felt.VERY_HARD: _("Not sure at all"),
}
ORIENTATIONS: Final[dict[Orientation, StrOrPromise]] = {
    Orientation.KNOWN: _("I know the place"),
    Orientation.SHOWN: _("Somebody showed me round"),
    Orientation.INTRODUCED: _("Somebody introduced me to the people there"),
}
ABOUT: Final[dict[About, StrOrPromise]] = {
    About.OUTING: _("On an outing"),
    About.ASSET: _("At a place or group"),
    About.PERSON: _("Through somebody"),
    About.CHANCE: _("By chance"),
    About.NOT_KNOWN: _("I do not know, or would rather not say"),
}
CHANNELS: Final[dict[Channel, StrOrPromise]] = {
    Channel.INSIDE: _("Only here, on my first page"),
    Channel.EMAIL: _("By e-mail"),
    Channel.DAY_LIST: _("My practitioner rings or texts me"),
}
