"""The pages of the look: choosing it, all its parts, the quick way out, and what is said when something goes wrong."""

from dataclasses import asdict

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django.views.i18n import set_language

from connecting_people.core.open_pages import unchanged
from connecting_people.ui import examples
from connecting_people.ui.forms import LookForm
from connecting_people.ui.jinja import exit_address
from connecting_people.ui.look import keep, look_of

# No token on either: what they change harms nobody, the language stands in pages that are the same for
# everyone, and a way out that stops because a sign-in has run out would be no way out.
language = csrf_exempt(set_language)


@require_GET
@unchanged
def styleguide(request: HttpRequest) -> HttpResponse:
    """Show every component with content as it may be in life."""
    return render(request, "ui/styleguide.html", examples.everything())


@require_http_methods(["GET", "POST"])
def look(request: HttpRequest) -> HttpResponse:
    """Let a person choose colours, size of text and the shortcut, for this device."""
    form = LookForm(request.POST if request.method == "POST" else None, initial=asdict(look_of(request)))
    if form.is_valid():
        response = redirect("ui:look")
        keep(form.cleaned_data["look"], response, secure=request.is_secure())
        return response
    return render(request, "ui/look.html", {"form": form}, status=422 if form.is_bound else 200)


@csrf_exempt
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """End the session at once and go to a neutral page, leaving nothing for the Back button."""
    logout(request)
    response = HttpResponse(render_to_string("ui/left.html", {"to": exit_address()}))
    # A redirect after a form would have to be allowed by the page's own policy; this one need not.
    response["Refresh"] = f"0; url={exit_address()}"
    response["Clear-Site-Data"] = '"cache", "storage"'
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response


def bad_request(_request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that what was sent could not be read, without asking the request, which may be what is wrong."""
    return HttpResponse(render_to_string("400.html"), status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that this part is for others."""
    return render(request, "403.html", status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is nothing here, in the same words whether there is nothing or it is not for this reader."""
    return render(request, "404.html", status=404)


def server_error(_request: HttpRequest) -> HttpResponse:
    """Say that it is our fault, without asking the database, which may be what is wrong."""
    return HttpResponse(render_to_string("500.html"), status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form was open for too long or came from elsewhere."""
    return HttpResponse(render_to_string("403_csrf.html"), status=403)
