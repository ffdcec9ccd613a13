"""What stands beside the board of an activity: a slide, the explainer, a case, a card, whose turn it is, one's map."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from connecting_people.connections.picture import Picture
from connecting_people.core.addresses import address
from connecting_people.guide.scenes import SCENES, Scene
from connecting_people.training.course.cases import CASE, Case
from connecting_people.training.course.scenarios import Scenario, scenario_for, scenarios_for
from connecting_people.training.course.showings import SHOWINGS, Showing
from connecting_people.training.course.taught import used_by
from connecting_people.training.course.words import Beside, Screen, StrOrPromise
from connecting_people.training.live import Written
from connecting_people.training.models import Block, Room, Trainee
from connecting_people.training.presenters.practice import only_to_see
from connecting_people.training.presenters.rooms import Timer
from connecting_people.training.presenters.swap import Swap, swap_of
from connecting_people.training.queries.boards import places_named
from connecting_people.training.queries.practice import counts_of, maps_of, shown_spaces
from connecting_people.training.rules import BlockKind, begins_with

MAPS_AT_ONCE: Final = 6


@dataclass(frozen=True)
class Link:
    """A way on from the card."""

    says: StrOrPromise
    href: str


@dataclass(frozen=True)
class ShownMap:
    """A map that its owner shows to the room."""

    says: str
    picture: Picture


@dataclass(frozen=True)
class BesideCard:
    """What stands beside the board on one screen; `kind` says which of the parts there are."""

    kind: Beside
    screen: Screen
    title: StrOrPromise
    says: tuple[StrOrPromise, ...] = ()
    links: tuple[Link, ...] = ()
    slide: Showing | None = None
    number: int = 0
    many: int = 0
    scenes: tuple[Scene, ...] = ()
    case: Case | None = None
    scenarios: tuple[tuple[int, Scenario], ...] = ()
    swap: Swap | None = None
    maps: tuple[ShownMap, ...] = ()
    more_maps: int = 0
    places: tuple[str, ...] = ()
    write_at: str = ""  # where a note goes that begins with a place


def beside(
    block: Block, room: Room, trainee: Trainee | None, screen: Screen, timer: Timer | None = None
) -> BesideCard | None:
    """Return what stands beside the board of a block on this screen; None where the activity has nothing beside it."""
    used = used_by(block)
    if block.kind == BlockKind.GUEST or used is None or used.beside == Beside.NOTHING:
        return None
    kind, id = used.beside, used.id
    if kind == Beside.SLIDES:
        return _slides(room, screen)
    if kind == Beside.SCENARIO:
        return _scenario(block, id, trainee, screen)
    if kind == Beside.SWAP:
        return _swap(block, trainee, screen, timer)
    if kind == Beside.OWN_MAP:
        return _own_map(room, screen)
    if kind == Beside.PLACES:
        return _places(room, screen)
    card = replace(_PLAIN[kind](), screen=screen)
    if kind == Beside.EXPLAINER and screen == Screen.PROJECTOR:
        return replace(card, says=(_("Look at it together first. It is on your phones as well, also in words."),))
    # One's own review opens with a seat alone, so no other screen offers it.
    return replace(card, links=()) if kind == Beside.OWN_REVIEW and screen != Screen.TRAINEE else card


def places_in(notes: Iterable[Written]) -> tuple[str, ...]:
    """Return the names of the places that notes are about, each once, as the first to write it did."""
    names: dict[str, str] = {}
    for note in notes:
        names.setdefault(begins_with(note.text).casefold(), begins_with(note.text))
    return tuple(name for name in names.values() if name)


def _slides(room: Room, screen: Screen) -> BesideCard:
    at = min(room.slide, len(SHOWINGS) - 1)
    slide = SHOWINGS[at]
    return BesideCard(Beside.SLIDES, screen, slide.title, slide=slide, number=at + 1, many=len(SHOWINGS))


def _explainer() -> BesideCard:
    return BesideCard(
        Beside.EXPLAINER,
        Screen.TRAINEE,
        _("The model, moving"),
        (_("Watch it in your own time. Stop wherever you like. The same stands below in words."),),
        (Link(_("Watch how it works"), address("guide:explainer")),),
        scenes=SCENES,
    )


def _case() -> BesideCard:
    return BesideCard(
        Beside.CASE,
        Screen.TRAINEE,
        CASE.title,
        (CASE.before, _("Ruth and Owen are invented. Go through their talk at your own pace, and note what you see.")),
        (
            Link(_("Step through the conversation"), address("training:case")),
            Link(_("Read all of it as text"), f"{address('training:case')}?all=yes"),
        ),
        case=CASE,
    )


def _own_review() -> BesideCard:
    return BesideCard(
        Beside.OWN_REVIEW,
        Screen.TRAINEE,
        _("How I work"),
        (
            _("Questions about how you work now. Leave open what you cannot say."),
            _("Only you see what you answer and what comes of it. Talk about it with your partner as far as you like."),
        ),
        (Link(_("Look at how I work"), address("training:practice_review")),),
    )


_PLAIN: Final = {Beside.EXPLAINER: _explainer, Beside.CASE: _case, Beside.OWN_REVIEW: _own_review}


def _scenario(block: Block, id: str, trainee: Trainee | None, screen: Screen) -> BesideCard:
    says = _("Everybody on the cards is invented. Each small group has another one.")
    if screen != Screen.TRAINEE:
        cards = tuple(enumerate(scenarios_for(id), start=1))
        return BesideCard(Beside.SCENARIO, screen, _("The cards"), (says,), scenarios=cards)
    group = trainee.groups.filter(block=block).order_by("number").first() if trainee else None
    number = group.number if group else 1
    card = scenario_for(id, number)
    title = _("Group %(number)s: your card") % {"number": number} if group else _("Your card")
    return BesideCard(Beside.SCENARIO, screen, title, (says,), scenarios=((number, card),))


def _swap(block: Block, trainee: Trainee | None, screen: Screen, timer: Timer | None) -> BesideCard:
    swap = swap_of(block, trainee if screen == Screen.TRAINEE else None, timer)
    return BesideCard(
        Beside.SWAP,
        screen,
        _("Tell it, then listen"),
        (
            _("One tells a colleague what Connecting People is and how it could fit into the day. The other listens."),
            _("Whoever listens asks what a colleague would ask. At half time you swap."),
        ),
        swap=swap,
    )


def _own_map(room: Room, screen: Screen) -> BesideCard:
    spaces = list(shown_spaces(room))
    some = spaces[:MAPS_AT_ONCE]
    maps = tuple(
        ShownMap(
            _("The map of %(name)s") % {"name": space.trainee.name}
            if space.shown_names and space.trainee and space.trainee.name
            else _("A map from this room, without names"),
            only_to_see(space, found, names=space.shown_names, name=f"shown-{n}"),
        )
        for n, (space, found) in enumerate(zip(some, maps_of(some), strict=True), start=1)
    )
    card = BesideCard(
        Beside.OWN_MAP, screen, _("My own map"), maps=maps, more_maps=len(spaces) - len(some)
    )  # fmt: skip
    if screen == Screen.TRAINEE:
        says = _("Map your own life, or an invented one; never somebody you work with. Nobody else sees it.")
        return replace(card, says=(says,), links=(Link(_("Open my map"), address("training:practice_map")),))
    if screen == Screen.TRAINER:
        return replace(card, says=_counted(room))
    return replace(card, title=_("Maps that people show"), says=(_("Everybody draws their own on their phone."),))


def _places(room: Room, screen: Screen) -> BesideCard:
    named = places_in(places_named(room.training))
    if not named:
        says = _("Nobody has named a place yet. Begin with one that you know.")
    elif screen is Screen.PROJECTOR:
        says = _("Which of them do you know from the inside?")
    else:
        says = _("Choose a place, and your note begins with its name. What you have typed already stays.")
    write_at = _write_at(room, screen)
    return BesideCard(Beside.PLACES, screen, _("Places that you named"), (says,), places=named, write_at=write_at)


def _write_at(room: Room, screen: Screen) -> str:
    if screen is Screen.TRAINER:
        where = {"agency_id": room.agency_id, "training_id": room.training_id, "track": room.track}
        return address("training:say", **where)
    return address("training:write") if screen is Screen.TRAINEE else ""


def _counted(room: Room) -> tuple[str, ...]:
    counts = counts_of(room.training)
    begun = ngettext("%(n)s map has been begun.", "%(n)s maps have been begun.", counts.maps) % {"n": counts.maps}
    if counts.people is None:
        return (begun, _("Nobody but its owner sees a map, unless they show it."))
    on_them = _("About %(n)s people are on them, all together.") % {"n": counts.people}
    return (begun, on_them, _("Nobody but its owner sees a map, unless they show it."))
