"""The course as pages: the thirteen and the prompts, each with its step in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from connecting_people.core.addresses import address
from connecting_people.guide import steps
from connecting_people.people.models import Agency
from connecting_people.training.course.activities import ACTIVITIES, PROMPTS
from connecting_people.training.course.groupings import GROUPINGS
from connecting_people.training.course.words import Activity, Column, StrOrPromise


@dataclass(frozen=True)
class Shown:
    """One activity or prompt, as a row of the course or as a page of its own."""

    activity: Activity
    href: str
    together: StrOrPromise
    step: str

    @property
    def facts(self) -> str:
        """Say how people work together, for how long, and which step it belongs to."""
        minutes = _("%(number)s minutes") % {"number": self.activity.minutes}
        return " · ".join(filter(None, (str(self.together), minutes, self.step)))


def course(agency: Agency) -> tuple[tuple[Shown, ...], tuple[Shown, ...]]:
    """Return the thirteen, and the prompts."""
    thirteen, prompts = (tuple(shown(agency, one) for one in some) for some in (ACTIVITIES, PROMPTS))
    return thirteen, prompts


def shown(agency: Agency, activity: Activity) -> Shown:
    """Return one of them as it is shown."""
    step = ""
    if activity.step:
        found = steps.step(activity.step)
        step = _("Step %(number)s: %(name)s") % {"number": found.number, "name": found.name}
    return Shown(
        activity,
        address("training:course_activity", agency_id=agency.pk, activity_id=activity.id),
        GROUPINGS[activity.grouping],
        step,
    )


def beside(agency: Agency, activity: Activity) -> tuple[Shown | None, Shown | None]:
    """Return what comes before and after in the course."""
    order = (*ACTIVITIES, *PROMPTS)
    place = order.index(activity)
    before = shown(agency, order[place - 1]) if place else None
    after = shown(agency, order[place + 1]) if place + 1 < len(order) else None
    return before, after


def says_of(column: Column) -> str:
    """Say what is special about a column: kept to oneself, or opened for all together."""
    if column.kept:
        return _("For oneself: nobody else sees it.")
    if column.closed_first:
        return _("Written alone, and opened for all together.")
    return ""
