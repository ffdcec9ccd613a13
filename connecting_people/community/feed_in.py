"""A feed of Open Referral UK that came as files: single objects, lists, and pages with their envelopes."""

import json
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any, Final

from django.utils.translation import gettext as _

from connecting_people.community.gathered import Gathered, Where
from connecting_people.community.json_in import parsed
from connecting_people.community.refusals import item
from connecting_people.community.standard import Document

# The longer name first: "service_at_locations.json" begins with "service" too.
_BY_FILE: Final = ("service_at_location", "taxonomy_term", "taxonom", "organi", "service")
_BY_FIELD: Final = (
    ("service_at_location", ("location", "service")),
    ("service", ("status", "organization", "service_at_locations", "organization_id", "schedules")),
    ("taxonomy", ("taxonomy_terms",)),
    ("taxonomy_term", ("term", "term_uri", "taxonomy", "taxonomy_id", "parent_id")),
    ("organization", ("organization_identifiers", "website", "logo", "services", "parent_organization_id")),
)
_NAMES: Final = {"taxonom": "taxonomy", "organi": "organization"}


def read_feed(pieces: Sequence[tuple[str, bytes]], into: Gathered) -> None:
    """Gather what is in JSON files; pages of one list may come in any order."""
    pages: dict[str, list[tuple[str, Document]]] = {}
    found: list[tuple[str, Any, Where]] = []
    for file, content in pieces:
        value = parsed(file, content)
        if _is_about_the_api(value):
            continue
        if isinstance(value, dict) and isinstance(value.get("contents"), list):
            pages.setdefault(_listed_kind(file, value["contents"]), []).append((file, value))
            value = value["contents"]
        many = isinstance(value, list)
        for number, one in enumerate(value if many else [value], 1):
            found.append((_kind(file, one), one, Where(file, item(number) if many else "")))
    for kind, several in pages.items():
        _check_pages(kind, several, into)
    if any(kind == "service" and not where.place for kind, _one, where in found) and "service" not in pages:
        into.whole = False  # entries that came one by one say nothing of those that did not come
    # A place that stands alone belongs to a service that may stand in a later file.
    for kind, one, where in sorted(found, key=lambda each: each[0] == "service_at_location"):
        into.add(kind, one, where)


def _is_about_the_api(value: Any) -> bool:
    return isinstance(value, dict) and {"version", "openapi_url"} <= value.keys()


def _listed_kind(file: str, contents: list[Any]) -> str:
    return _kind(file, contents[0] if contents else {})


def _kind(file: str, document: Any) -> str:
    """Say what an object is: by its file's name, else by a field that only such a thing has."""
    name = PurePosixPath(file).name.casefold()
    for begin in _BY_FILE:
        if name.startswith(begin):
            return _NAMES.get(begin, begin)
    fields = document if isinstance(document, dict) else {}
    return next((kind for kind, names in _BY_FIELD if any(one in fields for one in names)), "service")


def _check_pages(kind: str, pages: list[tuple[str, Document]], into: Gathered) -> None:
    """Tell where envelopes say other than what is there; what may be cut short ends no entry."""
    for file, page in pages:
        for name, reason in _wrong_flags(page):
            into.tell(Where(file, ""), reason, name)
    here = sum(len(page["contents"]) for _file, page in pages)
    said = {page.get("total_items") for _file, page in pages}
    asked = {page.get("total_pages") for _file, page in pages}
    file = pages[0][0]
    if said != {here}:
        words = _("The pages say %(said)s in all, and there are %(here)s.")
        counts = {"said": ", ".join(sorted(map(str, said))), "here": here}
        into.tell(Where(file, ""), words % counts, "total_items")
    if asked != {len(pages)}:
        words = _("The pages say that there are %(said)s of them, and %(here)s came.")
        counts = {"said": ", ".join(sorted(map(str, asked))), "here": len(pages)}
        into.tell(Where(file, ""), words % counts, "total_pages")
    if kind == "service" and (said != {here} or asked != {len(pages)}):
        into.whole = False


def _wrong_flags(page: Document) -> Iterator[tuple[str, str]]:
    """Yield what a page says of itself that is not so, as the standard's own checker looks at it."""
    here, number, pages = len(page["contents"]), page.get("page_number"), page.get("total_pages")
    right = {
        "size": here,
        "first_page": number == 1,
        "last_page": isinstance(number, int) and isinstance(pages, int) and number >= pages,
        "empty": not here,
    }
    for name, value in right.items():
        if page.get(name) != value:
            words = _("This says %(said)s, and %(right)s would be right.")
            yield name, words % {"said": json.dumps(page.get(name))[:40], "right": json.dumps(value)}
