from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.connections import words
from connecting_people.connections.photos import MOST_BYTES, Fault, NoPhoto, Photo, photo_of
from connecting_people.connections.refusals import MOST_BYTES as MOST_OF_A_MAP
from connecting_people.connections.refusals import TOO_LARGE
from connecting_people.journey.forms import VoicedForm
from connecting_people.ui.days import DateField

EMPTY = _("There is nothing in this file. Choose it again.")


class PhotoForm(VoicedForm):
    """A photo of a paper map, with its day and what is on it."""

    photo = forms.FileField(
        label=_("The photo"),
        help_text=_("A JPEG or PNG file of up to 8 MB. Where it was taken and with what is not kept."),
        widget=forms.FileInput({"accept": "image/jpeg,image/png"}),
        error_messages={"required": _("Choose a photo"), "empty": EMPTY},
    )
    map_date = DateField(label=_("When was the map drawn?"))
    says = forms.CharField(
        label=_("What is on it?"),
        help_text=_("For whoever cannot see the picture, and for later."),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )
    to_oneself = forms.BooleanField(label=_("Keep this photo to myself"), required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"map_date": today} | (kwargs.get("initial") or {})
        super().__init__(*args, today=today, **kwargs)
        map_date = self.fields["map_date"]
        assert isinstance(map_date, DateField)
        map_date.latest = today

    def clean_photo(self) -> Photo:
        """Read the picture, and nothing that a camera wrote beside it."""
        file: Any = self.cleaned_data["photo"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(str(words.FAULTS[Fault.TOO_LARGE]))
        try:
            return photo_of(file.read())
        except NoPhoto as why:
            raise forms.ValidationError(str(words.FAULTS[why.fault])) from None

    def clean(self) -> dict[str, Any]:
        """Let nobody keep what another said to themselves."""
        cleaned = super().clean() or {}
        if cleaned.get("to_oneself") and self.voice.pk != self.me.pk:
            self.add_error("to_oneself", _("Only what you say yourself can be kept to yourself"))
        return cleaned


class BringForm(forms.Form):
    """A file with maps."""

    file = forms.FileField(
        label=_("The file"),
        help_text=_(
            "A table with the columns name, kind and closeness; GraphML; or the CSV files of a map in one zip."
        ),
        widget=forms.FileInput({"accept": ".csv,.txt,.tsv,.graphml,.xml,.zip"}),
        error_messages={"required": _("Choose a file"), "empty": EMPTY},
    )

    def clean_file(self) -> Any:
        """Let in no more than a map can be."""
        file: Any = self.cleaned_data["file"]
        if (file.size or 0) > MOST_OF_A_MAP:
            raise forms.ValidationError(TOO_LARGE)
        return file


BOTH, ONESELF = "both", "oneself"


class TakeInForm(forms.Form):
    """Who may see what comes in."""

    who = forms.ChoiceField(
        label=_("Who may see them?"),
        help_text=_("The people on it have not been asked. You can show each of them later."),
        choices=[(ONESELF, _("Only me for now")), (BOTH, _("All who take part here"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who may see them")},
    )
