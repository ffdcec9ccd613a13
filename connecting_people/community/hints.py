"""What a reason looks like from outside: whether it may name somebody, and whether words were only taken out of it."""

import re
from typing import Final

_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_PHONE: Final = re.compile(r"(?<!\w)\+?\d(?:[\s().-]*\d){8,13}(?!\w)")
_NAMED: Final = re.compile(r"\b(?:called|named|[Mm]r|[Mm]rs|[Mm]s|[Mm]iss|[Mm]x|[Dd]r|[Nn]urse)\b\.?\s+([A-Z][\w'’-]+)")
# What may stand where words were: a few words in square brackets that say what went.
_LEFT_OUT: Final = re.compile(r"\[[^\[\]]{0,24}\]|…|\.\.\.")
_WORD: Final = re.compile(r"\w+")


def names_somebody(reason: str) -> tuple[str, ...]:
    """Return what looks like a person's name, number or address in a reason, each once, in the order of the words."""
    found = [(one.start(), one[0].strip()) for pattern in (_EMAIL, _PHONE) for one in pattern.finditer(reason)]
    found += [(one.start(1), one[1]) for one in _NAMED.finditer(reason)]
    return tuple(dict.fromkeys(words for _place, words in sorted(found)))


def only_takes_out(before: str, after: str) -> bool:
    """Say whether `after` is `before` with words taken out, so that nobody else's words stand in somebody's name."""
    left = iter(_words(before))
    return all(word in left for word in _words(_LEFT_OUT.sub(" ", after)))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
