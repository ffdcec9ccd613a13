"""All that can be said of a connection as a form: the map of a partnership asks it, and that of a training too."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.connections import words
from connecting_people.connections.facts import Facts
from connecting_people.connections.forms.boxes import NOT_SAID, choices, own_words, radio, several
from connecting_people.connections.rules import Contact, Exchange, Feeling, Nature, State, Way
from connecting_people.connections.ruling import Ruling
from connecting_people.guide.kinds import Reach, connection_kind
from connecting_people.guide.words import StrOrPromise
from connecting_people.ui.days import EARLIEST_YEAR

NOTHING = "nothing"
SERVICES = [
    ("", _("As it mostly is for this part of life")),
    ("no", _("Outside: there by choice, as family, friends or neighbours are")),
    ("yes", _("Inside: there because it is their work, or part of health or social care")),
    ("unsure", _("Not sure")),
]
SHARED = choices(words.EXCHANGES, (NOTHING, _("Nothing just now")))
SMALL_THINGS = _("Small things count.")
BASICS = ("name", "nature", "kind", "ring")
MORE = {
    "often": ("contact", "ways", "together"),
    "sharing": ("gives", "gets"),
    "feeling": ("feeling", "matters", "never_support"),
    "when": ("state", "since_year", "came_about", "remembered_later"),
    "looks": ("inside", "symbol", "colour"),
}


class FactsForm(forms.Form):
    """All that can be said of a connection; only what they are called is needed. Years may lie up to `until`."""

    name = forms.CharField(
        label=_("What do you call them?"),
        help_text=_("A first name, a nickname or a sign is enough. Leave out surnames, addresses and birthdays."),
        max_length=200,
        error_messages={"required": _("Write a name, a nickname or a sign")},
    )
    nature = radio(_("Who or what is it?"), choices(words.NATURES), initial=Nature.PERSON.value)
    kind = forms.ChoiceField(label=_("Part of life"), required=False)
    ring = forms.ChoiceField(label=_("How close?"), required=False, widget=forms.RadioSelect)
    contact = forms.ChoiceField(
        label=_("How often are you in touch?"), choices=choices(words.CONTACTS, NOT_SAID), required=False
    )
    ways = several(_("How are you in touch?"), choices(words.WAYS))
    together = own_words(_("What do you do together?"))
    gives = several(_("What do you give?"), SHARED, SMALL_THINGS)
    gets = several(_("What do you get?"), SHARED, SMALL_THINGS)
    feeling = radio(_("How does it feel?"), choices(words.FEELINGS), initial=Feeling.NOT_SAID.value)
    matters = own_words(_("What makes it matter?"), _("What matters to you, rather than about them."))
    never_support = forms.BooleanField(
        label=_("Never suggest them as support: they are not good for me, or should not be asked"),
        required=False,
    )
    state = radio(
        _("How do things stand?"),
        choices(words.STATES),
        hints=words.STATE_HINTS,
        initial=State.CURRENT.value,
    )
    since_year = forms.IntegerField(
        label=_("Since which year?"),
        help_text=_("About is good enough, such as 2019."),
        required=False,
        error_messages={"invalid": _("Write the year in four figures, like 2019")},
    )
    came_about = own_words(_("How did it come about?"))
    remembered_later = forms.BooleanField(
        label=_("They were part of life before. We only think of them now"), required=False
    )
    inside = radio(_("Inside or outside services?"), SERVICES)
    symbol = forms.CharField(
        label=_("A sign of your own"),
        help_text=_("Up to four letters, or a picture sign from your keyboard."),
        max_length=8,
        required=False,
    )
    colour = forms.ChoiceField(
        label=_("A colour of your own"), choices=choices(words.COLOURS, ("", _("None"))), required=False
    )
    read = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        ruling: Ruling,
        until: date,
        facts: Facts | None = None,
        read: UUID | None = None,
        **kwargs: Any,
    ) -> None:
        self.facts, self.until = facts, until
        given = {**_initial(facts), "read": read} if facts else {}
        kwargs["initial"] = {**given, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        rings = [(str(at), name) for at, name in enumerate(ruling.ring_words, start=1)]
        self._offer("kind", choices(ruling.sector_words, NOT_SAID))
        self._offer("ring", [*rings, ("", _("Not placed yet"))])
        if not rings:
            del self.fields["ring"]

    def _offer(self, name: str, of: list[tuple[str, StrOrPromise]]) -> None:
        self.fields[name].choices = of  # type: ignore[attr-defined]

    def clean_since_year(self) -> int | None:
        """Take a year of this life, up to this one."""
        year: int | None = self.cleaned_data["since_year"]
        if year is not None and not EARLIEST_YEAR <= year <= self.until.year:
            raise forms.ValidationError(_("Write a year between 1900 and now, like 2019"))
        return year

    def clean_name(self) -> str:
        """Keep what was typed, but for line breaks."""
        return " ".join(str(self.cleaned_data["name"]).split())

    def clean(self) -> dict[str, Any]:
        """Ask not to choose nothing and something at once."""
        cleaned = super().clean() or {}
        for name in ("gives", "gets"):
            if NOTHING in cleaned.get(name, ()) and len(cleaned[name]) > 1:
                self.add_error(name, _("Choose what there is, or “nothing just now”"))
        return cleaned

    def said(self) -> Facts:
        """Return what was said; what this form does not ask stays."""
        given, was = self.cleaned_data, self.facts or Facts(name="")
        ring = int(given["ring"]) if given.get("ring") else None
        return Facts(
            **{
                **vars(was),
                "name": given["name"],
                "nature": Nature(given["nature"] or Nature.PERSON),
                "kind": given["kind"],
                "inside_services": _inside(given["inside"], given["kind"]),
                "ring": ring if "ring" in self.fields else was.ring,
                "contact": Contact(given["contact"]) if given["contact"] else None,
                "ways": frozenset(map(Way, given["ways"])),
                "gives": _shared(given["gives"]),
                "gets": _shared(given["gets"]),
                "feeling": Feeling(given["feeling"] or Feeling.NOT_SAID),
                "state": State(given["state"] or State.CURRENT),
                "since_date": _since(given["since_year"], was.since_date),
                **{name: given[name] for name in ("remembered_later", "never_support", "symbol", "colour")},
                **{name: _lines(given[name]) for name in ("together", "matters", "came_about")},
            }
        )

    def part(self, name: str) -> list[Any]:
        """Return the boxes of one part of the form."""
        return [self[each] for each in MORE.get(name, BASICS) if each in self.fields]

    def is_open(self, name: str) -> bool:
        """Say whether something in a part of the form is filled in, or to be looked at again."""
        usual = {"feeling": Feeling.NOT_SAID.value, "state": State.CURRENT.value}
        return any(
            bound.errors or bound.value() not in (None, "", [], False, usual.get(bound.name))
            for bound in self.part(name)
        )


def _initial(facts: Facts) -> dict[str, Any]:
    values = {
        name: getattr(facts, name) for name in ("name", "nature", "kind", "contact", "feeling", "state", "symbol")
    }
    values |= {name: getattr(facts, name) for name in ("colour", "together", "matters", "came_about")}
    inside = {True: "yes", False: "no", None: "unsure"}[facts.inside_services]
    return values | {
        "ring": facts.ring or "",
        "ways": sorted(facts.ways),
        "gives": _chosen(facts.gives),
        "gets": _chosen(facts.gets),
        "never_support": facts.never_support,
        "remembered_later": facts.remembered_later,
        "since_year": facts.since_date.year if facts.since_date else None,
        "inside": inside,
    }


def _chosen(shared: frozenset[Exchange] | None) -> list[str]:
    if shared is None:
        return []
    return sorted(shared) or [NOTHING]


def _shared(chosen: list[str]) -> frozenset[Exchange] | None:
    return frozenset(map(Exchange, set(chosen) - {NOTHING})) if chosen else None


def _inside(chosen: str, kind: str) -> bool | None:
    if chosen:
        return {"yes": True, "no": False}.get(chosen)
    return connection_kind(kind).reach == Reach.INSIDE_SERVICES if kind else None


def _since(year: int | None, was: date | None) -> date | None:
    if year is None:
        return None
    return was if was and was.year == year else date(year, 1, 1)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
