"""A place that is used, and the list of what makes one welcoming."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connecting_people.community.hints import may_name
from connecting_people.community.models import Asset
from connecting_people.core.carrying import carry
from connecting_people.culture.models import PlaceUsed
from connecting_people.culture.welcoming import LINES, TOPICS, Topic
from connecting_people.people.models import Team
from connecting_people.ui.days import DateField

_CHOOSE = gettext_lazy("Choose one of those in the list")


class PlaceForm(forms.Form):
    """A place, what it is used for, by whom, and which entry of the directory it is, found by name."""

    name = forms.CharField(
        label=gettext_lazy("What do you call it?"),
        max_length=200,
        error_messages={"required": gettext_lazy("Write what you call the place")},
    )
    used_for = forms.CharField(
        label=gettext_lazy("What do you use it for?"),
        help_text=gettext_lazy("Such as “First talks on Tuesdays, over a cup of tea”."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    team = forms.ChoiceField(
        label=gettext_lazy("Who uses it?"),
        initial="",
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _CHOOSE},
    )
    in_directory = forms.CharField(
        label=gettext_lazy("Is it in the directory?"),
        help_text=gettext_lazy("Write its name there or a part of it. Leave this empty if it is not."),
        max_length=200,
        required=False,
    )
    asset = forms.ChoiceField(
        label=gettext_lazy("Which of these is it?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose which of these it is"), "invalid_choice": _CHOOSE},
    )
    version = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any = None,
        *,
        teams: Iterable[Team],
        found: Sequence[Asset] = (),
        place: PlaceUsed | None = None,
    ) -> None:
        super().__init__(data, initial=_as_it_stands(place) if place else {})
        self.teams, self.found = {str(team.pk): team for team in teams}, {str(asset.pk): asset for asset in found}
        named = [("", _("The whole agency")), *((pk, team.name) for pk, team in self.teams.items())]
        self.fields["team"].choices = named  # type: ignore[attr-defined]
        if len(self.found) > 1:
            self.fields["asset"].choices = [(pk, asset.name) for pk, asset in self.found.items()]  # type: ignore[attr-defined]
        else:
            del self.fields["asset"]

    def clean_in_directory(self) -> str:
        """Ask for another name where the directory has nothing like it."""
        named = str(self.cleaned_data["in_directory"])
        if named and not self.found:
            raise forms.ValidationError(_("Nothing in the directory is called that. Try a part of the name"))
        return named

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        kept = self.cleaned_data
        one = self.found.get(kept["asset"]) if "asset" in self.fields else next(iter(self.found.values()), None)
        return {
            "name": kept["name"],
            "used_for": kept["used_for"],
            "team": self.teams.get(kept["team"]),
            "asset": one if kept["in_directory"] else None,
        }


@dataclass(frozen=True)
class Asked:
    """A topic of the list with its boxes."""

    topic: Topic
    boxes: tuple[BoundField, ...]


class WelcomeForm(forms.Form):
    """What somebody saw, line by line, on a day; any line can be left out."""

    words = forms.CharField(
        label=gettext_lazy("What else did you notice? What would make it better?"),
        help_text=gettext_lazy("Everybody of the agency can read it, without your name. Name nobody."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    on = DateField(label=gettext_lazy("On which day were you there?"))
    asked = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, today: date, known: Iterable[str] = ()) -> None:
        super().__init__(data, initial={"on": today})
        self.known = tuple(known)
        self.fields["on"].latest = today  # type: ignore[attr-defined]
        ways = [("yes", _("It is so")), ("no", _("Not yet")), ("", _("I did not look"))]
        for line in LINES.values():
            self.fields[f"line-{line.id}"] = forms.ChoiceField(
                label=str(line.says),
                choices=ways,
                initial="",
                required=False,
                widget=forms.RadioSelect,
                error_messages={"invalid_choice": _CHOOSE},
            )

    def topics(self) -> list[Asked]:
        """Return the lines, topic by topic."""
        return [Asked(topic, tuple(self[f"line-{line.id}"] for line in topic.lines)) for topic in TOPICS]

    def clean_words(self) -> str:
        """Ask once where the words seem to name somebody; whoever sends them again knows better than a guess does."""
        words = str(self.cleaned_data["words"])
        piece = may_name(words, self.known)
        if piece and not self.data.get("asked"):
            carry(self, asked="on")
            ask = _("“%(piece)s” may be somebody’s name or number. Write it without, or send it again as it is.")
            raise forms.ValidationError(ask, params={"piece": piece})
        return words

    def said(self) -> dict[str, Any]:
        """Return what was seen, as the act takes it."""
        kept = self.cleaned_data
        seen = {line: kept[f"line-{line}"] for line in LINES if kept[f"line-{line}"]}
        return {
            "on_date": kept["on"],
            "ticks": {line: so == "yes" for line, so in seen.items()},
            "words": kept["words"],
        }


def _as_it_stands(place: PlaceUsed) -> dict[str, Any]:
    return {
        "name": place.name,
        "used_for": place.used_for,
        "team": str(place.team_id or ""),
        "in_directory": place.asset.name if place.asset else "",
        "version": place.version,
    }
