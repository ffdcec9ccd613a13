"""Notes for trainers: before, in the room and afterwards, as equals, with whole teams and with guests."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.words import StrOrPromise
from connecting_people.training.rules import Who


@dataclass(frozen=True)
class Notes:
    """What there is to say to trainers about one side of a training."""

    id: str
    name: StrOrPromise
    says: tuple[StrOrPromise, ...]


@dataclass(frozen=True)
class GuestIdea:
    """Whom one could ask to speak, from where they speak, and what about."""

    id: str
    who: Who
    name: StrOrPromise
    topics: tuple[StrOrPromise, ...]


BEFORE = Notes(
    "before",
    _("Before the day"),
    (
        _("Start from the end: what should be different afterwards for those who use the service, for those who "
          "work in it, and for the agency? Let that choose the activities."),
        _("Settle six things: who comes, how long it takes, when it will be of use, how the room is set up, what is "
          "needed in it, and how trainers and trainees are chosen."),
        _("Two short days with weeks between them often do more than one long one: people try things in between."),
        _("A circle or small tables, daylight, somewhere quiet to go to. Check the door, the lift, the loop and the "
          "toilets for everybody who is coming."),
        _("Ask each person beforehand what would make it easy for them to take part, and pay those who are not paid."),
        _("Print the pack even if you mean to use phones. Networks fail."),
    ),
)  # fmt: skip
IN_THE_ROOM = Notes(
    "in-the-room",
    _("In the room"),
    (
        _("Say what happens to what is said and written: what is kept, what goes, and that names stay out of it."),
        _("Anyone may sit out any activity, or leave and come back, without a reason. The work is like that too."),
        _("Change whatever does not fit this group. None of it has to be done in this order, or at all."),
        _("Watch the time together. When a talk is good, drop the next activity rather than hurry two."),
        _("Come back to “Not clear yet” after every break, and to the ordinary day of each trainee."),
        _("If something is close to the bone for somebody, one trainer goes with them and the other carries on."),
    ),
)
AFTERWARDS = Notes(
    "afterwards",
    _("Afterwards"),
    (
        _("The same day, while it is fresh: what would you keep, what would you change, and who does that?"),
        _("Ask the trainees too, briefly, and tell them what became of their answers."),
        _("Take what was found out to where it is used: places and gaps, ways around, ideas. Nothing goes by itself."),
        _("Look again a month later at what each wanted to try. That talk is a part of the training."),
        _("Whoever has just been trained may give the next one, with somebody at their side."),
    ),
)
EQUALS = Notes(
    "equals",
    _("Trainers as equals"),
    (
        _("Practitioners, people who use services, carers and people from outside give it together. Each leads "
          "something, and each is named and paid for."),
        _("Plan it together from the first talk. Being asked to “tell your story” on a finished day is not that."),
        _("Nobody has to have done this before. Having lived or worked with it helps, and so does being new to it."),
        _("Agree on signs between you: carry on, take over, let us stop."),
        _("How the trainers treat each other is what people will remember of the model."),
    ),
)  # fmt: skip
WHOLE_TEAMS = Notes(
    "whole-teams",
    _("Whole teams"),
    (
        _("Train a team together as far as you can, with everybody whose work touches people’s daily lives: social "
          "and support workers, occupational therapists, nurses, and whoever answers the door."),
        _("One person who comes back full of ideas to a team that was not there soon stops talking about them."),
        _("Managers as trainees, not as onlookers: much of what gets in the way is theirs to change."),
        _("Ask those who cannot come when they could. A shorter round later is better than none."),
    ),
)  # fmt: skip
WITH_GUESTS = Notes(
    "guests",
    _("Guest speakers"),
    (
        _("Ten minutes of somebody’s own experience, and as long again for questions."),
        _("They know your area or your team, so they are yours to find. Ask early, and say what for."),
        _("Let them see the questions beforehand, and choose which to leave out."),
        _("Someone from a local group learns who you are as well. It may be the beginning of a friendship."),
        _("Offer the fare, a fee where you can, and somebody to arrive with."),
    ),
)

NOTES: Final = (BEFORE, IN_THE_ROOM, AFTERWARDS, EQUALS, WHOLE_TEAMS, WITH_GUESTS)
GUESTS: Final = (
    GuestIdea(
        "lived",
        Who.SERVICE_USER,
        _("Somebody who has been on this way with a practitioner"),
        (
            _("What it was like, and what they would have wished for"),
            _("What got in the way, and how they got round it"),
            _("What practitioners could do less of"),
        ),
    ),
    GuestIdea(
        "works-like-this",
        Who.PRACTITIONER,
        _("A social worker or support worker who works like this"),
        (
            _("What changed in their week, and where the time came from"),
            _("A barrier of their own, and what helped"),
            _("Something that did not work, and what they made of it"),
        ),
    ),
    GuestIdea(
        "alongside",
        Who.CARER,
        _("A carer, relative or friend"),
        (
            _("What they saw change, and what they worried about"),
            _("How to be let in, and how to be left out of it"),
        ),
    ),
    GuestIdea(
        "local-group",
        Who.OUTSIDE,
        _("Somebody from a local group or charity"),
        (
            _("What there is around here that few people know of"),
            _("What makes life hard for groups like theirs: money, rules on who may come, a room"),
            _("What they think would bring people together, and what they need from the agency"),
        ),
    ),
)
