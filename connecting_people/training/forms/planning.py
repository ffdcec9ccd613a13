"""What those who plan a training say of it: first a name, then the difference it should make and the six questions."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.core.london import LONDON
from connecting_people.training.models import Attendance, Training
from connecting_people.training.names import WHO
from connecting_people.training.rules import TRAINEES_AT_MOST, Who
from connecting_people.ui.days import DateField

_MUCH = 4_000


def _words(label: Any, hint: Any) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(label=label, help_text=hint, required=False, max_length=_MUCH, widget=area)


def _time(label: Any) -> forms.TimeField:
    says = {"invalid": _("Write the time like 10:30 or 14:05")}
    return forms.TimeField(label=label, required=False, widget=forms.TimeInput, error_messages=says)


def _title(label: Any) -> forms.CharField:
    says = {"required": _("Give the training a name")}
    hint = _("As it will stand in people’s lists, such as “A first day together”.")
    return forms.CharField(label=label, help_text=hint, max_length=200, error_messages=says)


def who_field(label: Any) -> forms.ChoiceField:
    """Make the field that asks from where somebody speaks; nobody stands above another."""
    says = {"required": _("Choose what fits best")}
    choices = [(one.value, WHO[one]) for one in Who]
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, error_messages=says)


class BeginForm(forms.Form):
    """A name, and how the one who begins stands in the training."""

    title = _title(_("What is it called?"))
    who = who_field(_("You give it as a …"))

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["who"].initial = Who.PRACTITIONER


class CopyForm(BeginForm):
    """The same for a copy, and who of those who were trained gives the next one too."""

    trained = forms.MultipleChoiceField(
        label=_("Who of those who were there gives the next one with you?"),
        help_text=_("Anybody can, also somebody who was trained only now. Ask them first."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: Any = None, *, were_there: Sequence[Attendance] = (), **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.were_there = {str(one.pk): one for one in were_there}
        if were_there:
            self.fields["trained"].choices = [(pk, one.name) for pk, one in self.were_there.items()]  # type: ignore[attr-defined]
        else:
            del self.fields["trained"]

    def chosen(self) -> list[Attendance]:
        """Return who gives the next one too."""
        return [self.were_there[pk] for pk in self.cleaned_data.get("trained", ())]


class PlanForm(forms.Form):
    """The whole plan. Nothing but the name has to be known yet."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    title = _title(_("What is it called?"))
    day = DateField(label=_("Which day?"), required=False)
    begins = _time(_("When does it begin?"))
    ends = _time(_("When does it end?"))
    where = forms.CharField(
        label=_("Where?"),
        help_text=_("As people find it: the house, the street, the floor."),
        max_length=300,
        required=False,
    )
    places = forms.IntegerField(
        label=_("How many places are there?"),
        help_text=_("Whoever says yes when all are taken waits, and moves up by themselves."),
        min_value=1,
        max_value=TRAINEES_AT_MOST,
        error_messages={
            "required": _("Write how many people fit"),
            "invalid": _("Write the number in figures, like 16"),
            "min_value": _("There is at least one place"),
            "max_value": _("A training takes up to 500 people"),
        },
    )
    for_service_users = _words(_("What should be different for service users?"), _("Weeks later, in their own week."))
    for_practitioners = _words(_("What should be different for practitioners?"), _("In what they know, dare or do."))
    for_agency = _words(_("What should be different for the agency?"), _("In how it works, and with whom."))
    who_comes = _words(_("Who should come?"), _("A whole team learns more than one of it. Who else belongs there?"))
    how_long = _words(_("How long does it take?"), _("One day, two halves, an hour each week?"))
    when_needed = _words(_("When is it needed?"), _("Before what? When is everybody free to come?"))
    room = _words(_("How is the room set up?"), _("Circles or tables, walls to write on, a quiet corner, the way in."))
    materials = _words(_("What will be useful to have there?"), _("Pens, cards, a projector, tea."))
    how_chosen = _words(
        _("How are trainers and trainees chosen?"), _("Who asks whom, and how can somebody put themselves forward?")
    )

    def __init__(self, data: Any = None, *, today: date, was: date | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        # A day that was chosen before can stay, also when it has come by now.
        self.fields["day"].earliest = min(today, was or today)  # type: ignore[attr-defined]

    @classmethod
    def of(cls, training: Training, data: Any = None, *, today: date) -> "PlanForm":
        """Return the form as the plan stands."""
        begins, ends = (_local(at) for at in (training.begins_at, training.ends_at))
        stands: dict[str, Any] = {name: getattr(training, name) for name in cls.base_fields if hasattr(training, name)}
        was = begins.date() if begins else None
        stands |= {"day": was, "begins": begins and begins.time(), "ends": ends and ends.time()}
        return cls(data, today=today, was=was, initial=stands)

    def clean(self) -> dict[str, Any]:
        """See that day and times belong together."""
        kept = super().clean() or {}
        day, begins, ends = (kept.get(name) for name in ("day", "begins", "ends"))
        if (begins or ends) and not day and "day" not in self.errors:
            self.add_error("day", _("Choose the day that goes with these times"))
        if day and not begins and "begins" not in self.errors:
            self.add_error("begins", _("Write when it begins on that day"))
        if begins and ends and ends <= begins:
            self.add_error("ends", _("Choose an end that comes after the beginning"))
        return kept

    def said(self) -> dict[str, Any]:
        """Return the plan as the act takes it."""
        kept = {name: value for name, value in self.cleaned_data.items() if name not in ("version", "day")}
        day, begins, ends = self.cleaned_data["day"], kept.pop("begins"), kept.pop("ends")
        return kept | {"begins_at": _at(day, begins), "ends_at": _at(day, ends)}


class CallOffForm(forms.Form):
    """Why a training does not take place, in a line."""

    why = forms.CharField(
        label=_("Why?"),
        help_text=_("In a line. Those who give it and plan trainings read it; the letter does not say it."),
        max_length=200,
        error_messages={"required": _("Write in a line why, so that people understand")},
    )


def _local(at: datetime | None) -> datetime | None:
    return at.astimezone(LONDON) if at else None


def _at(day: date | None, clock: time | None) -> datetime | None:
    return datetime.combine(day, clock, LONDON) if day and clock else None
