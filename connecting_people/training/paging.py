"""A long list of this room, page by page."""

from dataclasses import dataclass
from typing import Any, Final, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

Row = TypeVar("Row", bound=Model)
A_PAGE: Final = 40


@dataclass(frozen=True)
class Pager:
    """The ways to the page before and the page after; nothing where all is on one page."""

    before: str = ""
    after: str = ""
    says: str = ""


def paged(request: HttpRequest, rows: "QuerySet[Row, Any]", many: int = A_PAGE) -> tuple[list[Row], Pager]:
    """Return the rows of the page that the address asks for, and the ways to the others: two queries."""
    last = max(1, -(-rows.count() // many))
    asked = request.GET.get("page", "")
    number = min(max(int(asked), 1), last) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
    found = list(rows[(number - 1) * many : number * many])
    if last == 1:
        return found, Pager()
    return found, Pager(
        f"?page={number - 1}" if number > 1 else "",
        f"?page={number + 1}" if number < last else "",
        _("Page %(number)s of %(last)s") % {"number": number, "last": last},
    )
