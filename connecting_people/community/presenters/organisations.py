"""What the pages of organisations show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from connecting_people.community.entry import ours_in, text_of
from connecting_people.community.models import Asset, Organisation
from connecting_people.community.presenters.rows import AssetRow, rows
from connecting_people.community.standard import Document


@dataclass(frozen=True)
class OrganisationShown:
    """One organisation: what it says of itself, what the team knows of it, and what it runs."""

    organisation: Organisation
    description: str
    facts: tuple[tuple[str, str], ...]
    email: str
    website: str
    website_words: str
    assets: tuple[AssetRow, ...]


def organisation_page(organisation: Organisation, assets: Iterable[Asset], today: date) -> OrganisationShown:
    """Return the page of one organisation."""
    document = organisation.document
    website = text_of(document.get("website"))
    parts = urlsplit(website) if website.startswith(("http://", "https://")) else None
    return OrganisationShown(
        organisation,
        _description(organisation),
        tuple((label, words) for label, words in _facts(document) if words),
        text_of(document.get("email")),
        website if parts else "",
        (parts.netloc.removeprefix("www.") + parts.path.rstrip("/")) if parts else "",
        tuple(rows(assets, today)),
    )


def now_says(document: Document) -> Sequence[tuple[str, str]]:
    """Return all that an organisation's entry says now, to be set beside what somebody typed."""
    own = (
        (_("What it is called"), text_of(document.get("name"))),
        (_("What it does"), text_of(document.get("description"))),
    )
    more = ((_("E-mail"), text_of(document.get("email"))), (_("On the web"), text_of(document.get("website"))))
    return [(label, words) for label, words in (*own, *_facts(document), *more) if words]


def _facts(document: Document) -> list[tuple[str, str]]:
    own = ours_in(document)
    return [
        (_("Whom it is for"), text_of(own.get("eligibility"))),
        (_("How it is paid for"), text_of(own.get("funding"))),
        (_("What is hard just now"), text_of(own.get("challenges"))),
    ]


def _description(organisation: Organisation) -> str:
    said = text_of(organisation.document.get("description"))
    return "" if said == organisation.name else said
