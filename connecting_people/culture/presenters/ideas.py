"""The board of ideas, one idea on it, one's own, and the sheet for the wall."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.core.addresses import address
from connecting_people.culture.idea_words import SIDES, STATES
from connecting_people.culture.models import Idea, IdeaMove
from connecting_people.culture.rules import NEXT, NOT_LOOKED_AT, NOT_ON_THE_BOARD, IdeaState
from connecting_people.guide.culture import UnknownPractice, practice
from connecting_people.guide.words import StrOrPromise
from connecting_people.ui.jinja import day, month

_SHORT = 240  # letters of an idea on the board; its page has them all
# As a board is read: from what is new to what came of it.
ORDER = tuple(state for state in IdeaState if state not in NOT_ON_THE_BOARD)


@dataclass(frozen=True)
class Card:
    """One idea; whose it is only where that is said in the open."""

    id: UUID
    href: str
    words: str
    short: str
    who: str
    side: str
    when: str
    team: str
    practice: StrOrPromise
    state: str
    state_name: StrOrPromise
    said: str


@dataclass(frozen=True)
class Column:
    """The ideas of one state, the newest of them."""

    state: str
    name: StrOrPromise
    many: int
    ideas: tuple[Card, ...]
    all_href: str


@dataclass(frozen=True)
class Became:
    """One thing that became of an idea."""

    title: StrOrPromise
    text: str
    when: str
    side: str = "agency"
    href: str = ""


@dataclass(frozen=True)
class Own:
    """One of the reader's own ideas, with what they can do with it."""

    card: Card
    became: tuple[Became, ...]
    nameless: bool
    waits: bool
    reword: str
    take_back: str


def card(idea: Idea, said: str = "") -> Card:
    """Return one idea as the board shows it."""
    short = idea.words if len(idea.words) <= _SHORT else f"{idea.words[:_SHORT].rsplit(None, 1)[0]} …"
    return Card(
        id=idea.pk,
        href=address("culture:idea", agency_id=idea.agency_id, idea_id=idea.pk),
        words=idea.words,
        short=short,
        who=_who(idea),
        side=SIDES.get("" if idea.from_training else idea.voice, "agency"),
        when=day(idea.made_date) if idea.by_id else month(idea.made_date),
        team=idea.team.name if idea.team else "",
        practice=_practice(idea.practice),
        state=idea.state.replace("_", "-"),
        state_name=STATES[IdeaState(idea.state)],
        said=said,
    )


def _who(idea: Idea) -> str:
    # Whoever wrote down what came up in a training did not have the idea.
    if idea.from_training:
        return _("It came up in a training")
    return idea.by.name if idea.by else _("Without a name")


def _practice(id: str) -> StrOrPromise:
    try:
        return practice(id).name if id else ""
    except UnknownPractice:
        return ""


def column(board: str, state: IdeaState, ideas: Sequence[Idea], many: int, said: Mapping[UUID, str]) -> Column:
    """Return the ideas of one state; `board` is the address of the board as it is filtered."""
    href = f"{board}&state={state.value}" if many > len(ideas) else ""
    shown = tuple(card(one, said.get(one.pk, "")) for one in ideas)
    return Column(state.value.replace("_", "-"), STATES[state], many, shown, href)


def became(moves: Iterable[IdeaMove]) -> tuple[Became, ...]:
    """Return what became of an idea, newest first; who said so stands with it."""
    return tuple(_became(one) for one in moves)


def _became(one: IdeaMove) -> Became:
    when = _("%(name)s, %(day)s") % {"name": one.by.name, "day": day(one.at)}
    return Became(STATES[IdeaState(one.state)], one.words, when)


def own(idea: Idea, moves: Iterable[IdeaMove] = ()) -> Own:
    """Return one of the reader's own ideas."""
    here = {"agency_id": idea.agency_id, "idea_id": idea.pk}
    state = IdeaState(idea.state)
    return Own(
        card=card(idea),
        became=became(moves),
        nameless=idea.by_id is None,
        waits=state == IdeaState.WAITING,
        reword=address("culture:reword_idea", **here) if state in NOT_LOOKED_AT else "",
        take_back=address("culture:take_back_idea", **here) if IdeaState.TAKEN_BACK in NEXT[state] else "",
    )


def news(moves: Sequence[IdeaMove]) -> str:
    """Say in neutral words that something became of somebody's ideas."""
    if len({one.idea_id for one in moves}) == 1:
        return _("Something became of an idea of yours")
    return _("Something became of ideas of yours")
