from datetime import datetime

from django.db.models import BooleanField, Case, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from connecting_people.core.london import day_of
from connecting_people.core.permissions import NotAllowed, allowed
from connecting_people.partnership.models import Participant, Partnership, UrgentLook
from connecting_people.partnership.rules import PRACTITIONERS, WHOLE, Part, may_ask_in
from connecting_people.people.models import Agency, Membership, User
from connecting_people.people.roles import ROLES, May
from connecting_people.people.rules import Role
from connecting_people.people.standing import standing

# A practitioner's place, of whatever kind, needs the role of a practitioner; the other parts are named as their role.
_ROLE = Case(When(part__in=PRACTITIONERS, then=Value(Role.PRACTITIONER.value)), default=F("part"))


_MEMBERSHIPS = Membership.objects.filter(
    user=OuterRef("user"), agency=OuterRef("agency"), role=OuterRef("needed"), ended_at=None
)
_HELD = ExpressionWrapper(Q(user=None) | Exists(_MEMBERSHIPS), output_field=BooleanField())


def with_roles(places: "QuerySet[Participant]") -> "QuerySet[Participant]":
    """Say of each place whether its user, if it has one, still holds the role that it needs."""
    return places.alias(needed=_ROLE).annotate(holds_role=_HELD)  # type: ignore[no-redef]


def _in_role(places: "QuerySet[Participant]") -> "QuerySet[Participant]":
    # A role that ended closes every place that needs it, at once.
    return places.alias(needed=_ROLE).filter(_HELD)


def taking_part(user: User, at: datetime) -> "QuerySet[Participant]":
    """Return the places that `user` holds today, in every partnership and part."""
    today = Q(until_date=None) | Q(until_date__gte=day_of(at))
    return _in_role(Participant.objects.filter(today, user=user, left_at=None))


def visible_to(user: User, partnerships: "QuerySet[Partnership]", at: datetime) -> "QuerySet[Partnership]":
    """Return those partnerships whose whole record `user` may open today as one who takes part."""
    mine = taking_part(user, at).filter(part__in=WHOLE)
    return partnerships.filter(pk__in=mine.values("partnership"))


def check_can_open(user: User, partnership: Partnership, at: datetime) -> None:
    """Raise NotAllowed unless `user` takes part in the partnership, other than as a supporter."""
    if not taking_part(user, at).filter(partnership=partnership, part__in=WHOLE).exists():
        raise NotAllowed(_("Only the people of a partnership can open it."))


def check_can_write(user: User, partnership: Partnership, at: datetime) -> None:
    """Raise NotAllowed unless `user` takes part in the partnership, other than as a supporter; a look never writes."""
    check_can_open(user, partnership, at)


def check_can_start(user: User, agency: Agency) -> None:
    """Raise NotAllowed unless `user` is a practitioner of the agency."""
    if not standing(user).may(May.START_PARTNERSHIPS, agency.pk):
        raise NotAllowed(_("Only a practitioner of this agency can begin a partnership."))


def check_can_invite(user: User, partnership: Partnership, part: Part, at: datetime) -> None:
    """Raise NotAllowed unless `user` may ask somebody in: the service user supporters, practitioners the others."""
    mine = taking_part(user, at).filter(partnership=partnership).values_list("part", flat=True).first()
    has_login = partnership.participants.filter(part=Part.SERVICE_USER, left_at=None, user__isnull=False).exists()
    if mine and may_ask_in(Part(mine), part, service_user_has_login=has_login):
        return
    if part == Part.SUPPORTER:
        raise NotAllowed(_("Only the person whose journey this is can ask a supporter in."))
    raise NotAllowed(_("Only a practitioner of this partnership can ask colleagues in."))


def check_can_end_place(user: User, partnership: Partnership, place: Participant, at: datetime) -> None:
    """Raise NotAllowed unless the place is the user's own, or one that they could ask somebody into."""
    if place.partnership_id != partnership.pk:
        raise NotAllowed(_("This place belongs to another partnership."))
    if not taking_part(user, at).filter(pk=place.pk).exists():
        check_can_invite(user, partnership, Part(place.part), at)


def check_can_hand_over(user: User, partnership: Partnership, at: datetime) -> None:
    """Raise NotAllowed unless `user` is the lead practitioner, or leads the team while nobody holds that place."""
    lead = _in_role(partnership.participants.filter(part=Part.LEAD, left_at=None)).first()
    if lead and lead.user_id != user.pk:
        raise NotAllowed(_("Only the lead practitioner can hand over."))
    if lead is None and not _leads_team(user, partnership):
        raise NotAllowed(_("Only the lead of the team can find a new lead practitioner."))


def check_can_look_urgently(user: User, partnership: Partnership) -> None:
    """Raise NotAllowed unless `user` leads the partnership's team."""
    if not _leads_team(user, partnership):
        raise NotAllowed(_("Only the lead of this team can look urgently."))


def check_look_lasts(user: User, look: UrgentLook, at: datetime) -> None:
    """Raise NotAllowed when the hour of an urgent look is over, it is somebody else's, or the team is."""
    if look.by_id != user.pk or not look.began_at <= at < look.until_at:
        raise NotAllowed(_("This look is over."))
    check_can_look_urgently(user, look.partnership)


def check_can_note_look(user: User, look: UrgentLook) -> None:
    """Raise NotAllowed unless `user` is a privacy officer of the agency in which somebody looked."""
    if not standing(user).may(May.SEE_AUDIT, look.agency_id):
        raise NotAllowed(_("Only a privacy officer of this agency can say that they have seen it."))
    if look.by_id == user.pk:
        raise NotAllowed(_("This was your own look. Another privacy officer has to see it."))


def _leads_team(user: User, partnership: Partnership) -> bool:
    # Standing.may lets a team of None stand for any team; here it must not: a partnership without a team
    # is open to a lead of the whole agency alone.
    return any(
        May.LOOK_URGENTLY in ROLES[held.role]
        and held.agency.pk == partnership.agency_id
        and held.team_id in (None, partnership.team_id)
        for held in standing(user).held
    )


can_open = allowed(check_can_open)
can_write = allowed(check_can_write)
can_start = allowed(check_can_start)
can_invite = allowed(check_can_invite)
can_end_place = allowed(check_can_end_place)
can_hand_over = allowed(check_can_hand_over)
can_look_urgently = allowed(check_can_look_urgently)
look_lasts = allowed(check_look_lasts)
can_note_look = allowed(check_can_note_look)
