"""The list of strengths: looking at it, adding to it, one of them in other words, off the list and on again."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from connecting_people.connections.actions import strengths as actions
from connecting_people.connections.forms.strengths import StrengthForm, StrengthsForm
from connecting_people.connections.models import Strength
from connecting_people.connections.presenters.strengths import kind_in_words, one_strength, strengths_page
from connecting_people.connections.queries.strengths import (
    all_strengths,
    is_own_strength,
    skills_agreed,
    strength_in,
    wordings_of,
)
from connecting_people.connections.rules import StrengthKind
from connecting_people.connections.troubles import StaleStrength
from connecting_people.core.london import day_of
from connecting_people.core.permissions import NotAllowed
from connecting_people.journey.queries import OWN_PAGE
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import done, go_on, page, reader, to_read, to_write
from connecting_people.partnership.queries import partnership_to_write
from connecting_people.people.drafts import form_for

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
def strengths(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show the list of strengths, and put more on it."""
    at = timezone.now()
    reach = to_write if request.method == "POST" else to_read
    partnership = reach(request, partnership_id, at, "strengths")
    form = None
    if not partnership.looking:
        kind = request.GET.get("kind", "")
        asked = kind if kind in list(StrengthKind) else StrengthKind.INTEREST.value
        given: dict[str, Any] = {"partnership": partnership, "today": day_of(at), "initial": {"kind": asked}}
        form = form_for(request, StrengthsForm, **given)
    if form and request.method == "POST":
        made: list[Strength] = []
        act: dict[str, Any] = {"by": reader(request), "at": at, "partnership": partnership}
        if done(form, lambda: made.extend(actions.add(**act, **form.said()))):
            return go_on(request, _added(len(made)), "connections:strengths", partnership_id)
    shown = strengths_page(partnership, all_strengths(partnership), skills_agreed(partnership))
    return page(request, "connections/strengths.html", partnership, form=form, shown=shown)


@form_page
def strength(request: HttpRequest, partnership_id: UUID, strength_id: UUID) -> HttpResponse:
    """Say one strength differently; when somebody was quicker, show both texts and lose nothing."""
    at = timezone.now()
    name = OWN_PAGE if is_own_strength(reader(request), strength_id) else "strengths"
    partnership = to_write(request, partnership_id, at, name)
    found = strength_in(partnership, strength_id)
    given: dict[str, Any] = {"partnership": partnership, "today": day_of(at), "strength": found}
    form = form_for(request, StrengthForm, **given)
    current: dict[str, str] = {}
    if request.method == "POST" and form.is_valid():
        try:
            actions.word(by=reader(request), at=at, partnership=partnership, strength_id=strength_id, **form.said())
            return go_on(request, _("Kept."), "connections:strengths", partnership_id)
        except StaleStrength as stale:
            current = {"kind": kind_in_words(stale.kind), "words": stale.words or _("(nothing)")}
            form = StrengthForm({**request.POST.dict(), "version": str(stale.version)}, **given)
            form.add_error(None, str(stale))
        except NotAllowed as reason:
            form.add_error("voice" if "voice" in form.fields else None, str(reason))
    shown = one_strength(partnership, found, wordings_of(partnership, found))
    return page(request, "connections/strength.html", partnership, form=form, shown=shown, current=current)


@require_POST
def strength_away(request: HttpRequest, partnership_id: UUID, strength_id: UUID) -> HttpResponse:
    """Take a strength off the list."""
    return _move(request, partnership_id, strength_id, actions.take_away, _("Taken off the list. You can put it back."))


@require_POST
def strength_back(request: HttpRequest, partnership_id: UUID, strength_id: UUID) -> HttpResponse:
    """Put a strength on the list again."""
    return _move(request, partnership_id, strength_id, actions.put_back, _("It is on the list again."))


def _move(
    request: HttpRequest, partnership_id: UUID, strength_id: UUID, act: Callable[..., None], says: str
) -> HttpResponse:
    at = timezone.now()
    partnership: Partnership = partnership_to_write(reader(request), partnership_id, at=at)
    act(by=reader(request), at=at, partnership=partnership, strength_id=strength_id)
    return go_on(request, says, "connections:strengths", partnership_id)


def _added(many: int) -> str:
    if not many:
        return _("That is on the list already.")
    return ngettext("It is on the list.", "%(many)s more on the list.", many) % {"many": many}
