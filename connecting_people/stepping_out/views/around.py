"""Who supports an outing, small steps towards it, whom one met, and how connections came about."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connecting_people.community.queries.assets import contacts_there
from connecting_people.connections.queries.connections import state_in, states
from connecting_people.core.london import day_of
from connecting_people.partnership.pages import acting, done, go_on, page, reader, to_read, to_write
from connecting_people.partnership.rules import PRACTITIONERS
from connecting_people.people.drafts import form_for
from connecting_people.stepping_out import queries
from connecting_people.stepping_out.actions import meetings
from connecting_people.stepping_out.actions import support as supporting
from connecting_people.stepping_out.forms.around import CameAboutForm, MetForm, SmallStepsForm, SupportForm
from connecting_people.stepping_out.models import Supporting
from connecting_people.stepping_out.presenters.came_about import came_about_page
from connecting_people.stepping_out.rules import Source

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
def support(request: HttpRequest, partnership_id: UUID, outing_id: UUID) -> HttpResponse:
    """Say who or what supports an outing."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "outing")
    found = queries.outing_in(partnership, outing_id)
    given: dict[str, Any] = {
        "partnership": partnership,
        "today": day_of(at),
        "team": [one for one in partnership.everybody if one.part in PRACTITIONERS and one.takes_part(day_of(at))],
        "on_map": states(partnership).filter(there=True, never_support=False).order_by("name"),
        "contacts": contacts_there(reader(request), found.asset) if found.asset else (),
    }
    held = _held(queries.support_of(partnership, [found]))
    form = form_for(request, SupportForm, **given, initial=held)
    act = acting(request, at, partnership)
    if request.method == "POST" and done(form, lambda: supporting.say_support(**act, outing=found, **form.said())):
        return go_on(request, _("Written down."), "stepping_out:outing", partnership_id, outing_id=outing_id)
    return page(request, "stepping_out/support.html", partnership, form=form, outing=found)


@form_page
def small_steps(request: HttpRequest, partnership_id: UUID, outing_id: UUID) -> HttpResponse:
    """Say the small steps towards an outing."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "outing")
    found = queries.outing_in(partnership, outing_id)
    form = form_for(request, SmallStepsForm, steps=queries.small_steps_of(found))
    act = acting(request, at, partnership)
    if request.method == "POST" and done(form, lambda: supporting.say_small_steps(**act, outing=found, **form.said())):
        return go_on(
            request, _("Written down. One at a time."), "stepping_out:outing", partnership_id, outing_id=outing_id
        )
    rows = [(form[f"step_{number}"], form[f"helper_{number}"]) for number in range(1, 6)]
    return page(request, "stepping_out/small_steps.html", partnership, form=form, rows=rows, outing=found)


@require_POST
def take_small_step(request: HttpRequest, partnership_id: UUID, outing_id: UUID, number: int) -> HttpResponse:
    """Say that a small step is taken."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "outing")
    found = queries.outing_in(partnership, outing_id)
    supporting.take_small_step(
        **acting(request, at, partnership), outing=found, position=number, voice=partnership.person
    )
    return go_on(request, _("One step further."), "stepping_out:outing", partnership_id, outing_id=outing_id)


@form_page
def met(request: HttpRequest, partnership_id: UUID, outing_id: UUID) -> HttpResponse:
    """Put somebody who was met on the map, and keep where it was."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "outing")
    found = queries.outing_in(partnership, outing_id)
    form = form_for(request, MetForm, partnership=partnership, today=day_of(at))
    act = acting(request, at, partnership)
    if request.method == "POST" and done(form, lambda: meetings.meet(**act, outing=found, **form.said())):
        says = _("They are on the map now. You can say more about them there.")
        return go_on(request, says, "stepping_out:outing", partnership_id, outing_id=outing_id)
    return page(request, "stepping_out/met.html", partnership, form=form, outing=found)


@require_safe
def came_about(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show how the connections on the map came about, as far as somebody said so."""
    partnership = to_read(request, partnership_id, timezone.now(), "how connections came about")
    shown = came_about_page(partnership, states(partnership).filter(there=True), queries.meetings(partnership))
    return page(request, "stepping_out/came_about.html", partnership, shown=shown)


@form_page
def say_came_about(request: HttpRequest, partnership_id: UUID, connection_id: UUID) -> HttpResponse:
    """Say how one connection came about."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "how connections came about")
    state = state_in(partnership, connection_id)
    others = states(partnership).filter(there=True).exclude(connection=connection_id).order_by("name")
    given: dict[str, Any] = {"partnership": partnership, "today": day_of(at)}
    given |= {"outings": queries.told(partnership)[:100], "others": others, "places": queries.places_known(partnership)}
    form = form_for(request, CameAboutForm, **given)
    act = acting(request, at, partnership) | {"connection_id": connection_id}
    if request.method == "POST" and done(form, lambda: meetings.came_about(**act, **form.said())):
        return go_on(request, _("Kept."), "stepping_out:came_about", partnership_id)
    return page(request, "stepping_out/say_came_about.html", partnership, form=form, name=state.name)


# The box for each source that is in words.
_BOXES = {Source.THERE: "there_words", Source.SKILL: "skill", Source.OTHER: "other"}


def _held(support: Iterable[Supporting]) -> dict[str, Any]:
    held: dict[str, Any] = {"team": [], "on_map": [], "there": []}
    for one in support:
        if one.participant_id:
            held["team"].append(str(one.participant_id))
        elif one.connection_id:
            held["on_map"].append(str(one.connection_id))
        elif one.contact_id:
            held["there"].append(str(one.contact_id))
        elif one.source == Source.ALONE:
            held["alone"] = True
        else:
            held[_BOXES[Source(one.source)]] = one.words
    return held
