"""Asking the service user or a supporter in, by a link that is shown once."""

from datetime import datetime
from smtplib import SMTPException
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.mail import send_mail
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from connecting_people.core.encryption import decrypt, encrypt
from connecting_people.core.london import day_of
from connecting_people.partnership import actions
from connecting_people.partnership.forms import InviteForm, InviteSupporterForm
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import page, reader, sent, to_write
from connecting_people.partnership.permissions import can_invite
from connecting_people.partnership.rules import Part

_KEPT = "invitation.link"
_FOR = {"service_user": Part.SERVICE_USER, "supporter": Part.SUPPORTER}


@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest, partnership_id: UUID, part: str) -> HttpResponse:
    """Ask somebody in, and show the link of the place once."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "people")
    asked = _asked(request, partnership, part, at)
    link = _kept_link(request) if request.method != "POST" else ""
    if link:
        return page(request, "partnership/link.html", partnership, link=link)
    form = _form(asked, sent(request), at)
    if form.is_valid():
        try:
            _place, token = actions.invite(
                by=reader(request),
                at=at,
                partnership=partnership,
                part=asked,
                **form.cleaned_data,
            )
        except actions.PartnershipError as error:
            form.add_error(None, str(error))
        else:
            _pass_on(request, request.build_absolute_uri(reverse("partnership:join", args=[token])), form)
            return redirect("partnership:invite", partnership_id=partnership.pk, part=part)
    return page(request, "partnership/invite.html", partnership, form=form, supporter=asked == Part.SUPPORTER)


def _asked(request: HttpRequest, partnership: Partnership, part: str, at: datetime) -> Part:
    if part not in _FOR or not can_invite(reader(request), partnership, _FOR[part], at):
        raise Http404
    return _FOR[part]


def _form(part: Part, data: Any, at: datetime) -> InviteForm:
    return InviteSupporterForm(data, today=day_of(at)) if part == Part.SUPPORTER else InviteForm(data)


def _pass_on(request: HttpRequest, link: str, form: InviteForm) -> None:
    # A link is kept nowhere in words that the database shows, and only until its maker has seen it.
    request.session[_KEPT] = [request.path, encrypt(link, _KEPT)]
    to = form.cleaned_data["email"]
    if not to:
        return
    # The letter says nothing about anybody: others may read the screen on which it arrives.
    body = _("Hello,\n\nyou have been invited. This link is for you and works once:\n\n%(link)s\n") % {"link": link}
    try:
        send_mail(_("An invitation"), body, None, [to])
        messages.success(request, _("We sent the link to %(address)s.") % {"address": to})
    except (SMTPException, OSError):
        messages.warning(request, _("The e-mail did not go out. Please pass the link on yourself."))


def _kept_link(request: HttpRequest) -> str:
    path, link = request.session.get(_KEPT, ("", ""))
    if path != request.path:
        return ""
    del request.session[_KEPT]
    return decrypt(link, _KEPT)
