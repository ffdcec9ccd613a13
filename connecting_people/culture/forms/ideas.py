"""Forms for an idea: saying it, saying it in other words, what becomes of it, and which ideas to show."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from connecting_people.community.hints import may_name
from connecting_people.core.carrying import carry
from connecting_people.culture.idea_words import BECOMES, STATES, VOICES
from connecting_people.culture.models import Idea
from connecting_people.culture.rules import LONGEST_IDEA, NEXT, NOT_ON_THE_BOARD, IdeaState, Voice
from connecting_people.guide.culture import PRACTICES
from connecting_people.guide.words import StrOrPromise
from connecting_people.people.models import Team
from connecting_people.ui.jinja import day as day_in_words

NAMED, NAMELESS = "named", "nameless"
_CHOOSE: Final = _("Choose one of those in the list")


class Rings(forms.RadioSelect):
    """Rings to choose one, some with a word below that says more."""

    hints: Mapping[str, StrOrPromise] = {}


def _words(label: Any, hint: Any, rows: int = 4) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=LONGEST_IDEA,
        widget=forms.Textarea({"rows": rows}),
        error_messages={"required": _("Write your idea, in a sentence or two")},
    )


class NamesNobody(forms.Form):
    """Words that everybody here may read. It asks once where they may name somebody."""

    words = _words(
        _("Your idea"), _("What could be done better here, and how? Name nobody: everybody here can read it.")
    )
    asked = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, known: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.known = tuple(known)

    def clean(self) -> dict[str, Any]:
        """Ask once whether it names somebody; whoever sends it again knows better than a guess does."""
        kept = super().clean() or {}
        piece = may_name(kept.get("words", ""), self.known)
        if piece and not kept.get("asked"):
            ask = _("“%(piece)s” may be somebody’s name or number. Write it without, or send it again as it is.")
            self.add_error("words", forms.ValidationError(ask, params={"piece": piece}))
            carry(self, asked="on")
        return kept


class IdeaForm(NamesNobody):
    """A new idea: for whom, about which practice, and with a name or without."""

    team = forms.ChoiceField(label=_("Who could do it?"), required=False, error_messages={"invalid_choice": _CHOOSE})
    practice = forms.ChoiceField(
        label=_("Is it about one of these?"),
        required=False,
        choices=[("", _("None of these, or I am not sure")), *((one.id, one.name) for one in PRACTICES)],
        error_messages={"invalid_choice": _CHOOSE},
    )
    voice = forms.ChoiceField(label=_("As whom do you say this?"), widget=Rings, error_messages={"required": _CHOOSE})
    name = forms.ChoiceField(
        label=_("With your name?"),
        choices=[(NAMED, _("With my name")), (NAMELESS, _("Without a name"))],
        widget=Rings,
        error_messages={"required": _("Choose with or without your name")},
    )

    def __init__(
        self,
        data: Any = None,
        *,
        teams: Sequence[Team],
        voices: Sequence[Voice],
        comes_date: date,
        agency_name: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        self.teams, self.voices = {str(one.pk): one for one in teams}, voices
        self._choices("team", [("", _("The whole agency")), *((pk, one.name) for pk, one in self.teams.items())])
        self._choices("voice", [(one.value, VOICES[one]) for one in voices])
        if len(voices) < 2:
            del self.fields["voice"]
        if not self.teams:
            del self.fields["team"]
        self.fields["name"].widget.hints = _hints(comes_date, agency_name)

    def _choices(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        return {
            "words": given["words"],
            "team": self.teams.get(given.get("team") or ""),
            "practice": given["practice"],
            "voice": Voice(given["voice"]) if given.get("voice") else self.voices[0],
            "named": given["name"] == NAMED,
        }


def _hints(comes_date: date, agency_name: str) -> dict[str, str]:
    named = _now("Everybody of %(agency)s sees that it is yours: staff, service users and supporters.")
    nameless = _now(
        "Nobody sees whose it is, not even those who answer. It comes onto the board on %(day)s with the others of "
        "this month, so that the day says nothing either. You find it under “My ideas”, with what becomes of it."
    )
    return {NAMED: named % {"agency": agency_name}, NAMELESS: nameless % {"day": day_in_words(comes_date)}}


class RewordForm(NamesNobody):
    """The same idea in other words, with the version that they are meant to follow."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, idea: Idea, **kwargs: Any) -> None:
        kwargs["initial"] = {"words": idea.words, "version": idea.version} | (kwargs.get("initial") or {})
        super().__init__(data, **kwargs)

    def said(self) -> dict[str, Any]:
        """Return what was written, and which version it follows."""
        return {name: self.cleaned_data[name] for name in ("words", "version")}


class MoveForm(forms.Form):
    """What becomes of an idea, and words to whoever had it."""

    to = forms.ChoiceField(
        label=_("What becomes of it?"),
        widget=Rings,
        error_messages={"required": _("Choose what becomes of it"), "invalid_choice": _CHOOSE},
    )
    words = forms.CharField(
        label=_("What would you say about it?"),
        help_text=_("Everybody sees it beside the idea. “Not now” needs a reason."),
        max_length=LONGEST_IDEA,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, idea: Idea, **kwargs: Any) -> None:
        kwargs["initial"] = {"version": idea.version} | (kwargs.get("initial") or {})
        super().__init__(data, **kwargs)
        following = NEXT[IdeaState(idea.state)] - NOT_ON_THE_BOARD
        choices = [(one.value, BECOMES[one]) for one in IdeaState if one in following]
        self.fields["to"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for a reason where it is not now."""
        kept = super().clean() or {}
        if kept.get("to") == IdeaState.NOT_NOW and not kept.get("words"):
            self.add_error("words", _("Say why not now, so that whoever had the idea understands"))
        return kept

    def said(self) -> dict[str, Any]:
        """Return what becomes of it, as the act takes it."""
        given = self.cleaned_data
        return {"to": IdeaState(given["to"]), "words": given["words"], "version": given["version"]}

    def stands_against(self, now: Idea) -> "MoveForm":
        """Return the form as it is for an idea that changed meanwhile, with what was typed."""
        data = self.data.copy()  # type: ignore[attr-defined]
        data["version"] = str(now.version)
        return MoveForm(data, idea=now)


class ShowForm(forms.Form):
    """Which ideas to show. What is chosen from these lists says nothing about anybody, so it stands in the address."""

    practice = forms.ChoiceField(
        label=_("About"),
        required=False,
        choices=[("", _("Everything")), *((one.id, one.name) for one in PRACTICES)],
    )
    state = forms.ChoiceField(
        label=_("What became of it"),
        required=False,
        choices=[("", _("All")), *((one.value, name) for one, name in STATES.items() if one not in NOT_ON_THE_BOARD)],
    )

    def asked(self) -> tuple[str, str]:
        """Return the practice and the state that are asked for; what makes no sense counts as not asked."""
        self.is_valid()
        return self.cleaned_data.get("practice", ""), self.cleaned_data.get("state", "")
