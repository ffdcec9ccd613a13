from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from connecting_people.core.carrying import carry
from connecting_people.people.models import Agency, CrisisInformation, Team, User
from connecting_people.people.queries import has_login
from connecting_people.people.rules import ACROSS_TEAMS, CONTACTS_AT_MOST, Role, Setting
from connecting_people.people.words import ROLE_HINTS, ROLE_NAMES, SETTING_NAMES
from connecting_people.ui.days import DateField

NEW_PASSWORD_HELP = _("At least 12 characters. Three or four words that only you would put together work well.")
_CHOOSE = _("Choose one of those in the list")
_ADDRESS_MISSING = _("Write your e-mail address, like name@example.org")


def private_device() -> forms.BooleanField:
    """Return the box by which somebody says that nobody else uses this device."""
    return forms.BooleanField(
        required=False,
        label=_("Only I use this device"),
        help_text=_("Leave this empty on a device that others use too. We then sign you out sooner."),
    )


class NewLoginForm(forms.Form):
    """A name, an address and a password for somebody who has had no login so far."""

    name = forms.CharField(
        label=_("Your name"),
        help_text=_("As you like to be called. Others whom you work with will see it."),
        max_length=80,
        error_messages={"required": _("Write the name that you like to be called by")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("You sign in with it."),
        error_messages={"required": _ADDRESS_MISSING, "invalid": _ADDRESS_MISSING},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    password = forms.CharField(
        label=_("Choose a password"),
        help_text=NEW_PASSWORD_HELP,
        strip=False,
        error_messages={"required": _("Choose a password of at least 12 characters")},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    private_device = private_device()

    def clean_email(self) -> str:
        """Ask whoever has a login already to use it."""
        email = str(self.cleaned_data["email"]).lower()
        if has_login(email):
            raise forms.ValidationError(
                _("Somebody signs in with this address already. If it is you, sign in first and open the link again.")
            )
        return email

    def clean(self) -> dict[str, Any]:
        """Try the password against the rules, knowing whose it will be."""
        kept = super().clean() or {}
        if kept.get("password"):
            owner = User(name=kept.get("name", ""), email=kept.get("email", ""))
            try:
                validate_password(kept["password"], owner)
            except forms.ValidationError as why:
                self.add_error("password", why)
        return kept


class SetUpForm(NewLoginForm):
    """The first agency and its first administrator."""

    agency_name = forms.CharField(
        label=_("What is your agency called?"),
        max_length=80,
        error_messages={"required": _("Write the name of your agency")},
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    setting = forms.ChoiceField(
        label=_("What does it mostly help with?"),
        choices=[(s.value, SETTING_NAMES[s]) for s in Setting],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the one that fits best"), "invalid_choice": _CHOOSE},
    )
    field_order = ["agency_name", "setting", "name", "email", "password", "private_device"]


class DeviceForm(forms.Form):
    """Whether others use this device too, for the session that is running."""

    shared = forms.ChoiceField(
        label=_("Who uses this device?"),
        choices=[("yes", _("Other people use it too")), ("no", _("Only I use it"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two"), "invalid_choice": _CHOOSE},
    )


class AgencyForm(forms.Form):
    """What an agency is called, what it is for, and its own words."""

    name = forms.CharField(
        label=_("Name of the agency"), max_length=80, error_messages={"required": _("Write the name of your agency")}
    )
    setting = SetUpForm.base_fields["setting"]
    service_user_word = forms.CharField(
        label=_("Your word for one service user"),
        help_text=_("Such as “member” or “person”. Leave it empty to say “service user”."),
        max_length=30,
        required=False,
    )
    service_users_word = forms.CharField(
        label=_("Your word for several"), help_text=_("Such as “members” or “people”."), max_length=30, required=False
    )
    safeguarding = forms.CharField(
        label=_("Where do people find your safeguarding?"),
        help_text=_("Worries about somebody’s safety do not belong in a shared record. Say where they go instead."),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for both words or none, since pages need both."""
        kept = super().clean() or {}
        one, several = kept.get("service_user_word"), kept.get("service_users_word")
        if one and not several:
            self.add_error("service_users_word", _("Write your word for several people as well"))
        if several and not one:
            self.add_error("service_user_word", _("Write your word for one person as well"))
        return kept

    @classmethod
    def of(cls, agency: Agency, data: Any = None) -> "AgencyForm":
        """Return the form as the agency stands."""
        return cls(data, initial={name: getattr(agency, name) for name in cls.base_fields})


class CrisisForm(forms.Form):
    """What to do in a crisis, where that holds, who keeps it and when it was checked."""

    region = forms.CharField(
        label=_("Where does this hold?"),
        help_text=_("A town, a county or a health board. Numbers differ from place to place."),
        max_length=80,
        error_messages={"required": _("Write the area for which this is right")},
    )
    advice = forms.CharField(
        label=_("What should somebody do first?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    kept_by = forms.CharField(
        label=_("Who keeps this right?"),
        help_text=_("A name or a job, so that people know whom to tell when a number changes."),
        max_length=80,
        error_messages={"required": _("Write who keeps this right")},
    )
    checked_date = DateField(label=_("When did somebody last try these numbers?"), help_text=_("Like 27 3 2026"))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    @classmethod
    def of(cls, information: CrisisInformation | None, data: Any = None, *, today: date) -> "CrisisForm":
        """Return the form as the information stands; nobody can have tried the numbers after today."""
        names = ("region", "advice", "kept_by", "checked_date", "version")
        kept = {name: getattr(information, name) for name in names} if information else {"version": 0}
        form = cls(data, initial=kept)
        form.fields["checked_date"].latest = today  # type: ignore[attr-defined]
        return form

    def stands_against(self, information: CrisisInformation | None) -> None:
        """Let what was typed count against what is kept by now, so that sending it again keeps it."""
        carry(self, version=information.version if information else 0)


class Line(forms.CharField):
    """One line of words, in a box that folds it where the screen is narrow: nothing of it is out of sight."""

    widget = forms.Textarea({"rows": 1})

    def to_python(self, value: Any) -> str:
        """Return the words with any line break between them as a space."""
        return " ".join(str(super().to_python(value)).split())


class ContactForm(forms.Form):
    """One number or place to turn to; a row without a name is none."""

    name = Line(label=_("Who or what is it?"), max_length=80, required=False)
    phone = forms.CharField(label=_("Number"), max_length=40, required=False)
    when = Line(label=_("When is somebody there?"), max_length=120, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask whose number it is."""
        kept = super().clean() or {}
        if (kept.get("phone") or kept.get("when")) and not kept.get("name"):
            self.add_error("name", _("Write whose number this is"))
        return kept


ContactForms = forms.formset_factory(
    ContactForm, extra=2, max_num=CONTACTS_AT_MOST, absolute_max=CONTACTS_AT_MOST, validate_max=True
)


class TeamForm(forms.Form):
    """A new team."""

    name = forms.CharField(
        label=_("What is the team called?"), max_length=80, error_messages={"required": _("Write a name for the team")}
    )


class _Roles(forms.RadioSelect):
    hints = {role.value: hint for role, hint in ROLE_HINTS.items()}


class InviteForm(forms.Form):
    """A colleague, what they will do, and in which team."""

    name = forms.CharField(
        label=_("Whom do you invite?"),
        help_text=_("Their name, so that you know later whose link it is. They can change it when they join."),
        max_length=80,
        error_messages={"required": _("Write a name")},
    )
    role = forms.ChoiceField(
        label=_("What will they do?"),
        widget=_Roles,
        error_messages={"required": _("Choose what they will do"), "invalid_choice": _CHOOSE},
    )
    team = forms.ModelChoiceField(
        label=_("In which team?"),
        queryset=Team.objects.none(),
        required=False,
        empty_label=_("In no team"),
        error_messages={"invalid_choice": _CHOOSE},
    )
    email = forms.EmailField(
        label=_("Their e-mail address, if you want us to send the link"),
        help_text=_("Without one, you get a link that you can pass on yourself."),
        required=False,
        error_messages={"invalid": _("Write an address like name@example.org, or leave it empty")},
    )

    def __init__(self, *args: Any, teams: Any, roles: list[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role.value, ROLE_NAMES[role]) for role in roles]  # type: ignore[attr-defined]
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]
        if len(roles) == 1:
            self.initial.setdefault("role", roles[0].value)
        known = list(teams[:2])
        self.has_teams = bool(known)
        if len(known) == 1:
            self.initial.setdefault("team", known[0].pk)

    def clean(self) -> dict[str, Any]:
        """Ask for a team where the role is one of a team."""
        kept = super().clean() or {}
        if kept.get("role"):
            kept["role"] = Role(kept["role"])
            if kept["role"] in ACROSS_TEAMS:
                kept["team"] = None
            elif not kept.get("team") and "team" not in self.errors:
                ask = _("Choose the team that they will be in") if self.has_teams else _("Make a team for them first")
                self.add_error("team", ask)
        return kept
