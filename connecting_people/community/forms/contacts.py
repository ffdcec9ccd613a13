"""Whom the team knows: name, how to reach and approach them; and a word about having been in touch."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.community.models import Asset, LocalContact, Organisation
from connecting_people.core.carrying import carry
from connecting_people.people.models import Team

_CHOOSE = _("Choose one of those in the list")
AT_ASSET, AT_ORGANISATION = "asset", "organisation"


class ContactForm(forms.Form):
    """One contact in words."""

    name = forms.CharField(
        label=_("Whom do you know there?"),
        help_text=_("A first name, or what they do there, is enough."),
        max_length=120,
        error_messages={"required": _("Write a first name, or what they do there")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    reach = forms.CharField(
        label=_("How do you reach them?"),
        help_text=_("A number, an address, or when they are in."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    approach = forms.CharField(
        label=_("How best to approach them, and what to ask for"),
        help_text=_("So that a colleague knows how to begin. Write nothing about anybody you support."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def said(self) -> dict[str, Any]:
        """Return what was written."""
        return {name: self.cleaned_data[name] for name in ("name", "reach", "approach")}


class AddContactForm(ContactForm):
    """A new contact, with where it is and whose team knows them, where that is a question."""

    where = forms.ChoiceField(
        label=_("Where do they belong?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two"), "invalid_choice": _CHOOSE},
    )
    team = forms.ChoiceField(
        label=_("Which team knows them?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a team"), "invalid_choice": _CHOOSE},
    )
    field_order = ["name", "where", "reach", "approach", "team"]

    def __init__(
        self, data: Any = None, *, asset: Asset | None, organisation: Organisation | None, teams: Sequence[Team]
    ) -> None:
        super().__init__(data)
        self.asset, self.organisation = asset, organisation
        self.teams = {str(team.pk): team for team in teams}
        if asset and organisation:
            both = [(AT_ASSET, asset.name), (AT_ORGANISATION, _("%(name)s, who run it") % {"name": organisation.name})]
            self.fields["where"].choices = both  # type: ignore[attr-defined]
            self.fields["where"].initial = AT_ASSET
        else:
            del self.fields["where"]
        if len(teams) > 1:
            self.fields["team"].choices = [(pk, team.name) for pk, team in self.teams.items()]  # type: ignore[attr-defined]
        else:
            # One team is no question.
            del self.fields["team"]

    def said(self) -> dict[str, Any]:
        """Return what was written, where, and for which team."""
        at_asset = self.asset if self.cleaned_data.get("where", AT_ASSET) == AT_ASSET else None
        return super().said() | {
            "asset": at_asset,
            "organisation": None if at_asset else self.organisation,
            "team": self.teams[self.cleaned_data["team"]] if "team" in self.fields else next(iter(self.teams.values())),
        }


class ChangeContactForm(ContactForm):
    """A contact in other words, with the version that this is meant to follow."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    @classmethod
    def of(cls, contact: LocalContact, data: Any = None) -> "ChangeContactForm":
        """Return the form as the contact stands."""
        return cls(data, initial={name: getattr(contact, name) for name in ("name", "reach", "approach", "version")})

    def said(self) -> dict[str, Any]:
        """Return what was written, and which version it follows."""
        return super().said() | {"version": self.cleaned_data["version"]}

    def stands_against(self, now: LocalContact) -> None:
        """Let what was typed count against what is kept by now, so that sending it again keeps it."""
        carry(self, version=now.version)


class TouchForm(forms.Form):
    """A few words about having been in touch, which may be none."""

    words = forms.CharField(
        label=_("A few words, if you like"),
        help_text=_("What they said, or what to ask next time. Write nothing about anybody you support."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
