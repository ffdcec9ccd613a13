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

    says: str
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
        either = ((_("The first of you tells"), False), (_("The other tells"), False))
        return Swap(_turns(block, room, either), "", three=False, alone=True)
    tellers = tuple((_tells(one, trainee), one.pk == trainee.pk) for one in members)
    names = [one.name for one in members if one.name and one.pk != trainee.pk]
    return Swap(_turns(block, room, tellers), ", ".join(names), three=len(members) > 2)


def _tells(one: Trainee, reader: Trainee) -> str:
    if one.pk == reader.pk:
        return _("You tell")
    return _("%(name)s tells") % {"name": one.name} if one.name else _("Your partner tells")


def _turns(block: Block, room: Room, tellers: tuple[tuple[str, bool], ...]) -> tuple[Turn, ...]:
    each = timedelta(minutes=block.minutes) / len(tellers)
    left = len(tellers) - 1
    return tuple(
        Turn(
            says=says,
            mine=mine,
            until=room.timer_ends_at - each * (left - n) if room.timer_ends_at else None,
            minutes=round(each / timedelta(minutes=1)),
        )
        for n, (says, mine) in enumerate(tellers)
    )
