"""The notes of a training, and taking one of them into daily practice."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.community.forms.entry import EntryForms
from connecting_people.community.models import Asset
from connecting_people.community.queries.assets import (
    areas,
    asset_in,
    directory_to_keep,
    organisation_in,
    organisations,
)
from connecting_people.community.queries.gaps import named_like
from connecting_people.community.writing import new_document
from connecting_people.core.addresses import address
from connecting_people.core.troubles import Trouble
from connecting_people.partnership.pages import done, sent
from connecting_people.people.drafts import kept_for, put_back
from connecting_people.people.roles import May
from connecting_people.people.standing import Here
from connecting_people.training.actions import landing as actions
from connecting_people.training.course.landing import INTO
from connecting_people.training.course.taught import taught
from connecting_people.training.forms.landing import (
    NEED_AT_MOST,
    GapForm,
    IdeaForm,
    MatchForm,
    MoveUpForm,
    RatingForm,
    WayRoundForm,
)
from connecting_people.training.forms.minding import looks_like_a_name
from connecting_people.training.models import Training
from connecting_people.training.pages import page
from connecting_people.training.paging import paged
from connecting_people.training.presenters import landing as presenters
from connecting_people.training.queries import landing as queries
from connecting_people.training.queries.landing import Landable
from connecting_people.training.queries.trainings import training_to_lead
from connecting_people.training.rules import NOTE_AT_MOST, Lands, begins_with

form_page = require_http_methods(["GET", "HEAD", "POST"])
_MATCHES: Final = 12
# What one has to be allowed in the room where a note would go; ideas are open to all.
ASKS_FOR: Final = {
    Lands.DIRECTORY: May.KEEP_DIRECTORY,
    Lands.RATING: May.KEEP_DIRECTORY,
    Lands.WAY_ROUND: May.KEEP_WAYS_ROUND,
}


@dataclass(frozen=True)
class _Going:
    """One note on its way: whose request it is, of which training, and where to."""

    request: Here
    training: Training
    one: Landable
    where: Lands

    @property
    def act(self) -> dict[str, Any]:
        """Return who takes which note, and when."""
        return {"by": self.request.user, "at": timezone.now(), "note": self.one.note}

    @property
    def minds(self) -> dict[str, Any]:
        """Return the names that no words should hold unnoticed, and those that are places."""
        named = [area.name for area in areas(self.training.agency_id)]
        return {"people": queries.names_around(self.training), "places": named}

    def done(self) -> HttpResponse:
        """Go back to the board, saying that it is there."""
        messages.success(self.request, _("It is there now. The note stays on the board as it was."))
        block = self.one.note.block_id
        here = {"agency_id": self.training.agency_id, "training_id": self.training.pk}
        return redirect(address("training:notes", **here, block_id=block))

    def page(self, template: str = "training/land.html", **context: Any) -> HttpResponse:
        """Draw the page of this note."""
        card, note = presenters.note_card(self.training, self.one), self.one.note
        frame: dict[str, Any] = {"note": card, "into": INTO[self.where], "board": note.block_id, "column": note.column}
        return page(self.request, template, self.training.agency, self.training, **frame, **context)


@require_safe
def notes(request: Here, agency_id: UUID, training_id: UUID, block_id: UUID) -> HttpResponse:
    """Show the notes of one board that can go further, page by page."""
    training = training_to_lead(request.standing, agency_id, training_id)
    block = queries.block_in(training, block_id)
    found, pager = paged(request, queries.notes_to_land(block))
    columns = presenters.column_cards(training, block, queries.landable(found))
    context: dict[str, Any] = {"name": taught(block).title, "columns": columns, "pager": pager}
    return page(request, "training/notes.html", training.agency, training, **context)


@form_page
def land(request: Here, agency_id: UUID, training_id: UUID, note_id: UUID, where: str) -> HttpResponse:
    """Take one note to one place, with its words said as they should stand there."""
    training = training_to_lead(request.standing, agency_id, training_id)
    going = _Going(request, training, queries.note_to_land(training, note_id, where), Lands(where))
    if going.where in going.one.landed and request.method != "POST":
        return going.page("training/landed.html")
    asks = ASKS_FOR.get(going.where)
    if asks and not request.standing.may(asks, agency_id):
        return going.page("training/who_can.html", names=queries.who_may(agency_id, asks))
    return _INTO[going.where](going)


def _kept(going: _Going, form: Any, act: Callable[[], Any]) -> HttpResponse:
    """Do what the form says, or show it again with what was typed."""
    put_back(form, kept_for(going.request))
    if going.request.method == "POST" and done(form, act):
        return going.done()
    hint = "" if form.is_bound else looks_like_a_name(_begun(form), form.people, form.places)
    return going.page(form=form, hint=hint)


def _begun(form: Any) -> str:
    return str(form.initial.get(form.minds, ""))


def _into_gaps(going: _Going) -> HttpResponse:
    need = presenters.with_replies(going.one, NEED_AT_MOST)
    form = GapForm(sent(going.request), initial={"need": need}, **_areas_too(going))
    return _kept(going, form, lambda: actions.land_gap(**going.act, **form.said()))


def _areas_too(going: _Going) -> dict[str, Any]:
    minds = going.minds
    return {**minds, "areas": minds["places"]}


def _into_ratings(going: _Going) -> HttpResponse:
    note, data = going.one.note, sent(going.request)
    known: dict[str, Any] = {"light": presenters.light_of(note), "rater": presenters.rater_of(note)}
    initial = {"named": begins_with(note.text), "reason": presenters.with_replies(going.one, NOTE_AT_MOST)}
    form = RatingForm(data, initial=initial, found=_called(going, data), **known, **going.minds)
    return _kept(going, form, lambda: actions.land_rating(**going.act, **form.said()))


def _into_improvements(going: _Going) -> HttpResponse:
    note, data = going.one.note, sent(going.request)
    named = begins_with(note.about.text) if note.about else ""
    initial = {"named": named, "move": presenters.move_of(note), "idea": note.text}
    form = MoveUpForm(data, initial=initial, found=_called(going, data), **going.minds)
    return _kept(going, form, lambda: actions.land_improvement(**going.act, **form.said()))


def _called(going: _Going, data: Any) -> list[Asset]:
    """Return the places of the directory that are called what was typed, or a part of it."""
    named = data.get("named", "").strip() if data is not None else ""
    return named_like(going.training.agency_id, named, _MATCHES) if named else []


def _into_library(going: _Going) -> HttpResponse:
    note = going.one.note
    initial = {"words": note.text, "kind": presenters.kind_of(note)}
    form = WayRoundForm(sent(going.request), initial=initial, **going.minds)
    return _kept(going, form, lambda: actions.land_way_round(**going.act, **form.said()))


def _into_ideas(going: _Going) -> HttpResponse:
    note = going.one.note
    form = IdeaForm(sent(going.request), initial={"words": note.text}, **going.minds)
    return _kept(going, form, lambda: actions.land_idea(**going.act, **form.said()))


def _into_directory(going: _Going) -> HttpResponse:
    """Begin an entry through the directory's own form, or say which entry of those that are there it is."""
    request, note, agency_id = going.request, going.one.note, going.training.agency_id
    directory = directory_to_keep(request.standing, agency_id)
    data = request.POST if request.method == "POST" else None
    if data is not None and "asset" in data:
        return _match(going, MatchForm(data))
    name = begins_with(note.text)
    looked_for = data.get("look_for", "").strip() if data is not None else name
    if data is not None and "look_for" in data:
        data = None
    document = {**new_document(), "name": name, "description": presenters.with_replies(going.one, NOTE_AT_MOST)}
    forms = EntryForms(document, organisations(agency_id), data=data)
    forms.put_back(kept_for(request))
    if data is not None and forms.is_valid():
        said = forms.main.cleaned_data
        organisation = organisation_in(directory, UUID(said["organisation"])) if said["organisation"] else None
        new = {"organisation": organisation, "new_organisation": said["new_organisation"], "secret": forms.secret}
        try:
            actions.land_new_entry(**going.act, document=forms.written(), **new)
        except Trouble as why:
            forms.main.add_error(None, str(why))
        else:
            return going.done()
    return _directory_page(going, forms, looked_for)


def _directory_page(going: _Going, forms: EntryForms, looked_for: str) -> HttpResponse:
    minds = going.minds
    return going.page(
        "training/land_in_directory.html",
        form=forms.main,
        forms=forms,
        matches=named_like(going.training.agency_id, looked_for, _MATCHES) if looked_for else [],
        looked_for=looked_for,
        hint=looks_like_a_name(presenters.with_replies(going.one, NOTE_AT_MOST), minds["people"], minds["places"]),
        status=422 if any(one.is_bound and one.errors for one in forms.every) else 200,
    )


def _match(going: _Going, form: MatchForm) -> HttpResponse:
    directory = directory_to_keep(going.request.standing, going.training.agency_id)

    def at_entry() -> None:
        actions.land_at_entry(**going.act, asset=asset_in(directory, form.cleaned_data["asset"]))

    if done(form, at_entry):
        return going.done()
    return going.page("training/landed.html", form=form, status=422)


_INTO: Final[dict[Lands, Callable[[_Going], HttpResponse]]] = {
    Lands.DIRECTORY: _into_directory,
    Lands.GAP: _into_gaps,
    Lands.RATING: _into_ratings,
    Lands.IMPROVEMENT: _into_improvements,
    Lands.WAY_ROUND: _into_library,
    Lands.IDEA: _into_ideas,
}
