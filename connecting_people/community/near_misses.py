"""What somebody may have meant who spells a word in a way that no entry does."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from django.db.models import Q

from connecting_people.community.models import Word
from connecting_people.community.stems import COMMON, MOST, stem, words_of

_SHORTEST: Final = 4  # three letters are near to too many others
_TWO_SLIPS: Final = 7  # from this length on, two slips of the pen are forgiven


def meant(agency_id: UUID, text: str) -> str:
    """Return a text with each word that no entry has put right, where one is near; empty when there is none."""
    words = [word for word in words_of(text) if word not in COMMON][:MOST]
    known = set(
        Word.objects.filter(agency_id=agency_id, stem__in=[stem(word) for word in words]).values_list("stem", flat=True)
    )
    unknown = [word for word in words if stem(word) not in known and len(word) >= _SHORTEST]
    if not unknown:
        return ""
    near = {word: nearest(word, _like(agency_id, word)) for word in unknown}
    return " ".join(near.get(word) or word for word in words) if any(near.values()) else ""


def nearest(word: str, others: Sequence[str]) -> str:
    """Return the word that is fewest slips away, and not too many; empty when there is none."""
    most = 2 if len(word) >= _TWO_SLIPS else 1
    found = [(slips(word, other, most), other[0] != word[0], other) for other in others]
    return min((one for one in found if one[0] <= most), default=(0, False, ""))[2]


def slips(one: str, other: str, most: int) -> int:
    """Return how many letters were left out, put in, changed or swapped; anything above `most` is only too many."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, row, last = row, [i], before
        for j, mate in enumerate(other, 1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != mate))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == mate:
                least = min(least, last[j - 2] + 1)
            row.append(least)
        if min(row) > most:
            return most + 1
    return row[-1]


def _like(agency_id: UUID, word: str) -> list[str]:
    """Return the agency's words of about this length that begin or end alike."""
    near = Word.objects.filter(agency_id=agency_id, length__range=(len(word) - 2, len(word) + 2))
    return list(
        near.filter(Q(word__startswith=word[0]) | Q(word__endswith=word[-2:]))
        .order_by("word")
        .values_list("word", flat=True)
    )
