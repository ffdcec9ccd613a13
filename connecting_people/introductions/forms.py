"""What somebody says about company, and a place and a time. Every form keeps what was typed."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.community.models import Asset
from connecting_people.guide.interests import INTEREST_FAMILIES
from connecting_people.introductions.actions import Ways
from connecting_people.introductions.models import Reach
from connecting_people.introductions.rules import EVERY_DAY, LONGEST
from connecting_people.introductions.words import DAYS, FAR, NEEDS
from connecting_people.ui.days import DateField

USUAL: Final = timedelta(days=91)


class WishForm(forms.Form):
    """Something to do with somebody, until when, and on which days, how far and with what needs."""

    interest = forms.ChoiceField(
        label=_("What would you like to do with somebody?"), error_messages={"required": _("Choose one thing")}
    )
    until = DateField(label=_("Until when does this stand?"), help_text=_("You can take it back on any day before."))
    days = forms.TypedMultipleChoiceField(
        label=_("Which days suit you?"),
        choices=list(enumerate(DAYS)),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one day")},
    )
    km = forms.TypedChoiceField(
        label=_("How far would you go?"), choices=list(FAR.items()), coerce=int, widget=forms.RadioSelect
    )
    needs = forms.TypedMultipleChoiceField(
        label=_("What do you need?"),
        help_text=_("This is used to find somebody who fits. Nobody else is shown it."),
        choices=[(need.value, words) for need, words in NEEDS.items()],
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )
    says_name = forms.BooleanField(
        label=_("Once we are introduced, the other may know my first name"),
        required=False,
    )

    def __init__(self, *args: Any, today: date, reach: Reach | None, likes: Iterable[str], **kwargs: Any) -> None:
        kwargs["initial"] = _said(reach) | {"until": today + USUAL} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.fields["interest"].choices = _interests(frozenset(likes))  # type: ignore[attr-defined]
        self.fields["until"].earliest = today  # type: ignore[attr-defined]
        self.fields["until"].latest = today + LONGEST  # type: ignore[attr-defined]
        self.fields["until"].error_messages["late"] = _("Choose a day within a year. You can say it again then")

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        ways = Ways(
            days=sum(1 << day for day in given["days"]),
            km=given["km"],
            needs=sum(given["needs"]),
            says_name=given["says_name"],
        )
        return {"interest": given["interest"], "until_date": given["until"], "ways": ways}


class FitsForm(forms.Form):
    """A practitioner's yes, and whether their first name is told."""

    yes = forms.BooleanField(
        label=_("Introductions fit this person now, whoever it may be"),
        error_messages={"required": _("Tick this if it is so; else go back, and nothing changes")},
    )
    says_name = forms.BooleanField(label=_("The other pair may know my first name"), required=False)

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        return {"says_name": self.cleaned_data["says_name"]}


class ProposeForm(forms.Form):
    """A place and a time, and after which proposal they come."""

    asset = forms.ChoiceField(label=_("A place from the directory"), required=False)
    place = forms.CharField(
        label=_("Or another place"),
        help_text=_("Somewhere public that anybody can find. Write nothing about yourselves: the others see this."),
        required=False,
        max_length=120,
    )
    day = DateField(label=_("Which day?"))
    begins = forms.TimeField(
        label=_("At what time?"),
        widget=forms.TimeInput,
        error_messages={
            "required": _("Write the time like 10:30 or 14:05"),
            "invalid": _("Write the time like 10:30 or 14:05"),
        },
    )
    number = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, today: date, places: Iterable[Asset], number: int, **kwargs: Any) -> None:
        kwargs["initial"] = {"number": number} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.offered = {str(one.pk): one for one in places}
        if not self.offered:
            del self.fields["asset"]
            self.fields["place"].label = _("Where?")
        else:
            named = [(pk, one.name) for pk, one in self.offered.items()]
            self.fields["asset"].choices = [("", _("None of these")), *named]  # type: ignore[attr-defined]
        self.fields["day"].earliest = today  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for a place, and for one alone."""
        cleaned = super().clean() or {}
        chosen, written = cleaned.get("asset"), cleaned.get("place", "").strip()
        if chosen and written:
            self.add_error("place", _("Keep one of the two places, so that the others know where to come"))
        if not chosen and not written and "place" not in self.errors:
            self.add_error("place", _("Choose a place, or write one"))
        return cleaned

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        return {
            "asset": self.offered.get(given.get("asset", "")),
            "place": given["place"],
            "meeting_date": given["day"],
            "begins": given["begins"],
            "number": given["number"],
        }


class AnswerForm(forms.Form):
    """Whether a place and a time suit, and which."""

    yes = forms.TypedChoiceField(choices=[("yes", ""), ("no", "")], coerce=lambda value: value == "yes")
    number = forms.IntegerField()


def _said(reach: Reach | None) -> dict[str, Any]:
    days = reach.days if reach else EVERY_DAY
    return {
        "days": [day for day in range(len(DAYS)) if days >> day & 1],
        "km": reach.km if reach else 5,
        "needs": [need.value for need in NEEDS if reach and reach.needs & need],
        "says_name": bool(reach and reach.says_name),
    }


def _interests(likes: frozenset[str]) -> list[Any]:
    """Return every interest with its name; those of the list of strengths stand first, for a short way."""
    every = [one for family in INTEREST_FAMILIES for one in family.interests]
    every.sort(key=lambda one: one.id not in likes)
    return [("", _("Choose one")), *((one.id, one.name) for one in every)]
