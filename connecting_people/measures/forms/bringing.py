"""How an agency brings in an instrument: the file, and on what ground it may be used."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.measures.defining import MOST_BYTES
from connecting_people.ui.days import DateField


class BringForm(forms.Form):
    """One file."""

    chosen = forms.FileField(
        label=_("The file"),
        help_text=_("A definition as TOML, saved as UTF-8. You look at it and try it before anybody else sees it."),
        widget=forms.FileInput({"accept": ".toml"}),
        error_messages={
            "required": _("Choose a file"),
            "empty": _("There is nothing in this file. Choose it again"),
        },
    )

    def content(self) -> bytes:
        """Return what is in the file, or just enough of one that is too large to be refused."""
        content: bytes = self.cleaned_data["chosen"].read(MOST_BYTES + 1)
        return content


class LicenceForm(forms.Form):
    """What is allowed, who allows it, and until when."""

    what = forms.CharField(
        label=_("What are you allowed to do?"),
        help_text=_("Such as “use in our own service, on screen and on paper”."),
        max_length=300,
        error_messages={"required": _("Say what you are allowed to do")},
    )
    licensed_by = forms.CharField(
        label=_("Who allows it?"),
        help_text=_("The name, and the number or date of the letter if there is one."),
        max_length=200,
        error_messages={"required": _("Say who allows it")},
    )
    until = DateField(label=_("Until when?"), help_text=_("Leave this empty if it does not run out."), required=False)
    sure = forms.BooleanField(
        label=_("I have seen this licence, and it covers what we do here"),
        error_messages={"required": _("Tick this once you have seen the licence")},
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until"].earliest = today  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        return {"what": given["what"], "licensed_by": given["licensed_by"], "until_date": given["until"]}
