"""What two people do when they get started: talk, hope, settle how to work together, or say "not now"."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.core.london import day_of
from connecting_people.core.troubles import Trouble
from connecting_people.getting_started import permissions, queries
from connecting_people.getting_started.models import Area, NotNow, NotNowBefore, Saying, Settled
from connecting_people.getting_started.rules import (
    OF_EACH,
    Felt,
    Hope,
    Point,
    Topic,
    can_ask_again_on,
    has_address,
    has_full_postcode,
)
from connecting_people.getting_started.words import FELT_WORDS, name_of
from connecting_people.guide.processes import EXPLORING_ASPIRATIONS, MEETING_EXPECTATIONS
from connecting_people.journey import actions as journey
from connecting_people.journey.models import Entry
from connecting_people.journey.queries import entry_in
from connecting_people.journey.rules import Standing
from connecting_people.partnership import actions as partnerships
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.people.models import Agency, Team, User


class GettingStartedError(Trouble):
    """Something in step 1 cannot be done; the message says how to mend it."""


class Stale(GettingStartedError):
    """Somebody changed this after it was read; `current` is how it stands now and `mark` the mark of that wording."""

    def __init__(self, current: str, mark: str | int, words: "HopeWords | None" = None) -> None:
        super().__init__(_("This was changed while you were writing. Both texts are here: keep what you both need."))
        self.current, self.mark, self.words = current, mark, words


class TooNear(GettingStartedError):
    """The words would lead to somebody's door."""


class WrongDay(GettingStartedError):
    """The day lies where it cannot lie."""


class OtherPlace(GettingStartedError):
    """The person or team does not belong here."""


_STEP = (1,)
_PAGE = {Topic.CONVERSATION: "conversation", Topic.HOPE: "hopes", Topic.BRINGING: "brings"}
_PROCESS = {Topic.BRINGING: MEETING_EXPECTATIONS.number}


@dataclass(frozen=True)
class Words:
    """What one person said to a question: words, what they tapped, or both."""

    voice: Participant
    text: str
    felt: Felt | None = None


@dataclass(frozen=True)
class HopeWords:
    """What one person hopes to gain or can give; `seen` marks the wording that was there when it was written."""

    voice: Participant
    what: Hope
    text: str
    seen: str = ""


@transaction.atomic
def talk(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    topic: Topic,
    item: str,
    said: Iterable[Words],
    question: str = "",
    held_date: date | None = None,
    to_oneself: bool = False,
) -> list[Saying]:
    """Enter what each said to one question, on the day of the talk; `to_oneself` keeps one's own words private."""
    return [
        _say(
            by=by, at=at, partnership=partnership, topic=topic, item=item, words=words, question=question,
            held_date=held_date, to_oneself=to_oneself,
        )
        for words in said
    ]  # fmt: skip


@transaction.atomic
def hope(
    *, by: User, at: datetime, partnership: Partnership, hopes: Iterable[HopeWords], to_oneself: bool = False
) -> None:
    """Say what each hopes to gain and can give, or say it differently; `to_oneself` keeps one's own new ones private.

    Raise Stale, and keep none of them, when one was changed since it was read.
    """
    held = queries.hopes_of(partnership)
    for new in hopes:
        current = held.get((new.voice.pk, new.what))
        if new.seen != (current.seen if current else ""):
            raise Stale(current.words if current else "", current.seen if current else "", new)
        if current is None:
            _say(
                by=by, at=at, partnership=partnership, topic=Topic.HOPE, item=new.what,
                words=Words(new.voice, new.text), to_oneself=to_oneself,
            )  # fmt: skip
        else:
            entry = entry_in(partnership, current.entry_id)
            journey.reword(by=by, at=at, entry=entry, words=new.text, version=current.version)


@transaction.atomic
def settle(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    point: Point,
    whose: Participant,
    text: str,
    version: int,
    times: str = "",
    avoid: str = "",
    review_date: date | None = None,
    voice: Participant | None = None,
) -> Settled:
    """Propose how to work together, in place of the wording `version`; both are asked to agree again.

    The record names the point and holds none of its words. Needs are shown first from now on.
    """
    if whose.partnership_id != partnership.pk or (point not in OF_EACH and whose.pk != partnership.person.pk):
        raise OtherPlace(_("Choose somebody who takes part."))
    before = queries.wordings(partnership, point, whose).first()
    now = (before.text, before.times, before.avoid) if before else ()
    _check_version(version, before, "\n".join(filter(None, now)))
    if review_date and review_date < day_of(at):
        raise WrongDay(_("Choose a day that has not passed yet."))
    entry = _enter(
        by, at, partnership, "working_together", name_of(point, whose.name), "", voice,
        standing=Standing.PROPOSED, processes=[MEETING_EXPECTATIONS.number],
    )  # fmt: skip
    if point == Point.NEEDS:
        whose.needs = text.strip()
        whose.save(update_fields=["needs"])
    return Settled.objects.create(
        agency_id=partnership.agency_id,
        partnership=partnership,
        entry=entry,
        point=point,
        whose=whose,
        version=version + 1,
        text=text.strip(),
        times=times.strip(),
        avoid=avoid.strip(),
        review_date=review_date,
    )


@transaction.atomic
def name_area(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    name: str,
    version: int,
    voice: Participant | None = None,
) -> Area:
    """Name the neighbourhood or postcode district in which the person moves about, or take it back with no name."""
    name = " ".join(name.split())
    if has_full_postcode(name):
        raise TooNear(_("That is a full postcode, which is more than we need. The first half is enough, like BS5."))
    if has_address(name):
        raise TooNear(_("That looks like an address, which is more than we need. Name the neighbourhood, like Easton."))
    before = queries.area_of(partnership)
    _check_version(version, before, before.name if before else "")
    line = _("Where to look: %(name)s") % {"name": name} if name else _("Where to look: taken back")
    entry = _enter(by, at, partnership, "area", line, "", voice)
    return Area.objects.create(
        agency_id=partnership.agency_id, partnership=partnership, entry=entry, name=name, version=version + 1
    )


@transaction.atomic
def say_not_now(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    words: str = "",
    ask_again_date: date | None = None,
    voice: Participant | None = None,
) -> NotNow:
    """Say "not now", with a day to ask again; without a day it is "please don't ask again"."""
    _check_day(ask_again_date, at)
    partnership.not_nows.filter(over_at=None).update(over_at=at)
    line = _("Not now. Please don’t ask again.")
    if ask_again_date:
        line = _("Not now. Ask again on %(day)s.") % {"day": date_format(ask_again_date, "j F Y")}
    entry = _enter(by, at, partnership, "not_now", line, words, voice)
    return NotNow.objects.create(
        agency_id=partnership.agency_id, partnership=partnership, entry=entry, ask_again_date=ask_again_date
    )


@transaction.atomic
def talk_again(*, by: User, at: datetime, partnership: Partnership) -> None:
    """Say that the two talk about it again; the "not now" stays in the record and asks no more."""
    partnership.not_nows.filter(over_at=None).update(over_at=at)
    _enter(by, at, partnership, "not_now", _("We are talking about it again."), "", None)


@transaction.atomic
def keep_not_now(*, by: User, at: datetime, agency: Agency, name: str, ask_again_date: date) -> NotNowBefore:
    """Keep a name and a day to ask again, before there is a partnership. The person has been told."""
    permissions.check_can_keep_not_now(by, agency.pk)
    _check_day(ask_again_date, at)
    not_now = NotNowBefore.objects.create(agency=agency, keeper=by, name=name.strip(), ask_again_date=ask_again_date)
    _note(by, at, not_now, "not now kept")
    return not_now


@transaction.atomic
def ask_later(*, by: User, at: datetime, not_now: NotNowBefore, ask_again_date: date) -> None:
    """Ask again on a later day."""
    permissions.check_can_take_up(by, not_now)
    _check_day(ask_again_date, at)
    not_now.ask_again_date = ask_again_date
    not_now.save(update_fields=["ask_again_date"])
    _note(by, at, not_now, "not now moved")


@transaction.atomic
def stop_asking(*, by: User, at: datetime, not_now: NotNowBefore) -> None:
    """Remove a name and its day for good, because the person asked for it or the day is of no use any more."""
    permissions.check_can_take_up(by, not_now)
    _note(by, at, not_now, "not now removed")
    not_now.delete()


@transaction.atomic
def begin_after_all(*, by: User, at: datetime, not_now: NotNowBefore, team: Team | None = None) -> Partnership:
    """Begin a partnership with somebody who said "not now" before; the kept name and day are removed."""
    if team and team.agency_id != not_now.agency_id:
        raise OtherPlace(_("Choose a team of this agency."))
    partnership = partnerships.begin(by=by, at=at, agency=not_now.agency, name=not_now.name, team=team)
    stop_asking(by=by, at=at, not_now=not_now)
    return partnership


def _say(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    topic: Topic,
    item: str,
    words: Words,
    question: str = "",
    held_date: date | None = None,
    to_oneself: bool,
) -> Saying:
    mine = words.voice.pk == partnership.me.pk
    entry = journey.record(
        by=by,
        at=at,
        partnership=partnership,
        kind=topic.value,
        line=words.text or str(FELT_WORDS[words.felt or Felt.RATHER_NOT_SAY]),
        words=words.text,
        voice=words.voice,
        steps=_STEP,
        processes=[_PROCESS.get(topic, EXPLORING_ASPIRATIONS.number)],
        happened_date=held_date,
        target_page=f"getting_started:{_PAGE[topic]}",
        kept_by=partnership.me if to_oneself and mine else None,
    )
    return Saying.objects.create(
        agency_id=partnership.agency_id,
        partnership=partnership,
        entry=entry,
        topic=topic,
        item=item,
        question=question.strip(),
        felt=words.felt or "",
    )


def _enter(
    by: User,
    at: datetime,
    partnership: Partnership,
    kind: str,
    line: str,
    words: str,
    voice: Participant | None,
    **more: Any,
) -> Entry:
    return journey.record(
        by=by, at=at, partnership=partnership, kind=kind, line=line, words=words, voice=voice, steps=_STEP,
        target_page=f"getting_started:{kind}", **more,
    )  # fmt: skip


def _check_version(version: int, before: Settled | Area | None, current: str) -> None:
    now = before.version if before else 0
    if version != now:
        raise Stale(current, now)


def _check_day(day: date | None, at: datetime) -> None:
    if day and not can_ask_again_on(day, day_of(at)):
        raise WrongDay(_("Choose a day that has not passed yet, within the next two years."))


def _note(by: User, at: datetime, not_now: NotNowBefore, act: str) -> None:
    audit.record(by=by.pk, at=at, agency_id=not_now.agency_id, act=act, subject_id=not_now.agency_id)
