"""The agencies, teams and staff of the demo, and a login for whoever needs one."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.contrib.auth.hashers import make_password

from connecting_people.core.london import day_of
from connecting_people.people import actions
from connecting_people.people.models import Agency, Team, User
from connecting_people.people.rules import Role, Setting

PASSWORD = "a quiet walk by the river"
CAST = ("asha", "ben", "cora", "dev", "ela", "femi", "gwen", "kit", "hana", "ivan", "jo")

TEAMS = {
    "bridge": ("riverside", "Bridge Street team"),
    "wharf": ("riverside", "Wharf team"),
    "hill": ("hillside", "Hill team"),
}
# Somebody's role, and the team or agency that it is held in.
STAFF = (
    ("ben", Role.PRACTITIONER, "bridge"),
    ("dev", Role.PRACTITIONER, "bridge"),
    ("lorna", Role.PRACTITIONER, "bridge"),
    ("ela", Role.TEAM_LEAD, "bridge"),
    ("marta", Role.PRACTITIONER, "wharf"),
    ("samuel", Role.PRACTITIONER, "wharf"),
    ("priya", Role.TEAM_LEAD, "wharf"),
    ("priya", Role.PRACTITIONER, "wharf"),
    ("femi", Role.TRAINER, "riverside"),
    ("kit", Role.PRIVACY_OFFICER, "riverside"),
    ("ivan", Role.PRACTITIONER, "hill"),
    ("yusuf", Role.PRACTITIONER, "hill"),
    ("orla", Role.TEAM_LEAD, "hill"),
    ("orla", Role.PRIVACY_OFFICER, "hillside"),
)
RIVERSIDE_CRISIS = (
    ("Riverside duty desk", "01632 960101", "Monday to Friday, 9 in the morning to 5 in the afternoon"),
    ("Tarrow Night Line", "01632 960144", "Every night, 6 in the evening to 8 in the morning"),
    ("The Lantern (a quiet place to sit, 3 Ferry Lane)", "01632 960157", "Thursday to Sunday, 6 to 11 in the evening"),
)
HILLSIDE_CRISIS = (
    ("Hillside on-call", "01632 960233", "Any time, day or night, for anyone who lives in a Hillside home"),
    ("Hartsedge Listening Ear", "01632 960268", "Every evening, 7 to midnight"),
)
ADVICE = (
    "If somebody could be hurt right now, ring 999. Otherwise start with whichever line is open below: you do not"
    " need to be sure that it is serious enough. You may ask a friend to ring for you."
)


@dataclass
class Cast:
    """Everybody and everything of this room, by the short names that the play uses."""

    users: dict[str, User] = field(default_factory=dict)
    agencies: dict[str, Agency] = field(default_factory=dict)
    teams: dict[str, Team] = field(default_factory=dict)
    # Hashed once and given to the whole cast: it is meant to be slow, and on a busy machine takes a second each time.
    password: str = field(default_factory=lambda: make_password(PASSWORD))

    def user(self, name: str, at: datetime) -> User:
        """Return somebody by their short name, with a login from now on if they had none."""
        if name not in self.users:
            user = actions.make_user(by=None, at=at, name=name.title(), email=f"{name}@example.org", password=None)
            if name in CAST:
                user.password = self.password
                user.save(update_fields=["password"])
            self.users[name] = user
        return self.users[name]

    def appear(self, at: datetime, today: datetime) -> None:
        """Make the agencies with their teams, staff, words and crisis information, and the rest of the cast."""
        self._agency("riverside", "gwen", "Riverside Community Support", Setting.MENTAL_HEALTH, at)
        self._agency("hillside", "nadia", "Hillside Together", Setting.HOUSING, at)
        actions.change_agency(
            by=self.users["nadia"],
            at=at,
            agency=self.agencies["hillside"],
            service_user_word="member",
            service_users_word="members",
            safeguarding="The blue folder in the office at Top Lodge, or ask Orla.",
        )
        actions.change_agency(
            by=self.users["gwen"],
            at=at,
            agency=self.agencies["riverside"],
            safeguarding="The safeguarding desk at Bridge Street, extension 12.",
        )
        for name, role, place in STAFF:
            self._staff(name, role, place, at)
        self.user("jo", at)
        self._crisis_information(at, today)

    def _agency(self, key: str, keeper: str, name: str, setting: Setting, at: datetime) -> None:
        by = self.user(keeper, at)
        agency = actions.make_agency(by=by, at=at, name=name, setting=setting)
        actions.give_role(by=by, at=at, agency=agency, user=by, role=Role.ADMINISTRATOR)
        self.agencies[key] = agency
        for team, (owner, called) in TEAMS.items():
            if owner == key:
                self.teams[team] = actions.make_team(by=by, at=at, agency=agency, name=called)

    def _staff(self, name: str, role: Role, place: str, at: datetime) -> None:
        team = self.teams.get(place)
        agency = self.agencies[TEAMS[place][0] if team else place]
        keeper = self.users["gwen" if agency == self.agencies["riverside"] else "nadia"]
        actions.give_role(by=keeper, at=at, agency=agency, user=self.user(name, at), role=role, team=team)

    def _crisis_information(self, at: datetime, today: datetime) -> None:
        for key, keeper, region, contacts in (
            ("riverside", "gwen", "Tarrowby and the river villages", RIVERSIDE_CRISIS),
            ("hillside", "nadia", "Hartsedge and Upper Tarrow", HILLSIDE_CRISIS),
        ):
            actions.keep_crisis_information(
                by=self.users[keeper],
                at=at,
                agency=self.agencies[key],
                region=region,
                advice=ADVICE,
                kept_by=self.users[keeper].name,
                checked_date=day_of(today) - timedelta(days=19),
                contacts=[{"name": name, "phone": phone, "when": when} for name, phone, when in contacts],
                version=0,
            )
