"""What only a seat could read, of seats whose time is over."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Length

from connecting_people.training.models import Note, Trainee, WillDo
from connecting_people.training.rules import AFTER_REMINDER, PRACTICE_STAYS, Shown


def notes_gone(at: datetime) -> "QuerySet[Note]":
    """Return notes that were for their authors alone, or waited in a column that was never opened."""
    return Note.objects.filter(shown=Shown.KEPT, trainee__room__closes_at__lte=at - PRACTICE_STAYS)


def names_gone(at: datetime) -> "QuerySet[Trainee]":
    """Return seats with a name that stands beside no note; where its author put it beside one, it belongs to that."""
    signed = Note.objects.filter(trainee=OuterRef("pk"), named=True, shown__in=(Shown.OPEN, Shown.TAKEN_DOWN))
    rows = Trainee.objects.filter(~Exists(signed), room__closes_at__lte=at - PRACTICE_STAYS)
    # A sealed text can be compared with nothing, but one that is empty has no length.
    return rows.annotate(length=Length("name")).filter(length__gt=0)


def will_dos_gone(at: datetime) -> "QuerySet[WillDo]":
    """Return what people without a login will do, where no reminder is to come and the last one is a week old."""
    over = Q(remind_date=None) | Q(reminded_at__lte=at - AFTER_REMINDER)
    return WillDo.objects.filter(over, trainee__room__closes_at__lte=at - PRACTICE_STAYS)
