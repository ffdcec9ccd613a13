"""What organisations would like to say: the agency's list, one change field by field, and one answer."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.community import pages
from connecting_people.community.actions import proposals as actions
from connecting_people.community.actions.assets import CommunityError, StaleEntry
from connecting_people.community.forms.keeping import YES, DecideAnswerForm, DecideProposalForm
from connecting_people.community.models import Proposal
from connecting_people.community.presenters.keeping import differences, wish
from connecting_people.community.queries.assets import directory_to_keep
from connecting_people.community.queries.keeping import (
    answer_in,
    answers_waiting,
    proposal_in,
    proposals_decided,
    proposals_waiting,
)
from connecting_people.community.rules import ProposalState
from connecting_people.people.drafts import form_for
from connecting_people.people.standing import Here

_form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def proposals(request: Here, agency_id: UUID) -> HttpResponse:
    """Show what organisations would like to change and answer, and what was said to the last of them."""
    directory = directory_to_keep(request.standing, agency_id)
    context: dict[str, Any] = {
        "waiting": [wish(one) for one in proposals_waiting(agency_id).exclude(by=request.user)],
        "answers": answers_waiting(agency_id).exclude(by=request.user),
        "decided": [wish(one) for one in proposals_decided(agency_id)],
    }
    return pages.page(request, "community/proposals.html", directory, **context)


@_form_page
def proposal(request: Here, agency_id: UUID, proposal_id: UUID) -> HttpResponse:
    """Show what an organisation would change, field by field, and take the agency's answer."""
    directory = directory_to_keep(request.standing, agency_id)
    found = proposal_in(directory, proposal_id)
    version = found.asset.version if found.asset else 0
    form = form_for(request, DecideProposalForm, initial={"version": version})
    if form.is_valid():
        try:
            _decide(request, form, found)
        except StaleEntry:
            found = proposal_in(directory, proposal_id)
            version = found.asset.version if found.asset else 0
            form = DecideProposalForm({**request.POST.dict(), "version": str(version)})
            form.add_error(None, _("The entry was changed while you were looking. See how it stands now."))
        except actions.WhyMissing as why:
            form.add_error("why", str(why))
        except CommunityError as why:
            found = proposal_in(directory, proposal_id)
            form.add_error(None, str(why))
        else:
            messages.success(request, _("Kept. The organisation sees your answer."))
            return redirect("community:proposals", agency_id=agency_id)
    context: dict[str, Any] = {
        "form": form,
        "shown": wish(found),
        "rows": differences(found),
        "open": found.state == ProposalState.WAITING,
        "moved_on": bool(found.asset and found.based_on and found.asset.version != found.based_on),
    }
    return pages.page(request, "community/proposal.html", directory, **context)


def _decide(request: Here, form: DecideProposalForm, found: Proposal) -> None:
    said, at = form.cleaned_data, timezone.now()
    if said["yes"] == YES:
        actions.approve(by=request.user, at=at, proposal=found, version=said["version"])
    else:
        actions.turn_down(by=request.user, at=at, proposal=found, why=said["why"])


@_form_page
def answer_decide(request: Here, agency_id: UUID, answer_id: UUID) -> HttpResponse:
    """Read what an organisation answers before others do."""
    directory = directory_to_keep(request.standing, agency_id)
    found = answer_in(directory, answer_id)
    form = form_for(request, DecideAnswerForm)
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.decide_answer(
                by=request.user, at=timezone.now(), answer=found, yes=said["yes"] == YES, why=said["why"]
            )
        except CommunityError as why:
            form.add_error("why", str(why))
        else:
            messages.success(request, _("Kept. The organisation sees your answer."))
            return redirect("community:proposals", agency_id=agency_id)
    return pages.page(request, "community/answer_decide.html", directory, form=form, shown=found)
