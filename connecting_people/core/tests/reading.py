"""Reads a tagged PDF as a screen reader does: element by element, in the order of its structure."""

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf


@dataclass(frozen=True)
class Element:
    """One element with the text that is in it itself."""

    tag: str
    text: str
    alt: str


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.Pdf.open(io.BytesIO(content))


def elements(pdf: pikepdf.Pdf) -> list[Element]:
    """Return the elements of all pages that hold text or an alternative to it, in the order in which they are read."""
    texts = {page.objgen: _marked_texts(page) for page in pdf.pages}
    found = list(_elements(pdf.Root.StructTreeRoot.K, texts, None))
    return [element for element in found if element.text or element.alt]


def tags(pdf: pikepdf.Pdf) -> list[str]:
    """Return the tag of every element, in the order in which they are read."""
    return [element.tag for element in _elements(pdf.Root.StructTreeRoot.K, {}, None)]


def fonts(pdf: pikepdf.Pdf) -> dict[str, bool]:
    """Return the names of all fonts, without the mark of a subset, and whether each is inside the file."""
    found = {}
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
            name = re.sub(r"^/[A-Z]{6}\+", "", str(thing.FontName))
            found[name] = any(key in thing for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    return found


def _elements(node: Any, texts: dict[Any, dict[int, str]], page: Any) -> Iterator[Element]:
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from _elements(each, texts, page)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        page = node.Pg.objgen if "/Pg" in node else page
        inside = node.get("/K", pikepdf.Array())
        inside = list(inside) if isinstance(inside, pikepdf.Array) else [inside]
        own = "".join(_text(each, texts, page) for each in inside)
        yield Element(str(node.S)[1:], " ".join(own.split()), str(node.get("/Alt", "")))
        for each in inside:
            yield from _elements(each, texts, page)


def _text(kid: Any, texts: dict[Any, dict[int, str]], page: Any) -> str:
    """Return the text of a mark on its page: a bare number, or one that names another page."""
    if isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
        page, kid = (kid.Pg.objgen if "/Pg" in kid else page), int(kid.MCID)
    return texts.get(page, {}).get(int(kid), "") if isinstance(kid, int) else ""


def _marked_texts(page: Any) -> dict[int, str]:
    signs = {name: _signs(font) for name, font in page.Resources.Font.items()}
    texts: defaultdict[int, str] = defaultdict(str)
    now: dict[int, str] = {}
    marks: list[tuple[int | None, str | None]] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        what = str(operator)
        if what == "Tf":
            now = signs[str(operands[0])]
        elif what in ("BDC", "BMC"):
            marks.append(_mark(operands))
            texts[_number(marks)] += marks[-1][1] or ""
        elif what == "EMC":
            marks.pop()
        elif what in ("Tj", "TJ") and all(instead is None for _, instead in marks):
            texts[_number(marks)] += _shown(operands[0], now)
    return texts


def _number(marks: list[tuple[int | None, str | None]]) -> int:
    return next((number for number, _ in reversed(marks) if number is not None), -1)


def _mark(operands: Any) -> tuple[int | None, str | None]:
    properties = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
    number, instead = properties.get("/MCID"), properties.get("/ActualText")
    return (None if number is None else int(number), None if instead is None else str(instead))


def _shown(strings: Any, signs: dict[int, str]) -> str:
    parts = [bytes(s) for s in strings if isinstance(s, pikepdf.String)] if isinstance(strings, pikepdf.Array) else []
    joined = b"".join(parts) or (bytes(strings) if isinstance(strings, pikepdf.String) else b"")
    return "".join(signs.get(int.from_bytes(joined[i : i + 2], "big"), "�") for i in range(0, len(joined), 2))


def _signs(font: Any) -> dict[int, str]:
    table = font.ToUnicode.read_bytes().decode("latin-1")
    signs: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.S):
        for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            signs[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.S):
        for first, last, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            start = bytes.fromhex(text).decode("utf-16-be")
            for n in range(int(last, 16) - int(first, 16) + 1):
                signs[int(first, 16) + n] = start[:-1] + chr(ord(start[-1]) + n)
    return signs
