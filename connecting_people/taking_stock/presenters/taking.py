"""A stock-take as the page shows it: what to keep first, and whoever sees a thing differently beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.core.addresses import address
from connecting_people.guide.words import StrOrPromise
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.rules import PRACTITIONERS
from connecting_people.taking_stock.presenters.ways import Way, in_the_way, next_ways
from connecting_people.taking_stock.queries.stock import Said, StockTake, View
from connecting_people.taking_stock.rules import About, Choice, Shelf, is_open, shelf_of
from connecting_people.taking_stock.words import CHOICES, SAYS, SHELVES, name_of


@dataclass(frozen=True)
class Voiced:
    """What one person said of a thing."""

    side: str
    name: str
    choice: Choice
    says: StrOrPromise
    why: str
    kept: bool


@dataclass(frozen=True)
class ThingShown:
    """One thing, what each said of it, and what could come next, which nobody does but the two."""

    name: str
    href: str
    kept: bool
    voices: tuple[Voiced, ...]
    ways: tuple[Way, ...]
    barrier: str


@dataclass(frozen=True)
class ShelfShown:
    """The things that stand together."""

    shelf: Shelf
    name: StrOrPromise
    says: StrOrPromise
    things: tuple[ThingShown, ...]


@dataclass(frozen=True)
class ViewShown:
    """Whose view it is, from when, and the free words; with the ways to change it and to show it."""

    side: str
    name: str
    when: date
    words: str
    note: str
    entry: str
    share: str


@dataclass(frozen=True)
class TakeShown:
    """One stock-take."""

    taken_date: date
    shelves: tuple[ShelfShown, ...]
    views: tuple[ViewShown, ...]
    say: str
    say_label: StrOrPromise
    say_for: tuple[tuple[str, str], ...]


def take_shown(partnership: Partnership, take: StockTake, today: date) -> TakeShown:
    """Return a stock-take: the things on their shelves, and the views side by side."""
    said = [(view, one) for view in take.views for one in view.said]
    things = [_thing(partnership, rows) for rows in _by_thing(said)]
    shelves = [
        ShelfShown(shelf, SHELVES[shelf], SAYS[shelf], tuple(thing for at, thing in things if at == shelf))
        for shelf in Shelf
    ]
    open_now = is_open(take.taken_date, today) and not partnership.looking
    spoke = {view.voice_id for view in take.views}
    return TakeShown(
        taken_date=take.taken_date,
        shelves=tuple(one for one in shelves if one.things),
        views=tuple(_view(partnership, view) for view in take.views),
        say=address("taking_stock:say", partnership_id=partnership.pk) if open_now else "",
        say_label=_("Change what I said") if open_now and partnership.me.pk in spoke else _("Say how I see it"),
        say_for=_for_others(partnership, spoke) if open_now else (),
    )


def may_write_for(partnership: Partnership) -> bool:
    """Say whether the reader may write down what the person says, when the two sit together."""
    return not partnership.looking and partnership.me.part in PRACTITIONERS


def _for_others(partnership: Partnership, spoke: set[UUID]) -> tuple[tuple[str, str], ...]:
    person = partnership.person
    if not may_write_for(partnership) or person.pk in spoke:
        return ()
    href = address("taking_stock:say_for", partnership_id=partnership.pk, place_id=person.pk)
    return ((person.name, href),)


def _by_thing(said: Iterable[tuple[View, Said]]) -> Iterable[list[tuple[View, Said]]]:
    found: dict[str, list[tuple[View, Said]]] = {}
    for view, one in said:
        found.setdefault(one.key, []).append((view, one))
    return found.values()


def _thing(partnership: Partnership, rows: list[tuple[View, Said]]) -> tuple[Shelf, ThingShown]:
    one, choices = rows[-1][1], {said.choice for _, said in rows}
    writes = not partnership.looking
    shown = ThingShown(
        name=name_of(one.about, one.name, one.level),
        href=_place(partnership, one),
        kept=one.kept,
        voices=tuple(_voiced(partnership, view, said) for view, said in rows),
        ways=next_ways(partnership.pk, one, choices) if writes else (),
        barrier=in_the_way(partnership.pk, one) if writes else "",
    )
    return shelf_of(choices), shown


def _voiced(partnership: Partnership, view: View, said: Said) -> Voiced:
    voice = next(one for one in partnership.everybody if one.pk == view.voice_id)
    return Voiced(voice.side, voice.name, said.choice, CHOICES[said.choice], said.why, view.kept)


def _view(partnership: Partnership, view: View) -> ViewShown:
    voice = next(one for one in partnership.everybody if one.pk == view.voice_id)
    entry, note = view.entry, ""
    if view.kept:
        note = _("Only you see this")
    elif entry.as_said and not entry.confirmed_at:
        by = next((one.name for one in partnership.everybody if one.user_id == entry.by_id), "")
        note = _("Said by %(name)s, written down by %(by)s") % {"name": voice.name, "by": by}
    at = {"partnership_id": partnership.pk}
    return ViewShown(
        side=voice.side,
        name=voice.name,
        when=view.taken_date,
        words=view.words,
        note=note,
        entry=address("journey:entry", entry_id=entry.pk, **at),
        share=address("taking_stock:share", view_id=view.id, **at) if view.kept else "",
    )


def _place(partnership: Partnership, said: Said) -> str:
    at = {"partnership_id": partnership.pk}
    if said.about == About.SUPPORT or said.thing_id is None:
        return address("journey:support", **at)
    page, part = {
        About.GOAL: ("plans:goal", "goal_id"),
        About.OUTING: ("stepping_out:outing", "outing_id"),
        About.CONNECTION: ("connections:connection", "connection_id"),
    }[said.about]
    return address(page, **at, **{part: said.thing_id})
