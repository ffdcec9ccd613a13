"""What the practice space asks, besides what the map tool and the self-review ask themselves."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.connections.forms.ruling import RulingForm


class PracticeRulingForm(RulingForm):
    """The rings and parts of one's own map."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ties_asked"].label = _(
            "I have thought about who knows whom, so that no line means that they do not"
        )


class ShowForm(forms.Form):
    """Whether the names go along when a map is shown to the room."""

    names = forms.BooleanField(label=_("With the names on it"), required=False)
