"""Reminders: how each wants to be reminded, when each is due, and out it goes once."""

import logging
from collections.abc import Iterable
from datetime import datetime

from django.core.mail import send_mail
from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from connecting_people.core.london import LONDON, day_of
from connecting_people.core.permissions import NotAllowed
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write, taking_part
from connecting_people.partnership.rules import Part
from connecting_people.people.models import User
from connecting_people.stepping_out.actions.auditing import audited
from connecting_people.stepping_out.models import Letter, Outing, Reminder, RemindMe
from connecting_people.stepping_out.rules import Channel, OutingState, begins_at, due_at

AT_ONCE = 500  # in one pass; the next one comes within a minute
_LOG = logging.getLogger(__name__)


@transaction.atomic
def remind_me(
    *, by: User, at: datetime, partnership: Partnership, channel: Channel | None, hours_before: int = 24
) -> None:
    """Say how one wants to be reminded of what is planned, or with no channel that one does not want it."""
    check_can_write(by, partnership, at)
    me = partnership.me
    if channel == Channel.EMAIL and not by.email:
        raise NotAllowed(_("There is no e-mail address to write to. Choose another way."))
    if channel == Channel.DAY_LIST and me.part != Part.SERVICE_USER:
        raise NotAllowed(_("This is for the person whose outings they are."))
    RemindMe.objects.filter(place=me).delete()
    Reminder.objects.filter(place=me, done_at=None).delete()
    if channel:
        RemindMe.objects.create(agency_id=partnership.agency_id, place=me, channel=channel, hours_before=hours_before)
        planned = Outing.objects.filter(partnership=partnership, state=OutingState.PLANNED, outing_date__gte=day_of(at))
        renew(partnership=partnership, outings=planned.select_related("entry"), at=at)
    audited(by, at, partnership, "reminders asked for" if channel else "reminders ended")


def renew(*, partnership: Partnership, outings: Iterable[Outing], at: datetime) -> None:
    """Make, move or cancel the reminders of outings, within the act that changes them."""
    wanted = list(RemindMe.objects.filter(place__partnership=partnership, place__left_at=None))
    if wanted:
        for outing in outings:
            for one in wanted:
                _renew(outing, one, at)


def _renew(outing: Outing, wanted: RemindMe, at: datetime) -> None:
    held = Reminder.objects.filter(outing=outing, place=wanted.place_id)
    due = due_at(outing.outing_date, outing.begins, wanted.hours_before, LONDON)
    mine = outing.entry.kept_by_id in (None, wanted.place_id)
    if outing.state != OutingState.PLANNED or not mine:
        held.filter(done_at=None).delete()
    elif due <= at:
        held.filter(done_at=None).exclude(due_at=due).delete()
    else:
        stands = {"channel": wanted.channel, "due_at": due, "done_at": None}
        Reminder.objects.update_or_create(
            agency_id=outing.agency_id, outing=outing, place_id=wanted.place_id, defaults=stands
        )


def put_out(*, at: datetime) -> int:
    """Put each reminder that is due into the outbox, or onto the page that it is for; return how many there were."""
    due = Reminder.objects.filter(done_at=None, due_at__lte=at).order_by("due_at", "pk")
    return sum(_put(reminder, at) for reminder in due.select_related("outing", "place__user")[:AT_ONCE])


@transaction.atomic
def _put(reminder: Reminder, at: datetime) -> bool:
    # Whoever turns the row over writes the letter, in the same transaction: both are there, or neither.
    claimed = Reminder.objects.filter(pk=reminder.pk, done_at=None, due_at=reminder.due_at).update(done_at=at)
    if claimed and reminder.channel == Channel.EMAIL and _still_wanted(reminder.outing, reminder.place, at):
        Letter.objects.create(agency_id=reminder.agency_id, reminder=reminder, due_at=reminder.due_at, made_at=at)
    return bool(claimed)


def send(*, at: datetime) -> int:
    """Send what is in the outbox; a letter is marked as sent before it goes, so that it never goes twice."""
    waiting = Letter.objects.filter(sent_at=None).order_by("made_at", "pk")
    sent = 0
    for letter in waiting.select_related("reminder__outing", "reminder__place__user")[:AT_ONCE]:
        if Letter.objects.filter(pk=letter.pk, sent_at=None).update(sent_at=at):
            outing, place = letter.reminder.outing, letter.reminder.place
            sent += _still_wanted(outing, place, at) and _sent(outing, place, at)
    return sent


def _still_wanted(outing: Outing, place: Participant, at: datetime) -> bool:
    to_come = begins_at(outing.outing_date, outing.begins, LONDON) > at
    there = place.user is not None and taking_part(place.user, at).filter(pk=place.pk).exists()
    return outing.state == OutingState.PLANNED and to_come and there


def _sent(outing: Outing, place: Participant, at: datetime) -> bool:
    if place.user is None:
        raise Http404
    days = (outing.outing_date - day_of(at)).days
    words = {0: _("You have something planned today."), 1: _("You have something planned tomorrow.")}
    text = words.get(days, _("You have something planned soon."))
    try:
        send_mail(_("A reminder"), text, None, [place.user.email])
    except OSError as problem:  # SMTPException is one
        _LOG.warning("A reminder did not go out: %s", type(problem).__name__)
        return False
    return True
