"""The form by which a person chooses how the pages look to them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.ui.look import SHORTCUTS, TEXTS, THEMES, Look


class LookForm(forms.Form):
    """Colours, size of text, and the shortcut of the quick way out."""

    text = forms.ChoiceField(label=_("Size of the text"), choices=TEXTS, widget=forms.RadioSelect)
    theme = forms.ChoiceField(label=_("Colours"), choices=THEMES, widget=forms.RadioSelect)
    shortcut = forms.ChoiceField(
        label=_("Leaving a page by pressing Shift three times"),
        help_text=_("It works on every page where you are signed in. Switch it off if it gets in your way."),
        choices=SHORTCUTS,
        widget=forms.RadioSelect,
    )

    def clean(self) -> dict[str, Any]:
        """Read the three choices as one look."""
        chosen = super().clean() or {}
        if not self.errors:
            chosen["look"] = Look(theme=chosen["theme"], text=chosen["text"], shortcut=chosen["shortcut"])
        return chosen
