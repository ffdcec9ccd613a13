"""How people work together in an activity, in words."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.words import StrOrPromise
from connecting_people.training.rules import Grouping

GROUPINGS: Final[dict[Grouping, StrOrPromise]] = {
    Grouping.ALONE: _("Each alone"),
    Grouping.PAIRS: _("In pairs"),
    Grouping.SMALL_GROUPS: _("In small groups"),
    Grouping.ALL: _("All together"),
}
