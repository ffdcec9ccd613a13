"""What may stand in the way of a practitioner who wants to work like this."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.barrier_kind import BarrierKind, barrier
from connecting_people.guide.words import Side

_kind = partial(barrier, Side.PRACTITIONER)

BARRIERS_OF_PRACTITIONER: tuple[BarrierKind, ...] = (
    _kind(
        "practitioner-skills",
        _("Skills"),
        _("Introducing people to each other is a craft, and no one may have shown you."),
        _("“I never know how to leave the two of them alone without it being odd.”"),
        _("Who does this well, and could you go along with them once?"),
    ),
    _kind(
        "practitioner-knowledge",
        _("Know-how"),
        _("You are not clear what this way of working asks of you, or how to begin."),
        _("“I understand the idea. I don’t know what to do on Tuesday.”"),
        _("What would you need to know for the very next meeting?"),
    ),
    _kind(
        "practitioner-experience",
        _("Experience"),
        _("You have not done it before, or not with somebody in this situation."),
        _("“I’ve never gone along to a mosque with anyone.”"),
        _("Who has? What could you ask the person to teach you?"),
    ),
    _kind(
        "practitioner-confidence",
        _("Confidence"),
        _("Calling strangers or walking into a club is not easy for you either."),
        _("“I kept putting off the call to the bowls club.”"),
        _("What would you say to the person if they felt as you do now?"),
    ),
    _kind(
        "practitioner-local-knowledge",
        _("Knowing too little of the area"),
        _("Without knowing what is there you cannot make new contacts."),
        _("“I drive in from twenty miles away. I’ve never been here on a weekend.”"),
        _("Who could walk you round? The person may be the best guide."),
        _("Which place could you visit in the coming week?"),
    ),
    _kind(
        "practitioner-inspiration",
        _("Out of ideas"),
        _("The same three suggestions come up each time, and none of them fits."),
        _("“I’ve suggested the drop-in again. I could hear how flat it sounded.”"),
        _("What do people you know do for fun? What would a child suggest?"),
    ),
    _kind(
        "practitioner-time",
        _("Time"),
        _("There is too little of it to try new things, or to stay with one for long enough."),
        _("“By the time I’ve done the paperwork the group is over.”"),
        _("What could someone else do, or two people do at one go?"),
        _("What has your manager been told about the time it takes?"),
    ),
    _kind(
        "out-of-reach-place",
        _("Activities that are too far away"),
        _("What would suit is in the wrong place, or cannot be got into."),
        _("“The art group is up two flights of stairs, right across the county.”"),
        _("Could it move, or could something like it start nearer?"),
    ),
    _kind(
        "out-of-reach-cost",
        _("Activities that cost too much"),
        _("What would suit is beyond what the person can pay."),
        _("“The gym wants a year up front.”"),
        _("Have you asked them? What could be traded, shared or paid for from a fund?"),
    ),
    _kind(
        "practitioner-attitude",
        _("Your own attitude"),
        _("Worry, habit or low hopes can make you close a door on somebody’s behalf."),
        _("“I’d decided that it was too risky before I had asked her.”"),
        _("What are you afraid might happen? What might happen if it went well?"),
    ),
)
