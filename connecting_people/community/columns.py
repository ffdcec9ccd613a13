"""The columns of a plain table of a directory: what each may be called, and how a line of it becomes an entry.

The same columns go out, so that a table taken out here can be changed in a spreadsheet and brought in again.
"""

import re
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from connecting_people.community.entry import DAYS
from connecting_people.community.rules import Access, Kind
from connecting_people.community.standard import Document
from connecting_people.community.terms import ACCESS, KINDS, attributes, without
from connecting_people.guide.interests import INTERESTS
from connecting_people.guide.words import StrOrPromise

NAME: Final = "name"
COLUMNS: Final[Mapping[str, StrOrPromise]] = {
    NAME: _("Name"),
    "description": _("Description"),
    "kind": _("Kind"),
    "organisation": _("Organisation"),
    "address": _("Address"),
    "postcode": _("Postcode"),
    "day": _("Day"),
    "time": _("Time"),
    "cost": _("Cost"),
    "phone": _("Phone"),
    "email": _("E-mail"),
    "link": _("Link"),
    "interests": _("Interests"),
    "access": _("Access"),
}
# In the files themselves the columns are called the same in every language.
HEADINGS: Final = {
    "name": "Name", "description": "Description", "kind": "Kind", "organisation": "Organisation",
    "address": "Address", "postcode": "Postcode", "day": "Day", "time": "Time", "cost": "Cost", "phone": "Phone",
    "email": "E-mail", "link": "Link", "interests": "Interests", "access": "Access",
}  # fmt: skip
_ALSO: Final[Mapping[str, str]] = {
    "name": "title activity group service servicename groupname activityname what",
    "description": "about details summary notes whatwedo",
    "kind": "type category assettype",
    "organisation": "organization organiser organizer provider runby charity organisationname organizationname",
    "address": "venue location where place street addressline1 address1",
    "postcode": "postalcode zip zipcode post code",
    "day": "days weekday when dayofweek dayoftheweek",
    "time": "times hours openinghours starttime openingtimes",
    "cost": "price fee fees charge costs howmuch",
    "phone": "telephone tel phonenumber telephonenumber mobile contactnumber",
    "email": "emailaddress mail contactemail",
    "link": "website url web webaddress webpage site",
    "interests": "interest tags topics theme themes activities",
    "access": "accessibility accessible accessneeds facilities",
}
_DAY_NAMES: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CLOCK: Final = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", re.IGNORECASE)
_MONEY: Final = re.compile(r"£?\s*(\d{1,4}(?:\.\d{1,2})?)")
NOT_SAID: Final = "Not said"


def guessed(header: Sequence[str]) -> dict[str, str]:
    """Return which heading stands for which of our columns, as far as it can be seen from the words."""
    found: dict[str, str] = {}
    for column in COLUMNS:
        names = [_bare(HEADINGS[column]), *_ALSO[column].split()]
        near = [heading for name in names for heading in header if _bare(heading) == name]
        heading = next((one for one in near if one not in found.values()), None)
        if heading is not None:
            found[column] = heading
    return found


def _bare(words: str) -> str:
    return re.sub(r"[^a-z0-9]", "", words.casefold())


def facts_of(row: Mapping[str, str], mapping: Mapping[str, str]) -> dict[str, str]:
    """Return what one line says, by our columns."""
    found = {column: " ".join(row.get(heading, "").split()) for column, heading in mapping.items()}
    return {column: text for column, text in found.items() if text}


def unknown_words(facts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the column and the word of what a line says that is on none of our lists."""
    for column, known in (("kind", _KINDS), ("interests", _INTERESTS), ("access", _ACCESS)):
        for word in _words(facts.get(column, "")):
            if _bare(word) not in known:
                yield column, word
    if facts.get("day") and not days_in(facts["day"]):
        yield "day", facts["day"]


def put_in(facts: Mapping[str, str], document: Document) -> Document:
    """Return an entry's document with what a line of a table says in it; what the line does not say stays."""
    owner = uuid.UUID(document["id"])
    said: Document = {"status": "active", **document, **_plainly(facts, document)}
    if "phone" in facts:
        said["phones"] = _begun(document, "phones", owner, {"number": facts["phone"]})
    if "cost" in facts:
        said |= _cost(facts["cost"], document, owner)
    if {"day", "time"} & facts.keys():
        said["schedules"] = _begun(document, "schedules", owner, _times(facts, document))
    if {"address", "postcode"} & facts.keys():
        said["service_at_locations"] = _begun(document, "service_at_locations", owner, _place(facts, document, owner))
    for column, (key, known) in _LISTED.items():
        words = (_bare(word) for word in _words(facts.get(column, "")))
        said = _with_terms(said, owner, key, [known[word] for word in words if word in known])
    return said


def _plainly(facts: Mapping[str, str], document: Document) -> Document:
    said = {name: _kept(document.get(name), facts[name]) for name in (NAME, "description", "email") if name in facts}
    if "link" in facts:
        said["url"] = facts["link"] if "://" in facts["link"] else f"https://{facts['link']}"
    return said


def _kept(before: Any, now: str) -> Any:
    """Keep what is there when it says the same: a cell of a table holds one line."""
    return before if isinstance(before, str) and " ".join(before.split()) == now else now


def _begun(document: Document, name: str, owner: uuid.UUID, first: Document) -> list[Any]:
    """Change the first of a list, and keep the others: a line of a table tells of one."""
    here = document.get(name) or [{"id": str(uuid.uuid5(owner, name))}]
    return [here[0] | first, *here[1:]]


def _with_terms(document: Document, owner: uuid.UUID, key: str, terms: Sequence[str]) -> Document:
    if not terms:
        return document
    return document | {"attributes": [*without(document, key), *attributes(owner, key, dict.fromkeys(terms))]}


def _cost(words: str, document: Document, owner: uuid.UUID) -> Document:
    money = _MONEY.fullmatch(words)
    free = words.casefold().startswith("free")
    if document.get("fees") == words:
        return {}
    if not money and not free:
        return {"fees": words, "cost_options": []}
    amount = float(money.group(1)) if money else 0.0
    whole = int(amount) if amount.is_integer() else amount
    return {"cost_options": _begun(document, "cost_options", owner, {"amount": whole})}


def _times(facts: Mapping[str, str], document: Document) -> Document:
    before = (document.get("schedules") or [{}])[0]
    said: Document = {"freq": before.get("freq", "WEEKLY")}
    days, times = days_in(facts.get("day", "")), times_in(facts.get("time", ""))
    # A second Tuesday of the month reads as Tuesday here: it stays what it is unless the day is another.
    if days and days != days_in(str(before.get("byday", ""))):
        said |= {"byday": ",".join(days), "freq": "WEEKLY"}
    for name, time in zip(("opens_at", "closes_at"), times, strict=False):
        if not str(before.get(name, "")).startswith(time):
            said[name] = time
    unread = [facts[name] for name, read in (("day", days), ("time", times)) if name in facts and not read]
    return said | ({"description": ", ".join(unread)} if unread else {})


def _place(facts: Mapping[str, str], document: Document, owner: uuid.UUID) -> Document:
    inner = uuid.uuid5(owner, "location")
    here = (document.get("service_at_locations") or [{}])[0].get("location")
    location = dict(here or {"id": str(inner), "location_type": "physical"})
    addresses = location.get("addresses") or [{"id": str(uuid.uuid5(inner, "address"))}]
    address = {"country": "GB", "address_type": "physical", "city": NOT_SAID, "state_province": NOT_SAID}
    address |= {"address_1": facts[NAME], "postal_code": NOT_SAID} | addresses[0]
    address |= _lines_of([part.strip() for part in facts.get("address", "").split(",") if part.strip()])
    if "postcode" in facts and _bare(facts["postcode"]) != _bare(address["postal_code"]):
        address["postal_code"] = facts["postcode"].upper()
    return {"location": location | {"addresses": [address, *addresses[1:]]}}


def _lines_of(parts: Sequence[str]) -> Document:
    """Read an address as people write it: the street, then the town, then perhaps the county."""
    if len(parts) > 2:
        return {"address_1": ", ".join(parts[:-2]), "city": parts[-2], "state_province": parts[-1]}
    return dict(zip(("address_1", "city"), parts, strict=False))


def days_in(words: str) -> list[str]:
    """Return the days of the week that words name, in the standard's letters."""
    named = {word[:3] for word in re.findall(r"[a-z]+", words.casefold())}
    short = {code[-2:] for code in re.findall(r"-?\d*[A-Z]{2}\b", words)}
    return [day for day, name in zip(DAYS, _DAY_NAMES, strict=True) if name[:3] in named or day in short]


def times_in(words: str) -> list[str]:
    """Return from when and until when, as far as words say; "2 to 4pm" is both in the afternoon."""
    found = [(int(hour), int(minute or 0), half.lower()) for hour, minute, half in _CLOCK.findall(words)][:2]
    last = found[-1][2] if found else ""
    times = []
    for hour, minute, half in found:
        after_noon = (half or last) == "pm" and hour < 12 and not (not half and hour > found[-1][0] != 12)
        hour += 12 if after_noon else 0
        hour = 0 if half == "am" and hour == 12 else hour
        if hour > 23 or minute > 59:
            return []
        times.append(f"{hour:02}:{minute:02}")
    return times


def _words(text: str) -> list[str]:
    return [word.strip() for word in re.split(r"[;,|]", text) if word.strip()]


def _known(pairs: Iterable[tuple[str, Any]]) -> dict[str, str]:
    return {_bare(each): id for id, name in pairs for each in (id, str(name))}


_KINDS: Final = _known((kind.value, KINDS[kind]) for kind in Kind)
_ACCESS: Final = _known((access.value, ACCESS[access]) for access in Access)
_INTERESTS: Final = _known((one.id, one.name) for one in INTERESTS.values())
_LISTED: Final = {"kind": ("kinds", _KINDS), "interests": ("interests", _INTERESTS), "access": ("access", _ACCESS)}
