"""Forms for a light, for looking at one before others read it, and for what would move it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.community.actions.ratings import Decision
from connecting_people.community.lights import AS_WHO, IN_ONES_OWN_VOICE, MOVES
from connecting_people.community.models import Improvement, Rating
from connecting_people.community.rules import NEXT_IMPROVEMENT, ImprovementState, Light, Rater, RatingState
from connecting_people.guide.words import StrOrPromise

LONGEST = 2000
_CHOOSE = _("Choose one of those in the list")
NAMED, NAMELESS = "named", "nameless"


class _Rings(forms.RadioSelect):
    """Rings to choose one, some with a word below that says more."""

    def __init__(self, hints: dict[str, StrOrPromise] | None = None) -> None:
        super().__init__()
        self.hints = hints or {}


def _one_of(label: Any, choices: Any, missing: Any, **more: Any) -> forms.ChoiceField:
    """Make a field to choose one of a few."""
    widget = _Rings(more.pop("hints", None))
    errors = {"required": missing, "invalid_choice": _CHOOSE}
    return forms.ChoiceField(label=label, choices=choices, error_messages=errors, widget=widget, **more)


def words(label: Any, hint: Any = "", *, rows: int = 3, missing: Any = "", **more: Any) -> forms.CharField:
    """Make a field for some words."""
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=LONGEST,
        required=bool(missing),
        error_messages={"required": missing} if missing else {},
        widget=forms.Textarea({"rows": rows}),
        **more,
    )


class RateForm(forms.Form):
    """A light, why, as whom, and whether with one's name."""

    light = _one_of(_("Would you recommend it?"), list(IN_ONES_OWN_VOICE.items()), _("Choose one of the three"))
    reason = words(
        _("Why? Say it in your own words"),
        _("About the place and what happens there, not about a person: leave names out."),
    )
    rater = _one_of(_("As whom do you say this?"), list(AS_WHO.items()), _("Choose as whom you say this"))
    signed = _one_of(
        _("With your name?"),
        [(NAMELESS, _("Without my name")), (NAMED, _("With my first name"))],
        _("Choose with or without your name"),
        hints={
            NAMELESS: _(
                "Others read it from a new quarter of the year on, and only with those of seven others, so that "
                "nobody can tell which one is yours. That can take a while."
            ),
            NAMED: _("Others read it as soon as somebody has looked at it."),
        },
    )

    def __init__(self, *args: Any, raters: Sequence[Rater], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.raters = raters
        if len(raters) < 2:
            del self.fields["rater"]
        else:
            self.fields["rater"].choices = [(one.value, AS_WHO[one]) for one in raters]  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """Return what is to be kept."""
        given = self.cleaned_data
        return {
            "light": Light(given["light"]),
            "reason": given["reason"].replace("\r\n", "\n"),
            "rater": Rater(given["rater"]) if "rater" in given else self.raters[0],
            "signed": given["signed"] == NAMED,
        }


class TakeBackForm(forms.Form):
    """Whether the words of a nameless light go at once."""

    words_now = forms.BooleanField(
        required=False,
        label=_("Take my words away at once"),
        help_text=_("Whoever reads this page often may then notice which words went today."),
    )


class DecideForm(forms.Form):
    """What becomes of a light that somebody looks at before others read it."""

    state = _one_of(_("What shall others read?"), (), _("Choose what happens with it"))
    shown = words(
        _("What others will read"),
        _("Take out names and abuse, and put […] there. Never take out an opinion, and add nothing of your own."),
        rows=4,
    )
    why = words(
        _("Why, for the person who wrote it"),
        _("They see what others read, and this. Needed whenever something is taken out or turned down."),
        rows=2,
    )

    def __init__(self, *args: Any, rating: Rating, **kwargs: Any) -> None:
        second = rating.state == RatingState.TURNED_DOWN
        kwargs["initial"] = {"shown": rating.reason} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = _AFTER_ALL if second else _AT_FIRST  # type: ignore[attr-defined]
        if second:
            self.fields["state"].label = _("Somebody turned this down. What do you say?")
        if not rating.reason:
            del self.fields["shown"]

    def said(self) -> Decision:
        """Return what was decided; line breaks come back from a browser in their own form."""
        given = self.cleaned_data
        shown = given.get("shown", "").replace("\r\n", "\n")
        return Decision(RatingState(given["state"]), shown, given["why"])


_AT_FIRST = [
    (RatingState.SHOWN.value, _("What stands in the box below")),
    (RatingState.TURNED_DOWN.value, _("Nothing for now: a second person looks at it too")),
]
_AFTER_ALL = [
    (RatingState.SHOWN.value, _("Show it after all: what stands in the box below")),
    (RatingState.STAYS_OUT.value, _("I agree: it stays out")),
]


class ImproveForm(forms.Form):
    """What would move a light."""

    move = _one_of(
        _("What would it change?"),
        [(f"{first.value}-{then.value}", name) for (first, then), name in MOVES.items()],
        _("Choose one of the two"),
    )
    idea = words(
        _("What would make it better?"),
        _("One thing that somebody could ask for or do. About the place, not about a person."),
        missing=_("Write in a few words what would make it better"),
    )

    def said(self) -> dict[str, Any]:
        """Return what is to be kept."""
        first, _dash, then = self.cleaned_data["move"].partition("-")
        return {"from_light": Light(first), "to_light": Light(then), "idea": self.cleaned_data["idea"]}


_STEPS: dict[ImprovementState, StrOrPromise] = {
    ImprovementState.TAKEN_ON: _("I take this on"),
    ImprovementState.DONE: _("It is done"),
    ImprovementState.NOT_NOW: _("Not now"),
    ImprovementState.SUGGESTED: _("Let somebody else take it on"),
}


class ImprovementForm(forms.Form):
    """What becomes of an idea, with the version that this is meant to follow."""

    state = _one_of(_("What happens with it?"), (), _("Choose what happens with it"))
    outcome = words(
        _("What came of it, or why not now"),
        _("People who find the place read this once it is done."),
    )
    version = forms.IntegerField(min_value=1, max_value=1_000_000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, idea: Improvement, **kwargs: Any) -> None:
        held = {"outcome": idea.outcome, "version": idea.version}
        kwargs["initial"] = held | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        can = NEXT_IMPROVEMENT[ImprovementState(idea.state)]
        self.fields["state"].choices = [  # type: ignore[attr-defined]
            (state.value, name) for state, name in _STEPS.items() if state in can
        ]

    def said(self) -> dict[str, Any]:
        """Return what is to be kept."""
        given = self.cleaned_data
        return {
            "state": ImprovementState(given["state"]),
            "outcome": given["outcome"],
            "version": given["version"],
        }


class AnswerForm(forms.Form):
    """What an organisation answers."""

    words = words(
        _("What would you like to answer?"),
        _("What you changed, or what people should know. Somebody of the agency reads it first. Name nobody."),
        rows=4,
        missing=_("Write in a few words what you would like to answer"),
    )
