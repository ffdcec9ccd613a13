"""Ideas: the board, saying one, what becomes of it, and one's own."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.mail import send_mail
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.community.queries.assets import areas
from connecting_people.core import documents
from connecting_people.core.addresses import address
from connecting_people.core.carrying import carry
from connecting_people.core.london import day_of
from connecting_people.core.permissions import NotAllowed
from connecting_people.culture.actions import ideas as actions
from connecting_people.culture.forms.ideas import IdeaForm, MoveForm, RewordForm, ShowForm
from connecting_people.culture.models import Idea
from connecting_people.culture.pages import page
from connecting_people.culture.permissions import can_move, is_own
from connecting_people.culture.presenters import ideas as presenters
from connecting_people.culture.presenters.wall import FILE, wall
from connecting_people.culture.queries import ideas as queries
from connecting_people.culture.queries.agency import Here as Agency
from connecting_people.culture.queries.agency import agency_here
from connecting_people.culture.queries.looks import to_try
from connecting_people.culture.rules import IdeaState, month_after
from connecting_people.partnership.pages import done
from connecting_people.people.drafts import form_for
from connecting_people.people.queries import teams
from connecting_people.people.standing import Here

form_page = require_http_methods(["GET", "HEAD", "POST"])
_FEW, _A_PAGE = 6, 20


@require_safe
def ideas(request: Here, agency_id: UUID) -> HttpResponse:
    """Show the board by what became of each idea; with `state` all of one kind, page by page."""
    here = agency_here(request.standing, agency_id)
    form = ShowForm(request.GET)
    practice, asked = form.asked()
    many = queries.how_many(agency_id, practice)
    number, last = _page_asked(request, many.get(asked, 0))
    start, most = ((number - 1) * _A_PAGE, _A_PAGE) if asked else (0, _FEW)
    states = [IdeaState(asked)] if asked else presenters.ORDER
    here_by_state = queries.on_the_board(agency_id, practice)
    rows = {one: list(here_by_state.filter(state=one)[start : start + most]) if one in many else [] for one in states}
    said = queries.said_last([one.pk for each in rows.values() for one in each])
    board = f"{address('culture:ideas', agency_id=agency_id)}?practice={practice}"
    columns = [
        presenters.column(board, one, rows[one], len(rows[one]) if asked else many.get(one, 0), said) for one in states
    ]
    context: dict[str, Any] = {
        "show": form,
        "filtered": bool(practice or asked),
        "columns": [one for one in columns if one.many or asked],
        "newer": f"{board}&state={asked}&page={number - 1}" if asked and number > 1 else "",
        "older": f"{board}&state={asked}&page={number + 1}" if asked and number < last else "",
        "says": _("Page %(number)s of %(last)s") % {"number": number, "last": last} if asked and last > 1 else "",
    }
    return page(request, "culture/ideas.html", here, **context)


def _page_asked(request: Here, many: int) -> tuple[int, int]:
    asked, last = request.GET.get("page", ""), max(1, -(-many // _A_PAGE))
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
    return min(max(number, 1), last), last


@form_page
def add_idea(request: Here, agency_id: UUID) -> HttpResponse:
    """Say how the agency could do better, with one's name or without."""
    here, at = agency_here(request.standing, agency_id), timezone.now()
    comes, known = month_after(day_of(at)), _known(here)
    given = {"teams": list(teams(agency_id)), "voices": here.voices, "agency_name": here.agency.name}
    form = form_for(request, IdeaForm, **given, known=known, comes_date=comes, initial=_begins(request, here))

    def suggest() -> None:
        actions.suggest(by=request.user, at=at, agency=here.agency, **form.said())

    if request.method == "POST" and done(form, suggest):
        if form.said()["named"]:
            messages.success(request, _("It is on the board. Thank you: you hear what becomes of it."))
            return redirect("culture:ideas", agency_id=agency_id)
        messages.success(request, _("Thank you. It is kept without your name, and you find it here."))
        return _without_a_trace(agency_id)
    return page(request, "culture/add_idea.html", here, form=form)


def _begins(request: Here, here: Agency) -> dict[str, str]:
    practice, look = request.GET.get("practice", ""), request.GET.get("look", "")
    if not look:
        return {"practice": practice}
    found, words = to_try(request.user, here.agency, look, practice)
    return {"practice": practice, "words": words, "voice": found.voice, "team": str(found.team_id or "")}


@require_safe
def my_ideas(request: Here, agency_id: UUID) -> HttpResponse:
    """Show the reader's own ideas and what became of them, also of those without a name."""
    here = agency_here(request.standing, agency_id)
    comes = month_after(day_of(timezone.now()))
    found = queries.own_ideas(here)
    moves = queries.moves_by_idea([one.pk for one in found])
    own = [presenters.own(one, moves.get(one.pk, ())) for one in found]
    return page(request, "culture/my_ideas.html", here, own=own, comes=comes)


@require_safe
def idea(request: Here, agency_id: UUID, idea_id: UUID) -> HttpResponse:
    """Show one idea, and what became of it."""
    here = agency_here(request.standing, agency_id)
    found = queries.idea_in(here, idea_id)
    return page(request, "culture/idea.html", here, **_shown(here, found))


@form_page
def reword_idea(request: Here, agency_id: UUID, idea_id: UUID) -> HttpResponse:
    """Say one's own idea in other words; where it changed meanwhile both stand on the page."""
    here = agency_here(request.standing, agency_id)
    found = queries.own_idea(here, idea_id)
    form = form_for(request, partial(RewordForm, idea=found, known=_known(here)))
    theirs = ""
    if form.is_valid():
        try:
            actions.reword(by=request.user, at=timezone.now(), idea=found, **form.said())
        except actions.StaleIdea as stale:
            form.add_error(None, str(stale))
            carry(form, version=stale.now.version)
            theirs = stale.now.words
        except actions.IdeaError as why:
            form.add_error(None, str(why))
        else:
            return _kept(request, found, _("Kept."))
    return page(request, "culture/reword_idea.html", here, form=form, found=found, theirs=theirs)


@form_page
def move_idea(request: Here, agency_id: UUID, idea_id: UUID) -> HttpResponse:
    """Say what becomes of an idea; when somebody was quicker, show how it stands and lose nothing."""
    here = agency_here(request.standing, agency_id)
    found = queries.idea_to_move(here, idea_id)
    form = form_for(request, partial(MoveForm, idea=found))
    if form.is_valid():
        try:
            move = actions.move(by=request.user, at=timezone.now(), idea=found, **form.said())
        except actions.StaleIdea as stale:
            form = form.stands_against(stale.now)
            form.add_error(None, str(stale))
            found = queries.idea_to_move(here, idea_id)
        except (actions.IdeaError, NotAllowed) as why:
            form.add_error(None, str(why))
        else:
            _tell(request, move.idea)
            messages.success(request, _("Kept. Whoever had the idea hears of it."))
            return redirect("culture:idea", agency_id=agency_id, idea_id=idea_id)
    return page(request, "culture/move_idea.html", here, form=form, **_shown(here, found))


@form_page
def take_back_idea(request: Here, agency_id: UUID, idea_id: UUID) -> HttpResponse:
    """Ask whether to take one's own idea back, and do it."""
    here = agency_here(request.standing, agency_id)
    found = queries.own_idea(here, idea_id)
    if request.method == "POST":
        try:
            actions.take_back(by=request.user, at=timezone.now(), idea=found)
        except actions.IdeaError as why:
            messages.warning(request, str(why))
            return redirect("culture:idea", agency_id=agency_id, idea_id=idea_id)
        return _kept(request, found, _("Taken back."))
    return page(request, "culture/take_back_idea.html", here, found=found)


@require_safe
def ideas_sheet(request: Here, agency_id: UUID) -> HttpResponse:
    """Give the board as a sheet of paper for the team's wall, where no name stands."""
    here = agency_here(request.standing, agency_id)
    rows = queries.on_the_board(agency_id)
    many = queries.how_many(agency_id)
    shown = {one: list(rows.filter(state=one)[:_FEW]) for one in presenters.ORDER}
    return documents.answer(wall(here.agency.name, shown, many, timezone.now()), "pdf", FILE)


def _shown(here: Agency, found: Idea) -> dict[str, Any]:
    moves = presenters.became(queries.moves_of(found))
    yours = presenters.own(found) if is_own(here.user, found) else None
    return {"card": presenters.card(found), "moves": moves, "yours": yours, "moves_it": can_move(here.user, found)}


def _known(here: Agency) -> list[str]:
    """Return names that are no people's: of the agency, its teams and its area."""
    places = [area.name for area in areas(here.agency.pk)]
    return [here.agency.name, *(team.name for team in teams(here.agency.pk)), *places]


def _kept(request: Here, found: Idea, says: str) -> HttpResponse:
    messages.success(request, says)
    if found.by_id is None:
        return _without_a_trace(found.agency_id)
    return redirect("culture:my_ideas", agency_id=found.agency_id)


def _without_a_trace(agency_id: UUID) -> HttpResponse:
    """Lead on without noting for a week who sent the form when, as every other form that leads on is noted."""
    mine = address("culture:my_ideas", agency_id=agency_id)
    return HttpResponse(status=302, headers={"Location": mine})


def _tell(request: Here, found: Idea) -> None:
    """Send whoever had it in the open a letter that gives nothing away; a letter would tell whose the others are."""
    author = found.by
    if author is None or author == request.user or not author.is_active or found.from_training:
        return
    text = _("There is something new for you to look at.") + "\n\n" + request.build_absolute_uri(reverse("home:first"))

    def send() -> None:
        send_mail(_("Something new for you"), text, None, [author.email])

    transaction.on_commit(send, robust=True)
