"""The places from which the agency works, and how welcoming they are."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connecting_people.community.queries.assets import areas
from connecting_people.community.queries.gaps import named_like
from connecting_people.core.addresses import address
from connecting_people.core.carrying import carry
from connecting_people.core.london import day_of
from connecting_people.core.troubles import Trouble
from connecting_people.culture.actions import places as actions
from connecting_people.culture.forms.places import PlaceForm, WelcomeForm
from connecting_people.culture.look_words import AS_ONE
from connecting_people.culture.models import PlaceUsed
from connecting_people.culture.pages import page
from connecting_people.culture.presenters import places as presenters
from connecting_people.culture.queries import places as queries
from connecting_people.culture.queries.agency import agency_here, agency_of_staff
from connecting_people.culture.queries.teams import voice_in
from connecting_people.partnership.pages import done
from connecting_people.people.drafts import form_for, kept_for
from connecting_people.people.queries import teams
from connecting_people.people.standing import Here

form_page = require_http_methods(["GET", "HEAD", "POST"])
_MATCHES = 12


@require_safe
def places(request: Here, agency_id: UUID) -> HttpResponse:
    """Show the places that are used, and those that were."""
    here = agency_here(request.standing, agency_id)
    every = list(queries.places(agency_id))
    newest = queries.newest_of_each(every)
    used = presenters.cards([one for one in every if one.ended_at is None], newest)
    ended = presenters.cards([one for one in every if one.ended_at], newest)
    return page(request, "culture/places.html", here, used=used, ended=ended)


@require_safe
def place(request: Here, agency_id: UUID, place_id: UUID) -> HttpResponse:
    """Show one place, with what each voice saw there then and now."""
    here = agency_here(request.standing, agency_id)
    found = queries.place_in(agency_id, place_id)
    shown = presenters.place_page(found, queries.welcomes(found), request.user, here.voices)
    return page(request, "culture/place.html", here, shown=shown, found=found)


@form_page
def add_place(request: Here, agency_id: UUID) -> HttpResponse:
    """Say that the agency works from a place."""
    here = agency_of_staff(request.standing, agency_id)
    form = _place_form(request, agency_id)
    act: dict[str, Any] = {"by": request.user, "at": timezone.now(), "agency": here.agency}
    made: list[PlaceUsed] = []
    if request.method == "POST" and done(form, lambda: made.append(actions.use(**act, **form.said()))):
        messages.success(request, _("It is on the list. Go through it with open eyes when you are there next."))
        return redirect(address("culture:place", agency_id=agency_id, place_id=made[0].pk))
    return page(request, "culture/place_form.html", here, form=form)


@form_page
def change_place(request: Here, agency_id: UUID, place_id: UUID) -> HttpResponse:
    """Say of a place what it is now; when somebody was quicker, show both."""
    here = agency_of_staff(request.standing, agency_id)
    found = queries.place_in(agency_id, place_id)
    form = _place_form(request, agency_id, found)
    theirs: PlaceUsed | None = None
    if form.is_valid():
        version = form.cleaned_data["version"] or 0
        try:
            actions.change(by=request.user, at=timezone.now(), place=found, version=version, **form.said())
        except actions.StalePlace as stale:
            form.add_error(None, str(stale))
            carry(form, version=stale.now.version)
            theirs = stale.now
        except Trouble as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, _("Kept."))
            return redirect(address("culture:place", agency_id=agency_id, place_id=place_id))
    return page(request, "culture/place_form.html", here, form=form, found=found, theirs=theirs)


@require_POST
def end_place(request: Here, agency_id: UUID, place_id: UUID) -> HttpResponse:
    """Say that a place is no longer used."""
    agency_of_staff(request.standing, agency_id)
    actions.end(by=request.user, at=timezone.now(), place=queries.place_in(agency_id, place_id))
    messages.success(request, _("It stands among the places of before. What was seen there is kept."))
    return redirect(address("culture:places", agency_id=agency_id))


@require_POST
def use_place_again(request: Here, agency_id: UUID, place_id: UUID) -> HttpResponse:
    """Say that a place is used again."""
    agency_of_staff(request.standing, agency_id)
    actions.use_again(by=request.user, at=timezone.now(), place=queries.place_in(agency_id, place_id))
    messages.success(request, _("It is back on the list."))
    return redirect(address("culture:place", agency_id=agency_id, place_id=place_id))


@form_page
def welcome(request: Here, agency_id: UUID, place_id: UUID, voice: str) -> HttpResponse:
    """Go through the list of what makes a place welcoming."""
    at, here = timezone.now(), agency_here(request.standing, agency_id)
    spoken = voice_in(here.voices, voice)
    found = queries.place_in(agency_id, place_id)
    known = (found.name, *(area.name for area in areas(agency_id)))
    form = form_for(request, partial(WelcomeForm, today=day_of(at), known=known))
    act: dict[str, Any] = {"by": request.user, "at": at, "place": found, "voice": spoken}
    if request.method == "POST" and done(form, lambda: actions.go_through(**act, **form.said())):
        messages.success(request, _("Thank you. Here is what it looks like together with what others saw."))
        return redirect(address("culture:place", agency_id=agency_id, place_id=place_id))
    return page(request, "culture/welcome.html", here, form=form, found=found, voice=AS_ONE[spoken])


@require_POST
def welcome_back(request: Here, agency_id: UUID, welcome_id: UUID) -> HttpResponse:
    """Take back what one saw oneself."""
    agency_here(request.standing, agency_id)
    own = queries.own_welcome(request.user, agency_id, welcome_id)
    place_id = own.place_id
    actions.take_back(by=request.user, at=timezone.now(), welcome=own)
    messages.success(request, _("Taken back. Nothing of it is kept."))
    return redirect(address("culture:place", agency_id=agency_id, place_id=place_id))


def _place_form(request: Here, agency_id: UUID, found: PlaceUsed | None = None) -> PlaceForm:
    """Return the form, with what the directory has of the name that was written, a few at most."""
    typed = request.POST if request.method == "POST" else kept_for(request)
    named = str(typed.get("in_directory", "")).strip()[:200] if typed else ""
    like = named_like(agency_id, named, _MATCHES) if named else []
    return form_for(request, partial(PlaceForm, teams=teams(agency_id), found=like, place=found))
