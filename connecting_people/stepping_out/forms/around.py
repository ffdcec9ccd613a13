"""Who supports an outing, small steps, what may be told, and whom one met."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.community.models import Asset, LocalContact
from connecting_people.connections.models import ConnectionState
from connecting_people.guide.kinds import CONNECTION_KINDS
from connecting_people.journey.forms import VoicedForm, words_field
from connecting_people.partnership.models import Participant
from connecting_people.stepping_out.actions.disclosures import Thing
from connecting_people.stepping_out.actions.support import Backing
from connecting_people.stepping_out.models import Disclosure, Outing, SmallStep
from connecting_people.stepping_out.rules import About, Source
from connecting_people.stepping_out.words import ABOUT

ROWS = 5


def _pick(label: Any, hint: Any = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=label, help_text=hint, required=False, widget=forms.CheckboxSelectMultiple)


def _line(label: Any, hint: Any = "", most: int = 300) -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, required=False, max_length=most)


class SupportForm(VoicedForm):
    """The manual's four sources of support, somebody else in own words, or going alone."""

    team = _pick(_("Somebody of the team"))
    on_map = _pick(_("Somebody on my map"))
    there = _pick(_("Somebody who is there"))
    there_words = _line(_("Somebody else who is there"), _("A first name, or what they do there."))
    skill = _line(_("Something to learn or practise first"), _("Like ringing up, or taking that bus."))
    other = _line(_("Somebody or something else"))
    alone = forms.BooleanField(label=_("I go alone"), required=False)

    def __init__(
        self,
        *args: Any,
        team: Iterable[Participant],
        on_map: Iterable[ConnectionState],
        contacts: Iterable[LocalContact],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.practitioners = {str(one.pk): one for one in team}
        self.contacts = {str(one.pk): one for one in contacts}
        named = {
            "team": [(pk, one.name) for pk, one in self.practitioners.items()],
            "on_map": [(str(one.connection_id), one.name) for one in on_map],
            "there": [(pk, one.name) for pk, one in self.contacts.items()],
        }
        for name, offered in named.items():
            if offered:
                self.fields[name].choices = offered  # type: ignore[attr-defined]
            else:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Ask for something, and for one thing at a time where somebody goes alone."""
        cleaned = super().clean() or {}
        chosen = [name for name in ("team", "on_map", "there", "there_words", "skill", "other") if cleaned.get(name)]
        if cleaned.get("alone") and set(chosen) - {"skill"}:
            self.add_error("alone", _("You named somebody above. Untick this, or take the names off"))
        elif not chosen and not cleaned.get("alone"):
            self.add_error(None, _("Choose who or what helps, or that you go alone"))
        return cleaned

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        backings = [Backing(Source.TEAM, participant=self.practitioners[pk]) for pk in given.get("team") or ()]
        backings += [Backing(Source.MAP, connection_id=UUID(pk)) for pk in given.get("on_map") or ()]
        backings += [Backing(Source.THERE, contact=self.contacts[pk]) for pk in given.get("there") or ()]
        for source, name in ((Source.THERE, "there_words"), (Source.SKILL, "skill"), (Source.OTHER, "other")):
            if given[name].strip():
                backings.append(Backing(source, words=given[name]))
        if given["alone"]:
            backings.append(Backing(Source.ALONE))
        return {"backings": backings, "voice": self.voice}


class SmallStepsForm(forms.Form):
    """Up to five small steps, each with who helps."""

    def __init__(self, *args: Any, steps: Iterable[SmallStep], **kwargs: Any) -> None:
        held = {}
        for one in steps:
            held[f"step_{one.position}"], held[f"helper_{one.position}"] = one.words, one.helper
        kwargs["initial"] = held | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        for number in range(1, ROWS + 1):
            self.fields[f"step_{number}"] = _line(_("Step %(number)s") % {"number": number})
            self.fields[f"helper_{number}"] = _line(_("Who helps with step %(number)s?") % {"number": number}, most=80)

    def said(self) -> dict[str, Any]:
        """Return the steps that have words, in their order."""
        given = self.cleaned_data
        rows = [(given[f"step_{n}"].strip(), given[f"helper_{n}"].strip()) for n in range(1, ROWS + 1)]
        return {"steps": [row for row in rows if row[0]]}


class DisclosureForm(VoicedForm):
    """What may be told, by whom and to whom, what never, and what to answer; left empty, nothing may be told."""

    contact = forms.ChoiceField(label=_("Is it about telling one person alone?"), required=False)
    never = words_field(_("What is never told?"), required=False, rows=2)
    if_asked = words_field(
        _("What do we answer if somebody asks?"),
        _("Like “We know each other from the garden”."),
        required=False,
        rows=2,
    )

    def __init__(
        self, *args: Any, before: Disclosure | None, contacts: Iterable[LocalContact] = (), **kwargs: Any
    ) -> None:
        held: dict[str, Any] = {}
        if before:
            held = {"never": before.never, "if_asked": before.if_asked}
            for number, one in enumerate(before.may_tell.all()[:ROWS], 1):
                held |= {f"what_{number}": one.what, f"by_{number}": one.by_whom, f"to_{number}": one.to_whom}
        kwargs["initial"] = held | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        for number in range(1, ROWS + 1):
            self.fields[f"what_{number}"] = _line(_("What may be told? (%(number)s)") % {"number": number})
            self.fields[f"by_{number}"] = _line(_("Who may tell it?"), most=80)
            self.fields[f"to_{number}"] = _line(_("To whom?"), most=80)
        self.contacts = {str(one.pk): one for one in contacts}
        if self.contacts:
            named = [(pk, one.name) for pk, one in self.contacts.items()]
            self.fields["contact"].choices = [("", _("No, whoever stands below")), *named]  # type: ignore[attr-defined]
        else:
            del self.fields["contact"]
        boxes = [f"{name}_{number}" for number in range(1, ROWS + 1) for name in ("what", "by", "to")]
        self.order_fields(["voice", "contact", *boxes, "never", "if_asked"])

    def rows(self) -> list[tuple[forms.BoundField, ...]]:
        """Return the boxes of each thing, side by side: those with words in them, and one more."""
        return self._rows()[: self._filled() + 1]

    def more_rows(self) -> list[tuple[forms.BoundField, ...]]:
        """Return the boxes for whoever has more to say."""
        return self._rows()[self._filled() + 1 :]

    def _rows(self) -> list[tuple[forms.BoundField, ...]]:
        return [(self[f"what_{n}"], self[f"by_{n}"], self[f"to_{n}"]) for n in range(1, ROWS + 1)]

    def _filled(self) -> int:
        rows = enumerate(self._rows(), 1)
        return max((number for number, row in rows if any(box.value() or box.errors for box in row)), default=0)

    def clean(self) -> dict[str, Any]:
        """Ask by whom and to whom for whatever may be told."""
        cleaned = super().clean() or {}
        for number in range(1, ROWS + 1):
            what, by, to = (str(cleaned.get(f"{name}_{number}") or "").strip() for name in ("what", "by", "to"))
            if what and not by:
                self.add_error(f"by_{number}", _("Say who may tell it"))
            if what and not to:
                self.add_error(f"to_{number}", _("Say to whom it may be told"))
            if (by or to) and not what:
                self.add_error(f"what_{number}", _("Say what may be told, or leave the row empty"))
        return cleaned

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        rows = ([given[f"{name}_{n}"].strip() for name in ("what", "by", "to")] for n in range(1, ROWS + 1))
        things = [Thing(*row) for row in rows if row[0]]
        words = {name: given[name] for name in ("never", "if_asked")}
        return {"things": things, "contact": self.contacts.get(given.get("contact", "")), "voice": self.voice, **words}


class MetForm(VoicedForm):
    """Somebody who was met: a name for the map, and a word on how."""

    name = forms.CharField(
        label=_("What do you call them?"),
        help_text=_("A first name, a nickname or a sign is enough."),
        max_length=80,
        error_messages={"required": _("Write a name, or a sign for them")},
    )
    kind = forms.ChoiceField(
        label=_("Who are they to you?"),
        choices=[("", _("Not sure yet")), *((kind.id, kind.name) for kind in CONNECTION_KINDS)],
        required=False,
    )
    words = _line(_("How did you come to talk?"))
    to_oneself = forms.BooleanField(label=_("Keep this to myself: nobody else sees it"), required=False)

    field_order = ["voice", "name", "kind", "words", "to_oneself"]

    def clean(self) -> dict[str, Any]:
        """See that what is kept to oneself is one's own."""
        cleaned = super().clean() or {}
        if cleaned.get("to_oneself") and self.voice.pk != self.me.pk:
            self.add_error("to_oneself", _("Only your own words can be kept to yourself"))
        return cleaned

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        return {name: given[name] for name in ("name", "kind", "words", "to_oneself")} | {"voice": self.voice}


class CameAboutForm(VoicedForm):
    """How a connection came about."""

    about = forms.ChoiceField(
        label=_("How did it come about?"),
        choices=list(ABOUT.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one; “I do not know” is one of them")},
    )
    outing = forms.TypedChoiceField(label=_("On which outing?"), required=False, coerce=UUID, empty_value=None)
    asset = forms.TypedChoiceField(label=_("At which place?"), required=False, coerce=UUID, empty_value=None)
    through = forms.TypedChoiceField(label=_("Through whom?"), required=False, coerce=UUID, empty_value=None)
    words = _line(_("In your own words"))

    field_order = ["voice", "about", "outing", "asset", "through", "words"]

    def __init__(
        self,
        *args: Any,
        outings: Iterable[Outing],
        others: Iterable[ConnectionState],
        places: Iterable[Asset],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.places = {one.pk: one for one in places}
        self.outings = {one.pk: one for one in outings}
        self.others = {one.connection_id: one for one in others}
        named = [(str(pk), f"{one.entry.line}, {one.outing_date:%d.%m.%Y}") for pk, one in self.outings.items()]
        people = [(str(pk), one.name) for pk, one in self.others.items()]
        where = [(str(pk), one.name) for pk, one in self.places.items()]
        for name, offered in (("outing", named), ("asset", where), ("through", people)):
            self.fields[name].choices = [("", _("Choose")), *offered]  # type: ignore[attr-defined]
            if not offered and name == "asset":
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Ask on which outing, or through whom."""
        cleaned = super().clean() or {}
        if cleaned.get("about") == About.OUTING and not cleaned.get("outing"):
            self.add_error("outing", _("Choose the outing"))
        if cleaned.get("about") == About.PERSON and not cleaned.get("through"):
            self.add_error("through", _("Choose through whom"))
        return cleaned

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        return {
            "about": About(given["about"]),
            "outing": self.outings.get(given["outing"]) if given["outing"] else None,
            "asset": self.places.get(given.get("asset")),  # type: ignore[arg-type]
            "through": given["through"],
            "words": given["words"],
            "voice": self.voice,
        }
