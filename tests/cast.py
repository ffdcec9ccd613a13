"""The people of every test: two agencies, their teams, and a partnership of Asha and Ben."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from connecting_people.partnership import actions as partnership
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.queries import partnership_to_write
from connecting_people.partnership.rules import Part
from connecting_people.people import actions as people
from connecting_people.people.models import Agency, Team, User
from connecting_people.people.rules import Role

PASSWORD = "a quiet walk by the river"
NAMES = ("asha", "ben", "cora", "dev", "ela", "femi", "gwen", "kit", "hana", "ivan", "jo")


@dataclass
class Cast:
    """Everybody by first name, and what they have together. `at` is a moment of yesterday."""

    at: datetime
    asha: User  # service user
    ben: User  # her practitioner
    cora: User  # supporter whom Asha invited
    dev: User  # practitioner of the same team, not in the partnership
    ela: User  # lead of that team
    femi: User  # trainer
    gwen: User  # agency administrator
    kit: User  # privacy officer
    hana: User  # service user of the same agency, with Dev
    ivan: User  # practitioner of another agency
    jo: User  # somebody of a local organisation: a login, no role
    agency: Agency
    other_agency: Agency
    team: Team
    other_team: Team
    partnership: Partnership  # Asha and Ben, with Cora
    hanas: Partnership  # Hana and Dev
    ivans: Partnership  # of the other agency; its service user has no login

    def user(self, name: str) -> User | None:
        """Return somebody by name; "nobody" is not signed in."""
        return None if name == "nobody" else getattr(self, name)

    def place(self, name: str, partnership: Partnership | None = None) -> Participant:
        """Return somebody's place in a partnership, Asha's and Ben's unless told otherwise."""
        return (partnership or self.partnership).participants.get(user=self.user(name), left_at=None)

    def reach(self, name: str, partnership: Partnership | None = None) -> Partnership:
        """Return the partnership as it reaches somebody who takes part, with `me` set."""
        found = (partnership or self.partnership).pk
        return partnership_to_write(getattr(self, name), found, at=timezone.now())


@pytest.fixture
def cast(db: None) -> Cast:
    """Make the whole cast."""
    return make_cast(timezone.now() - timedelta(days=1))


def make_cast(at: datetime) -> Cast:
    """Make the whole cast through the same actions that people use."""
    users = {
        name: people.make_user(by=None, at=at, name=name.title(), email=f"{name}@example.org", password=PASSWORD)
        for name in NAMES
    }
    gwen, ivan, ben, dev, asha = users["gwen"], users["ivan"], users["ben"], users["dev"], users["asha"]
    agency = people.make_agency(by=gwen, at=at, name="Riverside Community Support", setting="mental_health")
    other = people.make_agency(by=ivan, at=at, name="Hillside Together", setting="housing")
    _give(gwen, at, agency, gwen, Role.ADMINISTRATOR)
    _give(ivan, at, other, ivan, Role.ADMINISTRATOR)
    team = people.make_team(by=gwen, at=at, agency=agency, name="North team")
    other_team = people.make_team(by=ivan, at=at, agency=other, name="Hill team")
    for name, role in (("ben", Role.PRACTITIONER), ("dev", Role.PRACTITIONER), ("ela", Role.TEAM_LEAD)):
        _give(gwen, at, agency, users[name], role, team)
    _give(gwen, at, agency, users["femi"], Role.TRAINER)
    _give(gwen, at, agency, users["kit"], Role.PRIVACY_OFFICER)
    _give(ivan, at, other, ivan, Role.PRACTITIONER, other_team)
    ashas = partnership.begin(by=ben, at=at, agency=agency, name="Asha", team=team)
    _join(ben, at, ashas, Part.SERVICE_USER, asha)
    _join(asha, at, ashas, Part.SUPPORTER, users["cora"])
    hanas = partnership.begin(by=dev, at=at, agency=agency, name="Hana", team=team)
    _join(dev, at, hanas, Part.SERVICE_USER, users["hana"])
    ivans = partnership.begin(by=ivan, at=at, agency=other, name="Lewis", team=other_team)
    return Cast(
        at=at,
        **users,
        agency=agency,
        other_agency=other,
        team=team,
        other_team=other_team,
        partnership=ashas,
        hanas=hanas,
        ivans=ivans,
    )


def _give(by: User, at: datetime, agency: Agency, user: User, role: Role, team: Team | None = None) -> None:
    people.give_role(by=by, at=at, agency=agency, user=user, role=role, team=team)


def _join(by: User, at: datetime, into: Partnership, part: Part, who: User) -> None:
    _, token = partnership.invite(by=by, at=at, partnership=into, part=part, name=who.name)
    partnership.take_place(by=who, at=at, token=token)
