"""Our own taxonomies in the words of the standard: interests, kinds of asset, and access. Their ids never change."""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from connecting_people.community.rules import Access, Kind
from connecting_people.community.standard import Document
from connecting_people.guide.interests import INTEREST_FAMILIES, INTERESTS
from connecting_people.guide.words import StrOrPromise

_SPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, "https://connectingpeople.net/taxonomies")
KINDS: Final[dict[Kind, StrOrPromise]] = {
    Kind.SERVICE: _("Service"),
    Kind.ACTIVITY: _("Activity"),
    Kind.GROUP: _("Group"),
    Kind.PLACE: _("Place"),
    Kind.ONLINE: _("Online community"),
    Kind.INTEREST: _("Community of interest"),
}
ACCESS: Final[dict[Access, StrOrPromise]] = {
    Access.STEP_FREE: _("Step-free all the way"),
    Access.ACCESSIBLE_TOILET: _("Accessible toilet"),
    Access.HEARING_LOOP: _("Hearing loop"),
    Access.QUIET: _("Quiet, or has a quiet corner"),
    Access.SEATING: _("Somewhere to sit down"),
    Access.PARKING: _("Parking close by"),
    Access.BUS: _("A bus stops close by"),
    Access.COMPANION: _("Bring somebody along for free"),
    Access.ASSISTANCE_DOGS: _("Assistance dogs welcome"),
    Access.LARGE_PRINT: _("Large print or easy read"),
    Access.SIGN_LANGUAGE: _("British Sign Language"),
}


@dataclass(frozen=True)
class Ours:
    """One of our taxonomies: its name in the feed, what it is for, and its terms by id of the guide or rules."""

    key: str
    name: str
    description: str
    terms: dict[str, StrOrPromise]

    @property
    def id(self) -> uuid.UUID:
        """Return its id in the feed."""
        return uuid.uuid5(_SPACE, self.key)


@cache
def taxonomies() -> dict[str, Ours]:
    """Return our taxonomies by key."""
    found = (
        Ours(
            "interests",
            "Interests",
            "What people like to do, as chosen from a list.",
            {one.id: one.name for one in INTERESTS.values()},
        ),
        Ours(
            "kinds", "Kinds of community asset", "Whether it is a service, an activity, a place and so on.", _of(KINDS)
        ),
        Ours("access", "Access", "What makes a place one that somebody can use.", _of(ACCESS)),
    )
    return {one.key: one for one in found}


def term_id(key: str, term: str) -> uuid.UUID:
    """Return a term's id in the feed."""
    return uuid.uuid5(_SPACE, f"{key}/{term}")


def term_document(key: str, term: str) -> Document:
    """Return one of our terms as the standard's taxonomy_term."""
    ours = taxonomies()[key]
    name = _english(ours.terms[term])
    return {
        "id": str(term_id(key, term)),
        "name": name,
        "description": f"{ours.name}: {name}",
        "taxonomy": ours.name,
        "taxonomy_id": str(ours.id),
        "term": term,
    }


def taxonomy_document(key: str) -> Document:
    """Return one of our taxonomies as the standard's taxonomy, without its terms."""
    ours = taxonomies()[key]
    return {"id": str(ours.id), "name": ours.name, "description": ours.description, "version": "1"}


@cache
def said_of(key: str, term: str) -> tuple[str, ...]:
    """Return the words for one of our terms, and for the family of an interest, in every language of the pages."""
    names = [taxonomies()[key].terms[term]]
    if key == "interests":
        names += [family.name for family in INTEREST_FAMILIES if term in {one.id for one in family.interests}]
    said = []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            said += [str(name) for name in names]
    return tuple(dict.fromkeys(said))


def attributes(owner: uuid.UUID, key: str, terms: Iterable[str]) -> list[Document]:
    """Return the attributes that say that an entity has these terms, each with the same id every time."""
    return [
        {
            "id": str(uuid.uuid5(owner, f"{key}/{term}")),
            "link_id": str(owner),
            "taxonomy_term_id": str(term_id(key, term)),
            "taxonomy_term": term_document(key, term),
        }
        for term in terms
    ]


def terms_in(document: Document, key: str) -> Iterator[str]:
    """Yield the terms of one of our taxonomies that an entity has."""
    known = _known(key)
    for attribute in document.get("attributes") or []:
        found = known.get(_term_id_of(attribute))
        if found:
            yield found


def without(document: Document, key: str) -> list[Document]:
    """Return the attributes of an entity that are not of one of our taxonomies."""
    known = _known(key)
    return [one for one in document.get("attributes") or [] if _term_id_of(one) not in known]


def is_ours(id: str) -> bool:
    """Say whether an id is that of one of our taxonomies or terms."""
    return id.lower() in _ours()


@cache
def _ours() -> frozenset[str]:
    return frozenset(each for key, one in taxonomies().items() for each in (str(one.id), *_known(key)))


@cache
def _known(key: str) -> dict[str, str]:
    return {str(term_id(key, term)): term for term in taxonomies()[key].terms}


def _term_id_of(attribute: Any) -> str:
    term = attribute.get("taxonomy_term") or {}
    return str(attribute.get("taxonomy_term_id") or term.get("id") or "").lower()


def _of(words: "dict[Any, StrOrPromise]") -> dict[str, StrOrPromise]:
    return {str(key.value): name for key, name in words.items()}


def _english(words: StrOrPromise) -> str:
    # The feed is read by programs: it says the same in every language of the pages.
    with translation.override("en-gb"):
        return str(words)
