"""What is written about barriers, the ways round them, and the agency's library."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.barriers.actions.barriers import version_of
from connecting_people.barriers.library import Found
from connecting_people.barriers.models import Barrier
from connecting_people.barriers.permissions import can_count
from connecting_people.barriers.rules import NEXT, BarrierState, Helped, Weight, With
from connecting_people.barriers.words import HELPED, MOVE_HINTS, MOVES, SIDES, WEIGHTS, WITH
from connecting_people.connections.models import ConnectionState
from connecting_people.guide.barriers import barrier_kinds_for
from connecting_people.journey.forms import VoicedForm, people_here, words_field
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.rules import PRACTITIONERS
from connecting_people.plans.models import Goal
from connecting_people.stepping_out.models import Outing
from connecting_people.ui.days import DateField

NOT_SAID = ("", _("I would rather not say"))
_TO_ONESELF = _("Only your own words can be kept to yourself")


class HintedRadios(forms.RadioSelect):
    """Radio buttons of which some have a line of explanation."""

    hints: dict[str, Any] = {}


def kinds_by_side() -> list[tuple[Any, list[tuple[str, Any]]]]:
    """Return the guide's kinds in groups: in whose way they stand."""
    return [(SIDES[side], [(kind.id, kind.name) for kind in barrier_kinds_for(side)]) for side in SIDES]


def _line(label: Any, hint: Any = "") -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, required=False, max_length=300)


class FactsForm(forms.Form):
    """What sort of thing it is, how much it gets in the way, and what it keeps from happening."""

    words = words_field(_("What gets in the way?"), _("As you would say it to a friend."), rows=3)
    kind = forms.ChoiceField(
        label=_("What sort of thing is it?"),
        help_text=_("Choose what comes nearest."),
        error_messages={"required": _("Choose what comes nearest"), "invalid_choice": _("Choose what comes nearest")},
    )
    weight = forms.ChoiceField(
        label=_("How much does it get in the way?"),
        choices=[NOT_SAID, *WEIGHTS.items()],
        required=False,
        widget=forms.RadioSelect,
    )
    blocks = _line(_("What does it keep from happening?"), _("In your own words, if you like."))
    counted = forms.BooleanField(
        label=_("Let the agency count this, without my name"),
        help_text=_("Only for what is in your own way or the agency’s. It sees rounded numbers, and no words."),
        required=False,
    )

    def choose_from(self, partnership: Partnership) -> None:
        """Offer the guide's kinds, and counting to those whom it is for."""
        self.fields["kind"].choices = [("", _("Choose")), *kinds_by_side()]  # type: ignore[attr-defined]
        if partnership.me.part not in PRACTITIONERS:
            del self.fields["counted"]


class NoticeForm(FactsForm, VoicedForm):
    """Something that gets in the way, and which ideas of the library to try at once."""

    goal = forms.TypedChoiceField(label=_("Is it about a goal?"), required=False, coerce=UUID, empty_value=None)
    outing = forms.TypedChoiceField(label=_("About an outing?"), required=False, coerce=UUID, empty_value=None)
    connection = forms.TypedChoiceField(
        label=_("About being with somebody?"), required=False, coerce=UUID, empty_value=None
    )
    take = forms.TypedMultipleChoiceField(required=False, coerce=UUID)
    to_oneself = forms.BooleanField(label=_("Keep this to myself: nobody else sees it"), required=False)

    field_order = ["voice", "words", "kind", "weight"]

    def __init__(
        self,
        *args: Any,
        partnership: Partnership,
        goals: Iterable[Goal],
        outings: Iterable[Outing],
        on_map: Iterable[ConnectionState],
        ideas: Iterable[Found],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, partnership=partnership, **kwargs)
        self.choose_from(partnership)
        self.goals, self.outings = {one.pk: one for one in goals}, {one.pk: one for one in outings}
        offered = {
            "goal": [(str(pk), goal.entry.line) for pk, goal in self.goals.items()],
            "outing": [(str(pk), f"{one.entry.line}, {one.outing_date:%d.%m.%Y}") for pk, one in self.outings.items()],
            "connection": [(str(one.connection_id), one.name) for one in on_map],
        }
        for name, choices in offered.items():
            self.fields[name].choices = [("", _("No")), *choices]  # type: ignore[attr-defined]
            if not choices:
                del self.fields[name]
        self.fields["take"].choices = [(str(one.id), one.text) for one in ideas]  # type: ignore[attr-defined]

    @classmethod
    def as_typed(cls, data: Any, **given: Any) -> "NoticeForm":
        """Return the form as somebody left it when they only asked for ideas: nothing is wrong with it yet."""
        form = cls(**given)
        form.initial = {
            name: field.widget.value_from_datadict(data, {}, form.add_prefix(name))
            for name, field in form.fields.items()
        }
        return form

    def about(self) -> list[forms.BoundField]:
        """Return the boxes that say what it is about."""
        return [self[name] for name in ("goal", "outing", "connection") if name in self.fields]

    def is_about(self) -> bool:
        """Say whether something was chosen there, or has to be mended."""
        return any(bound.value() or bound.errors for bound in [*self.about(), self["blocks"]])

    def clean(self) -> dict[str, Any]:
        """See that what is kept to oneself is one's own, and that only what may be counted is."""
        cleaned = super().clean() or {}
        if cleaned.get("to_oneself") and self.voice.pk != self.me.pk:
            self.add_error("to_oneself", _TO_ONESELF)
        if cleaned.get("counted") and cleaned.get("kind") and not can_count(self.voice, cleaned["kind"]):
            self.add_error(
                "counted", _("Take the tick off: only what is in a practitioner’s or the agency’s way counts")
            )
        return cleaned

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        return {
            "words": given["words"],
            "kind": given["kind"],
            "weight": Weight(given["weight"]) if given["weight"] else "",
            "goal": self.goals.get(given.get("goal")),  # type: ignore[arg-type]
            "outing": self.outings.get(given.get("outing")),  # type: ignore[arg-type]
            "connection_id": given.get("connection"),
            "blocks": given["blocks"],
            "counted": bool(given.get("counted")),
            "to_oneself": given["to_oneself"],
            "take": given["take"],
            "voice": self.voice,
        }


class ChangeForm(FactsForm):
    """A barrier in other words, with the version that they are meant to follow."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, partnership: Partnership, barrier: Barrier, **kwargs: Any) -> None:
        held = {name: getattr(barrier, name) for name in ("kind", "weight", "blocks", "counted")}
        held |= {"words": barrier.entry.words, "version": version_of(barrier)}
        kwargs["initial"] = held | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.barrier = barrier
        self.choose_from(partnership)

    def clean(self) -> dict[str, Any]:
        """See that only what may be counted is."""
        cleaned = super().clean() or {}
        if cleaned.get("counted") and cleaned.get("kind") and not can_count(self.barrier.entry.voice, cleaned["kind"]):
            self.add_error(
                "counted", _("Take the tick off: only what is in a practitioner’s or the agency’s way counts")
            )
        return cleaned

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        return {**self.cleaned_data, "counted": bool(self.cleaned_data.get("counted"))}


class MoveForm(VoicedForm):
    """What became of a barrier, and a word on it if one likes."""

    to = forms.ChoiceField(
        label=_("How does it stand now?"),
        widget=HintedRadios,
        error_messages={"required": _("Choose how it stands. Each is as good as the others")},
    )
    words = words_field(_("Would you like to say more?"), required=False, rows=3)

    field_order = ["voice", "to", "words"]

    def __init__(self, *args: Any, barrier: Barrier, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ways = sorted(NEXT[BarrierState(barrier.state)])
        self.fields["to"].choices = [(to.value, MOVES[to]) for to in ways]  # type: ignore[attr-defined]
        radios: Any = self.fields["to"].widget
        radios.hints = {to.value: MOVE_HINTS[to] for to in ways if to in MOVE_HINTS}

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        return {"to": BarrierState(given["to"]), "words": given["words"], "voice": self.voice}


class WayForm(VoicedForm):
    """An idea for a way round, and who could help with it."""

    words = words_field(_("What could be tried?"), _("It can be small, or a bit daft."), rows=3)
    who = forms.ChoiceField(label=_("Who could help?"), required=False)
    helper = _line(_("Somebody else, in your own words"))

    field_order = ["voice", "words", "who", "helper"]

    def __init__(
        self, *args: Any, partnership: Partnership, today: Any, on_map: Iterable[ConnectionState], **kwargs: Any
    ) -> None:
        super().__init__(*args, partnership=partnership, today=today, **kwargs)
        self.here = {str(one.pk): one for one in people_here(partnership, today)}
        self.on_map = {str(one.connection_id): one for one in on_map}
        here = [(pk, one.name) for pk, one in self.here.items()]
        on_the_map = [(pk, one.name) for pk, one in self.on_map.items()]
        self.fields["who"].choices = [("", _("Nobody named yet")), *here, *on_the_map]  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        who = given["who"]
        return {
            "words": given["words"],
            "participant": self.here.get(who),
            "connection_id": UUID(who) if who in self.on_map else None,
            "helper": given["helper"],
            "voice": self.voice,
        }


class TellForm(VoicedForm):
    """How a way round went."""

    helped = forms.ChoiceField(
        label=_("Did it help?"),
        choices=list(HELPED.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one. “Partly” is a lot")},
    )
    tried_date = DateField(label=_("When was it tried?"))
    words = words_field(_("What did you learn?"), required=False, rows=3)

    field_order = ["voice", "helped", "tried_date", "words"]

    def __init__(self, *args: Any, today: Any, **kwargs: Any) -> None:
        super().__init__(*args, today=today, **kwargs)
        self.fields["tried_date"].latest = today  # type: ignore[attr-defined]
        self.initial.setdefault("tried_date", today)

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        said = {name: given[name] for name in ("tried_date", "words")}
        return {**said, "helped": Helped(given["helped"]), "voice": self.voice}


class ChallengeForm(VoicedForm):
    """With whom something was raised that should not stand in the way at all."""

    raised_with = forms.ChoiceField(
        label=_("With whom was it raised?"),
        choices=list(WITH.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose with whom")},
    )
    whom = _line(_("Who was it, if you like to say?"))
    words = words_field(_("What did you ask for, or say?"), rows=3)
    raised_date = DateField(label=_("When was it?"))

    field_order = ["voice", "raised_with", "whom", "words", "raised_date"]

    def __init__(self, *args: Any, today: Any, **kwargs: Any) -> None:
        super().__init__(*args, today=today, **kwargs)
        self.fields["raised_date"].latest = today  # type: ignore[attr-defined]
        self.initial.setdefault("raised_date", today)

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        said = {name: given[name] for name in ("whom", "words", "raised_date")}
        return {**said, "raised_with": With(given["raised_with"]), "voice": self.voice}


class AnswerForm(VoicedForm):
    """What came back."""

    words = words_field(_("What came back?"), _("“Nothing yet” is an answer too."), rows=3)
    field_order = ["voice", "words"]

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        return {"words": self.cleaned_data["words"], "voice": self.voice}
