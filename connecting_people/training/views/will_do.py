"""What somebody will do after a training, by their login or their seat: theirs alone."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from connecting_people.core.addresses import address
from connecting_people.partnership.pages import done, sent, status_of
from connecting_people.people.drafts import kept_for, put_back
from connecting_people.people.standing import Here
from connecting_people.training.actions import will_do as actions
from connecting_people.training.door import seat_kept
from connecting_people.training.forms.after import IntendForm, TellForm
from connecting_people.training.models import WillDo
from connecting_people.training.presenters.attended import way_back
from connecting_people.training.queries.attended import (
    Attended,
    attended,
    attended_in_seat,
    certificate_for,
    meant_in_the_room,
    will_do_in,
    will_dos,
)

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
def will_do(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Show somebody with a login what they will do, and keep one thing more."""
    return _intend(request, attended(request.standing, agency_id, training_id))


@form_page
def will_do_here(request: HttpRequest) -> HttpResponse:
    """Show somebody in the room what they will do, known by their seat alone."""
    return _intend(request, attended_in_seat(seat_kept(request)))


@form_page
def will_do_tell(request: Here, agency_id: UUID, training_id: UUID, will_do_id: UUID) -> HttpResponse:
    """Let somebody with a login say what came of it."""
    here = attended(request.standing, agency_id, training_id)
    return _tell(request, here, will_do_in(here, will_do_id))


@form_page
def will_do_tell_here(request: HttpRequest, will_do_id: UUID) -> HttpResponse:
    """Let somebody in the room say what came of it."""
    here = attended_in_seat(seat_kept(request))
    return _tell(request, here, will_do_in(here, will_do_id))


def _intend(request: HttpRequest, here: Attended) -> HttpResponse:
    found = list(will_dos(here))
    meant = {} if found else {"words": meant_in_the_room(here)}
    form = put_back(IntendForm(sent(request), initial=meant, signed_in=here.signed_in), _typed(request, here))
    act: dict[str, Any] = {"by": here.by, "at": timezone.now(), "training": here.training}
    if request.method == "POST" and done(form, lambda: actions.intend(**act, **form.said())):
        messages.success(request, _("Kept, for you alone."))
        return redirect(_address(here, "will_do"))
    things = [(one, _address(here, "will_do_tell", will_do_id=one.pk)) for one in found]
    context = {"things": things, "certificate": certificate_for(here), "evaluate": _address(here, "evaluate")}
    return _page(request, "training/will_do.html", here, form, **context)


def _tell(request: HttpRequest, here: Attended, found: WillDo) -> HttpResponse:
    stands = {"done": "yes" if found.done_at else None, "came_of_it": found.came_of_it}
    form = put_back(TellForm(sent(request), initial=stands), _typed(request, here))
    act: dict[str, Any] = {"by": here.by, "at": timezone.now(), "will_do": found}

    def told() -> None:
        said = form.cleaned_data
        if said["done"] == "let_go":
            actions.let_go(**act)
        else:
            actions.tell(**act, done=said["done"] == "yes", came_of_it=said["came_of_it"])

    back = _address(here, "will_do")
    if request.method == "POST" and done(form, told):
        messages.success(request, _("Kept."))
        return redirect(back)
    return _page(request, "training/will_do_tell.html", here, form, found=found, back=back)


def _typed(request: HttpRequest, here: Attended) -> QueryDict | None:
    """Return what somebody with a login had typed when their session ended; a seat has no session that ends."""
    return kept_for(request) if here.signed_in else None


def _address(here: Attended, name: str, **parts: Any) -> str:
    if not here.signed_in:
        return address(f"training:{name}_here", **parts)
    return address(f"training:{name}", agency_id=here.training.agency_id, training_id=here.training.pk, **parts)


def _page(request: HttpRequest, template: str, here: Attended, form: Any, **context: Any) -> HttpResponse:
    frame = {"form": form, "agency": here.training.agency, "about": here.training, "away": way_back(here)}
    return render(request, template, {**frame, **context}, status=status_of(form))
