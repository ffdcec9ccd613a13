"""The board of what is missing: looking at it, adding to it, and what becomes of a need."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.community import pages
from connecting_people.community.actions import gaps as actions
from connecting_people.community.forms.gaps import AddGapForm, MoveForm, RewordForm
from connecting_people.community.models import Gap
from connecting_people.community.presenters import gaps as presenters
from connecting_people.community.queries import gaps as queries
from connecting_people.community.queries.assets import Directory, areas, directory_for, directory_to_keep
from connecting_people.community.rules import GapState
from connecting_people.core.addresses import address
from connecting_people.people.drafts import form_for, kept_for, put_back
from connecting_people.people.standing import Here

form_page = require_http_methods(["GET", "HEAD", "POST"])
_FEW, _A_PAGE, _MATCHES = 6, 20, 12


@require_safe
def gaps(request: Here, agency_id: UUID) -> HttpResponse:
    """Show what is missing here, by how it stands; with `state` all of one kind, page by page."""
    directory = directory_for(request.standing, agency_id)
    asked = request.GET.get("state", "")
    many = queries.how_many(agency_id)
    if asked in list(GapState):
        return _all_of(request, directory, GapState(asked), many.get(asked, 0))
    rows = {state: list(queries.gaps(agency_id, state)[:_FEW]) for state in GapState}
    said = queries.said_of([gap.pk for each in rows.values() for gap in each])
    columns = [presenters.column(agency_id, state, rows[state], many.get(state, 0), said) for state in GapState]
    shown = [one for one in columns if one.many]
    return pages.page(request, "community/gaps.html", directory, columns=shown, older="", newer="", says="", one=False)


def _all_of(request: Here, directory: Directory, state: GapState, many: int) -> HttpResponse:
    asked = request.GET.get("page", "")
    last = max(1, -(-many // _A_PAGE))
    number = min(max(int(asked), 1), last) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
    rows = list(queries.gaps(directory.agency.pk, state)[(number - 1) * _A_PAGE : number * _A_PAGE])
    said = queries.said_of([gap.pk for gap in rows])
    column = presenters.column(directory.agency.pk, state, rows, len(rows), said)
    board = f"{address('community:gaps', agency_id=directory.agency.pk)}?state={state.value}&page="
    context: dict[str, Any] = {
        "columns": [column],
        "newer": f"{board}{number - 1}" if number > 1 else "",
        "older": f"{board}{number + 1}" if number < last else "",
        "says": _("Page %(number)s of %(last)s") % {"number": number, "last": last} if last > 1 else "",
        "one": True,
    }
    return pages.page(request, "community/gaps.html", directory, **context)


@form_page
def add_gap(request: Here, agency_id: UUID) -> HttpResponse:
    """Put a need on the board. The words of a search that found nothing go there in one tap, if they name nobody."""
    directory = directory_for(request.standing, agency_id)
    named = [area.name for area in areas(agency_id)]
    sent = request.POST if request.method == "POST" else kept_for(request)
    if sent is not None and "words" in sent and "need" not in sent:
        form = AddGapForm.of_search(str(sent["words"]), areas=named, fresh=request.method != "POST")
    else:
        form = form_for(request, AddGapForm, areas=named)
    if form.is_valid():
        gap = actions.add_gap(by=request.user, at=timezone.now(), agency=directory.agency, **form.said())
        messages.success(request, _("It is on the board. Thank you: what nobody names, nobody can mend."))
        return redirect("community:gap", agency_id=agency_id, gap_id=gap.pk)
    return pages.page(request, "community/add_gap.html", directory, form=form, areas=named)


@require_safe
def gap(request: Here, agency_id: UUID, gap_id: UUID) -> HttpResponse:
    """Show one need, and what became of it."""
    directory = directory_for(request.standing, agency_id)
    return _one(request, directory, queries.gap_in(directory, gap_id))


@form_page
def gap_move(request: Here, agency_id: UUID, gap_id: UUID) -> HttpResponse:
    """Keep what becomes of a need; when somebody was quicker, show how it stands and lose nothing."""
    directory = directory_to_keep(request.standing, agency_id)
    found = queries.gap_in(directory, gap_id)
    to = request.POST.get("to", "")
    if to not in list(GapState):
        return _one(request, directory, found)
    named = request.POST.get("named", "").strip() if to == GapState.FILLED else ""
    matches = queries.named_like(agency_id, named, _MATCHES) if named else []
    form = MoveForm(request.POST, gap=found, to=GapState(to), found=matches)
    if form.is_valid():
        said = {"version": form.cleaned_data["version"], "words": form.cleaned_data["words"]}
        act: dict[str, Any] = {"by": request.user, "at": timezone.now(), "gap": found, "to": GapState(to)}
        try:
            actions.move_gap(**act, **said, filled_by=form.filled_by())
        except actions.StaleGap as stale:
            form.add_error(None, str(stale))
            form.stands_against(stale.now)
        except actions.NoSuchMove as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, _("Kept. Everybody sees it on the board."))
            return redirect("community:gap", agency_id=agency_id, gap_id=gap_id)
    return _one(request, directory, queries.gap_in(directory, gap_id), form)


@form_page
def gap_words(request: Here, agency_id: UUID, gap_id: UUID) -> HttpResponse:
    """Say a need in other words; when somebody was quicker, show both texts and lose nothing."""
    directory = directory_to_keep(request.standing, agency_id)
    found = queries.gap_in(directory, gap_id)
    named = [area.name for area in areas(agency_id)]
    form = form_for(request, partial(RewordForm.of, found), areas=named)
    theirs = None
    if form.is_valid():
        try:
            actions.reword_gap(by=request.user, at=timezone.now(), gap=found, **form.said())
        except actions.StaleGap as stale:
            form.add_error(None, str(stale))
            form.stands_against(stale.now)
            theirs = stale.now
        else:
            messages.success(request, _("Kept."))
            return redirect("community:gap", agency_id=agency_id, gap_id=gap_id)
    context: dict[str, Any] = {"form": form, "areas": named, "found": found, "theirs": theirs}
    return pages.page(request, "community/gap_words.html", directory, **context)


def _way(found: Gap, to: GapState, typed: QueryDict | None) -> MoveForm:
    form = MoveForm(gap=found, to=to)
    return put_back(form, typed) if typed and typed.get("to") == to else form


def _one(request: Here, directory: Directory, found: Gap, form: MoveForm | None = None) -> HttpResponse:
    """Draw one need, with a form for each way that it can go; the one that was sent keeps what was typed."""
    ways: list[MoveForm] = []
    if directory.keeps:
        possible = presenters.next_of(found)
        typed = kept_for(request)
        ways = [form if form and form.state == to else _way(found, to, typed) for to in possible]
    # Where it can no longer go, nobody can send the words again: they stand on the page to be copied.
    written = form.data.get("words", "") if form and form not in ways else ""
    context: dict[str, Any] = {
        "written": written,
        "need": presenters.need(found),
        "moves": presenters.moves(queries.moves_of(found), found.origin),
        "moves_to": ways,
        "form": form,
    }
    return pages.page(request, "community/gap.html", directory, **context)
