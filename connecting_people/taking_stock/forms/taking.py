"""One page on which somebody says what to keep, change or stop."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import StrOrPromise
from connecting_people.journey.forms import words_field
from connecting_people.stepping_out.rules import Felt
from connecting_people.stepping_out.words import FELT
from connecting_people.taking_stock.actions.taking import Answer
from connecting_people.taking_stock.queries.stock import View
from connecting_people.taking_stock.queries.things import Thing
from connecting_people.taking_stock.rules import About, Choice
from connecting_people.taking_stock.words import ABOUT, CHOICES, MORE, SKIP, name_of

FIRST: Final = 4  # of each sort, so that it is done in a few minutes


@dataclass(frozen=True)
class Row:
    """One thing with its two boxes, and what the same person chose last time."""

    thing: Thing
    choice: forms.BoundField
    why: forms.BoundField
    last: StrOrPromise

    @property
    def name(self) -> str:
        """Return what the thing is called."""
        return name_of(self.thing.about, self.thing.name, self.thing.level)

    @property
    def note(self) -> str:
        """Return when something was tried last, and how it felt if somebody said."""
        if not self.thing.when:
            return ""
        felt = [str(FELT[Felt(self.thing.felt)])] if self.thing.felt else []
        return " · ".join([gettext("Last on %(day)s") % {"day": date_format(self.thing.when, "j F")}, *felt])

    @property
    def said(self) -> bool:
        """Say whether something is chosen or written here."""
        return bool(self.choice.value() or self.why.value())


@dataclass(frozen=True)
class Group:
    """The things of one sort: those that everybody sees, and those that are folded away."""

    name: StrOrPromise
    more: StrOrPromise
    rows: tuple[Row, ...]
    folded: tuple[Row, ...]

    @property
    def is_open(self) -> bool:
        """Say whether something stands in the folded part."""
        return any(row.said for row in self.folded)


class StockForm(forms.Form):
    """What one person would keep, change or stop, and why. Every part can be skipped; words alone are enough (P4)."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        things: Iterable[Thing],
        now: View | None,
        last: Mapping[str, Choice],
        own: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.things, self.last = list(things), last
        for thing in self.things:
            self.fields[f"choice_{thing.key}"] = forms.ChoiceField(
                choices=[*CHOICES.items(), ("", SKIP)], required=False, widget=forms.RadioSelect
            )
            self.fields[f"why_{thing.key}"] = forms.CharField(required=False, max_length=1000)
        self.fields["words"] = words_field(
            _("Anything else, in your own words?"), _("This box alone can be the whole of it."), required=False, rows=3
        )
        if own and (now is None or now.kept):
            self.fields["to_oneself"] = forms.BooleanField(
                label=_("Keep this to myself for now: nobody else sees it until I show it"), required=False
            )
        self._begin_with(now)

    def groups(self) -> list[Group]:
        """Return the things by their sort, the first few of each in sight."""
        rows = [self._row(thing) for thing in self.things]
        found = []
        for about in About:
            of_sort = [row for row in rows if row.thing.about == about]
            first = [row for number, row in enumerate(of_sort) if number < FIRST or row.thing.key in self.initial_keys]
            rest = [row for row in of_sort if row not in first]
            if of_sort:
                found.append(Group(ABOUT[about], MORE[about], tuple(first), tuple(rest)))
        return found

    def clean(self) -> dict[str, Any]:
        """See that something is said, and that whoever says why also says what."""
        cleaned = super().clean() or {}
        for thing in self.things:
            if cleaned.get(f"why_{thing.key}") and not cleaned.get(f"choice_{thing.key}"):
                self.add_error(f"choice_{thing.key}", _("Choose keep, change or stop, too"))
        return cleaned

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        answers = [
            Answer(thing.key, Choice(given[f"choice_{thing.key}"]), given[f"why_{thing.key}"])
            for thing in self.things
            if given[f"choice_{thing.key}"]
        ]
        words, seen = given["words"].strip(), given["seen"]
        return {"answers": answers, "words": words, "to_oneself": bool(given.get("to_oneself")), "seen": seen}

    def _begin_with(self, now: View | None) -> None:
        said = now.said if now else ()
        self.initial_keys = {one.key for one in said}
        for one in said:
            self.initial[f"choice_{one.key}"], self.initial[f"why_{one.key}"] = one.choice.value, one.why
        if now:
            self.initial.update({"words": now.words, "seen": now.seen, "to_oneself": now.kept})

    def _row(self, thing: Thing) -> Row:
        last = CHOICES[self.last[thing.key]] if thing.key in self.last else ""
        return Row(thing, self[f"choice_{thing.key}"], self[f"why_{thing.key}"], last)
