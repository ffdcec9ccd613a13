"""Days, parts of the day and distances in words."""

from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connecting_people.community.facets import Part
from connecting_people.guide.words import StrOrPromise

DAY_NAMES: Final[dict[str, StrOrPromise]] = {
    "MO": gettext_lazy("Monday"),
    "TU": gettext_lazy("Tuesday"),
    "WE": gettext_lazy("Wednesday"),
    "TH": gettext_lazy("Thursday"),
    "FR": gettext_lazy("Friday"),
    "SA": gettext_lazy("Saturday"),
    "SU": gettext_lazy("Sunday"),
}
ON_DAYS: Final[dict[str, StrOrPromise]] = {
    "MO": gettext_lazy("On Mondays"),
    "TU": gettext_lazy("On Tuesdays"),
    "WE": gettext_lazy("On Wednesdays"),
    "TH": gettext_lazy("On Thursdays"),
    "FR": gettext_lazy("On Fridays"),
    "SA": gettext_lazy("On Saturdays"),
    "SU": gettext_lazy("On Sundays"),
}
PARTS: Final[dict[str, StrOrPromise]] = {
    Part.MORNING.value: gettext_lazy("Morning"),
    Part.AFTERNOON.value: gettext_lazy("Afternoon"),
    Part.EVENING.value: gettext_lazy("Evening"),
}
IN_PARTS: Final[dict[str, StrOrPromise]] = {
    Part.MORNING.value: gettext_lazy("In the morning"),
    Part.AFTERNOON.value: gettext_lazy("In the afternoon"),
    Part.EVENING.value: gettext_lazy("In the evening"),
}


def distance(km: float) -> str:
    """Return a distance as one says it."""
    if km < 0.95:
        return _("%(metres)d m") % {"metres": max(100, round(km, 1) * 1000)}
    return _("%(km)s km") % {"km": f"{km:.1f}" if km < 9.95 else f"{km:.0f}"}
