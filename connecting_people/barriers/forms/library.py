"""What is written for the agency's library."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.barriers.forms.facts import kinds_by_side
from connecting_people.barriers.models import Offer, Workaround
from connecting_people.barriers.rules import LONGEST, opened


def _text() -> forms.CharField:
    return forms.CharField(
        label=_("The idea, as anybody here may read it"),
        help_text=_("What to do, and what is good to know. No names, no places, nothing that tells who it was."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write the idea in a sentence or two")},
    )


class OfferForm(forms.Form):
    """An idea put into words without a name."""

    text = _text()

    def __init__(self, *args: Any, workaround: Workaround, **kwargs: Any) -> None:
        kwargs["initial"] = {"text": workaround.entry.words[:LONGEST]} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)


class RewordForm(forms.Form):
    """The same idea in other words, with the version that they are meant to follow."""

    text = _text()
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, offer: Offer, **kwargs: Any) -> None:
        held = {"text": opened(offer.sealed)[1], "version": offer.version}
        kwargs["initial"] = held | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)


class DecideForm(forms.Form):
    """A second person puts an idea into the library or sends it back with a reason."""

    good = forms.ChoiceField(
        label=_("Can everybody here read this?"),
        choices=[("yes", _("Yes, put it into the library")), ("no", _("Not like this: send it back"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two")},
    )
    reason = forms.CharField(
        label=_("Why do you send it back?"),
        help_text=_("Whoever offered it reads this. You do not know who it is."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a reason for what is sent back."""
        cleaned = super().clean() or {}
        if cleaned.get("good") == "no" and not str(cleaned.get("reason") or "").strip():
            self.add_error("reason", _("Say why, so that they can say it differently"))
        return cleaned


class SearchForm(forms.Form):
    """Looks for ideas by kind and by words."""

    kind = forms.ChoiceField(label=_("What gets in the way?"), required=False)
    q = forms.CharField(label=_("Words"), required=False, max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", _("Anything")), *kinds_by_side()]  # type: ignore[attr-defined]

    def asked(self) -> dict[str, Any]:
        """Return what is looked for."""
        given = self.cleaned_data if self.is_bound and self.is_valid() else self.initial
        kind = given.get("kind")
        return {"kinds": [kind] if kind else [], "words": given.get("q") or ""}
