"""Every paper that a training has, by its id."""

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.words import Beside
from connecting_people.training.outline import Outline
from connecting_people.training.papers import cards, case, collecting, reading, room
from connecting_people.training.papers.sheet import Paper


class UnknownPaper(LookupError):
    """Raised for an id that names no paper."""


def _works(outline: Outline) -> bool:
    return any(item.works for item in outline.items)


HANDOUT = Paper(
    "handout",
    "reading.typ",
    _("To take home"),
    _("What is known, what is not, the model and its steps, with sources. One for each person."),
    reading.handout,
)
AGENDA = Paper(
    "agenda",
    "wall.typ",
    _("Agenda for the wall"),
    _("A3. What happens when, large enough to be read from a chair."),
    room.agenda,
)
CARDS = Paper(
    "activity-cards",
    "cards.typ",
    _("Activity cards"),
    _("One for each activity on your agenda: what is needed, how it is run, what to listen for."),
    cards.activity_cards,
    _works,
)
CASE = Paper(
    "case-study",
    "case.typ",
    _("The conversation to step through"),
    _("One for each small group: a page to read, then questions, then the next; and a sheet with two columns."),
    case.case_study,
    lambda outline: bool(outline.beside(Beside.CASE)),
)
SCENARIOS = Paper(
    "scenario-cards",
    "cards.typ",
    _("Scenario cards for small groups"),
    _("Each group takes another card. With more groups than cards, print them twice. A sheet to write on is last."),
    cards.scenario_cards,
    lambda outline: bool(outline.beside(Beside.SCENARIO)),
)
STICKY_NOTES = Paper(
    "sticky-notes",
    "sticky.typ",
    _("Sticky notes in three colours"),
    _("To cut out or write on. Shape and word say the colour, so they work in black and white."),
    room.sticky_notes,
)
SIGN_IN = Paper(
    "sign-in",
    "signing.typ",
    _("List to sign"),
    _("Empty, since everybody in the room sees it. Nobody has to sign."),
    room.sign_in,
)
COLLECTING = Paper(
    "collecting-sheets",
    "collecting.typ",
    _("Sheets to write on"),
    _("For a room without network: one for each column of each activity, to be typed in afterwards."),
    collecting.collecting_sheets,
    _works,
)
FOR_TRAINERS = Paper(
    "notes-for-trainers",
    "reading.typ",
    _("For those who give it"),
    _("Before, in the room and afterwards; as equals; with whole teams; with guests."),
    reading.for_trainers,
)
PAPERS: Final = (HANDOUT, AGENDA, CARDS, CASE, SCENARIOS, STICKY_NOTES, SIGN_IN, COLLECTING, FOR_TRAINERS)
_BY_ID: Final = {paper.id: paper for paper in PAPERS}


def papers_for(outline: Outline) -> Iterator[Paper]:
    """Yield the papers that would have something on them."""
    yield from (paper for paper in PAPERS if paper.fits(outline))


def paper_for(outline: Outline, id: str) -> Paper:
    """Return the paper of this id; raise UnknownPaper where there is none, or nothing would be on it."""
    found = _BY_ID.get(id)
    if found is None or not found.fits(outline):
        raise UnknownPaper(id)
    return found
