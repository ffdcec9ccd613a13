"""Who here can help with what: looking, offering, saying it anew, taking it back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.core.addresses import address
from connecting_people.core.carrying import carry
from connecting_people.culture.actions import skills as actions
from connecting_people.culture.forms.skills import NeedForm, SkillForm
from connecting_people.culture.helping import WHAT_FOR
from connecting_people.culture.pages import page
from connecting_people.culture.presenters.skills import offers
from connecting_people.culture.queries import skills as queries
from connecting_people.culture.queries.agency import agency_here
from connecting_people.partnership.pages import done
from connecting_people.people.drafts import form_for
from connecting_people.people.standing import Here

form_page = require_http_methods(["GET", "HEAD", "POST"])
_A_PAGE = 30


@require_safe
def skills(request: Here, agency_id: UUID) -> HttpResponse:
    """Show who can help with what; `for` is a kind of barrier, an interest or a step of the guide."""
    here = agency_here(request.standing, agency_id)
    asked = request.GET.get("for", "")
    what = asked if asked in WHAT_FOR else ""
    number = _number(request.GET.get("page", ""))
    rows = list(queries.skills_seen(here, what)[(number - 1) * _A_PAGE : number * _A_PAGE + 1])
    shown = rows[:_A_PAGE]
    roles = queries.roles_by_user(agency_id, {one.user_id for one in shown})
    board = f"{address('culture:skills', agency_id=agency_id)}?for={what}&page="
    context: dict[str, Any] = {
        "look_for": NeedForm(what),
        "what": WHAT_FOR.get(what, ""),
        "asked": what,
        "offers": offers(shown, roles, request.user.pk),
        "newer": f"{board}{number - 1}" if number > 1 else "",
        "older": f"{board}{number + 1}" if len(rows) > _A_PAGE else "",
        "says": _("Page %(number)s") % {"number": number},
    }
    return page(request, "culture/skills.html", here, **context)


def _number(asked: str) -> int:
    return max(int(asked), 1) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1


@form_page
def add_skill(request: Here, agency_id: UUID) -> HttpResponse:
    """Say what one can help with."""
    here = agency_here(request.standing, agency_id)
    asked = request.GET.get("for", "")
    form = form_for(request, SkillForm, initial={"what": [asked] if asked in WHAT_FOR else []})

    def offer() -> None:
        actions.offer(by=request.user, at=timezone.now(), agency=here.agency, **form.said())

    if request.method == "POST" and done(form, offer):
        messages.success(request, _("Thank you. Others find it now, with your name."))
        return redirect("culture:skills", agency_id=agency_id)
    return page(request, "culture/add_skill.html", here, form=form)


@form_page
def change_skill(request: Here, agency_id: UUID, skill_id: UUID) -> HttpResponse:
    """Say it anew; where it was changed in another place both stand on the page."""
    here = agency_here(request.standing, agency_id)
    found = queries.own_skill(here, skill_id)
    form = form_for(request, lambda data=None: SkillForm.of(found, data))
    theirs = ""
    if form.is_valid():
        given = form.said() | {"version": form.cleaned_data["version"] or 0}
        try:
            actions.change(by=request.user, at=timezone.now(), skill=found, **given)
        except actions.StaleSkill as stale:
            form.add_error(None, str(stale))
            carry(form, version=stale.now.version)
            theirs = stale.now.words
        else:
            messages.success(request, _("Kept."))
            return redirect("culture:skills", agency_id=agency_id)
    return page(request, "culture/change_skill.html", here, form=form, found=found, theirs=theirs)


@form_page
def end_skill(request: Here, agency_id: UUID, skill_id: UUID) -> HttpResponse:
    """Ask whether to take one's offer back, and do it."""
    here = agency_here(request.standing, agency_id)
    found = queries.own_skill(here, skill_id)
    if request.method == "POST":
        actions.end(by=request.user, at=timezone.now(), skill=found)
        messages.success(request, _("Taken back. Nobody finds it any more."))
        return redirect("culture:skills", agency_id=agency_id)
    return page(request, "culture/end_skill.html", here, found=found)
