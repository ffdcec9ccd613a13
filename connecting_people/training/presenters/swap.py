"""Whose turn it is to tell and whose to listen, and when they swap."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from connecting_people.training.models import Block, Trainee
from connecting_people.training.presenters.rooms import Timer


@dataclass(frozen=True)
class Turn:
    """One part of the time: who tells in it, and until when, as long as the timer runs.

    It is over as soon as the timer has `over_at` seconds left, by whatever clock a screen counts.
    """

    says: str
    mine: bool
    until: datetime | None
    minutes: int
    over_at: int

    @property
    def clock(self) -> str:
        """Return the time of day until which it goes on; nothing while the timer does not run."""
        return date_format(timezone.localtime(self.until), "H:i") if self.until else ""


@dataclass(frozen=True)
class Swap:
    """The turns of a pair, or of three where one was left over; `with_whom` names the others as far as they said.

    `now` is the number of the turn that is on; -1 while there is no timer, and as many as there are when time is up.
    """

    turns: tuple[Turn, ...]
    now: int
    with_whom: str = ""
    three: bool = False
    alone: bool = False

    @property
    def swapped(self) -> bool:
        """Say whether those who told before listen now."""
        return 0 < self.now < len(self.turns)


def swap_of(block: Block, trainee: Trainee | None, timer: Timer | None) -> Swap:
    """Return the turns of the group that a trainee is in; of any pair where they are in none, or for a screen for all.

    The time of the timer, or without one of the block, is shared out evenly: two swap at half time, three change twice.
    """
    group = trainee.groups.filter(block=block).order_by("number").first() if trainee else None
    members = list(group.trainees.filter(ejected_at=None).order_by("joined_at", "pk")) if group else []
    if trainee is None or len(members) < 2:
        either = ((_("The first of you tells"), False), (_("The other tells"), False))
        turns = _turns(block, timer, either)
        return Swap(turns, _now(turns, timer), alone=True)
    turns = _turns(block, timer, tuple((_tells(one, trainee), one.pk == trainee.pk) for one in members))
    names = [one.name for one in members if one.name and one.pk != trainee.pk]
    return Swap(turns, _now(turns, timer), ", ".join(names), three=len(members) > 2)


def _tells(one: Trainee, reader: Trainee) -> str:
    if one.pk == reader.pk:
        return _("You tell")
    return _("%(name)s tells") % {"name": one.name} if one.name else _("Your partner tells")


def _turns(block: Block, timer: Timer | None, tellers: tuple[tuple[str, bool], ...]) -> tuple[Turn, ...]:
    each = (timer.length if timer else block.minutes * 60) / len(tellers)
    found = []
    for left, (says, mine) in zip(reversed(range(len(tellers))), tellers, strict=True):
        over_at = round(each * left)
        until = timer.ends_at - timedelta(seconds=over_at) if timer and timer.ends_at else None
        found.append(Turn(says, mine, until, minutes=round(each / 60), over_at=over_at))
    return tuple(found)


def _now(turns: tuple[Turn, ...], timer: Timer | None) -> int:
    return sum(timer.left <= turn.over_at for turn in turns) if timer else -1
