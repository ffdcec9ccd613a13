"""What four people say about introductions, and the daily pass in which all four learn of one at the same moment."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.community.models import Asset
from connecting_people.core.london import day_of
from connecting_people.core.troubles import Trouble
from connecting_people.guide.interests import INTERESTS, UnknownInterest
from connecting_people.guide.processes import FACILITATION, OBJECTIVES
from connecting_people.guide.steps import MAKING_PLANS
from connecting_people.introductions import queries, rules
from connecting_people.introductions.models import Fit, Introduction, Proposal, Reach, Side, Wish
from connecting_people.introductions.permissions import check_can_say_fits, check_can_wish
from connecting_people.journey import actions as journey
from connecting_people.journey.models import Entry
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.partnership.queries import partnership_to_write
from connecting_people.people.models import Agency, User

STEP: Final = MAKING_PLANS.number
Best = Callable[[Sequence[rules.Seeker], int], list[list[int]]]


class IntroductionError(Trouble):
    """Something about introductions cannot be done; the message says how to mend it."""


class WrongDay(IntroductionError):
    """The day lies where it cannot lie."""


class NoPlace(IntroductionError):
    """There is no point to measure distance from, or no place to meet at."""


class Over(IntroductionError):
    """The introduction does not go on, or somebody was quicker."""


@dataclass(frozen=True)
class Ways:
    """On which days, how far and with what needs somebody would meet others, and whether their first name is told."""

    days: int
    km: int
    needs: int = 0
    says_name: bool = False


@transaction.atomic
def wish(*, by: User, at: datetime, partnership: Partnership, interest: str, until_date: date, ways: Ways) -> Wish:
    """Say that one would like to do this with somebody, until a day; said again, it lasts until the new day."""
    check_can_wish(partnership.me, partnership.person)
    if interest not in INTERESTS:
        raise UnknownInterest(interest)
    if not day_of(at) <= until_date <= day_of(at) + rules.LONGEST:
        raise WrongDay(_("Choose a day from today on, within a year. You can say it again then."))
    point = queries.point_of(partnership)
    if point is None:
        raise NoPlace(_("Your agency has drawn no area yet, so nobody knows what is near. Ask whoever looks after it."))
    Reach.objects.update_or_create(
        partnership=partnership,
        defaults={
            "agency_id": partnership.agency_id,
            "days": ways.days,
            "needs": ways.needs,
            "km": ways.km,
            "latitude": point.latitude,
            "longitude": point.longitude,
            "says_name": ways.says_name,
        },
    )
    line = _("Would like to do this with somebody: %(what)s") % {"what": INTERESTS[interest].name}
    entry = _enter(by, at, partnership, "introduction_wish", line, voice=partnership.person)
    standing = partnership.wishes.select_for_update().filter(interest=interest, ended_at=None).first()
    if standing:
        standing.until_date = until_date
        standing.save(update_fields=["until_date"])
        return standing
    return Wish.objects.create(
        agency_id=partnership.agency_id,
        partnership=partnership,
        entry=entry,
        interest=interest,
        until_date=until_date,
    )


@transaction.atomic
def take_back(*, by: User, at: datetime, partnership: Partnership, wish: Wish) -> None:
    """Take a wish back; what was begun because of it does not go on."""
    check_can_wish(partnership.me, partnership.person)
    _check_here(partnership, wish.partnership_id)
    if not Wish.objects.filter(pk=wish.pk, ended_at=None).update(ended_at=at):
        return
    _end(at, Side.objects.filter(wish=wish).values_list("introduction", flat=True))
    line = _("Taken back: %(what)s with somebody") % {"what": INTERESTS[wish.interest].name}
    _enter(by, at, partnership, "introduction_wish", line, voice=partnership.person, about=wish.entry)


@transaction.atomic
def say_fits(*, by: User, at: datetime, partnership: Partnership, says_name: bool) -> Fit:
    """Say once, in advance and for anybody, that introductions fit this person now."""
    check_can_say_fits(partnership.me)
    partnership.fits.filter(ended_at=None).update(ended_at=at)
    _enter(by, at, partnership, "introduction_fits", _("Introductions fit now, whoever it may be"))
    return Fit.objects.create(
        agency_id=partnership.agency_id,
        partnership=partnership,
        by=by,
        place=partnership.me,
        says_name=says_name,
        said_at=at,
    )


@transaction.atomic
def no_longer_fits(*, by: User, at: datetime, partnership: Partnership) -> None:
    """Take that back; what was begun does not go on."""
    check_can_say_fits(partnership.me)
    if not partnership.fits.filter(ended_at=None).update(ended_at=at):
        return
    _end(at, Side.objects.filter(partnership=partnership).values_list("introduction", flat=True))
    _enter(by, at, partnership, "introduction_fits", _("Introductions do not fit for now"))


@transaction.atomic
def propose(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    side: Side,
    meeting_date: date,
    begins: time,
    number: int,
    asset: Asset | None = None,
    place: str = "",
) -> Proposal:
    """Propose a place and a time to the others, after their proposal `number`; the newest counts."""
    going = _going_on(by, at, partnership, side, number)
    if meeting_date < day_of(at):
        raise WrongDay(_("Choose a day that has not passed yet."))
    if not asset and not place.strip():
        raise NoPlace(_("Choose a place, or write one."))
    if asset:
        _check_here(partnership, partnership.pk if asset.agency_id == partnership.agency_id else None)
    line = _("A place and a time to meet: %(place)s") % {"place": asset.name if asset else place}
    _enter(by, at, partnership, "introduction_place", line, about=side.entry, target=side.pk)
    return Proposal.objects.create(
        agency_id=side.agency_id,
        introduction=going,
        side=side,
        number=number + 1,
        asset=asset,
        place="" if asset else place.strip(),
        meeting_date=meeting_date,
        begins=begins,
        said_at=at,
    )


@transaction.atomic
def answer(*, by: User, at: datetime, partnership: Partnership, side: Side, number: int, yes: bool) -> None:
    """Say whether the place and the time that the others proposed suit; if not, propose others or leave it there."""
    going = _going_on(by, at, partnership, side, number)
    last = going.proposals.exclude(side=side).filter(number=number, answer=None)
    if not last.update(answer=yes, answered_at=at):
        raise Over(_("This was answered already, or it is your own. Look at how it stands now."))
    line = _("Said yes to a place and a time") if yes else _("Another place or time would be better")
    _enter(by, at, partnership, "introduction_place", line, about=side.entry, target=side.pk)


@transaction.atomic
def step_back(*, by: User, at: datetime, partnership: Partnership, side: Side) -> None:
    """Step back from an introduction. Nobody is asked why, and the others learn only that it does not go on."""
    check_can_write(by, partnership, at)
    _check_here(partnership, side.partnership_id)
    if not Introduction.objects.filter(pk=side.introduction_id, ended_at=None).update(ended_at=at):
        return
    _enter(by, at, partnership, "introduction_ended", _("Stepped back"), about=side.entry, target=side.pk)


@transaction.atomic
def bring_together(*, by: User | None, at: datetime, agency: Agency, best: Best = rules.best) -> int:
    """Bring together whom all four yeses bring together; return how many pairs. Run once a day, never by a page.

    The entry is in the name of the practitioner whose yes, given in advance, allows it.
    """
    audit.record(
        by=by.pk if by else None, at=at, agency_id=agency.pk, act="introductions: daily pass", subject_id=agency.pk
    )
    queries.parted(agency.pk).update(ended_at=at)
    found = queries.seekers(agency.pk, at)
    others = best(found.people, rules.TOGETHER + found.most_met)
    made = rules.matches(found.people, others, found.never)
    for match in made:
        one, other = (found.people[place].id for place in (match.one, match.other))
        assert isinstance(one, UUID) and isinstance(other, UUID)
        introduction = Introduction.objects.create(
            agency=agency, interest=match.interest, pair=queries.pair_of(one, other), made_at=at
        )
        for partnership_id in (one, other):
            _tell(at, introduction, partnership_id, found)
    return len(made)


def _tell(at: datetime, introduction: Introduction, partnership_id: UUID, found: queries.Seekers) -> None:
    fit = found.fits[partnership_id]
    partnership = partnership_to_write(fit.by, partnership_id, at=at)
    side = uuid4()
    what = {"what": INTERESTS[introduction.interest].name}
    line = _("Somebody near you would like this too: %(what)s") % what
    entry = _enter(fit.by, at, partnership, "introduction", line, target=side)
    Side.objects.create(
        pk=side,
        agency_id=introduction.agency_id,
        introduction=introduction,
        partnership=partnership,
        wish=found.wishes[partnership_id, introduction.interest],
        entry=entry,
        calls=found.names[partnership_id],
    )


def _going_on(by: User, at: datetime, partnership: Partnership, side: Side, number: int) -> Introduction:
    check_can_write(by, partnership, at)
    _check_here(partnership, side.partnership_id)
    going = Introduction.objects.select_for_update().get(pk=side.introduction_id)
    if going.ended_at:
        raise Over(_("This does not go on. That can happen, and it says nothing about you."))
    if going.proposals.count() != number:
        raise Over(_("There is a newer place and time. Go back and look at it first; what you wrote is still here."))
    return going


def _end(at: datetime, introductions: "QuerySet[Side, UUID]") -> None:
    Introduction.objects.filter(pk__in=introductions, ended_at=None).update(ended_at=at)


def _enter(
    by: User,
    at: datetime,
    partnership: Partnership,
    kind: str,
    line: str,
    *,
    voice: Participant | None = None,
    about: Entry | None = None,
    target: UUID | None = None,
) -> Entry:
    return journey.record(
        by=by,
        at=at,
        partnership=partnership,
        kind=kind,
        line=line,
        voice=voice,
        steps=[STEP],
        processes=[FACILITATION.number if target else OBJECTIVES.number],
        about=about,
        target_page="introductions:introductions",
        target_id=target,
    )


def _check_here(partnership: Partnership, partnership_id: UUID | None) -> None:
    if partnership_id != partnership.pk:
        raise Http404
