"""How one person likes the pages to look: kept in a cookie on their device and nowhere else."""

from dataclasses import astuple, dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

COOKIE: Final = "look"
YEAR: Final = 365 * 24 * 60 * 60

THEMES: Final = (
    ("auto", _("As my device has it")),
    ("light", _("Light")),
    ("dark", _("Dark")),
)
TEXTS: Final = (("normal", _("Normal")), ("large", _("Large")), ("larger", _("Larger")))
SHORTCUTS: Final = (("on", _("On")), ("off", _("Off")))
_ALLOWED: Final = tuple({value for value, _label in options} for options in (THEMES, TEXTS, SHORTCUTS))


@dataclass(frozen=True)
class Look:
    """A person's choices of colours, size of text and whether Shift three times leaves the page."""

    theme: str = "auto"
    text: str = "normal"
    shortcut: str = "on"


def look_of(request: HttpRequest | None) -> Look:
    """Read the choices from the cookie; whatever is not one of ours counts as not chosen."""
    if request is None:
        return Look()
    chosen = request.COOKIES.get(COOKIE, "").split("-")
    if len(chosen) != len(_ALLOWED) or any(c not in a for c, a in zip(chosen, _ALLOWED, strict=True)):
        return Look()
    return Look(*chosen)


def keep(look: Look, response: HttpResponse, *, secure: bool) -> None:
    """Write the choices into the cookie of this device for a year."""
    response.set_cookie(COOKIE, "-".join(astuple(look)), max_age=YEAR, secure=secure, httponly=True, samesite="Lax")
