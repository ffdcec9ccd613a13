"""What stood on the board of a training goes into daily practice: one note at a time, by somebody's choice, once."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.barriers.actions import keeping
from connecting_people.community.actions import entries, gaps, mentions, ratings
from connecting_people.community.models import Asset, Organisation, Rating
from connecting_people.community.rules import Light, Rater
from connecting_people.community.standard import Document
from connecting_people.culture.actions import ideas
from connecting_people.people.models import User
from connecting_people.training.actions.trainings import TrainingError
from connecting_people.training.course.landing import lands_of
from connecting_people.training.live import columns_of
from connecting_people.training.models import Landing, Note, Training
from connecting_people.training.permissions import check_can_lead
from connecting_people.training.queries.landing import came_from
from connecting_people.training.rules import Lands, Shown


class AlreadyLanded(TrainingError):
    """A note is there already; `landing` says by whom and since when."""

    def __init__(self, landing: Landing) -> None:
        super().__init__(_("Somebody was quicker: this note is there already. What you wrote is still on this page."))
        self.landing = landing


class LightTwice(TrainingError):
    """Somebody's light for a place is in already."""


@transaction.atomic
def land_new_entry(
    *,
    by: User,
    at: datetime,
    note: Note,
    document: Document,
    organisation: Organisation | None,
    new_organisation: str,
    secret: str | None,
) -> Landing:
    """Begin an entry of the directory from a note; raise what write_entry raises, and then nothing is kept."""
    training = _open(by, note, Lands.DIRECTORY)
    asset = entries.write_entry(
        by=by,
        at=at,
        agency=training.agency,
        document=document,
        organisation=organisation,
        new_organisation=new_organisation,
        secret=secret,
    )
    mentions.mention(by=by, at=at, asset=asset, came=came_from(training))
    return _remember(by, at, note, Lands.DIRECTORY, asset.pk)


@transaction.atomic
def land_at_entry(*, by: User, at: datetime, note: Note, asset: Asset) -> Landing:
    """Say that a note is about an entry that the directory has already; the entry itself stays as it is."""
    training = _open(by, note, Lands.DIRECTORY)
    _check_agency(training, asset)
    mentions.mention(by=by, at=at, asset=asset, came=came_from(training))
    return _remember(by, at, note, Lands.DIRECTORY, asset.pk)


@transaction.atomic
def land_gap(*, by: User, at: datetime, note: Note, need: str, interest: str, place: str) -> Landing:
    """Put what a note misses on the agency's board."""
    training = _open(by, note, Lands.GAP)
    gap = gaps.add_gap(
        by=by, at=at, agency=training.agency, need=need, interest=interest, place=place, came=came_from(training)
    )
    return _remember(by, at, note, Lands.GAP, gap.pk)


@transaction.atomic
def land_rating(
    *, by: User, at: datetime, note: Note, asset: Asset, rater: Rater, light: Light, reason: str
) -> Landing:
    """Let a light of a training wait to be looked at, as what kind of person gave it and without anybody's name."""
    training = _open(by, note, Lands.RATING)
    _check_agency(training, asset)
    _check_light_once(note, asset)
    rating = ratings.bring_from_training(
        by=by, at=at, asset=asset, rater=rater, light=light, reason=reason, came=came_from(training)
    )
    return _remember(by, at, note, Lands.RATING, rating.pk)


@transaction.atomic
def land_way_round(*, by: User, at: datetime, note: Note, kind: str, words: str) -> Landing:
    """Hand a way round in to the library, where a second person looks at it."""
    training = _open(by, note, Lands.WAY_ROUND)
    item = keeping.bring_from_training(
        by=by, at=at, agency=training.agency, kind=kind, text=words, came=came_from(training)
    )
    return _remember(by, at, note, Lands.WAY_ROUND, item.pk)


@transaction.atomic
def land_idea(*, by: User, at: datetime, note: Note, words: str) -> Landing:
    """Put an idea of a training on the agency's list, without anybody's name."""
    training = _open(by, note, Lands.IDEA)
    idea = ideas.suggest(by=by, at=at, agency=training.agency, words=words, from_training=training.pk)
    return _remember(by, at, note, Lands.IDEA, idea.pk)


def _open(by: User, note: Note, where: Lands) -> Training:
    """Lock a note, so that two trainers at the same moment land it once, and see that it may go there."""
    now = Note.objects.select_for_update(of=("self",)).select_related("training__agency", "block").get(pk=note.pk)
    check_can_lead(by, now.training)
    earlier = Landing.objects.filter(note=now, where=where).first()
    if earlier:
        raise AlreadyLanded(earlier)
    lands = lands_of(columns_of(now.block), now.column, reply=now.about_id is not None)
    if now.shown != Shown.OPEN or where not in lands:
        raise TrainingError(_("This note cannot go there. Choose another way, or write it there yourself."))
    return now.training


def _check_agency(training: Training, asset: Asset) -> None:
    if asset.agency_id != training.agency_id:
        raise TrainingError(_("Choose a place of this agency’s directory."))


def _check_light_once(note: Note, asset: Asset) -> None:
    """See that nobody counts twice for a place, however many notes they wrote about it."""
    if note.trainee_id is None:
        return
    theirs = Landing.objects.filter(note__trainee=note.trainee_id, where=Lands.RATING).values("target")
    if Rating.objects.filter(pk__in=theirs, asset=asset).exists():
        raise LightTwice(_("A light of the same person for this place is in already, and each counts once."))


def _remember(by: User, at: datetime, note: Note, where: Lands, target: UUID) -> Landing:
    landing = Landing.objects.create(agency_id=note.agency_id, note=note, where=where, target=target, by=by, at=at)
    act = f"training: note landed, {where.value.replace('_', ' ')}"
    audit.record(by=by.pk, at=at, agency_id=note.agency_id, act=act, subject_id=note.agency_id, target_id=target)
    return landing
