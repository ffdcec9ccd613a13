from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.core.permissions import NotAllowed, allowed
from connecting_people.culture.models import Idea, Look, Skill, Welcome
from connecting_people.culture.rules import Voice
from connecting_people.partnership.permissions import taking_part
from connecting_people.people.models import Team, User
from connecting_people.people.roles import ROLES, May
from connecting_people.people.rules import STAFF, Role
from connecting_people.people.standing import Standing, standing

_SPEAKS = {Voice.SERVICE_USER: frozenset({Role.SERVICE_USER}), Voice.SUPPORTER: frozenset({Role.SUPPORTER})}


def voices_of(held: Standing, agency_id: UUID) -> tuple[Voice, ...]:
    """Return the voices in which somebody may speak in an agency."""
    roles = held.roles_in(agency_id)
    return tuple(voice for voice in Voice if roles & _SPEAKS.get(voice, STAFF))


def voices_at(held: Standing, agency_id: UUID, at: datetime) -> dict[UUID, frozenset[Voice]]:
    """Return in which voices somebody may speak of which teams: staff of their own, others of those they meet."""
    found: dict[UUID, set[Voice]] = {}
    for one in held.held:
        if one.agency.pk == agency_id and one.team_id and one.role in STAFF:
            found.setdefault(one.team_id, set()).add(Voice.STAFF)
    beside = {voice.value for voice in voices_of(held, agency_id) if voice in _SPEAKS}
    if beside:
        in_a_team = {"partnership__agency_id": agency_id, "partnership__team__isnull": False}
        places = taking_part(held.user, at).filter(**in_a_team, part__in=beside)
        for team_id, part in places.values_list("partnership__team", "part"):
            found.setdefault(team_id, set()).add(Voice(part))
    return {team: frozenset(voices) for team, voices in found.items()}


def check_can_look(user: User, agency_id: UUID, team: Team | None, voice: Voice, at: datetime) -> None:
    """Raise NotAllowed unless `user` may say in this voice how the agency, or one of its teams, is."""
    held = standing(user)
    voices = voices_at(held, agency_id, at).get(team.pk, ()) if team else voices_of(held, agency_id)
    if voice not in voices:
        raise NotAllowed(
            _("You can look at the whole agency and at the teams that you belong to or meet, as yourself.")
        )


def check_is_own_look(user: User, look: Look) -> None:
    """Raise NotAllowed unless this look is one's own."""
    if look.by_id != user.pk:
        raise NotAllowed(_("This is somebody else’s."))


def check_can_keep_places(user: User, agency_id: UUID) -> None:
    """Raise NotAllowed unless `user` is one of the agency's staff, who say from where they work."""
    if not standing(user).roles_in(agency_id) & STAFF:
        raise NotAllowed(_("Only staff of this agency say from which places they work."))


def check_can_go_through(user: User, agency_id: UUID, voice: Voice) -> None:
    """Raise NotAllowed unless `user` may say in this voice how a place of the agency is."""
    if voice not in voices_of(standing(user), agency_id):
        raise NotAllowed(_("You can say how a place is as yourself."))


def check_is_own_welcome(user: User, welcome: Welcome) -> None:
    """Raise NotAllowed unless somebody went through the list themselves."""
    if welcome.by_id != user.pk:
        raise NotAllowed(_("This is somebody else’s."))


def check_can_take_part(user: User, agency_id: UUID) -> None:
    """Raise NotAllowed unless `user` belongs to this agency, in whatever role."""
    if not standing(user).roles_in(agency_id):
        raise NotAllowed(_("This is for the people of this agency."))


def check_can_write_briefing(user: User, agency_id: UUID) -> None:
    """Raise NotAllowed unless `user` is of this agency's staff, who all put into words what they do."""
    if Voice.STAFF not in voices_of(standing(user), agency_id):
        raise NotAllowed(_("This is for the staff of this agency."))


def check_can_move(user: User, idea: Idea) -> None:
    """Raise NotAllowed unless `user` says what becomes of this idea: in their team, or across the agency."""
    held = standing(user)
    if idea.team_id:
        if held.may(May.KEEP_IDEAS, idea.agency_id, idea.team_id):
            return
        raise NotAllowed(_("Only the lead of this team or an administrator can do this."))
    across = (one for one in held.held if one.agency.pk == idea.agency_id and one.team_id is None)
    if not any(May.KEEP_IDEAS in ROLES[one.role] for one in across):
        raise NotAllowed(_("It is for the whole agency, so an administrator says what becomes of it."))


def is_own(user: User, idea: Idea) -> bool:
    """Say whether somebody had this idea themselves, also where it came without a name."""
    return user.pk == idea.by_id or (not idea.by_id and idea.sealed_by == str(user.pk))


def check_is_own(user: User, idea: Idea) -> None:
    """Raise NotAllowed unless somebody had this idea themselves."""
    if not is_own(user, idea):
        raise NotAllowed(_("Only whoever had an idea can do this."))


def check_is_own_skill(user: User, skill: Skill) -> None:
    """Raise NotAllowed unless somebody offers this themselves."""
    if skill.user_id != user.pk:
        raise NotAllowed(_("Only whoever offers this can do this."))


can_look = allowed(check_can_look)
can_take_part = allowed(check_can_take_part)
can_move = allowed(check_can_move)
