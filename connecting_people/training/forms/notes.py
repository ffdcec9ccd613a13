"""Writing on a board: a trainee's note, and what a trainer types in from paper."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.sorts import sorts_of
from connecting_people.training.course.who import AS_WHO
from connecting_people.training.course.words import Column, Sorts
from connecting_people.training.live import Written, columns_of
from connecting_people.training.models import Block
from connecting_people.training.rules import NOTE_AT_MOST, PLACE_AT_MOST, Who, begins_with, begun_with, tidy

_SHOWN_OF_A_NOTE: Final = 60
_TEXT = {
    "required": _("Write a few words first"),
    "null_characters_not_allowed": _("Take out the signs that cannot be read"),
}


def shared_columns(block: Block) -> tuple[Column, ...]:
    """Return the columns of a board that are for all, at once or once a trainer opens them."""
    return tuple(column for column in columns_of(block) if not column.kept)


class NoteForm(forms.Form):
    """One note for a board: where it goes, the words, what it is sorted by, and whether one's name stands beside it."""

    column = forms.ChoiceField(
        label=_("Where does it go?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose where it goes"), "invalid_choice": _("Choose where it goes")},
    )
    text = forms.CharField(
        label=_("Your note"),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=_TEXT,
    )
    sort = forms.ChoiceField(label=_("What is it about?"), required=False)
    named = forms.BooleanField(label=_("Put my name beside it"), required=False)
    about = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, block: Block, columns: tuple[Column, ...] | None = None, has_name: bool = False,
                 **kwargs: Any) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.columns = columns_of(block) if columns is None else columns
        self._choose_column()
        self._choose_sort()
        if not has_name:
            del self.fields["named"]

    def _choose_column(self) -> None:
        field: Any = self.fields["column"]
        field.choices = [(one.id, one.title) for one in self.columns]
        if len(self.columns) == 1:
            field.widget = forms.HiddenInput()
            self.initial.setdefault("column", self.columns[0].id)

    def _choose_sort(self) -> None:
        sorted_ = next((one for one in self.columns if one.sorts is not Sorts.NOTHING), None)
        if sorted_ is None:
            del self.fields["sort"]
            return
        field: Any = self.fields["sort"]
        self.lights = sorted_.sorts is Sorts.LIGHTS
        field.choices = list(sorts_of(sorted_).items())
        if self.lights:
            field.label, field.widget = _("How is it there?"), forms.RadioSelect(choices=field.choices)
        else:
            field.choices = [("", _("Not sure, or something else")), *field.choices]

    def clean(self) -> dict[str, Any]:
        """See that a place has its light; an answer to a note has none of its own."""
        cleaned = super().clean() or {}
        if getattr(self, "lights", False) and not cleaned.get("sort") and not cleaned.get("about"):
            self.add_error("sort", _("Choose green, amber or red"))
        return cleaned

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        about: UUID | None = given.get("about")
        return {
            "column": given["column"],
            "text": given["text"],
            "sort": given.get("sort") or "",
            "about": about,
            "named": bool(given.get("named")),
        }


def begun_note(typed: Mapping[str, str], places: Iterable[Written]) -> dict[str, Any]:
    """Return what a form was filled in with so far, as a new note that begins with the chosen place."""
    names = [begins_with(one.text) for one in places]
    text = begun_with(tidy(typed.get("place", ""))[:PLACE_AT_MOST], typed.get("text", ""), names)
    return {"column": typed.get("column", ""), "sort": typed.get("sort", ""), "named": "named" in typed, "text": text}


class RewordForm(NoteForm):
    """One's own note in other words."""

    def __init__(self, *args: Any, column: Column, is_answer: bool, **kwargs: Any) -> None:
        super().__init__(*args, columns=(column,), **kwargs)
        del self.fields["about"]
        if is_answer:
            self.fields.pop("sort", None)
            self.lights = False


class SayForm(NoteForm):
    """What a trainer writes on the board for all, in a column that is nobody's alone."""

    def __init__(self, *args: Any, block: Block, **kwargs: Any) -> None:
        super().__init__(*args, block=block, columns=shared_columns(block), **kwargs)

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = super().said()
        return {**{name: given[name] for name in ("column", "sort", "about")}, "texts": [given["text"]]}


class PaperForm(NoteForm):
    """Notes from paper, one a line, or answers to one that stands there, with from where their writers speak."""

    about: Any = forms.ChoiceField(
        label=_("Do they answer a note that is on the board?"),
        required=False,
        error_messages={"invalid_choice": _("Choose one of those in the list; this note is no longer on the board")},
    )
    who = forms.ChoiceField(
        label=_("Who wrote them?"),
        choices=[(who.value, says) for who, says in AS_WHO.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose from where they speak, so that each voice counts as what it is")},
    )
    field_order = ["column", "about", "text", "sort", "who"]

    def __init__(
        self, *args: Any, block: Block, answerable: Sequence[tuple[str, str, str]] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, block=block, columns=shared_columns(block), **kwargs)
        self._choose_about(answerable)
        self.fields["text"].label = _("What stands on the paper")
        self.fields["text"].help_text = _("Each line becomes a note of its own, of up to %(most)s letters.") % {
            "most": f"{NOTE_AT_MOST:,}"
        }
        self.fields["text"].widget.attrs["rows"] = 8

    def _choose_about(self, answerable: Sequence[tuple[str, str, str]]) -> None:
        self.column_of = {id: column for id, column, _text in answerable}
        if not answerable:
            del self.fields["about"]
            return
        asks = {one.id: one.replies for one in self.columns}
        field: Any = self.fields["about"]
        field.choices = [
            ("", _("No, they are notes of their own")),
            *((id, f"{_shortened(text)} · {asks[column]}") for id, column, text in answerable),
        ]

    def clean(self) -> dict[str, Any]:
        """Let an answer stand where the note does that it answers."""
        cleaned = super().clean()
        if cleaned.get("about"):
            self.errors.pop("column", None)
            cleaned["column"] = self.column_of[cleaned["about"]]
        return cleaned

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        about = UUID(given["about"]) if given.get("about") else None
        lines = [line for line in given["text"].splitlines() if line.strip()]
        return {
            "column": given["column"],
            "texts": lines,
            "sort": given.get("sort") or "",
            "about": about,
            "who": Who(given["who"]),
        }


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN_OF_A_NOTE else f"{line[:_SHOWN_OF_A_NOTE].rstrip()}…"
