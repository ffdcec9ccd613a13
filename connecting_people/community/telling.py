"""An entry told in words, field by field: what its page shows, and what tells two versions apart."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connecting_people.community.entry import listed, locations_in, ours_in, part_in, read, schedules_in, text_of
from connecting_people.community.rules import Season, Status
from connecting_people.community.standard import DATE, NUMBER, Document, fits
from connecting_people.community.terms import ACCESS, KINDS
from connecting_people.community.times import day_in_words, joined, time_in_words
from connecting_people.guide.interests import INTERESTS
from connecting_people.guide.words import StrOrPromise

STATUSES: Final[dict[Status, StrOrPromise]] = {
    Status.ACTIVE: gettext_lazy("It goes on"),
    Status.TEMPORARILY_CLOSED: gettext_lazy("It has a break, and comes back"),
    Status.INACTIVE: gettext_lazy("It is not on at the moment"),
    Status.DEFUNCT: gettext_lazy("It has closed for good"),
}
SEASONS: Final[dict[Season, StrOrPromise]] = {
    Season.STARTING: gettext_lazy("Starting soon"),
    Season.CLOSING: gettext_lazy("Ending soon"),
    Season.PAUSED: gettext_lazy("Having a break"),
    Season.CLOSED: gettext_lazy("Closed"),
    Season.CONTINUING: gettext_lazy("Going on"),
}
FIRST_VISIT: Final[dict[str, StrOrPromise]] = {
    "meets": gettext_lazy("Who will meet you"),
    "where": gettext_lazy("Where to go when you come"),
    "facilities": gettext_lazy("What there is"),
    "bring": gettext_lazy("What to bring"),
}
ADDRESS: Final = ("attention", "address_1", "city", "state_province", "postal_code")


def money(amount: float) -> str:
    """Write an amount of pounds: "Free", "£3", "£2.50"."""
    if not amount:
        return _("Free")
    return f"£{amount:,.0f}" if float(amount).is_integer() else f"£{amount:,.2f}"


def costs_in_words(document: Document) -> list[str]:
    """Say what it costs, a line for each price, and what the entry says besides."""
    lines = [line for line in map(_price, listed(document, "cost_options")) if line]
    return [*lines, *filter(None, [text_of(document.get("fees")).strip()])]


def ages_in_words(document: Document) -> str:
    """Say for which ages it is; nothing where the entry does not say."""
    entry = read(document)
    least, most = entry.minimum_age, entry.maximum_age
    if least and most:
        return _("%(least)s to %(most)s years old") % {"least": f"{least:g}", "most": f"{most:g}"}
    if least:
        return _("%(least)s years old and over") % {"least": f"{least:g}"}
    return _("Up to %(most)s years old") % {"most": f"{most:g}"} if most else ""


def address_lines(location: Document) -> list[str]:
    """Return the lines of a place's first address, with its name above them."""
    address = next(iter(listed(location, "addresses")), {})
    lines = [text_of(location.get("name")), *(text_of(address.get(name)) for name in ADDRESS)]
    return list(dict.fromkeys(line.strip() for line in lines if line.strip()))


def season_in_words(season: Season, begins: date | None, ends: date | None) -> str:
    """Say where something stands in time, with the day where one is known; nothing for what just goes on."""
    if season == Season.STARTING and begins:
        return _("It starts on %(day)s.") % {"day": day_in_words(begins)}
    if season == Season.CLOSING and ends:
        return _("It ends on %(day)s.") % {"day": day_in_words(ends)}
    if season == Season.CLOSED:
        return _("It ended on %(day)s.") % {"day": day_in_words(ends)} if ends else _("It has closed.")
    if season == Season.PAUSED:
        return _("It is having a break. Ask before you go.")
    return ""


def told(document: Document, organisation: str) -> dict[str, str]:
    """Return an entry in words, by the name of each field; what is not said is empty."""
    entry, own = read(document), ours_in(document)
    contact = next(iter(listed(document, "contacts")), {})
    visit = part_in(own, "first_visit")
    return {
        _("Name"): entry.name,
        _("What sort of thing it is"): str(KINDS[entry.kind]),
        _("Who runs it"): organisation,
        _("What it is"): entry.description,
        _("Interests"): ", ".join(str(INTERESTS[one].name) for one in entry.interests if one in INTERESTS),
        _("When"): _lines(map(time_in_words, schedules_in(document))),
        _("Where"): "\n\n".join(filter(None, map(_place, locations_in(document)))),
        _("Cost"): _lines(costs_in_words(document)),
        _("Ages"): ages_in_words(document),
        _("Who it is for"): text_of(own.get("eligibility")),
        _("Languages"): joined(list(entry.languages)),
        _("Getting in and taking part"): ", ".join(str(ACCESS[one]) for one in ACCESS if one in entry.access),
        _("Whom to ask for"): ", ".join(filter(None, (text_of(contact.get(name)) for name in ("name", "title")))),
        _("Telephone"): _lines(_phones(document)),
        _("E-mail"): text_of(document.get("email")),
        _("On the web"): text_of(document.get("url")),
        _("Does it go on?"): str(STATUSES[entry.status]),
        _("From"): day_in_words(entry.begins) if entry.begins else "",
        _("Until"): day_in_words(entry.ends) if entry.ends else "",
        _("Good to know"): text_of(document.get("alert")),
        **{str(label): text_of(visit.get(name)) for name, label in FIRST_VISIT.items()},
    }


def differences(
    before: Document, after: Document, organisations: tuple[str, str] = ("", "")
) -> list[tuple[str, str, str]]:
    """Return what two versions say differently: the field, what it said, what it says."""
    was, now = told(before, organisations[0]), told(after, organisations[1])
    found = [(label, was[label], now[label]) for label in now if was[label] != now[label]]
    if not found and before != after:
        found.append((_("Details that the page does not show"), "", _("They were changed.")))
    return found


def phones_of(document: Document) -> Iterator[Document]:
    """Yield all telephone numbers of an asset: its own, those of its contacts and of its places."""
    yield from listed(document, "phones")
    for name in ("contacts", "service_at_locations"):
        for one in listed(document, name):
            yield from listed(one, "phones")
            for contact in listed(one, "contacts"):
                yield from listed(contact, "phones")


def _price(option: Document) -> str:
    said = [money(option["amount"])] if fits(option.get("amount"), NUMBER) else []
    said += [text_of(option.get("amount_description")).strip()]
    words = ", ".join(filter(None, said))
    for_whom = text_of(option.get("option")).strip()
    line = f"{for_whom}: {words}" if for_whom and words and for_whom != words else for_whom or words
    last = option.get("valid_to")
    return (
        f"{line} ({_('until %(day)s') % {'day': day_in_words(date.fromisoformat(last))}})" if fits(last, DATE) else line
    )


def _place(location: Document) -> str:
    point = [location.get(name) for name in ("latitude", "longitude")]
    lines = [*address_lines(location), text_of(location.get("description"))]
    return _lines([*lines, ", ".join(str(one) for one in point) if None not in point else ""])


def _phones(document: Document) -> Iterator[str]:
    for phone in phones_of(document):
        yield " – ".join(filter(None, (text_of(phone.get("number")), text_of(phone.get("description")))))


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(line for line in lines if line)
