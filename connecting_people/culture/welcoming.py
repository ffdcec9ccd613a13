"""What makes a place welcoming, line by line, in our own words; anybody can go through it with open eyes."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import StrOrPromise


@dataclass(frozen=True)
class Line:
    """One thing to look for."""

    id: str
    says: StrOrPromise


@dataclass(frozen=True)
class Topic:
    """Lines that belong together."""

    id: str
    name: StrOrPromise
    lines: tuple[Line, ...]


TOPICS: tuple[Topic, ...] = (
    Topic(
        "arriving",
        _("Getting there and coming in"),
        (
            Line("way-there", _("It is easy to get to by bus or on foot, and somebody has written down how.")),
            Line("signs", _("From the street one can see which door it is, and that it is the right one.")),
            Line("step-free", _("Somebody with a wheelchair, a stick or a pram comes in by the same door.")),
            Line("greeting", _("Somebody looks up, smiles and says hello.")),
            Line("told-next", _("One is told what happens next and how long it may take.")),
        ),
    ),
    Topic(
        "room",
        _("The room"),
        (
            Line("seats", _("There are different seats: soft and firm, near to others and a little apart.")),
            Line("round", _("People sit so that they see each other, with no desk or glass between them.")),
            Line("noise", _("One can hear and be heard, and there is somewhere quieter.")),
            Line("light-and-air", _("It is warm enough, with daylight and air.")),
            Line("privacy", _("There is a place to talk where nobody listens in.")),
            Line("toilet", _("There is a toilet that everybody can use, and one sees where.")),
        ),
    ),
    Topic(
        "together",
        _("Being together"),
        (
            Line("tea", _("There is something warm to drink, and anybody may make it.")),
            Line("children", _("Children may come along, and there is something for them to do.")),
            Line("linger", _("Nobody minds if one stays a while for no reason.")),
            Line("same-cups", _("Staff and visitors use the same cups, chairs and doors.")),
            Line("talking", _("It happens that people who did not know each other get talking.")),
        ),
    ),
    Topic(
        "said",
        _("What the walls say, and who decides"),
        (
            Line("notices", _("What hangs on the walls invites more than it forbids.")),
            Line("what-is-on", _("There is fresh news of what goes on in the area.")),
            Line("languages", _("People find their own language, pictures or faces there.")),
            Line("who-decides", _("Those who use the place have a say in how it looks and what happens in it.")),
        ),
    ),
)
LINES: dict[str, Line] = {line.id: line for topic in TOPICS for line in topic.lines}
