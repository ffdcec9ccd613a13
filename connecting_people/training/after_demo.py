"""What came after a past training of the demo: notes taken further, what people said, certificates and intentions."""

from datetime import datetime, timedelta
from typing import Any, Final

from connecting_people.community.models import Asset
from connecting_people.community.rules import Light, Rater
from connecting_people.community.writing import Said, new_document, rewritten
from connecting_people.guide.barriers import BARRIER_KINDS
from connecting_people.people.models import User
from connecting_people.training.actions import certificates, evaluation, landing, will_do
from connecting_people.training.models import Attendance, Improvement, Note, Trainee, Training
from connecting_people.training.presenters.landing import begins_with, kind_of, light_of, rater_of
from connecting_people.training.queries.landing import boards, landable, notes_to_land
from connecting_people.training.rules import Going, Lands

OF_EACH: Final = 2  # notes of each kind that go further, so that others are left to try it with
_SAID: Final = (
    ("Hearing it from people who have been through it", "More time to talk in pairs"),
    ("Drawing my own map. I did not expect to be moved by it", ""),
    ("That nobody was the expert", "The room was cold in the morning"),
    ("The list of places on the wall", "Send the slides beforehand"),
    ("", "A quieter corner for the breaks"),
    ("I could say what I think and it was written down", ""),
    ("The conversation that we stepped through", "Fewer slides"),
    ("Laughing together", ""),
    ("The way the two trainers took turns", "Longer, or a second day"),
)
_LEVELS: Final = (
    {"aim_service_users": 3, "aim_practitioners": 4, "aim_agency": 2, "followed": 4, "heard": 4, "both_sides": 3},
    {"aim_service_users": 4, "aim_practitioners": 3, "aim_agency": 2, "followed": 3, "heard": 4, "know_what": 3},
    {"aim_service_users": 3, "aim_practitioners": 3, "aim_agency": 3, "followed": 3, "heard": 3, "know_what": 2},
)


def play_after(*, keeper: User, at: datetime, training: Training, onwards: Training | None = None) -> None:
    """Let `keeper`, who looks after the agency, do all that comes after a training whose notes are on the boards.

    `onwards` is the training that was copied from it, into whose plan the first improvement goes.
    """
    _land(keeper, at, training)
    people = [one.user for one in training.attendances.filter(going=Going.CAME).select_related("user") if one.user]
    seated = list(Trainee.objects.filter(room__training=training, ejected_at=None).select_related("room"))
    voices: list[User | Trainee] = [*people]
    voices += seated
    for number, (by, (good, better)) in enumerate(zip(voices, _SAID, strict=False)):
        answers = _LEVELS[number % len(_LEVELS)]
        evaluation.say(by=by, at=at, training=training, answers=answers, good=good, better=better)
    _plan_better(keeper, at, training, onwards)
    for by in [*voices[:1], *voices[-1:]]:
        weeks, email = (4, "") if isinstance(by, User) else (0, "")
        words = "Ask one person each week what they used to enjoy, and listen"
        will_do.intend(by=by, at=at, training=training, words=words, weeks=weeks, email=email)
    came = Attendance.objects.filter(training=training, going=Going.CAME)
    certificates.give(by=keeper, at=at + timedelta(hours=1), training=training, to=came)


def _plan_better(keeper: User, at: datetime, training: Training, onwards: Training | None) -> None:
    first = evaluation.plan_better(by=keeper, at=at, training=training, words="Half an hour more for the pairs")
    done = evaluation.plan_better(by=keeper, at=at, training=training, words="Ask for a room with daylight")
    evaluation.mark_better(by=keeper, at=at + timedelta(days=2), improvement=done, done=True)
    if onwards:
        Improvement.objects.filter(pk=first.pk).update(carried_to=onwards)


def _land(keeper: User, at: datetime, training: Training) -> None:
    left = dict.fromkeys(Lands, OF_EACH)
    for board in boards(training):
        for one in landable(list(notes_to_land(board.block))):
            for where in one.lands:
                if left[where] and where not in one.landed and _taken(keeper, at, one.note, where):
                    left[where] -= 1


def _taken(keeper: User, at: datetime, note: Note, where: Lands) -> bool:
    """Take a note further as its page would begin it; say whether it went."""
    act: dict[str, Any] = {"by": keeper, "at": at, "note": note}
    name = begins_with((note.about or note).text)
    known = Asset.objects.filter(agency_id=note.agency_id, name__iexact=name).first()
    if where == Lands.GAP:
        landing.land_gap(**act, need=note.text, interest="", place="")
    elif where == Lands.IDEA:
        landing.land_idea(**act, words=note.text)
    elif where == Lands.WAY_ROUND:
        landing.land_way_round(**act, kind=kind_of(note) or BARRIER_KINDS[0].id, words=note.text)
    elif where == Lands.DIRECTORY and known:
        landing.land_at_entry(**act, asset=known)
    elif where == Lands.DIRECTORY:
        said = Said(fields={"name": name, "description": note.text}, terms={"kinds": ["group"]})
        document = rewritten(new_document(), said)
        landing.land_new_entry(**act, document=document, organisation=None, new_organisation="", secret=None)
    elif known is None:
        return False
    else:
        _about_a_place(act, known, note, where)
    return True


def _about_a_place(act: dict[str, Any], asset: Asset, note: Note, where: Lands) -> None:
    if where == Lands.IMPROVEMENT:
        act |= {"from_light": Light.AMBER, "to_light": Light.GREEN}
        landing.land_improvement(**act, asset=asset, idea=note.text)
    else:
        light, rater = light_of(note) or Light.AMBER, rater_of(note) or Rater.PRACTITIONER
        landing.land_rating(**act, asset=asset, rater=rater, light=light, reason=note.text)
