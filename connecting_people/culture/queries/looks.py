"""What people said of the six practices: one's own, and what may be told of many."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.db.models import Count, QuerySet
from django.http import Http404

from connecting_people.culture.hiding import Middle, middle_of_marks
from connecting_people.culture.look_words import LADDER
from connecting_people.culture.models import Look, LookAt
from connecting_people.culture.quarters import over
from connecting_people.culture.rules import Mark, Voice
from connecting_people.guide.culture import PRACTICES
from connecting_people.people.models import Agency, Team, User

EXAMPLES: Final = 6  # of each practice
Place = tuple[str, Voice, date]  # a practice as people of one voice saw it in one quarter


@dataclass(frozen=True)
class Example:
    """An example that its author let be shown; nothing says who that is."""

    voice: Voice
    quarter: date
    words: str


def own_looks(user: User, agency: Agency) -> "QuerySet[Look]":
    """Return somebody's own looks at an agency and its teams, the newest first."""
    rows = Look.objects.filter(agency=agency, by=user).select_related("team").prefetch_related("at")
    return rows.order_by("-quarter_date", "team__name", "voice")


def own_look(user: User, agency: Agency, look_id: UUID) -> Look:
    """Return one of somebody's own looks; Http404 for everybody else's."""
    found = own_looks(user, agency).filter(pk=look_id).first()
    if found is None:
        raise Http404
    return found


def to_try(user: User, agency: Agency, look_id: str, practice: str) -> tuple[Look, str]:
    """Return one of somebody's own looks, and what they would try next at a practice; Http404 where there is none."""
    try:
        look = own_look(user, agency, UUID(look_id))
    except ValueError:
        raise Http404 from None
    words = next((row.try_next for row in look.at.all() if row.practice == practice), "")
    if not words:
        raise Http404
    return look, words


def look_now(user: User, agency: Agency, team: Team | None, voice: Voice, quarter: date) -> Look | None:
    """Return somebody's own look in this voice and quarter, if they have looked yet."""
    return own_looks(user, agency).filter(team=team, voice=voice, quarter_date=quarter).first()


def looked_now(user: User, agency: Agency, team: Team | None, quarter: date) -> frozenset[Voice]:
    """Return in which voices somebody has looked in this quarter."""
    rows = Look.objects.filter(agency=agency, by=user, team=team, quarter_date=quarter)
    return frozenset(Voice(voice) for voice in rows.values_list("voice", flat=True))


def seen_by_many(agency: Agency, team: Team | None, today: date) -> dict[Place, Middle]:
    """Return where each voice saw each practice in the quarters that are over, as far as it may be told.

    A look is at the agency or at a team, never at both, so that taking one from the other says nothing of anybody.
    """
    rows = _over(agency, team, over(today)).exclude(mark="").order_by()
    counted = rows.values_list("practice", "look__voice", "look__quarter_date", "mark").annotate(people=Count("pk"))
    marks: dict[Place, list[int]] = {}
    for practice, voice, quarter, mark, people in counted:
        each = marks.setdefault((practice, Voice(voice), quarter), [0] * len(LADDER))
        each[LADDER.index(Mark(mark))] += people
    middles = {place: middle_of_marks(each) for place, each in marks.items()}
    return {place: middle for place, middle in middles.items() if middle}


def examples(agency: Agency, team: Team | None, told: Collection[Place]) -> dict[str, list[Example]]:
    """Return some examples by practice, each from among eight people or more, the newest quarters first.

    Within a quarter they stand in the order of their random ids, which says nothing of when or by whom.
    """
    found: dict[str, list[Example]] = {practice.id: [] for practice in PRACTICES}
    if not told:
        return found
    rows = _over(agency, team, {quarter for _practice, _voice, quarter in told}).filter(shown=True)
    ordered = rows.order_by("-look__quarter_date", "pk")
    for practice, voice, quarter, words in _read(ordered):
        here = found.get(practice, [])
        if (practice, Voice(voice), quarter) in told and words and len(here) < EXAMPLES:
            here.append(Example(Voice(voice), quarter, words))
            if all(len(each) == EXAMPLES for each in found.values()):
                break
    return found


def _over(agency: Agency, team: Team | None, quarters: Iterable[date]) -> "QuerySet[LookAt]":
    return LookAt.objects.filter(look__agency=agency, look__team=team, look__quarter_date__in=list(quarters))


def _read(rows: "QuerySet[LookAt]") -> Iterable[tuple[str, str, date, str]]:
    """Open words a few at a time: whoever has read enough opens no more."""
    return rows.values_list("practice", "look__voice", "look__quarter_date", "example").iterator(chunk_size=50)
