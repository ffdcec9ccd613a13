"""Finding something in the local area."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from connecting_people.community import pages
from connecting_people.community.entry import Point
from connecting_people.community.forms.find import FindForm
from connecting_people.community.presenters.find import PAGE, pages_of, results
from connecting_people.community.queries.assets import Directory, areas, directory_for
from connecting_people.community.queries.find import answer, assets_of
from connecting_people.community.queries.near import MINE, Near
from connecting_people.core.addresses import address
from connecting_people.core.london import day_of
from connecting_people.people.drafts import taken_up
from connecting_people.people.standing import Here

_KEPT = "community_near"


@require_http_methods(["GET", "HEAD", "POST"])
def find(request: Here, agency_id: UUID) -> HttpResponse:
    """Show what fits; what was typed comes by POST and goes on as an address in which nobody can read it."""
    directory = directory_for(request.standing, agency_id)
    given: dict[str, Any] = {"areas": list(areas(agency_id)), "mine": _mine(request), "reader": request.user.pk}
    if request.method == "POST":
        form = FindForm(request.POST, **given)
        if form.is_valid():
            if form.place and form.place.key == MINE:
                _keep(request, form.place)
            here = address("community:find", agency_id=agency_id)
            return HttpResponseRedirect(f"{here}?{form.as_address()}#found" if form.as_address() else here)
        return _page(request, directory, form, status=pages.NOT_YET)
    form = FindForm((None if request.GET else taken_up(request)) or request.GET, **given)
    form.is_valid()
    return _page(request, directory, form)


def _page(request: Here, directory: Directory, form: FindForm, status: int = 0) -> HttpResponse:
    at = timezone.now()
    text = form.cleaned_data.get("q", "")
    found = answer(directory.agency.pk, text, form.ask(), at)
    number = min(max(1, _number(request.GET.get("page", ""))), pages_of(found))
    assets = assets_of(directory.agency.pk, found.matches[(number - 1) * PAGE : number * PAGE])
    shown = results(found, assets, number, form.place.name if form.place else "", text, day_of(at))
    context = {"form": form, "shown": shown, "asked": bool(form.ask()), "here": form.as_address()}
    return pages.page(
        request, "community/find.html", directory, status=status or (422 if form.errors else 200), **context
    )


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def _mine(request: Here) -> Near | None:
    kept = request.session.get(_KEPT)
    return Near(kept[0], Point(kept[1], kept[2]), MINE) if kept else None


def _keep(request: Here, near: Near) -> None:
    request.session[_KEPT] = [near.name, near.point.latitude, near.point.longitude]
