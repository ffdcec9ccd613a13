from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from connecting_people.core.permissions import NotAllowed, allowed
from connecting_people.journey.permissions import check_can_decide_for
from connecting_people.partnership.models import Participant
from connecting_people.partnership.rules import Part
from connecting_people.review.models import Said, View


def visible_to(place: Participant | None, said: "QuerySet[Said]") -> "QuerySet[Said]":
    """Return what a participant may read of a review: all but what others keep to themselves. None: an urgent look."""
    shared = Q(entry__kept_by=None)
    return said.filter(shared | Q(entry__kept_by=place) if place else shared)


def check_can_read(place: Participant | None, said: Said) -> None:
    """Raise NotAllowed when somebody else keeps these words to themselves."""
    kept_by = said.entry.kept_by_id
    if kept_by and (place is None or kept_by != place.pk):
        raise NotAllowed(_("Somebody keeps this to themselves."))


def check_can_view(me: Participant, voice: Participant) -> None:
    """Raise NotAllowed unless it is the person who says how they see the two, or somebody on their word."""
    if voice.part != Part.SERVICE_USER:
        raise NotAllowed(_("This page is for the person whose journey it is."))
    check_can_decide_for(me, voice)


def check_can_read_view(place: Participant | None, view: View) -> None:
    """Raise NotAllowed unless one wrote this view, or it was written down on one's word."""
    if place is None or (view.place_id != place.pk and view.by_id != place.user_id):
        raise NotAllowed(_("Only the person sees this here."))


def check_can_put_in(me: Participant, voice: Participant) -> None:
    """Raise NotAllowed unless one says yes for oneself, or for the person who has no login, in "Our journey"."""
    check_can_decide_for(me, voice)


can_read = allowed(check_can_read)
can_view = allowed(check_can_view)
can_read_view = allowed(check_can_read_view)
can_put_in = allowed(check_can_put_in)
