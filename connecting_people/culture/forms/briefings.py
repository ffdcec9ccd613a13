"""A team's own words for its one page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.culture.briefing_words import ASKS
from connecting_people.culture.models import Briefing
from connecting_people.culture.rules import LONGEST_BRIEFING, Reader


class BriefingForm(forms.Form):
    """Own words, with the version that they are meant to follow."""

    words = forms.CharField(
        help_text=_("A few sentences, so that it stays one page. Leave it empty to give the page without."),
        max_length=LONGEST_BRIEFING,
        required=False,
        widget=forms.Textarea({"rows": 7}),
    )
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, reader: Reader, written: Briefing | None, **kwargs: Any) -> None:
        held = {"words": written.words, "version": written.version} if written else {"version": 0}
        kwargs["initial"] = held | (kwargs.get("initial") or {})
        super().__init__(data, **kwargs)
        self.fields["words"].label = str(ASKS[reader])

    def said(self) -> dict[str, Any]:
        """Return what was written, and which version it follows."""
        return {name: self.cleaned_data[name] for name in ("words", "version")}
