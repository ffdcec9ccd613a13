"""What people are asked after a training: a few questions of our own, the three aims among them (row T15)."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.words import StrOrPromise


@dataclass(frozen=True)
class Question:
    """A sentence that somebody finds more or less true; `aim` names the field of a training that holds the aim."""

    id: str
    words: StrOrPromise
    short: StrOrPromise
    aim: str = ""


# From 0 to 4, in the words that people choose among.
LEVELS: Final[tuple[StrOrPromise, ...]] = (_("Not at all"), _("A little"), _("Partly"), _("Mostly"), _("Very much"))
QUESTIONS: Final = (
    Question(
        "aim_service_users",
        _("It will make a difference to the people whom we support"),
        _("A difference to people"),
        "for_service_users",
    ),
    Question("aim_practitioners", _("It will change how I work beside people"), _("How I work"), "for_practitioners"),
    Question("aim_agency", _("It will help our agency to work like this"), _("A help to our agency"), "for_agency"),
    Question("followed", _("I could follow it"), _("I could follow it")),
    Question("heard", _("I could say what I think, and it counted"), _("My voice counted")),
    Question(
        "both_sides",
        _("What service users and carers know counted as much as what staff know"),
        _("All counted as much"),
    ),
    Question("know_what", _("I know what I will do with it"), _("I know what I will do")),
)
HIGHEST: Final = len(LEVELS) - 1
