"""What people like to do, in families: the one list from which strengths, and places in the area, are chosen."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import StrOrPromise


class UnknownInterest(LookupError):
    """Raised for an id that names no interest of the list."""


@dataclass(frozen=True)
class Interest:
    """One thing that people like to do; its id is kept with what a person said, and never changes."""

    id: str
    name: StrOrPromise


@dataclass(frozen=True)
class InterestFamily:
    """Interests that belong together, under a heading."""

    id: str
    name: StrOrPromise
    interests: tuple[Interest, ...]


OUTDOORS = InterestFamily(
    "outdoors",
    _("Outdoors"),
    (
        Interest("walking", _("Walking")),
        Interest("gardening", _("Gardening and allotments")),
        Interest("birds-and-wildlife", _("Birds and wildlife")),
        Interest("fishing", _("Fishing")),
        Interest("by-the-water", _("Being by the sea or a river")),
        Interest("camping", _("Camping")),
    ),
)
MAKING = InterestFamily(
    "making",
    _("Making and mending"),
    (
        Interest("sewing-and-knitting", _("Sewing and knitting")),
        Interest("drawing-and-painting", _("Drawing and painting")),
        Interest("woodwork", _("Woodwork")),
        Interest("pottery", _("Pottery")),
        Interest("photography", _("Taking photos")),
        Interest("writing", _("Writing stories or poems")),
        Interest("mending", _("Mending things")),
    ),
)
MUSIC = InterestFamily(
    "music",
    _("Music"),
    (
        Interest("singing", _("Singing")),
        Interest("playing-an-instrument", _("Playing an instrument")),
        Interest("listening-to-music", _("Listening to music")),
        Interest("dancing", _("Dancing")),
        Interest("making-beats", _("Mixing and making beats")),
    ),
)
SPORT = InterestFamily(
    "sport",
    _("Sport and keeping moving"),
    (
        Interest("football", _("Football")),
        Interest("cricket", _("Cricket")),
        Interest("swimming", _("Swimming")),
        Interest("running", _("Running")),
        Interest("gym", _("The gym")),
        Interest("yoga-and-tai-chi", _("Yoga and tai chi")),
        Interest("bowls-and-snooker", _("Bowls, darts and snooker")),
        Interest("watching-sport", _("Watching sport")),
    ),
)
FOOD = InterestFamily(
    "food",
    _("Food"),
    (
        Interest("cooking", _("Cooking")),
        Interest("baking", _("Baking")),
        Interest("eating-together", _("Eating with others")),
        Interest("food-from-home", _("Food from where I come from")),
        Interest("cafes", _("Going to a café")),
    ),
)
LEARNING = InterestFamily(
    "learning",
    _("Learning"),
    (
        Interest("reading", _("Reading")),
        Interest("languages", _("Languages")),
        Interest("history", _("History and local stories")),
        Interest("science-and-space", _("Science and space")),
        Interest("courses", _("Going on a course")),
    ),
)
ANIMALS = InterestFamily(
    "animals",
    _("Animals"),
    (
        Interest("dogs", _("Dogs")),
        Interest("cats-and-small-pets", _("Cats and small pets")),
        Interest("horses", _("Horses")),
        Interest("farms", _("Farms and farm animals")),
    ),
)
FAITH = InterestFamily(
    "faith-and-meaning",
    _("Faith and meaning"),
    (
        Interest("worship", _("Worship and prayer")),
        Interest("meditation", _("Meditation and quiet")),
        Interest("festivals", _("Holy days and festivals")),
        Interest("big-questions", _("Talking about the big questions")),
    ),
)
HELPING = InterestFamily(
    "helping-others",
    _("Helping others"),
    (
        Interest("volunteering", _("Volunteering")),
        Interest("children-and-young-people", _("Children and young people")),
        Interest("older-neighbours", _("Looking in on neighbours")),
        Interest("peer-support", _("Being there for people with a life like mine")),
        Interest("campaigning", _("Speaking up for a cause")),
    ),
)
GAMES = InterestFamily(
    "games",
    _("Games"),
    (
        Interest("board-games", _("Board games")),
        Interest("cards-and-dominoes", _("Cards and dominoes")),
        Interest("chess", _("Chess")),
        Interest("quizzes-and-puzzles", _("Quizzes and puzzles")),
        Interest("video-games", _("Video games")),
    ),
)
SCREEN = InterestFamily(
    "screen-and-online",
    _("Screen and online"),
    (
        Interest("films", _("Films")),
        Interest("television", _("Television and series")),
        Interest("radio-and-podcasts", _("Radio and podcasts")),
        Interest("online-groups", _("Groups and chats online")),
        Interest("computers", _("Computers and coding")),
    ),
)
CULTURE = InterestFamily(
    "culture",
    _("Culture and style"),
    (
        Interest("theatre-and-comedy", _("Theatre and comedy")),
        Interest("live-music", _("Live music")),
        Interest("museums", _("Museums and galleries")),
        Interest("my-own-culture", _("My own culture and language")),
        Interest("clothes-and-hair", _("Clothes, hair and make-up")),
        Interest("second-hand", _("Markets and second-hand shops")),
    ),
)
GETTING_AROUND = InterestFamily(
    "getting-around",
    _("Getting around"),
    (
        Interest("cycling", _("Cycling")),
        Interest("trains-and-buses", _("Trains and buses")),
        Interest("cars-and-motorbikes", _("Cars and motorbikes")),
        Interest("days-out", _("Days out")),
        Interest("travel", _("Travel")),
    ),
)

INTEREST_FAMILIES = (
    OUTDOORS, MAKING, MUSIC, SPORT, FOOD, LEARNING, ANIMALS, FAITH, HELPING, GAMES, SCREEN, CULTURE, GETTING_AROUND,
)  # fmt: skip

INTERESTS: dict[str, Interest] = {one.id: one for family in INTEREST_FAMILIES for one in family.interests}


def interest(id: str) -> Interest:
    """Return the interest with this id; raise UnknownInterest when there is none."""
    try:
        return INTERESTS[id]
    except KeyError:
        raise UnknownInterest(f"No interest is called {id!r}.") from None
