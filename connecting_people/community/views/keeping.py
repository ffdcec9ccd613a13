"""Letting somebody of an organisation keep its entries: the agency's side, and taking up the link."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.mail import send_mail
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from connecting_people.community import pages
from connecting_people.community.actions import keeping as actions
from connecting_people.community.forms.keeping import InviteKeeperForm
from connecting_people.community.models import KeeperInvitation
from connecting_people.community.queries.assets import directory_to_keep, organisation_in
from connecting_people.community.queries.keeping import (
    keeper_invitation_for,
    keeper_invitation_in,
    keeper_of,
    keepers_of,
    open_keeper_invitations,
)
from connecting_people.people import devices
from connecting_people.people.actions import AddressTaken, InvitationClosed
from connecting_people.people.drafts import form_for
from connecting_people.people.forms import NewLoginForm
from connecting_people.people.models import User
from connecting_people.people.standing import Here

_LINK = "link of a keeper"
_form_page = require_http_methods(["GET", "HEAD", "POST"])


@_form_page
def keeper_invite(request: Here, agency_id: UUID, organisation_id: UUID) -> HttpResponse:
    """Show who keeps an organisation's entries, and invite somebody by a link that works once."""
    directory = directory_to_keep(request.standing, agency_id)
    organisation = organisation_in(directory, organisation_id)
    at = timezone.now()
    form = form_for(request, InviteKeeperForm)
    if form.is_valid():
        invitation, token = actions.invite_keeper(
            by=request.user, at=at, organisation=organisation, **form.cleaned_data
        )
        link = request.build_absolute_uri(reverse("community:keep", kwargs={"agency_id": agency_id, "token": token}))
        _send(request, invitation, link)
        # Kept until the next page shows it, once: the database has only what the link is checked against.
        request.session[_LINK] = {"link": link, "name": invitation.name, "email": invitation.email}
        return redirect("community:keeper_invite", agency_id=agency_id, organisation_id=organisation_id)
    context: dict[str, Any] = {
        "organisation": organisation,
        "keepers": keepers_of(organisation),
        "invited": open_keeper_invitations(organisation, at),
        "link": request.session.pop(_LINK, None) if request.method == "GET" else None,
        "form": form,
    }
    return pages.page(request, "community/keeper_invite.html", directory, **context)


@_form_page
def keeper_take_back(request: Here, agency_id: UUID, organisation_id: UUID, invitation_id: UUID) -> HttpResponse:
    """Ask whether a link is to be taken back, then do it."""
    directory = directory_to_keep(request.standing, agency_id)
    organisation = organisation_in(directory, organisation_id)
    at = timezone.now()
    invitation = keeper_invitation_in(organisation, invitation_id, at)
    if request.method == "POST":
        actions.take_back_keeper_invitation(by=request.user, at=at, invitation=invitation)
        messages.success(request, _("The link for %(name)s opens nothing now.") % {"name": invitation.name})
        return redirect("community:keeper_invite", agency_id=agency_id, organisation_id=organisation_id)
    context: dict[str, Any] = {"organisation": organisation, "name": invitation.name, "link": True}
    return pages.page(request, "community/keeper_end.html", directory, **context)


@_form_page
def keeper_end(request: Here, agency_id: UUID, organisation_id: UUID, keeper_id: UUID) -> HttpResponse:
    """Ask whether somebody is to keep an organisation's entries no longer, then see to it."""
    directory = directory_to_keep(request.standing, agency_id)
    organisation = organisation_in(directory, organisation_id)
    keeper = keeper_of(organisation, keeper_id)
    if request.method == "POST":
        actions.end_keeper(by=request.user, at=timezone.now(), keeper=keeper)
        messages.success(request, _("%(name)s keeps these entries no longer.") % {"name": keeper.user.name})
        return redirect("community:keeper_invite", agency_id=agency_id, organisation_id=organisation_id)
    context: dict[str, Any] = {"organisation": organisation, "name": keeper.user.name, "link": False}
    return pages.page(request, "community/keeper_end.html", directory, **context)


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def keep(request: HttpRequest, agency_id: UUID, token: str) -> HttpResponse:
    """Take up the link by which somebody comes to keep an organisation's entries, with a new login or one's own."""
    at = timezone.now()
    invitation = keeper_invitation_for(token, at)
    if invitation is None or invitation.agency_id != agency_id:
        return render(request, "people/link_closed.html", status=404)
    try:
        if isinstance(request.user, User):
            return _accept(request, request.user, token, invitation)
        return _join(request, token, invitation)
    except InvitationClosed:
        return render(request, "people/link_closed.html", status=404)


def _accept(request: HttpRequest, user: User, token: str, invitation: KeeperInvitation) -> HttpResponse:
    if request.method == "GET":
        return render(request, "community/keep.html", {"invitation": invitation})
    actions.become_keeper(by=user, at=timezone.now(), token=token)
    return _welcome(invitation)


def _join(request: HttpRequest, token: str, invitation: KeeperInvitation) -> HttpResponse:
    first = {"name": invitation.name, "email": invitation.email}
    form = NewLoginForm(request.POST if request.method == "POST" else None, initial=first)
    if form.is_valid():
        words = {name: form.cleaned_data[name] for name in ("name", "email", "password")}
        try:
            user = actions.join_as_keeper(by=None, at=timezone.now(), token=token, **words)
        except AddressTaken as why:
            form.add_error("email", str(why))
        else:
            devices.sign_in(request, user, shared=not form.cleaned_data["private_device"])
            return _welcome(invitation)
    context: dict[str, Any] = {"invitation": invitation, "form": form}
    return render(request, "community/keep.html", context, status=422 if form.is_bound else 200)


def _welcome(invitation: KeeperInvitation) -> HttpResponse:
    return redirect(
        "community:own_organisation", agency_id=invitation.agency_id, organisation_id=invitation.organisation_id
    )


def _send(request: Here, invitation: KeeperInvitation, link: str) -> None:
    if invitation.email:
        text = render_to_string("community/keeper.txt", {"invitation": invitation, "by": request.user, "link": link})
        send_mail(_("An invitation to Connecting People"), text, None, [invitation.email])
