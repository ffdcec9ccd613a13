from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from connecting_people.connections.models import ConnectionState, MapStep, PaperMap, Strength, StrengthWording
from connecting_people.core.permissions import NotAllowed, allowed
from connecting_people.partnership.models import Participant
from connecting_people.partnership.rules import Part


def visible_to(place: Participant | None, states: "QuerySet[ConnectionState]") -> "QuerySet[ConnectionState]":
    """Return what a participant may read: all but what others keep to themselves. None stands for an urgent look."""
    return states.filter(_seen_by(place))


def papers_visible_to(place: Participant | None, papers: "QuerySet[PaperMap]") -> "QuerySet[PaperMap]":
    """Return the photos that a participant may see. None stands for an urgent look."""
    return papers.filter(_seen_by(place))


def strengths_visible_to(place: Participant | None, strengths: "QuerySet[Strength]") -> "QuerySet[Strength]":
    """Return the strengths that a participant may read. None stands for an urgent look."""
    return strengths.filter(_seen_by(place))


def wordings_visible_to(
    place: Participant | None, wordings: "QuerySet[StrengthWording]"
) -> "QuerySet[StrengthWording]":
    """Return the earlier wordings that a participant may read. None stands for an urgent look."""
    return wordings.filter(_seen_by(place))


def check_can_read(place: Participant | None, state: ConnectionState | PaperMap | Strength) -> None:
    """Raise NotAllowed when somebody else keeps this to themselves."""
    if state.kept_by_id and (place is None or state.kept_by_id != place.pk):
        raise NotAllowed(_("Somebody keeps this to themselves."))


def check_can_keep(place: Participant, voice: Participant) -> None:
    """Raise NotAllowed unless what somebody keeps to themselves is in their own words."""
    if voice.pk != place.pk:
        raise NotAllowed(_("Only what you say yourself can be kept to yourself."))


def check_can_share_own(place: Participant, state: ConnectionState | PaperMap | Strength) -> None:
    """Raise NotAllowed unless this person keeps it to themselves until now."""
    if state.kept_by_id != place.pk:
        raise NotAllowed(_("This is shared already."))


def check_can_forget(place: Participant, person: Participant, state: ConnectionState) -> None:
    """Raise NotAllowed unless it is the service user's to take away for good, or that of whoever keeps it.

    For a service user without a login a practitioner does it, on their word.
    """
    check_can_read(place, state)
    if state.kept_by_id or place.part == Part.SERVICE_USER or not person.user_id:
        return
    raise NotAllowed(_("%(name)s decides what is taken away for good.") % {"name": person.name})


def check_can_take_off_photo(place: Participant, paper: PaperMap) -> None:
    """Raise NotAllowed unless the photo is this person's own, or it is their map."""
    check_can_read(place, paper)
    own = place.pk == paper.voice_id or place.user_id == paper.by_id
    if not own and place.part != Part.SERVICE_USER:
        raise NotAllowed(_("Who brought the photo can take it away, or the person whose map it is."))


def check_can_word(voice: Participant, strength: Strength) -> None:
    """Raise NotAllowed unless a strength is worded by whoever said it, or by the person whose strengths they are."""
    if voice.pk != strength.voice_id and voice.part != Part.SERVICE_USER:
        raise NotAllowed(
            _("These are the words of %(name)s. Choose them as the speaker, or add your own beside them.")
            % {"name": strength.voice.name}
        )


def check_can_undo(place: Participant, step: MapStep) -> None:
    """Raise NotAllowed when somebody would take back what another did."""
    if step.whose_id != place.pk:
        raise NotAllowed(_("Each takes back what they did themselves."))


def _seen_by(place: Participant | None) -> Q:
    return Q(kept_by=None) | Q(kept_by=place) if place else Q(kept_by=None)


can_read = allowed(check_can_read)
can_keep = allowed(check_can_keep)
can_share_own = allowed(check_can_share_own)
can_forget = allowed(check_can_forget)
can_take_off_photo = allowed(check_can_take_off_photo)
can_word = allowed(check_can_word)
can_undo = allowed(check_can_undo)
