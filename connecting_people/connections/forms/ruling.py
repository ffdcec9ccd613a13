from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.connections.forms.boxes import choices
from connecting_people.connections.ruling import LONGEST_NAME, RING_NAMES, Ruling
from connecting_people.connections.words import COLOURS_SHOW, TEXT_SIZES
from connecting_people.guide.kinds import CONNECTION_KINDS


class RulingForm(forms.Form):
    """The rings and parts of the map, and whether it was asked who knows whom."""

    rings = forms.TypedChoiceField(
        label=_("How many rings?"),
        choices=[(3, _("Three")), (4, _("Four")), (5, _("Five")), (0, _("None"))],
        coerce=int,
        widget=forms.RadioSelect,
    )
    sectors = forms.TypedChoiceField(
        label=_("Where do people stand?"),
        choices=[
            ("yes", _("Each part of life has its own part of the map")),
            ("no", _("Wherever you put them")),
        ],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    ties_asked = forms.BooleanField(
        label=_("We have talked about who knows whom, so that no line means that they do not"),
        required=False,
    )
    version = forms.IntegerField(min_value=0, max_value=1_000_000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, ruling: Ruling, **kwargs: Any) -> None:
        self.ruling = ruling
        kwargs["initial"] = {
            "rings": ruling.rings,
            "sectors": "yes" if ruling.sectors else "no",
            "ties_asked": ruling.ties_asked,
            "version": ruling.version,
        } | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        for at in range(max(RING_NAMES)):
            own = ruling.ring_names[at] if at < len(ruling.ring_names) else ""
            self.fields[f"ring_{at + 1}"] = _name(_("Ring %(number)s, from the middle") % {"number": at + 1}, own)
        for kind in CONNECTION_KINDS:
            self.fields[f"sector_{kind.id}"] = _name(kind.name, ruling.sector_names.get(kind.id, ""))

    def named(self, kind: str) -> list[Any]:
        """Return the boxes for the names of rings, or of parts."""
        return [self[name] for name in self.fields if name.startswith(f"{kind}_")]

    def chosen(self) -> Ruling:
        """Return what was chosen."""
        given = self.cleaned_data
        names = [given[f"ring_{at}"].strip() for at in range(1, max(RING_NAMES) + 1)]
        while names and not names[-1]:
            names.pop()
        parts = {kind.id: given[f"sector_{kind.id}"].strip() for kind in CONNECTION_KINDS}
        return Ruling(
            rings=given["rings"],
            ring_names=tuple(names),
            sectors=given["sectors"],
            sector_names={id: name for id, name in parts.items() if name},
            ties_asked=given["ties_asked"],
            version=given["version"],
        )


def _name(label: Any, own: str) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=LONGEST_NAME, initial=own)


class LookForm(forms.Form):
    """How one of them likes to see the map."""

    colour_by = forms.ChoiceField(
        label=_("What do the colours show?"), choices=choices(COLOURS_SHOW), widget=forms.RadioSelect
    )
    text = forms.ChoiceField(label=_("How large are the names?"), choices=choices(TEXT_SIZES), widget=forms.RadioSelect)
