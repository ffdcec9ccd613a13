"""The agency's own area and its neighbourhoods, for whoever keeps the directory."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.community import pages
from connecting_people.community.actions import areas as actions
from connecting_people.community.actions.assets import CommunityError
from connecting_people.community.forms.areas import AreaForm
from connecting_people.community.models import Area
from connecting_people.community.presenters.place import areas_page
from connecting_people.community.queries.assets import Directory, directory_to_keep
from connecting_people.community.queries.assets import areas as areas_of
from connecting_people.community.queries.places import area_in, mark_of
from connecting_people.people.drafts import kept_for, put_back
from connecting_people.people.standing import Here

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def areas(request: Here, agency_id: UUID) -> HttpResponse:
    """Show the agency's own area and its neighbourhoods."""
    directory = directory_to_keep(request.standing, agency_id)
    return pages.page(request, "community/areas.html", directory, shown=areas_page(list(areas_of(agency_id))))


@form_page
def add(request: Here, agency_id: UUID) -> HttpResponse:
    """Put an area on the map."""
    return _one(request, agency_id, None)


@form_page
def edit(request: Here, agency_id: UUID, area_id: UUID) -> HttpResponse:
    """Change an area; when somebody was quicker, show both."""
    return _one(request, agency_id, area_id)


@form_page
def take_away(request: Here, agency_id: UUID, area_id: UUID) -> HttpResponse:
    """Take an area off the map, after asking."""
    directory = directory_to_keep(request.standing, agency_id)
    area = area_in(directory, area_id)
    if request.method == "POST":
        actions.take_area_away(by=request.user, at=timezone.now(), area=area)
        messages.success(request, _("It is off the map. Everything that was in it is still in the directory."))
        return redirect("community:areas", agency_id=agency_id)
    return pages.page(request, "community/area_remove.html", directory, area=area)


def _one(request: Here, agency_id: UUID, area_id: UUID | None) -> HttpResponse:
    directory = directory_to_keep(request.standing, agency_id)
    area = area_in(directory, area_id) if area_id else None
    sent = request.POST.copy() if request.method == "POST" else None
    form = AreaForm.of(area, sent, request.FILES if sent else None, whole="whole" in request.GET)
    put_back(form, kept_for(request))
    stale: Area | None = None
    if sent and form.is_valid():
        try:
            _keep(request, directory, form, area)
        except actions.StaleArea as why:
            stale = why.now
            sent["read"] = mark_of(why.now)
            form.add_error(None, str(why))
        except actions.NameTaken as why:
            form.add_error("name", str(why))
        except CommunityError as why:
            form.add_error("whole", str(why))
        else:
            messages.success(request, _("It is on the map."))
            return redirect("community:areas", agency_id=agency_id)
    return pages.page(request, "community/area.html", directory, form=form, area=area, theirs=stale)


def _keep(request: Here, directory: Directory, form: AreaForm, area: Area | None) -> None:
    said = form.cleaned_data
    actions.keep_area(
        by=request.user,
        at=timezone.now(),
        agency=directory.agency,
        name=said["name"],
        whole=said["whole"],
        outline=said["rings"],
        middle=said["middle"],
        area=area,
        read=said["read"],
    )
