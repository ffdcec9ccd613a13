"""Names on a map: about how wide they are, how they are cut or broken into lines, and which letters stand for them."""

import unicodedata
from bisect import bisect
from itertools import accumulate

# Widths in Atkinson Hyperlegible Next, in hundredths of the size of the letters.
_WIDTHS = {
    22: "',.:;`ijl|", 30: " !\"()[f", 36: "-]_rt{}", 42: "/1I\\", 47: "svyz", 52: "*7?Jackx",
    57: "2<>EFLT^bdeghnopqu~", 62: "$+345689BPRSVXYZ", 66: "#0=ACDK", 72: "GHNOQUw", 86: "&@MWm%",
}  # fmt: skip
_WIDTH = {character: width for width, characters in _WIDTHS.items() for character in characters}
_OTHER, _BROAD = 58, 105
_OF_ASCII = bytes(_WIDTH.get(chr(code), _OTHER) for code in range(256))
_BEFORE = "'\"(@#-–‘“"
ELLIPSIS = "…"


def width(text: str, size: float = 1.0) -> float:
    """Return about how wide a text is."""
    if text.isascii():
        return sum(text.encode().translate(_OF_ASCII)) * size / 100
    return sum([_WIDTH.get(character) or _broad(character) for character in text]) * size / 100


def _broad(character: str) -> int:
    if unicodedata.combining(character) or character in "\u200d\ufe0f":
        return 0
    return _BROAD if unicodedata.east_asian_width(character) in "WF" else _OTHER


def cut(text: str, most: float) -> str:
    """Return the text, or as much of it as fits into `most` times the size of its letters, with three dots."""
    if len(text) <= most or width(text) <= most:
        return text
    each = text.encode().translate(_OF_ASCII) if text.isascii() else [_WIDTH.get(c) or _broad(c) for c in text]
    kept = bisect(list(accumulate(each)), most * 100 - 80)
    # Never between a letter and what belongs to it.
    while kept > 1 and not _broad_or_known(text[kept]):
        kept -= 1
    return text[: max(kept, 1)].rstrip(" ,.-\u200d") + ELLIPSIS


def _broad_or_known(character: str) -> bool:
    return character in _WIDTH or _broad(character) > 0


def lines(text: str, most: float, count: int = 2) -> tuple[str, ...]:
    """Return the text in at most `count` lines of about the same width, cut where it is longer."""
    words = text.split()
    text = " ".join(words)
    if count == 1 or width(text) <= most:
        return (cut(text, most),)
    breaks = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    if not breaks:
        return (cut(text, most),)
    first, rest = min(breaks, key=lambda pair: max(width(pair[0]), width(pair[1])))
    return cut(first, most), cut(rest, most)


def whole_words(text: str, most: float) -> tuple[str, ...]:
    """Return the text in at most two lines, left off after a whole word where it is longer."""
    words = text.split()
    for count in range(len(words), 0, -1):
        some = " ".join(words[:count]).rstrip(",.;:") + (ELLIPSIS if count < len(words) else "")
        found = lines(some, most)
        if not any(line.endswith(ELLIPSIS) for line in found[:-1]) and (found[-1] == "" or some.endswith(found[-1])):
            return found
    return lines(text, most)


def letters(name: str, symbol: str = "") -> str:
    """Return what stands inside a shape: the symbol that was chosen, else one or two first letters."""
    if symbol:
        return symbol.strip()[:8]
    words = name.split()
    if words and words[0][0].isalnum() and words[-1][0].isalnum():
        return (words[0][0] + words[-1][0]).upper() if len(words) > 1 else words[0][0].upper()
    words = [word for word in words if word.lstrip(_BEFORE)[:1].isalnum()]
    if not words:
        return name.strip()[:1]
    first = words[0].lstrip(_BEFORE)[0]
    return (first + words[-1].lstrip(_BEFORE)[0]).upper() if len(words) > 1 else first.upper()
