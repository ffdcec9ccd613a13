"""The model on paper: a double page for a wall, and a page for the person to keep and to write on."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from django.http import Http404, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from connecting_people.core import documents
from connecting_people.guide import diagram, standalone
from connecting_people.guide.diagram import Part
from connecting_people.guide.palettes import PALETTES
from connecting_people.guide.steps import STEPS

_TEMPLATES: Final = Path(__file__).resolve().parent / "typst"


class UnknownPoster(LookupError):
    """Raised for a size, colours or kind of file in which no poster is made."""


class Size(StrEnum):
    """What the poster is printed on."""

    A3 = "a3"
    A4 = "a4"


class Palette(StrEnum):
    """What it is printed with."""

    COLOUR = "colour"
    GREY = "grey"


@dataclass(frozen=True)
class Poster:
    """One poster as a file; `name` is that of the agency which hangs it up, or nothing."""

    size: Size
    palette: Palette
    form: documents.Form
    name: str = ""


TITLES: Final[dict[Size, Promise]] = {
    Size.A3: gettext_lazy("Connecting People: poster for the wall"),
    Size.A4: gettext_lazy("Connecting People: your map of how this works"),
}
_LAYOUTS: Final = {Size.A3: "wide", Size.A4: "glance"}
# The parts that are named in the drawing, each with those that stand inside it.
_TOLD: Final[tuple[tuple[Part, tuple[Part, ...]], ...]] = (
    (diagram.AGENCY, ()),
    (diagram.BRINGS_PRACTITIONER, ()),
    (diagram.BRINGS_BOTH, ()),
    (diagram.BRINGS_SERVICE_USER, ()),
    (diagram.PRACTITIONER, diagram.PRACTITIONER_POINTS),
    (diagram.TOGETHER, diagram.PROCESS_PARTS),
    (diagram.SERVICE_USER, diagram.SERVICE_USER_POINTS),
    (diagram.BARRIERS, ()),
)


def poster(size: str, palette: str, form: str, *, name: str = "") -> Poster:
    """Return the poster that an address asks for."""
    try:
        found = Poster(Size(size), Palette(palette), documents.FORMS[form])
    except (ValueError, KeyError):
        raise UnknownPoster(f"{size}-{palette}.{form}") from None
    return replace(found, name=documents.drawable(name).strip())


def drawn(wanted: Poster) -> bytes:
    """Return the file of a poster in the language of the reader."""
    return _drawn(wanted, get_language() or "")


@lru_cache(maxsize=32)
def _drawn(wanted: Poster, language: str) -> bytes:
    words = _words(wanted.size, wanted.palette, wanted.form, language) | {
        "name": wanted.name,
        "right_to_left": documents.reads_from_the_right(wanted.name),
    }
    steps = " ".join(f"{s.number}: {s.name}." for s in STEPS)
    return documents.draw(
        _TEMPLATES / f"{wanted.size}.typ",
        words,
        form=wanted.form,
        title=f"{TITLES[wanted.size]}, {wanted.name}" if wanted.name else str(TITLES[wanted.size]),
        told=f"{words['alt']} {steps}",
    )


@lru_cache(maxsize=32)
def _words(size: Size, palette: Palette, form: documents.Form, _language: str) -> dict[str, Any]:
    """Return what is the same for every agency."""
    svg = standalone.svg(palette=palette, title=str(TITLES[size]), layout=_LAYOUTS[size])
    return {
        "colours": PALETTES[palette],
        "drawing": documents.picture(svg, form),
        "alt": told(size),
        "steps": [{"number": s.number, "name": str(s.name), "aim": str(s.aim)} for s in STEPS],
        "steps_heading": _("Eight steps, in any order"),
        **(_for_the_wall() if size is Size.A3 else _for_the_person()),
    }


def answer(size: str, palette: str, form: str, *, name: str = "") -> HttpResponse:
    """Hand the poster of an address to the browser, under a name that never tells whose it is."""
    try:
        wanted = poster(size, palette, form, name=name)
    except UnknownPoster:
        raise Http404 from None
    return documents.answer(drawn(wanted), wanted.form, f"connecting-people-{size}-{palette}")


def told(size: Size) -> str:
    """Tell the drawing in words, for those who cannot see it."""
    whole = size is Size.A3
    parts = [_told(part, inside if whole else ()) for part, inside in _TOLD]
    if whole:
        parts.append(_("At any time: %(names)s.") % {"names": _names((*diagram.SUPPORT, *diagram.FREEDOM))})
    return " ".join((_("The model as a drawing."), *parts))


def _told(part: Part, inside: tuple[Part, ...]) -> str:
    return f"{part.name}: {part.explanation}" + (f" {_names(inside)}." if inside else "")


def _names(parts: tuple[Part, ...]) -> str:
    return ", ".join(str(part.label or part.name) for part in parts)


def _for_the_wall() -> dict[str, Any]:
    return {
        "heading": _("Connecting People"),
        "lead": _("Life is easier with people in it. Two of you can find them together."),
        "name_room": _("Our team"),
        "going_heading": _("Coming and going"),
        "going": _(
            "Ask, rest, stop or come back at any time, at whichever step suits you. What you have done stays yours."
        ),
    }


def _for_the_person() -> dict[str, Any]:
    return {
        "heading": _("Your map of how this works"),
        "lead": _("It is yours: write on it, fold it, pin it up, or keep it in a drawer."),
        "decide_heading": _("You decide"),
        "decide": [
            _("Where to begin, how fast to go, and when to rest."),
            _("What to try, who comes along, and what to leave out."),
            _("What others are told about you."),
            _("Whether to stop, and when to come back."),
        ],
        "room_heading": _("Room for your own words"),
        "rooms": [
            _("Who I work with"),
            _("When and where we meet"),
            _("What I would like to try first"),
            _("If I need help soon, I ring"),
        ],
    }
