"""Two people take stock: what stands now, saying how one sees it, one stock-take of before, and showing one's own."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connecting_people.core.london import day_of
from connecting_people.core.troubles import Trouble
from connecting_people.journey.queries import OWN_PAGE, WRITE_PAGE
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.pages import acting, go_on, page, reader, to_read, to_write
from connecting_people.partnership.queries import place_in
from connecting_people.partnership.rules import PRACTITIONERS, Part
from connecting_people.people.drafts import form_for
from connecting_people.taking_stock.actions import taking as actions
from connecting_people.taking_stock.forms.taking import StockForm
from connecting_people.taking_stock.presenters.since import since_shown
from connecting_people.taking_stock.presenters.taking import may_write_for, take_shown
from connecting_people.taking_stock.queries.since import since
from connecting_people.taking_stock.queries.takes import before, days_of, is_own, latest, open_view, take_with, view_in
from connecting_people.taking_stock.queries.things import things
from connecting_people.taking_stock.words import CHOICES

PAST_SHOWN = 30


@require_safe
def room(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show the newest stock-take with what is worth keeping first, what came of it, and those before."""
    at = timezone.now()
    partnership = to_read(request, partnership_id, at, "taking stock")
    days, take = days_of(partnership), latest(partnership)
    return page(
        request,
        "taking_stock/room.html",
        partnership,
        take=take_shown(partnership, take, day_of(at)) if take else None,
        since=since_shown(partnership, since(partnership, take.taken_date if take else None)),
        past=days[1:PAST_SHOWN],
        practises=may_write_for(partnership),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def say(request: HttpRequest, partnership_id: UUID, place_id: UUID | None = None) -> HttpResponse:
    """Say how one sees things, or write down what the person says when the two sit together, on one page."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, WRITE_PAGE)
    voice = _voice(partnership, place_id)
    form = _form(request, partnership, voice, at)
    theirs = None
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.take(**acting(request, at, partnership), voice=voice, **form.said())
            return go_on(request, _("Kept, with its day."), "taking_stock:one", partnership_id, view_id=made.pk)
        except actions.StaleStock as stale:
            theirs = stale.now
            form.data = {**request.POST.dict(), "seen": theirs.seen}
            form.add_error(None, str(stale))
        except Trouble as reason:
            form.add_error(None, str(reason))
    last = next(iter(days_of(partnership)), None)
    shown = since_shown(partnership, since(partnership, last[0] if last else None))
    mine = voice.pk == partnership.me.pk
    context: dict[str, Any] = {
        "form": form,
        "voice": voice,
        "mine": mine,
        "since": shown,
        "theirs": theirs,
        "choice_names": CHOICES,
    }
    return page(request, "taking_stock/say.html", partnership, **context)


@require_safe
def one(request: HttpRequest, partnership_id: UUID, view_id: UUID) -> HttpResponse:
    """Show one stock-take, by one of its views."""
    at = timezone.now()
    # That somebody looked at what they keep to themselves is theirs as well.
    name = OWN_PAGE if is_own(reader(request).pk, view_id) else "taking stock"
    partnership = to_read(request, partnership_id, at, name)
    take = take_shown(partnership, take_with(partnership, view_id), day_of(at))
    return page(request, "taking_stock/one.html", partnership, take=take)


@require_POST
def share(request: HttpRequest, partnership_id: UUID, view_id: UUID) -> HttpResponse:
    """Show the other what one kept to oneself until now."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "taking stock")
    view = view_in(partnership, view_id)
    if view.entry.kept_by_id:
        actions.share(**acting(request, at, partnership), view=view)
    return go_on(request, _("You both see it now."), "taking_stock:one", partnership_id, view_id=view_id)


def _voice(partnership: Partnership, place_id: UUID | None) -> Participant:
    if place_id is None:
        return partnership.me
    place = place_in(partnership, place_id)
    if place.pk != partnership.me.pk and (partnership.me.part not in PRACTITIONERS or place.part != Part.SERVICE_USER):
        raise Http404
    return place


def _form(request: HttpRequest, partnership: Partnership, voice: Participant, at: datetime) -> StockForm:
    now = open_view(partnership, voice, day_of(at))
    return form_for(
        request,
        StockForm,
        things=things(partnership, day_of(at), also=now.said if now else ()),
        now=now,
        last=before(partnership, voice, now),
        own=voice.pk == partnership.me.pk,
    )
