"""How one wants to be reminded, and what a calendar says."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.partnership.models import Participant
from connecting_people.partnership.rules import Part
from connecting_people.stepping_out.models import RemindMe
from connecting_people.stepping_out.rules import Channel
from connecting_people.stepping_out.words import CHANNELS

NOT_AT_ALL = ("", _("Do not remind me"))
HOURS = ((2, _("Two hours before")), (24, _("A day before")), (48, _("Two days before")))


class RemindForm(forms.Form):
    """The way that one called safe, and how long before."""

    channel = forms.ChoiceField(
        label=_("How shall we remind you?"),
        help_text=_("Choose a way that is safe for you. It never says what is planned, nor with whom."),
        required=False,
        initial="",
        widget=forms.RadioSelect,
    )
    hours_before = forms.TypedChoiceField(
        label=_("When?"), choices=HOURS, coerce=int, initial=24, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, me: Participant, email: str, held: RemindMe | None, **kwargs: Any) -> None:
        if held:
            kwargs["initial"] = {"channel": held.channel, "hours_before": held.hours_before}
        super().__init__(*args, **kwargs)
        hidden = set() if email else {Channel.EMAIL}
        hidden |= set() if me.part == Part.SERVICE_USER else {Channel.DAY_LIST}
        offered = [(one.value, words) for one, words in CHANNELS.items() if one not in hidden]
        self.fields["channel"].choices = [NOT_AT_ALL, *offered]  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """Return what was chosen, as the act takes it."""
        given = self.cleaned_data
        channel = Channel(given["channel"]) if given["channel"] else None
        return {"channel": channel, "hours_before": given["hours_before"]}


class FeedForm(forms.Form):
    """What a calendar says of each outing."""

    plain = forms.BooleanField(
        label=_("Say what each outing is and where; else each is “Something planned”"), required=False
    )
