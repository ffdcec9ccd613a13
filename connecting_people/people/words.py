"""What the words of the tables are called on screen."""

from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from connecting_people.people.rules import Role, Setting

ROLE_NAMES: dict[Role, Promise] = {
    Role.SERVICE_USER: _("Service user"),
    Role.SUPPORTER: _("Supporter"),
    Role.PRACTITIONER: _("Practitioner"),
    Role.TRAINER: _("Trainer"),
    Role.TEAM_LEAD: _("Team lead"),
    Role.ADMINISTRATOR: _("Administrator"),
    Role.PRIVACY_OFFICER: _("Privacy officer"),
}
# Said where somebody is given the role.
ROLE_HINTS: dict[Role, Promise] = {
    Role.PRACTITIONER: _("Works alongside people. Sees only the journeys they take part in."),
    Role.TEAM_LEAD: _("Invites people into the team, and can look for an hour when it is urgent."),
    Role.TRAINER: _("Trains people in the model."),
    Role.ADMINISTRATOR: _("Looks after the agency’s settings and teams. Sees nobody’s record."),
    Role.PRIVACY_OFFICER: _("Sees who looked where. Sees nobody’s record."),
}
SETTING_NAMES: dict[Setting, Promise] = {
    Setting.MENTAL_HEALTH: _("Mental health"),
    Setting.DISABILITY: _("Disability"),
    Setting.SUBSTANCE_USE: _("Alcohol and other drugs"),
    Setting.HOUSING: _("Housing"),
    Setting.CARE_AND_SUPPORT: _("Other care and support"),
}
# When the lines for the whole country on the page "Help now" were last compared with what those who run them say.
UK_LINES_CHECKED: Final = date(2026, 11, 23)
