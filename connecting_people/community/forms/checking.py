"""What a check found, what somebody says is wrong, and what came of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.community.knowledge_words import FOUND, WRONG
from connecting_people.community.rules import Found, Status, Wrong


class CheckForm(forms.Form):
    """What a button of a check sends."""

    found = forms.ChoiceField(choices=[(one.value, name) for one, name in FOUND.items() if one != Found.CLOSED])


class ClosedForm(forms.Form):
    """Whether something has closed for now or for good, as the buttons of its page say it."""

    status = forms.ChoiceField(
        choices=[(status.value, status.value) for status in (Status.DEFUNCT, Status.TEMPORARILY_CLOSED)],
        error_messages={"required": _("Choose one of the two"), "invalid_choice": _("Choose one of the two")},
    )
    version = forms.IntegerField(min_value=1)


class WrongForm(forms.Form):
    """What is wrong with an entry."""

    wrong = forms.ChoiceField(
        label=_("What is wrong?"),
        choices=[(one.value, name) for one, name in WRONG.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is wrong"), "invalid_choice": _("Choose one of those in the list")},
    )
    words = forms.CharField(
        label=_("What should it say, if you know?"),
        help_text=_("A few words are enough. You can leave this empty."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a word where nothing else says what it is."""
        kept = super().clean() or {}
        if kept.get("wrong") == Wrong.OTHER and not kept.get("words"):
            self.add_error("words", _("Write a few words, so that somebody can put it right"))
        return kept


class SettleForm(forms.Form):
    """What came of it, for the one who told us."""

    outcome = forms.CharField(
        label=_("What came of it?"),
        help_text=_("Whoever told us reads this. You can begin with a thank you."),
        max_length=1000,
        error_messages={"required": _("Write what came of it, so that whoever told us knows")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )
