from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.core.london import day_of
from connecting_people.core.troubles import Trouble
from connecting_people.journey import permissions, rules
from connecting_people.journey.models import (
    Entry,
    OtherView,
    Promise,
    Share,
    SkillSeen,
    SupportLevel,
    Wording,
)
from connecting_people.journey.rules import Kind, Outcome, Standing, Support, pack, shortened
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.partnership.rules import Part
from connecting_people.people.models import User


class JourneyError(Trouble):
    """Something in the record cannot be done; the message says how to mend it."""


class StaleEntry(JourneyError):
    """Somebody changed the entry after it was read; `current` is how it stands now."""

    def __init__(self, current: Entry) -> None:
        super().__init__(_("This was changed while you were writing. Both texts are below: keep what you both need."))
        self.current = current


class CannotMove(JourneyError):
    """The entry does not stand where this could follow."""


class WrongDay(JourneyError):
    """The day lies where it cannot lie."""


@transaction.atomic
def record(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    kind: str,
    line: str,
    words: str = "",
    voice: Participant | None = None,
    steps: Iterable[int] = (),
    processes: Iterable[int] = (),
    happened_date: date | None = None,
    standing: Standing = Standing.SAID,
    about: Entry | None = None,
    target_page: str = "",
    target_id: UUID | None = None,
    kept_by: Participant | None = None,
) -> Entry:
    """Enter an act in the record that the two people see, and in the audit. Every room writes through here.

    `voice` is whose words it is, else the writer's own; `steps` (1 to 8) and `processes` (1 to 11) are the guide's;
    `target_page` names where it happened, `target_id` the thing there. About a private entry, it is private as well.
    """
    check_can_write(by, partnership, at)
    me, voice = partnership.me, voice or partnership.me
    kept_by = kept_by or (me if about and about.kept_by_id else None)
    permissions.check_can_enter(me, voice, about, kept_by, standing == Standing.PROPOSED)
    if happened_date and happened_date > day_of(at):
        raise WrongDay(_("This is about something that happened. Choose today or a day before."))
    entry = Entry.objects.create(
        agency_id=partnership.agency_id,
        partnership=partnership,
        happened_date=happened_date or day_of(at),
        written_at=at,
        by=by,
        voice=voice,
        as_said=voice.user_id != by.pk,
        steps=pack(steps),
        processes=pack(processes),
        kind=kind,
        line=shortened(line),
        words=words.strip(),
        standing=standing,
        about=about,
        target_page=target_page,
        target_id=target_id,
        kept_by=kept_by,
    )
    _audit(by, at, entry, kind)
    return entry


@transaction.atomic
def reword(*, by: User, at: datetime, entry: Entry, words: str, version: int) -> Entry:
    """Say an entry differently; the old wording is kept. Raise StaleEntry when it changed since `version` was read."""
    me = entry.partnership.me
    check_can_write(by, entry.partnership, at)
    before = Entry.objects.select_for_update().get(pk=entry.pk)
    if before.version != version:
        raise StaleEntry(before)
    permissions.check_can_reword(me, before)
    Wording.objects.create(
        agency_id=before.agency_id,
        entry=before,
        line=before.line,
        words=before.words,
        version=before.version,
        by=by,
        at=at,
        kept_by_id=before.kept_by_id,
    )
    entry.line, entry.words, entry.version = _line_after(before, words), words.strip(), version + 1
    own_at_last = before.as_said and before.voice_id == me.pk and before.confirmed_at is None
    entry.confirmed_at = at if own_at_last else before.confirmed_at
    entry.standing = Standing.PROPOSED if before.standing == Standing.AGREED else before.standing
    entry.save(update_fields=["words", "line", "version", "confirmed_at", "standing"])
    if me.part != Part.SERVICE_USER:
        # The service user ticked other words than these.
        Share.objects.filter(entry=entry).delete()
    _audit(by, at, entry, "reworded")
    return entry


@transaction.atomic
def confirm(*, by: User, at: datetime, entry: Entry) -> None:
    """Say that what somebody wrote down as my words is right."""
    check_can_write(by, entry.partnership, at)
    permissions.check_can_confirm(entry.partnership.me, entry)
    if not Entry.objects.filter(pk=entry.pk, confirmed_at=None, version=entry.version).update(confirmed_at=at):
        raise CannotMove(_("This was changed in the meantime. Look at it again."))
    entry.confirmed_at = at
    _audit(by, at, entry, "confirmed")


@transaction.atomic
def agree(*, by: User, at: datetime, entry: Entry, voice: Participant | None = None) -> None:
    """Agree to what the other proposed, or to what was seen differently before."""
    permissions.check_can_agree(voice or entry.partnership.me, entry)
    _answer(by, at, entry, Standing.AGREED, "", voice)


@transaction.atomic
def see_differently(*, by: User, at: datetime, entry: Entry, words: str, voice: Participant | None = None) -> None:
    """Set one's own view beside the other's words; neither replaces the other."""
    _answer(by, at, entry, Standing.DIFFERENT, words, voice)


@transaction.atomic
def share_own(*, by: User, at: datetime, entry: Entry) -> None:
    """Show the other an entry that one kept to oneself until now; how it was worded before stays private."""
    check_can_write(by, entry.partnership, at)
    if not Entry.objects.filter(pk=entry.pk, kept_by=entry.partnership.me).update(kept_by=None):
        raise CannotMove(_("This entry is shared already."))
    entry.kept_by = None
    _audit(by, at, entry, "shared")


@transaction.atomic
def ask(*, by: User, at: datetime, partnership: Partnership, words: str, voice: Participant | None = None) -> Entry:
    """Ask the other something; it waits on their first page until they answer. Not for emergencies."""
    return record(by=by, at=at, partnership=partnership, kind=Kind.QUESTION, line=words, words=words, voice=voice)


@transaction.atomic
def answer(*, by: User, at: datetime, question: Entry, words: str, voice: Participant | None = None) -> Entry:
    """Answer what the other asked."""
    partnership = question.partnership
    permissions.check_can_answer_question(voice or partnership.me, question)
    return record(
        by=by, at=at, partnership=partnership, kind=Kind.ANSWER, line=words, words=words, voice=voice, about=question
    )


@transaction.atomic
def promise(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    words: str,
    who: Participant,
    due_date: date | None = None,
    steps: Iterable[int] = (),
) -> Promise:
    """Enter what somebody said they would do, by a day if they named one."""
    if due_date and due_date < day_of(at):
        raise WrongDay(_("Choose a day that has not passed yet."))
    entry = record(
        by=by,
        at=at,
        partnership=partnership,
        kind=Kind.PROMISE,
        line=words,
        words=words,
        voice=who,
        steps=steps,
        processes=[_MEETING_EXPECTATIONS],
    )
    return Promise.objects.create(
        agency_id=partnership.agency_id, partnership=partnership, entry=entry, who=who, due_date=due_date
    )


@transaction.atomic
def settle_promise(
    *, by: User, at: datetime, partnership: Partnership, promise: Promise, outcome: Outcome, words: str = ""
) -> None:
    """Say what became of something that one said one would do; "changed plan" is as good as any other.

    For somebody without a login it is written down as they say it; for somebody who left, those who are there say it.
    """
    permissions.check_can_settle(partnership.me, promise)
    promise.outcome, promise.outcome_words, promise.outcome_at = outcome, words.strip(), at
    promise.save(update_fields=["outcome", "outcome_words", "outcome_at"])
    record(
        by=by,
        at=at,
        partnership=partnership,
        kind=Kind(outcome.value),
        line=promise.entry.line,
        words=words,
        voice=None if promise.who.left_at else promise.who,
        about=promise.entry,
        processes=[_MEETING_EXPECTATIONS],
    )


@transaction.atomic
def see_skill(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    seen_in: Participant,
    name: str,
    words: str = "",
    voice: Participant | None = None,
) -> SkillSeen:
    """Name a skill that one saw in the other, or in oneself; it joins the strengths with the yes of whose it is."""
    permissions.check_can_speak_for(partnership.me, seen_in)
    entry = record(
        by=by,
        at=at,
        partnership=partnership,
        kind=Kind.SKILL,
        line=name,
        words=words,
        voice=voice,
        steps=[5],
        processes=[_SKILL_RECOGNITION],
    )
    yes = "yes" if entry.voice_id == seen_in.pk else ""
    return SkillSeen.objects.create(
        agency_id=partnership.agency_id,
        partnership=partnership,
        entry=entry,
        seen_in=seen_in,
        name=shortened(name)[:80],
        answer=yes,
        answered_at=at if yes else None,
    )


@transaction.atomic
def answer_skill(*, by: User, at: datetime, partnership: Partnership, skill: SkillSeen, yes: bool) -> None:
    """Say yes or no to a skill that somebody saw in me."""
    check_can_write(by, partnership, at)
    permissions.check_can_decide_for(partnership.me, skill.seen_in)
    skill.answer, skill.answered_at = ("yes" if yes else "no"), at
    skill.save(update_fields=["answer", "answered_at"])
    _audit(by, at, skill.entry, "skill answered")


@transaction.atomic
def give_feedback(
    *, by: User, at: datetime, partnership: Partnership, words: str, voice: Participant | None = None
) -> Entry:
    """Tell the other how working together goes; at any time, either way."""
    return record(
        by=by,
        at=at,
        partnership=partnership,
        kind=Kind.FEEDBACK,
        line=words,
        words=words,
        voice=voice,
        steps=[5],
        processes=[_FEEDBACK],
    )


@transaction.atomic
def set_support(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    level: Support,
    line: str,
    words: str = "",
    voice: Participant | None = None,
) -> SupportLevel:
    """Say how much support there should be from now on, and why."""
    entry = record(by=by, at=at, partnership=partnership, kind=Kind.SUPPORT, line=line, words=words, voice=voice)
    return SupportLevel.objects.create(
        agency_id=partnership.agency_id, partnership=partnership, entry=entry, level=level, at=at
    )


@transaction.atomic
def share_with_supporter(*, by: User, at: datetime, entry: Entry, supporter: Participant, until_date: date) -> None:
    """Let a supporter see one entry until a day."""
    check_can_write(by, entry.partnership, at)
    permissions.check_can_share(entry.partnership.me, entry.partnership)
    here = supporter.partnership_id == entry.partnership_id and supporter.takes_part(day_of(at))
    if not here or supporter.part != Part.SUPPORTER or entry.kept_by_id:
        raise CannotMove(_("This cannot be shown to a supporter."))
    if not day_of(at) <= until_date <= day_of(at) + rules.SHARED_FOR_AT_MOST:
        raise WrongDay(_("Choose a day from today on, within the next three months."))
    Share.objects.update_or_create(
        agency_id=entry.agency_id, entry=entry, supporter=supporter, defaults={"until_date": until_date, "at": at}
    )
    _audit(by, at, entry, "shared with supporter")


@transaction.atomic
def share_several(
    *, by: User, at: datetime, entries: Iterable[Entry], supporter: Participant, until_date: date
) -> None:
    """Let a supporter see each of the entries that were ticked, until a day."""
    for entry in entries:
        share_with_supporter(by=by, at=at, entry=entry, supporter=supporter, until_date=until_date)


@transaction.atomic
def stop_sharing(*, by: User, at: datetime, entry: Entry, supporter: Participant) -> None:
    """Take an entry back from a supporter, at once."""
    check_can_write(by, entry.partnership, at)
    permissions.check_can_share(entry.partnership.me, entry.partnership)
    Share.objects.filter(entry=entry, supporter=supporter).delete()
    _audit(by, at, entry, "no longer shared with supporter")


_MEETING_EXPECTATIONS, _SKILL_RECOGNITION, _FEEDBACK = 7, 10, 11


def _line_after(before: Entry, words: str) -> str:
    follows = before.line == shortened(before.words or before.line) and before.kind not in rules.NAMED
    return (shortened(words) or before.line) if follows else before.line


def _answer(by: User, at: datetime, entry: Entry, to: Standing, words: str, voice: Participant | None) -> None:
    me = entry.partnership.me
    check_can_write(by, entry.partnership, at)
    voice = voice or me
    permissions.check_can_decide_for(me, voice)
    permissions.check_can_answer(voice, entry)
    before = [standing.value for standing, following in rules.NEXT.items() if to in following]
    rows = Entry.objects.filter(pk=entry.pk, standing__in=before, version=entry.version)
    if not rows.update(standing=to):
        raise CannotMove(_("Somebody changed or answered this in the meantime. Look at it again."))
    entry.standing = to
    OtherView.objects.create(
        agency_id=entry.agency_id,
        entry=entry,
        voice=voice,
        agrees=to == Standing.AGREED,
        words=words.strip(),
        by=by,
        at=at,
    )
    _audit(by, at, entry, "agreed" if to == Standing.AGREED else "seen differently")


def _audit(by: User, at: datetime, entry: Entry, act: str) -> None:
    audit.record(
        by=by.pk,
        at=at,
        agency_id=entry.agency_id,
        act=f"journey: {act}",
        subject_id=entry.partnership_id,
        target_id=entry.pk,
        content={"line": entry.line, "words": entry.words},
    )
