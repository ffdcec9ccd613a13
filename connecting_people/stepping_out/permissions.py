from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from connecting_people.core.permissions import NotAllowed, allowed
from connecting_people.partnership.models import Participant
from connecting_people.stepping_out.models import Disclosure, Outing


def visible_to(place: Participant | None, outings: "QuerySet[Outing]") -> "QuerySet[Outing]":
    """Return the outings that a participant may read: all but what others keep to themselves. None: an urgent look."""
    shared = Q(entry__kept_by=None)
    return outings.filter(shared | Q(entry__kept_by=place) if place else shared)


def check_can_read(place: Participant | None, outing: Outing) -> None:
    """Raise NotAllowed when somebody else keeps this outing to themselves."""
    kept_by = outing.entry.kept_by_id
    if kept_by and (place is None or kept_by != place.pk):
        raise NotAllowed(_("Somebody keeps this to themselves."))


def check_can_agree(voice: Participant, disclosure: Disclosure) -> None:
    """Raise NotAllowed unless it is the other side that agrees to what may be told."""
    if voice.side == disclosure.entry.voice.side:
        raise NotAllowed(_("The other of the two says whether they agree."))
    if disclosure.agreed_at:
        raise NotAllowed(_("This is agreed already. To change it, write it anew."))


def check_can_take_back(voice: Participant, disclosure: Disclosure) -> None:
    """Raise NotAllowed unless it holds: either of the two may take it back, on any day."""
    if voice.partnership_id != disclosure.partnership_id or not disclosure.holds:
        raise NotAllowed(_("This does not hold any more. Nothing of it may be told."))


can_read = allowed(check_can_read)
can_agree = allowed(check_can_agree)
can_take_back = allowed(check_can_take_back)
