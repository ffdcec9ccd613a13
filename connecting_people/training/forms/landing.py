"""What a note becomes: a need, a light or what moves it, a way round or an idea; its words may be said differently."""

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.barriers.forms.facts import kinds_by_side
from connecting_people.barriers.rules import LONGEST
from connecting_people.community.forms.experience import ImproveForm
from connecting_people.community.forms.gaps import NeedForm
from connecting_people.community.lights import LIGHTS
from connecting_people.community.models import Asset
from connecting_people.community.rules import Light, Rater
from connecting_people.training.course.words import StrOrPromise
from connecting_people.training.forms.minding import MindsNames
from connecting_people.training.rules import NOTE_AT_MOST

NEED_AT_MOST: Final = 500
_CHOOSE = _("Choose one of those in the list")
RATERS: Final[dict[Rater, StrOrPromise]] = {
    Rater.SERVICE_USER: _("A service user"),
    Rater.PRACTITIONER: _("A practitioner"),
    Rater.SUPPORTER: _("A carer or supporter"),
}


def _words(label: Any, missing: Any, most: int, hint: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=most,
        error_messages={"required": missing},
        widget=forms.Textarea({"rows": 4}),
    )


def _one_of(label: Any, choices: Any, missing: Any) -> forms.ChoiceField:
    errors = {"required": missing, "invalid_choice": _CHOOSE}
    return forms.ChoiceField(label=label, choices=choices, error_messages=errors, widget=forms.RadioSelect)


class NamedPlace(forms.Form):
    """A place of the directory, by its name or a part of it; where several are called that, one of these is chosen."""

    named = forms.CharField(
        label=_("Which place is it about?"),
        help_text=_("Its name in the directory, or a part of it. If it is not there yet, add it there first."),
        max_length=200,
        error_messages={"required": _("Write the name of the place")},
    )
    asset = _one_of(_("Which of these is it?"), [], _("Choose which of these it is"))

    def __init__(self, *args: Any, found: Sequence[Asset] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = {str(one.pk): one for one in found}
        if len(self.found) > 1:
            self.fields["asset"].choices = [(pk, one.name) for pk, one in self.found.items()]  # type: ignore[attr-defined]
        else:
            del self.fields["asset"]

    def clean_named(self) -> str:
        """Ask for another name where the directory has nothing like it."""
        if not self.found:
            raise forms.ValidationError(_("Nothing in the directory is called that. Try a part of the name"))
        return str(self.cleaned_data["named"])

    def place(self) -> Asset:
        """Return the place that was meant."""
        return self.found[self.cleaned_data["asset"]] if "asset" in self.fields else next(iter(self.found.values()))


class RatingForm(MindsNames, NamedPlace):
    """A light of a training: for which place, and why; the light and who gave it are the note's where it says so."""

    minds = "reason"
    light = _one_of(_("Which light was it?"), list(LIGHTS.items()), _("Choose one of the three"))
    rater = _one_of(_("Who said it?"), list(RATERS.items()), _("Choose what kind of person said it"))
    reason = forms.CharField(
        label=_("Why, in their words?"),
        help_text=_("About the place and what happens there. Leave names out."),
        max_length=NOTE_AT_MOST,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )
    field_order = ["named", "asset", "light", "rater", "reason", "asked"]

    def __init__(self, *args: Any, light: Light | None, rater: Rater | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {"light": light, "rater": rater}
        for name, value in self.known.items():
            if value:
                del self.fields[name]

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        return {
            "asset": self.place(),
            "light": self.known["light"] or Light(given["light"]),
            "rater": self.known["rater"] or Rater(given["rater"]),
            "reason": given["reason"],
        }


class MoveUpForm(MindsNames, NamedPlace, ImproveForm):
    """What would move a place up, as the directory's own form takes it; which place it is about is asked for first."""

    minds = "idea"
    field_order = ["named", "asset", "move", "idea", "asked"]

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        return {"asset": self.place(), **super().said()}


class GapForm(MindsNames, NeedForm):
    """A need from a training, as the board's own form takes it."""

    minds = "need"
    field_order = ["need", "interest", "place", "asked"]


class WayRoundForm(MindsNames):
    """A way round, under the kind of barrier that it goes round."""

    kind = forms.ChoiceField(
        label=_("What does it go round?"),
        error_messages={"required": _("Choose what it goes round"), "invalid_choice": _CHOOSE},
    )
    words = _words(
        _("The way round"),
        _("Write the way round, in a sentence or two"),
        LONGEST,
        _("So that it helps somebody who was not there. Name nobody."),
    )
    field_order = ["kind", "words", "asked"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", _("Choose")), *kinds_by_side()]  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        return {"kind": self.cleaned_data["kind"], "words": self.cleaned_data["words"]}


class IdeaForm(MindsNames):
    """An idea for the agency."""

    words = _words(_("The idea"), _("Write the idea, in a sentence or two"), NOTE_AT_MOST)
    field_order = ["words", "asked"]

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        return {"words": self.cleaned_data["words"]}


class MatchForm(forms.Form):
    """An entry that is there already, as one of those that were found."""

    asset = forms.UUIDField(error_messages={"required": _("Choose which of these it is"), "invalid": _CHOOSE})
