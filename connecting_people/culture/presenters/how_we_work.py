"""How we work as a profile: words for each part over time, and no number for the whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from connecting_people.culture.presenters.over_time import Column, OverTime, over_time
from connecting_people.culture.quarters import over
from connecting_people.culture.queries.how_we_work import Profile


@dataclass(frozen=True)
class Part:
    """One part of how people work, as far as it may be told."""

    title: str
    over: OverTime | None


def parts(profiles: Iterable[Profile], today: date) -> tuple[Part, ...]:
    """Return each part over time."""
    return tuple(Part(one.scale.title, _over(one, over(today))) for one in profiles)


def _over(one: Profile, quarters: tuple[date, ...]) -> OverTime | None:
    choices = [choice.says for choice in one.scale.items[0].responses.choices if not choice.aside]
    return over_time(quarters, [(Column(_("Practitioners"), "practitioner"), one.middles)], choices)
