"""Who may, in one table: what each role is for in an agency. Access to a partnership is never by role alone."""

from enum import StrEnum

from connecting_people.people.rules import Role


class May(StrEnum):
    """One thing that a role lets somebody do in their agency."""

    START_PARTNERSHIPS = "start_partnerships"
    INVITE_STAFF = "invite_staff"
    KEEP_TEAMS = "keep_teams"
    KEEP_AGENCY = "keep_agency"
    LOOK_URGENTLY = "look_urgently"
    SEE_AUDIT = "see_audit"
    SEE_TEAM = "see_team"
    HANG_POSTER = "hang_poster"
    KEEP_DIRECTORY = "keep_directory"
    BRING_IN = "bring_in"
    KEEP_WAYS_ROUND = "keep_ways_round"
    KEEP_IDEAS = "keep_ideas"
    PLAN_TRAININGS = "plan_trainings"


ROLES: dict[Role, frozenset[May]] = {
    Role.SERVICE_USER: frozenset(),
    Role.SUPPORTER: frozenset(),
    Role.PRACTITIONER: frozenset(
        {May.START_PARTNERSHIPS, May.SEE_TEAM, May.HANG_POSTER, May.KEEP_DIRECTORY, May.PLAN_TRAININGS}
    ),
    Role.TRAINER: frozenset({May.HANG_POSTER, May.PLAN_TRAININGS}),
    Role.TEAM_LEAD: frozenset(
        {
            May.SEE_TEAM,
            May.LOOK_URGENTLY,
            May.INVITE_STAFF,
            May.HANG_POSTER,
            May.KEEP_DIRECTORY,
            May.BRING_IN,
            May.KEEP_WAYS_ROUND,
            May.KEEP_IDEAS,
            May.PLAN_TRAININGS,
        }
    ),
    Role.ADMINISTRATOR: frozenset(
        {
            May.KEEP_AGENCY,
            May.KEEP_TEAMS,
            May.INVITE_STAFF,
            May.SEE_TEAM,
            May.HANG_POSTER,
            May.KEEP_DIRECTORY,
            May.BRING_IN,
            May.KEEP_WAYS_ROUND,
            May.KEEP_IDEAS,
            May.PLAN_TRAININGS,
        }
    ),
    Role.PRIVACY_OFFICER: frozenset({May.SEE_AUDIT, May.HANG_POSTER}),
}
