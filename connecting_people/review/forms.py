"""What one says when looking back. Every form keeps what was typed."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from connecting_people.guide.steps import STEPS
from connecting_people.journey.forms import VoicedForm, words_field
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.rules import PRACTITIONERS
from connecting_people.review.models import PutIn, View
from connecting_people.review.record.lines import Saying
from connecting_people.review.rules import Choice, Part, Share
from connecting_people.review.words import CHOICES, DOES, PARTS, SHARES
from connecting_people.ui.days import DateField

SPANS = {"start": _("Since the start, %(day)s"), "last": _("Since the last look back, %(day)s")}


class BeginForm(VoicedForm):
    """Over which span of time to look back."""

    since = forms.ChoiceField(
        label=_("How far back?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how far back you want to look")},
    )
    field_order = ["voice", "since"]

    def __init__(self, *args: Any, spans: Iterable[tuple[str, date]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.spans = dict(spans)
        choices = [(key, SPANS[key] % {"day": date_format(day, "j F Y")}) for key, day in self.spans.items()]
        self.fields["since"].choices = choices  # type: ignore[attr-defined]
        self.initial.setdefault("since", choices[0][0])

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        return {"since_date": self.spans[self.cleaned_data["since"]], "voice": self.voice}


class SayForm(VoicedForm):
    """What one sees, looking back, in one's own words."""

    words = words_field(_("How do you see it?"), _("A line is enough."), rows=5)
    to_oneself = forms.BooleanField(label=_("Keep this to myself for now"), required=False)
    field_order = ["voice", "words", "to_oneself"]

    def clean(self) -> dict[str, Any]:
        """See that what is kept to oneself is one's own."""
        cleaned = super().clean() or {}
        if cleaned.get("to_oneself") and self.voice.pk != self.me.pk:
            self.add_error("to_oneself", _("Only your own words can be kept to yourself"))
        return cleaned

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        return {"words": given["words"], "to_oneself": given["to_oneself"], "voice": self.voice}


class RewordForm(forms.Form):
    """The same in other words, with the version that they are meant to follow."""

    words = words_field(_("How would you like to say it?"), rows=6)
    version = forms.IntegerField(widget=forms.HiddenInput)


class NextForm(VoicedForm):
    """What could come next, and when to look back again."""

    choice = forms.ChoiceField(
        label=_("What could come next?"),
        choices=[(choice, name) for choice, (name, _hint) in CHOICES.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one. You can change your mind")},
    )
    step = forms.TypedChoiceField(
        label=_("Which step?"),
        help_text=_("Only if you go back to one."),
        choices=[("", _("Choose")), *((one.number, f"{one.number}. {one.name}") for one in STEPS)],
        required=False,
        coerce=int,
        empty_value=None,
    )
    words = words_field(_("Why, or how?"), _("If you like."), required=False, rows=3)
    look_again = DateField(
        label=_("When do we look back again?"), help_text=_("Leave it empty for no day."), required=False
    )
    field_order = ["voice", "choice", "step", "words", "look_again"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["look_again"].earliest = kwargs["today"]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask which step to go back to."""
        cleaned = super().clean() or {}
        if cleaned.get("choice") == Choice.COME_BACK and not cleaned.get("step"):
            self.add_error("step", _("Choose one of the eight steps"))
        return cleaned

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        choice = Choice(given["choice"])
        return {
            "choice": choice,
            "step": given["step"] if choice == Choice.COME_BACK else None,
            "words": given["words"],
            "look_again_date": given["look_again"],
            "voice": self.voice,
        }


class AgreeForm(forms.Form):
    """A yes to what comes next; another tick does it at once."""

    do_it = forms.BooleanField(required=False)

    def __init__(self, *args: Any, choice: Choice, can_do: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if can_do:
            self.fields["do_it"].label = str(DOES[choice])
        else:
            del self.fields["do_it"]


class DifferentlyForm(forms.Form):
    """How one sees it oneself."""

    words = words_field(_("How do you see it?"), _("It stands beside the other’s words. Neither replaces the other."))


class ViewForm(forms.Form):
    """How the person sees the practitioner and the agency, and who else may read it."""

    of_practitioner = words_field(_("What did your practitioner do that helped, and what did not?"), required=False)
    of_agency = words_field(_("And the agency?"), required=False)
    share = forms.ChoiceField(
        label=_("Who may read this?"),
        choices=list(SHARES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who may read this")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, view: View | None, **kwargs: Any) -> None:
        held: dict[str, Any] = {"share": Share.NOT, "version": 0}
        if view:
            names = ("of_practitioner", "of_agency", "share", "version")
            held = {name: getattr(view, name) for name in names}
        kwargs["initial"] = held | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Ask for a few words."""
        cleaned = super().clean() or {}
        if not self.errors and not (cleaned["of_practitioner"].strip() or cleaned["of_agency"].strip()):
            self.add_error("of_practitioner", _("Write a few words in one of the two boxes"))
        return cleaned

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        return {**self.cleaned_data, "share": Share(self.cleaned_data["share"])}


class ChooseForm(VoicedForm):
    """Which parts go into "Our journey": the person's choice, and the other's yes to their own words."""

    parts = forms.MultipleChoiceField(
        label=_("What goes in?"), choices=list(PARTS.items()), required=False, widget=forms.CheckboxSelectMultiple
    )
    private = forms.MultipleChoiceField(
        label=_("What you keep to yourself"),
        help_text=_("It then stands in your own copy. Nobody else sees it there."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = ["voice", "parts", "private"]

    def __init__(
        self, *args: Any, partnership: Partnership, chosen: Iterable[PutIn], own: Iterable[Saying], **kwargs: Any
    ) -> None:
        self.for_person = partnership.me.part in PRACTITIONERS and partnership.person.user_id is None
        speaks = partnership.person if self.for_person else partnership.me
        mine = [one for one in chosen if one.place_id == speaks.pk]
        held: dict[str, Any] = {
            "voice": str(speaks.pk),
            "parts": [one.part for one in mine if one.entry_id is None],
            "private": [str(one.entry_id) for one in mine if one.entry_id],
        }
        kwargs["initial"] = held | (kwargs.get("initial") or {})
        super().__init__(*args, partnership=partnership, **kwargs)
        if not self.for_person:
            self.fields.pop("voice", None)
        is_person = partnership.me.pk == partnership.person.pk
        if not is_person and not self.for_person:
            self.fields["parts"].label = now_("Where may your own words go in?")
        self.own = {one.entry: one for one in own if one.kept} if is_person else {}
        if self.own:
            self.fields["private"].choices = [(key, one.words[:120]) for key, one in self.own.items()]  # type: ignore[attr-defined]
        else:
            del self.fields["private"]

    def said(self) -> dict[str, Any]:
        """Return what was chosen, as the act takes it."""
        given = self.cleaned_data
        return {"parts": [Part(one) for one in given["parts"]], "voice": self.voice}
