"""What the page of the posters shows: the sheets there are to choose from, and where each of them is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from connecting_people.guide.posters import Palette, Size

AddressOf = Callable[[str, str, str], str]


@dataclass(frozen=True)
class Print:
    """A sheet in colour or in grey, and where it is."""

    name: Promise
    pdf: str
    svg: str
    preview: str


@dataclass(frozen=True)
class Sheet:
    """What there is to choose from in one size; the last two are the width and height of the preview."""

    name: Promise
    says: Promise
    prints: tuple[Print, ...]
    width: int
    height: int


_NAMES: Final[dict[Palette, Promise]] = {Palette.COLOUR: _("In colour"), Palette.GREY: _("In black and white")}


def address(size: str, palette: str, form: str) -> str:
    """Return where the poster without a name is."""
    return reverse("guide:poster_file", kwargs={"size": size, "palette": palette, "form": form})


def sheets(address_of: AddressOf = address) -> tuple[Sheet, ...]:
    """Return what there is to choose from, with the addresses at which it is."""
    return (
        Sheet(
            _("The double page for a wall"),
            _("A3, or two sheets of A4 side by side. For where a team meets: a reminder of what this is about."),
            _prints(Size.A3, address_of),
            width=1191,
            height=842,
        ),
        Sheet(
            _("The page for the person"),
            _("A4. A map to keep, with room to write who you work with and what you would like to try."),
            _prints(Size.A4, address_of),
            width=595,
            height=842,
        ),
    )


def _prints(size: Size, address_of: AddressOf) -> tuple[Print, ...]:
    return tuple(
        Print(_NAMES[palette], *(address_of(size, palette, form) for form in ("pdf", "svg", "png")))
        for palette in Palette
    )
