"""The invented town as the play needs it: its ground, its organisations, and every entry that staff write."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Final

from connecting_people.community.actions import assets as actions
from connecting_people.community.demo.blocks import Block, block, blocks, wrong
from connecting_people.community.demo.documents import ENTRY_FIELDS, ORGANISATION_FIELDS, Writer
from connecting_people.community.demo.ground import GROUND_FIELDS, Ground, read_ground, read_venues
from connecting_people.community.models import Asset, Organisation
from connecting_people.community.standard import Document
from connecting_people.core.demo import Line, Verbs, moment, parse
from connecting_people.core.london import LONDON, day_of
from connecting_people.people.demo import Cast

# Who wrote entries in which weeks before the day of the play, and how much of the writing fell to them.
_TURNS: Final = {
    "riverside": (
        (range(56, 58), ("ela", "priya", "gwen"), 5),
        (range(38, 56), ("ben", "dev", "lorna", "marta", "samuel"), 6),
        (range(14, 38), ("ben", "dev", "ela", "marta", "samuel", "priya"), 5),
        (range(2, 14), ("ben", "dev", "marta", "samuel", "gwen"), 3),
    ),
    "hillside": (
        (range(55, 58), ("ivan", "orla"), 3),
        (range(40, 55), ("ivan", "orla"), 3),
        (range(3, 40), ("ivan", "yusuf", "orla"), 3),
    ),
}
_CLOCK: Final = time(15, 10)


@dataclass
class Town:
    """Everything that lies in the two agencies' areas, by agency and name."""

    cast: Cast
    ground: Ground
    organisations: dict[tuple[str, str], Block]
    entries: dict[tuple[str, str], Block]
    folder: Path
    # What the histories tell of, one file each.
    subjects: tuple[str, ...] = ("entries", "lights", "knowledge", "keepers")
    kept: dict[tuple[str, str], Organisation] = field(default_factory=dict)
    assets: dict[tuple[str, str], Asset] = field(default_factory=dict)
    written: dict[tuple[str, str], datetime] = field(default_factory=dict)

    @property
    def verbs(self) -> Verbs:
        """Return what this file can play."""
        return {"lays_ground": self.lays_ground, "enters": self.enters, "edits": self.edits}

    def lays_ground(self, line: Line) -> None:
        """Keep the areas, the postcodes, and who runs things."""
        self.ground.lay(self.cast.agencies)
        for (agency, name), found in self.organisations.items():
            self.kept[agency, name] = actions.keep_organisation(
                by=self.cast.users["gwen" if agency == "riverside" else "nadia"],
                at=line.at,
                agency=self.cast.agencies[agency],
                document=self._writer(line, agency).organisation(found),
            )

    def enters(self, line: Line) -> None:
        """Write the entries named on the lines below, all at once."""
        by, agency = self.cast.users[line.who], self.cast.agencies[line.story]
        found = [self.entries[line.story, name] for name in line.words.splitlines()]
        writer = self._writer(line, line.story)
        writings = [actions.Writing(writer.entry(one), self._organisation(line.story, one)) for one in found]
        made = actions.keep_assets(by=by, at=line.at, agency=agency, writings=writings)
        for one, asset in zip(found, made, strict=True):
            self.assets[line.story, one.name] = asset
            if one.get("kept"):
                actions.keep_address(by=by, at=line.at, asset=asset, words=one.get("kept"))

    def edits(self, line: Line) -> None:
        """Change an entry: the lines below are its new fields and, if there are any, its new words."""
        asset = self.asset(line)
        actions.keep_asset(
            by=self.cast.users[line.who],
            at=line.at,
            agency=self.cast.agencies[line.story],
            document=self.changed(line),
            organisation=asset.organisation,
            asset=asset,
            version=asset.version,
        )

    def asset(self, line: Line) -> Asset:
        """Return the asset behind `asset=`, as it stands now."""
        asset = self.assets[line.story, line.mark("asset")]
        asset.refresh_from_db()
        return asset

    def changed(self, line: Line) -> Document:
        """Return the document of the asset behind `asset=` with what the lines below change in it, from now on."""
        key = line.story, line.mark("asset")
        self.entries[key] = self.entries[key].changed(_asked(line, key[1]))
        return self._writer(line, line.story).entry(self.entries[key])

    def wanted(self, line: Line) -> Document:
        """Return the document of the asset behind `asset=` as the lines below would have it."""
        wished = self.entries[line.story, line.mark("asset")].changed(_asked(line, line.mark("asset")))
        checked = self.asset(line).document["assured_date"]
        return self._writer(line, line.story).entry(wished) | {"assured_date": checked}

    def new(self, line: Line) -> Document:
        """Return the document of something that is not in the directory: `new=`, `kind=` and the lines below."""
        head = " | ".join(line.mark(name) for name in ("new", "kind", "organisation"))
        return self._writer(line, line.story).entry(_asked(line, head))

    def lines(self, today: date) -> Iterator[Line]:
        """Yield the writing of every entry, spread over the year among the staff, and what changed in them."""
        first = moment(today, 58, "wed", "10:00")
        yield Line(first, "riverside", "gwen", "lays_ground", today=today)
        told = [line for subject in self.subjects for line in self.history(subject, today)]
        batches: dict[tuple[datetime, str, str], list[str]] = {}
        spoken_of = {(line.story, line.mark("asset")): line.at for line in sorted(told, key=lambda one: one.at)[::-1]}
        for (agency, name), found in self.entries.items():
            at, who = _turn(agency, found, today, spoken_of.get((agency, name)))
            batches.setdefault((at, agency, who), []).append(name)
            self.written[agency, name] = at
        for (at, agency, who), names in sorted(batches.items()):
            yield Line(at, agency, who, "enters", "\n".join(names), today=today)
        yield from self.history("entries", today)

    def history(self, subject: str, today: date) -> Iterator[Line]:
        """Yield what the histories of both agencies tell of a subject."""
        for agency in _TURNS:
            path = self.folder / agency / "history" / f"{subject}.txt"
            if path.exists():
                yield from parse(path.read_text(encoding="utf-8"), agency, today)

    def _writer(self, line: Line, agency: str) -> Writer:
        return Writer(agency, self.ground, day_of(line.at), line.today)

    def _organisation(self, agency: str, found: Block) -> Organisation | None:
        if not found.part(2):
            return None
        if (agency, found.part(2)) not in self.kept:
            raise wrong(found.where, f"no organisation is called {found.part(2)!r}.")
        return self.kept[agency, found.part(2)]


def read_town(cast: Cast, folder: Path) -> Town:
    """Read the files of the place: ground.txt, venues.txt, organisations.txt, and a folder of entries an agency."""
    ground = Ground(
        read_ground(_file(folder / "ground.txt", GROUND_FIELDS)),
        read_venues(_file(folder / "venues.txt", frozenset())),
    )
    organisations: dict[tuple[str, str], Block] = {}
    entries: dict[tuple[str, str], Block] = {}
    for agency in _TURNS:
        organisations |= _named(agency, _file(folder / agency / "organisations.txt", ORGANISATION_FIELDS))
        for path in sorted((folder / agency / "entries").glob("*.txt")):
            new = _named(agency, _file(path, ENTRY_FIELDS))
            for key in new.keys() & entries.keys():
                raise wrong(new[key].where, f"{key[1]!r} stands in {entries[key].where} already.")
            entries |= new
    return Town(cast, ground, organisations, entries, folder)


def _file(path: Path, known: frozenset[str]) -> Iterator[Block]:
    return blocks(path.read_text(encoding="utf-8"), path.name, known)


def _named(agency: str, found: Iterator[Block]) -> dict[tuple[str, str], Block]:
    named: dict[tuple[str, str], Block] = {}
    for one in found:
        if (agency, one.name) in named:
            raise wrong(one.where, f"{one.name!r} stands twice.")
        named[agency, one.name] = one
    return named


def _asked(line: Line, head: str) -> Block:
    where = f"{line.story}, {line.at:%d %b %Y}, {line.who} {line.verb} {head}"
    return block(line.words.splitlines(), where, 1, ENTRY_FIELDS, head=head)


def _turn(agency: str, found: Block, today: date, before: datetime | None) -> tuple[datetime, str]:
    """Return when an entry was written and by whom: as its `written: 47 dev` says, else drawn by lot.

    What the histories speak of was written `before`.
    """
    said = found.get("written").split()
    if said:
        return _sitting(today, int(said[0])), said[1]
    chance = Random(f"{agency}/{found.name}")
    turns = _TURNS[agency]
    for weeks, staff, _weight in (*chance.choices(turns, [weight for _, _, weight in turns]), turns[0]):
        week = chance.choice(weeks)
        # Each writes in one sitting a week: the more of them, the fewer go out of their way.
        at, who = _sitting(today, week), staff[week % len(staff)]
        if before is None or at < before:
            break
    return at, who


def _sitting(today: date, week: int) -> datetime:
    day = today - timedelta(days=today.weekday() + 7 * week)
    return datetime.combine(day + timedelta(days=week % 5), _CLOCK, LONDON)
