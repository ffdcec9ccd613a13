"""Nobody gets further than the open pages without signing in, and staff not without a second factor."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from connecting_people.people import devices
from connecting_people.people.standing import standing

_SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


class StillSignedIn:
    """Says who is here today, and ends a session that has stood still or has lasted for too long.

    It stands before whatever keeps words: what somebody sends too late is then kept for their next sign-in.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            held = standing(request.user)
            if devices.has_ended(request, request.user, at=timezone.now(), staff=held.is_staff):
                logout(request)
            else:
                request.standing = held  # type: ignore[attr-defined]
        return self.get_response(request)


class SignedIn:
    """Closes every page but those listed in settings.OPEN_PAGES, and keeps personal pages out of every cache."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and request.method == "GET":
            # Where signing in again leads whoever pressed a button after their session had ended.
            allow = response.headers["Allow"]
            response = render(request, "405.html", status=response.status_code)
            response["Allow"] = allow
        if request.user.is_authenticated or not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-store"
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Send whoever is not signed in to sign in, and staff without a second factor to set one up."""
        name = request.resolver_match.view_name if request.resolver_match else ""
        if name in settings.OPEN_PAGES:
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.path)
        if name in settings.PAGES_BEFORE_SECOND_FACTOR or settings.DEMO:
            return None
        if request.standing.is_staff and not _has_second_factor(request):  # type: ignore[attr-defined]
            return redirect("mfa_index")
        return None


def _has_second_factor(request: HttpRequest) -> bool:
    # Who signed in with one this time has one; the others are looked up.
    used = any(record.get("method") == "mfa" for record in request.session.get(AUTHENTICATION_METHODS_SESSION_KEY, []))
    return used or bool(is_mfa_enabled(request.user, _SECOND_FACTORS))
