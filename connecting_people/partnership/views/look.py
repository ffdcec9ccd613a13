"""A team lead's urgent look."""

from uuid import UUID

from django.core.mail import send_mail
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from connecting_people.partnership import actions
from connecting_people.partnership.forms import LookForm
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import reader, sent, status_of
from connecting_people.partnership.queries import partnership_to_look_into
from connecting_people.people.queries import holders
from connecting_people.people.rules import Role


@require_http_methods(["GET", "POST"])
def look(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Ask why, say who will see it, and open the partnership to read for an hour. No name shows before that."""
    at = timezone.now()
    partnership = partnership_to_look_into(reader(request), partnership_id, at=at)
    if partnership.looking:
        return redirect("home:partnership", partnership_id=partnership.pk)
    form = LookForm(sent(request))
    if form.is_valid():
        actions.look_urgently(by=reader(request), at=at, partnership=partnership, **form.cleaned_data)
        _tell_officers(request, partnership)
        return redirect("home:partnership", partnership_id=partnership.pk)
    return render(request, "partnership/look.html", {"form": form}, status=status_of(form))


def _tell_officers(request: HttpRequest, partnership: Partnership) -> None:
    """Send each privacy officer a letter that gives nothing away, to whoever may read it over their shoulder."""
    text = _("There is something new for you to look at.") + "\n\n" + request.build_absolute_uri(reverse("home:first"))
    for officer in holders(partnership.agency_id, Role.PRIVACY_OFFICER):

        def send(address: str = officer.email) -> None:
            send_mail(_("Something new for you"), text, None, [address])

        # A look that was not kept is told to nobody, and a mail server that is down takes no look back.
        transaction.on_commit(send, robust=True)
