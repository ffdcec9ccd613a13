"""What is looked at: the whole agency, or one of the teams that somebody belongs to, meets or leads."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import Http404

from connecting_people.culture.permissions import voices_at
from connecting_people.culture.queries.agency import Here
from connecting_people.culture.rules import Voice
from connecting_people.people.models import Team
from connecting_people.people.queries import teams
from connecting_people.people.rules import STAFF
from connecting_people.people.standing import Standing


@dataclass(frozen=True)
class Whole:
    """The agency or a team of it, in which voices its reader may speak of it, and the teams they see."""

    here: Here
    team: Team | None
    voices: tuple[Voice, ...]
    teams: tuple[Team, ...]

    @property
    def name(self) -> str:
        """Return what it is called."""
        return self.team.name if self.team else self.here.agency.name


def whole(held: Standing, here: Here, at: datetime) -> Whole:
    """Return the whole agency, with the teams that somebody sees."""
    return Whole(here, None, here.voices, _seen(held, here, voices_at(held, here.agency.pk, at)))


def team_in(held: Standing, here: Here, team_id: UUID, at: datetime) -> Whole:
    """Return one team that somebody sees; Http404 for every other."""
    spoken = voices_at(held, here.agency.pk, at)
    seen = _seen(held, here, spoken)
    for team in seen:
        if team.pk == team_id:
            voices = spoken.get(team_id, frozenset())
            return Whole(here, team, tuple(voice for voice in Voice if voice in voices), seen)
    raise Http404


def voice_in(voices: Iterable[Voice], voice: str) -> Voice:
    """Return a voice in which somebody may speak; Http404 for every other."""
    for one in voices:
        if one == voice:
            return one
    raise Http404


def _seen(held: Standing, here: Here, spoken: dict[UUID, frozenset[Voice]]) -> tuple[Team, ...]:
    """Return the teams that somebody sees. Staff across the agency see all; they speak of none but the whole."""
    across = any(one.team_id is None and one.role in STAFF and one.agency.pk == here.agency.pk for one in held.held)
    return tuple(teams(here.agency.pk, None if across else list(spoken)))
