"""An enum as the choices of a column."""

from enum import StrEnum


def choices(kind: type[StrEnum]) -> list[tuple[str, str]]:
    """Return what a column may hold; pages have words of their own for each."""
    return [(one.value, one.value) for one in kind]
