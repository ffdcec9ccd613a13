"""Who gives a training, who speaks, and who is asked to come."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.people.models import Team, User
from connecting_people.training.course.taught import taught
from connecting_people.training.forms.planning import who_field
from connecting_people.training.models import Attendance, Block, Guest, Speaker
from connecting_people.training.names import GUEST_STATES, WHO
from connecting_people.training.rules import Going, GuestState, Who

_NAME = {"required": _("Write a name")}
_EMAIL = {"invalid": _("Check the address: it needs an @, like name@example.org")}
_NOBODY = ("", _("Somebody else, by name"))


def _email(label: Any, hint: Any) -> forms.EmailField:
    return forms.EmailField(label=label, help_text=hint, required=False, error_messages=_EMAIL)


class TrainerForm(forms.Form):
    """Somebody who gives the training: from a list of the agency, or anybody by name."""

    person = forms.ChoiceField(
        label=_("Who?"), help_text=_("Staff of this agency, and whoever was at a training here."), required=False
    )
    name = forms.CharField(
        label=_("Their name"), help_text=_("If they are not in the list."), max_length=200, required=False
    )
    email = _email(
        _("The address they sign in with, if they do"),
        _("Then the training stands on their own page. It is not kept otherwise."),
    )
    who = who_field(_("They give it as a …"))
    experience = forms.CharField(
        label=_("What do they bring?"),
        help_text=_("In their own words. It is shown, and nobody checks it."),
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data: Any = None, *, people: Sequence[tuple[User, str]], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.people = {str(user.pk): user for user, _teams in people}
        named = [(str(user.pk), f"{user.name} ({teams})" if teams else user.name) for user, teams in people]
        self.fields["person"].choices = [_NOBODY, *named]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """See that somebody is named."""
        kept = super().clean() or {}
        if not kept.get("person") and not kept.get("name", "").strip() and "person" not in self.errors:
            self.add_error("name", _("Choose somebody from the list, or write their name"))
        return kept

    def said(self) -> dict[str, Any]:
        """Return who it is, as the act takes it."""
        kept = self.cleaned_data
        user = self.people.get(kept["person"])
        by_name = {"name": "", "email": ""} if user else {"name": kept["name"], "email": kept["email"]}
        return {"user": user, "who": Who(kept["who"]), "experience": kept["experience"], **by_name}


class _Versioned(forms.Form):
    """What two can change at once: which version was read; none while there is nothing to change yet."""

    version = forms.IntegerField(min_value=1, required=False, widget=forms.HiddenInput)

    def clean_version(self) -> int:
        """Take what names no version for one that is long past."""
        return self.cleaned_data["version"] or 0


class SpeakerForm(_Versioned):
    """Somebody who said that they would speak at a training."""

    name = forms.CharField(label=_("Their name"), max_length=200, error_messages=_NAME)
    who = who_field(_("They speak as a …"))
    contact = forms.CharField(
        label=_("How can they be reached?"),
        help_text=_("Only those who plan trainings here see it."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    topics = forms.CharField(
        label=_("What could they talk about?"),
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @classmethod
    def of(cls, speaker: Speaker, data: Any = None) -> "SpeakerForm":
        """Return the form with what is kept of somebody."""
        return cls(data, initial={name: getattr(speaker, name) for name in cls.base_fields})


class _TopicForm(forms.Form):
    """What a guest talks about, and when in the day."""

    topic = forms.CharField(
        label=_("What about?"),
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    block = forms.ChoiceField(label=_("When in the day?"), required=False)

    def __init__(self, data: Any = None, *, blocks: Sequence[Block], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.blocks = {str(one.pk): one for one in blocks}
        named = [(pk, taught(one).title) for pk, one in self.blocks.items()]
        self.fields["block"].choices = [("", _("Not said yet")), *named]  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """Return what was said as the acts take it."""
        return {"topic": self.cleaned_data["topic"], "block": self.blocks.get(self.cleaned_data["block"])}


class AskGuestForm(_TopicForm):
    """Whom to ask, from the agency's list of speakers."""

    speaker = forms.ChoiceField(label=_("Whom do you ask?"), error_messages={"required": _("Choose somebody")})
    field_order = ("speaker",)

    def __init__(self, data: Any = None, *, speakers: Sequence[Speaker], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.speakers = {str(one.pk): one for one in speakers}
        named = [(pk, f"{one.name} ({WHO[Who(one.who)]})") for pk, one in self.speakers.items()]
        self.fields["speaker"].choices = named  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """Return whom to ask, and for what."""
        return super().said() | {"speaker": self.speakers[self.cleaned_data["speaker"]]}


class GuestForm(_Versioned, _TopicForm):
    """Whether a guest comes, what about and when."""

    state = forms.ChoiceField(
        label=_("Do they come?"),
        choices=[(one.value, GUEST_STATES[one]) for one in GuestState],
        widget=forms.RadioSelect,
    )
    field_order = ("state",)

    @classmethod
    def of(cls, guest: Guest, data: Any = None, *, blocks: Sequence[Block]) -> "GuestForm":
        """Return the form as it stands."""
        block = str(guest.block_id) if guest.block_id else ""
        stands = {"state": guest.state, "topic": guest.topic, "block": block, "version": guest.version}
        return cls(data, blocks=blocks, initial=stands)

    def said(self) -> dict[str, Any]:
        """Return what was said, with whether they come."""
        kept = self.cleaned_data
        return super().said() | {"state": GuestState(kept["state"]), "version": kept["version"]}


class AskForm(forms.Form):
    """Whole teams, and colleagues by name, in one go."""

    teams = forms.MultipleChoiceField(
        label=_("Whole teams"),
        help_text=_("Everybody of the staff in it. Who was asked before is not asked again."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    people = forms.MultipleChoiceField(
        label=_("Colleagues by name"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, data: Any = None, *, teams: Sequence[Team], people: Sequence[tuple[User, str]], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.all_teams = {str(team.pk): team for team in teams}
        self.all_people = {str(user.pk): user for user, _names in people}
        named = [(str(user.pk), f"{user.name}, {names}" if names else user.name) for user, names in people]
        for name, choices in (("teams", [(pk, one.name) for pk, one in self.all_teams.items()]), ("people", named)):
            self.fields[name].choices = choices  # type: ignore[attr-defined]
            if not choices:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """See that somebody is chosen."""
        kept = super().clean() or {}
        if not kept.get("teams") and not kept.get("people") and not self.errors:
            self.add_error(next(iter(self.fields), None), _("Choose a team or somebody"))
        return kept

    def said(self) -> dict[str, Any]:
        """Return who is asked, as the act takes it."""
        kept = self.cleaned_data
        teams = [self.all_teams[pk] for pk in kept.get("teams", ())]
        return {"teams": teams, "people": [self.all_people[pk] for pk in kept.get("people", ())]}


class SomebodyForm(forms.Form):
    """Anybody else by name, with an address if there is one."""

    name = forms.CharField(label=_("Their name"), max_length=200, error_messages=_NAME)
    email = _email(
        _("Their e-mail address"),
        _("We write to them if there is one. Who signs in here answers alone; for others, note the answer."),
    )
    who = who_field(_("They come as a …"))

    def said(self) -> dict[str, Any]:
        """Return who it is, as the acts take it."""
        return {**self.cleaned_data, "who": Who(self.cleaned_data["who"])}


class CameForm(forms.Form):
    """Who is there. What was ticked when the page was opened goes along, so that two can tick at the same time."""

    came = forms.MultipleChoiceField(label=_("These people"), required=False, widget=forms.CheckboxSelectMultiple)
    ticked = forms.CharField(required=False, max_length=40_000, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, people: Sequence[Attendance], **kwargs: Any) -> None:
        there = [str(one.pk) for one in people if one.going == Going.CAME]
        super().__init__(data, initial={"came": there, "ticked": ",".join(there)}, **kwargs)
        self.people = {str(one.pk): one for one in people}
        self.fields["came"].choices = [(pk, one.name) for pk, one in self.people.items()]  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """Return what changed since the page was opened."""
        now, before = set(self.cleaned_data["came"]), set(self.cleaned_data["ticked"].split(","))
        here = self.people
        return {
            "came": {here[pk].pk for pk in now - before},
            "not_after_all": {here[pk].pk for pk in before - now if pk in here},
        }
