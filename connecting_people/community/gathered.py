"""What files held, sorted: services, who runs them, taxonomies and terms, each one once, whatever page it stood on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.translation import gettext as _

from connecting_people.community.refusals import MOST_SERVICES, TOO_MUCH, Patience, Problem, stays_out
from connecting_people.community.standard import ENTITIES, UUID_, Document, faults, fits
from connecting_people.community.terms import is_ours

_KINDS: Final = ("service", "organization", "taxonomy", "taxonomy_term")
# Lists do the feed no harm that has a term without words: it is told and kept.
_MILD: Final = frozenset({"taxonomy", "taxonomy_term"})


@dataclass(frozen=True)
class Where:
    """Where something stood that was brought."""

    file: str
    place: str


@dataclass
class Gathered:
    """What was brought. `whole` says that nothing of the source is missing, so that what is not there has gone."""

    services: dict[str, Document] = field(default_factory=dict)
    organisations: dict[str, Document] = field(default_factory=dict)
    taxonomies: dict[str, Document] = field(default_factory=dict)
    terms: dict[str, Document] = field(default_factory=dict)
    told: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    whole: bool = True
    places: dict[str, Where] = field(default_factory=dict)

    def tell(self, where: Where, reason: str, name: str = "") -> None:
        """Note something to know that does not stand in the way."""
        self.told.append(Problem(where.file, reason, where.place, name))

    def stop(self, where: Where, reason: str, name: str = "") -> None:
        """Note something that stands in the way."""
        self.problems.append(Problem(where.file, reason, where.place, name))

    def add(self, entity: str, document: Any, where: Where) -> None:
        """Take in one object of the standard, by what it is."""
        if not isinstance(document, dict):
            self.stop(where, _("This should be a group of named fields."))
        elif entity == "service":
            self._service(dict(document), where)
        elif entity == "service_at_location":
            self._place(dict(document), where)
        elif entity == "organization":
            self._organisation(dict(document), where)
        else:
            self._listed(entity, dict(document), where)

    def _service(self, document: Document, where: Where) -> str | None:
        runs = document.pop("organization", None)
        if isinstance(runs, dict):
            self._organisation(dict(runs), where)
            document["organization_id"] = runs.get("id")
        if len(self.services) >= MOST_SERVICES:
            raise stays_out(where.file, TOO_MUCH, where.place)
        return self._put(self.services, document, where)

    def _place(self, document: Document, where: Where) -> None:
        runs = document.pop("service", None)
        service = dict(runs) if isinstance(runs, dict) else {"id": document.get("service_id")}
        if not isinstance(runs, dict) and service["id"] not in self.services:
            self.tell(where, _("This place belongs to no service that is here."), "service")
            return
        self._service(service | {"service_at_locations": [document]}, where)

    def _organisation(self, document: Document, where: Where) -> None:
        services = document.pop("services", None)
        self._put(self.organisations, document, where)
        for one in services if isinstance(services, list) else ():
            if isinstance(one, dict):
                self._service({**one, "organization_id": document.get("id")}, where)

    def _listed(self, entity: str, document: Document, where: Where) -> None:
        terms = document.pop("taxonomy_terms", None) if entity == "taxonomy" else None
        detail = document.pop("taxonomy_detail", None)
        if isinstance(detail, dict):
            self._listed("taxonomy", dict(detail), where)
        if not fits(document.get("id"), UUID_):
            self.tell(where, _("This is left out: it has no id in the form of a UUID."), "id")
            return
        if is_ours(document["id"]):
            return
        self._put(self.taxonomies if entity == "taxonomy" else self.terms, document, where)
        for one in terms if isinstance(terms, list) else ():
            if isinstance(one, dict):
                self._listed("taxonomy_term", {"taxonomy_id": document["id"], **one}, where)

    def _put(self, among: dict[str, Document], document: Document, where: Where) -> str | None:
        id = document.get("id")
        if not fits(id, UUID_):
            self.stop(where, _("This should be an id in the form of a UUID."), "id")
            return None
        key = str(id).lower()
        if key in among:
            differs = clash(among[key], document)
            if differs:
                self.tell(where, _("This stands twice and differs: what came later counts."), differs)
            document = merged(among[key], document)
        among[key] = document
        self.places.setdefault(key, where)
        return key

    def judge(self, patience: Patience) -> None:
        """Find what is wrong with what was brought, and gather the terms that services and organisations have."""
        for key, document in [*self.services.items(), *self.organisations.items()]:
            for term in _terms_in(document):
                self._listed("taxonomy_term", dict(term), self.places[key])
        of = (self.services, self.organisations, self.taxonomies, self.terms)
        for entity, among in zip(_KINDS, of, strict=True):
            for key, document in among.items():
                patience.check(self.places[key].file)
                for fault in faults(document, entity):
                    note = self.stop if fault.stops and entity not in _MILD else self.tell
                    note(self.places[key], str(fault.reason), fault.path)


def clash(old: Document, new: Document) -> str:
    """Return the first plain field in which two of the same id differ, or nothing."""
    plain = (name for name in new if name in old and not isinstance(new[name], list | dict))
    return next((name for name in plain if new[name] not in (None, "") and old[name] != new[name]), "")


def merged(old: Document, new: Document) -> Document:
    """Put two accounts of one thing together: pages say less of it than its own page does."""
    found = dict(old)
    for name, value in new.items():
        before = found.get(name)
        if isinstance(before, dict) and isinstance(value, dict):
            found[name] = merged(before, value)
        elif isinstance(before, list) and isinstance(value, list):
            found[name] = _joined(before, value)
        elif value not in (None, "") or name not in found:
            found[name] = value
    return found


def _joined(old: list[Any], new: list[Any]) -> list[Any]:
    found = list(old)
    at = {one["id"]: place for place, one in enumerate(old) if isinstance(one, dict) and isinstance(one.get("id"), str)}
    for one in new:
        place = at.get(one["id"]) if isinstance(one, dict) and isinstance(one.get("id"), str) else None
        if place is not None:
            found[place] = merged(found[place], one)
        elif one not in found:
            found.append(one)
    return found


def _terms_in(value: Any, depth: int = 0) -> Iterator[Document]:
    """Yield the terms of an entity and of the parts in it that the standard names."""
    if isinstance(value, list):
        for one in value:
            yield from _terms_in(one, depth)
    elif isinstance(value, dict) and depth < 6:
        if isinstance(value.get("taxonomy_term"), dict):
            yield value["taxonomy_term"]
        for name in _PARTS & value.keys():
            yield from _terms_in(value[name], depth + 1)


_PARTS: Final = frozenset(
    name for entity in ENTITIES.values() for name in (*entity.lists, *entity.parts) if name != "taxonomy_term"
)
