"""What the tests of files share: feeds as others give them, and how they are brought."""

import io
import json
import uuid
import zipfile
from typing import Any

from connecting_people.community import uploads
from connecting_people.community.actions import taking_in
from connecting_people.community.models import Import
from connecting_people.community.queries.taking_in import Plan, plan_of
from connecting_people.community.refusals import NotTakenIn
from connecting_people.community.standard import Document


def uid(name: str) -> str:
    """Return the same id for the same name."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name))


def service(name: str, **fields: Any) -> Document:
    runs = {"id": uid("Council"), "name": "Council", "description": "The city council"}
    return {"id": uid(name), "name": name, "status": "active", "organization": runs, **fields}


def place(name: str, postcode: str) -> list[Document]:
    address = {
        "id": uid(f"{name} address"),
        "address_1": "1 Main Street",
        "city": "Tarrow",
        "state_province": "Tarrowshire",
    }
    address |= {"postal_code": postcode, "country": "GB", "address_type": "physical"}
    location = {"id": uid(f"{name} location"), "location_type": "physical", "addresses": [address]}
    return [{"id": uid(f"{name} place"), "location": location}]


def page(*contents: Any, number: int = 1, pages: int = 1, total: int | None = None, **said: Any) -> bytes:
    envelope = {
        "total_items": len(contents) if total is None else total,
        "total_pages": pages,
        "page_number": number,
        "size": len(contents),
        "first_page": number == 1,
        "last_page": number == pages,
        "empty": not contents,
    }
    return as_json({**envelope, **said, "contents": list(contents)})


def as_json(value: Any) -> bytes:
    return json.dumps(value).encode()


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in files.items():
            bundle.writestr(name.replace("__", "."), content)
    return out.getvalue()


def refusals(*pieces: tuple[str, bytes]) -> list[tuple[str, str, str]]:
    """Return the place, field and reason of each thing that keeps these files out."""
    try:
        uploads.read(pieces)
    except NotTakenIn as why:
        return [(one.place, one.field, one.reason) for one in why.problems]
    return []


def bring(cast: Any, *contents: Any, source: str = "Council", at: Any = None, file: str = "services.json") -> Import:
    """Bring a feed, or a file's bytes, as Ela."""
    given = contents[0] if contents and isinstance(contents[0], bytes) else page(*contents)
    found = uploads.read([(file, given)])
    return taking_in.bring(by=cast.ela, at=at or cast.at, agency=cast.agency, source=source, name=file, found=found)


def take_in(cast: Any, brought: Import, *, at: Any = None, close_gone: bool = False) -> Plan:
    mark = plan_of(brought).mark
    plan = taking_in.take_in(by=cast.ela, at=at or cast.at, brought=brought, mark=mark, close_gone=close_gone)
    brought.refresh_from_db()
    return plan
