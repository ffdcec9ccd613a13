"""The whole directory to take away: as a table for people, and as it is kept for programs."""

import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from connecting_people.community.columns import HEADINGS, NOT_SAID, days_in
from connecting_people.community.models import Asset
from connecting_people.community.standard import Document
from connecting_people.community.terms import term_document, terms_in
from connecting_people.core.cells import written

_DAYS: Final = {
    "MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday", "FR": "Friday", "SA": "Saturday",
    "SU": "Sunday",
}  # fmt: skip
_WIDTHS: Final = {"name": 30, "description": 60, "address": 40}


@dataclass(frozen=True)
class Copy:
    """One file to send."""

    name: str
    media: str
    content: bytes


def table(assets: Iterable[Asset], *, for_excel: bool = False) -> Copy:
    """Return the directory as CSV."""
    content = written(list(HEADINGS.values()), map(row_of, assets), for_excel=for_excel)
    return Copy("directory.csv", "text/csv; charset=utf-8", content)


def workbook(assets: Iterable[Asset]) -> Copy:
    """Return the directory as an Excel file, in which text is text, whatever it begins with."""
    from xlsxwriter import Workbook  # here, since no other page needs it

    out = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with Workbook(out, plain) as book:
        sheet = book.add_worksheet("Directory")
        sheet.freeze_panes(1, 1)
        for place, (column, heading) in enumerate(HEADINGS.items()):
            sheet.set_column(place, place, _WIDTHS.get(column, 18))
            sheet.write_string(0, place, heading, book.add_format({"bold": True}))
        for line, asset in enumerate(assets, 1):
            for place, cell in enumerate(row_of(asset)):
                sheet.write_string(line, place, cell[:_MOST_IN_A_CELL])
    media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return Copy("directory.xlsx", media, out.getvalue())


_MOST_IN_A_CELL: Final = 32_767


def documents(assets: Iterable[Asset]) -> Copy:
    """Return every entry whole, with what is ours alone, as services of the standard."""
    found = [
        asset.document | ({"organization": asset.organisation.document} if asset.organisation else {})
        for asset in assets
    ]
    return Copy("services.json", "application/json", json.dumps(found, ensure_ascii=False, indent=1).encode())


def row_of(asset: Asset) -> list[str]:
    """Return the cells of one entry, in the order of the columns that can be brought in again."""
    said = asset.document
    times = _first(said, "schedules")
    clock = [str(times.get(name, ""))[:5] for name in ("opens_at", "closes_at")]
    cells = {
        "name": said.get("name"),
        "description": said.get("description"),
        "kind": _terms(said, "kinds"),
        "organisation": asset.organisation.name if asset.organisation else "",
        "address": ", ".join(_address(said)),
        "postcode": _spoken(_location_address(said).get("postal_code")),
        "day": ", ".join(_DAYS[day] for day in days_in(str(times.get("byday", "")))),
        "time": "–".join(one for one in clock if one),
        "cost": _cost(said),
        "phone": _first(said, "phones").get("number"),
        "email": said.get("email"),
        "link": said.get("url"),
        "interests": _terms(said, "interests"),
        "access": _terms(said, "access"),
    }
    return [str(cells[column] or "") for column in HEADINGS]


def _terms(document: Document, key: str) -> str:
    return "; ".join(str(term_document(key, term)["name"]) for term in terms_in(document, key))


def _first(document: Document, name: str) -> Document:
    found = document.get(name)
    return found[0] if isinstance(found, list) and found and isinstance(found[0], dict) else {}


def _location_address(document: Document) -> Document:
    return _first(_first(document, "service_at_locations").get("location") or {}, "addresses")


def _address(document: Document) -> Iterator[str]:
    address = _location_address(document)
    for name in ("address_1", "city", "state_province"):
        if _spoken(address.get(name)):
            yield str(address[name])


def _spoken(value: object) -> str:
    return str(value) if value and value != NOT_SAID else ""


def _cost(document: Document) -> str:
    amount = _first(document, "cost_options").get("amount")
    if isinstance(amount, int | float):
        return f"{amount:g}" if amount else "Free"
    return str(document.get("fees") or "")
