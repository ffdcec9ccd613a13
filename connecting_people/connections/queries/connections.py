from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from connecting_people.connections.facts import FIELDS, Facts, read_back
from connecting_people.connections.models import BroughtFile, ConnectionState, MapStep, PaperMap
from connecting_people.connections.permissions import papers_visible_to, visible_to
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.people.models import User


def reader_of(partnership: Partnership) -> Participant | None:
    """Return the place of whoever reads; nobody has one in an urgent look."""
    return None if partnership.looking else partnership.me


def facts_in(state: ConnectionState) -> Facts:
    """Return what a state says."""
    return read_back({name: getattr(state, name) for name in FIELDS})


def states(partnership: Partnership) -> "QuerySet[ConnectionState]":
    """Return what is said now of every connection that the reader may see."""
    rows = visible_to(reader_of(partnership), ConnectionState.objects.filter(partnership=partnership, latest=True))
    return rows.select_related("connection", "voice", "by")


def locked(partnership: Partnership, connection_id: UUID) -> ConnectionState:
    """Return what is said now of a connection that the reader may see, so that nobody else changes it meanwhile."""
    found = states(partnership).select_for_update(of=("self",)).filter(connection=connection_id).first()
    if found is None:
        raise Http404
    return found


def state_in(partnership: Partnership, connection_id: UUID) -> ConnectionState:
    """Return what is said now of one connection, also of one taken off the map; Http404 when it is not to be seen."""
    found = states(partnership).filter(connection=connection_id).first()
    if found is None:
        raise Http404
    found.partnership = partnership
    return found


def sayings(partnership: Partnership, connection_id: UUID) -> "QuerySet[ConnectionState]":
    """Return all that was said of one connection and the reader may read, newest first."""
    rows = visible_to(reader_of(partnership), ConnectionState.objects.filter(connection=connection_id))
    return rows.filter(partnership=partnership).select_related("voice", "by").order_by("-from_date", "-version")


def saying_of(partnership: Partnership, connection_id: UUID, state_id: UUID) -> ConnectionState | None:
    """Return one state of a connection, as far as the reader may read it."""
    return sayings(partnership, connection_id).filter(pk=state_id).first()


def version_of(partnership: Partnership, connection_id: UUID, version: int | None) -> ConnectionState | None:
    """Return what was said of a connection in one version, as far as the reader may read it."""
    return sayings(partnership, connection_id).filter(version=version).first() if version else None


def taken_off(partnership: Partnership) -> "QuerySet[ConnectionState]":
    """Return what was taken off the map and could be put back, newest first."""
    return states(partnership).filter(there=False).order_by("-at", "-pk")


def is_own(user: User, connection_id: UUID) -> bool:
    """Say whether somebody keeps this connection to themselves, before the partnership is reached."""
    return ConnectionState.objects.filter(connection=connection_id, latest=True, kept_by__user=user).exists()


def is_own_photo(user: User, paper_id: UUID) -> bool:
    """Say whether somebody keeps this photo to themselves, before the partnership is reached."""
    return PaperMap.objects.filter(pk=paper_id, kept_by__user=user).exists()


def next_step(partnership: Partnership, *, undone: bool) -> MapStep | None:
    """Return what the reader would take back next, or do again."""
    rows = MapStep.objects.filter(partnership=partnership, whose=partnership.me, undone=undone)
    return rows.order_by("number" if undone else "-number").first()


def papers(partnership: Partnership) -> "QuerySet[PaperMap]":
    """Return the photos of paper maps that the reader may see, without the pictures, newest first."""
    rows = papers_visible_to(reader_of(partnership), PaperMap.objects.filter(partnership=partnership))
    return rows.defer("content").select_related("voice").order_by("-map_date", "-at")


def paper_in(partnership: Partnership, paper_id: UUID) -> PaperMap:
    """Return one photo of a paper map; Http404 when it is not to be seen."""
    found = papers(partnership).filter(pk=paper_id).first()
    if found is None:
        raise Http404
    found.partnership = partnership
    return found


def brought_in(partnership: Partnership, file_id: UUID) -> BroughtFile:
    """Return a file that the reader brought and looks at; Http404 for anybody else's."""
    found = BroughtFile.objects.filter(Q(whose=partnership.me), partnership=partnership, pk=file_id).first()
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True)
class Photo:
    """A picture as it is sent."""

    media: str
    content: bytes


def picture_of(paper: PaperMap) -> Photo:
    """Return the picture of a photo that was reached."""
    return Photo(paper.media, bytes(paper.content))


def sources_of(partnership: Partnership) -> dict[UUID, str]:
    """Return the ids by which files told of the connections that the reader may see."""
    seen = visible_to(reader_of(partnership), ConnectionState.objects.filter(partnership=partnership))
    rows = seen.exclude(connection__source="").values_list("connection_id", "connection__source")
    return dict(rows.distinct().order_by())
