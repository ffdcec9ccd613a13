"""What is asked when a partnership begins, changes, rests and goes on."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from connecting_people.guide.steps import STEPS
from connecting_people.partnership.rules import COVER_LASTS_AT_MOST, REASON_AT_LEAST, REASON_AT_MOST, WORDS_AT_MOST
from connecting_people.people.models import Agency, Team, User
from connecting_people.ui.days import DateField

Where = tuple[Agency, Team | None]


def words(label: Any, help_text: Any = "") -> forms.CharField:
    """Return a box for some words that may stay empty."""
    box = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, help_text=help_text, required=False, max_length=WORDS_AT_MOST, widget=box)


class BeginForm(forms.Form):
    """Whom the partnership is with, and in which team."""

    name = forms.CharField(
        label=_("What would they like to be called?"),
        help_text=_("A first name or a nickname is enough."),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Write a name, or a nickname if they like that better")},
    )
    where = forms.ChoiceField(
        label=_("Which team is this in?"),
        help_text=_("The lead of that team sees that this partnership is there, not what is in it."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a team"), "invalid_choice": _("Choose one of these teams")},
    )

    def __init__(self, data: Any = None, *, places: list[Where]) -> None:
        super().__init__(data)
        self.places = places
        several = len({agency.pk for agency, _team in places}) > 1
        where = self.fields["where"]
        where.choices = [(str(at), _label(place, several)) for at, place in enumerate(places)]  # type: ignore[attr-defined]
        if len(places) == 1:
            # One team is no question.
            del self.fields["where"]

    def chosen(self) -> Where:
        """Return the agency and team that were chosen."""
        return self.places[int(self.cleaned_data.get("where", 0))]


class InviteForm(forms.Form):
    """Where to send the link of the service user, if anywhere."""

    email = forms.EmailField(
        label=_("Their e-mail address"),
        help_text=_("You can leave this out and give them the link yourself."),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": _("Write an e-mail address like name@example.org, or leave this out")},
    )


class InviteSupporterForm(InviteForm):
    """Who the supporter is, and until when they may look."""

    name = forms.CharField(
        label=_("What is the supporter called?"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Write the name that you call them by")},
    )
    until_date = DateField(
        label=_("Until when can they look?"),
        help_text=_("You can leave this out. You can end it at any time."),
        required=False,
    )
    field_order = ["name", "until_date", "email"]

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data)
        self.fields["until_date"].earliest = today  # type: ignore[attr-defined]


class ColleagueForm(forms.Form):
    """Which colleague comes in."""

    colleague = forms.ChoiceField(
        label=_("Which colleague?"),
        error_messages={"required": _("Choose a colleague"), "invalid_choice": _("Choose one of these names")},
    )

    def __init__(self, data: Any = None, *, colleagues: Iterable[User]) -> None:
        super().__init__(data)
        self.users = {str(user.pk): user for user in colleagues}
        named = Counter(user.name for user in self.users.values())
        # Two people may share a name: their addresses tell them apart.
        labels = [(pk, f"{u.name} ({u.email})" if named[u.name] > 1 else u.name) for pk, u in self.users.items()]
        self.fields["colleague"].choices = [("", _("Choose a name")), *labels]  # type: ignore[attr-defined]

    def clean_colleague(self) -> User:
        """Read the choice as a person."""
        return self.users[self.cleaned_data["colleague"]]


class CoverForm(ColleagueForm):
    """Who stands in, and until when."""

    until_date = DateField(
        label=_("Until which day?"),
        help_text=_("At most three months from today. After that day they can no longer open anything here."),
        error_messages={"late": _("Choose a day within the next three months")},
    )
    words = words(_("Why, if you want to say"), _("All of you can read this."))

    def __init__(self, data: Any = None, *, colleagues: Iterable[User], today: date) -> None:
        super().__init__(data, colleagues=colleagues)
        until = self.fields["until_date"]
        until.earliest, until.latest = today, today + COVER_LASTS_AT_MOST  # type: ignore[attr-defined]


class HandOverForm(ColleagueForm):
    """Who becomes the lead practitioner."""

    words = words(_("A few words to go with it"), _("All of you can read this. You can leave it out."))


class PauseForm(forms.Form):
    """What there is to say about a pause, and when to ask again."""

    words = words(_("Anything you would like to say"), _("Both of you can read this. You can leave it out."))
    ask_again_date = DateField(
        label=_("When shall we ask you again?"),
        help_text=_("Leave this empty and nobody asks. You can come back on any day."),
        required=False,
    )

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data)
        self.fields["ask_again_date"].earliest = today  # type: ignore[attr-defined]


class LeaveForm(forms.Form):
    """What there is to say on leaving."""

    words = PauseForm.base_fields["words"]


class ComeBackForm(forms.Form):
    """Where to begin again."""

    step = forms.TypedChoiceField(
        label=_("Where would you like to begin again?"),
        help_text=_("Any step is fine, and you can move on to another at any time."),
        coerce=int,
        choices=[(step.number, format_lazy("{}. {}", step.number, step.name)) for step in STEPS],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a step. Any of them is fine"),
            "invalid_choice": _("Choose one of the eight"),
        },
    )
    words = words(_("Anything you would like to say"), _("Both of you can read this. You can leave it out."))


class LookForm(forms.Form):
    """Why somebody needs to look."""

    reason = forms.CharField(
        label=_("Why do you need to look?"),
        help_text=_("One or two sentences. The person whose journey this is will read them."),
        min_length=REASON_AT_LEAST,
        max_length=REASON_AT_MOST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": _("Write why you need to look"),
            "min_length": _("Write a sentence about why, so that others can understand it"),
        },
    )


def _label(place: Where, several: bool) -> str:
    agency, team = place
    names = [agency.name] if several or team is None else []
    return ": ".join([*names, *([team.name] if team else [])])
