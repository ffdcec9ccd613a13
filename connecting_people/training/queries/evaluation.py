"""What people said of a training, once a day has passed over it, and what its trainers will do better."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.conf import settings
from django.db.models import F, QuerySet
from django.http import Http404

from connecting_people.core.small_numbers import FEWEST
from connecting_people.people.models import User
from connecting_people.training.course.evaluation import QUESTIONS
from connecting_people.training.models import Evaluation, Improvement, Trainee, Training
from connecting_people.training.queries.trainings import taken

# Words are held until so many have answered: of one, everybody would know whose they are.
FEWEST_WORDS: Final = 3


@dataclass(frozen=True)
class Said:
    """What people said of a training, in no order that tells anything: words once three have answered, and means.

    Both hold what was said until yesterday: whoever looks twice on one day sees nobody's answer come in.
    """

    good: tuple[str, ...]
    better: tuple[str, ...]
    means: Mapping[str, float]


def said_of(training: Training, today: date) -> Said:
    """Return what may be read today of what people said, in two queries."""
    rows = list(Evaluation.objects.filter(agency=training.agency_id, training=training, on_date__lt=today))
    # Ids are drawn by lot. The two lists go by different ends of them, so that no two words stand beside each other.
    one_way, other_way = sorted(rows, key=lambda row: row.pk.hex), sorted(rows, key=lambda row: row.pk.hex[::-1])
    told, drawn = len(rows) >= FEWEST_WORDS, taken(training) >= FEWEST
    return Said(
        good=tuple(row.good for row in one_way if row.good and told),
        better=tuple(row.better for row in other_way if row.better and told),
        means={one.id: mean for one in QUESTIONS if drawn and (mean := _mean(rows, one.id)) is not None},
    )


def _mean(rows: list[Evaluation], question: str) -> float | None:
    """Return where eight people or more stand on the whole, to a quarter of a step; None for fewer."""
    told = [row.answers[question] for row in rows if question in row.answers]
    return round(4 * sum(told) / len(told)) / 4 if len(told) >= FEWEST else None


def improvements_of(training: Training) -> "QuerySet[Improvement]":
    """Return what the trainers of a training will do better, what is not done first."""
    return training.improvements.select_related("carried_to").order_by(
        F("done_at").asc(nulls_first=True), "made_at", "pk"
    )


def improvement_in(training: Training, improvement_id: UUID) -> Improvement:
    """Return one thing to do better; Http404 where the training has none of this id."""
    found = training.improvements.filter(pk=improvement_id).first()
    if found is None:
        raise Http404
    return found


def said_already(by: User | Trainee, training: Training, also: User | Trainee | None = None) -> bool:
    """Say whether somebody has said what they think of a training; `also` is their login or seat in this browser."""
    receipts = [receipt_of(one, training) for one in (by, also) if one is not None]
    return Evaluation.objects.filter(agency=training.agency_id, training=training, receipt__in=receipts).exists()


def receipt_of(by: User | Trainee, training: Training) -> str:
    """Return what keeps somebody from answering twice: from it alone nobody can tell whose it is.

    It is made with the installation's key, so that not even who holds the database can try all people in turn.
    """
    whose = f"evaluation {training.pk} {by.pk}"
    return hmac.new(settings.SECRET_KEY.encode(), whose.encode(), hashlib.sha256).hexdigest()
