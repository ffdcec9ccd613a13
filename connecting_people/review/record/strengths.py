"""Strengths found, and what each said of what they bring."""

from datetime import date

from django.utils.translation import gettext as _

from connecting_people.connections.queries.strengths import skills_agreed, strengths, text_of
from connecting_people.connections.rules import StrengthKind
from connecting_people.connections.words import STRENGTHS
from connecting_people.core.london import day_of
from connecting_people.getting_started.queries import reflections
from connecting_people.partnership.models import Partnership
from connecting_people.review.record.lines import Group, Line, place_of, voiced


def strengths_in(partnership: Partnership, since: date, until: date) -> tuple[Group, ...]:
    """Return the strengths that were named in a span, and the skills that one saw in the other."""
    rows = [one for one in strengths(partnership) if since <= day_of(one.made_at) <= until]
    groups = [
        Group(
            str(name),
            tuple(
                Line(text_of(one), day=day_of(one.made_at), **voiced(partnership, one.voice_id))
                for one in rows
                if one.kind == kind
            ),
        )
        for kind, name in _kinds().items()
    ]
    groups.append(Group(_("Seen by the other"), skills_in(partnership, since, until)))
    return tuple(group for group in groups if group.lines)


def skills_in(partnership: Partnership, since: date, until: date) -> tuple[Line, ...]:
    """Return the skills that one saw in the other in a span, and that they said yes to."""
    return tuple(
        Line(
            _("%(name)s: %(skill)s") % {"name": place_of(partnership, one.seen_in_id).name, "skill": one.name},
            day=one.entry.happened_date,
            note=one.entry.words,
            **voiced(partnership, one.entry.voice_id),
        )
        for one in skills_agreed(partnership)
        if since <= one.entry.happened_date <= until
    )


def brought(partnership: Partnership, until: date) -> dict[str, tuple[Line, ...]]:
    """Return what each said of what they bring, by what it is, oldest first (M5)."""
    found: dict[str, list[Line]] = {}
    for one in reversed(reflections(partnership)):
        if one.words and one.happened_date <= until:
            line = Line(one.words, day=one.happened_date, **voiced(partnership, one.voice_id))
            found.setdefault(one.item, []).append(line)
    return {item: tuple(lines) for item, lines in found.items()}


def _kinds() -> dict[StrengthKind, object]:
    return dict(STRENGTHS)
