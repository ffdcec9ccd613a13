"""What a practitioner says of their own work, and to which team they show it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.journey.forms import words_field
from connecting_people.people.models import Agency, Team
from connecting_people.taking_stock.actions.own import PointSaid
from connecting_people.taking_stock.models import OwnStock
from connecting_people.taking_stock.rules import Goes, Point
from connecting_people.taking_stock.words import ASKS, GOES, POINTS, SKIP


class OwnForm(forms.Form):
    """How it is with time, the organisation, what there is to work with, and ideas. Each can be skipped."""

    def __init__(
        self, *args: Any, agencies: Iterable[Agency] = (), stock: OwnStock | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.agencies = {str(one.pk): one for one in agencies}
        if len(self.agencies) > 1:
            self.fields["agency"] = forms.ChoiceField(
                label=_("Where is this about?"),
                choices=[(pk, one.name) for pk, one in self.agencies.items()],
                error_messages={"required": _("Choose one")},
            )
        for point in Point:
            self.fields[f"goes_{point}"] = forms.ChoiceField(
                label=str(POINTS[point]),
                help_text=str(ASKS[point]),
                choices=[*GOES.items(), ("", SKIP)],
                required=False,
                widget=forms.RadioSelect,
            )
            self.fields[f"words_{point}"] = forms.CharField(required=False, max_length=2000)
        label, hint = _("Anything else?"), _("About your own work. No names of the people you work beside, please.")
        self.fields["words"] = words_field(label, hint, required=False, rows=3)
        self.fields["version"] = forms.IntegerField(required=False, widget=forms.HiddenInput)
        if stock:
            self._begin_with(stock)

    @property
    def agency(self) -> Agency:
        """Return the agency that it is about."""
        return self.agencies.get(self.cleaned_data.get("agency", "")) or next(iter(self.agencies.values()))

    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Return the two boxes of each of the four."""
        return [(self[f"goes_{point}"], self[f"words_{point}"]) for point in Point]

    def said(self) -> dict[str, Any]:
        """Return what was said, as the acts take it."""
        given = self.cleaned_data
        points = {}
        for point in Point:
            goes = given[f"goes_{point}"]
            points[point] = PointSaid(Goes(goes) if goes else "", given[f"words_{point}"])
        return {"points": points, "words": given["words"]}

    def _begin_with(self, stock: OwnStock) -> None:
        self.initial.update({"words": stock.words, "version": stock.version})
        for one in stock.points.all():
            self.initial.update({f"goes_{one.point}": one.goes, f"words_{one.point}": one.words})


class ShowForm(forms.Form):
    """To which team somebody shows their own stock-take."""

    def __init__(self, *args: Any, teams: Iterable[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.teams = {str(team.pk): team for team in teams}
        self.fields["team"] = forms.ChoiceField(
            label=_("Which team may see it?"),
            choices=[(pk, team.name) for pk, team in self.teams.items()],
            initial=next(iter(self.teams), None),
            widget=forms.RadioSelect,
            error_messages={"required": _("Choose a team")},
        )

    @property
    def team(self) -> Team:
        """Return the team that was chosen."""
        return self.teams[self.cleaned_data["team"]]
