"""A need that nothing here meets, in words; and what becomes of it."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.community.hints import may_name
from connecting_people.community.models import Asset, Gap
from connecting_people.community.rules import GapState, Origin
from connecting_people.core.carrying import carry
from connecting_people.core.choices import choices
from connecting_people.guide.interests import INTEREST_FAMILIES

_CHOOSE = _("Choose one of those in the list")
_SAID = ((Origin.SAID.value, Origin.SAID.value), (Origin.SEARCH.value, Origin.SEARCH.value))


class NeedForm(forms.Form):
    """A need in words: what, about which interest, and where. It asks once where the words may name somebody."""

    need = forms.CharField(
        label=_("What is missing here?"),
        help_text=_("Such as “A quiet place to play chess”. Everybody of the agency can read it, so name nobody."),
        max_length=500,
        error_messages={"required": _("Write what is missing, in a sentence")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    interest = forms.ChoiceField(
        label=_("Is it about one of these?"),
        required=False,
        choices=[
            ("", _("None of these")),
            *((family.name, [(one.id, one.name) for one in family.interests]) for family in INTEREST_FAMILIES),
        ],
        error_messages={"invalid_choice": _CHOOSE},
    )
    place = forms.CharField(
        label=_("Where is it missing?"),
        help_text=_("A neighbourhood or a village. Leave it empty for the whole area."),
        max_length=80,
        required=False,
    )
    asked = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, areas: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.areas = tuple(areas)

    def clean(self) -> dict[str, Any]:
        """Ask once whether it names somebody; whoever sends it again knows better than a guess does."""
        kept = super().clean() or {}
        piece = may_name(kept.get("need", ""), (*self.areas, kept.get("place", "")))
        if piece and not kept.get("asked"):
            ask = _("“%(piece)s” may be somebody’s name or number. Write it without, or send it again as it is.")
            self.add_error("need", forms.ValidationError(ask, params={"piece": piece}))
            carry(self, asked="on")
        return kept

    def said(self) -> dict[str, Any]:
        """Return what was written."""
        return {name: self.cleaned_data[name] for name in ("need", "interest", "place")}


class AddGapForm(NeedForm):
    """A new need, and whether it comes from a search that found nothing."""

    origin = forms.ChoiceField(choices=_SAID, required=False, widget=forms.HiddenInput)

    @classmethod
    def of_search(cls, words: str, *, areas: Iterable[str], fresh: bool = False) -> "AddGapForm":
        """Return the form as if the words of a search were typed into it; `fresh` or without any words it waits."""
        said = {"need": words.strip()[:500], "origin": Origin.SEARCH.value}
        return cls(areas=areas, initial=said) if fresh or not said["need"] else cls(said, areas=areas)

    def said(self) -> dict[str, Any]:
        """Return what was written, and where it came from."""
        return super().said() | {"origin": Origin(self.cleaned_data["origin"] or Origin.SAID)}


class RewordForm(NeedForm):
    """A need in other words, with the version that this is meant to follow."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    @classmethod
    def of(cls, gap: Gap, data: Any = None, *, areas: Iterable[str] = ()) -> "RewordForm":
        """Return the form as the need stands."""
        stands = {name: getattr(gap, name) for name in ("need", "interest", "place", "version")}
        return cls(data, areas=areas, initial=stands)

    def said(self) -> dict[str, Any]:
        """Return what was written, and which version it follows."""
        return super().said() | {"version": self.cleaned_data["version"]}

    def stands_against(self, now: Gap) -> None:
        """Let what was typed count against what is kept by now, so that sending it again keeps it."""
        carry(self, version=now.version)


class MoveForm(forms.Form):
    """What becomes of a need. Each way that it can go has one of these, with the boxes that belong to it."""

    to = forms.ChoiceField(choices=choices(GapState), widget=forms.HiddenInput)
    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    named = forms.CharField(
        label=_("What meets it now?"),
        help_text=_("The name in the directory, or a part of it. If it is not there yet, add it there first."),
        max_length=200,
        error_messages={"required": _("Write the name of what meets it")},
    )
    asset = forms.ChoiceField(
        label=_("Which of these is it?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose which of these it is"), "invalid_choice": _CHOOSE},
    )
    words = forms.CharField(max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2}))

    _WORDS = {
        GapState.LOOKED_INTO: (_("What will you try first, if you know?"), False),
        GapState.FILLED: (_("How did it come about, if you want to say?"), False),
        GapState.NOT_NOW: (_("Why not now?"), True),
        GapState.OPEN: (_("Why is it open again, if you want to say?"), False),
    }

    def __init__(self, data: Any = None, *, gap: Gap, to: GapState, found: Sequence[Asset] | None = None) -> None:
        # Several of these stand on one page: each has ids of its own.
        super().__init__(data, auto_id=f"{to.value}_%s", initial={"to": to.value, "version": gap.version})
        self.state, self.found = to, {str(asset.pk): asset for asset in found or ()}
        words = self.fields["words"]
        words.label, words.required = self._WORDS[to]
        words.error_messages["required"] = _("Write why, so that whoever missed it understands")
        if to != GapState.FILLED:
            del self.fields["named"]
        if len(self.found) > 1:
            self.fields["asset"].choices = [(pk, asset.name) for pk, asset in self.found.items()]  # type: ignore[attr-defined]
        else:
            del self.fields["asset"]

    def clean_named(self) -> str:
        """Ask for another name where the directory has nothing like it."""
        if not self.found:
            raise forms.ValidationError(_("Nothing in the directory is called that. Try a part of the name"))
        return str(self.cleaned_data["named"])

    def filled_by(self) -> Asset | None:
        """Return the asset that meets the need, where that is what is said."""
        if self.state != GapState.FILLED:
            return None
        return self.found[self.cleaned_data["asset"]] if "asset" in self.fields else next(iter(self.found.values()))

    def stands_against(self, now: Gap) -> None:
        """Let what was typed count against how the need stands by now."""
        carry(self, version=now.version)
