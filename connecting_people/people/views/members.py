"""The people and teams of an agency: who is in them, inviting, and switching off."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.mail import send_mail
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from connecting_people.people import actions, presenters, queries
from connecting_people.people.forms import InviteForm, TeamForm
from connecting_people.people.models import Agency, Invitation
from connecting_people.people.roles import May
from connecting_people.people.standing import Here

_LINK = "link of an invitation"


@require_GET
def members(request: Here, agency_id: UUID) -> HttpResponse:
    """Show the staff of an agency by team, and who was invited; a team lead sees their own teams."""
    agency = _agency(request, agency_id)
    keeps = request.standing.may(May.KEEP_TEAMS, agency.pk)
    teams = list(queries.teams_to_invite_into(request.standing, agency.pk))
    within = None if keeps else {team.pk for team in teams}

    def switch_off(user_id: UUID) -> str:
        return reverse("people:switch_off", args=[agency.pk, user_id]) if keeps and user_id != request.user.pk else ""

    context = _around(request, agency) | {
        "keeps": keeps,
        "first_team": keeps and not teams,
        "teams": presenters.team_pages([t.name for t in teams], queries.staff(agency.pk, within), switch_off),
        "waiting": presenters.waiting(queries.invitations_of_staff(agency.pk, timezone.now(), within)),
    }
    return render(request, "people/members.html", context)


@require_http_methods(["GET", "POST"])
def new_team(request: Here, agency_id: UUID) -> HttpResponse:
    """Make a team."""
    agency = queries.agency_for(request.standing, agency_id, May.KEEP_TEAMS)
    form = TeamForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.make_team(by=request.user, at=timezone.now(), agency=agency, name=form.cleaned_data["name"])
        except actions.PeopleError as why:
            form.add_error("name", str(why))
        else:
            return redirect("people:members", agency_id=agency.pk)
    context = _around(request, agency) | {"form": form}
    return render(request, "people/new_team.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def invite(request: Here, agency_id: UUID) -> HttpResponse:
    """Invite a colleague by a link that works once."""
    agency = _agency(request, agency_id)
    form = InviteForm(
        request.POST if request.method == "POST" else None,
        teams=queries.teams_to_invite_into(request.standing, agency.pk),
        roles=queries.roles_to_invite(request.standing, agency.pk),
    )
    if form.is_valid():
        invitation, token = actions.invite_staff(by=request.user, at=timezone.now(), agency=agency, **form.cleaned_data)
        link = request.build_absolute_uri(reverse("people:join", args=[token]))
        _send(request, invitation, link)
        # Kept until the next page shows it, once: the database has only what the link is checked against.
        request.session[_LINK] = {"link": link, "name": invitation.name, "email": invitation.email}
        return redirect("people:invited", agency_id=agency.pk)
    context = _around(request, agency) | {"form": form}
    return render(request, "people/invite.html", context, status=422 if form.is_bound else 200)


@require_GET
def invited(request: Here, agency_id: UUID) -> HttpResponse:
    """Show the link of a new invitation, once."""
    agency = _agency(request, agency_id)
    shown = request.session.pop(_LINK, None)
    if shown is None:
        return redirect("people:members", agency_id=agency.pk)
    return render(request, "people/invited.html", _around(request, agency) | {"shown": shown})


@require_http_methods(["GET", "POST"])
def take_back(request: Here, agency_id: UUID, invitation_id: UUID) -> HttpResponse:
    """Ask whether an invitation is to be taken back, then do it."""
    agency = _agency(request, agency_id)
    invitation = queries.invitation_to_take_back(request.standing, agency.pk, invitation_id, timezone.now())
    if request.method == "POST":
        actions.withdraw_invitation(by=request.user, at=timezone.now(), invitation=invitation)
        messages.success(request, _("The link for %(name)s opens nothing now.") % {"name": invitation.name})
        return redirect("people:members", agency_id=agency.pk)
    return render(request, "people/take_back.html", _around(request, agency) | {"invitation": invitation})


@require_http_methods(["GET", "POST"])
def switch_off(request: Here, agency_id: UUID, user_id: UUID) -> HttpResponse:
    """Ask whether somebody's roles here are to end, then end them and sign them out everywhere."""
    agency = queries.agency_for(request.standing, agency_id, May.KEEP_TEAMS)
    somebody = queries.somebody_of(agency.pk, user_id)
    context = _around(request, agency) | {"somebody": somebody}
    if request.method == "GET":
        return render(request, "people/switch_off.html", context)
    try:
        actions.switch_off(by=request.user, at=timezone.now(), agency=agency, user_id=somebody.pk)
    except actions.PeopleError as why:
        return render(request, "people/switch_off.html", context | {"why": str(why)}, status=422)
    messages.success(request, _("%(name)s can open nothing here any more.") % {"name": somebody.name})
    return redirect("people:members", agency_id=agency.pk)


def _agency(request: Here, agency_id: UUID) -> Agency:
    return queries.agency_for(request.standing, agency_id, May.KEEP_TEAMS, May.INVITE_STAFF)


def _send(request: Here, invitation: Invitation, link: str) -> None:
    if invitation.email:
        text = render_to_string("people/invitation.txt", {"invitation": invitation, "by": request.user, "link": link})
        send_mail(_("An invitation to Connecting People"), text, None, [invitation.email])


def _around(request: Here, agency: Agency) -> dict[str, Any]:
    ways = [(label, href, href == request.path) for label, href in presenters.agency_ways(request.standing, agency)]
    return {"agency": agency, "ways": ways}
