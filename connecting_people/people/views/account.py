"""One's own account: ways to sign in, devices, and where one belongs."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from connecting_people.people import actions, devices, presenters, queries
from connecting_people.people.forms import DeviceForm
from connecting_people.people.standing import Here


@require_http_methods(["GET", "POST"])
def account(request: Here) -> HttpResponse:
    """Show how one signs in, where one is signed in and where one belongs; take the choice for this device."""
    now = {"shared": "yes" if devices.is_shared(request) else "no"}
    form = DeviceForm(request.POST if request.method == "POST" else None, initial=now)
    if form.is_valid():
        devices.choose(request, shared=form.cleaned_data["shared"] == "yes")
        messages.success(request, _("Your choice for this device is kept."))
        return redirect("people:account")
    user = request.user
    sessions = queries.sessions_of(user)
    context = {
        "form": form,
        "person": user,
        "factors": queries.second_factors(user),
        "belongings": presenters.belongings(queries.own_memberships(user)),
        "looked_after": presenters.looked_after(request.standing),
        "devices": presenters.devices_of(sessions, request.session.session_key),
    }
    return render(request, "people/account.html", context, status=422 if form.is_bound else 200)


@require_POST
def end_session(request: Here, session_id: int) -> HttpResponse:
    """Sign oneself out on one device."""
    actions.end_session(by=request.user, at=timezone.now(), session_id=session_id)
    messages.success(request, _("You are signed out there."))
    return redirect("people:account")


@require_http_methods(["GET", "POST"])
def leave_team(request: Here, membership_id: UUID) -> HttpResponse:
    """Ask whether somebody really leaves a team, then end their own role in it."""
    membership = queries.own_membership(request.user, membership_id)
    shown = presenters.belongings([membership])[0]
    context = {"shown": shown, "user_id": request.user.pk}
    if request.method == "GET":
        return render(request, "people/leave_team.html", context)
    try:
        actions.end_role(by=request.user, at=timezone.now(), membership=membership)
    except actions.PeopleError as why:
        return render(request, "people/leave_team.html", context | {"why": str(why)}, status=422)
    messages.success(request, _("You have left %(where)s.") % {"where": shown.where})
    return redirect("people:account")
