"""Documents for paper: typst sets a room's template with data. What a person wrote is data and never markup."""

import html
import json
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final, Literal
from unicodedata import bidirectional, category, normalize

import typst
from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import get_language

Form = Literal["pdf", "svg", "png"]
Keep = Callable[[str], str]  # leaves out of some words what cannot be set
FORMS: Final[Mapping[str, Form]] = {"pdf": "pdf", "svg": "svg", "png": "png"}
# In this order; any other that is there is asked last. Of the Arabic ones the first keeps dotted letters whole, so that
# they are read aloud as they are written, and the second has the letters of all languages.
FONTS: Final = ("Atkinson Hyperlegible Next", "Noto Sans", "Vazirmatn", "Noto Sans Arabic", "Noto Emoji")
_MEDIA_TYPES: Final[Mapping[Form, str]] = {"pdf": "application/pdf", "svg": "image/svg+xml", "png": "image/png"}
_DOTS_PER_INCH: Final = 72
# XML, and so every file of an office program, has no place for these.
_NO_SIGNS: Final = frozenset("\ufffe\uffff")
_OURS: Final = Path(__file__).resolve().parent / "typst"


class NotDrawn(Exception):
    """A document could not be made; says which template, and nothing of what somebody wrote in it."""


def draw(template: Path, words: Mapping[str, Any], *, form: Form, title: str, told: str) -> bytes:
    """Return a document of one page or more: a tagged PDF/UA-1, or one page as a picture.

    `told` says in words what is on it, for a picture, which has no text that could be read aloud.
    """
    language, _, region = (get_language() or "en-gb").partition("-")
    data = {"title": title, "language": language, "region": region.upper() or None, "fonts": FONTS, **words}
    try:
        found = _compiled(template, json.dumps(data), form)
    except typst.TypstError as why:
        raise NotDrawn(f"{template.name} as {form}: {_harmless(why)}") from None
    return _described(found, title, told, language) if form == "svg" else found


def printed(template: Path, words: Mapping[str, Any], *, title: str) -> bytes:
    """Return words, whoever wrote them, as a tagged PDF/UA-1 without the signs that cannot be set.

    Where signs together cannot be set though each of them can, the signs of common European scripts are left. What is
    a function among the words is handed what leaves signs out, and returns what stands there, such as a drawing.
    """
    try:
        return _printed(template, words, title, drawable)
    except NotDrawn:
        return _printed(template, words, title, _plain)


def picture(svg: str, form: Form) -> dict[str, Any]:
    """Return a drawing for typst's `image`; in a picture its letters become shapes, since no font goes with it."""
    if form == "svg":
        return {"content": list(_compiled(_OURS / "picture.typ", svg, "pdf", tags=False)), "format": "pdf"}
    return {"content": svg, "format": "svg"}


def drawable(words: str) -> str:
    """Return the words without the signs that none of our fonts has, so that no empty box is ever printed."""
    return "".join(sign for sign in normalize("NFC", words) if _has(sign))


def undrawable(words: str) -> str:
    """Return the signs that `drawable` leaves out, each once."""
    return "".join(dict.fromkeys(sign for sign in normalize("NFC", words) if not _has(sign)))


def without_controls(words: str) -> str:
    """Return the words with their lines, and without what no paper has: signs that steer a terminal, or are none."""
    lines = words.replace("\r\n", "\n")
    return "".join(" " if category(sign) == "Cc" and sign != "\n" else sign for sign in lines if sign not in _NO_SIGNS)


def reads_from_the_right(words: str) -> bool:
    """Say whether words begin in a script that is written from right to left."""
    return next((kind != "L" for kind in map(bidirectional, words) if kind in ("L", "R", "AL")), False)


def answer(content: bytes, form: Form, name: str) -> HttpResponse:
    """Hand a document to the browser, with a name to keep it under."""
    headers = {"Content-Disposition": f'inline; filename="{name}.{form}"'}
    return HttpResponse(content, content_type=_MEDIA_TYPES[form], headers=headers)


@cache
def _fonts() -> typst.Fonts:
    folders = [folder for folder in settings.DOCUMENT_FONTS if Path(folder).is_dir()]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
    if FONTS[0] not in fonts.families():
        raise NotDrawn(f"{FONTS[0]} is not there: run 'make assets'")
    return fonts


def _compiled(template: Path, data: str, form: Form, *, tags: bool = True) -> bytes:
    return typst.compile(
        template,
        format=form,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": data},
        pdf_standards=["ua-1"] if form == "pdf" and tags else [],
        pdf_tags=tags,
        ppi=_DOTS_PER_INCH,
    )


def _printed(template: Path, words: Mapping[str, Any], title: str, keep: Keep) -> bytes:
    said = _settable(title, keep)
    return draw(template, _settable(words, keep), form="pdf", title=said, told=said)


def _settable(value: Any, keep: Keep) -> Any:
    """Return the same with the signs that `keep` leaves, all the way down."""
    if isinstance(value, str):
        # These are in each of our fonts.
        return value if value.isascii() and value.isprintable() else keep(without_controls(value))
    if isinstance(value, list | tuple):
        return [_settable(one, keep) for one in value]
    if isinstance(value, Mapping):
        return {key: _settable(one, keep) for key, one in value.items()}
    return value(keep) if callable(value) else value


def _plain(words: str) -> str:
    return "".join(sign for sign in drawable(words) if ord(sign) < 0x530 or sign in "–—‘’“”…•·£²")


@lru_cache(4096)
def _has(sign: str) -> bool:
    # A sign by itself may be one that only joins others, so it stands between two letters.
    try:
        _compiled(_OURS / "sign.typ", json.dumps({"fonts": FONTS, "signs": f"a{sign}a"}), "pdf")
    except typst.TypstError:
        return False
    return True


def _described(svg: bytes, title: str, told: str, language: str) -> bytes:
    start, _, rest = svg.decode().partition(">")
    words = f"<title>{html.escape(title)}</title><desc>{html.escape(told)}</desc>"
    return f'{start} role="img" lang="{language}">{words}{rest}'.encode()


def _harmless(why: typst.TypstError) -> str:
    # The message may quote the words; the hints are typst's own.
    return "; ".join(why.hints) or "typst could not set it"
