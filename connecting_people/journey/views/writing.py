"""Writing something down, and saying it differently."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from connecting_people.core.london import day_of
from connecting_people.guide.journeys import PRACTITIONER_JOURNEY, SERVICE_USER_JOURNEY
from connecting_people.journey import actions, permissions, queries
from connecting_people.journey.forms import NoteForm, OwnForm, RewordForm
from connecting_people.journey.models import Entry
from connecting_people.journey.presenters import STEP_NAMES, Teller, Told
from connecting_people.journey.rules import Kind, Standing
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import done, go_on, page, reader, to_write
from connecting_people.partnership.rules import Part
from connecting_people.people.drafts import form_for

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
def write(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Write a quick note."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, queries.WRITE_PAGE)
    asked = request.GET.get("step", "")
    step = int(asked) if asked in map(str, STEP_NAMES) else None
    initial = {"about": request.GET.get("about") or None, "processes": request.GET.getlist("process")}
    form = form_for(request, NoteForm, partnership=partnership, today=day_of(at), step=step, initial=initial)
    about = _about(partnership, form)

    if request.method == "POST" and done(form, lambda: _record(request, partnership, form, about)):
        return go_on(request, _("Written down."), "journey:timeline", partnership_id)
    told = Teller(partnership).entry(about, whole=False) if about else None
    return page(request, "journey/write.html", partnership, form=form, about=told)


@form_page
def own(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Write in one's own journey, and look back at it."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, queries.OWN_PAGE)
    form = form_for(request, OwnForm, today=day_of(at))

    def keep() -> Entry:
        return actions.record(
            by=reader(request),
            at=at,
            partnership=partnership,
            kind=Kind.OWN,
            line=form.cleaned_data["words"],
            words=form.cleaned_data["words"],
            happened_date=form.cleaned_data["happened"],
            kept_by=partnership.me,
        )

    if request.method == "POST" and done(form, keep):
        return go_on(request, _("Kept, for you alone."), "journey:own", partnership_id)
    ideas = SERVICE_USER_JOURNEY if partnership.me.part == Part.SERVICE_USER else PRACTITIONER_JOURNEY
    entries = Teller(partnership).entries(queries.own(partnership)[:200])
    return page(request, "journey/own.html", partnership, form=form, ideas=ideas, entries=entries)


@form_page
def reword(request: HttpRequest, partnership_id: UUID, entry_id: UUID) -> HttpResponse:
    """Say an entry differently; when somebody was quicker, show both texts and lose nothing."""
    at = timezone.now()
    name = queries.OWN_PAGE if queries.is_own(reader(request).pk, entry_id) else "entry"
    partnership = to_write(request, partnership_id, at, name)
    entry = queries.entry_in(partnership, entry_id)
    if not permissions.can_reword(partnership.me, entry):
        raise Http404
    initial = {"words": entry.words or entry.line, "version": entry.version}
    form = form_for(request, RewordForm, initial=initial)
    current: Told | None = None

    if request.method == "POST" and form.is_valid():
        words, version = form.cleaned_data["words"], form.cleaned_data["version"]
        try:
            actions.reword(by=reader(request), at=at, entry=entry, words=words, version=version)
            return go_on(request, _("Said differently."), "journey:entry", partnership_id, entry_id=entry_id)
        except actions.StaleEntry as stale:
            current = Teller(partnership).entry(stale.current)
            form = _after_the_other(form, stale)
    told = Teller(partnership).entry(entry)
    return page(request, "journey/reword.html", partnership, form=form, entry=told, current=current)


def _after_the_other(form: RewordForm, stale: actions.StaleEntry) -> RewordForm:
    """Return the form with what was typed, to be sent again after the other's text was read."""
    again = RewordForm({"words": form.data["words"], "version": str(stale.current.version)})
    again.add_error("words", str(stale))
    return again


def _about(partnership: Partnership, form: NoteForm) -> Entry | None:
    """Return the entry that a note is about, as the form or its address names it; Http404 when it cannot be read."""
    value = form["about"].value()
    if not value:
        return None
    try:
        return queries.entry_in(partnership, UUID(str(value)))
    except ValueError:
        raise Http404 from None


def _record(request: HttpRequest, partnership: Partnership, form: NoteForm, about: Entry | None) -> Entry:
    said = form.cleaned_data
    return actions.record(
        by=reader(request),
        at=timezone.now(),
        partnership=partnership,
        kind=Kind.NOTE,
        line=said["words"],
        words=said["words"],
        voice=form.voice,
        steps=said["steps"],
        processes=said["processes"],
        happened_date=said["happened"],
        standing=Standing.PROPOSED if said["proposed"] else Standing.SAID,
        about=about,
        kept_by=partnership.me if said["kept"] else None,
    )
