"""What in a text could tell whom it is about: a name, a place, a postcode, a number, an address.

Better one word too many: whoever is stopped sees which word it was and says it otherwise.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from connecting_people.community.stems import COMMON, stem, words_of
from connecting_people.guide.interests import INTERESTS

_ADDRESSES: Final = (
    re.compile(r"[^\s@]+@[^\s@]+\.\w+"),
    re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:co|org|com|net|uk|info|wales|cymru)\b\S*", re.IGNORECASE),
    re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.IGNORECASE),
    re.compile(r"\b[A-Z]{2}\d{1,2}[A-Z]?\b"),
    re.compile(r"(?<!\w)\+?\(?\d(?:[\s().-]*\d){6,}"),
)
_WORD: Final = re.compile(r"[^\W_]+")
# Words that stand in the names of many people and places and tell nothing about one.
_USUAL: Final = """
mum mam mom mummy dad daddy mother father parent sister brother son daughter child aunt auntie aunty uncle gran granny
grandma grandad grandpa nan nana cousin niece nephew wife husband partner girlfriend boyfriend friend mate neighbour
neighbor boss colleague teacher doctor dr nurse mr mrs miss ms worker social care carer coach driver dog cat bird next
door old new little big young lady man woman girl boy people person family group club team choir class course
street road lane avenue way park garden centre center hall church mosque temple synagogue chapel library school
college university cafe coffee tea shop market pub bar station hospital surgery clinic community house home flat town
city village north south east west high upper lower river lake beach sea online local support peer drop bus train and
"""
# Names that are words as well: they are names where they begin with a capital.
_ALSO_WORDS: Final = """
art bill bob chance charity chase cliff dale daisy dawn dean dot drew faith fern frank gene glen grace grant guy
harmony hazel heather holly hope ivy jack joy june lance lily mark may merry miles nick olive pat pearl penny rich
rob robin rose ruby sandy skip sky star storm sue summer sunny violet wade ward will
"""


@dataclass(frozen=True)
class Names:
    """What must not stand in a text: names of people, and of places and groups."""

    people: tuple[str, ...]
    places: tuple[str, ...]


def what_tells(text: str, names: Names) -> str:
    """Return what in a text could tell whom it is about, as it stands there; empty where nothing does."""
    for pattern in _ADDRESSES:
        if found := pattern.search(text):
            return found.group().strip()
    written = [(word.group(), _plain(word.group())) for word in _WORD.finditer(text)]
    return _word_of(written, names) or _phrase_of(written, names)


def _word_of(written: list[tuple[str, str]], names: Names) -> str:
    by_any, by_capital = _parts(names)
    for word, plain in written:
        if plain in by_any or (plain in by_capital and word[0].isupper()):
            return word
    return ""


def _phrase_of(written: list[tuple[str, str]], names: Names) -> str:
    plain = [one for _word, one in written]
    for phrase in _phrases(names):
        for start in range(len(plain) - len(phrase) + 1):
            if plain[start : start + len(phrase)] == phrase:
                return " ".join(word for word, _plain in written[start : start + len(phrase)])
    return ""


def _parts(names: Names) -> tuple[frozenset[str], frozenset[str]]:
    people = frozenset(plain for _word, plain in _telling(names.people))
    also_words = frozenset(plain for plain in people if len(plain) < 3 or plain in _ALSO_WORDS.split())
    # A place is called after many things; it is meant where it begins with a capital.
    places = frozenset(plain for word, plain in _telling(names.places) if word[0].isupper())
    return people - also_words, also_words | places


def _telling(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        for word in _WORD.findall(name):
            plain = _plain(word)
            if len(plain) > 1 and not _is_usual(plain):
                yield word, plain


def _phrases(names: Names) -> Iterator[list[str]]:
    for name in names.people:
        plain = [_plain(word) for word in _WORD.findall(name)]
        plain = [word for word in plain if word not in COMMON]
        # One word alone stands among the parts, unless it is as usual as "Mum".
        if len(plain) > 1 or any(_is_usual(word) for word in plain):
            yield plain
    for name in names.places:
        plain = [_plain(word) for word in _WORD.findall(name)]
        if any(not _is_usual(word) for word in plain):
            yield plain


def _plain(word: str) -> str:
    return "".join(words_of(word))


def _is_usual(plain: str) -> bool:
    return plain in COMMON or stem(plain) in _usual()


@cache
def _usual() -> frozenset[str]:
    # What people like to do stands in the names of many groups.
    text = " ".join([_USUAL, *(str(one.name) for one in INTERESTS.values())])
    return frozenset(stem(word) for word in words_of(text))
