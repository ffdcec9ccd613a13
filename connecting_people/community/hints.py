"""Whether words that others read may name somebody, and whether words were only taken out of them: guesses, no more."""

import re
from collections.abc import Collection
from typing import Final

_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_PHONE: Final = re.compile(r"(?<!\w)\+?\d(?:[\s().-]*\d){8,13}(?!\w)")
_NAMED: Final = re.compile(r"\b(?:called|named|[Mm]r|[Mm]rs|[Mm]s|[Mm]iss|[Mm]x|[Dd]r|[Nn]urse)\b\.?\s+([A-Z][\w'’-]+)")
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
# What may stand where words were: a few words in square brackets that say what went.
_LEFT_OUT: Final = re.compile(r"\[[^\[\]]{0,24}\]|…|\.\.\.")
_WORD: Final = re.compile(r"\w+")


def names_somebody(reason: str) -> tuple[str, ...]:
    """Return what looks like a person's name, number or address in a reason, each once, in the order of the words."""
    found = [(one.start(), one[0].strip()) for pattern in (_EMAIL, _PHONE) for one in pattern.finditer(reason)]
    found += [(one.start(1), one[1]) for one in _NAMED.finditer(reason)]
    return tuple(dict.fromkeys(words for _place, words in sorted(found)))


def may_name(text: str, places: Collection[str] = ()) -> str:
    """Return the first piece of `text` that looks like somebody's name, number or address; empty where none does.

    `places` are names of the area, which are no people.
    """
    for pattern in (_EMAIL, _PHONE, _NAMED):
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


def only_takes_out(before: str, after: str) -> bool:
    """Say whether `after` is `before` with words taken out, so that nobody else's words stand in somebody's name."""
    left = iter(_words(before))
    return all(word in left for word in _words(_LEFT_OUT.sub(" ", after)))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
