"""Questions to think with, in a partnership: alone, together, or only to talk about."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.core.london import day_of
from connecting_people.journey.queries import OWN_PAGE, WRITE_PAGE
from connecting_people.measures.actions import answers as actions
from connecting_people.measures.forms.answering import AnswerForm, ThroughForm
from connecting_people.measures.models import AnswerSet
from connecting_people.measures.permissions import can_link
from connecting_people.measures.presenters.answered import answered, who_of
from connecting_people.measures.presenters.over_time import over_time
from connecting_people.measures.presenters.questions import questions_page
from connecting_people.measures.presenters.resources import moved, reach_page
from connecting_people.measures.presenters.workings import workings
from connecting_people.measures.queries import said, supply
from connecting_people.measures.rules import Mode
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import acting, done, go_on, page, reader, to_read, to_write
from connecting_people.people.drafts import form_for

form_page = require_http_methods(["GET", "HEAD", "POST"])
ANSWERS = "answers to questions"


@require_safe
def questions(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show the questions to think with that there are; those of the step one comes from stand first."""
    at = timezone.now()
    partnership = to_read(request, partnership_id, at, "questions")
    step = int(number) if (number := request.GET.get("step", "")).isdecimal() else None
    told = [said.told(row) for row in said.answer_sets(partnership)]
    shown = questions_page(partnership, supply.offered(partnership.agency_id, day_of(at)), told, step)
    return page(request, "measures/questions.html", partnership, shown=shown)


@require_safe
def instrument(request: HttpRequest, partnership_id: UUID, instrument: str) -> HttpResponse:
    """Show one instrument: three ways to use it, and what was said to it so far."""
    at = timezone.now()
    partnership = to_read(request, partnership_id, at, "questions")
    told = said.answers_to(partnership, instrument)
    offered = supply.offered_still(partnership.agency_id, instrument, day_of(at))
    if not offered and not told:
        raise Http404
    found = offered.instrument if offered else told[-1].instrument
    places = who_of(partnership)
    over = over_time([(one, places[one.row.entry.voice_id]) for one in told if one.row.entry])
    context: dict[str, Any] = {"instrument": found, "offered": offered, "over": over, "modes": list(Mode)}
    return page(request, "measures/instrument.html", partnership, **context, moved=_moved(partnership, told))


@require_safe
def talk(request: HttpRequest, partnership_id: UUID, instrument: str) -> HttpResponse:
    """Show the questions alone, to talk about: nothing is asked for and nothing is kept."""
    at = timezone.now()
    partnership = to_read(request, partnership_id, at, "questions")
    offered = supply.offered_as(partnership.agency_id, instrument, day_of(at))
    return page(request, "measures/talk.html", partnership, instrument=offered.instrument)


@form_page
def answer(request: HttpRequest, partnership_id: UUID, instrument: str, mode: str) -> HttpResponse:
    """Answer an instrument, alone or together."""
    at = timezone.now()
    if mode not in list(Mode):
        raise Http404
    partnership = to_write(request, partnership_id, at, WRITE_PAGE)
    offered = supply.offered_as(partnership.agency_id, instrument, day_of(at))
    given = {"instrument": offered.instrument, "mode": Mode(mode), "partnership": partnership, "today": day_of(at)}
    form = form_for(request, AnswerForm, **given)
    made: list[AnswerSet] = []
    act = {**acting(request, at, partnership), "instrument": offered.instrument, "definition": offered.definition}
    if request.method == "POST" and done(form, lambda: made.append(actions.answer(**act, **form.said()))):
        says = _("Kept. This is what it says, in words.")
        return go_on(request, says, "measures:answers", partnership.pk, set_id=made[0].pk)
    return page(request, "measures/answer.html", partnership, form=form, instrument=offered.instrument, mode=mode)


@require_safe
def answers(request: HttpRequest, partnership_id: UUID, set_id: UUID) -> HttpResponse:
    """Show what somebody answered, in words."""
    partnership = to_read(request, partnership_id, timezone.now(), _page_of(request, set_id))
    told = said.answers_in(partnership, set_id)
    named = said.named_in(partnership, [told.row]).get(told.row.pk, {}) if told.instrument.is_resources else {}
    may_link = not partnership.looking and can_link(partnership.me, told.row)
    reach = reach_page(partnership, told, named, may_link=may_link) if told.instrument.is_resources else None
    return page(request, "measures/answers.html", partnership, **_one(partnership, told), reach=reach)


@require_safe
def numbers(request: HttpRequest, partnership_id: UUID, set_id: UUID) -> HttpResponse:
    """Show the numbers of one set of answers to whoever asks for them, with how they are worked out."""
    partnership = to_read(request, partnership_id, timezone.now(), _page_of(request, set_id))
    told = said.answers_in(partnership, set_id)
    return page(request, "measures/numbers.html", partnership, **_one(partnership, told), workings=workings(told))


@form_page
def through(request: HttpRequest, partnership_id: UUID, set_id: UUID, item: str) -> HttpResponse:
    """Say through whom on the map something could be had."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, _page_of(request, set_id))
    told = said.answers_in(partnership, set_id)
    asked = next((one for one in told.instrument.items if one.id == item and one.responses.several), None)
    if asked is None or not can_link(partnership.me, told.row):
        raise Http404
    named = said.named_in(partnership, [told.row]).get(told.row.pk, {}).get(asked.id, [])
    form = form_for(request, ThroughForm, offered=said.through_whom(partnership, told.row), named=named)
    act = {**acting(request, at, partnership), "answer_set": told.row, "item": asked}
    if request.method == "POST" and done(form, lambda: actions.link(**act, **form.said())):
        return go_on(request, _("Kept."), "measures:answers", partnership.pk, set_id=set_id)
    return page(request, "measures/through.html", partnership, form=form, item=asked, **_one(partnership, told))


def _one(partnership: Partnership, told: said.Told) -> dict[str, Any]:
    voice_id = told.row.entry.voice_id if told.row.entry else partnership.person.pk
    return {"shown": answered(told, who_of(partnership)[voice_id]), "instrument": told.instrument, "row": told.row}


def _moved(partnership: Partnership, told: list[said.Told]) -> object:
    if len(told) < 2 or not told[-1].instrument.is_resources:
        return None
    named = said.named_in(partnership, [told[0].row, told[-1].row])
    return moved((told[0], named.get(told[0].row.pk, {})), (told[-1], named.get(told[-1].row.pk, {})))


def _page_of(request: HttpRequest, set_id: UUID) -> str:
    return OWN_PAGE if said.is_own_set(reader(request), set_id) else ANSWERS
