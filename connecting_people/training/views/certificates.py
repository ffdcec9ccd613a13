"""Certificates: giving them, the paper, and whether a number is right."""

from typing import Any
from uuid import UUID

from allauth.core import ratelimit
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connecting_people.core import documents
from connecting_people.core.addresses import address
from connecting_people.core.troubles import Trouble
from connecting_people.partnership.pages import sent, status_of
from connecting_people.people.standing import Here
from connecting_people.training.actions import certificates as actions
from connecting_people.training.forms.after import NumberForm
from connecting_people.training.pages import page
from connecting_people.training.paging import paged
from connecting_people.training.presenters.certificates import FILE, checked, holders, paper
from connecting_people.training.queries import certificates as queries
from connecting_people.training.queries.trainings import training_to_lead

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
def certificates(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Show who came and has a certificate, and give one to everybody who has none or to one of them."""
    training = training_to_lead(request.standing, agency_id, training_id)
    if request.method == "POST":
        to = queries.chosen(training, request.POST.get("to", ""))
        try:
            given = actions.give(by=request.user, at=timezone.now(), training=training, to=to)
        except Trouble as why:
            messages.warning(request, str(why))
        else:
            says = ngettext("%(n)s certificate is ready.", "%(n)s certificates are ready.", len(given))
            messages.success(request, says % {"n": len(given)})
        return redirect(address("training:certificates", agency_id=agency_id, training_id=training_id))
    came, pager = paged(request, queries.who_came(training))
    context: dict[str, Any] = {"holders": holders(came), "pager": pager, "without": queries.many_without(training)}
    return page(request, "training/certificates.html", training.agency, training, **context)


@require_safe
def certificate(request: Here, agency_id: UUID, training_id: UUID, certificate_id: UUID) -> HttpResponse:
    """Give one certificate as a tagged PDF, in large print where that is asked for."""
    training, found = queries.certificate_to_read(request.standing, agency_id, training_id, certificate_id)
    check = request.build_absolute_uri(address("training:certificate_check"))
    large = request.GET.get("print") == "large"
    return documents.answer(paper(training, found, check, large=large), "pdf", FILE)


@require_POST
def certificate_take_back(request: Here, agency_id: UUID, training_id: UUID, certificate_id: UUID) -> HttpResponse:
    """Take a certificate back."""
    training = training_to_lead(request.standing, agency_id, training_id)
    found = queries.certificate_in(training, certificate_id)
    actions.take_back(by=request.user, at=timezone.now(), certificate=found)
    messages.success(request, _("Taken back. Whoever checks the number is told so."))
    return redirect(address("training:certificates", agency_id=agency_id, training_id=training_id))


@form_page
def certificate_check(request: HttpRequest) -> HttpResponse:
    """Say to whoever was given a number whether it is right; the number stands in no address."""
    form, found = NumberForm(sent(request)), None
    if request.method == "POST":
        if not ratelimit.consume(request, action="certificate_check"):
            form.add_error(None, _("That was a lot in a short time. Wait a minute, then try again."))
            return render(request, "training/certificate_check.html", {"form": form}, status=429)
        if form.is_valid():
            found = queries.by_number(form.cleaned_data["number"])
            if found is None:
                form.add_error("number", _("We gave no certificate of this number. Look at each letter once more."))
    shown = checked(found) if found else None
    context: dict[str, Any] = {"form": form, "shown": shown}
    return render(request, "training/certificate_check.html", context, status=status_of(form))
