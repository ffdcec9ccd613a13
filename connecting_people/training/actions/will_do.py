"""What somebody will do after a training: theirs alone, with a reminder weeks later if they want one."""

import logging
from datetime import datetime, timedelta

from django.core.mail import send_mail
from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.core.london import day_of
from connecting_people.core.permissions import NotAllowed
from connecting_people.people.models import User
from connecting_people.training.actions.trainings import TrainingError
from connecting_people.training.models import Trainee, Training, WillDo
from connecting_people.training.permissions import check_can_evaluate

AT_ONCE = 500
_LOG = logging.getLogger(__name__)


@transaction.atomic
def intend(
    *, by: User | Trainee, at: datetime, training: Training, words: str, weeks: int = 0, email: str = ""
) -> WillDo:
    """Keep what somebody will do. With `weeks` a mail reminds them that says nothing of it, to `email` or their own."""
    check_can_evaluate(by, training)
    if not words.strip():
        raise TrainingError(_("Write what you will do, in your own words."))
    if weeks and isinstance(by, Trainee) and not email:
        raise TrainingError(_("Write the e-mail address for the reminder, or choose none."))
    if weeks and isinstance(by, User) and not by.email:
        raise TrainingError(_("There is no e-mail address to write to. Choose no reminder."))
    whose = {"user": by} if isinstance(by, User) else {"trainee": by}
    made = WillDo.objects.create(
        agency_id=training.agency_id,
        training=training,
        words=words.strip(),
        email=email if weeks and isinstance(by, Trainee) else "",
        remind_date=day_of(at) + timedelta(weeks=weeks) if weeks else None,
        made_at=at,
        **whose,
    )
    actor = by.pk if isinstance(by, User) else None
    agency_id, act = training.agency_id, "training: will do something"
    audit.record(by=actor, at=at, agency_id=agency_id, act=act, subject_id=agency_id, target_id=training.pk)
    return made


@transaction.atomic
def tell(*, by: User | Trainee, at: datetime, will_do: WillDo, done: bool, came_of_it: str = "") -> None:
    """Say what came of something that one would do; "done" ends its reminder, and so does "not any more"."""
    now = WillDo.objects.select_for_update().get(pk=will_do.pk)
    if by.pk not in (now.user_id, now.trainee_id):
        raise NotAllowed(_("This is somebody else’s."))
    now.came_of_it, now.done_at = came_of_it.strip(), (now.done_at or at) if done else None
    if done:
        now.remind_date, now.email = None, ""
    now.save(update_fields=["came_of_it", "done_at", "remind_date", "email"])


@transaction.atomic
def let_go(*, by: User | Trainee, at: datetime, will_do: WillDo) -> None:
    """Take away something that one would do: dropping it is normal, and nothing of it stays."""
    if by.pk not in (will_do.user_id, will_do.trainee_id):
        raise NotAllowed(_("This is somebody else’s."))
    WillDo.objects.filter(pk=will_do.pk).delete()


def send(*, at: datetime) -> int:
    """Send each reminder whose day has come, once; return how many went. An address typed in the room goes with it."""
    due = WillDo.objects.filter(remind_date__lte=day_of(at), reminded_at=None, done_at=None)
    rows = due.select_related("user").order_by("remind_date", "pk")[:AT_ONCE]
    return sum(_sent(one, at) for one in rows)


def _sent(one: WillDo, at: datetime) -> bool:
    # It is marked first, so that it never goes twice.
    claimed = WillDo.objects.filter(pk=one.pk, reminded_at=None, done_at=None).update(reminded_at=at, email="")
    to = one.user.email if one.user and one.user.is_active else one.email
    if not claimed or not to:
        return False
    says = _("Some weeks ago you wrote down something for yourself, and asked to be reminded. This is it.")
    where = (
        _("You find your words where you wrote them.")
        if one.user
        else _("Your page is gone by now. If you kept a copy, look there; if not, what do you remember?")
    )
    try:
        send_mail(_("A reminder"), f"{says}\n\n{where}", None, [to])
    except OSError as problem:  # SMTPException is one
        _LOG.warning("A reminder did not go out: %s", type(problem).__name__)
        return False
    return True
