"""What people are asked after a training, and what they will do."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.evaluation import LEVELS, QUESTIONS

LONGEST: Final = 2000
WEEKS: Final = (0, 4, 8, 12)


def _words(label: Any, hint: Any = "", *, missing: Any = "", rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=LONGEST,
        required=bool(missing),
        error_messages={"required": missing} if missing else {},
        widget=forms.Textarea({"rows": rows}),
    )


class EvaluateForm(forms.Form):
    """A few sentences to agree with more or less, and some words; each may be left open."""

    good = _words(_("What was good?"))
    better = _words(_("What could be better?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = {
            one.id: forms.TypedChoiceField(
                label=str(one.words),
                choices=[(str(level), str(says)) for level, says in enumerate(LEVELS)],
                coerce=int,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect,
            )
            for one in QUESTIONS
        }
        self.fields = {**asked, **self.fields}

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it; what was left open is left out."""
        given = self.cleaned_data
        answers = {one.id: given[one.id] for one in QUESTIONS if given.get(one.id) is not None}
        return {"answers": answers, "good": given["good"], "better": given["better"]}


class BetterForm(forms.Form):
    """What the trainers will do better."""

    words = _words(
        _("What will you do better next time?"),
        _("It opens in the plan of the next training that you copy from this one."),
        missing=_("Write what you will do, in a sentence"),
        rows=2,
    )


class IntendForm(forms.Form):
    """What somebody will do, and whether they want a reminder."""

    words = _words(
        _("What will you do?"),
        _("Small and near is good: a call, a walk, one question. Only you see this."),
        missing=_("Write what you will do, in your own words"),
    )
    weeks = forms.TypedChoiceField(
        label=_("Would a reminder help?"),
        help_text=_("A short mail that says nothing of what you wrote."),
        choices=[
            (0, _("No, thank you")),
            (4, _("Yes, in four weeks")),
            (8, _("Yes, in eight weeks")),
            (12, _("Yes, in twelve weeks")),
        ],
        coerce=int,
        initial=0,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of these"), "invalid_choice": _("Choose one of these")},
    )
    email = forms.EmailField(
        label=_("Your e-mail address, for the reminder alone"),
        help_text=_("It is forgotten once the reminder has gone."),
        required=False,
        max_length=254,
    )

    def __init__(self, *args: Any, signed_in: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if signed_in:
            del self.fields["email"]
        else:
            self.fields["words"].help_text = _(
                "Small and near is good: a call, a walk, one question. Only you see this. It is deleted a day after "
                "the room has closed or, with a reminder, a week after that came."
            )

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        return {name: self.cleaned_data[name] for name in ("words", "weeks", "email") if name in self.cleaned_data}


class TellForm(forms.Form):
    """What came of something that one would do."""

    done = forms.ChoiceField(
        label=_("How does it stand?"),
        choices=[("yes", _("I did it")), ("not_yet", _("Not yet")), ("let_go", _("I let it go, and take it away"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it stands. Each is fine")},
    )
    came_of_it = _words(_("What came of it, if you like to say?"), _("Only you see this."))


class NumberForm(forms.Form):
    """The number of a certificate."""

    number = forms.CharField(
        label=_("Number of the certificate"),
        help_text=_("Sixteen letters and digits. Spaces, dashes and small letters do not matter."),
        max_length=60,
        error_messages={"required": _("Write the number that stands on the certificate")},
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
