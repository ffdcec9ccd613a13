"""How trainings were passed on from one to the next, and who in a team was at which."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.people.models import Team, User
from connecting_people.training import cascade
from connecting_people.training.models import Attendance, Trainer, Training
from connecting_people.training.names import WHO
from connecting_people.training.presenters.trainings import when_of
from connecting_people.training.rules import Who
from connecting_people.ui.jinja import day


@dataclass(frozen=True)
class Listed:
    """One training in words, with what grew of it."""

    title: str
    when: str
    given_by: tuple[str, ...]
    led_to: tuple[str, ...]


@dataclass(frozen=True)
class Trained:
    """Somebody of the staff, and the trainings that they were at."""

    name: str
    trainings: tuple[str, ...]


@dataclass(frozen=True)
class TeamTrained:
    """A team, by name."""

    name: str
    people: tuple[Trained, ...]


def drawn(
    trainings: Sequence[Training], trainers: Iterable[Trainer], came: Iterable[Attendance]
) -> tuple[cascade.Picture | None, tuple[Listed, ...]]:
    """Return the picture of what grew of what, and the same in words, the latest first."""
    gave: dict[UUID, list[Trainer]] = {}
    were: dict[UUID, set[object]] = {}
    for trainer in trainers:
        gave.setdefault(trainer.training_id, []).append(trainer)
    for one in came:
        were.setdefault(one.training_id, set()).add(_person(one))
    given = [_given(one, gave.get(one.pk, []), frozenset(were.get(one.pk, ()))) for one in trainings]
    links = cascade.grew(given)
    listed = [_listed(number, one, gave.get(one.pk, []), links, given) for number, one in enumerate(trainings)]
    return cascade.picture(given, links), tuple(reversed(listed))


def by_team(staff: Iterable[tuple[Team | None, Sequence[User]]], had: Iterable[Attendance]) -> tuple[TeamTrained, ...]:
    """Return who in each team was at which training, by name; nobody is ranked."""
    found: dict[UUID | None, list[str]] = {}
    for one in had:
        on = one.training.begins_at
        when = day(on) if on else _("day not kept")
        found.setdefault(one.user_id, []).append(f"{one.training.title}, {when}")
    return tuple(
        TeamTrained(
            team.name if team else _("Across the agency"),
            tuple(Trained(user.name, tuple(found.get(user.pk, ()))) for user in users),
        )
        for team, users in staff
    )


def _person(one: Trainer | Attendance) -> object:
    # Whoever has no login is taken for the same person where the name is the same.
    return one.user_id or one.name.strip().casefold()


def _given(one: Training, trainers: Sequence[Trainer], came: frozenset[object]) -> cascade.Given:
    when = day(one.begins_at) if one.begins_at else ""
    return cascade.Given(one.pk, one.title, when, tuple((_person(t), t.name) for t in trainers), came)


def _listed(
    number: int,
    one: Training,
    trainers: Sequence[Trainer],
    links: Sequence[cascade.Grew],
    given: Sequence[cascade.Given],
) -> Listed:
    led_to = [
        _("%(names)s gave “%(title)s” after") % {"names": ", ".join(link.through), "title": given[link.end].title}
        for link in links
        if link.start == number
    ]
    by = tuple(f"{t.name} ({str(WHO[Who(t.who)]).lower()})" for t in trainers)
    return Listed(one.title, when_of(one), by, tuple(led_to))
