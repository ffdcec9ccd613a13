"""What one says to what the other said: agreeing, seeing it differently, confirming, asking and answering."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from connecting_people.core.london import day_of
from connecting_people.journey import actions, permissions, queries
from connecting_people.journey.forms import DecisionForm, ViewForm, WordsForm
from connecting_people.journey.models import Entry
from connecting_people.journey.presenters import Teller, target_address
from connecting_people.journey.rules import Kind
from connecting_people.journey.views.saying import read_and_say
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.pages import done, go_on, page, reader, to_write
from connecting_people.people.drafts import form_for

form_page = require_http_methods(["GET", "HEAD", "POST"])
Check = Callable[[Participant, Entry], bool]


@form_page
def see_differently(request: HttpRequest, partnership_id: UUID, entry_id: UUID) -> HttpResponse:
    """Set one's own view beside what was said."""
    at = timezone.now()
    partnership, entry = _reach(request, partnership_id, entry_id)
    form = form_for(request, ViewForm, partnership=partnership, others=_who(partnership, entry, permissions.can_answer))

    def see() -> None:
        words = form.cleaned_data["words"]
        actions.see_differently(by=reader(request), at=at, entry=entry, words=words, voice=form.voice)

    if request.method == "POST" and done(form, see):
        return go_on(request, _("Both views stand now."), "journey:entry", partnership_id, entry_id=entry_id)
    told, target = Teller(partnership).entry(entry), target_address(entry)
    return page(request, "journey/see_differently.html", partnership, form=form, entry=told, target=target)


@form_page
def agree(request: HttpRequest, partnership_id: UUID, entry_id: UUID) -> HttpResponse:
    """Agree to what the other proposed."""
    at = timezone.now()
    partnership, entry = _reach(request, partnership_id, entry_id)
    return _decide(
        request,
        partnership,
        entry,
        others=_who(partnership, entry, permissions.can_agree_here),
        act=lambda voice: actions.agree(by=reader(request), at=at, entry=entry, voice=voice),
        thanks=_("Agreed."),
        heading=_("Do you agree?"),
        says=_("Saying yes does not bind you. You can see it differently later."),
        button=_("Agree"),
    )


@form_page
def confirm(request: HttpRequest, partnership_id: UUID, entry_id: UUID) -> HttpResponse:
    """Say that what was written down as one's own words is right."""
    at = timezone.now()
    partnership, entry = _reach(request, partnership_id, entry_id)
    if not permissions.can_confirm(partnership.me, entry):
        raise Http404
    return _decide(
        request,
        partnership,
        entry,
        act=lambda _voice: actions.confirm(by=reader(request), at=at, entry=entry),
        thanks=_("Thank you. It stands as you said it."),
        heading=_("Did you say that?"),
        says=_("Somebody wrote this down for you. If it is not quite right, you can say it differently instead."),
        button=_("Yes, I said that"),
    )


@form_page
def share_own(request: HttpRequest, partnership_id: UUID, entry_id: UUID) -> HttpResponse:
    """Show the other what one kept to oneself."""
    at = timezone.now()
    partnership, entry = _reach(request, partnership_id, entry_id)
    if entry.kept_by_id != partnership.me.pk:
        raise Http404
    return _decide(
        request,
        partnership,
        entry,
        act=lambda _voice: actions.share_own(by=reader(request), at=at, entry=entry),
        thanks=_("Shared. You can both see it now."),
        heading=_("Share this?"),
        says=_("Everybody who takes part can read it then, as it stands here. It cannot be taken back."),
        button=_("Share it"),
    )


@form_page
def ask(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Ask the other something."""
    return read_and_say(
        request,
        partnership_id,
        "ask",
        WordsForm,
        act=actions.ask,
        thanks=_("Asked. It waits on their first page."),
        told=lambda here: {"waiting": Teller(here).entries(queries.open_questions([here.pk]))},
        label=_("What would you like to ask?"),
        hint=_("Anything you would like advice, help or an opinion on."),
    )


@form_page
def answer(request: HttpRequest, partnership_id: UUID, entry_id: UUID) -> HttpResponse:
    """Answer what the other asked."""
    at = timezone.now()
    partnership, entry = _reach(request, partnership_id, entry_id)
    if entry.kind != Kind.QUESTION:
        raise Http404
    form = form_for(request, WordsForm, partnership=partnership, today=day_of(at), label=_("What do you say?"))

    def say() -> None:
        actions.answer(by=reader(request), at=at, question=entry, **form.said)

    if request.method == "POST" and done(form, say):
        return go_on(request, _("Answered."), "journey:entry", partnership_id, entry_id=entry_id)
    return page(request, "journey/answer.html", partnership, form=form, entry=Teller(partnership).entry(entry))


def _decide(
    request: HttpRequest,
    partnership: Partnership,
    entry: Entry,
    *,
    act: Callable[[Participant], object],
    thanks: str,
    others: list[Participant] | None = None,
    **words: Any,
) -> HttpResponse:
    """Ask for one yes about an entry, and go back to it once it was given."""
    form = form_for(request, DecisionForm, partnership=partnership, others=others or [partnership.me])
    if request.method == "POST" and done(form, lambda: act(form.voice)):
        return go_on(request, thanks, "journey:entry", partnership.pk, entry_id=entry.pk)
    told, target = Teller(partnership).entry(entry), target_address(entry)
    return page(request, "journey/say_yes.html", partnership, form=form, entry=told, target=target, **words)


def _reach(request: HttpRequest, partnership_id: UUID, entry_id: UUID) -> tuple[Partnership, Entry]:
    """Return the partnership to write in and the entry; Http404 when either is not the reader's to see."""
    name = queries.OWN_PAGE if queries.is_own(reader(request).pk, entry_id) else "entry"
    partnership = to_write(request, partnership_id, timezone.now(), name)
    return partnership, queries.entry_in(partnership, entry_id)


def _who(partnership: Partnership, entry: Entry, check: Check) -> list[Participant]:
    """Return who may answer an entry from this login; Http404 when nobody may."""
    here = [one for one in partnership.everybody if permissions.can_decide_for(partnership.me, one)]
    found = [one for one in here if check(one, entry)]
    if not found:
        raise Http404
    return found
