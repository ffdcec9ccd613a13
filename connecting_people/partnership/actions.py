from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.core.london import day_of
from connecting_people.core.troubles import Trouble
from connecting_people.partnership import permissions
from connecting_people.partnership.models import Change, Participant, Partnership, UrgentLook
from connecting_people.partnership.queries import place_behind
from connecting_people.partnership.rules import (
    COVER_LASTS_AT_MOST,
    NEXT,
    PAIR,
    PRACTITIONERS,
    REASON_AT_LEAST,
    URGENT_LOOK_LASTS,
    Kind,
    Part,
    State,
)
from connecting_people.people import actions as people
from connecting_people.people.models import Agency, Invitation, Team, User
from connecting_people.people.queries import colleagues
from connecting_people.people.rules import Role

# Only these come by a link: it makes a member of the agency, and staff are invited in their agency.
ROLE_OF = {
    Part.SERVICE_USER: Role.SERVICE_USER,
    Part.SUPPORTER: Role.SUPPORTER,
}


LOOK_SEEN = "urgent look seen"


class PartnershipError(Trouble):
    """Something in a partnership cannot be done; the message says how to mend it."""


class CannotMove(PartnershipError):
    """The partnership is already where it should go."""


class AlreadyHere(PartnershipError):
    """The person has a place in this partnership, or a record in this agency, already."""


class OtherAgency(PartnershipError):
    """The team belongs to another agency."""


class ReasonTooShort(PartnershipError):
    """An urgent look needs a reason that others can understand."""


class NotAColleague(PartnershipError):
    """The person is no practitioner of this agency."""


class WrongDay(PartnershipError):
    """The day lies in the past, or too far ahead."""


@transaction.atomic
def begin(*, by: User, at: datetime, agency: Agency, name: str, team: Team | None = None) -> Partnership:
    """Begin a partnership of a practitioner and a service user, who may get a login now, later or never."""
    permissions.check_can_start(by, agency)
    if team and team.agency_id != agency.pk:
        raise OtherAgency(_("Choose a team of this agency."))
    partnership = Partnership.objects.create(agency=agency, team=team, made_at=at)
    person = _place(partnership, Part.SERVICE_USER, name, at)
    _place(partnership, Part.LEAD, by.name, at, user=by)
    _note(partnership, Kind.BEGAN, by, at, about=person)
    return partnership


@transaction.atomic
def invite(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    part: Part,
    name: str = "",
    email: str = "",
    until_date: date | None = None,
) -> tuple[Participant, str]:
    """Invite somebody by a single-use link: the service user to their own place, others to a new one.

    Returns the place and the link's token. An earlier link for the same place opens nothing any more.
    """
    permissions.check_can_invite(by, partnership, part, at)
    if part not in ROLE_OF:
        raise PartnershipError(_("Colleagues are added by name, not by a link."))
    if until_date and until_date < day_of(at):
        raise WrongDay(_("Choose a day that has not passed yet."))
    if part == Part.SERVICE_USER:
        place = partnership.participants.get(part=part, left_at=None)
        if place.user_id:
            raise AlreadyHere(_("%(name)s can sign in already.") % {"name": place.name})
        _withdraw(place, at)
    else:
        place = _place(partnership, part, name, at, until_date=until_date)
    invitation, token = people.invite(
        by=by, at=at, agency=partnership.agency, role=ROLE_OF[part], name=place.name, team=None, email=email
    )
    place.invitation = invitation
    place.save(update_fields=["invitation"])
    _note(partnership, Kind.INVITED, by, at, about=place)
    return place, token


@transaction.atomic
def take_place(*, by: User, at: datetime, token: str) -> Partnership:
    """Accept an invitation into a partnership for a signed-in person."""
    place = place_behind(token, at)
    if place is None:
        raise people.InvitationClosed(_("This link does not open anything any more. Ask for a new one."))
    partnership = _locked(place.partnership)
    people.accept_invitation(by=by, at=at, token=token)
    _end_what_ran_out(partnership, by, at)
    place.user = by
    # How somebody is called is theirs to say, whatever stood there until they came.
    place.name = by.name
    try:
        with transaction.atomic():
            place.save(update_fields=["user", "name"])
    except IntegrityError:
        raise AlreadyHere(_("You have a place here already. You can go on where you were.")) from None
    _note(partnership, Kind.JOINED, by, at, about=place)
    return partnership


@transaction.atomic
def join(*, by: None, at: datetime, token: str, name: str, email: str, password: str) -> User:
    """Make a login for somebody new and let them take the place that their link leads to."""
    user = people.make_user(by=None, at=at, name=name, email=email, password=password)
    take_place(by=user, at=at, token=token)
    return user


@transaction.atomic
def add_colleague(*, by: User, at: datetime, partnership: Partnership, colleague: User) -> Participant:
    """Bring another practitioner of the agency into the partnership for good."""
    permissions.check_can_invite(by, partnership, Part.PRACTITIONER, at)
    _check_takes_no_part(partnership, colleague, at)
    place = _colleagues_place(partnership, Part.PRACTITIONER, colleague, at)
    _note(partnership, Kind.JOINED, by, at, about=place)
    return place


@transaction.atomic
def cover(
    *, by: User, at: datetime, partnership: Partnership, colleague: User, until_date: date, words: str = ""
) -> Participant:
    """Let a colleague stand in until a day, or another day for one who does; the service user sees who and how long."""
    permissions.check_can_invite(by, partnership, Part.COVER, at)
    if not timedelta(0) <= until_date - day_of(at) <= COVER_LASTS_AT_MOST:
        raise WrongDay(_("Choose a day from today on, within the next three months."))
    _check_takes_no_part(partnership, colleague, at, but=frozenset({Part.COVER}))
    place = _colleagues_place(partnership, Part.COVER, colleague, at, until_date=until_date)
    _note(partnership, Kind.COVERED, by, at, about=place, words=words)
    return place


@transaction.atomic
def stop_taking_part(*, by: User, at: datetime, partnership: Partnership, place: Participant) -> None:
    """End somebody's place: their own, a supporter's by the service user, a colleague's by a practitioner."""
    if place.part in PAIR:
        raise PartnershipError(_("Pause, leave or hand over instead: the two of you make the partnership."))
    permissions.check_can_end_place(by, partnership, place, at)
    if not Participant.objects.filter(pk=place.pk, left_at=None).update(left_at=at):
        raise CannotMove(_("Somebody did this in the meantime. Look at the page again."))
    place.left_at = at
    _withdraw(place, at)
    _note(partnership, Kind.STOPPED_TAKING_PART, by, at, about=place)


@transaction.atomic
def pause(
    *, by: User, at: datetime, partnership: Partnership, words: str = "", ask_again_date: date | None = None
) -> None:
    """Pause for a while, with a day on which to ask again if wanted. Nothing is lost."""
    if ask_again_date and ask_again_date < day_of(at):
        raise WrongDay(_("Choose a day that has not passed yet."))
    _move(partnership, State.PAUSED, by, at, ask_again_date=ask_again_date)
    _note(partnership, Kind.PAUSED, by, at, words=words)


@transaction.atomic
def leave(*, by: User, at: datetime, partnership: Partnership, words: str = "") -> None:
    """Leave, with the door open: the record stays and either can take it up again."""
    _move(partnership, State.AWAY, by, at)
    _note(partnership, Kind.LEFT, by, at, words=words)


@transaction.atomic
def come_back(*, by: User, at: datetime, partnership: Partnership, step: int, words: str = "") -> None:
    """Come back at any of the eight steps."""
    _move(partnership, State.TOGETHER, by, at)
    _note(partnership, Kind.CAME_BACK, by, at, step=step, words=words)


@transaction.atomic
def hand_over(*, by: User, at: datetime, partnership: Partnership, colleague: User, words: str = "") -> Participant:
    """Make a colleague the lead practitioner; the one before keeps their words in the record and loses access."""
    partnership = _locked(partnership)
    permissions.check_can_hand_over(by, partnership, at)
    _check_takes_no_part(partnership, colleague, at, but=PRACTITIONERS - PAIR)
    partnership.participants.filter(part=Part.LEAD, left_at=None).update(left_at=at)
    # Whoever was the lead may know the link to the person's own place still.
    _withdraw(partnership.participants.get(part=Part.SERVICE_USER, left_at=None), at)
    place = _colleagues_place(partnership, Part.LEAD, colleague, at)
    _note(partnership, Kind.HANDED_OVER, by, at, about=place, words=words)
    return place


@transaction.atomic
def look_urgently(*, by: User, at: datetime, partnership: Partnership, reason: str) -> UrgentLook:
    """Open a partnership to its team's lead for an hour, to read; the service user and privacy officer see it."""
    permissions.check_can_look_urgently(by, partnership)
    if len(reason.strip()) < REASON_AT_LEAST:
        raise ReasonTooShort(_("Write a sentence about why, so that others can understand it."))
    look = UrgentLook.objects.create(
        agency_id=partnership.agency_id,
        partnership=partnership,
        by=by,
        reason=reason.strip(),
        began_at=at,
        until_at=at + URGENT_LOOK_LASTS,
    )
    _note(partnership, Kind.LOOKED_URGENTLY, by, at, words=reason.strip())
    return look


@transaction.atomic
def note_look_seen(*, by: User, at: datetime, look: UrgentLook) -> None:
    """Keep that a privacy officer has seen an urgent look; who saw it first stays."""
    permissions.check_can_note_look(by, look)
    if UrgentLook.objects.filter(pk=look.pk, seen_by_officer_at=None).update(seen_by_officer_at=at):
        audit.record(
            by=by.pk,
            at=at,
            agency_id=look.agency_id,
            act=LOOK_SEEN,
            subject_id=look.partnership_id,
            target_id=look.pk,
        )


def _place(
    partnership: Partnership,
    part: Part,
    name: str,
    at: datetime,
    *,
    user: User | None = None,
    until_date: date | None = None,
) -> Participant:
    return Participant.objects.create(
        agency_id=partnership.agency_id,
        partnership=partnership,
        part=part,
        user=user,
        name=name.strip(),
        joined_at=at,
        until_date=until_date,
    )


def _colleagues_place(
    partnership: Partnership, part: Part, colleague: User, at: datetime, until_date: date | None = None
) -> Participant:
    if not colleagues(partnership.agency_id).filter(pk=colleague.pk).exists():
        raise NotAColleague(_("Choose a practitioner of this agency."))
    # Somebody who was here before takes up their own place again, and with it what they kept to themselves there.
    earlier = partnership.participants.filter(user=colleague, part__in=PRACTITIONERS).order_by("joined_at", "pk").last()
    if earlier is None:
        return _place(partnership, part, colleague.name, at, user=colleague, until_date=until_date)
    earlier.part, earlier.name, earlier.until_date, earlier.left_at = part, colleague.name, until_date, None
    earlier.save(update_fields=["part", "name", "until_date", "left_at"])
    return earlier


def _check_takes_no_part(
    partnership: Partnership, colleague: User, at: datetime, but: frozenset[Part] = frozenset()
) -> None:
    _end_what_ran_out(_locked(partnership), colleague, at)
    if partnership.participants.filter(user=colleague, left_at=None).exclude(part__in=but).exists():
        raise AlreadyHere(_("%(name)s takes part already.") % {"name": colleague.name})


def _end_what_ran_out(partnership: Partnership, user: User, at: datetime) -> None:
    partnership.participants.filter(user=user, left_at=None, until_date__lt=day_of(at)).update(left_at=at)


def _withdraw(place: Participant, at: datetime) -> None:
    if place.invitation_id:
        Invitation.objects.filter(pk=place.invitation_id, used_at=None).update(withdrawn_at=at)


def _locked(partnership: Partnership) -> Partnership:
    # Two who change who takes part at the same moment do it one after the other.
    return Partnership.objects.select_for_update().get(pk=partnership.pk)


def _move(partnership: Partnership, to: State, by: User, at: datetime, ask_again_date: date | None = None) -> None:
    permissions.check_can_write(by, partnership, at)
    before = [state.value for state, following in NEXT.items() if to in following]
    rows = Partnership.objects.filter(pk=partnership.pk, state__in=before)
    if not rows.update(state=to, ask_again_date=ask_again_date):
        raise CannotMove(_("Somebody did this in the meantime. Look at the page again."))
    partnership.state = to


def _note(
    partnership: Partnership,
    kind: Kind,
    by: User,
    at: datetime,
    *,
    about: Participant | None = None,
    step: int | None = None,
    words: str = "",
) -> None:
    change = Change.objects.create(
        agency_id=partnership.agency_id,
        partnership=partnership,
        kind=kind,
        at=at,
        by=by,
        about=about,
        step=step,
        words=words.strip(),
    )
    audit.record(
        by=by.pk,
        at=at,
        agency_id=partnership.agency_id,
        act=kind.value,
        subject_id=partnership.pk,
        target_id=change.pk,
        content={"words": words},
    )
