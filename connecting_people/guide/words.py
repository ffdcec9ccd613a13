"""How the model's sentences are held: translatable, each with an id that outlives its wording."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from django.utils.functional import Promise

StrOrPromise: TypeAlias = str | Promise


class Side(StrEnum):
    """Whose part of the model something is."""

    SERVICE_USER = "service_user"
    PRACTITIONER = "practitioner"
    BOTH = "both"
    AGENCY = "agency"


@dataclass(frozen=True)
class Prompt:
    """A question to talk about, with an id by which it can be skipped, reworded or replaced."""

    id: str
    text: StrOrPromise


@dataclass(frozen=True)
class Idea:
    """A named part of the model with a sentence or two that explain it."""

    id: str
    name: StrOrPromise
    explanation: StrOrPromise
