"""What the slides of a training say: its agenda first, and each thing as it comes on the agenda."""

from collections.abc import Iterable, Iterator
from typing import Final

from django.utils.translation import gettext as _

from connecting_people.guide import diagram, posters, steps
from connecting_people.guide.prerequisites import prerequisites_of
from connecting_people.guide.steps import STEPS, Step
from connecting_people.guide.words import Side
from connecting_people.training.course import activities, research
from connecting_people.training.course.research import Chapter, Source
from connecting_people.training.deck import shapes
from connecting_people.training.deck.slide import ALL_SIDES, Kind, Line, Slide, Voice, fitted
from connecting_people.training.outline import Item, Outline
from connecting_people.training.rules import BlockKind

_EDGES: Final = {
    Side.AGENCY: ("orange",),
    Side.PRACTITIONER: ("green",),
    Side.SERVICE_USER: ("blue",),
    Side.BOTH: ALL_SIDES,
}


def slides(outline: Outline) -> tuple[Slide, ...]:
    """Return all slides of a training, each with no more on it than has room."""
    return tuple(part for slide in _told(outline) for part in fitted(slide))


def _told(outline: Outline) -> Iterator[Slide]:
    yield _opening(outline)
    yield from _agenda(outline)
    shown: set[object] = set()
    for item in outline.on_the_day:
        yield from _before_item(item, shown)
        yield _item(item)
        yield from _after_item(item, shown)
    yield from _rest(shown)
    yield _what_i_will_do()
    yield from sources()


def _before_item(item: Item, shown: set[object]) -> Iterator[Slide]:
    if item.step and item.step not in shown:
        shown.add(item.step)
        yield step(steps.step(item.step))


def _after_item(item: Item, shown: set[object]) -> Iterator[Slide]:
    for activity, told in ((activities.RESEARCH, chapters), (activities.EXPLAINER, model)):
        if item.course is activity and activity.id not in shown:
            shown.add(activity.id)
            yield from told()


def _rest(shown: set[object]) -> Iterator[Slide]:
    """Tell what the agenda has no place for, so that nothing is missing from what a trainer can take up."""
    found: list[Slide] = []
    if activities.RESEARCH.id not in shown:
        found += chapters()
    if activities.EXPLAINER.id not in shown:
        found += model()
    found += [step(one) for one in STEPS if one.number not in shown]
    if found:
        says = _("Nothing on today’s agenda calls for these. Take them up, or leave them out.")
        yield Slide(_("More slides"), Kind.OPENING, (Line(says),), notes=says)
        yield from found


def _opening(outline: Outline) -> Slide:
    names = ", ".join(outline.trainers)
    said = filter(None, (outline.facts, names and _("With %(names)s") % {"names": names}, outline.agency))
    notes = _(
        "Welcome everybody. Say what happens to what is said and written here, and that anybody may sit out, leave and "
        "come back without a reason."
    )
    return Slide(outline.title, Kind.OPENING, tuple(map(Line, said)), notes=notes)


def _agenda(outline: Outline) -> Iterator[Slide]:
    notes = _("The agenda is a plan and no promise. Ask what people hope for, and say what there will be no time for.")
    head = (_("When"), _("What"), _("How"), _("Minutes"))
    if outline.before:
        rows = tuple(("", item.name, "", _minutes(item)) for item in outline.before)
        yield Slide(_("Before the day"), Kind.TABLE, head=head, rows=rows, notes=notes)
    rows = tuple((item.starts, item.name, _together(item), _minutes(item)) for item in outline.on_the_day)
    if rows:
        yield Slide(_("Today"), Kind.TABLE, head=head, rows=rows, notes=notes)


def _together(item: Item) -> str:
    side = _("at the same time") if item.track else ""
    return ", ".join(filter(None, (item.together, side)))


def _minutes(item: Item) -> str:
    return str(item.minutes or "")


def _item(item: Item) -> Slide:
    if item.kind == BlockKind.BREAK:
        return Slide(
            item.name, Kind.OPENING, (Line(item.how_long),), notes=_("Open a window, and look who sits alone.")
        )
    if item.kind == BlockKind.GUEST:
        return _guest(item)
    lines = [Line(item.aim, Voice.BIG)] if item.aim else []
    lines += [Line(item.how_long)] if item.how_long else []
    for column in item.columns:
        title = _("%(title)s (for you alone)") % {"title": column.title} if column.kept else str(column.title)
        lines.append(Line(str(column.prompt), Voice.POINT, strong=f"{title}: "))
    return Slide(item.name, Kind.TEXT, tuple(lines), notes=notes_of(item), edge=_edge(item))


def _guest(item: Item) -> Slide:
    lines = [Line(topic, Voice.BIG) for topic in item.topics]
    lines += [Line(item.how_long), Line(_("What would you like to ask?"))]
    notes = _("Introduce your guest by the name that they would like, and ask beforehand what may be asked.")
    return Slide(item.name, Kind.TEXT, tuple(lines), notes=notes, edge=_edge(item))


def _edge(item: Item) -> tuple[str, ...]:
    """Mark what is the agency's own and not the course's."""
    return ALL_SIDES if item.is_course else ("orange",)


def notes_of(item: Item) -> str:
    """Return what a trainer has at hand while an activity is run."""
    goal = (item.goal,) if item.goal else ()
    led_by = (item.led_by,) if item.led_by else ()
    told = (
        (_("Led by"), led_by),
        (_("Our goal"), goal),
        (_("What is needed"), item.needs),
        (_("How to run it"), item.how),
        (_("Listen for"), item.listen_for),
        (_("What it leaves"), (item.leaves,) if item.leaves else ()),
    )
    found = ("\n".join((name, *(f"– {line}" for line in lines))) for name, lines in told if lines)
    return "\n\n".join(found) or item.name


def chapters() -> list[Slide]:
    """Return the slides on research and policy, each with where its facts stand."""
    return [_chapter(one) for one in research.CHAPTERS]


def _chapter(chapter: Chapter) -> Slide:
    lines = [Line(str(fact.says), Voice.POINT) for fact in chapter.facts]
    named = dict.fromkeys(source for fact in chapter.facts for source in fact.sources)
    where = _("Sources: %(names)s") % {"names": "; ".join(str(source.name) for source in named)}
    told = "\n".join(f"{fact.says} [{_cited(fact.sources)}]" for fact in chapter.facts)
    return Slide(str(chapter.name), Kind.TEXT, (*lines, Line(where, Voice.SOFT)), notes=f"{chapter.aside}\n\n{told}")


def _cited(found: Iterable[Source]) -> str:
    return "; ".join(f"{source.name}, {source.where}" for source in found)


def sources() -> list[Slide]:
    """Return the slide with all sources, which may become two."""
    lines = tuple(Line(source.where, Voice.SOFT, strong=f"{source.name}: ") for source in research.SOURCES)
    notes = _("Addresses were noted when this was written. Some of the pages may have moved.")
    return [Slide(_("Where this stands"), Kind.TEXT, lines, notes=notes)]


def model() -> list[Slide]:
    """Return the slides on the model: the whole, and each part with the others standing back."""
    return [
        _part(_("The model"), "", _("Two journeys that turn together, held by an agency, with much against them."),
              (), Side.BOTH, alt=posters.told(posters.Size.A3)),
        _one(diagram.AGENCY, shapes.AGENCY),
        _part(_("What each brings"), shapes.BRINGS, _("These help the circles to start turning."),
              tuple(f"{name}: {_named(side)}" for name, side in _who_brings()), Side.BOTH),
        _one(diagram.PRACTITIONER, shapes.PRACTITIONER, diagram.PRACTITIONER_POINTS),
        _one(diagram.TOGETHER, shapes.TOGETHER, diagram.PROCESS_PARTS),
        _one(diagram.SERVICE_USER, shapes.SERVICE_USER, diagram.SERVICE_USER_POINTS),
        _one(diagram.BARRIERS, shapes.BARRIERS, edge=("plum",)),
    ]  # fmt: skip


def _who_brings() -> tuple[tuple[str, Side], ...]:
    return (
        (_("The practitioner"), Side.PRACTITIONER),
        (_("The service user"), Side.SERVICE_USER),
        (_("Both"), Side.BOTH),
    )


def _named(side: Side) -> str:
    return ", ".join(str(one.name) for one in prerequisites_of(side))


def _one(part: diagram.Part, lit: str, inside: tuple[diagram.Part, ...] = (), edge: tuple[str, ...] = ()) -> Slide:
    points = (", ".join(str(one.label or one.name) for one in inside),) if inside else ()
    notes = "\n".join(f"– {one.name}: {one.explanation}" for one in inside)
    return _part(str(part.name), lit, str(part.explanation), points, part.side, notes=notes, edge=edge)


def _part(
    title: str,
    lit: str,
    says: str,
    points: tuple[str, ...],
    side: Side,
    *,
    notes: str = "",
    alt: str = "",
    edge: tuple[str, ...] = (),
) -> Slide:
    lines = (Line(says, Voice.BIG), *(Line(point) for point in points))
    told = alt or _("The model as a drawing, with this part of it lit: %(name)s.") % {"name": title}
    said = f"{says}\n\n{notes}".strip()
    return Slide(title, Kind.MODEL, lines, notes=said, edge=edge or _EDGES[side], lit=lit, alt=told)


def step(one: Step) -> Slide:
    """Return the slide of a step: what it is for, and what the two may talk about."""
    lines = (Line(str(one.aim), Voice.BIG), *(Line(str(p.text), Voice.POINT) for p in one.prompts_together[:3]))
    name = _("Step %(number)s: %(name)s") % {"number": one.number, "name": one.name}
    return Slide(name, Kind.TEXT, lines, notes=str(one.why), number=one.number)


def _what_i_will_do() -> Slide:
    lines = (
        Line(_("One thing, in the next month, small enough to be done."), Voice.BIG),
        Line(_("With whom, and on which day?"), Voice.POINT),
        Line(_("What may get in the way, and what then?"), Voice.POINT),
        Line(_("Who would you like to tell how it went?"), Voice.POINT),
    )
    notes = _("Everybody writes this for themselves, and takes it home. Nobody has to read it out.")
    return Slide(_("What I will do"), Kind.TEXT, lines, notes=notes)
