"""Forms in which two say what comes next, and agree or see it differently."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.guide.steps import STEPS
from connecting_people.journey.forms import VoicedForm, words_field
from connecting_people.review.rules import Choice
from connecting_people.review.words import CHOICES, DOES
from connecting_people.ui.days import DateField


class NextForm(VoicedForm):
    """What could come next, and when to look back again."""

    choice = forms.ChoiceField(
        label=_("What could come next?"),
        choices=[(choice, name) for choice, (name, _hint) in CHOICES.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one. You can change your mind")},
    )
    step = forms.TypedChoiceField(
        label=_("Which step?"),
        help_text=_("Only if you go back to one."),
        choices=[("", _("Choose")), *((one.number, f"{one.number}. {one.name}") for one in STEPS)],
        required=False,
        coerce=int,
        empty_value=None,
    )
    words = words_field(_("Why, or how?"), _("If you like."), required=False, rows=3)
    look_again = DateField(
        label=_("When do we look back again?"), help_text=_("Leave it empty for no day."), required=False
    )
    field_order = ["voice", "choice", "step", "words", "look_again"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["look_again"].earliest = kwargs["today"]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask which step to go back to."""
        cleaned = super().clean() or {}
        if cleaned.get("choice") == Choice.COME_BACK and not cleaned.get("step"):
            self.add_error("step", _("Choose one of the eight steps"))
        return cleaned

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        choice = Choice(given["choice"])
        return {
            "choice": choice,
            "step": given["step"] if choice == Choice.COME_BACK else None,
            "words": given["words"],
            "look_again_date": given["look_again"],
            "voice": self.voice,
        }


class AgreeForm(forms.Form):
    """A yes to what comes next; another tick does it at once."""

    do_it = forms.BooleanField(required=False)

    def __init__(self, *args: Any, choice: Choice, can_do: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if can_do:
            self.fields["do_it"].label = str(DOES[choice])
        else:
            del self.fields["do_it"]


class DifferentlyForm(forms.Form):
    """How one sees it oneself."""

    words = words_field(_("How do you see it?"), _("It stands beside the other’s words. Neither replaces the other."))
