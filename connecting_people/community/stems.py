"""Words as search sees them: without case, accents and endings, the same on every database."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import Final

LONGEST: Final = 40  # letters of one word
MOST: Final = 12  # words of one search: more of them say nothing more
_WORD: Final = re.compile(r"[^\W_]+")
_APOSTROPHE: Final = re.compile(r"['’ʼ](s\b)?")
_LETTERS: Final = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})
# What people write around what they are looking for.
_COMMON: Final = """
a about am an and any are as at be by can d do find for from get go have help i if in is it ll looking m me my near of
on or our place please re s some somebody someone something somewhere that the there they things this to us ve want we
what where who with would you your
"""
COMMON: Final = frozenset(_COMMON.split())
# Words that end like somebody who does a thing, and are a thing themselves.
_THINGS: Final = frozenset(
    ("corner", "counter", "dinner", "flower", "letter", "master", "number", "shower", "summer", "winter")
)


def words_of(text: str) -> Iterator[str]:
    """Yield the words of a text, lower case and without accents."""
    plain = _APOSTROPHE.sub("", unicodedata.normalize("NFKD", text.casefold()))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter)) if not plain.isascii() else plain
    for word in _WORD.findall(bare.translate(_LETTERS)):
        yield word[:LONGEST]


def stems(text: str) -> tuple[str, ...]:
    """Return the stems of a text's words, each once, without words that everybody uses."""
    return tuple(dict.fromkeys(stem(word) for word in words_of(text) if word not in COMMON))


def joined(stems: Iterable[str]) -> str:
    """Return stems as one text in which ` stem ` is found only where that stem stands."""
    inside = " ".join(stems)
    return f" {inside} " if inside else ""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return what is left of a word without its ending: walk of walks, walking, walked and walkers."""
    if not word.isascii():
        # Databases differ in which signs of other scripts they take for letters.
        return "u" + blake2b(word.encode(), digest_size=8).hexdigest()
    if len(word) <= 3 or any(letter.isdigit() for letter in word):
        return word
    word = _without_many(word)
    if word.endswith("ness") and len(word) > 7:
        word = word[:-4]
    for ending, least in (("ing", 3), ("er", 4), ("ed", 3), ("ist", 4)):
        left = word.removesuffix(ending)
        if left != word and len(left) >= least and word not in _THINGS and _can_stand(left, ending):
            return _final(_single(left))
    return _final(word)


def _without_many(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(ss|x|z|ch|sh)es$", word):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _can_stand(left: str, ending: str) -> bool:
    return bool(re.search("[aeiouy]", left)) and not (ending == "ed" and left[-1] in "ae")


def _single(left: str) -> str:
    return left[:-1] if left[-1] == left[-2] and left[-1] in "bdgmnprt" else left


def _final(word: str) -> str:
    if word[-1] == "i" and len(word) > 3:
        return word[:-1] + "y"
    return word[:-1] if word[-1] == "e" and len(word) > 3 else word
