"""What somebody can help with, and what to look for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.culture.helping import FAMILIES
from connecting_people.culture.models import Skill
from connecting_people.culture.queries.skills import what_of
from connecting_people.guide.words import StrOrPromise

Ticks = list[tuple[str, StrOrPromise, bool]]
_ALL = [(id, name) for family in FAMILIES for id, name in family.things]


class SkillForm(forms.Form):
    """What one can help with, with what of the guide, and who may see it."""

    words = forms.CharField(
        label=_("What can you help with?"),
        help_text=_("Such as “I know every bus in town” or “I have learned to ring strangers up”."),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Write in a sentence what you can help with")},
    )
    what = forms.MultipleChoiceField(
        label=_("When could it help? Tick what fits, or nothing"),
        required=False,
        choices=_ALL,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose from those in the list")},
    )
    for_all = forms.BooleanField(
        label=_("Service users and supporters may see it too"),
        help_text=_("Without this tick only staff see it, with your name."),
        required=False,
    )
    version = forms.IntegerField(min_value=1, required=False, widget=forms.HiddenInput)

    @classmethod
    def of(cls, skill: Skill, data: Any = None) -> "SkillForm":
        """Return the form as an offer stands."""
        stands = {name: getattr(skill, name) for name in ("words", "for_all", "version")}
        return cls(data, initial={**stands, "what": what_of(skill)})

    def families(self) -> list[tuple[StrOrPromise, bool, Ticks]]:
        """Return what can be ticked by family, each with whether something of it is ticked."""
        ticked = set(self["what"].value() or ())
        found = []
        for family in FAMILIES:
            ticks = [(id, name, id in ticked) for id, name in family.things]
            found.append((family.name, any(on for _id, _name, on in ticks), ticks))
        return found

    def said(self) -> dict[str, Any]:
        """Return what was said, as the acts take it."""
        return {name: self.cleaned_data[name] for name in ("words", "what", "for_all")}


class NeedForm(forms.Form):
    """What somebody needs help with."""

    what = forms.ChoiceField(label=_("Who can help with…"), required=False)

    def __init__(self, what: str) -> None:
        super().__init__(initial={"for": what})
        self.fields["for"] = self.fields.pop("what")
        groups = [(family.name, list(family.things)) for family in FAMILIES]
        self.fields["for"].choices = [("", _("Anything")), *groups]  # type: ignore[attr-defined]
