"""Where somebody who was at a training came from: their list of trainings, or the room in which they have a seat."""

from django.utils.translation import gettext as _

from connecting_people.core.addresses import address
from connecting_people.training.queries.attended import Attended


def way_back(here: Attended) -> tuple[str, str]:
    """Return what the link back says, and its address."""
    if here.signed_in:
        return _("Trainings"), address("training:trainings", agency_id=here.training.agency_id)
    return _("My notes"), address("training:my_notes")
