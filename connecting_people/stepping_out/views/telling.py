"""What may be told about the person, by whom and to whom."""

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connecting_people.community.models import LocalContact
from connecting_people.community.queries.assets import contacts_there
from connecting_people.community.queries.contacts import contacts_kept_by
from connecting_people.core.london import day_of
from connecting_people.core.permissions import NotAllowed
from connecting_people.journey.actions import JourneyError
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import acting, done, go_on, page, reader, to_read, to_write
from connecting_people.people.drafts import form_for
from connecting_people.people.models import User
from connecting_people.stepping_out import queries
from connecting_people.stepping_out.actions import disclosures as actions
from connecting_people.stepping_out.actions.planning import OutingError
from connecting_people.stepping_out.forms.around import DisclosureForm
from connecting_people.stepping_out.models import Outing
from connecting_people.stepping_out.presenters.outings import agreement


@require_safe
def disclosures(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show what may be told now, and what waits for the other's word."""
    partnership = to_read(request, partnership_id, timezone.now(), "what may be told")
    shown = [agreement(partnership, one) for one in queries.disclosures(partnership).select_related("outing__entry")]
    waiting = [one for one in shown if not one.agreed_at]
    agreed = [one for one in shown if one.holds]
    over = [one for one in shown if one.is_over]
    return page(request, "stepping_out/disclosures.html", partnership, waiting=waiting, agreed=agreed, over=over)


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Say what may be told, in general or on one outing (`?outing=`)."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "what may be told")
    outing = _asked(partnership, request.GET.get("outing", ""))
    before = queries.disclosures(partnership).filter(outing=outing, contact=None).first()
    given = {"partnership": partnership, "today": day_of(at), "before": before}
    form = form_for(request, DisclosureForm, **given, contacts=_known(reader(request), partnership, outing))
    act = acting(request, at, partnership)
    if request.method == "POST" and done(form, lambda: actions.propose(**act, outing=outing, **form.said())):
        return go_on(
            request, _("Written down. It holds once the other agrees."), "stepping_out:disclosures", partnership_id
        )
    return page(request, "stepping_out/propose.html", partnership, form=form, outing=outing)


@require_safe
def disclosure(request: HttpRequest, partnership_id: UUID, disclosure_id: UUID) -> HttpResponse:
    """Show one agreement as a card to print and take along."""
    partnership = to_read(request, partnership_id, timezone.now(), "what may be told")
    found = queries.disclosure_in(partnership, disclosure_id)
    return page(request, "stepping_out/disclosure.html", partnership, shown=agreement(partnership, found))


@require_POST
def agree(request: HttpRequest, partnership_id: UUID, disclosure_id: UUID) -> HttpResponse:
    """Agree to what may be told."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "what may be told")
    found = queries.disclosure_in(partnership, disclosure_id)
    # For somebody without a login the one who sits beside them writes down their yes.
    person = partnership.person
    voice = person if person.user_id is None and found.entry.voice_id != person.pk else partnership.me
    try:
        actions.agree(**acting(request, at, partnership), disclosure=found, voice=voice)
    except (OutingError, JourneyError, NotAllowed) as reason:
        return go_on(request, str(reason), "stepping_out:disclosures", partnership_id)
    return go_on(request, _("Agreed, with today’s date and both names."), "stepping_out:disclosures", partnership_id)


@require_POST
def take_back(request: HttpRequest, partnership_id: UUID, disclosure_id: UUID) -> HttpResponse:
    """Take back what both had agreed may be told."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "what may be told")
    found = queries.disclosure_in(partnership, disclosure_id)
    says = _("Taken back. Nothing of it may be told from now on.")
    try:
        actions.take_back(**acting(request, at, partnership), disclosure=found)
    except (OutingError, JourneyError, NotAllowed) as reason:
        says = str(reason)
    return go_on(request, says, "stepping_out:disclosures", partnership_id)


def _known(user: User, partnership: Partnership, outing: Outing | None) -> Iterable[LocalContact]:
    """Return whom a practitioner knows where an outing goes, or knows themselves; a service user is asked of nobody."""
    if outing is None:
        return contacts_kept_by(partnership.agency_id, user.pk)
    return contacts_there(user, outing.asset) if outing.asset else ()


def _asked(partnership: Partnership, id: str) -> Outing | None:
    try:
        return queries.outing_in(partnership, UUID(id)) if id else None
    except ValueError:
        return None
