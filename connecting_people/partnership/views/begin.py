"""How a partnership begins, and how those who were asked in come to it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from connecting_people.partnership import actions
from connecting_people.partnership.forms import BeginForm
from connecting_people.partnership.models import Participant
from connecting_people.partnership.pages import NOT_YET, go_on, reader, sent, status_of
from connecting_people.partnership.queries import place_behind, where_to_begin
from connecting_people.partnership.rules import Part
from connecting_people.people import devices
from connecting_people.people.actions import PeopleError
from connecting_people.people.forms import NewLoginForm


@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a partnership; the other person may have a login now, later or never."""
    places = where_to_begin(request.standing)  # type: ignore[attr-defined]
    if not places:
        raise Http404
    form = BeginForm(sent(request), places=places)
    if form.is_valid():
        agency, team = form.chosen()
        partnership = actions.begin(
            by=reader(request),
            at=timezone.now(),
            agency=agency,
            team=team,
            name=form.cleaned_data["name"],
        )
        return go_on(request, _("You can begin, the two of you."), "partnership:people", partnership.pk)
    return render(request, "partnership/begin.html", {"form": form}, status=status_of(form))


@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    """Take the place that a link leads to: with the login that one has, or with a new one."""
    place = place_behind(token, timezone.now())
    if place is None:
        return render(request, "partnership/link_closed.html", status=404)
    if request.user.is_authenticated:
        return _take_place(request, place, token)
    form = NewLoginForm(sent(request), initial={"name": place.name})
    if form.is_valid():
        data = dict(form.cleaned_data)
        shared = not data.pop("private_device")
        try:
            user = actions.join(by=None, at=timezone.now(), token=token, **data)
        except (PeopleError, actions.PartnershipError) as error:
            form.add_error(None, str(error))
        else:
            devices.sign_in(request, user, shared=shared)
            return _welcome(request)
    return _join_page(request, place, status_of(form), form=form)


def _take_place(request: HttpRequest, place: Participant, token: str) -> HttpResponse:
    if request.method != "POST":
        return _join_page(request, place)
    try:
        actions.take_place(by=reader(request), at=timezone.now(), token=token)
    except (PeopleError, actions.PartnershipError) as error:
        return _join_page(request, place, NOT_YET, says=str(error))
    return _welcome(request)


def _join_page(request: HttpRequest, place: Participant, status: int = 200, **more: object) -> HttpResponse:
    asked_by = place.invitation.made_by if place.invitation else None
    context = {"place": place, "asked_by": asked_by, "supports": place.part == Part.SUPPORTER, **more}
    return render(request, "partnership/join.html", context, status=status)


def _welcome(request: HttpRequest) -> HttpResponse:
    messages.success(request, _("Welcome. It is good that you are here."))
    return redirect("home:first")
