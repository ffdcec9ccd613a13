"""An idea for a way round, and how it went."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.barriers.forms.facts import line
from connecting_people.barriers.rules import Helped
from connecting_people.barriers.words import HELPED
from connecting_people.connections.models import ConnectionState
from connecting_people.journey.forms import VoicedForm, people_here, words_field
from connecting_people.partnership.models import Partnership
from connecting_people.ui.days import DateField


class WayForm(VoicedForm):
    """An idea for a way round, and who could help with it."""

    words = words_field(_("What could be tried?"), _("It can be small, or a bit daft."), rows=3)
    who = forms.ChoiceField(label=_("Who could help?"), required=False)
    helper = line(_("Somebody else, in your own words"))

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
