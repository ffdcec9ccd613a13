"""Looking at lights before others read them: the list, and one of them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.community import pages
from connecting_people.community.actions import ratings as actions
from connecting_people.community.forms.experience import DecideForm
from connecting_people.community.presenters.ratings import to_look_at
from connecting_people.community.queries.assets import directory_to_keep
from connecting_people.community.queries.experience import (
    rating_to_look_at,
    ratings_for_a_second_look,
    ratings_to_look_at,
)
from connecting_people.community.rules import RatingState
from connecting_people.people.drafts import form_for
from connecting_people.people.standing import Here

_OPEN = (RatingState.WAITING, RatingState.TURNED_DOWN)


@require_safe
def ratings_waiting(request: Here, agency_id: UUID) -> HttpResponse:
    """Show the lights that wait for a first look, and those that wait for a second."""
    directory = directory_to_keep(request.standing, agency_id)
    first = [to_look_at(one) for one in ratings_to_look_at(directory)]
    second = [to_look_at(one) for one in ratings_for_a_second_look(directory)]
    return pages.page(request, "community/ratings_waiting.html", directory, first=first, second=second)


@require_http_methods(["GET", "HEAD", "POST"])
def rating_decide(request: Here, agency_id: UUID, rating_id: UUID) -> HttpResponse:
    """Look at one light, and say what others may read of it."""
    directory = directory_to_keep(request.standing, agency_id)
    rating = rating_to_look_at(directory, rating_id)
    form = form_for(request, DecideForm, rating=rating)
    if rating.state not in _OPEN:
        if form.is_bound:
            form.add_error(None, str(actions.Decided(rating)))
    elif form.is_valid():
        try:
            actions.decide(by=request.user, at=timezone.now(), rating=rating, decision=form.said())
        except actions.NotTheirWords as why:
            form.add_error("shown", str(why))
        except actions.WhyMissing as why:
            form.add_error("why", str(why))
        except actions.Decided as why:
            rating = rating_to_look_at(directory, rating_id)
            form.add_error(None, str(why))
        else:
            messages.success(request, _("Thank you. Its author sees what you decided."))
            return redirect("community:ratings_waiting", agency_id=agency_id)
    shown = to_look_at(rating)
    context: dict[str, Any] = {
        "form": form,
        "shown": shown,
        "open": rating.state in _OPEN,
        "second": bool(rating.decided_by_id),
    }
    return pages.page(request, "community/rating_decide.html", directory, **context)
