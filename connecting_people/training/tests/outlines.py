"""Trainings as their materials tell them, made without a database: a whole day, and days of a few parts."""

from connecting_people.training.course.activities import ACTIVITIES, activity
from connecting_people.training.course.prompts import GOAL_SCALE
from connecting_people.training.outline import Item, Outline, timed
from connecting_people.training.rules import BlockKind, Grouping
from connecting_people.training.tests.agendas import BEGINS, MARKUP


def of_the_course(id: str, **given: object) -> Item:
    """Return an activity or a prompt of the course, with what trainers changed of it."""
    one = activity(id)
    words = {name: tuple(map(str, getattr(one, name))) for name in ("needs", "how", "listen_for")}
    said = {"name": str(one.name), "aim": str(one.aim), "leaves": str(one.leaves), "led_by": "Ben"}
    kind = BlockKind.ACTIVITY if one.number else BlockKind.PROMPT
    facts = {"id": id, "kind": kind, "minutes": one.minutes, "track": 0, "grouping": one.grouping}
    return Item(**{**facts, **said, **words, "course": one, "is_course": True, **given})


def of_our_own(name: str, kind: BlockKind = BlockKind.OWN, **given: object) -> Item:
    """Return something that the course does not have."""
    return Item(
        **{"id": name, "minutes": 20, "track": 0, "grouping": Grouping.ALL, "led_by": "Ben", **given},
        kind=kind,
        name=name,
    )


def a_day(*items: Item, title: str = "A first day together") -> Outline:
    """Return a training of these parts."""
    return Outline(
        title=title,
        agency="Riverside Community Support",
        day="14 January 2027",
        where="St Mary’s Hall",
        places=16,
        trainers=("Ben", "Femi"),
        items=tuple(timed(items, BEGINS)),
    )


def a_whole_day() -> Outline:
    """Return a day with one of everything."""
    return a_day(
        of_our_own("Read the eight steps", BlockKind.BEFORE, minutes=0),
        *(of_the_course(one.id) for one in ACTIVITIES),
        of_our_own("Break", BlockKind.BREAK),
        of_the_course(GOAL_SCALE.id),
        of_our_own("A guest speaks", BlockKind.GUEST, topics=("What there is around here",)),
        of_our_own(MARKUP, aim="Meet outdoors", how=("Walk.", "Talk."), course=activity("first-session")),
    )
