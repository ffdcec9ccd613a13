"""What two people can write into the record. Every form keeps what was typed."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.guide.processes import PROCESSES
from connecting_people.guide.steps import STEPS
from connecting_people.journey.models import Entry
from connecting_people.journey.rules import SHARED_FOR_AT_MOST, Outcome, Support
from connecting_people.journey.words import OUTCOME_HINTS, OUTCOMES, SUPPORT
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.rules import PRACTITIONERS, Part
from connecting_people.ui.days import DateField

A_FEW_WORDS = _("Write a few words")


def words_field(label: Any, hint: Any = "", *, required: bool = True, rows: int = 4) -> forms.Field:
    """Make a field for words in one's own way."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": A_FEW_WORDS},
    )


def people_here(partnership: Partnership, today: date) -> list[Participant]:
    """Return who may speak in the record today: the reader first, then the others."""
    here = [one for one in partnership.everybody if one.part != Part.SUPPORTER and one.takes_part(today)]
    return sorted(here, key=lambda one: one.pk != partnership.me.pk)


class VoicedForm(forms.Form):
    """A form that asks a practitioner whose words these are, since the two may sit at one device."""

    def __init__(self, *args: Any, partnership: Partnership, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.me = partnership.me
        self.people = {str(one.pk): one for one in people_here(partnership, today)}
        if self.me.part in PRACTITIONERS and len(self.people) > 1:
            self.fields["voice"] = forms.ChoiceField(
                label=_("Whose words are these?"),
                choices=[(pk, _("Mine") if one.pk == self.me.pk else one.name) for pk, one in self.people.items()],
                initial=str(self.me.pk),
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose whose words these are")},
            )
            self.order_fields(self.field_order)  # it came last, wherever the form has its place

    @property
    def voice(self) -> Participant:
        """Return whose words it is."""
        return self.people.get(self.cleaned_data.get("voice", ""), self.me)


class NoteForm(VoicedForm):
    """The quick note: what happened, and the rest only for who wants it."""

    words = words_field(_("What happened?"), _("A line is enough. It can be small."), rows=3)
    happened = DateField(label=_("When was it?"), required=False)
    steps = forms.TypedMultipleChoiceField(
        label=_("Which steps does it belong to?"),
        help_text=_("Any, several or none."),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )
    processes = forms.TypedMultipleChoiceField(
        label=_("What was it about?"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    proposed = forms.BooleanField(label=_("Ask the other to agree"), required=False)
    kept = forms.BooleanField(label=_("Keep this to myself"), required=False)
    about = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, today: date, step: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, today=today, **kwargs)
        suggested = {id for one in STEPS if one.number == step for id in one.processes}
        processes = sorted(PROCESSES, key=lambda one: one.id not in suggested)
        self.fields["steps"].choices = [(one.number, one.name) for one in STEPS]  # type: ignore[attr-defined]
        self.fields["processes"].choices = [(one.number, one.name) for one in processes]  # type: ignore[attr-defined]
        self.fields["happened"].latest = today  # type: ignore[attr-defined]
        self.initial.setdefault("happened", today)
        if step:
            self.initial.setdefault("steps", [step])

    def clean(self) -> dict[str, Any]:
        """See that what is kept to oneself is one's own, and asks nobody else to agree."""
        cleaned = super().clean() or {}
        if cleaned.get("kept") and self.voice.pk != self.me.pk:
            self.add_error("kept", _("Only your own words can be kept to yourself"))
        if cleaned.get("kept") and cleaned.get("proposed"):
            self.add_error("proposed", _("The other cannot agree to what you keep to yourself. Choose one of the two"))
        return cleaned


class OwnForm(forms.Form):
    """A line of one's own journey, which nobody else sees."""

    words = words_field(_("What would you like to remember?"), _("Only you see this, until you share it."))
    happened = DateField(label=_("When was it?"), required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["happened"].latest = today  # type: ignore[attr-defined]
        self.initial.setdefault("happened", today)


class RewordForm(forms.Form):
    """An entry in other words, with the version that they are meant to follow."""

    words = words_field(_("How would you like to say it?"), rows=6)
    version = forms.IntegerField(widget=forms.HiddenInput)


class WordsForm(VoicedForm):
    """A few words, for asking, answering and feedback."""

    words = words_field(_("In your own words"))

    def __init__(self, *args: Any, label: Any, hint: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label, self.fields["words"].help_text = label, hint

    @property
    def said(self) -> dict[str, Any]:
        """Return what was said, as the acts take it."""
        return {"words": self.cleaned_data["words"], "voice": self.voice}


class DecisionForm(forms.Form):
    """A yes or no in a login; a practitioner may write down that of one who has none."""

    def __init__(self, *args: Any, partnership: Partnership, others: Iterable[Participant], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in others}
        if len(self.people) > 1:
            self.fields["voice"] = forms.ChoiceField(
                label=_("Who says so?"),
                choices=[(pk, one.name) for pk, one in self.people.items()],
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose who says so")},
            )

    @property
    def voice(self) -> Participant:
        """Return who says so."""
        return self.people.get(self.cleaned_data.get("voice", "")) or next(iter(self.people.values()))


class ViewForm(DecisionForm):
    """How somebody sees what another said."""

    words = words_field(_("How do you see it?"), _("It stands beside what was said. Neither replaces the other."))


class PromiseForm(forms.Form):
    """What somebody will do, and by when if they like."""

    words = words_field(_("What is it?"), rows=2)
    who = forms.ChoiceField(
        label=_("Who does it?"), widget=forms.RadioSelect, error_messages={"required": _("Choose who does it")}
    )
    due = DateField(label=_("By when?"), help_text=_("Leave this empty if there is no hurry."), required=False)

    def __init__(self, *args: Any, partnership: Partnership, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people_here(partnership, today)}
        me = str(partnership.me.pk)
        self.fields["who"].choices = [  # type: ignore[attr-defined]
            (pk, _("I do") if pk == me else one.name) for pk, one in self.people.items()
        ]
        self.fields["due"].earliest = today  # type: ignore[attr-defined]

    @property
    def doer(self) -> Participant:
        """Return who does it."""
        return self.people[self.cleaned_data["who"]]


class OutcomeForm(forms.Form):
    """What became of something that one said one would do."""

    outcome = forms.ChoiceField(
        label=_("What became of it?"),
        choices=list(OUTCOMES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what fits best")},
    )
    words = words_field(_("Would you like to say more?"), required=False, rows=3)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"].widget.hints = OUTCOME_HINTS
        self.fields["words"].max_length = 2000  # type: ignore[attr-defined]

    @property
    def what_became(self) -> Outcome:
        """Return what became of it."""
        return Outcome(self.cleaned_data["outcome"])


class SkillForm(VoicedForm):
    """A skill that one saw."""

    name = forms.CharField(
        label=_("What is the skill?"), max_length=80, error_messages={"required": _("Name the skill in a word or two")}
    )
    seen_in = forms.ChoiceField(
        label=_("In whom did you see it?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who has the skill")},
    )
    words = words_field(_("When did you see it?"), required=False, rows=3)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen_in"].choices = [  # type: ignore[attr-defined]
            (pk, _("In myself") if one.pk == self.me.pk else one.name)
            for pk, one in sorted(self.people.items(), key=lambda item: item[1].pk == self.me.pk)
        ]

    @property
    def in_whom(self) -> Participant:
        """Return in whom the skill was seen."""
        return self.people[self.cleaned_data["seen_in"]]


class SkillAnswerForm(forms.Form):
    """Whether a skill that somebody saw in me is one."""

    answer = forms.ChoiceField(
        label=_("Is that you?"), choices=[("yes", _("Yes, that’s me")), ("no", _("Not how I see it"))]
    )


class SupportForm(VoicedForm):
    """How much support there should be from now on, and why."""

    level = forms.ChoiceField(
        label=_("How much support would be right?"),
        choices=list(SUPPORT.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what fits best")},
    )
    words = words_field(_("What makes you think so?"), _("You can leave this empty."), required=False, rows=3)

    @property
    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        level = Support(self.cleaned_data["level"])
        line = str(SUPPORT[level])
        return {"level": level, "line": line, "words": self.cleaned_data["words"], "voice": self.voice}


class SharingForm(forms.Form):
    """Which entries a supporter may see, and until when."""

    supporter = forms.ChoiceField(
        label=_("Who may see it?"), widget=forms.RadioSelect, error_messages={"required": _("Choose who may see it")}
    )
    entries = forms.MultipleChoiceField(
        label=_("What may they see?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one")},
    )
    until = DateField(label=_("Until when?"), help_text=_("You can take it back before then, at once."))

    def __init__(
        self,
        *args: Any,
        supporters: Iterable[Participant],
        entries: Iterable[Entry],
        labels: dict[str, str],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.supporters = {str(one.pk): one for one in supporters}
        self.offered = {str(one.pk): one for one in entries}
        self.fields["supporter"].choices = [(pk, one.name) for pk, one in self.supporters.items()]  # type: ignore[attr-defined]
        self.fields["entries"].choices = [(pk, labels[pk]) for pk in self.offered]  # type: ignore[attr-defined]
        until = self.fields["until"]
        until.earliest, until.latest = today, today + SHARED_FOR_AT_MOST  # type: ignore[attr-defined]
        until.error_messages["late"] = _("Choose a day within the next three months")
        self.initial.setdefault("until", today + SHARED_FOR_AT_MOST)
        if len(self.supporters) == 1:
            self.initial.setdefault("supporter", next(iter(self.supporters)))

    @property
    def who_may(self) -> Participant:
        """Return who may see it."""
        return self.supporters[self.cleaned_data["supporter"]]

    @property
    def ticked(self) -> list[Entry]:
        """Return what they may see."""
        return [self.offered[pk] for pk in self.cleaned_data["entries"]]
