"""Whose turn it is to tell and whose to listen, and when they swap."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from connecting_people.training.models import Block, Room, Trainee


@dataclass(frozen=True)
class Turn:
    """One part of the time: who tells in it, and until when, as long as the timer runs."""

    teller: str
    mine: bool
    until: datetime | None
    minutes: int

    @property
    def clock(self) -> str:
        """Return the time of day until which it goes on; nothing while the timer does not run."""
        return date_format(timezone.localtime(self.until), "H:i") if self.until else ""


@dataclass(frozen=True)
class Swap:
    """The turns of a pair, or of three where one was left over; `with_whom` names the others as far as they said."""

    turns: tuple[Turn, ...]
    with_whom: str
    three: bool
    alone: bool = False


def swap_of(block: Block, room: Room, trainee: Trainee | None) -> Swap:
    """Return the turns of the group that a trainee is in; of any pair where they are in none, or for a screen for all.

    The time of the block is shared out evenly: two swap at half time, three change twice.
    """
    group = trainee.groups.filter(block=block).order_by("number").first() if trainee else None
    members = list(group.trainees.filter(ejected_at=None).order_by("joined_at", "pk")) if group else []
    if trainee is None or len(members) < 2:
        return Swap(_turns(block, room, ((_("The first of you"), False), (_("The other"), False))), "", False, True)
    tellers = tuple((_("You") if one.pk == trainee.pk else _called(one), one.pk == trainee.pk) for one in members)
    names = [name for name, mine in tellers if not mine]
    return Swap(_turns(block, room, tellers), " + ".join(names), len(members) > 2)


def _called(trainee: Trainee) -> str:
    return trainee.name or _("your partner")


def _turns(block: Block, room: Room, tellers: tuple[tuple[str, bool], ...]) -> tuple[Turn, ...]:
    each = timedelta(minutes=block.minutes) / len(tellers)
    left = len(tellers) - 1
    return tuple(
        Turn(
            teller=name,
            mine=mine,
            until=room.timer_ends_at - each * (left - n) if room.timer_ends_at else None,
            minutes=round(each / timedelta(minutes=1)),
        )
        for n, (name, mine) in enumerate(tellers)
    )
