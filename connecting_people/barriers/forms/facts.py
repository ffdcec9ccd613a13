"""What sort of thing is in the way, how much, and what it keeps from happening."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.barriers.words import SIDES, WEIGHTS
from connecting_people.guide.barriers import barrier_kinds_for
from connecting_people.journey.forms import words_field
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.rules import PRACTITIONERS

NOT_SAID = ("", _("I would rather not say"))


def kinds_by_side() -> list[tuple[Any, list[tuple[str, Any]]]]:
    """Return the guide's kinds in groups: in whose way they stand."""
    return [(SIDES[side], [(kind.id, kind.name) for kind in barrier_kinds_for(side)]) for side in SIDES]


def line(label: Any, hint: Any = "") -> forms.CharField:
    """Make a box for one line that may be left empty."""
    return forms.CharField(label=label, help_text=hint, required=False, max_length=300)


class FactsForm(forms.Form):
    """What sort of thing it is, how much it gets in the way, and what it keeps from happening."""

    words = words_field(_("What gets in the way?"), _("As you would say it to a friend."), rows=3)
    kind = forms.ChoiceField(
        label=_("What sort of thing is it?"),
        help_text=_("Choose what comes nearest."),
        error_messages={"required": _("Choose what comes nearest"), "invalid_choice": _("Choose what comes nearest")},
    )
    weight = forms.ChoiceField(
        label=_("How much does it get in the way?"),
        choices=[NOT_SAID, *WEIGHTS.items()],
        required=False,
        widget=forms.RadioSelect,
    )
    blocks = line(_("What does it keep from happening?"), _("In your own words, if you like."))
    counted = forms.BooleanField(
        label=_("Let the agency count this, without my name"),
        help_text=_("Only for what is in your own way or the agency’s. It sees rounded numbers, and no words."),
        required=False,
    )

    def choose_from(self, partnership: Partnership) -> None:
        """Offer the guide's kinds, and counting to those whom it is for."""
        self.fields["kind"].choices = [("", _("Choose")), *kinds_by_side()]  # type: ignore[attr-defined]
        if partnership.me.part not in PRACTITIONERS:
            del self.fields["counted"]
