from django.utils.translation import gettext as _

from connecting_people.core.permissions import NotAllowed, allowed
from connecting_people.journey.permissions import check_can_decide_for
from connecting_people.partnership.models import Participant
from connecting_people.partnership.rules import Part

_LASTING = frozenset({Part.LEAD, Part.PRACTITIONER})


def check_can_wish(me: Participant, person: Participant) -> None:
    """Raise NotAllowed unless it is the service user's own yes, or what they say who have no login."""
    check_can_decide_for(me, person)


def check_can_say_fits(me: Participant) -> None:
    """Raise NotAllowed unless it is a practitioner of this partnership; a stand-in leaves it to them."""
    if me.part not in _LASTING:
        raise NotAllowed(_("A practitioner of this partnership says whether introductions fit now."))


can_wish = allowed(check_can_wish)
can_say_fits = allowed(check_can_say_fits)
