from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.community.columns import COLUMNS
from connecting_people.community.refusals import MOST_BYTES, MOST_BYTES_IN_ALL, MOST_PIECES, TOO_LARGE


class ManyFiles(forms.FileInput):
    """A choice of one file or several."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or several, none of them too large."""

    widget = ManyFiles({"accept": ".json,.csv,.tsv,.xlsx,.zip", "multiple": True})

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Return the files; say why not when one of them cannot be let in."""
        given = data if isinstance(data, list) else [data]
        files = [super(FilesField, self).clean(one, initial) for one in given or [None]]
        sizes = [file.size or 0 for file in files]
        if max(sizes) > MOST_BYTES or sum(sizes) > MOST_BYTES_IN_ALL or len(files) > MOST_PIECES:
            raise forms.ValidationError(TOO_LARGE)
        return files


class BringInForm(forms.Form):
    """Files, and whose directory they are."""

    chosen = FilesField(
        label=_("The files"),
        help_text=_(
            "Open Referral UK as JSON or CSV, one file, several, or a zip of them. Or a table of your own, as CSV or "
            "Excel: you then say what its columns are."
        ),
        error_messages={
            "required": _("Choose a file"),
            "empty": _("There is nothing in this file. Choose it again."),
        },
    )
    source = forms.CharField(
        label=_("Where does it come from?"),
        help_text=_("Such as “City council”. With the same words next time you see what has gone since."),
        max_length=80,
        error_messages={"required": _("Say in a few words where it comes from")},
    )


class MappingForm(forms.Form):
    """Which column of a table is which of ours."""

    def __init__(self, *args: Any, header: Sequence[str], mapping: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Not in this table")), *((heading, heading) for heading in header)]
        for column, label in COLUMNS.items():
            self.fields[column] = forms.ChoiceField(
                label=str(label), choices=choices, required=False, initial=mapping.get(column, "")
            )

    @property
    def mapping(self) -> dict[str, str]:
        """Return the headings that were chosen, by our columns."""
        return {column: heading for column, heading in self.cleaned_data.items() if heading}


class TakeInForm(forms.Form):
    """What becomes of the entries that are in the source no more."""

    mark = forms.CharField(widget=forms.HiddenInput, required=False)
    close_gone = forms.BooleanField(
        label=_("Mark those that are no longer in it as closed"),
        help_text=_("They stay in the directory and can be opened again."),
        required=False,
    )
