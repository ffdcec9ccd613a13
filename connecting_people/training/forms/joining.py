"""Coming into a room: the code, then a name or none, and from where one speaks."""

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.who import AS_WHO
from connecting_people.training.rules import NAME_AT_MOST, could_be_a_code, spelled


class CodeForm(forms.Form):
    """The code that a trainer shows; how it is spelled does not matter."""

    code = forms.CharField(
        label=_("The code of the room"),
        help_text=_("Eight letters and digits, on the screen at the front. Spaces and small letters do not matter."),
        max_length=40,
        error_messages={"required": _("Type the code that is shown at the front")},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "class": "code-box"}
        ),
    )

    def clean_code(self) -> str:
        """Catch slips of the finger before they count as a guess."""
        code = spelled(self.cleaned_data["code"])
        if set(code) & set("O0"):
            raise forms.ValidationError(_("There is no O and no 0 in a code. It may be a D or a Q: look once more"))
        if not could_be_a_code(code):
            raise forms.ValidationError(_("A code has eight letters and digits. Look once more at the front"))
        return code


class SeatForm(forms.Form):
    """A name of one's choice, and from where one speaks."""

    name = forms.CharField(
        label=_("What may we call you?"),
        help_text=_(
            "Any name you like, or none. Those you work with in a pair or group see it, and so do the trainers. "
            "Beside a note it stands only where you say so."
        ),
        max_length=NAME_AT_MOST,
        required=False,
        error_messages={"max_length": _("Choose a shorter name: at most 60 letters")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    who = forms.ChoiceField(
        label=_("From where do you speak?"),
        help_text=_(
            "Everybody counts the same; it helps to know which experience a note comes from. In the room your choice "
            "and your group stand beside a note only where three or more people could have written it. The trainers "
            "see your choice afterwards, when they decide what goes further."
        ),
        choices=[(who.value, says) for who, says in AS_WHO.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one. You can be more than one: take what fits best today")},
    )
