"""An organisation's own page: its entries, what it proposes, and what it answers. Its keepers reach nothing else."""

import uuid
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connecting_people.community.actions import proposals as actions
from connecting_people.community.actions.assets import NotTheStandard
from connecting_people.community.forms.experience import AnswerForm
from connecting_people.community.forms.keeping import ProposeForm
from connecting_people.community.models import Organisation
from connecting_people.community.pages import NOT_YET
from connecting_people.community.plain_entry import Plain, changed, one_price, one_time, plain, written
from connecting_people.community.presenters.experience import heard_by_organisation
from connecting_people.community.presenters.keeping import answer_says, now_says, own_entries, wish
from connecting_people.community.queries.keeping import (
    organisation_kept_by,
    own_answers,
    own_asset,
    own_assets,
    own_proposal,
    own_proposals,
    proposal_waiting_for,
)
from connecting_people.community.rules import Kind
from connecting_people.community.standard import Document
from connecting_people.core.london import day_of
from connecting_people.people.drafts import form_for
from connecting_people.people.standing import Here

_form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def own_organisation(request: Here, agency_id: UUID, organisation_id: UUID) -> HttpResponse:
    """Show somebody of an organisation its entries, and what waits."""
    organisation = organisation_kept_by(request.user, organisation_id, agency_id)
    context = {
        "entries": own_entries(organisation, own_assets(organisation), day_of(timezone.now())),
        "wishes": [wish(one) for one in own_proposals(organisation).select_related("organisation")[:20]],
    }
    return _page(request, "community/own_organisation.html", organisation, **context)


@_form_page
def propose(request: Here, agency_id: UUID, organisation_id: UUID, asset_id: UUID) -> HttpResponse:
    """Propose how an entry should read; what waits already is where the form begins."""
    organisation = organisation_kept_by(request.user, organisation_id, agency_id)
    asset = own_asset(organisation, asset_id)
    waiting = proposal_waiting_for(asset)
    # A change that waits is changed further only while the entry is as it was then.
    start = waiting.document if waiting and waiting.based_on == asset.version else asset.document
    given: dict[str, Any] = {"now": plain(start), "one_time": one_time(start), "one_price": one_price(start)}
    given["initial"] = {"version": asset.version}
    form = form_for(request, ProposeForm, **given)
    says_now: list[tuple[str, str]] = []
    if form.is_valid() and form.cleaned_data["version"] != asset.version:
        says_now = now_says(asset, form.wanted())
        form = ProposeForm(form.sent_again(asset.version), **given)
        form.add_error(None, _("The entry was changed while you were writing. What it says now is below."))
    elif form.is_valid():
        act = {"asset": asset, "based_on": asset.version, "note": form.cleaned_data["note"]}
        if _proposed(request, form, organisation, written(asset.document, form.wanted()), **act):
            return redirect("community:own_organisation", agency_id=agency_id, organisation_id=organisation_id)
    context = {"form": form, "asset": asset, "waiting": waiting, "says_now": says_now}
    return _page(request, "community/propose.html", organisation, **context)


@_form_page
def propose_new(request: Here, agency_id: UUID, organisation_id: UUID) -> HttpResponse:
    """Propose a new entry."""
    organisation = organisation_kept_by(request.user, organisation_id, agency_id)
    form = form_for(request, ProposeForm, now=Plain(kind=Kind.ACTIVITY.value))
    if form.is_valid():
        empty: Document = {"id": str(uuid.uuid4()), "status": "active", "name": ""}
        if _proposed(request, form, organisation, written(empty, form.wanted()), note=form.cleaned_data["note"]):
            return redirect("community:own_organisation", agency_id=agency_id, organisation_id=organisation_id)
    return _page(request, "community/propose.html", organisation, form=form, asset=None, waiting=None)


def _proposed(request: Here, form: ProposeForm, organisation: Organisation, document: Document, **act: Any) -> bool:
    asset = act.get("asset")
    if asset and not changed(plain(asset.document), form.wanted()):
        form.add_error(None, _("This is what the entry says already. Change something, or go back."))
        return False
    try:
        actions.propose(by=request.user, at=timezone.now(), organisation=organisation, document=document, **act)
    except NotTheStandard as why:
        form.add_error(None, str(why))
        return False
    messages.success(request, _("Thank you. The agency looks at it, and you see here what it says."))
    return True


@require_POST
def proposal_take_back(request: Here, agency_id: UUID, organisation_id: UUID, proposal_id: UUID) -> HttpResponse:
    """Take back what one's own organisation proposed."""
    organisation = organisation_kept_by(request.user, organisation_id, agency_id)
    proposal = own_proposal(organisation, proposal_id)
    actions.take_proposal_back(by=request.user, at=timezone.now(), proposal=proposal)
    messages.success(request, _("Taken back."))
    return redirect("community:own_organisation", agency_id=agency_id, organisation_id=organisation_id)


@_form_page
def answer(request: Here, agency_id: UUID, organisation_id: UUID, asset_id: UUID) -> HttpResponse:
    """Show an organisation how people find one of its assets, without any name, and let it answer."""
    organisation = organisation_kept_by(request.user, organisation_id, agency_id)
    asset = own_asset(organisation, asset_id)
    at = timezone.now()
    form = form_for(request, AnswerForm)
    if form.is_valid():
        actions.answer(by=request.user, at=at, asset=asset, words=form.cleaned_data["words"])
        messages.success(request, _("Thank you. Somebody of the agency reads it first."))
        return redirect("community:answer", agency_id=agency_id, organisation_id=organisation_id, asset_id=asset_id)
    context = {
        "form": form,
        "asset": asset,
        "heard": heard_by_organisation(asset, day_of(at)),
        "answers": [(one, answer_says(one)) for one in own_answers(organisation, asset)],
    }
    return _page(request, "community/answer.html", organisation, **context)


def _page(request: Here, template: str, organisation: Organisation, **context: Any) -> HttpResponse:
    form = context.get("form")
    status = NOT_YET if form is not None and form.is_bound and form.errors else 200
    return render(request, template, {"organisation": organisation, **context}, status=status)
