"""A look at the six practices: a mark in words, an example, one thing to try; all of it can stay open."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

from connecting_people.community.hints import may_name
from connecting_people.core.carrying import carry
from connecting_people.culture.actions.looks import Said
from connecting_people.culture.look_words import LADDER, MARKS
from connecting_people.culture.models import Look
from connecting_people.culture.rules import Mark, Voice
from connecting_people.guide.culture import PRACTICES, Practice
from connecting_people.guide.words import Prompt

LONGEST = 1000


@dataclass(frozen=True)
class Part:
    """The boxes of one practice, as they are drawn; open where something stands in the lower ones."""

    practice: Practice
    mark: BoundField
    example: BoundField
    shown: BoundField
    try_next: BoundField
    open: bool


class LookForm(forms.Form):
    """What somebody says of the practices in one voice, and which version of it this is meant to follow."""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    asked = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, voice: Voice, known: Iterable[str], look: Look | None = None) -> None:
        super().__init__(data, initial=_as_it_stands(look))
        self.known = tuple(known)
        for one in PRACTICES:
            self.fields |= _boxes(one, voice)

    def parts(self) -> list[Part]:
        """Return the boxes, practice by practice."""
        return [self._part(one) for one in PRACTICES]

    def clean(self) -> dict[str, Any]:
        """Ask once where an example that others may read seems to name somebody."""
        kept = super().clean() or {}
        for one in PRACTICES:
            example = kept.get(f"{one.id}-example", "")
            piece = may_name(example, self.known) if kept.get(f"{one.id}-shown") else ""
            if piece and not kept.get("asked"):
                ask = _("“%(piece)s” may be somebody’s name or number. Write it without, or send it again as it is.")
                self.add_error(f"{one.id}-example", forms.ValidationError(ask, params={"piece": piece}))
        if self.errors and not kept.get("asked"):
            carry(self, asked="on")
        return kept

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        return {"said": {one.id: self._said(one) for one in PRACTICES}, "version": self.cleaned_data["version"]}

    def _said(self, one: Practice) -> Said:
        kept = self.cleaned_data
        mark = Mark(kept[f"{one.id}-mark"]) if kept[f"{one.id}-mark"] else None
        return Said(mark, kept[f"{one.id}-example"], kept[f"{one.id}-try"], kept[f"{one.id}-shown"])

    def _part(self, one: Practice) -> Part:
        mark, example, shown, next_ = (self[f"{one.id}-{box}"] for box in ("mark", "example", "shown", "try"))
        return Part(one, mark, example, shown, next_, bool(example.value() or next_.value() or example.errors))


def _boxes(one: Practice, voice: Voice) -> dict[str, forms.Field]:
    marks = [(mark.value, MARKS[mark]) for mark in LADDER]
    choose = _("Choose one of these, or leave it open")
    return {
        f"{one.id}-mark": forms.ChoiceField(
            label=_("How much of this is there here?"),
            choices=[*marks, ("", _("I leave this open"))],
            initial="",
            required=False,
            widget=forms.RadioSelect,
            error_messages={"invalid_choice": choose},
        ),
        f"{one.id}-example": _words(_prompt(one, voice).text, _("An example, if one comes to mind. Name nobody.")),
        f"{one.id}-shown": forms.BooleanField(
            label=_("My example may be shown, without my name"),
            help_text=_("Once the quarter is over, and only if eight people or more looked as you do."),
            required=False,
        ),
        f"{one.id}-try": _words(_("One thing to try next?"), _("For yourself. You can hand it on as an idea later.")),
    }


def _words(label: Any, hint: str) -> forms.CharField:
    box = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(label=label, help_text=hint, max_length=LONGEST, required=False, widget=box)


def _prompt(one: Practice, voice: Voice) -> Prompt:
    prompts = {Voice.STAFF: one.prompt_staff, Voice.SERVICE_USER: one.prompt_service_user}
    return prompts.get(voice, one.prompt_supporter)


def _as_it_stands(look: Look | None) -> dict[str, Any]:
    found: dict[str, Any] = {"version": look.version if look else 0}
    for row in look.at.all() if look else ():
        found |= {f"{row.practice}-mark": row.mark, f"{row.practice}-example": row.example}
        found |= {f"{row.practice}-shown": row.shown, f"{row.practice}-try": row.try_next}
    return found
