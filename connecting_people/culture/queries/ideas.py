"""Ideas, as far as each may see them: what stands on the board, one's own, and what came back of these."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Count, QuerySet
from django.http import Http404

from connecting_people.culture.models import Idea, IdeaMove
from connecting_people.culture.permissions import can_move, is_own
from connecting_people.culture.queries.agency import Here
from connecting_people.culture.rules import NOT_ON_THE_BOARD, IdeaState
from connecting_people.people.models import Team, User
from connecting_people.people.queries import teams

NEWS_FOR: Final = timedelta(days=21)  # as long as a first page says that something became of an idea


def on_the_board(agency_id: UUID, practice: str = "") -> "QuerySet[Idea]":
    """Return the ideas that everybody of an agency sees, newest first, about one practice if it is named."""
    rows = Idea.objects.filter(agency_id=agency_id).exclude(state__in=NOT_ON_THE_BOARD)
    rows = rows.filter(practice=practice) if practice else rows
    return rows.select_related("by", "team").order_by("-made_date", "pk")


def how_many(agency_id: UUID, practice: str = "") -> Mapping[str, int]:
    """Return how many ideas of each state stand on the board."""
    rows = on_the_board(agency_id, practice).order_by("state").values_list("state")
    return dict(rows.annotate(many=Count("pk")))


def said_last(ids: Collection[UUID]) -> Mapping[UUID, str]:
    """Return what was said last when each of these ideas moved, in one query."""
    return dict(IdeaMove.objects.filter(idea__in=ids).order_by("at", "pk").values_list("idea_id", "words"))


def idea_in(here: Here, idea_id: UUID) -> Idea:
    """Return one idea of the board or of one's own; Http404 for every other and for none."""
    rows = Idea.objects.filter(agency_id=here.agency.pk, pk=idea_id).select_related("agency", "by", "team")
    found = rows.first()
    if found is None or (found.state in NOT_ON_THE_BOARD and not is_own(here.user, found)):
        raise Http404
    return found


def own_idea(here: Here, idea_id: UUID) -> Idea:
    """Return an idea to whoever had it; Http404 for everybody else, who cannot tell whether there is one."""
    found = idea_in(here, idea_id)
    if not is_own(here.user, found):
        raise Http404
    return found


def idea_to_move(here: Here, idea_id: UUID) -> Idea:
    """Return an idea of the board to who says what becomes of it; Http404 for everybody else."""
    found = idea_in(here, idea_id)
    if found.state in NOT_ON_THE_BOARD or not can_move(here.user, found):
        raise Http404
    return found


def moves_by_idea(ids: Collection[UUID]) -> Mapping[UUID, list[IdeaMove]]:
    """Return what became of each of these ideas, newest first, in one query."""
    found: dict[UUID, list[IdeaMove]] = {}
    for one in IdeaMove.objects.filter(idea__in=ids).select_related("by").order_by("-at", "-pk"):
        found.setdefault(one.idea_id, []).append(one)
    return found


def moves_of(idea: Idea) -> "QuerySet[IdeaMove]":
    """Return what became of an idea, newest first."""
    return idea.moves.select_related("by").order_by("-at", "-pk")


def own_ideas(here: Here) -> list[Idea]:
    """Return the ideas that the reader had here, newest first, with those that came without a name."""
    rows = Idea.objects.filter(agency_id=here.agency.pk).select_related("by", "team").order_by("-made_date", "pk")
    nameless = rows.filter(by=None).values_list("pk", "sealed_by")
    sealed = [pk for pk, sealed_by in nameless if sealed_by == str(here.user.pk)]
    return sorted(
        [*rows.filter(by=here.user), *rows.filter(pk__in=sealed)], key=lambda one: one.made_date, reverse=True
    )


def came_back(user: User, agency_ids: Collection[UUID], at: datetime) -> list[IdeaMove]:
    """Return what became lately of the ideas that somebody had, newest first, in one query."""
    rows = IdeaMove.objects.filter(agency_id__in=agency_ids, at__gt=at - NEWS_FOR).exclude(by=user)
    rows = rows.select_related("idea").defer("words", "idea__words").order_by("-at", "-pk")
    return [one for one in rows if is_own(user, one.idea)]


def done_since(agency_id: UUID, team_id: UUID | None, since: date) -> int:
    """Return how many ideas of an agency, or for one of its teams, were done since a day and still are."""
    rows = IdeaMove.objects.filter(agency_id=agency_id, state=IdeaState.DONE, at__date__gte=since)
    rows = rows.filter(idea__state=IdeaState.DONE)
    rows = rows.filter(idea__team_id=team_id) if team_id else rows
    return rows.values("idea_id").distinct().count()


def team_of(agency_id: UUID, asked: str) -> Team | None:
    """Return the team of an agency that an address names, and none where it names none; Http404 for any other."""
    if not asked:
        return None
    try:
        found = teams(agency_id, [UUID(asked)]).first()
    except ValueError:
        found = None
    if found is None:
        raise Http404
    return found
