"""What a signed-in person is today."""

from dataclasses import dataclass, field
from uuid import UUID

from django.http import HttpRequest

from connecting_people.core.prepared import Prepared, columns_of, made
from connecting_people.people.models import Agency, Membership, User
from connecting_people.people.roles import ROLES, May
from connecting_people.people.rules import STAFF, Role


@dataclass(frozen=True)
class Held:
    """One role as held today."""

    agency: Agency
    team_id: UUID | None
    role: Role


@dataclass(frozen=True)
class Standing:
    """What a signed-in person is today, read afresh at each request so that a change counts at once."""

    user: User
    held: tuple[Held, ...] = field(default=())

    @property
    def agencies(self) -> list[Agency]:
        """Return the agencies that this person belongs to, by name."""
        return sorted({h.agency.pk: h.agency for h in self.held}.values(), key=lambda agency: agency.name)

    @property
    def is_staff(self) -> bool:
        """Say whether any role is one of staff, for whom a second factor is needed."""
        return any(h.role in STAFF for h in self.held)

    def roles_in(self, agency_id: UUID) -> frozenset[Role]:
        """Return the roles held in one agency."""
        return frozenset(h.role for h in self.held if h.agency.pk == agency_id)

    def may(self, what: May, agency_id: UUID, team_id: UUID | None = None) -> bool:
        """Say whether a role allows `what` in the agency; with `team_id`, in that team or across the agency."""
        return any(
            what in ROLES[h.role]
            and h.agency.pk == agency_id
            and (team_id is None or h.team_id is None or h.team_id == team_id)
            for h in self.held
        )

    def where(self, what: May) -> list[Agency]:
        """Return the agencies in which a role allows `what`."""
        return [agency for agency in self.agencies if self.may(what, agency.pk)]


class Here(HttpRequest):
    """A request by somebody who is signed in, as every closed page gets it (see people.middleware)."""

    user: User
    standing: Standing


_HELD = Prepared(
    lambda user_id: (
        Membership.objects.filter(user_id=user_id, ended_at=None)
        .order_by("agency__name", "role")
        .values_list("team_id", "role", *columns_of(Agency, "agency__"))
    )
)


def standing(user: User) -> Standing:
    """Return what `user` is today, in one query."""
    rows = _HELD.rows(user_id=user.pk)
    return Standing(user, tuple(Held(made(Agency, agency), team_id, Role(role)) for team_id, role, *agency in rows))
