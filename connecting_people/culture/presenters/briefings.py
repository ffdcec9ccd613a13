"""One page for a colleague or a local organisation: our words on the model, the team's own words, its own figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from connecting_people.core import documents
from connecting_people.core.addresses import address
from connecting_people.culture import briefing_words as words
from connecting_people.culture.models import Briefing
from connecting_people.culture.queries.briefings import Figures
from connecting_people.culture.rules import Reader, Size
from connecting_people.guide.palettes import PALETTES
from connecting_people.guide.words import StrOrPromise
from connecting_people.people.models import Agency, Team
from connecting_people.ui.jinja import day

TEMPLATE: Final = Path(__file__).resolve().parent.parent / "typst" / "briefing.typ"
FILE: Final = "on-one-page"


@dataclass(frozen=True)
class Page:
    """All that a briefing says."""

    title: str
    whose: str
    lead: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    own: str
    own_by: str
    figures: tuple[tuple[str, str], ...]
    figures_when: str
    evidence_heading: str
    evidence: tuple[str, ...]
    sources: str


@dataclass(frozen=True)
class Choice:
    """A briefing in the list of them."""

    name: StrOrPromise
    says: str
    href: str


@dataclass(frozen=True)
class Whose:
    """A team, or the agency, with the pages that it can give."""

    name: str
    pages: tuple[Choice, ...]


def briefing(
    agency: Agency, team: Team | None, reader: Reader, written: Briefing | None, found: Figures, today: date
) -> Page:
    """Return a briefing with what is so today."""
    own = written.words if written else ""
    return Page(
        title=str(words.TITLES[reader]),
        whose=f"{team.name}, {agency.name}" if team else agency.name,
        lead=str(words.LEADS[reader]),
        parts=tuple((str(name), tuple(map(str, lines))) for name, lines in words.PARTS[reader]),
        own=own,
        own_by=_("%(name)s, %(day)s") % {"name": written.by.name, "day": day(written.at)} if written and own else "",
        figures=_figures(found, reader),
        figures_when=_("As it stood on %(day)s") % {"day": day(today)},
        evidence_heading=str(words.EVIDENCE_HEADING),
        evidence=tuple(map(str, words.EVIDENCE[reader])),
        sources=str(words.SOURCES),
    )


def _figures(found: Figures, reader: Reader) -> tuple[tuple[str, str], ...]:
    places = ngettext("place in our area that we know", "places in our area that we know", found.places)
    checked = _("of them looked at again within six months")
    ways = ngettext(
        "way round a barrier that others can try", "ways round barriers that others can try", found.ways_round
    )
    done = ngettext(
        "idea for how we work that was done this year",
        "ideas for how we work that were done this year",
        found.ideas_done,
    )
    lines = [(found.places, str(found.places), places), (found.places, str(found.checked), checked)]
    if reader == Reader.COLLEAGUE:
        lines += [(found.ways_round, str(found.ways_round), ways), (found.ideas_done, str(found.ideas_done), done)]
        helpers = _("people here who say what they can help with")
        lines.append((found.helpers, _("about %(number)s") % {"number": found.helpers}, helpers))
    return tuple((number, says) for there, number, says in lines if there)


def paper(page: Page, size: Size) -> bytes:
    """Return a briefing as a tagged PDF/UA-1."""
    data: dict[str, Any] = {
        "size": size.value,
        "colours": PALETTES["colour"],
        "heading": page.title,
        "whose": page.whose,
        "lead": page.lead,
        "parts": [{"name": name, "lines": lines} for name, lines in page.parts],
        "own_heading": _("In our own words"),
        "own": page.own,
        "figures_heading": _("About us in numbers"),
        "figures": [{"number": number, "says": says} for number, says in page.figures],
        "figures_when": page.figures_when,
        "evidence_heading": page.evidence_heading,
        "evidence": page.evidence,
        "sources": page.sources,
    }
    return documents.printed(TEMPLATE, data, title=page.title)


def choices(agency: Agency, teams: Sequence[Team], written: Sequence[Briefing]) -> tuple[Whose, ...]:
    """Return which pages there are to give: for the agency and for each team."""
    found = {(one.team_id, one.reader): one for one in written if one.words}
    return tuple(
        Whose(
            team.name if team else agency.name,
            tuple(_choice(agency, team, reader, found.get((team.pk if team else None, reader))) for reader in Reader),
        )
        for team in (None, *teams)
    )


def _choice(agency: Agency, team: Team | None, reader: Reader, written: Briefing | None) -> Choice:
    href = address("culture:briefing", agency_id=agency.pk, reader=reader.value) + of_team(team)
    says = _("Own words of %(day)s") % {"day": day(written.at)} if written else _("No own words in it yet")
    return Choice(words.FOR_WHOM[reader], says, href)


def of_team(team: Team | None) -> str:
    """Return what an address says of whose briefing it is."""
    return f"?team={team.pk}" if team else ""
