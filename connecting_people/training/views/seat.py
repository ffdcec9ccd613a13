"""The room on a trainee's phone: one address, whatever is on."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connecting_people.core.once import new_token
from connecting_people.partnership.pages import done, sent, status_of
from connecting_people.training.actions import notes as actions
from connecting_people.training.door import seat_here, seat_kept
from connecting_people.training.forms.notes import NoteForm, RewordForm, begun_note
from connecting_people.training.live import column_of, columns_of
from connecting_people.training.models import Trainee
from connecting_people.training.news import news
from connecting_people.training.permissions import can_speak
from connecting_people.training.presenters.screens import changed, points_page, seat_screen, viewer_of
from connecting_people.training.presenters.words_kept import as_text, kept_words
from connecting_people.training.queries import boards, rooms

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def seat(request: HttpRequest) -> HttpResponse:
    """Show what is on now, with the board and one's own words; who has no seat is asked for the code."""
    at = timezone.now()
    trainee = seat_here(request, at)
    if trainee is None:
        return redirect("training:join")
    if not can_speak(trainee, at):
        return _not_in(request, trainee)
    return _screen(request, trainee)


@require_POST
def write(request: HttpRequest) -> HttpResponse:
    """Write a note or an answer; a page that is alive gets what is new, any other the whole screen."""
    at = timezone.now()
    trainee = seat_here(request, at)
    if trainee is None or not can_speak(trainee, at):
        return _not_in(request, trainee)
    block = boards.block_here(trainee.room, request.POST.get("block", ""))
    if block is None:
        return redirect("training:seat")
    if "place" in request.POST:
        begun = begun_note(request.POST, boards.places_named(trainee.room.training))
        return _screen(request, trainee, NoteForm(block=block, has_name=bool(trainee.name), initial=begun), block)
    form = NoteForm(request.POST, block=block, has_name=bool(trainee.name))
    made: list[UUID] = []
    if done(form, lambda: made.append(actions.write(by=trainee, at=at, block=block, **form.said()).pk)):
        since = request.POST.get("live", "")
        if since.isdigit():
            response: HttpResponse = redirect("training:poll")
            response["Location"] += f"?v={since}&own={made[0]}"
            return response
        return redirect("training:open_points" if request.POST.get("back") == "points" else "training:seat")
    return _screen(request, trainee, form=form, block=block)


@require_safe
def poll(request: HttpRequest) -> HttpResponse:
    """Say what is new since the version `v`; where nothing is, nothing."""
    at = timezone.now()
    trainee = seat_here(request, at)
    if trainee is None or not can_speak(trainee, at):
        return HttpResponse(status=404 if trainee is None else 410)
    since, own = _number(request.GET.get("v", "")), _id(request.GET.get("own", ""))
    if since == trainee.room.version and own is None:
        return HttpResponse(status=204)
    found = news(trainee.room, viewer_of(trainee), since, own)
    if found.whole:
        return render(request, "training/live/seat_parts.html", _parts(request, trainee))
    new = changed(trainee.room, viewer_of(trainee), found, at, trainee)
    return render(request, "training/live/news.html", new)


@form_page
def own_note(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """Say one's own note differently, or take it back."""
    at = timezone.now()
    trainee = seat_here(request, at)
    if trainee is None or not can_speak(trainee, at):
        return _not_in(request, trainee)
    note = boards.own_note(trainee, note_id)
    if request.method == "POST" and "take_back" in request.POST:
        actions.take_back(by=trainee, at=at, note=note)
        return redirect("training:seat")
    column = column_of(note.block, note.column) or columns_of(note.block)[0]
    first = {"column": note.column, "text": note.text, "sort": note.sort, "named": note.named}
    given: dict[str, Any] = {"block": note.block, "column": column, "is_answer": note.about_id is not None}
    form = RewordForm(sent(request), initial=first, has_name=bool(trainee.name), **given)
    if request.method == "POST" and done(form, lambda: actions.reword(by=trainee, at=at, note=note, **_reworded(form))):
        return redirect("training:seat")
    context = {"form": form, "note": note, "token": new_token(request)}
    return render(request, "training/live/own_note.html", context, status=status_of(form))


@require_safe
def open_points(request: HttpRequest) -> HttpResponse:
    """Show what is not clear yet in the whole training, and take a new point."""
    at = timezone.now()
    trainee = seat_here(request, at)
    if trainee is None or not can_speak(trainee, at):
        return _not_in(request, trainee)
    blocks = list(rooms.agenda_of(trainee.room))
    shown = points_page(blocks, boards.points_of(blocks), viewer_of(trainee))
    return render(request, "training/live/open_points.html", {**shown, "token": new_token(request)})


@require_safe
def my_notes(request: HttpRequest) -> HttpResponse:
    """Show everything that one wrote, to print or to take along, also after the room was closed."""
    trainee = seat_here(request, timezone.now()) or seat_kept(request)
    if trainee is None:
        return _not_in(request, None)
    context = {"activities": kept_words(boards.all_of(trainee)), "training": trainee.room.training}
    return render(request, "training/live/my_notes.html", context)


@require_safe
def my_notes_text(request: HttpRequest) -> HttpResponse:
    """Give everything that one wrote as a text file."""
    trainee = seat_here(request, timezone.now()) or seat_kept(request)
    if trainee is None:
        return _not_in(request, None)
    words = as_text(trainee.room.training.title, kept_words(boards.all_of(trainee)))
    response = HttpResponse(words, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{_("my-notes")}.txt"'
    return response


def _screen(request: HttpRequest, trainee: Trainee, form: NoteForm | None = None, block: Any = None) -> HttpResponse:
    context = _parts(request, trainee, form, block)
    return render(request, "training/live/seat.html", context, status=status_of(form) if form else 200)


def _parts(request: HttpRequest, trainee: Trainee, form: NoteForm | None = None, block: Any = None) -> dict[str, Any]:
    back = _number(request.GET.get("back", ""))
    shown = seat_screen(trainee, timezone.now(), before=max(0, back))
    block = block or trainee.room.block
    if form is None and block is not None and columns_of(block):
        about = request.GET.get("about", "")
        form = NoteForm(block=block, has_name=bool(trainee.name), initial={"about": about} if _id(about) else {})
    answers = form["about"].value() if form else None
    answered = next((n for n in shown["all_notes"] if answers and n.id == str(answers)), None)
    return {**shown, "form": form, "form_block": block, "answered": answered, "token": new_token(request)}


def _not_in(request: HttpRequest, trainee: Trainee | None) -> HttpResponse:
    if trainee is None:
        return render(request, "training/live/no_seat.html", status=404)
    out = "sent_out" if trainee.ejected_at is not None else "closed"
    status = 200 if request.method in {"GET", "HEAD"} else 410
    # A page that was typed on when the room closed gets its words back to take along.
    typed = request.POST.get("text", "")[:20_000]
    return render(request, f"training/live/{out}.html", {"typed": typed}, status=status)


def _reworded(form: RewordForm) -> dict[str, Any]:
    said = form.said()
    return {name: said[name] for name in ("text", "sort", "named")}


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
