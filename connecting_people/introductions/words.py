"""The words of this room that stand for its rules."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import StrOrPromise
from connecting_people.introductions.rules import REACHES, Need

DAYS: Final[tuple[StrOrPromise, ...]] = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)
NEEDS: Final[dict[Need, StrOrPromise]] = {
    Need.SIGNS: _("I need us to talk in British Sign Language"),
    Need.BRINGS_DOG: _("My dog comes along"),
    Need.NO_DOGS: _("I cannot be near dogs"),
    Need.STEP_FREE: _("Step-free all the way"),
    Need.QUIET: _("Somewhere quiet"),
}
FAR: Final[dict[int, StrOrPromise]] = dict(
    zip(
        REACHES,
        (
            _("In my neighbourhood (about 1 km)"),
            _("A short bus ride (about 3 km)"),
            _("Across town (about 5 km)"),
            _("Further (about 10 km)"),
        ),
        strict=True,
    )
)
