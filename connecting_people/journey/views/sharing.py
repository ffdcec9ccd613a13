"""What a supporter sees: chosen by the service user, item by item, until a day."""

from itertools import groupby
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.core.london import day_of
from connecting_people.journey import actions, permissions, queries
from connecting_people.journey.forms import SharingForm
from connecting_people.journey.models import Entry
from connecting_people.journey.presenters import Teller
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import done, go_on, page, reader, to_write
from connecting_people.partnership.queries import supported_partnership_for
from connecting_people.partnership.rules import Part
from connecting_people.people.drafts import form_for

OFFERED = 60


@require_http_methods(["GET", "HEAD", "POST"])
def sharing(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Tick what a supporter may see, and take it back."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "sharing")
    if not permissions.can_share(partnership.me, partnership):
        raise Http404
    if request.POST.get("take_back"):
        return _take_back(request, partnership)
    today = day_of(at)
    supporters = [one for one in partnership.everybody if one.part == Part.SUPPORTER and one.takes_part(today)]
    entries = _offered(request, partnership)
    labels = _labels(partnership, entries)
    form = form_for(
        request,
        SharingForm,
        supporters=supporters,
        entries=entries,
        labels=labels,
        today=today,
        initial={"entries": [request.GET.get("entry", "")]},
    )

    def show() -> None:
        actions.share_several(
            by=reader(request),
            at=at,
            entries=form.ticked,
            supporter=form.who_may,
            until_date=form.cleaned_data["until"],
        )

    if request.method == "POST" and done(form, show):
        return go_on(request, _("They can see it now."), "journey:sharing", partnership_id)
    shares = groupby(queries.shares_of(partnership, at), key=lambda share: share.supporter)
    shown = [(supporter.name, list(rows)) for supporter, rows in shares]
    return page(
        request, "journey/sharing.html", partnership, form=form, shown=shown, supporters=supporters, entries=entries
    )


@require_safe
def shared(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show a supporter what was ticked for them, and nothing else."""
    at = timezone.now()
    partnership = supported_partnership_for(reader(request), partnership_id, at=at)
    entries = queries.shared_with(partnership.me, at)
    told = [Teller(partnership).entry(entry) for entry in entries]
    return render(request, "journey/shared.html", {"entries": told, "person": partnership.person.name})


def _take_back(request: HttpRequest, partnership: Partnership) -> HttpResponse:
    try:
        share = queries.share_in(partnership, UUID(request.POST["take_back"]))
    except ValueError:
        raise Http404 from None
    share.entry.partnership = partnership
    actions.stop_sharing(by=reader(request), at=timezone.now(), entry=share.entry, supporter=share.supporter)
    return go_on(request, _("Taken back."), "journey:sharing", partnership.pk)


def _offered(request: HttpRequest, partnership: Partnership) -> list[Entry]:
    """Return the newest entries that can be shown, and those that the form or the address names."""
    named = [_uuid(text) for text in (*request.POST.getlist("entries"), request.GET.get("entry", ""))]
    rows = queries.entries(partnership).filter(kept_by=None)
    newest = list(rows[:OFFERED])
    known = {entry.pk for entry in newest}
    others = rows.filter(pk__in=[pk for pk in named if pk and pk not in known])
    found = [*others, *newest]
    for entry in found:
        entry.partnership = partnership
    return found


def _labels(partnership: Partnership, entries: list[Entry]) -> dict[str, str]:
    tell = Teller(partnership)
    labels = {}
    for entry in entries:
        told = tell.entry(entry, whole=False)
        day = date_format(entry.happened_date, "j F Y")
        labels[str(entry.pk)] = f"{day}, {told.name}: {entry.line}"
    return labels


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
