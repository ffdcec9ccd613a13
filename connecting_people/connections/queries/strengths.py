"""What there is to build on, how many people somebody would like, and what was said to the questions."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from connecting_people.connections.models import Answer, OwnView, Strength, StrengthWording
from connecting_people.connections.permissions import strengths_visible_to, wordings_visible_to
from connecting_people.connections.queries.connections import reader_of
from connecting_people.guide.interests import INTERESTS
from connecting_people.journey.models import SkillSeen
from connecting_people.journey.queries import entries, skills_seen
from connecting_people.partnership.models import Partnership
from connecting_people.people.models import User


def text_of(strength: Strength) -> str:
    """Return a strength in one line: the interest of the list, and one's own words."""
    chosen = INTERESTS.get(strength.interest)
    return ": ".join(filter(None, (str(chosen.name) if chosen else "", strength.words)))


def all_strengths(partnership: Partnership) -> "QuerySet[Strength]":
    """Return every strength that the reader may see, also those taken off the list, oldest first."""
    rows = strengths_visible_to(reader_of(partnership), Strength.objects.filter(partnership=partnership))
    return rows.order_by("made_at", "pk")


def strengths(partnership: Partnership) -> "QuerySet[Strength]":
    """Return the strengths on the list that the reader may see, oldest first."""
    return all_strengths(partnership).filter(ended_at=None)


def strength_in(partnership: Partnership, strength_id: UUID) -> Strength:
    """Return one strength, also one taken off the list; Http404 when it is not to be seen."""
    found = all_strengths(partnership).select_related("voice", "by").filter(pk=strength_id).first()
    if found is None:
        raise Http404
    found.partnership = partnership
    return found


def is_own_strength(user: User, strength_id: UUID) -> bool:
    """Say whether somebody keeps this strength to themselves, before the partnership is reached."""
    return Strength.objects.filter(pk=strength_id, kept_by__user=user).exists()


def wordings_of(partnership: Partnership, strength: Strength) -> "QuerySet[StrengthWording]":
    """Return how a strength was said before, as far as the reader may read it, newest first."""
    rows = wordings_visible_to(reader_of(partnership), strength.wordings.all())
    return rows.select_related("by").order_by("-version")


def skills_agreed(partnership: Partnership) -> "QuerySet[SkillSeen]":
    """Return the skills that one saw in the other, and whose they are said yes to, newest first."""
    return skills_seen(partnership).filter(answer="yes")


def own_views(partnership: Partnership) -> "QuerySet[OwnView]":
    """Return how many people the person would like, as they said it over time and the reader may read it."""
    rows = OwnView.objects.filter(entry__in=entries(partnership).order_by().values("pk"))
    return rows.select_related("entry").order_by("-entry__happened_date", "-entry__written_at", "-pk")


def own_view_now(partnership: Partnership) -> OwnView | None:
    """Return how many people the person would like, as they said it last and the reader may read it."""
    return own_views(partnership).first()


def answers(partnership: Partnership) -> "QuerySet[Answer]":
    """Return what was said to the questions of the walk and the reader may read, newest first."""
    rows = Answer.objects.filter(entry__in=entries(partnership).order_by().values("pk"))
    return rows.select_related("entry").order_by("-entry__written_at", "-pk")
