"""An entry of the invented directory in the words of the standard, read from its block; the ids never change."""

import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from connecting_people.community.demo.blocks import Block, wrong
from connecting_people.community.demo.ground import Ground, Venue, access_of, degrees, venue
from connecting_people.community.demo.hours import Hours, hours
from connecting_people.community.entry import OURS
from connecting_people.community.rules import Kind, Status
from connecting_people.community.standard import Document
from connecting_people.community.terms import attributes
from connecting_people.guide.interests import INTERESTS

_FACTS: Final = {"at", "when", "cost", "likes", "access", "for", "ages", "speaks", "funding", "inside"}
_REACH: Final = {"ring", "mail", "link", "kept", "meets", "where", "bring"}
_TIMES: Final = {"begins", "ends", "status", "alert", "written"}
ENTRY_FIELDS: Final = frozenset(_FACTS | _REACH | _TIMES)
ORGANISATION_FIELDS: Final = frozenset({"mail", "link", "for", "funding", "challenges"})
_SPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, "https://connectingpeople.example.org/demo")
_AMOUNT: Final = re.compile(r"(free|£(?P<pounds>\d+(?:\.\d\d)?)|(?P<pence>\d+)p)(?:,? (?P<words>.+))?")
_AGES: Final = re.compile(r"(?P<least>\d+)?(?P<sign>[-+])(?P<most>\d+)?")
_CODES: Final = {
    "English": "en",
    "Welsh": "cy",
    "Polish": "pl",
    "Romanian": "ro",
    "British Sign Language": "bfi",
    "Urdu": "ur",
    "Punjabi": "pa",
    "Bengali": "bn",
    "Arabic": "ar",
    "Persian": "fa",
    "Ukrainian": "uk",
    "Yoruba": "yo",
    "Somali": "so",
    "Portuguese": "pt",
    "Cantonese": "yue",
    "German": "de",
    "Turkish": "tr",
    "Tigrinya": "ti",
    "Jamaican Patois": "jam",
    "Gujarati": "gu",
}


def standard_id(agency: str, name: str) -> uuid.UUID:
    """Return the id that a thing of an agency has in the feed."""
    return uuid.uuid5(_SPACE, f"{agency}/{name}")


@dataclass(frozen=True)
class Writer:
    """What a document is made with: whose directory, the ground, the day of writing and the day that is now."""

    agency: str
    ground: Ground
    on: date
    today: date

    def day(self, text: str) -> date:
        """Return the day `+9` after the writing, or `today+9` of the play."""
        from_today = text.startswith("today")
        return (self.today if from_today else self.on) + timedelta(days=int(text.removeprefix("today")))

    def entry(self, block: Block) -> Document:
        """Return an asset's document."""
        id = standard_id(self.agency, block.name)
        times = list(hours(block, self.day, self.today))
        document: Document = {
            "id": str(id),
            "name": block.name,
            "description": block.words,
            "status": self._status(block),
            "assured_date": self.on.isoformat(),
            **_contact_points(block),
            **_ages(block),
            "attributes": list(self._attributes(id, block)),
            "schedules": _numbered(id, "schedules", [one.schedule for one in times if not one.place]),
            "service_at_locations": list(self._places(id, block, times)),
            "languages": _numbered(id, "languages", list(_languages(block))),
            "cost_options": _numbered(id, "cost_options", list(_costs(block))),
            "contacts": list(_contacts(id, block)),
            "phones": _phones(id, block) if not block.get("ring").partition(" ")[2] else [],
            "funding": _numbered(id, "funding", [{"source": one} for one in block.items("funding", ";")]),
            OURS: self._ours(block),
        }
        return {name: value for name, value in document.items() if value not in ("", [], {})}

    def organisation(self, block: Block) -> Document:
        """Return an organisation's document."""
        id = standard_id(self.agency, f"organisation {block.name}")
        own = {"eligibility": block.get("for")} | {name: block.get(name) for name in ("funding", "challenges")}
        document: Document = {
            "id": str(id),
            "name": block.name,
            "description": block.words,
            "website": _link(block),
            "email": _mail(block),
            OURS: {name: words for name, words in own.items() if words},
        }
        return {name: value for name, value in document.items() if value not in ("", {})}

    def _status(self, block: Block) -> str:
        try:
            return Status(block.get("status") or "active").value
        except ValueError as problem:
            raise wrong(block.where, f"{problem}.") from None

    def _ours(self, block: Block) -> Document:
        days = {name: self.day(block.get(name)).isoformat() for name in ("begins", "ends") if block.get(name)}
        facilities = " ".join(dict.fromkeys(one.facilities for one in self._venues(block).values() if one.facilities))
        visit = {name: block.get(name) for name in ("meets", "where", "bring")} | {"facilities": facilities}
        said = {
            "eligibility": block.get("for"),
            "first_visit": {name: words for name, words in visit.items() if words},
            "inside_services": block.get("inside") == "yes",
        }
        return days | {name: value for name, value in said.items() if value}

    def _attributes(self, id: uuid.UUID, block: Block) -> Iterator[Document]:
        likes = block.items("likes")
        if block.part(1) not in list(Kind) or not set(likes) <= set(INTERESTS):
            unknown = sorted({*likes} - set(INTERESTS)) or [block.part(1)]
            raise wrong(block.where, f"{', '.join(unknown)} is no kind or interest of the list.")
        yield from attributes(id, "kinds", [block.part(1)])
        yield from attributes(id, "interests", likes)
        access = access_of(block.items("access"), block.where)
        yield from attributes(id, "access", [one.value for one in access])

    def _venues(self, block: Block) -> dict[str, Venue]:
        found = {}
        for text in block.items("at", ";"):
            if "|" in text:
                found[text] = venue(tuple(one.strip() for one in text.split("|")), block.where)
            elif text in self.ground.venues:
                found[text] = self.ground.venues[text]
            else:
                raise wrong(block.where, f"no place is called {text!r}.")
        return found

    def _places(self, id: uuid.UUID, block: Block, times: list[Hours]) -> Iterator[Document]:
        venues = self._venues(block)
        if strange := {one.place for one in times} - {"", *venues}:
            raise wrong(block.where, f"{', '.join(strange)} is not one of its places.")
        for key, one in venues.items():
            here = uuid.uuid5(id, key)
            held = _numbered(here, "schedules", [time.schedule for time in times if time.place == key])
            place: Document = {"id": str(here), "location": self._location(one)}
            yield place | ({"schedules": held} if held else {})

    def _location(self, one: Venue) -> Document:
        id = standard_id(self.agency, f"location {one.name} {one.street}")
        latitude, longitude = degrees(one.spot)
        address = {
            "id": str(uuid.uuid5(id, "address")),
            "address_1": one.street,
            "city": self.ground.town_at(self.agency, one.spot),
            "state_province": "Tarrowshire",
            "postal_code": self.ground.postcode_at(one.spot),
            "country": "GB",
            "address_type": "physical",
        }
        return {
            "id": str(id),
            "location_type": "physical",
            "name": one.name,
            "latitude": latitude,
            "longitude": longitude,
            "addresses": [address],
            "attributes": attributes(id, "access", [each.value for each in one.access]),
        }


def _contact_points(block: Block) -> dict[str, str]:
    # What is no price, such as "companion free", is said in words.
    words = "; ".join(text[:1].upper() + text[1:] for text in block.items("cost", ";") if not _AMOUNT.fullmatch(text))
    return {"url": _link(block), "email": _mail(block), "fees": words, "alert": block.get("alert")}


def _link(block: Block) -> str:
    return f"https://{block.get('link')}.example.org" if block.get("link") else ""


def _mail(block: Block) -> str:
    return f"{block.get('mail')}@example.org" if block.get("mail") else ""


def _ages(block: Block) -> dict[str, int]:
    text = block.get("ages")
    found = _AGES.fullmatch(text) if text else None
    if text and found is None:
        raise wrong(block.where, f"{text!r} are no ages: 18+, 8-12 or -16.")
    named = {"minimum_age": found["least"], "maximum_age": found["most"]} if found else {}
    return {name: int(value) for name, value in named.items() if value}


def _languages(block: Block) -> Iterator[Document]:
    for name in block.items("speaks"):
        if name not in _CODES:
            raise wrong(block.where, f"{name!r} is no language of the list.")
        yield {"name": name, "code": _CODES[name]}


def _costs(block: Block) -> Iterator[Document]:
    for text in block.items("cost", ";"):
        found = _AMOUNT.fullmatch(text)
        if found:
            amount = int(found["pence"]) / 100 if found["pence"] else float(found["pounds"] or 0)
            yield {"amount": amount} | ({"amount_description": found["words"]} if found["words"] else {})


def _contacts(id: uuid.UUID, block: Block) -> Iterator[Document]:
    name = block.get("ring").partition(" ")[2]
    if name:
        yield {"id": str(uuid.uuid5(id, "contact")), "name": name, "phones": _phones(id, block)}


def _phones(id: uuid.UUID, block: Block) -> list[Document]:
    number = block.get("ring").partition(" ")[0]
    if not number:
        return []
    if not re.fullmatch(r"\d{3}", number):
        # 01632 960000 to 960999 are given to nobody: they are kept for stories.
        raise wrong(block.where, f"{number!r} is no phone number here: three figures, and perhaps who answers.")
    return [{"id": str(uuid.uuid5(id, "phone")), "number": f"01632 960{number}"}]


def _numbered(id: uuid.UUID, name: str, parts: list[Mapping[str, Any]]) -> list[Document]:
    return [{"id": str(uuid.uuid5(id, f"{name}/{number}")), **part} for number, part in enumerate(parts)]
