"""An idea that the two offer to the agency's library, and the library as the two see it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connecting_people.barriers import library
from connecting_people.barriers.actions import offering as actions
from connecting_people.barriers.forms.library import OfferForm, RewordForm, SearchForm
from connecting_people.barriers.models import Offer
from connecting_people.barriers.presenters.cards import cards
from connecting_people.barriers.presenters.ideas import idea_cards
from connecting_people.barriers.presenters.offers import offered_page
from connecting_people.barriers.presenters.ways import way_of
from connecting_people.barriers.queries.barriers import barrier_in, open_barriers, way_in
from connecting_people.barriers.queries.offers import handed_in_as, offer_in
from connecting_people.core.troubles import Trouble
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import acting, done, go_on, page, sent, to_read, to_write
from connecting_people.people.drafts import form_for

form_page = require_http_methods(["GET", "HEAD", "POST"])
_OFFER = "barriers:offer"


@form_page
def ideas(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Look through the agency's library; the words that are looked for stand in no address."""
    partnership = to_read(request, partnership_id, timezone.now(), "ways round")
    form = SearchForm(sent(request), initial={"kind": request.GET.get("kind", "")})
    found = library.ideas(partnership.agency_id, **form.asked())
    context = {
        "form": form,
        "ideas": idea_cards(found[: library.A_PAGE]),
        "many": len(found) > library.A_PAGE,
        "barriers": cards(partnership, open_barriers(partnership)),
    }
    return page(request, "barriers/ideas.html", partnership, status=200, **context)


@form_page
def new_offer(request: HttpRequest, partnership_id: UUID, barrier_id: UUID, way_id: UUID) -> HttpResponse:
    """Put an idea into words that can be shared."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "an idea to share")
    way = way_in(partnership, barrier_in(partnership, barrier_id), way_id)
    form = form_for(request, OfferForm, workaround=way)
    act = acting(request, at, partnership)
    made: list[Offer] = []
    if request.method == "POST" and done(
        form, lambda: made.append(actions.offer(**act, workaround=way, **form.cleaned_data))
    ):
        says = _("This is exactly what would be shared. Look at it together.")
        return go_on(request, says, _OFFER, partnership_id, offer_id=made[0].pk)
    return page(request, "barriers/new_offer.html", partnership, form=form, way=way_of(partnership, way))


@require_safe
def offer(request: HttpRequest, partnership_id: UUID, offer_id: UUID) -> HttpResponse:
    """Show exactly what would be shared, who said yes to it, and what became of it."""
    partnership = to_read(request, partnership_id, timezone.now(), "an idea to share")
    found = offer_in(partnership, offer_id)
    shown = offered_page(partnership, found, handed_in_as([found]).get(found.pk))
    return page(request, "barriers/offer.html", partnership, offer=found, shown=shown)


@form_page
def reword(request: HttpRequest, partnership_id: UUID, offer_id: UUID) -> HttpResponse:
    """Say it in other words; when somebody was quicker, show theirs too."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "an idea to share")
    found = offer_in(partnership, offer_id)
    form = form_for(request, RewordForm, offer=found)
    theirs: Offer | None = None
    if request.method == "POST" and form.is_valid():
        try:
            actions.reword(**acting(request, at, partnership), offer=found, **form.cleaned_data)
            says = _("Kept. Each of you says yes to these words anew.")
            return go_on(request, says, _OFFER, partnership_id, offer_id=offer_id)
        except actions.StaleOffer as stale:
            theirs = stale.now
            form = RewordForm({**request.POST.dict(), "version": str(theirs.version)}, offer=theirs)
            form.add_error(None, str(stale))
        except Trouble as reason:
            form.add_error("text", str(reason))
    shown = offered_page(partnership, theirs, None) if theirs else None
    return page(request, "barriers/reword_offer.html", partnership, form=form, offer=found, theirs=shown)


@require_POST
def say_yes(request: HttpRequest, partnership_id: UUID, offer_id: UUID) -> HttpResponse:
    """Say yes to exactly the words that were read."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "an idea to share")
    found = offer_in(partnership, offer_id)
    version = request.POST.get("version", "")
    given: dict[str, Any] = {
        "offer": found,
        "version": int(version) if version.isascii() and version.isdigit() and len(version) < 6 else 0,
        "voice": next((one for one in partnership.everybody if str(one.pk) == request.POST.get("voice")), None),
    }
    act = acting(request, at, partnership)
    return _acted(request, partnership, lambda: actions.say_yes(**act, **given), _("Your yes is noted."), offer_id)


@require_POST
def take_back(request: HttpRequest, partnership_id: UUID, offer_id: UUID) -> HttpResponse:
    """Take an idea back."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "an idea to share")
    found = offer_in(partnership, offer_id)
    act = acting(request, at, partnership)
    says = _("Taken back. It is among your own ways round as before.")
    return _acted(request, partnership, lambda: actions.take_back(**act, offer=found), says)


def _acted(
    request: HttpRequest, partnership: Partnership, act: Callable[[], Any], says: str, offer_id: UUID | None = None
) -> HttpResponse:
    try:
        act()
    except Trouble as reason:
        messages.warning(request, str(reason))
        says = ""
    if offer_id:
        return go_on(request, says, _OFFER, partnership.pk, offer_id=offer_id)
    return go_on(request, says, "barriers:barriers", partnership.pk)
