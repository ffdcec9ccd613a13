"""The agency's own area or a neighbourhood: its name, its middle, and its outline if there is one."""

import json
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.community.entry import Point
from connecting_people.community.forms.boxes import latitude, longitude, postcode, spaced
from connecting_people.community.ground import LARGEST, NotAnOutline, Outline, middle_of, outline_from
from connecting_people.community.models import Area
from connecting_people.community.queries.places import mark_of, point_of_postcode


class AreaForm(forms.Form):
    """An area. A postcode is enough for a neighbourhood; an outline alone is enough too."""

    name = forms.CharField(
        label=_("What is it called?"), max_length=80, error_messages={"required": _("Write what it is called")}
    )
    whole = forms.BooleanField(
        label=_("This is the whole of our area"),
        help_text=_("The map of the place begins with it."),
        required=False,
    )
    postcode = postcode()
    latitude = latitude()
    longitude = longitude()
    outline = forms.CharField(
        label=_("Outline"),
        help_text=_("GeoJSON with a Polygon or MultiPolygon, as maps and councils give it. It may stay empty."),
        max_length=LARGEST,
        required=False,
        strip=True,
        widget=forms.Textarea({"rows": 4, "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=_("Or a file with the outline"),
        required=False,
        widget=forms.FileInput({"accept": ".json,.geojson"}),
        error_messages={"empty": _("There is nothing in this file")},
    )
    read = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    @classmethod
    def of(cls, area: Area | None, data: Any = None, files: Any = None, *, whole: bool = False) -> "AreaForm":
        """Return the form as an area stands, or an empty one."""
        if area is None:
            return cls(data, files, initial={"whole": whole})
        kept = {name: getattr(area, name) for name in ("name", "whole", "latitude", "longitude")}
        shape = {"type": "MultiPolygon", "coordinates": [[ring] for ring in area.outline]} if area.outline else None
        return cls(data, files, initial={**kept, "outline": json.dumps(shape) if shape else "", "read": mark_of(area)})

    def clean_name(self) -> str:
        """Keep what was typed, but for line breaks and spaces too many."""
        return " ".join(str(self.cleaned_data["name"]).split())

    def clean_postcode(self) -> str:
        """Write it as people write it."""
        return spaced(self.cleaned_data["postcode"])

    def clean_file(self) -> str:
        """Read the file as text."""
        file = self.cleaned_data["file"]
        if not file:
            return ""
        if file.size > LARGEST:
            raise forms.ValidationError(_("This file is too large. Half a megabyte is plenty: ask for a simpler one."))
        try:
            return str(file.read().decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise forms.ValidationError(
                _("This file is no text. Choose the one that ends in .json or .geojson")
            ) from None

    def clean(self) -> dict[str, Any]:
        """Find the outline and the middle, or say what is missing."""
        said = super().clean() or {}
        name = "file" if said.get("file") else "outline"
        try:
            said["rings"] = outline_from(said[name]) if said.get(name) else []
        except NotAnOutline as why:
            self.add_error(name, str(why))
        if not self.errors:
            said["middle"] = self._middle(said, said["rings"])
        return said

    def _middle(self, said: dict[str, Any], rings: Outline) -> Point | None:
        if said["postcode"]:
            point = point_of_postcode(said["postcode"])
            if point is None:
                self.add_error("postcode", _("We do not know where this postcode is. Write the two numbers instead"))
            return point
        if said["latitude"] is not None and said["longitude"] is not None:
            return Point(said["latitude"], said["longitude"])
        if rings:
            return middle_of(rings)
        self.add_error("postcode", _("Write a postcode in its middle, or the two numbers, or bring an outline"))
        return None
