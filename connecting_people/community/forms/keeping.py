"""Forms for organisations that keep their own entries: inviting, proposing, and the agency's answer."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from connecting_people.community.forms.experience import words
from connecting_people.community.plain_entry import LABELS, Plain
from connecting_people.community.rules import Kind
from connecting_people.community.terms import KINDS
from connecting_people.community.times import DAY_NAMES
from connecting_people.ui.days import DateField

YES, NO = "yes", "no"


class InviteKeeperForm(forms.Form):
    """Somebody of an organisation."""

    name = forms.CharField(
        label=_("Whom do you invite?"),
        help_text=_("Their name, so that you know later whose link it is."),
        max_length=80,
        error_messages={"required": _("Write a name")},
    )
    email = forms.EmailField(
        label=_("Their e-mail address, if you want us to send the link"),
        help_text=_("Without one, you get a link that you can pass on yourself."),
        required=False,
        error_messages={"invalid": _("Write an address like name@example.org, or leave it empty")},
    )


class ProposeForm(forms.Form):
    """An entry's main fields, as the organisation would like them to be."""

    name = forms.CharField(label=LABELS["name"], max_length=255, error_messages={"required": _("Write its name")})
    kind = forms.ChoiceField(
        label=LABELS["kind"], choices=[(one.value, name) for one, name in KINDS.items()], initial=Kind.ACTIVITY.value
    )
    description = words(LABELS["description"], _("What people do there, and who it is for."), rows=4)
    days = forms.MultipleChoiceField(
        label=LABELS["days"],
        choices=list(DAY_NAMES.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    opens = forms.TimeField(
        label=LABELS["opens"],
        required=False,
        widget=forms.TimeInput(format="%H:%M"),
        error_messages={"invalid": _("Write a time such as 10:30")},
    )
    closes = forms.TimeField(
        label=LABELS["closes"],
        required=False,
        widget=forms.TimeInput(format="%H:%M"),
        error_messages={"invalid": _("Write a time such as 12:00")},
    )
    when = words(LABELS["when"], _("Such as “not in August”, or “every second week”."), rows=2)
    price = forms.DecimalField(
        label=LABELS["price"],
        help_text=_("0 if it is free. Leave it empty if it depends."),
        min_value=Decimal(0),
        max_value=Decimal(100_000),
        decimal_places=2,
        required=False,
        widget=forms.TextInput({"inputmode": "decimal", "class": "nhsuk-input--width-5"}),
        error_messages={"invalid": _("Write the price in figures, such as 2.50")},
    )
    cost = forms.CharField(
        label=LABELS["cost"], help_text=_("Such as “first time free”."), max_length=300, required=False
    )
    contact = forms.CharField(label=LABELS["contact"], max_length=120, required=False)
    phone = forms.CharField(
        label=LABELS["phone"], max_length=40, required=False, widget=forms.TextInput({"autocomplete": "off"})
    )
    email = forms.EmailField(
        label=LABELS["email"],
        required=False,
        error_messages={"invalid": _("Write an address like name@example.org, or leave it empty")},
    )
    link = forms.URLField(
        label=LABELS["link"],
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("Write a web address such as https://example.org, or leave it empty")},
    )
    ends = DateField(
        label=LABELS["ends"],
        help_text=_("Only if it comes to an end. Like 27 3 2026"),
        required=False,
    )
    version = forms.IntegerField(min_value=0, max_value=1_000_000, widget=forms.HiddenInput, initial=0)
    note = words(_("A word to the agency"), _("What changed, if it helps. Nobody else reads it."), rows=2)

    def __init__(self, *args: Any, now: Plain, one_time: bool = True, one_price: bool = True, **kwargs: Any) -> None:
        self.now = now
        kwargs["initial"] = _as_typed(now) | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        for name in () if one_time else ("days", "opens", "closes"):
            del self.fields[name]
        if not one_price:
            del self.fields["price"]

    def clean(self) -> dict[str, Any]:
        """Ask for hours in their order."""
        kept = super().clean() or {}
        if kept.get("opens") and kept.get("closes") and kept["closes"] <= kept["opens"]:
            self.add_error("closes", _("Write a time that is later than the one before it"))
        return kept

    def wanted(self) -> Plain:
        """Return the entry as the organisation would like it; what the form did not ask stays as it is."""
        given = self.cleaned_data
        return replace(self.now, **{name: _as_kept(given[name]) for name in vars(self.now) if name in given})

    def sent_again(self, version: int) -> QueryDict:
        """Return what was typed, meant to follow another version."""
        data = self.data.copy()  # type: ignore[attr-defined]
        data["version"] = str(version)
        return data  # type: ignore[no-any-return]


class DecideProposalForm(forms.Form):
    """The agency's answer, and the version of the entry that was looked at."""

    yes = forms.ChoiceField(
        label=_("Shall the entry say so?"),
        choices=[(YES, _("Yes, change the entry")), (NO, _("No, leave it as it is"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no")},
    )
    why = words(_("If not: why"), _("The organisation reads this."), rows=2)
    version = forms.IntegerField(min_value=0, max_value=1_000_000, widget=forms.HiddenInput)


class DecideAnswerForm(forms.Form):
    """Whether others may read what an organisation answers."""

    yes = forms.ChoiceField(
        label=_("Shall others read this?"),
        choices=[(YES, _("Yes, show it")), (NO, _("No, and I say why"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no")},
    )
    why = words(_("If not: why"), _("The organisation reads this."), rows=2)


def _as_typed(now: Plain) -> dict[str, Any]:
    shown: dict[str, Any] = dict(vars(now))
    shown["days"] = now.days.split(",") if now.days else []
    shown["ends"] = date.fromisoformat(now.ends) if now.ends else None
    return shown


def _as_kept(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ",".join(day for day in DAY_NAMES if day in value)
    if isinstance(value, Decimal):
        return f"{value:.2f}".removesuffix(".00")
    if isinstance(value, date):
        return value.isoformat()
    return value.strftime("%H:%M") if hasattr(value, "strftime") else str(value).replace("\r\n", "\n")
