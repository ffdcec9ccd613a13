"""The six practices: how each voice sees them, and one's own look."""

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
from connecting_people.core.addresses import address
from connecting_people.core.carrying import carry
from connecting_people.core.london import day_of
from connecting_people.core.troubles import Trouble
from connecting_people.culture.actions import looks as actions
from connecting_people.culture.forms.looks import LookForm
from connecting_people.culture.look_words import AS_ONE
from connecting_people.culture.models import Look
from connecting_people.culture.pages import page
from connecting_people.culture.presenters import looks as presenters
from connecting_people.culture.presenters.over_time import long
from connecting_people.culture.quarters import quarter_of
from connecting_people.culture.queries import looks as queries
from connecting_people.culture.queries.agency import agency_here
from connecting_people.culture.queries.teams import Whole, team_in, voice_in, whole
from connecting_people.people.drafts import form_for
from connecting_people.people.standing import Here

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def practices(request: Here, agency_id: UUID) -> HttpResponse:
    """Show how the agency is with the six practices, as each voice sees it."""
    return _practices(request, _whole(request, agency_id))


@require_safe
def team_practices(request: Here, agency_id: UUID, team_id: UUID) -> HttpResponse:
    """Show how one team is with the six practices, as each voice sees it."""
    return _practices(request, _team(request, agency_id, team_id))


@form_page
def look(request: Here, agency_id: UUID, voice: str) -> HttpResponse:
    """Look at the whole agency in one voice."""
    return _look(request, _whole(request, agency_id), voice)


@form_page
def team_look(request: Here, agency_id: UUID, team_id: UUID, voice: str) -> HttpResponse:
    """Look at one team in one voice."""
    return _look(request, _team(request, agency_id, team_id), voice)


@require_safe
def my_looks(request: Here, agency_id: UUID) -> HttpResponse:
    """Show all that somebody said of the practices themselves."""
    here = agency_here(request.standing, agency_id)
    shown = presenters.own_looks(queries.own_looks(request.user, here.agency), here.agency, day_of(timezone.now()))
    return page(request, "culture/my_looks.html", here, own_looks=shown)


@require_POST
def take_back_look(request: Here, agency_id: UUID, look_id: UUID) -> HttpResponse:
    """Take back one's own look while its quarter lasts."""
    return _undo(request, agency_id, look_id, actions.take_back, _("Taken back. Nothing of it is kept."))


@require_POST
def hide_examples(request: Here, agency_id: UUID, look_id: UUID) -> HttpResponse:
    """Show one's own examples to nobody any more."""
    return _undo(request, agency_id, look_id, actions.hide_examples, _("From now on nobody else sees these examples."))


def _whole(request: Here, agency_id: UUID) -> Whole:
    return whole(request.standing, agency_here(request.standing, agency_id), timezone.now())


def _team(request: Here, agency_id: UUID, team_id: UUID) -> Whole:
    return team_in(request.standing, agency_here(request.standing, agency_id), team_id, timezone.now())


def _practices(request: Here, of: Whole) -> HttpResponse:
    today, agency = day_of(timezone.now()), of.here.agency
    told = queries.seen_by_many(agency, of.team, today)
    looked = queries.looked_now(request.user, agency, of.team, quarter_of(today))
    context: dict[str, Any] = {
        "of": of,
        "choices": presenters.choices(of, "culture:practices", "culture:team_practices"),
        "looks": presenters.ways_to_look(of, looked),
        "told": bool(told),
        "seen": presenters.seen(told, queries.examples(agency, of.team, told), today),
        "quarter": long(quarter_of(today)),
        "opens": presenters.opens_on(today),
    }
    return page(request, "culture/practices.html", of.here, **context)


def _look(request: Here, of: Whole, named: str) -> HttpResponse:
    at, agency, voice = timezone.now(), of.here.agency, voice_in(of.voices, named)
    quarter = quarter_of(day_of(at))
    kept = queries.look_now(request.user, agency, of.team, voice, quarter)
    known = [area.name for area in areas(agency.pk)]
    form = form_for(request, partial(LookForm, voice=voice, known=known, look=kept))
    theirs: Look | None = None
    if form.is_valid():
        try:
            actions.look(by=request.user, at=at, agency=agency, team=of.team, voice=voice, **form.said())
        except actions.StaleLook as stale:
            form.add_error(None, str(stale))
            carry(form, version=stale.now.version)
            theirs = stale.now
        except Trouble as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, _("Kept. You can change it until the quarter is over."))
            return redirect(address("culture:my_looks", agency_id=agency.pk))
    context: dict[str, Any] = {
        "of": of,
        "voice": AS_ONE[voice],
        "kept": kept,
        "theirs": presenters.own_look(theirs, agency, day_of(at)) if theirs else None,
        "quarter": long(quarter),
        "opens": presenters.opens_on(day_of(at)),
    }
    return page(request, "culture/look.html", of.here, form=form, **context)


def _undo(request: Here, agency_id: UUID, look_id: UUID, act: Any, says: str) -> HttpResponse:
    here = agency_here(request.standing, agency_id)
    found = queries.own_look(request.user, here.agency, look_id)
    try:
        act(by=request.user, at=timezone.now(), look=found)
        messages.success(request, says)
    except Trouble as why:
        messages.warning(request, str(why))
    return redirect(address("culture:my_looks", agency_id=agency_id))
