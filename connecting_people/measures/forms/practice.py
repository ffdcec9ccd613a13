"""One's own practice: how one sees it, whom to talk to, what to try, and what came of it."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.journey.forms import words_field
from connecting_people.measures.forms.answering import MORE
from connecting_people.measures.forms.questions import QuestionsForm
from connecting_people.people.models import Agency, User
from connecting_people.ui.days import DateField

USUAL = timedelta(days=42)


class PracticeForm(QuestionsForm):
    """How somebody sees a practice; in which agency, where they work in several."""

    words = words_field(MORE, required=False, rows=3)

    def __init__(self, *args: Any, agencies: Iterable[Agency] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agencies = {str(one.pk): one for one in agencies}
        if len(self.agencies) > 1:
            field = forms.ChoiceField(
                label=_("In which agency?"),
                choices=[(pk, one.name) for pk, one in self.agencies.items()],
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose where this is about")},
            )
            self.fields = {"agency": field} | self.fields

    @property
    def agency(self) -> Agency:
        """Return the agency that it is about."""
        return self.agencies.get(self.cleaned_data.get("agency", "")) or next(iter(self.agencies.values()))

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        return {"answers": self.answers(), "words": self.cleaned_data["words"]}


class OwnPracticeForm(PracticeForm):
    """How somebody sees their own practice, and whether it may be counted."""

    counted = forms.BooleanField(
        label=_("It may be counted, without my name"),
        help_text=_("For how the team and the agency work on the whole: from eight people on, once a quarter is over."),
        required=False,
    )

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        return super().said() | {"counted": self.cleaned_data["counted"]}


class DiscussForm(forms.Form):
    """One colleague."""

    colleague = forms.ChoiceField(
        label=_("With whom would you like to talk about it?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a colleague")},
    )

    def __init__(self, *args: Any, colleagues: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(one.pk), one.name) for one in colleagues]
        self.fields["colleague"].choices = named  # type: ignore[attr-defined]


class WillTryForm(forms.Form):
    """Something to try, and the day to look again."""

    words = words_field(_("What will you try?"), _("One thing, small enough for next week."), rows=2)
    look = DateField(label=_("When will you look at it again?"), help_text=_("It then stands on your day."))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"look": today + USUAL} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.fields["look"].earliest = today  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        return {"words": self.cleaned_data["words"], "look_date": self.cleaned_data["look"]}


class LookAgainForm(forms.Form):
    """What came of it, and another day if it goes on."""

    learned = words_field(_("What came of it?"), _("Also when nothing did: that is worth knowing."), rows=3)
    look = DateField(
        label=_("Look again on another day?"), help_text=_("Leave this empty if you are done with it."), required=False
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["look"].earliest = today  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        return {"learned": self.cleaned_data["learned"], "look_date": self.cleaned_data["look"]}
