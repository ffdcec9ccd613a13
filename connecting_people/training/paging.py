"""A long list of this room, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

Row = TypeVar("Row", bound=Model)
T = TypeVar("T")
A_PAGE: Final = 40


@dataclass(frozen=True)
class Pager:
    """The ways to the page before and the page after; nothing where all is on one page."""

    before: str = ""
    after: str = ""
    says: str = ""


def paged(request: HttpRequest, rows: "QuerySet[Row, Any]", many: int = A_PAGE) -> tuple[list[Row], Pager]:
    """Return the rows of the page that the address asks for, and the ways to the others: two queries."""
    begin, pager = _asked_for(request, rows.count(), many)
    return list(rows[begin : begin + many]), pager


def paged_list(request: HttpRequest, rows: Sequence[T], many: int = A_PAGE) -> tuple[Sequence[T], Pager]:
    """Return what of a list is on the page that the address asks for, and the ways to the others."""
    begin, pager = _asked_for(request, len(rows), many)
    return rows[begin : begin + many], pager


def _asked_for(request: HttpRequest, total: int, many: int) -> tuple[int, Pager]:
    last = max(1, -(-total // many))
    asked = request.GET.get("page", "")
    number = min(max(int(asked), 1), last) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
    if last == 1:
        return 0, Pager()
    return (number - 1) * many, Pager(
        f"?page={number - 1}" if number > 1 else "",
        f"?page={number + 1}" if number < last else "",
        _("Page %(number)s of %(last)s") % {"number": number, "last": last},
    )
