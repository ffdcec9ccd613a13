"""Whether words that everybody can read may name a person: a guess, and no more than a gentle question."""

import re
from collections.abc import Collection
from typing import Final

_PHONE: Final = re.compile(r"(?<!\w)(?:\+44|0)(?:[\s().-]*\d){9,10}(?!\d)")
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_TITLE: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s+[A-Z][\w'’-]+")
_WHOSE: Final = re.compile(r"\b[A-Z][a-z'’-]+['’]s\b")
# A word with a capital that does not open a sentence.
_CAPITAL: Final = re.compile(r"(?<=[\w,;]\s)[A-Z][a-z'’-]+")
# Capitals that are no names: days, months, languages and what people do. Folded to small letters.
_CAPITALS: Final = """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
    sundays january february march april may june july august september october november december christmas easter
    ramadan eid diwali hanukkah english welsh polish punjabi urdu bengali arabic somali gujarati british bsl i i'm i’m
    i'd i’d i'll i’ll i've i’ve tai chi zumba pilates lego nhs gp wi u3a lgbt lgbtq
"""
_NO_NAMES: Final = frozenset(_CAPITALS.split())


def may_name(text: str, places: Collection[str] = ()) -> str:
    """Return the first piece of `text` that looks like somebody's name, number or address; empty where none does.

    `places` are names of the area, which are no people.
    """
    for pattern in (_EMAIL, _PHONE, _TITLE):
        if found := pattern.search(text):
            return found.group().strip()
    known = {word.casefold() for place in places for word in place.split()}
    for pattern in (_WHOSE, _CAPITAL):
        for found in pattern.finditer(text):
            word = found.group()
            bare = re.sub(r"['’]s$", "", word).casefold()
            if not {word.casefold(), bare} & (_NO_NAMES | known):
                return word
    return ""
