"""One thing on the agenda: how long, with whom, and in whose words."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.activities import ACTIVITIES
from connecting_people.training.course.groupings import GROUPINGS
from connecting_people.training.models import Block, Trainer
from connecting_people.training.rules import MINUTES_AT_MOST, BlockKind, Grouping
from connecting_people.training.times import FIRST, SECOND, TOGETHER

TRACKS = (
    (TOGETHER, _("Everybody, one after the other")),
    (FIRST, _("The first of two tracks side by side")),
    (SECOND, _("The second of two tracks side by side")),
)
_LINES = _("One thing a line.")


def _words(label: Any, hint: Any = "", rows: int = 3) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=hint, required=False, max_length=4_000, widget=area)


class BlockForm(forms.Form):
    """One thing on the agenda, in this training only."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    minutes = forms.IntegerField(
        label=_("How many minutes?"),
        min_value=0,
        max_value=MINUTES_AT_MOST,
        error_messages={
            "required": _("Write the minutes in figures"),
            "invalid": _("Write the minutes in figures, like 25"),
            "min_value": _("It takes at least no minutes"),
            "max_value": _("Write at most 600 minutes"),
        },
    )
    grouping = forms.ChoiceField(
        label=_("How do people work?"),
        choices=[(one.value, GROUPINGS[one]) for one in Grouping],
        widget=forms.RadioSelect,
    )
    led_by = forms.ChoiceField(label=_("Who leads it?"), required=False)
    track = forms.TypedChoiceField(
        label=_("When is it?"),
        help_text=_("With two trainers, two groups can do different things at the same time."),
        choices=TRACKS,
        coerce=int,
        widget=forms.RadioSelect,
    )
    goal = _words(_("What do you want to reach with it?"), _("In this training, with these people."), rows=2)
    board = forms.ChoiceField(
        label=_("Which board does it use?"),
        help_text=_("On their phones, people write on it as in that activity of the course."),
        choices=[("", _("None")), *((one.id, one.name) for one in ACTIVITIES)],
        required=False,
    )
    title = forms.CharField(label=_("What is it called?"), max_length=200, required=False)
    aim = _words(_("What is it for?"))
    needs = _words(_("What is needed?"), _LINES)
    how = _words(_("How does it go?"), _LINES, rows=5)
    listen_for = _words(_("What is worth listening for?"), _LINES)

    def __init__(self, data: Any = None, *, kind: BlockKind, trainers: Sequence[Trainer], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.trainers = {str(one.pk): one for one in trainers}
        who = [("", _("Not said yet")), *((pk, one.name) for pk, one in self.trainers.items())]
        self.fields["led_by"].choices = who  # type: ignore[attr-defined]
        for name in _LEFT_OUT.get(kind, ("board",)):
            del self.fields[name]
        if kind in _NAMED_BY_ITSELF:
            self.fields["title"].required = True
            self.fields["title"].error_messages["required"] = _("Give it a name")

    @classmethod
    def of(cls, block: Block, data: Any = None, *, trainers: Sequence[Trainer]) -> "BlockForm":
        """Return the form as the agenda stands."""
        stands = {name: getattr(block, name) for name in cls.base_fields if name != "led_by"}
        led_by = str(block.led_by_id) if block.led_by_id else ""
        return cls(data, kind=BlockKind(block.kind), trainers=trainers, initial={**stands, "led_by": led_by})

    def said(self) -> dict[str, Any]:
        """Return what was said as the act takes it."""
        kept = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        kept |= {name: value.strip() for name, value in kept.items() if isinstance(value, str)}
        if "led_by" in kept:
            kept["led_by"] = self.trainers.get(kept["led_by"])
        return kept


_NAMED_BY_ITSELF = (BlockKind.OWN,)
_LEFT_OUT: dict[BlockKind, tuple[str, ...]] = {
    BlockKind.OWN: (),
    BlockKind.BREAK: ("board", "grouping", "led_by", "goal", "aim", "needs", "how", "listen_for"),
    BlockKind.BEFORE: ("board", "grouping", "track", "listen_for", "minutes"),
    BlockKind.GUEST: ("needs",),
}
