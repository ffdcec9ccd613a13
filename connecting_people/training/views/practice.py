"""The practice space itself: what is in it, the self-review, keeping it, and deleting it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.measures.forms.questions import QuestionsForm
from connecting_people.measures.instruments import PRACTICE, latest
from connecting_people.partnership.pages import done, sent
from connecting_people.people.standing import Here
from connecting_people.training.actions import practice as actions
from connecting_people.training.presenters.practice import list_to_read, only_to_see
from connecting_people.training.presenters.practice_review import review_page
from connecting_people.training.queries.practice import kept_space, kept_spaces, map_of, review_in
from connecting_people.training.views.practice_frame import practice_page, seat_and_space
from connecting_people.training.views.practice_map import map_file

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def practice(request: HttpRequest) -> HttpResponse:
    """Show what is in one's practice space, when it goes, and how to keep it."""
    seat, space = seat_and_space(request, timezone.now())
    people = len(map_of(space).facts)
    context = {"people": people, "training": seat.room.training, "answered": bool(space.answers)}
    return practice_page(request, "training/practice/space.html", space, **context)


@require_safe
def review(request: HttpRequest) -> HttpResponse:
    """Show what one's practice self-review says; ask the questions where they were not answered yet."""
    _seat, space = seat_and_space(request, timezone.now())
    found = review_in(space)
    if found is None:
        return redirect("training:practice_answer")
    return practice_page(request, "training/practice/review.html", space, shown=review_page(*found))


@form_page
def answer(request: HttpRequest) -> HttpResponse:
    """Look at how one works."""
    at = timezone.now()
    seat, space = seat_and_space(request, at)
    instrument = latest()[PRACTICE]
    found = review_in(space)
    before = {f"q-{id}": str(value) for id, value in found[1].items()} if found else {}
    form = QuestionsForm(sent(request), instrument=instrument, initial=before)
    if request.method == "POST" and done(form, lambda: actions.answer(by=seat, at=at, answers=form.answers())):
        messages.success(request, _("Kept, for you alone."))
        return redirect("training:practice_review")
    return practice_page(request, "training/practice/answer.html", space, form=form, instrument=instrument)


@form_page
def empty(request: HttpRequest) -> HttpResponse:
    """Delete everything in one's practice space, once that was said twice."""
    at = timezone.now()
    seat, space = seat_and_space(request, at)
    if request.method == "POST":
        actions.empty(by=seat, at=at)
        messages.success(request, _("Deleted. Nothing of it is left."))
        return redirect("training:practice")
    return practice_page(request, "training/practice/empty.html", space)


@form_page
def keep(request: Here) -> HttpResponse:
    """Keep one's practice space with one's login."""
    at = timezone.now()
    seat, space = seat_and_space(request, at)
    if request.method == "POST":
        kept = actions.keep(by=request.user, at=at, seat=seat)
        messages.success(request, _("Kept. Only you find it here, when you are signed in."))
        return redirect("training:my_practice_map", space_id=kept.pk)
    return practice_page(request, "training/practice/keep.html", space)


@require_safe
def mine(request: Here) -> HttpResponse:
    """Show the practice spaces that one kept."""
    return render(request, "training/practice/mine.html", {"spaces": kept_spaces(request.user)})


@require_safe
def my_map(request: Here, space_id: UUID) -> HttpResponse:
    """Show a practice map and self-review that one kept."""
    space = kept_space(request.user, space_id)
    found, answered = map_of(space), review_in(space)
    context = {
        "space": space,
        "picture": only_to_see(space, found),
        "people": list_to_read(found),
        "review": review_page(*answered) if answered else None,
    }
    return render(request, "training/practice/my_map.html", context)


@require_safe
def my_copy(request: Here, space_id: UUID, form: str) -> HttpResponse:
    """Send a map that one kept as a file."""
    return map_file(kept_space(request.user, space_id), form, timezone.now())


@form_page
def my_delete(request: Here, space_id: UUID) -> HttpResponse:
    """Delete a practice space that one kept, once that was said twice."""
    space = kept_space(request.user, space_id)
    if request.method == "POST":
        actions.delete_kept(by=request.user, at=timezone.now(), space=space)
        messages.success(request, _("Deleted. Nothing of it is left."))
        return redirect("training:my_practice")
    return render(request, "training/practice/my_delete.html", {"space": space})
