"""Invented content for the page that shows every component: long names, errors and all."""

import datetime
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connecting_people.ui.days import DateField


@dataclass(frozen=True)
class Step:
    """A step on the path."""

    number: int
    name: str
    href: str
    summary: str


@dataclass(frozen=True)
class Person:
    """One of the people in a list."""

    name: str
    side: str
    says: str
    href: str = ""


@dataclass(frozen=True)
class Moment:
    """One thing in a timeline."""

    title: str
    when: datetime.date
    text: str
    side: str
    href: str = ""


class EveryField(forms.Form):
    """One field for each kind of box."""

    name = forms.CharField(label=gettext_lazy("What do people call you?"), help_text=gettext_lazy("The name you like."))
    email = forms.EmailField(label=gettext_lazy("Your e-mail address"))
    password = forms.CharField(label=gettext_lazy("Password"), widget=forms.PasswordInput)
    words = forms.CharField(
        label=gettext_lazy("In your own words"),
        help_text=gettext_lazy("As short or as long as you like. You can leave it out."),
        widget=forms.Textarea,
    )
    whose = forms.ChoiceField(
        label=gettext_lazy("Who can see this?"),
        choices=[("both", gettext_lazy("Both of us")), ("me", gettext_lazy("Just me"))],
        widget=forms.RadioSelect,
    )
    ways = forms.MultipleChoiceField(
        label=gettext_lazy("Which ways of getting in touch are safe?"),
        choices=[
            ("text", gettext_lazy("A text message")),
            ("call", gettext_lazy("A call")),
            ("letter", gettext_lazy("A letter")),
        ],
        widget=forms.CheckboxSelectMultiple,
    )
    how_far = forms.ChoiceField(
        label=gettext_lazy("How far would you go?"),
        choices=[
            ("", gettext_lazy("Not sure yet")),
            ("walk", gettext_lazy("As far as I can walk")),
            ("bus", gettext_lazy("A bus ride")),
        ],
    )
    due = DateField(label=gettext_lazy("When shall we look at this again?"), help_text=gettext_lazy("Like 27 3 2026"))
    time = forms.TimeField(label=gettext_lazy("At what time?"))
    many = forms.IntegerField(label=gettext_lazy("How many of you will go?"))
    agree = forms.BooleanField(label=gettext_lazy("We talked about this together"))


def everything() -> dict[str, Any]:
    """Give the page of components all it needs."""
    wrong = EveryField(
        {
            "email": "asha at example",
            "due_day": "3",
            "due_month": "3",
            "due_year": "2020",
            "time": "soon",
            "many": "few",
        },
        auto_id="wrong_%s",
    )
    wrong.fields["due"].earliest = datetime.date(2026, 3, 3)  # type: ignore[attr-defined]
    return {
        "steps": _steps(),
        "people": _people(),
        "months": _months(),
        "facts": _facts(),
        "at": datetime.datetime(2026, 3, 3, 14, 5, tzinfo=datetime.UTC),
        "fields": EveryField(initial={"whose": "both", "due": datetime.date(2026, 3, 27)}),
        "wrong": wrong,
        "colours": _colours(),
        "long_name": "Wilhelmina-Alexandrina Featherstonehaugh-Cholmondeley",
    }


def _steps() -> list[Step]:
    names = (
        (_("Getting started"), _("Three talks so far")),
        (_("Drawing the map"), _("Nine people and a dog")),
        (_("Finding a direction"), _("Allotment in spring, with Mo")),
        (_("Stepping out"), _("Two visits, one more on Thursday")),
        (_("Taking stock"), ""),
        (_("What stands in the way"), _("The bus stops at six")),
        (_("What the agency can do"), ""),
        (_("Looking back, looking on"), _("Planned for May")),
    )
    return [Step(number, name, f"#step-{number}", says) for number, (name, says) in enumerate(names, 1)]


def _people() -> list[Person]:
    return [
        Person("Asha Rahman", "service_user", _("It is her journey"), "#asha"),
        Person("Ben Okafor", "practitioner", _("Goes along, and looks for ways"), "#ben"),
        Person("Cora Lloyd", "supporter", _("Asha’s sister: sees what Asha has ticked, until 1 June 2026")),
        Person("Riverside", "agency", _("The agency that Ben works for")),
    ]


def _months() -> list[tuple[str, list[Moment]]]:
    return [
        (
            _("March 2026"),
            [
                Moment(
                    _("Asha went to the allotment with Mo"),
                    datetime.date(2026, 3, 12),
                    _("They stayed for an hour. Mo showed her the shed with the kettle."),
                    "service_user",
                    "#allotment",
                ),
                Moment(_("Ben rang the garden club"), datetime.date(2026, 3, 4), "", "practitioner"),
            ],
        ),
        (
            _("February 2026"),
            [
                Moment(_("Riverside agreed to pay the bus fare"), datetime.date(2026, 2, 20), "", "agency"),
                Moment(_("Cora came along for the first time"), datetime.date(2026, 2, 11), "", "supporter"),
            ],
        ),
    ]


def _facts() -> list[tuple[str, ...]]:
    return [
        (_("Safe ways to get in touch"), _("Text messages, weekdays after ten"), "#ways", ""),
        (_("What helps"), _("A quiet room, and a day’s warning when plans change"), "#helps", ""),
        (_("If things get hard"), _("Ring Cora first, then the crisis line"), "#hard", ""),
    ]


def _colours() -> list[tuple[str, str]]:
    return [
        ("agency", _("Orange: the agency")),
        ("practitioner", _("Green: the practitioner")),
        ("service-user", _("Blue: the service user")),
        ("barrier", _("Plum: what stands in the way")),
    ]
