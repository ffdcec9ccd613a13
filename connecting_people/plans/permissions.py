from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from connecting_people.core.permissions import NotAllowed, allowed
from connecting_people.journey.permissions import check_can_speak_for
from connecting_people.partnership.models import Participant
from connecting_people.partnership.rules import PRACTITIONERS, Part
from connecting_people.plans.models import Goal


def visible_to(place: Participant | None, goals: "QuerySet[Goal]") -> "QuerySet[Goal]":
    """Return the goals that a participant may read: all but what others keep to themselves. None: an urgent look."""
    shared = Q(entry__kept_by=None)
    return goals.filter(shared | Q(entry__kept_by=place) if place else shared)


def check_can_read(place: Participant | None, goal: Goal) -> None:
    """Raise NotAllowed when somebody else keeps this goal to themselves."""
    kept_by = goal.entry.kept_by_id
    if kept_by and (place is None or kept_by != place.pk):
        raise NotAllowed(_("Somebody keeps this to themselves."))


def check_can_do_for(doer: Participant, goal: Goal) -> None:
    """Raise NotAllowed when one would agree to a goal that is only one's own: agreeing is the other's."""
    if doer.side == goal.entry.voice.side:
        raise NotAllowed(_("This is your own goal already. Say below what you will do for it yourself."))
    if goal.entry.kept_by_id:
        raise NotAllowed(_("This goal is not shared."))


def check_can_word_scale(me: Participant, voice: Participant, goal: Goal) -> None:
    """Raise NotAllowed unless the five levels are in the words of whose goal it is (S3.4: the person's words)."""
    check_can_speak_for(me, voice)
    if voice.pk != goal.entry.voice_id and voice.part in PRACTITIONERS:
        raise NotAllowed(_("The levels are in the words of whose goal it is. Write down what they say."))


def check_can_weigh(me: Participant, voice: Participant) -> None:
    """Raise NotAllowed unless it is the service user who says how important a goal is, or somebody on their word."""
    check_can_speak_for(me, voice)
    if voice.part != Part.SERVICE_USER:
        raise NotAllowed(_("How important a goal is says the person whose life it is."))


can_read = allowed(check_can_read)
can_do_for = allowed(check_can_do_for)
