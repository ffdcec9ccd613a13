"""Coming in: the first start, the link of an invitation, and the invented people of a demonstration."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from connecting_people.people import actions, devices, queries
from connecting_people.people.forms import NewLoginForm, SetUpForm
from connecting_people.people.models import Invitation, User
from connecting_people.people.outbox import letters
from connecting_people.people.rules import Role
from connecting_people.people.words import ROLE_NAMES


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """Make the agency and its first administrator, in a program that has neither."""
    if not queries.is_empty():
        return redirect("home:first")
    form = SetUpForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        words = form.cleaned_data
        names = ("agency_name", "setting", "name", "email", "password")
        user = actions.set_up(by=None, at=timezone.now(), **{name: words[name] for name in names})
        devices.sign_in(request, user, shared=not words["private_device"])
        return redirect("home:first")
    return render(request, "people/set_up.html", {"form": form}, status=422 if form.is_bound else 200)


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    """Take up an invitation to work here, with a new login or with the one that is signed in."""
    at = timezone.now()
    invitation = queries.staff_invitation_for(token, at)
    if invitation is None:
        return render(request, "people/link_closed.html", status=404)
    if request.user.is_authenticated:
        return _accept(request, request.user, token, invitation, at)
    return _join_anew(request, token, invitation, at)


def _join_anew(request: HttpRequest, token: str, invitation: Invitation, at: datetime) -> HttpResponse:
    first = {"name": invitation.name, "email": invitation.email}
    form = NewLoginForm(request.POST if request.method == "POST" else None, initial=first)
    if form.is_valid():
        words = form.cleaned_data
        try:
            user = actions.join(
                by=None, at=at, token=token, name=words["name"], email=words["email"], password=words["password"]
            )
        except actions.InvitationClosed:
            return render(request, "people/link_closed.html", status=404)
        except actions.AddressTaken as why:
            form.add_error("email", str(why))
        else:
            devices.sign_in(request, user, shared=not words["private_device"])
            return redirect("home:first")
    context = _about(invitation) | {"form": form}
    return render(request, "people/join.html", context, status=422 if form.is_bound else 200)


def _accept(request: HttpRequest, user: User, token: str, invitation: Invitation, at: datetime) -> HttpResponse:
    if request.method == "GET":
        return render(request, "people/join.html", _about(invitation))
    try:
        actions.accept_invitation(by=user, at=at, token=token)
    except actions.InvitationClosed:
        return render(request, "people/link_closed.html", status=404)
    messages.success(request, _("Welcome to %(agency)s.") % {"agency": invitation.agency.name})
    return redirect("home:first")


def _about(invitation: Invitation) -> dict[str, Any]:
    return {"invitation": invitation, "role": ROLE_NAMES[Role(invitation.role)]}


@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in as one of the invented people, in a demonstration only."""
    if not settings.DEMO:
        raise Http404
    devices.sign_in(request, queries.demo_person(request.POST.get("person", "")), shared=False)
    target = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return redirect(target if safe else "home:first")


@require_GET
def outbox(request: HttpRequest) -> HttpResponse:
    """Show the e-mails that a demonstration would have sent. Elsewhere nobody reads other people's letters."""
    if not settings.DEMO or settings.EMAIL_HOST:
        raise Http404
    return render(request, "people/outbox.html", {"letters": letters()})
