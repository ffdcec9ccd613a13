"""How the agency could do better: somebody says it, those who look after ideas answer, and whoever had it is told.

Of an idea without a name nothing is entered in the audit, whose moments would tell whose it is; see decision 10.
"""

import secrets
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.barriers.rules import month_of
from connecting_people.core.london import day_of
from connecting_people.core.permissions import NotAllowed
from connecting_people.core.troubles import Stale, Trouble
from connecting_people.culture import permissions
from connecting_people.culture.models import Idea, IdeaMove
from connecting_people.culture.rules import NEXT, NOT_LOOKED_AT, NOT_ON_THE_BOARD, IdeaState, Voice
from connecting_people.people.models import Agency, Team, User
from connecting_people.people.standing import standing


class IdeaError(Trouble):
    """What was asked of an idea cannot be; the message says why."""


class StaleIdea(Stale[Idea], IdeaError):
    """An idea was changed after it was read."""


@transaction.atomic
def suggest(
    *,
    by: User,
    at: datetime,
    agency: Agency,
    words: str,
    named: bool = True,
    voice: Voice | None = None,
    team: Team | None = None,
    practice: str = "",
    from_training: UUID | None = None,
) -> Idea:
    """Say how the agency, or one team of it, could do better.

    Without a name it waits for the month to be over. Sent a second time in these words, it is still one idea.
    """
    permissions.check_can_take_part(by, agency.pk)
    if team and team.agency_id != agency.pk:
        raise Http404
    made = Idea(agency=agency, team=team, words=words.strip(), practice=practice, from_training=from_training)
    if not named:
        return _put_by(by, at, made)
    made.by, made.voice, made.made_date = by, _voice(by, agency.pk, voice), day_of(at)
    made.save(force_insert=True)
    _audit(by, at, made, "suggested")
    return made


@transaction.atomic
def come_in(*, by: None, at: datetime, agency: Agency) -> int:
    """Let ideas without a name of the past months onto the board, all at once and in a new order; return how many.

    They get other ids and other places among the rows, so that nobody can tell from either when they came.
    """
    over = Idea.objects.select_for_update().filter(agency=agency, state=IdeaState.WAITING)
    waited = list(over.filter(made_date__lt=month_of(day_of(at))).order_by("pk"))
    if not waited:
        return 0
    secrets.SystemRandom().shuffle(waited)
    kept = ("team_id", "sealed_by", "words", "practice", "made_date")
    fresh = [Idea(agency=agency, **{name: getattr(one, name) for name in kept}) for one in waited]
    Idea.objects.filter(pk__in=[one.pk for one in waited]).delete()
    Idea.objects.bulk_create(fresh)
    audit.record(by=by, at=at, agency_id=agency.pk, act="culture: ideas came in", subject_id=agency.pk)
    return len(fresh)


@transaction.atomic
def reword(*, by: User, at: datetime, idea: Idea, words: str, version: int) -> Idea:
    """Say one's own idea in other words, as long as nobody looks at it; raise StaleIdea where it was changed since."""
    now = _own(by, idea)
    if now.state not in NOT_LOOKED_AT:
        raise IdeaError(_("Somebody looks at it by now, so its words stay as they are. You can have another idea."))
    if now.version != version:
        raise StaleIdea(now)
    now.words, now.version = words.strip(), version + 1
    now.save(update_fields=["words", "version"])
    if now.by_id:
        _audit(by, at, now, "reworded")
    return now


@transaction.atomic
def take_back(*, by: User, at: datetime, idea: Idea) -> None:
    """Take one's own idea back, with its words; nobody else finds it any more."""
    now = _own(by, idea)
    if IdeaState.TAKEN_BACK not in NEXT[IdeaState(now.state)]:
        raise IdeaError(_("It is being tried, or was answered, so it stays on the board."))
    now.state, now.words, now.version = IdeaState.TAKEN_BACK, "", now.version + 1
    now.save(update_fields=["state", "words", "version"])
    if now.by_id:
        _moved(by, at, now, "")


@transaction.atomic
def move(*, by: User, at: datetime, idea: Idea, to: IdeaState, version: int, words: str = "") -> IdeaMove:
    """Say what becomes of an idea, and why where it is not now; raise StaleIdea where it was changed since."""
    permissions.check_can_move(by, idea)
    now = _locked(idea)
    if now.version != version:
        raise StaleIdea(now)
    if now.state in NOT_ON_THE_BOARD or to not in NEXT[IdeaState(now.state)] - NOT_ON_THE_BOARD:
        raise IdeaError(_("It cannot go there from where it is now. Choose one of the ways on this page."))
    if to == IdeaState.NOT_NOW and not words.strip():
        raise IdeaError(_("Say why not now, so that whoever had the idea understands."))
    now.state, now.version = to, version + 1
    now.save(update_fields=["state", "version"])
    return _moved(by, at, now, words.strip())


def _put_by(by: User, at: datetime, made: Idea) -> Idea:
    # One after the other, so that a double click makes one idea: the form's own token would note who sent it when.
    Agency.objects.select_for_update().get(pk=made.agency_id)
    waits = Idea.objects.filter(agency=made.agency, state=IdeaState.WAITING)
    for one in waits:
        if one.sealed_by == str(by.pk) and one.words == made.words:
            return one
    made.sealed_by, made.state, made.made_date = str(by.pk), IdeaState.WAITING, month_of(day_of(at))
    made.save(force_insert=True)
    return made


def _voice(by: User, agency_id: UUID, asked: Voice | None) -> Voice:
    voices = permissions.voices_of(standing(by), agency_id)
    if asked and asked not in voices:
        raise NotAllowed(_("You do not have this part in the agency."))
    return asked or voices[0]


def _own(by: User, idea: Idea) -> Idea:
    permissions.check_can_take_part(by, idea.agency_id)
    permissions.check_is_own(by, idea)
    return _locked(idea)


def _locked(idea: Idea) -> Idea:
    found = Idea.objects.select_for_update().filter(pk=idea.pk, agency=idea.agency_id).first()
    if found is None:
        raise Http404
    return found


def _moved(by: User, at: datetime, idea: Idea, words: str) -> IdeaMove:
    made = IdeaMove.objects.create(agency_id=idea.agency_id, idea=idea, state=idea.state, words=words, by=by, at=at)
    _audit(by, at, idea, str(idea.state).replace("_", " "))
    return made


def _audit(by: User, at: datetime, idea: Idea, did: str) -> None:
    here, act = idea.agency_id, f"culture: idea {did}"
    audit.record(by=by.pk, at=at, agency_id=here, act=act, subject_id=here, target_id=idea.pk)
