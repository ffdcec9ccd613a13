"""What each said they would do, skills seen, feedback both ways, and how much support there is."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.core.london import day_of
from connecting_people.journey import actions, permissions, queries
from connecting_people.journey.forms import OutcomeForm, PromiseForm, SkillAnswerForm, SkillForm, SupportForm, WordsForm
from connecting_people.journey.presenters import STEP_NAMES, Teller
from connecting_people.journey.rules import Kind, Outcome
from connecting_people.journey.views.saying import read_and_say
from connecting_people.journey.words import OUTCOMES_SEEN, SUPPORT
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import done, go_on, page, reader, to_write
from connecting_people.partnership.queries import partnership_for
from connecting_people.people.drafts import form_for

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def promises(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show what each said they would do, and what became of it."""
    at = timezone.now()
    partnership = partnership_for(reader(request), partnership_id, at=at, page="promises")
    rows = list(queries.promises(partnership)[:200])
    me = None if partnership.looking else partnership.me
    return page(
        request,
        "journey/promises.html",
        partnership,
        open=[(row, bool(me and permissions.can_settle(me, row))) for row in rows if row.outcome == Outcome.OPEN],
        settled=[(row, OUTCOMES_SEEN[row.outcome]) for row in rows if row.outcome != Outcome.OPEN],
    )


@form_page
def promise(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Write down what somebody will do."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "promises")
    form = form_for(request, PromiseForm, partnership=partnership, today=day_of(at))
    asked = request.GET.get("step", "")
    steps = [int(asked)] if asked in map(str, STEP_NAMES) else []

    def make() -> None:
        said = form.cleaned_data
        actions.promise(
            by=reader(request),
            at=at,
            partnership=partnership,
            words=said["words"],
            who=form.doer,
            due_date=said["due"],
            steps=steps,
        )

    if request.method == "POST" and done(form, make):
        return go_on(request, _("Written down."), "journey:promises", partnership_id)
    return page(request, "journey/promise.html", partnership, form=form)


@form_page
def settle(request: HttpRequest, partnership_id: UUID, promise_id: UUID) -> HttpResponse:
    """Say what became of something that one said one would do."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "promises")
    found = queries.promise_in(partnership, promise_id)
    if not permissions.can_settle(partnership.me, found):
        raise Http404
    form = form_for(request, OutcomeForm)

    def say() -> None:
        actions.settle_promise(
            by=reader(request),
            at=at,
            partnership=partnership,
            promise=found,
            outcome=form.what_became,
            words=form.cleaned_data["words"],
        )

    if request.method == "POST" and done(form, say):
        return go_on(request, _("Thank you for saying so."), "journey:promises", partnership_id)
    return page(request, "journey/settle.html", partnership, form=form, promise=found)


@require_safe
def skills(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show the skills that one saw in the other."""
    partnership = partnership_for(reader(request), partnership_id, at=timezone.now(), page="skills")
    rows = list(queries.skills_seen(partnership)[:200])
    me = None if partnership.looking else partnership.me
    return page(
        request,
        "journey/skills.html",
        partnership,
        waiting=[row for row in rows if not row.answer and me and permissions.can_decide_for(me, row.seen_in)],
        skills=rows,
    )


@form_page
def see_skill(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Name a skill that one saw."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "skills")
    form = form_for(request, SkillForm, partnership=partnership, today=day_of(at))

    def name() -> None:
        said = form.cleaned_data
        actions.see_skill(
            by=reader(request),
            at=at,
            partnership=partnership,
            seen_in=form.in_whom,
            name=said["name"],
            words=said["words"],
            voice=form.voice,
        )

    if request.method == "POST" and done(form, name):
        return go_on(request, _("Named."), "journey:skills", partnership_id)
    return page(request, "journey/see_skill.html", partnership, form=form)


@form_page
def answer_skill(request: HttpRequest, partnership_id: UUID, skill_id: UUID) -> HttpResponse:
    """Say whether a skill that somebody saw in me is one."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "skills")
    skill = queries.skill_in(partnership, skill_id)
    if not permissions.can_decide_for(partnership.me, skill.seen_in):
        raise Http404
    form = form_for(request, SkillAnswerForm)

    def say() -> None:
        yes = form.cleaned_data["answer"] == "yes"
        actions.answer_skill(by=reader(request), at=at, partnership=partnership, skill=skill, yes=yes)

    if request.method == "POST" and done(form, say):
        return go_on(request, _("Thank you for saying so."), "journey:skills", partnership_id)
    told = Teller(partnership).entry(skill.entry)
    return page(request, "journey/answer_skill.html", partnership, form=form, skill=skill, entry=told)


@form_page
def feedback(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Tell the other how working together goes, and see what was told."""

    def told(here: Partnership) -> dict[str, Any]:
        return {"entries": Teller(here).entries(queries.of_kind(here, Kind.FEEDBACK)[:100], whole=True)}

    return read_and_say(
        request,
        partnership_id,
        "feedback",
        WordsForm,
        act=actions.give_feedback,
        thanks=_("Said."),
        told=told,
        label=_("How is working together going?"),
        hint=_("What helps, what could be different. It goes both ways."),
    )


@form_page
def support(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Say how much support would be right from now on, and see how it was."""

    def told(here: Partnership) -> dict[str, Any]:
        rows, tell = queries.support_levels(here)[:100], Teller(here)
        return {"history": [(SUPPORT[row.level], tell.entry(row.entry)) for row in rows]}

    return read_and_say(
        request,
        partnership_id,
        "support",
        SupportForm,
        act=actions.set_support,
        thanks=_("Said. Talk it over when you next meet."),
        told=told,
    )
