"""What two people write about what somebody would like and how to get there. Every form keeps what was typed."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.core.choices import choices
from connecting_people.journey.forms import VoicedForm, words_field
from connecting_people.plans.models import Aspiration, Goal, GoalScale
from connecting_people.plans.rules import NEXT, GoalState, Kept, Level, Sort
from connecting_people.plans.words import CHOICES, HELP, LEVELS, SORTS, WEIGHTS
from connecting_people.ui.days import DateField

WEEKS_OFF = (1, 4, 13)


class OwnWordsForm(VoicedForm):
    """A form in which what one keeps to oneself has to be one's own words."""

    to_oneself = forms.BooleanField(label=_("Keep this to myself: nobody else sees it"), required=False)

    def clean(self) -> dict[str, Any]:
        """See that what is kept to oneself is one's own."""
        cleaned = super().clean() or {}
        if cleaned.get("to_oneself") and self.voice.pk != self.me.pk:
            self.add_error("to_oneself", _("Only your own words can be kept to yourself"))
        return cleaned


class AspirationForm(OwnWordsForm):
    """What one would like life to be."""

    words = words_field(_("What would you like your life to have more of?"), _("Big or small. A picture will do."))

    field_order = ["voice", "words", "to_oneself"]

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        return {"words": given["words"], "voice": self.voice, "to_oneself": given["to_oneself"]}


class GoalForm(OwnWordsForm):
    """A goal, what sort it is, and how one could get there."""

    words = words_field(
        _("What would you like to do, or to be so?"), _("In your own words. One thing at a time."), rows=2
    )
    sort = forms.ChoiceField(
        label=_("What sort of goal is it?"),
        choices=list(SORTS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what fits best")},
    )
    plan = words_field(
        _("How could it come about?"), _("A first idea is enough. It can change."), required=False, rows=3
    )
    aspiration = forms.TypedChoiceField(
        label=_("Which hope does it belong to?"), required=False, coerce=UUID, empty_value=None
    )

    field_order = ["voice", "words", "sort", "plan", "aspiration", "to_oneself"]

    def __init__(self, *args: Any, aspirations: Iterable[Aspiration], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {one.pk: one for one in aspirations}
        if not self.offered:
            del self.fields["aspiration"]
            return
        named = [(str(pk), one.entry.line) for pk, one in self.offered.items()]
        self.fields["aspiration"].choices = [("", _("None of them")), *named]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for a plan where a goal is a general one."""
        cleaned = super().clean()
        if cleaned.get("sort") == Sort.GENERAL and "plan" in cleaned and not cleaned["plan"].strip():
            self.add_error("plan", _("Write a first idea of how. One small step is enough"))
        return cleaned

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        return {
            "words": given["words"],
            "sort": Sort(given["sort"]),
            "plan": given["plan"],
            "aspiration": self.offered.get(given.get("aspiration")),  # type: ignore[arg-type]
            "voice": self.voice,
            "to_oneself": given["to_oneself"],
        }


class PlanForm(forms.Form):
    """How a goal could be reached, with the version that it follows."""

    plan = words_field(_("How could it come about?"), required=False, rows=5)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, goal: Goal, **kwargs: Any) -> None:
        kwargs["initial"] = {"plan": goal.plan, "version": goal.version} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)


class DoForm(VoicedForm):
    """What somebody will do for a goal, and by when."""

    words = words_field(_("What will you do for it?"), _("Something that can be done, big or small."), rows=2)
    due = DateField(label=_("By when?"), help_text=_("You can leave this open."), required=False)

    field_order = ["voice", "words", "due"]

    def __init__(self, *args: Any, today: Any, **kwargs: Any) -> None:
        super().__init__(*args, today=today, **kwargs)
        self.fields["due"].earliest = today  # type: ignore[attr-defined]
        if "voice" in self.fields:
            self.fields["voice"].label = _("Who will do it?")

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        return {"words": given["words"], "who": self.voice, "due_date": given["due"]}


class MoveForm(VoicedForm):
    """Where a goal stands from now on, and a few words if one likes."""

    state = forms.ChoiceField(
        label=_("What is so from now on?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is so from now on")},
    )
    words = words_field(_("Would you like to say more?"), required=False, rows=3)

    field_order = ["state", "voice", "words"]

    def __init__(self, *args: Any, goal: Goal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        follow = NEXT[GoalState(goal.state)]
        self.fields["state"].choices = [(s, words) for s, words in CHOICES.items() if s in follow]  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        return {"state": GoalState(given["state"]), "words": given["words"], "voice": self.voice}


class WeighForm(VoicedForm):
    """How important a goal is, and how hard it looks."""

    importance = forms.TypedChoiceField(
        label=_("How important is it to you?"),
        choices=[("", _("Leave it open")), *WEIGHTS],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    difficulty = forms.TypedChoiceField(
        label=_("How hard does it look to you both?"),
        choices=[("", _("Leave it open")), *WEIGHTS],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, goal: Goal, **kwargs: Any) -> None:
        held = {"importance": goal.importance, "difficulty": goal.difficulty}
        kwargs["initial"] = {k: "" if v is None else v for k, v in held.items()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        return {"importance": given["importance"], "difficulty": given["difficulty"], "voice": self.voice}


# What one hopes for is said first, and the rest from there outwards.
FROM_THE_MIDDLE = (Level.HOPED, Level.MORE, Level.MUCH_MORE, Level.LESS, Level.MUCH_LESS)


def level_field(level: Level) -> str:
    """Return the name of the box for the words of a level."""
    return level.name.lower()


class KeepIdeaForm(forms.Form):
    """For which goal a place is kept in mind; without goals there is nothing to ask."""

    goal = forms.ChoiceField(label=_("Does it go with a goal?"), required=False, widget=forms.RadioSelect, initial="")

    def __init__(self, *args: Any, goals: Iterable[Goal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(goal.pk), goal.entry.line) for goal in goals if not goal.entry.kept_by_id]
        if named:
            self.fields["goal"].choices = [("", _("Just an idea")), *named]  # type: ignore[attr-defined]
        else:
            del self.fields["goal"]


class MoveIdeaForm(forms.Form):
    """What becomes of a kept idea: one of the buttons beside it."""

    state = forms.ChoiceField(choices=choices(Kept))
    weeks = forms.TypedChoiceField(choices=[(n, n) for n in WEEKS_OFF], coerce=int, required=False, empty_value=None)

    def said(self, today: date) -> dict[str, Any]:
        """Return what was chosen, as the act takes it."""
        weeks = self.cleaned_data["weeks"]
        return {
            "state": Kept(self.cleaned_data["state"]),
            "until_date": today + timedelta(weeks=weeks) if weeks else None,
        }


class ScaleForm(VoicedForm):
    """The five levels of a goal, from what one hopes for outwards, and where it starts."""

    start = forms.TypedChoiceField(
        label=_("Where are things now?"),
        choices=[(int(level), words) for level, words in reversed(LEVELS.items())],
        coerce=lambda value: Level(int(value)),
        initial=int(Level.LESS),
        widget=forms.RadioSelect,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def __init__(self, *args: Any, scale: GoalScale | None, **kwargs: Any) -> None:
        held: dict[str, Any] = {level_field(one): getattr(scale, level_field(one)) for one in Level} if scale else {}
        held |= {"start": scale.start, "version": scale.version} if scale else {}
        kwargs["initial"] = held | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        for level, label in LEVELS.items():
            needed = level == Level.HOPED
            box = words_field(label, HELP[level], required=needed, rows=2)
            box.error_messages["required"] = _("Say what you hope for. The other levels can wait")
            self.fields[level_field(level)] = box
        self.order_fields(["voice", *map(level_field, FROM_THE_MIDDLE), "start", "version"])

    def clean(self) -> dict[str, Any]:
        """Ask for the level in between where a further one has words."""
        cleaned = super().clean() or {}
        for near, far in ((Level.MORE, Level.MUCH_MORE), (Level.LESS, Level.MUCH_LESS)):
            if cleaned.get(level_field(far), "").strip() and not cleaned.get(level_field(near), "").strip():
                self.add_error(level_field(near), _("Say this one too: it lies between two that you have said"))
        return cleaned

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        return {
            "levels": {level: given[level_field(level)] for level in Level},
            "start": given["start"],
            "version": given["version"],
            "voice": self.voice,
        }


class RateForm(OwnWordsForm):
    """Where one sees a goal on its scale."""

    level = forms.TypedChoiceField(
        label=_("Where do you see it today?"),
        coerce=lambda value: Level(int(value)),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose where you see it. It is your view, and it may change")},
    )
    words = words_field(_("What makes you say so?"), _("You can leave this empty."), required=False, rows=3)
    happened = DateField(label=_("On which day?"), required=False)

    field_order = ["voice", "level", "words", "happened", "to_oneself"]

    def __init__(self, *args: Any, scale: GoalScale, today: Any, **kwargs: Any) -> None:
        super().__init__(*args, today=today, **kwargs)
        own = {level: getattr(scale, level_field(level)) for level in LEVELS}
        self.fields["level"].choices = [  # type: ignore[attr-defined]
            (int(level), f"{name}: {own[level]}" if own[level] else name) for level, name in LEVELS.items()
        ]
        self.fields["happened"].latest = today  # type: ignore[attr-defined]
        self.initial.setdefault("happened", today)

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        return {
            "level": given["level"],
            "words": given["words"],
            "voice": self.voice,
            "to_oneself": given["to_oneself"],
            "happened_date": given["happened"],
        }
