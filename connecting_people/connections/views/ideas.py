"""Ideas of what to do near by. Looking at them writes nothing."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from connecting_people.community.queries.find import assets_of
from connecting_people.community.queries.ideas import Profile
from connecting_people.community.queries.ideas import ideas as ideas_for
from connecting_people.connections.forms.ideas import IdeasForm, needs_of
from connecting_people.connections.presenters.ideas import ideas_page
from connecting_people.connections.queries.ideas import likes, near_of
from connecting_people.connections.views.strengths import form_page
from connecting_people.core.addresses import address
from connecting_people.core.london import day_of
from connecting_people.partnership.pages import page, to_read, to_write

_KEPT = "ideas"  # by partnership, in the session: how it suits today is nobody's record


@form_page
def ideas(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show what fits what the person likes, with why, and something new."""
    at = timezone.now()
    if request.method == "POST":
        to_write(request, partnership_id, at, "ideas")
        form = IdeasForm(request.POST)
        form.is_valid()
        request.session[_KEPT] = {str(partnership_id): form.said()}
        return redirect(address("connections:ideas", partnership_id=partnership_id))
    partnership = to_read(request, partnership_id, at, "ideas")
    said: dict[str, Any] = request.session.get(_KEPT, {}).get(str(partnership_id)) or {}
    form = IdeasForm(said)
    form.is_valid()
    said = form.said()
    liked, near, needs = likes(partnership), near_of(partnership), needs_of(said)
    profile = Profile(
        interests=liked.interests,
        words=liked.words,
        place=near.point if near else None,
        km=float(said["km"]),
        days=tuple(said["days"]),
        needs=needs,
    )
    found = ideas_for(partnership.agency_id, profile, at)
    assets = assets_of(partnership.agency_id, [one.match for one in found])
    shown = ideas_page(found, assets, needs, near, liked, day_of(at))
    context: dict[str, Any] = {"form": IdeasForm(initial=said), "shown": shown, "near": near, "liked": liked}
    context["goal"] = request.GET.get("goal", "")
    return page(request, "connections/ideas.html", partnership, **context)
