"""What everything that can be said of a connection is called on a page."""

from django.utils.translation import gettext_lazy as _

from connecting_people.connections.acts import Act
from connecting_people.connections.hints import Hint
from connecting_people.connections.photos import Fault
from connecting_people.connections.rules import Contact, Enough, Exchange, Feeling, Nature, State, StrengthKind, Way
from connecting_people.guide.words import StrOrPromise

NATURES: dict[Nature, StrOrPromise] = {
    Nature.PERSON: _("A person"),
    Nature.GROUP: _("A group"),
    Nature.PLACE: _("A place"),
    Nature.ONLINE: _("People online"),
    Nature.ANIMAL: _("A pet or other animal"),
}
STATES: dict[State, StrOrPromise] = {
    State.CURRENT: _("Part of life now"),
    State.LOST_TOUCH: _("Lost touch"),
    State.ENDED: _("Ended"),
    State.WISHED_FOR: _("Wished for"),
}
STATE_HINTS: dict[State, StrOrPromise] = {
    State.LOST_TOUCH: _("You no longer hear from each other. Stays on the map, faintly."),
    State.ENDED: _("It is over. Stays on the map, faintly."),
    State.WISHED_FOR: _("Not there yet, and you would like it to be."),
}
FEELINGS: dict[Feeling, StrOrPromise] = {
    Feeling.GOOD: _("Good"),
    Feeling.MIXED: _("Mixed"),
    Feeling.HARD: _("Hard"),
    Feeling.NOT_SAID: _("Rather not say"),
}
CONTACTS: dict[Contact, StrOrPromise] = {
    Contact.DAILY: _("Every day, or nearly"),
    Contact.SEVERAL_A_WEEK: _("A few times a week"),
    Contact.WEEKLY: _("About once a week"),
    Contact.FORTNIGHTLY: _("About every two weeks"),
    Contact.MONTHLY: _("About once a month"),
    Contact.FEW_A_YEAR: _("A few times a year"),
    Contact.LESS: _("Less than that"),
    Contact.NONE: _("Not at all just now"),
}
WAYS: dict[Way, StrOrPromise] = {
    Way.IN_PERSON: _("Seeing each other"),
    Way.PHONE: _("On the phone"),
    Way.WRITING: _("Letters and messages"),
    Way.ONLINE: _("Online"),
}
EXCHANGES: dict[Exchange, StrOrPromise] = {
    Exchange.INTERESTS: _("Things we both like"),
    Exchange.RESOURCES: _("Things, money, lifts, a place to be"),
    Exchange.CONNECTIONS: _("Knowing other people"),
    Exchange.EMOTIONAL_SUPPORT: _("Listening and comfort"),
    Exchange.PRACTICAL_ADVICE: _("Advice and a helping hand"),
    Exchange.FRIENDSHIP: _("Friendship"),
}
INSIDE: dict[bool, StrOrPromise] = {True: _("Inside services"), False: _("Outside services")}
COLOURS: dict[str, StrOrPromise] = {
    "teal": _("Teal"),
    "indigo": _("Indigo"),
    "ochre": _("Ochre"),
    "rose": _("Rose"),
    "olive": _("Olive"),
    "slate": _("Slate"),
    "violet": _("Violet"),
    "sky": _("Sky blue"),
    "sand": _("Sand"),
    "moss": _("Moss"),
}
COLOURS_SHOW: dict[str, StrOrPromise] = {
    "kind": _("Part of life"),
    "services": _("Inside or outside services"),
    "reciprocity": _("Giving and getting"),
    "feeling": _("How it feels"),
    "own": _("Colours of your own"),
}
TEXT_SIZES: dict[str, StrOrPromise] = {"usual": _("Usual"), "large": _("Large"), "larger": _("Larger")}
# What somebody did, as the page tells what can be taken back: with and without a name.
ACTS: dict[Act, tuple[StrOrPromise, StrOrPromise]] = {
    Act.ADDED: (_("%(name)s came on the map"), _("Somebody came on the map")),
    Act.CHANGED: (_("What is said of %(name)s changed"), _("What is said of somebody changed")),
    Act.MOVED: (_("%(name)s moved"), _("Somebody moved")),
    Act.LOST_TOUCH: (_("Touch with %(name)s was lost"), _("Touch was lost")),
    Act.ENDED: (_("It ended with %(name)s"), _("A connection ended")),
    Act.TAKEN_UP: (_("%(name)s is part of life again"), _("Somebody is part of life again")),
    Act.TAKEN_OFF: (_("%(name)s was taken off the map"), _("Somebody was taken off the map")),
    Act.PUT_BACK: (_("%(name)s was put back on the map"), _("Somebody was put back on the map")),
    Act.SHARED: (_("%(name)s is shown to both"), _("Somebody is shown to both")),
    Act.BROUGHT_IN: (_("%(name)s came in from a file"), _("Maps came in from a file")),
    Act.UNDONE: (_("Something about %(name)s was taken back"), _("Something was taken back")),
    Act.REDONE: (_("Something about %(name)s was done again"), _("Something was done again")),
    Act.TIED: (_("%(name)s was joined to somebody"), _("Two were joined")),
    Act.UNTIED: (_("A line from %(name)s was taken away"), _("A line was taken away")),
    Act.RULED: (_("The rings or parts changed"), _("The rings or parts changed")),
}
HINTS: dict[Hint, StrOrPromise] = {
    Hint.SURNAME: _("That looks like a full name. A first name, a nickname or a sign is enough here."),
    Hint.POSTCODE: _("That looks like a postcode. The map does not need to know where anybody lives."),
    Hint.ADDRESS: _("That looks like an address. The map does not need to know where anybody lives."),
    Hint.PHONE: _("That looks like a phone number. It is safer in your own phone than here."),
    Hint.EMAIL: _("That looks like an e-mail address. It is safer in your own address book than here."),
    Hint.BIRTH_DATE: _("That looks like somebody’s date of birth. The map does not need it."),
}
FAULTS: dict[Fault, StrOrPromise] = {
    Fault.EMPTY: _("There is nothing in this file. Choose the photo again."),
    Fault.TOO_LARGE: _(
        "This photo is larger than 8 MB. Take it a little smaller, or send it to yourself in a smaller size."
    ),
    Fault.NO_PHOTO: _("This is not a photo that we can show. Choose a JPEG or PNG file."),
    Fault.BROKEN: _("This photo seems to be cut off. Take it again, or save it again as JPEG or PNG."),
    Fault.TOO_MANY_PIXELS: _("This photo has more dots than a page can show. Take it a little smaller."),
}

STRENGTHS: dict[StrengthKind, StrOrPromise] = {
    StrengthKind.INTEREST: _("Interests"),
    StrengthKind.ENJOYS: _("Enjoys"),
    StrengthKind.GOOD_AT: _("Good at"),
    StrengthKind.QUALITY: _("Qualities"),
    StrengthKind.AGAIN: _("Used to do, and would like again"),
    StrengthKind.TRY: _("Would like to try"),
}
ENOUGH: dict[Enough, StrOrPromise] = {
    Enough.ENOUGH: _("Enough, as it is"),
    Enough.MORE: _("More people"),
    Enough.CLOSER: _("Closer to some"),
    Enough.FEWER: _("Fewer people"),
}


def act_in_words(act: Act, name: str = "") -> str:
    """Say what somebody did on the map."""
    named, unnamed = ACTS[act]
    return str(named) % {"name": name} if name else str(unnamed)
