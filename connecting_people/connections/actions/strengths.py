"""What happens to the list of strengths: something joins it, is said differently, is taken off, or comes back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.connections import permissions
from connecting_people.connections.actions.writing import STEP
from connecting_people.connections.models import Strength, StrengthWording
from connecting_people.connections.queries.strengths import all_strengths, strengths, text_of
from connecting_people.connections.rules import MOST_STRENGTHS, StrengthKind
from connecting_people.connections.troubles import StaleStrength, full_of_strengths
from connecting_people.connections.words import STRENGTHS
from connecting_people.guide.processes import NETWORK_AND_ASSET_ASSESSMENT, SKILL_RECOGNITION
from connecting_people.journey import actions as journey
from connecting_people.journey.permissions import check_can_speak_for
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.people.models import User

ENTRY, PAGE = "strength", "connections:strengths"
_SHOW_SKILL = (StrengthKind.GOOD_AT, StrengthKind.QUALITY)


@dataclass(frozen=True)
class Named:
    """One strength to be: an interest of the guide's list, words, or both."""

    interest: str = ""
    words: str = ""


@transaction.atomic
def add(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    kind: StrengthKind,
    named: Iterable[Named],
    voice: Participant | None = None,
    to_oneself: bool = False,
) -> list[Strength]:
    """Put strengths of one kind on the list, and tell the record once; what stands there already is not doubled."""
    check_can_write(by, partnership, at)
    voice = voice or partnership.me
    check_can_speak_for(partnership.me, voice)
    kept_by = partnership.me if to_oneself else None
    if kept_by:
        permissions.check_can_keep(partnership.me, voice)
    here = [one for one in strengths(partnership) if one.kept_by_id == (kept_by.pk if kept_by else None)]
    new = _new(kind, named, here)
    if strengths(partnership).count() + len(new) > MOST_STRENGTHS:
        raise full_of_strengths()
    made = [
        Strength.objects.create(
            agency_id=partnership.agency_id,
            partnership=partnership,
            kind=kind,
            interest=each.interest,
            words=each.words,
            # In the order in which they were named.
            made_at=at + timedelta(microseconds=number),
            at=at,
            by=by,
            voice=voice,
            kept_by=kept_by,
        )
        for number, each in enumerate(new)
    ]
    if made:
        _tell(by, at, partnership, _listed(kind, made), made[0], voice)
    return made


@transaction.atomic
def word(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    strength_id: UUID,
    version: int,
    kind: StrengthKind,
    words: str,
    voice: Participant | None = None,
    show: bool = False,
) -> Strength:
    """Say a strength differently, or of another kind; `show` lets the other see what one kept to oneself until now.

    The earlier wording stays. Raise StaleStrength when somebody changed it since `version` was read.
    """
    check_can_write(by, partnership, at)
    strength = _locked(partnership, strength_id)
    if strength.version != version:
        raise StaleStrength(strength.kind, strength.words, strength.version)
    voice = voice or partnership.me
    check_can_speak_for(partnership.me, voice)
    if (kind, words) != (strength.kind, strength.words):
        permissions.check_can_word(voice, strength)
        if strength.kept_by_id:
            permissions.check_can_keep(partnership.me, voice)
        _keep_wording(strength)
        strength.kind, strength.words, strength.version = kind, words, version + 1
        strength.at, strength.by, strength.voice = at, by, voice
        strength.save(update_fields=["kind", "words", "version", "at", "by", "voice"])
        _audit(by, at, strength, "strength worded")
    if show:
        _show(by, at, partnership, strength)
    return strength


@transaction.atomic
def take_away(*, by: User, at: datetime, partnership: Partnership, strength_id: UUID) -> None:
    """Take a strength off the list; it stays among what was there before, and can be put back."""
    check_can_write(by, partnership, at)
    strength = _locked(partnership, strength_id)
    if strength.ended_at:
        return
    strength.ended_at, strength.ended_by = at, by
    strength.save(update_fields=["ended_at", "ended_by"])
    line = _("No longer on the list of strengths: %(what)s") % {"what": text_of(strength)}
    _tell(by, at, partnership, line, strength, partnership.me)


@transaction.atomic
def put_back(*, by: User, at: datetime, partnership: Partnership, strength_id: UUID) -> None:
    """Put a strength that was taken off on the list again."""
    check_can_write(by, partnership, at)
    strength = _locked(partnership, strength_id)
    if strength.ended_at is None:
        return
    strength.ended_at = strength.ended_by = None
    strength.save(update_fields=["ended_at", "ended_by"])
    line = _("On the list of strengths again: %(what)s") % {"what": text_of(strength)}
    _tell(by, at, partnership, line, strength, partnership.me)


def _new(kind: StrengthKind, named: Iterable[Named], here: Iterable[Strength]) -> list[Named]:
    there = {(one.kind, one.interest, one.words.casefold()) for one in here}
    found = {(kind.value, each.interest, each.words.casefold()): each for each in named}
    return [each for key, each in found.items() if key not in there and (each.interest or each.words)]


def _listed(kind: str, made: Iterable[Strength]) -> str:
    what = ", ".join(map(text_of, made))
    return _("%(kind)s: %(what)s") % {"kind": STRENGTHS[StrengthKind(kind)], "what": what}


def _locked(partnership: Partnership, strength_id: UUID) -> Strength:
    rows = all_strengths(partnership).select_related("voice").select_for_update(of=("self",))
    found = rows.filter(pk=strength_id).first()
    if found is None:
        raise Http404
    return found


def _keep_wording(strength: Strength) -> None:
    StrengthWording.objects.create(
        agency_id=strength.agency_id,
        strength=strength,
        kind=strength.kind,
        words=strength.words,
        version=strength.version,
        at=strength.at,
        by_id=strength.by_id,
        voice_id=strength.voice_id,
        kept_by_id=strength.kept_by_id,
    )


def _show(by: User, at: datetime, partnership: Partnership, strength: Strength) -> None:
    permissions.check_can_share_own(partnership.me, strength)
    # Since when there was something to keep is private as well.
    strength.kept_by, strength.made_at, strength.at = None, at, at
    strength.save(update_fields=["kept_by", "made_at", "at"])
    _tell(by, at, partnership, _listed(strength.kind, [strength]), strength, strength.voice)


def _tell(by: User, at: datetime, partnership: Partnership, line: str, about: Strength, voice: Participant) -> None:
    kept_by = about.kept_by
    skill = (SKILL_RECOGNITION.number,) if about.kind in _SHOW_SKILL else ()
    journey.record(
        by=by,
        at=at,
        partnership=partnership,
        kind=ENTRY,
        line=line,
        words=line,
        voice=voice,
        steps=[STEP],
        processes=[NETWORK_AND_ASSET_ASSESSMENT.number, *skill],
        target_page=PAGE,
        target_id=about.pk,
        kept_by=kept_by,
    )


def _audit(by: User, at: datetime, strength: Strength, act: str) -> None:
    audit.record(
        by=by.pk,
        at=at,
        agency_id=strength.agency_id,
        act=f"connections: {act}",
        subject_id=strength.partnership_id,
        target_id=strength.pk,
        content={"kind": strength.kind, "words": strength.words},
    )
