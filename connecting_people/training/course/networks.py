"""Two activities on what is there already: in one's own life, and around the team."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.training.course.words import Activity, Beside, Column
from connecting_people.training.rules import Grouping, Lands

OWN_MAP = Activity(
    id="own-map",
    number=4,
    name=_("My own map"),
    step=2,
    aim=_("Feel what it is like to be asked about the people in one’s life."),
    grouping=Grouping.ALONE,
    minutes=30,
    needs=(
        _("Phones or laptops for the practice map, or large paper and pens in several colours"),
        _("A quiet corner for whoever would rather not draw in company"),
    ),
    how=(
        _("Say first what becomes of it: nobody else sees it, and the practice map goes a day after the training."),
        _("Everybody maps their own connections, in any shape: rings, a tree, a list, a bus route."),
        _("Anyone may leave people out, invent a map, or stop. Nobody is asked why."),
        _("Then, still alone: what do you give to these people, and what do they give to you?"),
        _("Talk about how it was to do this. What is on the map stays with whoever drew it."),
        _("Ask: would this map have looked the same five years ago? Who used to be on it?"),
    ),
    listen_for=(
        _("Silence, or a joke that covers something. Have a break ready, and stay near."),
        _("“That was harder than I thought.” This is what we ask of others: let it sink in."),
        _("Giving as well as getting. Those who only seem to receive may be giving a lot."),
        _("Comparing. A small map may be just right, and a crowded one may feel lonely."),
    ),
    leaves=_("One’s own map, which nobody else sees and which goes a day later."),
    columns=(
        Column(
            "mine",
            _("What I give and what I get"),
            _("Company, advice, a lift, a laugh: what goes each way between you?"),
            kept=True,
        ),
        Column("reflections", _("How it was to do this"), _("Was it easy to put down, and to think of telling it?")),
    ),
    beside=Beside.OWN_MAP,
)
# The column of the local map whose notes are looked back at when places get their lights.
PLACES: Final = "known"
LOCAL_MAP = Activity(
    id="local-connections",
    number=5,
    name=_("What we know around here"),
    step=2,
    aim=_("Put together what the team knows of its area, and what it does not."),
    grouping=Grouping.SMALL_GROUPS,
    minutes=40,
    needs=(
        _("A large map of the area, if you have one, or a roll of paper"),
        _("Sticky notes, or their phones"),
        _("The agency’s directory on a screen, for afterwards"),
    ),
    how=(
        _("Groups of four or so, mixed: people who live here, people who use services, people who drive in."),
        _("Ten minutes: write down each group, place, shop or person that you know of, one on a note."),
        _("Go round: who has a connection there, such as a cousin, a neighbour, or having been a member?"),
        _("Look at the whole wall. What is missing: a kind of thing, a part of town, a time of the week?"),
        _("For each gap, one idea of how to fill it, and who could ask around."),
        _("Choose together what goes into the directory afterwards. The board can stay open until then."),
    ),
    listen_for=(
        _("Only services being named. Ask where people go on a Sunday."),
        _("Knowledge that one person alone carries. What if that person left?"),
        _("Two kinds of gap: what we do not know of, and what is really not there."),
    ),
    leaves=_("A list of places and of gaps for the directory."),
    columns=(
        Column(
            PLACES,
            _("Groups, services and places that we know"),
            _("Where do people around here go to meet, make, play, pray or help?"),
            replies=_("Who has a connection there?"),
            lands=(Lands.DIRECTORY,),
        ),
        Column(
            "gaps",
            _("What is missing"),
            _("What would people like that nobody here knows of, or that is not there?"),
            replies=_("How could we fill it?"),
            lands=(Lands.GAP,),
        ),
    ),
)
