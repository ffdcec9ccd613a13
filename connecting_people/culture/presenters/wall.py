"""The board of ideas as one sheet for the wall of a team. Whoever visits sees it, so nobody's name stands on it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from connecting_people.core import documents
from connecting_people.core.london import day_of
from connecting_people.culture.idea_words import STATES
from connecting_people.culture.models import Idea
from connecting_people.culture.rules import IdeaState
from connecting_people.guide.palettes import PALETTES
from connecting_people.ui.jinja import day

TEMPLATE: Final = Path(__file__).resolve().parent.parent / "typst" / "wall.typ"
FILE: Final = "ideas"
_SHORT: Final = 160  # letters of an idea that are read from an arm's length


def wall(agency: str, ideas: Mapping[IdeaState, Sequence[Idea]], many: Mapping[str, int], at: datetime) -> bytes:
    """Return the sheet: a column for each state, the newest ideas in it, and how many more there are."""
    title = _("Ideas for how we work")
    words: dict[str, Any] = {
        "colours": PALETTES["colour"],
        "heading": title,
        "agency": agency,
        "lead": _("Anybody here can have one: service users, supporters, staff. In the open or without a name."),
        "when": _("As it stood on %(day)s") % {"day": day(day_of(at))},
        "columns": [_column(state, rows, many.get(state, 0)) for state, rows in ideas.items()],
        "room": _("And you? What could be better here?"),
    }
    return documents.printed(TEMPLATE, words, title=title)


def _column(state: IdeaState, rows: Sequence[Idea], many: int) -> dict[str, Any]:
    more = many - len(rows)
    return {
        "name": str(STATES[state]),
        "ideas": [_cut(one.words) for one in rows],
        "none": _("Nothing just now"),
        "more": ngettext("and %(more)s more", "and %(more)s more", more) % {"more": more} if more > 0 else "",
    }


def _cut(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _SHORT else f"{plain[:_SHORT].rsplit(None, 1)[0]} …"
