"""Who here can help with what, as far as each may see it."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from connecting_people.culture.models import Skill, SkillFor
from connecting_people.culture.queries.agency import Here
from connecting_people.people.models import Membership


def _offered(agency_id: UUID) -> "QuerySet[Skill]":
    # Whoever leaves the agency takes along what they can: it is asked for anew each time.
    belongs = Membership.objects.filter(agency_id=agency_id, user=OuterRef("user"), ended_at=None)
    rows = Skill.objects.filter(Exists(belongs), agency_id=agency_id, ended_at=None, user__is_active=True)
    return rows.select_related("user").prefetch_related("helps_with")


def skills_seen(here: Here, what: str = "") -> "QuerySet[Skill]":
    """Return what people here offer: to staff all, to others what is for them too and their own; by name."""
    rows = _offered(here.agency.pk)
    if not here.staff:
        rows = rows.filter(Q(for_all=True) | Q(user=here.user))
    if what:
        rows = rows.filter(Exists(SkillFor.objects.filter(skill=OuterRef("pk"), what=what)))
    return rows.order_by("user__name", "made_at", "pk")


def own_skill(here: Here, skill_id: UUID) -> Skill:
    """Return what the reader offers themselves; Http404 for any other and for none."""
    found = _offered(here.agency.pk).filter(user=here.user, pk=skill_id).first()
    if found is None:
        raise Http404
    return found


def what_of(skill: Skill) -> list[str]:
    """Return what a skill helps with, by id; the rows are there already where it came from a list."""
    return [one.what for one in skill.helps_with.all()]


def who_helps(agency_id: UUID, team_id: UUID | None) -> int:
    """Return how many people of an agency, or of one of its teams, offer what they can."""
    rows = _offered(agency_id).prefetch_related(None)
    if team_id:
        there = Membership.objects.filter(team_id=team_id, user=OuterRef("user"), ended_at=None)
        rows = rows.filter(Exists(there))
    return rows.values("user_id").distinct().count()


def roles_by_user(agency_id: UUID, user_ids: set[UUID]) -> dict[UUID, set[str]]:
    """Return which roles each of these people holds in the agency today, in one query."""
    found: dict[UUID, set[str]] = {}
    rows = Membership.objects.filter(agency_id=agency_id, user_id__in=user_ids, ended_at=None)
    for user_id, role in rows.values_list("user_id", "role"):
        found.setdefault(user_id, set()).add(role)
    return found
