"""What a paper of a training is: its name, what it is for, and how it is drawn, as usual or in large print."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from connecting_people.training.course.words import StrOrPromise
from connecting_people.training.outline import Outline
from connecting_people.training.setting import printed


class Size(StrEnum):
    """How large a paper is printed."""

    USUAL = "usual"
    LARGE = "large"


@dataclass(frozen=True)
class Paper:
    """One paper: `words` gives its template what stands on it; `fits` says whether there would be anything."""

    id: str
    template: str
    name: StrOrPromise
    about: StrOrPromise
    words: Callable[[Outline], Mapping[str, Any]]
    fits: Callable[[Outline], bool] = lambda _outline: True

    def drawn(self, outline: Outline, size: Size) -> bytes:
        """Return the paper as a tagged PDF/UA-1."""
        title = f"{self.name}: {outline.title}"
        frame = {"size": size.value, "heading": str(self.name), "foot": outline.title}
        return printed(self.template, {**frame, **self.words(outline)}, title=title)
