from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from connecting_people.core.permissions import NotAllowed, allowed
from connecting_people.journey.permissions import check_can_reword
from connecting_people.measures.models import AnswerSet, Definition
from connecting_people.measures.rules import Mode, State
from connecting_people.partnership.models import Participant
from connecting_people.people.models import Agency, User
from connecting_people.people.roles import May
from connecting_people.people.standing import standing


def visible_to(place: Participant | None, sets: "QuerySet[AnswerSet]") -> "QuerySet[AnswerSet]":
    """Keep the answers that a participant may read: all but what others keep to themselves. None: an urgent look."""
    shared = Q(entry__kept_by=None)
    return sets.filter(shared | Q(entry__kept_by=place) if place else shared)


def check_can_read(place: Participant | None, answers: AnswerSet) -> None:
    """Raise NotAllowed when somebody else keeps these answers to themselves."""
    kept_by = answers.entry.kept_by_id if answers.entry else None
    if kept_by and (place is None or kept_by != place.pk):
        raise NotAllowed(_("Somebody keeps this to themselves."))


def check_can_answer_as(me: Participant, voice: Participant, mode: Mode, *, to_oneself: bool) -> None:
    """Raise NotAllowed unless somebody alone answers for themselves, and what two answer together is for both."""
    if mode == Mode.ALONE and voice.pk != me.pk:
        raise NotAllowed(_("Alone you answer for yourself. To write down what the other says, choose “together”."))
    if mode == Mode.TOGETHER and to_oneself:
        raise NotAllowed(_("What two answer together is for both. To keep it to yourself, answer alone."))


def check_can_link(me: Participant, answers: AnswerSet) -> None:
    """Raise NotAllowed unless these are one's own answers, or one wrote them down and nobody has said yes yet."""
    if answers.entry is None:
        raise NotAllowed(_("These answers belong to no map."))
    check_can_reword(me, answers.entry)


def check_in_use(definition: Definition | None, today: date) -> None:
    """Raise NotAllowed when an agency no longer uses its definition, or the licence for it has run out."""
    if definition is None:
        return
    until = definition.licence_until_date
    if definition.state != State.USED or (until and until < today):
        raise NotAllowed(_("Your agency does not use these questions any more."))


def check_can_review_practice(user: User, agency: Agency) -> None:
    """Raise NotAllowed unless `user` is a practitioner of the agency."""
    if not standing(user).may(May.START_PARTNERSHIPS, agency.pk):
        raise NotAllowed(_("Only a practitioner of this agency looks at their own practice here."))


def check_is_own(user: User, answers: AnswerSet) -> None:
    """Raise NotAllowed unless this is one's own self-review."""
    if answers.subject_id != user.pk or answers.by_id != user.pk:
        raise NotAllowed(_("This is somebody else’s."))


def check_can_discuss(user: User, answers: AnswerSet, colleague: User) -> None:
    """Raise NotAllowed unless somebody shows their own to another practitioner of the same agency."""
    check_is_own(user, answers)
    if colleague.pk == user.pk or not standing(colleague).may(May.START_PARTNERSHIPS, answers.agency_id):
        raise NotAllowed(_("Choose a colleague of your agency."))


def check_sees(user: User, answers: AnswerSet) -> None:
    """Raise NotAllowed unless this self-review is shown to `user` today, who still works in the agency."""
    shown = answers.discussions.filter(colleague=user, ended_at=None).exists()
    if not shown or not standing(user).may(May.START_PARTNERSHIPS, answers.agency_id):
        raise NotAllowed(_("This is not shown to you."))


can_read = allowed(check_can_read)
can_answer_as = allowed(check_can_answer_as)
can_link = allowed(check_can_link)
in_use = allowed(check_in_use)
can_review_practice = allowed(check_can_review_practice)
is_own = allowed(check_is_own)
can_discuss = allowed(check_can_discuss)
sees = allowed(check_sees)
