from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from connecting_people.core.permissions import NotAllowed, allowed
from connecting_people.journey.models import Entry, Promise
from connecting_people.journey.rules import AGREED_THERE, FIXED
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.rules import Part


def visible_to(place: Participant | None, entries: "QuerySet[Entry]") -> "QuerySet[Entry]":
    """Return what a participant may read: all but what others keep to themselves. None stands for an urgent look."""
    if place is None:
        return entries.filter(kept_by=None)
    return entries.filter(Q(kept_by=None) | Q(kept_by=place))


def check_can_read(place: Participant | None, entry: Entry) -> None:
    """Raise NotAllowed when somebody else keeps this entry to themselves."""
    if entry.kept_by_id and (place is None or entry.kept_by_id != place.pk):
        raise NotAllowed(_("Somebody keeps this to themselves."))


def check_can_keep(place: Participant, voice: Participant, kept_by: Participant, proposed: bool) -> None:
    """Raise NotAllowed unless somebody keeps their own words, and asks nobody to agree to what they cannot see."""
    if kept_by.pk != place.pk or voice.pk != place.pk:
        raise NotAllowed(_("Only your own words can be kept to yourself."))
    if proposed:
        raise NotAllowed(_("The other cannot agree to what you keep to yourself. Choose one of the two."))


def check_can_reply(place: Participant, about: Entry) -> None:
    """Raise NotAllowed unless the entry that a reply is about is in the same record and can be read."""
    check_can_read(place, about)
    if about.partnership_id != place.partnership_id:
        raise NotAllowed(_("This is not in this record."))


def check_can_answer_question(voice: Participant, question: Entry) -> None:
    """Raise NotAllowed when somebody would answer what they asked themselves."""
    if question.voice_id == voice.pk:
        raise NotAllowed(_("You asked this yourself. The other can answer it."))


def check_can_reword(place: Participant, entry: Entry) -> None:
    """Raise NotAllowed unless the words are this person's own, or they wrote them down and nobody has said yes yet."""
    check_can_read(place, entry)
    if entry.kind in FIXED:
        raise NotAllowed(_("This stays as it was written. Where it was written you can write it anew."))
    wrote_down = entry.as_said and entry.by_id == place.user_id and entry.confirmed_at is None
    if entry.voice_id != place.pk and not wrote_down:
        raise NotAllowed(_("These are somebody else's words. You can say how you see it beside them."))


def check_can_confirm(place: Participant, entry: Entry) -> None:
    """Raise NotAllowed unless the entry was written down for this person by somebody else and still waits for them."""
    check_can_read(place, entry)
    if not entry.as_said or entry.voice_id != place.pk or entry.confirmed_at is not None:
        raise NotAllowed(_("Only the person who said this can say that it is right."))


def check_can_answer(place: Participant, entry: Entry) -> None:
    """Raise NotAllowed when somebody would agree or disagree with their own words, or with private ones."""
    check_can_read(place, entry)
    if entry.voice_id == place.pk:
        raise NotAllowed(_("These are your own words. You can say them differently."))
    if entry.kept_by_id:
        raise NotAllowed(_("This entry is not shared."))


def check_can_agree(place: Participant, entry: Entry) -> None:
    """Raise NotAllowed unless this is the other side: two practitioners cannot agree over the person's head."""
    check_can_answer(place, entry)
    if place.side == entry.voice.side:
        raise NotAllowed(_("The other of the two says whether they agree."))


def check_can_agree_here(place: Participant, entry: Entry) -> None:
    """Raise NotAllowed unless this is the other side, and a yes is given in the record and not where it was written."""
    if entry.kind in AGREED_THERE:
        raise NotAllowed(_("You can agree to this where it was written."))
    check_can_agree(place, entry)


def check_can_share(place: Participant, partnership: Partnership) -> None:
    """Raise NotAllowed unless this is the service user, who alone chooses what a supporter sees."""
    if place.part != Part.SERVICE_USER:
        raise NotAllowed(_("Only the person whose journey this is can choose what a supporter sees."))


def check_can_speak_for(place: Participant, voice: Participant) -> None:
    """Raise NotAllowed unless words may be entered for `voice` from this login: their own, or in together mode.

    In together mode the two sit at one device; each entry asks whose words it is. Words of the service user that a
    practitioner enters are labelled "as said", and so are a practitioner's that the service user enters.
    """
    if voice.partnership_id != place.partnership_id or voice.part == Part.SUPPORTER or voice.left_at:
        raise NotAllowed(_("Choose somebody who takes part."))


def check_can_decide_for(place: Participant, voice: Participant) -> None:
    """Raise NotAllowed unless a yes or no is one's own, or that of somebody who has no login to give it with."""
    check_can_speak_for(place, voice)
    if voice.pk != place.pk and voice.user_id:
        raise NotAllowed(_("%(name)s can answer this from their own login.") % {"name": voice.name})


def check_can_settle(place: Participant, promise: Promise) -> None:
    """Raise NotAllowed unless it was this person's to do, or that of one who has left or has no login."""
    if promise.who_id != place.pk and promise.who.user_id and promise.who.left_at is None:
        raise NotAllowed(_("%(name)s says what became of this.") % {"name": promise.who.name})


def check_can_enter(
    place: Participant, voice: Participant, about: Entry | None, kept_by: Participant | None, proposed: bool
) -> None:
    """Raise NotAllowed unless this may enter the record: in this voice, about that entry, kept to that person."""
    check_can_speak_for(place, voice)
    if about:
        check_can_reply(place, about)
    if kept_by:
        check_can_keep(place, voice, kept_by, proposed)


can_read = allowed(check_can_read)
can_reword = allowed(check_can_reword)
can_confirm = allowed(check_can_confirm)
can_answer = allowed(check_can_answer)
can_agree = allowed(check_can_agree)
can_agree_here = allowed(check_can_agree_here)
can_answer_question = allowed(check_can_answer_question)
can_share = allowed(check_can_share)
can_speak_for = allowed(check_can_speak_for)
can_decide_for = allowed(check_can_decide_for)
can_settle = allowed(check_can_settle)
