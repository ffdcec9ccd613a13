"""Who runs things: what an organisation is, whom it takes, and how it is doing."""

import uuid
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.community.entry import OURS, ours_in, text_of
from connecting_people.community.forms.boxes import words
from connecting_people.community.standard import Document
from connecting_people.community.writing import filled

FIELDS: Final = ("name", "description", "email", "website")
OWN: Final = ("eligibility", "funding", "challenges")


class OrganisationForm(forms.Form):
    """An organisation: its name and what it does are enough."""

    name = forms.CharField(
        label=_("What is it called?"), max_length=255, error_messages={"required": _("Write what it is called")}
    )
    description = forms.CharField(
        label=_("What does it do?"),
        help_text=_("As you would tell a friend"),
        max_length=3000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Write a few words on what it does")},
    )
    eligibility = words(_("Whom is it for?"), _("Who can come, and how: by themselves, or sent by somebody"), 2)
    funding = words(_("How is it paid for, and until when?"), rows=2)
    challenges = words(_("What is hard for it just now?"), _("Such as: no hall from May on, few volunteers"), 2)
    email = forms.EmailField(label=_("E-mail address"), required=False, max_length=254)
    website = forms.URLField(label=_("Page on the web"), required=False, max_length=500, assume_scheme="https")
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    @classmethod
    def of(cls, document: Document, version: int, data: Any = None) -> "OrganisationForm":
        """Return the form as an organisation's document stands."""
        initial: dict[str, Any] = {name: text_of(document.get(name)) for name in FIELDS}
        initial |= {name: text_of(ours_in(document).get(name)) for name in OWN}
        return cls(data, initial=initial | {"version": version})

    def written(self, document: Document) -> Document:
        """Return the document as it reads after this form; what the form does not show stays."""
        said = {name: self.cleaned_data[name] for name in self.changed_data if name != "version"}
        own = filled(ours_in(document), {name: said[name] for name in OWN if name in said})
        fields: Document = {name: said[name] for name in FIELDS if name in said}
        return filled({"id": str(uuid.uuid4()), **document}, {**fields, OURS: own})
