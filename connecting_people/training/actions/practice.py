"""A practice space begins, is shown, kept, emptied, and goes a day after the training."""

import json
from collections import Counter
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.measures.answering import stored
from connecting_people.measures.instruments import PRACTICE, latest
from connecting_people.measures.rules import Answers
from connecting_people.people.models import User
from connecting_people.training.actions.trainings import TrainingError
from connecting_people.training.live import grow
from connecting_people.training.models import PracticeConnection, PracticeSpace, Trainee
from connecting_people.training.permissions import check_can_keep, check_can_practise, check_keeps, practice_goes_at
from connecting_people.training.queries.practice import gone


@transaction.atomic
def own_space(*, by: Trainee, at: datetime) -> PracticeSpace:
    """Return the practice space of a seat to work in, begun where there is none, and held until this is done."""
    check_can_practise(by, at)
    new = {"agency_id": by.agency_id, "delete_at": practice_goes_at(by)}
    space, _new = PracticeSpace.objects.get_or_create(trainee=by, defaults=new)
    return PracticeSpace.objects.select_for_update().get(pk=space.pk)


@transaction.atomic
def show(*, by: Trainee, at: datetime, names: bool = False) -> None:
    """Show one's map to the room, without names unless `names` says so."""
    space = own_space(by=by, at=at)
    if not PracticeConnection.objects.filter(space=space).exists():
        raise TrainingError(_("There is nobody on your map yet, so there is nothing to show."))
    space.shown, space.shown_names = True, names
    _shown(space, by)


@transaction.atomic
def hide(*, by: Trainee, at: datetime) -> None:
    """Take one's map back from the room."""
    space = own_space(by=by, at=at)
    space.shown = space.shown_names = False
    _shown(space, by)


def _shown(space: PracticeSpace, by: Trainee) -> None:
    space.save(update_fields=["shown", "shown_names"])
    _tell_the_room(by)


def _tell_the_room(by: Trainee) -> None:
    # Maps stand beside the board, so every screen of the room is drawn anew.
    grow(by.room.training_id, moved=[by.room_id])


@transaction.atomic
def answer(*, by: Trainee, at: datetime, answers: Answers) -> None:
    """Keep the answers of one's practice self-review, in place of those before."""
    space = own_space(by=by, at=at)
    instrument = latest()[PRACTICE]
    given = json.loads(stored(instrument, answers))
    space.answers = json.dumps({"version": instrument.version, "answers": given})
    space.save(update_fields=["answers"])


@transaction.atomic
def keep(*, by: User, at: datetime, seat: Trainee) -> PracticeSpace:
    """Keep what one practised in a seat with one's login, so that it does not go."""
    space = own_space(by=seat, at=at)
    check_can_keep(by, space)
    space.kept_by, space.delete_at = by, None
    space.save(update_fields=["kept_by", "delete_at"])
    audit.record(
        by=by.pk,
        at=at,
        agency_id=space.agency_id,
        act="training: practice kept",
        subject_id=space.agency_id,
        target_id=space.pk,
    )
    return space


@transaction.atomic
def empty(*, by: Trainee, at: datetime) -> None:
    """Delete all that one practised in a seat, at once."""
    space = own_space(by=by, at=at)
    was_shown = space.shown
    space.delete()
    if was_shown:
        _tell_the_room(by)


@transaction.atomic
def delete_kept(*, by: User, at: datetime, space: PracticeSpace) -> None:
    """Delete a practice space that one kept."""
    check_keeps(by, space)
    id = space.pk
    space.delete()
    audit.record(
        by=by.pk,
        at=at,
        agency_id=space.agency_id,
        act="training: kept practice deleted",
        subject_id=space.agency_id,
        target_id=id,
    )


@transaction.atomic
def delete_gone(*, by: None, at: datetime) -> int:
    """Delete the practice spaces that are past their time, and note in each agency's audit that it was done."""
    rows = PracticeSpace.objects.filter(gone(at)).order_by("agency_id", "pk")
    past = list(rows.values_list("pk", "agency_id"))
    PracticeSpace.objects.filter(pk__in=[pk for pk, _agency in past]).delete()
    counts: Counter[UUID] = Counter(agency for _pk, agency in past)
    for agency_id, count in counts.items():
        audit.record(
            by=by,
            at=at,
            agency_id=agency_id,
            act="training: practice deleted",
            subject_id=agency_id,
            content={"spaces": str(count)},
        )
    return len(past)
