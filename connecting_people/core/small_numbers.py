"""Numbers about groups of people: small ones are hidden and others rounded, so that they tell of nobody."""

from typing import Final

FEWEST: Final = 8  # of fewer people nothing is told
STEP: Final = 5


def told(count: int) -> int:
    """Return a number about people as it may be told: none where it is small, else rounded to five."""
    return 0 if count < FEWEST else rounded(count)


def rounded(count: int) -> int:
    """Return a number rounded to five."""
    return (count + STEP // 2) // STEP * STEP
