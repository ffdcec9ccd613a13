from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connecting_people.getting_started.rules import Felt, Hope, Point, has_address, has_full_postcode
from connecting_people.getting_started.words import ASKS, FELT, FELT_WORDS, FREE, HOPE_WORDS, OWN, Opener
from connecting_people.partnership.models import Participant
from connecting_people.partnership.rules import PRACTITIONERS
from connecting_people.people.models import Agency, Team
from connecting_people.ui.days import DateField

LONGEST = 10_000


def _text(label: Any, *, rows: int = 3, hint: Any = "", longest: int = LONGEST) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, required=False, max_length=longest, widget=forms.Textarea({"rows": rows})
    )


def _to_oneself() -> forms.BooleanField:
    return forms.BooleanField(label=_("Keep my words to myself for now"), required=False)


@dataclass(frozen=True)
class Box:
    """One person's part of a form. `folded` is another's part, for when both sit at one screen."""

    voice: Participant
    fields: tuple[BoundField, ...]
    folded: bool
    open: bool


def _box(form: forms.Form, voice: Participant, me: Participant, names: list[str]) -> Box:
    fields = tuple(form[name] for name in names if name in form.fields)
    folded = voice.pk != me.pk and me.part not in PRACTITIONERS
    return Box(voice, fields, folded, any(bound.value() or bound.errors for bound in fields))


class TalkForm(forms.Form):
    """What each says to one question, in a box of their own."""

    def __init__(
        self, *args: Any, opener: Opener, voices: tuple[Participant, ...], me: Participant, today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        # Whoever writes on their own device finds their own box first.
        self.voices = voices if me.part in PRACTITIONERS else tuple(sorted(voices, key=lambda one: one.pk != me.pk))
        self.me = me
        if opener.slug == OWN:
            self.fields["question"] = forms.CharField(label=_("Your question"), required=False, max_length=200)
        for voice in self.voices:
            if opener.slug == FELT:
                self.fields[f"felt_{voice.pk}"] = _felt(voice)
            rows = 6 if opener.slug == FREE else 2 if opener.slug == FELT else 4
            self.fields[f"words_{voice.pk}"] = _text(_("%(name)s says") % {"name": voice.name}, rows=rows)
            if voice.pk == me.pk:
                self.fields["to_oneself"] = _to_oneself()
        self.fields["held_date"] = DateField(label=_("When did you talk?"), latest=today, initial=today)

    def boxes(self) -> tuple[Box, ...]:
        """Return the parts of the form, one for each person."""
        return tuple(_box(self, voice, self.me, [f"felt_{voice.pk}", f"words_{voice.pk}"]) for voice in self.voices)

    def said(self) -> list[tuple[Participant, str, Felt | None]]:
        """Return whose words there are, with what was tapped."""
        rows = [
            (voice, self.cleaned_data.get(f"words_{voice.pk}", ""), self.cleaned_data.get(f"felt_{voice.pk}", ""))
            for voice in self.voices
        ]
        return [(voice, words, Felt(felt) if felt else None) for voice, words, felt in rows if words or felt]

    def clean(self) -> dict[str, Any]:
        """Ask for a word from one of the two."""
        cleaned = super().clean() or {}
        first = f"words_{self.voices[0].pk}"
        if not self.errors and not self.said():
            self.add_error(first, _("Write a word or two for one of you, or go back: nothing has to be answered."))
        if "question" in self.fields and not self.errors and not cleaned["question"]:
            self.add_error("question", _("Write the question that you would rather ask."))
        return cleaned


def _felt(voice: Participant) -> forms.ChoiceField:
    choices = [(felt.value, words) for felt, words in FELT_WORDS.items()]
    label = _("How it felt for %(name)s") % {"name": voice.name}
    return forms.ChoiceField(label=label, choices=choices, required=False, widget=forms.RadioSelect)


class HopesForm(forms.Form):
    """What each hopes to gain and can give; `held` are the words and marks of those that are there."""

    def __init__(
        self,
        *args: Any,
        voices: tuple[Participant, ...],
        me: Participant,
        held: dict[tuple[Any, Hope], tuple[str, str]],
        closed: set[tuple[Any, Hope]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.held, self.me = held, me
        # What was typed while somebody else made the words their own comes back with a sentence why, and is not lost.
        self.open = [
            (voice, what)
            for voice in voices
            for what in Hope
            if (voice.pk, what) not in closed or self.name(voice, what) in self.data
        ]
        for voice, what in self.open:
            words, seen = held.get((voice.pk, what), ("", ""))
            label = str(HOPE_WORDS[what]) % {"name": voice.name}
            self.fields[self.name(voice, what)] = _text(label, rows=2)
            self.fields[f"seen_{self.name(voice, what)}"] = forms.CharField(required=False, widget=forms.HiddenInput)
            self.initial.setdefault(self.name(voice, what), words)
            self.initial.setdefault(f"seen_{self.name(voice, what)}", seen)
        if any(voice.pk == me.pk and (voice.pk, what) not in held for voice, what in self.open):
            self.fields["to_oneself"] = _to_oneself()

    @staticmethod
    def name(voice: Participant, what: Hope) -> str:
        """Return the name of a person's box."""
        return f"{what.value}_{voice.pk}"

    def folds(self, name: str) -> bool:
        """Say whether a box is another's, folded away until both sit at one screen; nothing typed is ever hidden."""
        writes_for_others = self.me.part in PRACTITIONERS
        mine = name.endswith(str(self.me.pk))
        return not (mine or writes_for_others or self[name].value() or self[name].errors)

    def marks(self) -> list[BoundField]:
        """Return the hidden marks of the wordings that were read."""
        return [self[f"seen_{self.name(voice, what)}"] for voice, what in self.open]

    def changed(self) -> list[tuple[Participant, Hope, str, str]]:
        """Return what was written or said differently, with the mark of the wording that was read."""
        found = []
        for voice, what in self.open:
            words = self.cleaned_data.get(self.name(voice, what), "")
            seen = self.cleaned_data.get(f"seen_{self.name(voice, what)}", "")
            before = self.held.get((voice.pk, what), ("", ""))[0]
            if _lines(words) != _lines(before) and words:
                found.append((voice, what, words, seen))
        return found

    def clean(self) -> dict[str, Any]:
        """Keep what is there from being emptied by accident."""
        cleaned = super().clean() or {}
        for voice, what in self.open:
            if (voice.pk, what) in self.held and not cleaned.get(self.name(voice, what), "x"):
                words = _("Write a word or two, even “not sure any more”. What was there before stays in the record.")
                self.add_error(self.name(voice, what), words)
        if self.open and not self.errors and not self.held and not self.changed():
            first = next((voice for voice, _what in self.open if voice.pk == self.me.pk), self.open[0][0])
            words = _("Write a word or two in any of the boxes, or go back: nothing has to be answered.")
            self.add_error(self.name(first, Hope.GAIN), words)
        return cleaned


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


class WhoseForm(forms.Form):
    """A form that asks whose words these are, where somebody may write for another at the same screen."""

    def __init__(self, *args: Any, speakers: tuple[Participant, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(speakers) > 1:
            choices = [(str(one.pk), one.name) for one in speakers]
            self.fields["voice"] = forms.ChoiceField(
                label=_("Whose words are these?"),
                choices=choices,
                initial=choices[0][0],
                required=False,
                widget=forms.RadioSelect,
            )


class SettleForm(WhoseForm):
    """One point of how the two work together."""

    version = forms.IntegerField(min_value=0, max_value=100_000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, point: Point, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"] = _text(
            ASKS[point].question, hint=ASKS[point].hint, rows=2 if point == Point.CONTACT else 4
        )
        self.fields["text"].required = point != Point.NEEDS
        self.fields["text"].error_messages["required"] = _("Write a word or two here.")
        if point == Point.CONTACT:
            self.fields["times"] = forms.CharField(
                label=_("Good times"), required=False, max_length=300, help_text=_("Such as: weekday afternoons")
            )
            self.fields["avoid"] = _text(_("Please avoid"), hint=_("Such as: never leave a message"), rows=2)
        if point == Point.NEEDS:
            self.fields["review_date"] = DateField(
                label=_("When shall we look at this again?"),
                help_text=_("Leave it empty if you do not want a day."),
                earliest=today,
                required=False,
            )
        if "voice" in self.fields:
            self.order_fields([name for name in self.fields if name != "voice"])


class AreaForm(WhoseForm):
    """The neighbourhood or postcode district, never an address."""

    name = forms.CharField(
        label=gettext_lazy("Neighbourhood, or the first half of a postcode"),
        help_text=gettext_lazy("Such as Easton, or BS5. Leave it empty to take it back."),
        required=False,
        max_length=60,
    )
    version = forms.IntegerField(min_value=0, max_value=100_000, widget=forms.HiddenInput)

    def clean_name(self) -> str:
        """Turn away what leads to somebody's door, and say so kindly."""
        name = str(self.cleaned_data["name"])
        if not name and not self.initial.get("name"):
            raise forms.ValidationError(_("Name a neighbourhood, or leave it out: nothing has to be answered."))
        if has_full_postcode(name):
            raise forms.ValidationError(
                _("That is a full postcode, which is more than we need. The first half is enough, like BS5.")
            )
        if has_address(name):
            raise forms.ValidationError(
                _("That looks like an address, which is more than we need. Name the neighbourhood, like Easton.")
            )
        return name


ASK_AGAIN, NEVER = "ask_again", "never"


class NotNowForm(WhoseForm):
    """ "Not now", with a day to ask again, or "please don't ask again"."""

    words = _text(gettext_lazy("Why, if you wish to say"), rows=3)
    choice = forms.ChoiceField(
        label=gettext_lazy("And later?"),
        choices=[
            (ASK_AGAIN, gettext_lazy("Ask me again on this day")),
            (NEVER, gettext_lazy("Please don’t ask again. I will say so if I change my mind")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose one of the two.")},
    )
    ask_again_date = DateField(label=gettext_lazy("Day to ask again"), required=False)

    def __init__(self, *args: Any, today: date, latest: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _between(self.fields["ask_again_date"], today, latest)

    def clean(self) -> dict[str, Any]:
        """Ask for the day where there should be one."""
        cleaned = super().clean() or {}
        if cleaned.get("choice") == NEVER:
            cleaned["ask_again_date"] = None
            self.errors.pop("ask_again_date", None)
        elif cleaned.get("choice") and "ask_again_date" not in self.errors and not cleaned.get("ask_again_date"):
            self.add_error("ask_again_date", _("Write the day on which to ask again."))
        return cleaned


class KeepNotNowForm(forms.Form):
    """A name and a day, before there is a partnership."""

    agency = forms.ChoiceField(label=gettext_lazy("Agency"))
    name = forms.CharField(
        label=gettext_lazy("Name"),
        help_text=gettext_lazy("What you call each other is enough. Write nothing else about them."),
        max_length=80,
        error_messages={"required": gettext_lazy("Write the name by which you will know them.")},
    )
    ask_again_date = DateField(label=gettext_lazy("Day to ask again"))
    told = forms.BooleanField(
        label=gettext_lazy("They know that I keep their name and this day, and agree"),
        error_messages={"required": gettext_lazy("Tell them first. Without that nothing can be kept.")},
    )

    def __init__(self, *args: Any, agencies: list[Agency], today: date, latest: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(agencies) == 1:
            del self.fields["agency"]
        else:
            self.fields["agency"].choices = [(str(one.pk), one.name) for one in agencies]  # type: ignore[attr-defined]
        _between(self.fields["ask_again_date"], today, latest)


BEGIN, LATER, REMOVE = "begin", "later", "remove"


class TakeUpForm(forms.Form):
    """What became of a "not now" from before there was a partnership."""

    choice = forms.ChoiceField(
        label=gettext_lazy("What did they say?"),
        choices=[
            (BEGIN, gettext_lazy("Yes: let us begin")),
            (LATER, gettext_lazy("Not now: ask again on another day")),
            (REMOVE, gettext_lazy("Please don’t ask again: the name and the day are removed")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose one of these.")},
    )
    ask_again_date = DateField(label=gettext_lazy("Day to ask again"), required=False)
    team = forms.ChoiceField(label=gettext_lazy("Team, if you begin"), required=False)

    def __init__(self, *args: Any, teams: list[Team], today: date, latest: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(team.pk), team.name) for team in teams]
        self.fields["team"].choices = choices  # type: ignore[attr-defined]
        if len(choices) < 2:
            del self.fields["team"]
        _between(self.fields["ask_again_date"], today, latest)

    def clean(self) -> dict[str, Any]:
        """Ask for the day where there should be one."""
        cleaned = super().clean() or {}
        if cleaned.get("choice") != LATER:
            self.errors.pop("ask_again_date", None)
        elif cleaned.get("choice") and "ask_again_date" not in self.errors and not cleaned.get("ask_again_date"):
            self.add_error("ask_again_date", _("Write the day on which to ask again."))
        return cleaned


def _between(field: forms.Field, earliest: date, latest: date) -> None:
    assert isinstance(field, DateField)
    field.earliest, field.latest = earliest, latest
    late = gettext_lazy("Choose a day within the next two years")
    field.error_messages = {**field.error_messages, "late": late}
