"""Handing over what somebody knows before they leave."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.community.models import LocalContact
from connecting_people.people.models import User

_CHOOSE = _("Choose one of those in the list")


class HandContactsForm(forms.Form):
    """Who keeps each contact from now on: one colleague for all, or another for some."""

    everyone = forms.ChoiceField(
        label=_("Who keeps them from now on?"),
        help_text=_("You can choose somebody else for single ones below."),
        required=False,
        error_messages={"invalid_choice": _CHOOSE},
    )

    def __init__(
        self, data: Any = None, *, contacts: Sequence[tuple[LocalContact, str]], keepers: Sequence[User]
    ) -> None:
        super().__init__(data)
        named = [(str(user.pk), user.name) for user in keepers]
        self.fields["everyone"].choices = [("", _("Choose a name")), *named]  # type: ignore[attr-defined]
        self.boxes = {f"to-{contact.pk}": contact for contact, _place in contacts}
        for contact, place in contacts:
            self.fields[f"to-{contact.pk}"] = forms.ChoiceField(
                label=_("%(place)s: %(name)s") % {"name": contact.name, "place": place},
                choices=[("", _("The colleague chosen above")), *named],
                required=False,
                error_messages={"invalid_choice": _CHOOSE},
            )

    def clean(self) -> dict[str, Any]:
        """Ask for somebody for each of them."""
        kept = super().clean() or {}
        if not kept.get("everyone") and "everyone" not in self.errors and any(not kept.get(box) for box in self.boxes):
            self.add_error("everyone", _("Choose who keeps them, or choose somebody for each one below"))
        return kept

    def choices(self) -> Mapping[UUID, UUID]:
        """Return the new keeper of each contact, both by id."""
        given = self.cleaned_data
        return {contact.pk: UUID(given[box] or given["everyone"]) for box, contact in self.boxes.items()}
