"""What somebody has to build on: several strengths at once, or one of them in other words."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.connections.actions.strengths import Named
from connecting_people.connections.forms.boxes import choices
from connecting_people.connections.forms.saying import OwnWordsForm, keep_box
from connecting_people.connections.models import Strength
from connecting_people.connections.rules import StrengthKind
from connecting_people.connections.words import STRENGTHS
from connecting_people.guide.interests import INTEREST_FAMILIES, INTERESTS
from connecting_people.guide.words import StrOrPromise
from connecting_people.journey.forms import VoicedForm

LONGEST, MOST_LINES = 200, 20
TOO_LONG = _("Keep each line to 200 letters. The rest fits into a line of its own")


def _kind() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("What is it?"),
        choices=choices(STRENGTHS),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is")},
    )


def _lines(text: str) -> list[str]:
    """Return what stands on each line that is not empty."""
    return [line for line in (" ".join(each.split()) for each in text.splitlines()) if line]


@dataclass(frozen=True)
class Chip:
    """One interest of the list to tap, and whether it is ticked."""

    id: str
    name: StrOrPromise
    ticked: bool


class StrengthsForm(OwnWordsForm):
    """Several strengths of one kind: interests to tap, and words of one's own, one to a line."""

    kind = _kind()
    words = forms.CharField(
        label=_("In your own words"),
        help_text=_("One to a line, as many as you like. Small things count."),
        required=False,
        max_length=MOST_LINES * LONGEST,
        widget=forms.Textarea({"rows": 3}),
    )
    interests = forms.MultipleChoiceField(
        label=_("Or tap what fits"),
        choices=[(one.id, one.name) for one in INTERESTS.values()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    to_oneself = keep_box(_("Keep these to myself: nobody else sees them"))

    def clean_words(self) -> list[str]:
        """Take the lines apart."""
        lines = _lines(self.cleaned_data["words"])
        if any(len(line) > LONGEST for line in lines):
            raise forms.ValidationError(TOO_LONG)
        if len(lines) > MOST_LINES:
            raise forms.ValidationError(_("Up to 20 lines at a time. Keep these first, then add the others"))
        return lines

    def clean(self) -> dict[str, Any]:
        """Ask for something, and for words where the list of things to do has none."""
        cleaned = super().clean()
        if not {"kind", "words", "interests"} <= cleaned.keys():
            return cleaned
        if not cleaned["interests"] and not cleaned["words"]:
            self.add_error("words", _("Tap something, or write a word or two"))
        elif cleaned["interests"] and cleaned["kind"] == StrengthKind.QUALITY:
            self.add_error("words", _("The list below is of things to do. Write a quality in your own words"))
        return cleaned

    def said(self) -> dict[str, Any]:
        """Return what was tapped, and what was written."""
        given = self.cleaned_data
        tapped = [Named(interest=id) for id in given["interests"]]
        return {
            "kind": StrengthKind(given["kind"]),
            "named": [*tapped, *(Named(words=line) for line in given["words"])],
            "voice": self.voice,
            "to_oneself": given["to_oneself"],
        }

    def families(self) -> list[tuple[StrOrPromise, bool, list[Chip]]]:
        """Return the interests to tap, by family, each with whether one of it is ticked."""
        ticked = set(self["interests"].value() or ())
        return [
            (
                family.name,
                any(one.id in ticked for one in family.interests),
                [Chip(one.id, one.name, one.id in ticked) for one in family.interests],
            )
            for family in INTEREST_FAMILIES
        ]


class StrengthForm(VoicedForm):
    """One strength in other words, or of another kind, with the version that this is meant to follow."""

    kind = _kind()
    words = forms.CharField(label=_("In your own words"), required=False, max_length=LONGEST)
    show = forms.BooleanField(
        label=_("Show it to the other"),
        help_text=_("Everybody who takes part then sees it. How it was worded before stays yours alone."),
        required=False,
    )
    version = forms.IntegerField(min_value=1, max_value=1_000_000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, strength: Strength, **kwargs: Any) -> None:
        self.strength = strength
        held = {"kind": strength.kind, "words": strength.words, "version": strength.version}
        kwargs["initial"] = held | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        chosen = INTERESTS.get(strength.interest)
        if chosen:
            self.fields["words"].label = _("Would you like to say more about it?")
        if not strength.kept_by_id:
            del self.fields["show"]
        elif "voice" in self.fields:
            del self.fields["voice"]
        if "voice" in self.fields:
            self.fields["voice"].initial = str(strength.voice_id)

    def clean_words(self) -> str:
        """Keep what was typed, but for line breaks, and ask for words where the list gives none."""
        words = " ".join(self.cleaned_data["words"].split())
        if not words and not self.strength.interest:
            raise forms.ValidationError(_("Write a word or two. To take it off the list, use the button below"))
        return words

    def said(self) -> dict[str, Any]:
        """Return what it is to say from now on."""
        given = self.cleaned_data
        return {
            "kind": StrengthKind(given["kind"]),
            "words": given["words"],
            "version": given["version"],
            "voice": self.voice,
            "show": given.get("show", False),
        }
