"""How the record is told: one entry, and the way so far by month."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from urllib.parse import urlencode
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from connecting_people.core.addresses import address, parts_of
from connecting_people.core.london import day_of
from connecting_people.guide.processes import PROCESSES
from connecting_people.guide.steps import STEPS
from connecting_people.journey.models import Entry, OtherView
from connecting_people.journey.rules import unpack
from connecting_people.journey.words import STANDINGS, kind_in_words
from connecting_people.partnership.models import Change, Participant, Partnership
from connecting_people.partnership.rules import Kind as ChangeKind

STEP_NAMES = {step.number: step.name for step in STEPS}
PROCESS_NAMES = {process.number: process.name for process in PROCESSES}
LONG = 320

Tag = tuple[str, str]


@dataclass(frozen=True)
class Told:
    """Somebody's words with all that a card shows of them."""

    id: UUID
    href: str
    when: date | datetime
    kind: str
    side: str
    name: str
    line: str
    text: str
    cut: bool = False
    note: str = ""
    standing: str = ""
    kept: bool = False
    steps: tuple[tuple[int, str, str], ...] = ()
    processes: tuple[Tag, ...] = ()
    change: bool = False


@dataclass(frozen=True)
class Month:
    """One month in which something happened."""

    when: date
    items: list[Told]


class Teller:
    """Tells entries of one partnership, with the names of its people at hand."""

    def __init__(self, partnership: Partnership) -> None:
        self.partnership = partnership
        self._places = {one.pk: one for one in partnership.everybody}
        self._users = {one.user_id: one.name for one in partnership.everybody if one.user_id}

    def entry(self, entry: Entry, *, whole: bool = True) -> Told:
        """Tell one entry; unless `whole`, long words are cut short."""
        voice = self._places[entry.voice_id]
        line, text, cut = _line_and_text(entry.line, entry.words, whole)
        return Told(
            id=entry.pk,
            href=self.address("entry", entry_id=entry.pk),
            when=entry.happened_date,
            kind=kind_in_words(entry.kind),
            side=voice.side,
            name=voice.name,
            line=line,
            text=text,
            cut=cut,
            note=self._note(entry, voice),
            standing=str(STANDINGS.get(entry.standing, "")),
            kept=entry.kept_by_id is not None,
            steps=tuple((n, str(STEP_NAMES[n]), self._filtered(step=n)) for n in unpack(entry.steps)),
            processes=tuple((str(PROCESS_NAMES[n]), self._filtered(process=n)) for n in unpack(entry.processes)),
        )

    def entries(self, entries: Iterable[Entry], *, whole: bool = False) -> list[Told]:
        """Tell several entries, long ones cut short."""
        return [self.entry(entry, whole=whole) for entry in entries]

    def view(self, view: OtherView) -> Told:
        """Tell how somebody else sees an entry."""
        voice = self._places[view.voice_id]
        said_by = self._said_by(voice, view.by_id) if voice.user_id != view.by_id else ""
        return Told(
            id=view.pk,
            href="",
            when=view.at,
            kind=_("Agrees") if view.agrees else _("Sees it differently"),
            side=voice.side,
            name=voice.name,
            line="",
            text=view.words or _("I agree."),
            note=said_by,
        )

    def change(self, change: Change) -> Told:
        """Tell what happened to the partnership itself."""
        return Told(
            id=change.pk,
            href="",
            when=day_of(change.at),
            kind="",
            side="agency",
            name="",
            line=_sentence(change),
            text=change.words,
            change=True,
        )

    def address(self, name: str, **ids: UUID) -> str:
        """Return the address of a page of this record."""
        return address(f"journey:{name}", partnership_id=self.partnership.pk, **ids)

    def _filtered(self, **chosen: int) -> str:
        return f"{self.address('timeline')}?{urlencode(chosen)}"

    def _note(self, entry: Entry, voice: Participant) -> str:
        if not entry.as_said:
            return ""
        said_by = self._said_by(voice, entry.by_id)
        if entry.confirmed_at:
            return _("%(said_by)s. %(name)s says this is right") % {"said_by": said_by, "name": voice.name}
        return said_by

    def _said_by(self, voice: Participant, by_id: UUID) -> str:
        by = self._users.get(by_id, _("somebody who helped"))
        return _("Said by %(name)s, written down by %(by)s") % {"name": voice.name, "by": by}


def months(items: Iterable[Told]) -> list[Month]:
    """Put what happened into months, newest first; months in which nothing happened are not there."""
    in_order = sorted(items, key=lambda told: told.when, reverse=True)
    return [Month(first, list(rest)) for first, rest in _by_month(in_order)]


def target_address(entry: Entry) -> str:
    """Return where an entry was written, at the thing that it is about if it names one; empty for a page that went."""
    if not entry.target_page:
        return ""
    try:
        rest = parts_of(entry.target_page) - {"partnership_id"}
        one = dict.fromkeys(rest, entry.target_id) if len(rest) == 1 and entry.target_id else {}
        return reverse(entry.target_page, kwargs={"partnership_id": entry.partnership_id, **one})
    except NoReverseMatch:
        return ""


def _by_month(items: list[Told]) -> Iterator[tuple[date, list[Told]]]:
    for (year, month), rows in groupby(items, key=lambda told: (told.when.year, told.when.month)):
        yield date(year, month, 1), list(rows)


def _line_and_text(line: str, words: str, whole: bool) -> tuple[str, str, bool]:
    """Return the heading, the words and whether they were cut; a heading that only repeats the words is left out."""
    same = line.rstrip("…") == " ".join(words.split("\n", 1)[0].split())[: len(line.rstrip("…"))]
    heading = "" if same or not words else line
    text = words or line
    if whole or len(text) <= LONG:
        return heading, text, False
    return heading, text[:LONG].rsplit(" ", 1)[0] + " …", True


def _sentence(change: Change) -> str:
    about = change.about.name if change.about else ""
    step = STEP_NAMES.get(change.step or 0, "")
    until = change.about.until_date if change.about else None
    names = {"by": change.by.name, "about": about, "step": step, "number": change.step}
    says = {
        ChangeKind.BEGAN: _("The two began"),
        ChangeKind.INVITED: _("%(by)s asked %(about)s in"),
        ChangeKind.JOINED: _("%(about)s came in"),
        ChangeKind.STOPPED_TAKING_PART: _("%(about)s takes part no longer"),
        ChangeKind.PAUSED: _("A pause began"),
        ChangeKind.LEFT: _("A time away began. The door stays open"),
        ChangeKind.CAME_BACK: _("Back again, at step %(number)s: %(step)s") if step else _("Back again"),
        ChangeKind.HANDED_OVER: _("%(about)s walks alongside from now on"),
        ChangeKind.COVERED: _("%(about)s stands in until %(until)s"),
        ChangeKind.LOOKED_URGENTLY: _("%(by)s looked urgently, for an hour, with this reason:"),
    }
    return says[ChangeKind(change.kind)] % {**names, "until": _day(until)}


def _day(day: date | None) -> str:
    return date_format(day, "j F Y") if day else ""
