"""Forms of what is the person’s own: how they see practitioner and agency, and what stands in their report."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from connecting_people.journey.forms import VoicedForm, words_field
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.rules import PRACTITIONERS
from connecting_people.review.models import PutIn, View
from connecting_people.review.record.lines import Saying
from connecting_people.review.rules import Part, Share
from connecting_people.review.words import PARTS, SHARES


class ViewForm(forms.Form):
    """How the person sees the practitioner and the agency, and who else may read it."""

    of_practitioner = words_field(_("What did your practitioner do that helped, and what did not?"), required=False)
    of_agency = words_field(_("And the agency?"), required=False)
    share = forms.ChoiceField(
        label=_("Who may read this?"),
        choices=list(SHARES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who may read this")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, view: View | None, **kwargs: Any) -> None:
        held: dict[str, Any] = {"share": Share.NOT, "version": 0}
        if view:
            names = ("of_practitioner", "of_agency", "share", "version")
            held = {name: getattr(view, name) for name in names}
        kwargs["initial"] = held | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Ask for a few words."""
        cleaned = super().clean() or {}
        if not self.errors and not (cleaned["of_practitioner"].strip() or cleaned["of_agency"].strip()):
            self.add_error("of_practitioner", _("Write a few words in one of the two boxes"))
        return cleaned

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        return {**self.cleaned_data, "share": Share(self.cleaned_data["share"])}


class ChooseForm(VoicedForm):
    """Which parts go into "Our journey": the person's choice, and the other's yes to their own words."""

    parts = forms.MultipleChoiceField(
        label=_("What goes in?"), choices=list(PARTS.items()), required=False, widget=forms.CheckboxSelectMultiple
    )
    private = forms.MultipleChoiceField(
        label=_("What you keep to yourself"),
        help_text=_("It then stands in your own copy. Nobody else sees it there."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = ["voice", "parts", "private"]

    def __init__(
        self, *args: Any, partnership: Partnership, chosen: Iterable[PutIn], own: Iterable[Saying], **kwargs: Any
    ) -> None:
        self.for_person = partnership.me.part in PRACTITIONERS and partnership.person.user_id is None
        speaks = partnership.person if self.for_person else partnership.me
        mine = [one for one in chosen if one.place_id == speaks.pk]
        held: dict[str, Any] = {
            "voice": str(speaks.pk),
            "parts": [one.part for one in mine if one.entry_id is None],
            "private": [str(one.entry_id) for one in mine if one.entry_id],
        }
        kwargs["initial"] = held | (kwargs.get("initial") or {})
        super().__init__(*args, partnership=partnership, **kwargs)
        if not self.for_person:
            self.fields.pop("voice", None)
        is_person = partnership.me.pk == partnership.person.pk
        if not is_person and not self.for_person:
            self.fields["parts"].label = now_("Where may your own words go in?")
        self.own = {one.entry: one for one in own if one.kept} if is_person else {}
        if self.own:
            self.fields["private"].choices = [(key, one.words[:120]) for key, one in self.own.items()]  # type: ignore[attr-defined]
        else:
            del self.fields["private"]

    def said(self) -> dict[str, Any]:
        """Return what was chosen, as the act takes it."""
        given = self.cleaned_data
        return {"parts": [Part(one) for one in given["parts"]], "voice": self.voice}
