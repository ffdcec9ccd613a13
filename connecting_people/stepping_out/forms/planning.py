"""An outing to be, and how it went."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.community.models import Asset
from connecting_people.core.london import LONDON
from connecting_people.introductions.models import Proposal
from connecting_people.journey.forms import VoicedForm, words_field
from connecting_people.plans.models import Goal
from connecting_people.stepping_out.actions.planning import Again, Facts
from connecting_people.stepping_out.models import Outing
from connecting_people.stepping_out.rules import LONGEST_SERIES, Felt, Orientation, OutingState, occasions
from connecting_people.stepping_out.words import BECAME, FELT, ORIENTATIONS, SURE
from connecting_people.ui.days import DateField

OPEN = ("", _("Leave it open"))
# How often something is again, in weeks.
OFTEN = ((0, _("Just this once")), (1, _("Every week")), (2, _("Every two weeks")), (4, _("Every four weeks")))


def _line(label: Any, hint: Any = "") -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, required=False, max_length=300)


def _time(label: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        required=False,
        widget=forms.TimeInput,
        error_messages={"invalid": _("Write the time like 10:30 or 14:05")},
    )


class Folded:
    """A form of which some boxes are folded away until somebody wants them: those that are not in `first`."""

    first: ClassVar[tuple[str, ...]] = ()

    def shown(self: Any) -> list[forms.BoundField]:
        """Return the boxes that everybody sees."""
        return [bound for bound in self if bound.name in self.first and not bound.is_hidden]

    def folded(self: Any) -> list[forms.BoundField]:
        """Return the boxes for whoever likes to say more."""
        return [bound for bound in self if bound.name not in self.first and not bound.is_hidden]

    def is_open(self: Any) -> bool:
        """Say whether something stands in the folded boxes, or has to be mended there."""
        return any(bound.errors or bound.value() for bound in self.folded())


class FactsForm(Folded, forms.Form):
    """When and where, what it costs, how to get there, what to bring, and what is there."""

    first: ClassVar[tuple[str, ...]] = ("outing_date", "begins", "ends", "place", "way")
    outing_date = DateField(label=_("Which day?"))
    begins = _time(_("From what time?"))
    ends = _time(_("Until what time?"))
    place = _line(_("Where?"), _("As you would say it to a friend."))
    way = _line(_("How do you get there?"), _("Bus, lift, on foot: what you need to find it."))
    cost = _line(_("What does it cost?"))
    bring = _line(_("What to bring?"))
    facilities = _line(_("What is there?"), _("Toilets, a quiet corner, somewhere to sit."))
    orientation = forms.ChoiceField(
        label=_("How well do you know it?"),
        choices=[OPEN, *ORIENTATIONS.items()],
        required=False,
        widget=forms.RadioSelect,
    )
    shown_by = _line(_("Who showed or introduced you?"), _("A name, or what they do there."))
    sure_before = forms.ChoiceField(
        label=_("How sure do you feel about going?"),
        choices=[OPEN, *SURE.items()],
        required=False,
        widget=forms.RadioSelect,
    )
    back_by = _time(_("When do you expect to be back?"))
    tell = _line(_("Whom will you tell that you are back?"), _("A friend, or each other. Nobody here keeps watch."))

    def facts(self) -> Facts:
        """Return what was said, as the acts take it."""
        given = self.cleaned_data
        back = given["back_by"]
        day: date = given["outing_date"]
        return Facts(
            outing_date=day,
            begins=given["begins"],
            ends=given["ends"],
            place=given["place"].strip(),
            way=given["way"].strip(),
            cost=given["cost"].strip(),
            bring=given["bring"].strip(),
            facilities=given["facilities"].strip(),
            orientation=Orientation(given["orientation"]) if given["orientation"] else "",
            shown_by=given["shown_by"].strip(),
            sure_before=Felt(given["sure_before"]) if given["sure_before"] else "",
            back_at=datetime.combine(day, back, LONDON) if back else None,
            tell=given["tell"].strip(),
        )

    def clean(self) -> dict[str, Any]:
        """See that it does not end before it begins."""
        cleaned = super().clean() or {}
        begins, ends = cleaned.get("begins"), cleaned.get("ends")
        if begins and ends and ends < begins:
            self.add_error("ends", _("It would end before it begins. Check the two times"))
        back, leaves = cleaned.get("back_by"), begins or ends
        if back and leaves and back < leaves:
            self.add_error("back_by", _("You would be back before you set out. Check the two times"))
        return cleaned


class OutingForm(FactsForm, VoicedForm):
    """A new outing; or, when it has happened already, one that is told of next."""

    first = (*FactsForm.first, "voice", "words", "every", "until", "goal", "been", "to_oneself")

    been = forms.BooleanField(label=_("It has happened already: next I say how it went"), required=False)
    words = words_field(_("What would you like to do?"), rows=2)
    every = forms.TypedChoiceField(
        label=_("Once, or again and again?"), choices=OFTEN, coerce=int, initial=0, widget=forms.RadioSelect
    )
    until = DateField(label=_("Until which day?"), help_text=_("Only if it is again and again."), required=False)
    goal = forms.TypedChoiceField(label=_("For which goal?"), required=False, coerce=UUID, empty_value=None)
    to_oneself = forms.BooleanField(label=_("Keep this to myself: nobody else sees it"), required=False)

    field_order = [
        "voice",
        "words",
        "outing_date",
        "been",
        "begins",
        "ends",
        "place",
        "way",
        "every",
        "until",
        "goal",
    ]

    def __init__(
        self,
        *args: Any,
        goals: Iterable[Goal],
        asset: Asset | None,
        today: date,
        been: bool = False,
        meeting: Proposal | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = agreed_in(meeting) | (kwargs.get("initial") or {})
        super().__init__(*args, today=today, **kwargs)
        self.goals = {goal.pk: goal for goal in goals}
        self.asset = asset
        named = [(str(pk), goal.entry.line) for pk, goal in self.goals.items()]
        self.fields["goal"].choices = [("", _("None of them")), *named]  # type: ignore[attr-defined]
        if not self.goals:
            del self.fields["goal"]
        self._ask_for_the_day(today, been)
        self.fields["until"].earliest = today  # type: ignore[attr-defined]
        if asset:
            self.initial.setdefault("words", asset.name)

    def _ask_for_the_day(self, today: date, been: bool) -> None:
        day: Any = self.fields["outing_date"]
        day.error_messages["early"] = _("That day has passed. If it has happened already, say so below")
        day.error_messages["late"] = _("That day is still to come. Change it, or take the tick off below")
        self.initial.setdefault("been", been)
        ticked = bool(self.data.get("been")) if self.is_bound else been
        day.earliest, day.latest = (None, today) if ticked else (today, None)

    def asks_whether_it_has_been(self) -> bool:
        """Say whether to ask if it has happened already: when that was meant, or the day has passed."""
        return bool(self["been"].value() or "outing_date" in self.errors)

    def shown(self) -> list[forms.BoundField]:
        """Return the boxes that everybody sees."""
        asks = self.asks_whether_it_has_been()
        return [bound for bound in super().shown() if bound.name != "been" or asks]

    def clean(self) -> dict[str, Any]:
        """See that what comes again has a last day, and that what is kept to oneself is one's own."""
        cleaned = super().clean()
        if cleaned.get("every") and "until" in cleaned:
            self._check_series(cleaned["every"], cleaned["until"], cleaned.get("outing_date"))
        if cleaned.get("every") and cleaned.get("been"):
            self.add_error("every", _("Write down one time that has been; plan the coming ones next"))
        if cleaned.get("to_oneself") and self.voice.pk != self.me.pk:
            self.add_error("to_oneself", _("Only your own words can be kept to yourself"))
        return cleaned

    def _check_series(self, every: int, until: date | None, first: date | None) -> None:
        if until is None:
            self.add_error("until", _("Choose a last day. You can add more later"))
        elif first and until < first:
            self.add_error("until", _("Choose a last day that comes after the first"))
        elif first and occasions(first, until, every) > LONGEST_SERIES:
            says = _("That is more than a year of outings. Choose an earlier last day; you can add more later")
            self.add_error("until", says)

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        return {
            "words": given["words"],
            "facts": self.facts(),
            "again": Again(given["every"], given["until"]) if given["every"] else None,
            "asset": self.asset,
            "goal": self.goals.get(given.get("goal")),  # type: ignore[arg-type]
            "voice": self.voice,
            "to_oneself": given["to_oneself"],
        }


def agreed_in(meeting: Proposal | None) -> dict[str, Any]:
    """Return what two pairs agreed on, as the boxes of the form show it: a place and a time, and nothing else."""
    if meeting is None:
        return {}
    place = meeting.asset.name if meeting.asset else meeting.place
    return {"outing_date": meeting.meeting_date, "begins": meeting.begins.strftime("%H:%M"), "place": place}


class ChangeForm(FactsForm):
    """An outing on another day or in another way, with the version that it follows."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, outing: Outing, **kwargs: Any) -> None:
        kwargs["initial"] = held_in(outing) | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)


def held_in(outing: Outing) -> dict[str, Any]:
    """Return what an outing says, as the boxes of its form show it."""
    names = [name for name in FactsForm.base_fields if name != "back_by"]
    held = {name: getattr(outing, name) for name in names} | {"version": outing.version}
    for name in ("begins", "ends"):
        held[name] = held[name] and held[name].strftime("%H:%M")
    held["back_by"] = outing.back_at.astimezone(LONDON).strftime("%H:%M") if outing.back_at else ""
    return held


class TellForm(Folded, VoicedForm):
    """What became of an outing: two taps, and more only if one likes."""

    first = ("voice", "state", "felt")

    state = forms.ChoiceField(
        label=_("How did it go?"),
        choices=list(BECAME.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what happened. Each is as good as the others")},
    )
    felt = forms.ChoiceField(
        label=_("How did it feel?"), choices=[OPEN, *FELT.items()], required=False, initial="", widget=forms.RadioSelect
    )
    sure_after = forms.ChoiceField(
        label=_("How sure would you feel about going again?"),
        choices=[OPEN, *SURE.items()],
        required=False,
        widget=forms.RadioSelect,
    )
    words = words_field(_("Would you like to say more?"), required=False, rows=3)
    helped = _line(_("What helped?"))
    orientation = forms.ChoiceField(
        label=_("How well do you know it now?"),
        choices=[OPEN, *ORIENTATIONS.items()],
        required=False,
        widget=forms.RadioSelect,
    )
    shown_by = _line(_("Who showed or introduced you?"), _("A name, or what they do there."))

    field_order = ["state", "felt", "sure_after", "voice", "words", "helped", "orientation", "shown_by"]

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        return {
            "state": OutingState(given["state"]),
            "felt": Felt(given["felt"]) if given["felt"] else "",
            "sure_after": Felt(given["sure_after"]) if given["sure_after"] else "",
            "words": given["words"],
            "helped": given["helped"],
            "orientation": Orientation(given["orientation"]) if given["orientation"] else "",
            "shown_by": given["shown_by"],
            "voice": self.voice,
        }


class StopForm(VoicedForm):
    """What is again and again comes to an end, and a few words if one likes."""

    words = words_field(_("Would you like to say why?"), required=False, rows=3)

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        return {"words": self.cleaned_data["words"], "voice": self.voice}
