"""The map, and the same content as a list."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from connecting_people.connections.presenters.drawn import addresses_of, picture_of
from connecting_people.connections.presenters.listing import listing, turn_in_words
from connecting_people.connections.queries.now import now_of
from connecting_people.partnership.pages import page, to_read


@require_safe
def whole(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show the map as it is now, and under it the list."""
    partnership = to_read(request, partnership_id, timezone.now(), "map")
    now = now_of(partnership)
    return page(
        request,
        "connections/map.html",
        partnership,
        picture=picture_of(partnership, now, request.GET),
        addresses=addresses_of(partnership),
        shown=listing(partnership, now, by_kind=request.GET.get("by") == "kind"),
        undo=turn_in_words(now, now.undo),
        redo=turn_in_words(now, now.redo),
    )


@require_safe
def as_list(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show the map as a list, without the picture."""
    partnership = to_read(request, partnership_id, timezone.now(), "map")
    now = now_of(partnership)
    return page(
        request,
        "connections/list.html",
        partnership,
        addresses=addresses_of(partnership),
        shown=listing(partnership, now, by_kind=request.GET.get("by") == "kind"),
        undo=turn_in_words(now, now.undo),
        redo=turn_in_words(now, now.redo),
    )
