"""Who takes part: who they are, asking somebody in, standing in, ending a place, handing over."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from connecting_people.core.london import day_of
from connecting_people.partnership import actions
from connecting_people.partnership.forms import ColleagueForm, CoverForm, HandOverForm
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.pages import go_on, page, reader, sent, to_write
from connecting_people.partnership.permissions import can_end_place, can_invite
from connecting_people.partnership.presenters import people_page
from connecting_people.partnership.queries import (
    colleagues_to_ask,
    partnership_for,
    partnership_to_hand_over,
    place_in,
)
from connecting_people.partnership.rules import PAIR, PRACTITIONERS, Part


@require_GET
def people(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show who takes part, and what each of them sees."""
    at = timezone.now()
    partnership = partnership_for(reader(request), partnership_id, at=at, page="people")
    return page(request, "partnership/people.html", partnership, people=people_page(partnership, day_of(at)))


@require_http_methods(["GET", "POST"])
def colleague(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Bring a colleague in for good."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "people")
    if not can_invite(reader(request), partnership, Part.PRACTITIONER, at):
        raise Http404
    form = ColleagueForm(sent(request), colleagues=colleagues_to_ask(partnership, day_of(at)))
    act = partial(actions.add_colleague, by=reader(request), at=at, partnership=partnership)
    joined = _joined(request, partnership, form, act, _("%(name)s takes part now."))
    return joined or page(request, "partnership/colleague.html", partnership, form=form)


@require_http_methods(["GET", "POST"])
def cover(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Let a colleague stand in until a day."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "people")
    if not can_invite(reader(request), partnership, Part.COVER, at):
        raise Http404
    today = day_of(at)
    asked = colleagues_to_ask(partnership, today, but=frozenset({Part.COVER}))
    form = CoverForm(sent(request), colleagues=asked, today=today)
    act = partial(actions.cover, by=reader(request), at=at, partnership=partnership)
    joined = _joined(request, partnership, form, act, _("%(name)s can stand in now."))
    return joined or page(request, "partnership/cover.html", partnership, form=form)


@require_http_methods(["GET", "POST"])
def end_place(request: HttpRequest, partnership_id: UUID, place_id: UUID) -> HttpResponse:
    """Ask once more, then end a place: one's own, or that of somebody whom one could ask in."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "people")
    place = place_in(partnership, place_id)
    if place.part in PAIR or not can_end_place(reader(request), partnership, place, at):
        raise Http404
    if request.method == "POST":
        actions.stop_taking_part(by=reader(request), at=at, partnership=partnership, place=place)
        if place.pk == partnership.me.pk:
            return redirect("home:first")
        return go_on(request, _("%(name)s no longer takes part.") % vars(place), "partnership:people", partnership.pk)
    return page(request, "partnership/end_place.html", partnership, place=place, own=place.pk == partnership.me.pk)


@require_http_methods(["GET", "POST"])
def hand_over(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Make a colleague the lead practitioner: the words stay, access moves."""
    at = timezone.now()
    partnership = partnership_to_hand_over(reader(request), partnership_id, at=at)
    asked = colleagues_to_ask(partnership, day_of(at), but=PRACTITIONERS - PAIR)
    form = HandOverForm(sent(request), colleagues=asked)
    if form.is_valid():
        try:
            actions.hand_over(by=reader(request), at=at, partnership=partnership, **form.cleaned_data)
        except actions.PartnershipError as error:
            form.add_error("colleague", str(error))
        else:
            messages.success(
                request, _("%(name)s is the lead practitioner now.") % vars(form.cleaned_data["colleague"])
            )
            return redirect("home:first")
    return page(request, "partnership/hand_over.html", partnership, form=form)


def _joined(
    request: HttpRequest, partnership: Partnership, form: Form, act: Callable[..., Participant], says: str
) -> HttpResponse | None:
    """Let the colleague of the form take part and go to the others; None while the form waits for a look."""
    if not form.is_valid():
        return None
    try:
        place = act(**form.cleaned_data)
    except actions.PartnershipError as error:
        form.add_error("colleague", str(error))
        return None
    return go_on(request, says % vars(place), "partnership:people", partnership.pk)
