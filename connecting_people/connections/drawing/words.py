"""What a map says in words: of each connection for whoever hears it, and in the key of colours, edges and signs."""

from django.utils.translation import gettext_lazy as _

from connecting_people.connections.rules import Feeling, Nature, State
from connecting_people.guide.words import StrOrPromise

NATURES: dict[Nature, StrOrPromise] = {
    Nature.PERSON: _("Person"),
    Nature.GROUP: _("Group"),
    Nature.PLACE: _("Place"),
    Nature.ONLINE: _("Online"),
    Nature.ANIMAL: _("Animal"),
}
STATES: dict[State, StrOrPromise] = {
    State.LOST_TOUCH: _("Lost touch"),
    State.ENDED: _("Ended"),
    State.WISHED_FOR: _("Wished for"),
}
FEELINGS: dict[Feeling, StrOrPromise] = {
    Feeling.GOOD: _("Feels good"),
    Feeling.MIXED: _("Feels mixed"),
    Feeling.HARD: _("Feels hard"),
}
SERVICES: dict[bool, StrOrPromise] = {True: _("Inside services"), False: _("Outside services")}
SHARING: dict[str, StrOrPromise] = {
    "both": _("Sharing both ways"),
    "gives": _("Giving"),
    "gets": _("Getting"),
}
FAINT = _("Lost touch or ended")
TIE = _("They know each other")
KEPT = _("Only you see this one")
NOT_PLACED = _("Not placed yet")
CAME: dict[str, StrOrPromise] = {"new": _("New on the map"), "remembered": _("Remembered later")}
TRAIL = _("From where they were")
EDGES: dict[str, StrOrPromise] = {
    "solid": SERVICES[False],
    "dashed": SERVICES[True],
    "dotted": STATES[State.WISHED_FOR],
}
KNOWS_ONE = _("Knows one other here")
KNOWS_MANY = _("Knows %(count)s others here")
