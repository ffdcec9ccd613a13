"""Guest speakers: whom the agency could ask, who was asked to which training, and whether they come."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.core.troubles import Stale, Trouble
from connecting_people.people.models import Agency, User
from connecting_people.training.models import Block, Guest, Speaker, Training
from connecting_people.training.permissions import check_can_lead, check_can_plan
from connecting_people.training.rules import GuestState, Who


class GuestError(Trouble):
    """A speaker or guest cannot be kept as asked."""


class StaleSpeaker(Stale[Speaker], GuestError):
    """Somebody changed what is kept of a speaker after it was read."""


class StaleGuest(Stale[Guest], GuestError):
    """Somebody changed what is kept of a guest after it was read."""


@transaction.atomic
def keep_speaker(
    *,
    by: User,
    at: datetime,
    agency: Agency,
    name: str,
    who: Who,
    contact: str = "",
    topics: str = "",
    speaker: Speaker | None = None,
    version: int = 0,
) -> Speaker:
    """Put somebody who said that they would speak on the agency's list, or say anew how to reach them.

    StaleSpeaker where what is kept of `speaker` changed since `version` was read.
    """
    check_can_plan(by, agency.pk)
    if speaker and speaker.agency_id != agency.pk:
        raise GuestError(_("Choose somebody from the list of speakers."))
    if not name.strip():
        raise GuestError(_("Write a name."))
    kept = Speaker(agency=agency, made_by=by, made_at=at, version=0)
    if speaker:
        kept = Speaker.objects.select_for_update().get(pk=speaker.pk)
        if kept.version != version:
            raise StaleSpeaker(kept)
    kept.name, kept.who, kept.contact, kept.topics = name.strip(), who, contact.strip(), topics.strip()
    kept.version += 1
    kept.save()
    _audit(by, at, agency.pk, kept.pk, "speaker kept")
    return kept


@transaction.atomic
def end_speaker(*, by: User, at: datetime, speaker: Speaker) -> None:
    """Take somebody off the list of speakers; where they spoke stays."""
    check_can_plan(by, speaker.agency_id)
    speaker.ended_at = at
    speaker.save(update_fields=["ended_at"])
    _audit(by, at, speaker.agency_id, speaker.pk, "speaker no longer")


@transaction.atomic
def ask_guest(
    *, by: User, at: datetime, training: Training, speaker: Speaker, topic: str = "", block: Block | None = None
) -> Guest:
    """Note that somebody was asked to speak at a training."""
    check_can_lead(by, training)
    _see_that_it_fits(training, block, speaker)
    if training.guests.filter(speaker=speaker).exists():
        raise GuestError(_("They were asked already. Change what is kept of them instead."))
    given = {"training": training, "speaker": speaker, "topic": topic.strip(), "block": block}
    guest = Guest.objects.create(agency_id=training.agency_id, **given)
    _audit(by, at, training.agency_id, guest.pk, "guest asked")
    return guest


@transaction.atomic
def change_guest(
    *,
    by: User,
    at: datetime,
    guest: Guest,
    version: int,
    state: GuestState,
    topic: str = "",
    block: Block | None = None,
) -> None:
    """Say whether a guest comes, what about, and when in the day; StaleGuest where it changed since `version`."""
    check_can_lead(by, guest.training)
    _see_that_it_fits(guest.training, block)
    now = Guest.objects.select_for_update().get(pk=guest.pk)
    if now.version != version:
        raise StaleGuest(now)
    now.state, now.topic, now.block, now.version = state, topic.strip(), block, now.version + 1
    now.save(update_fields=["state", "topic", "block", "version"])
    _audit(by, at, guest.agency_id, guest.pk, f"guest {state}")


@transaction.atomic
def remove_guest(*, by: User, at: datetime, guest: Guest) -> None:
    """Take a guest off a training; they stay on the agency's list of speakers."""
    check_can_lead(by, guest.training)
    _audit(by, at, guest.agency_id, guest.pk, "guest taken off")
    guest.delete()


def _see_that_it_fits(training: Training, block: Block | None, speaker: Speaker | None = None) -> None:
    if block and block.training_id != training.pk:
        raise GuestError(_("Choose something on the agenda of this training."))
    if speaker and speaker.agency_id != training.agency_id:
        raise GuestError(_("Choose somebody from the list of speakers."))


def _audit(by: User, at: datetime, agency_id: UUID, target_id: UUID, did: str) -> None:
    audit.record(
        by=by.pk, at=at, agency_id=agency_id, act=f"training: {did}", subject_id=agency_id, target_id=target_id
    )
