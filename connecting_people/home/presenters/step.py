"""A step of a partnership: what it is for, what to talk about, what can be done here and what was."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connecting_people.core.addresses import address
from connecting_people.guide.presenters import StepOnPath
from connecting_people.guide.steps import STEPS, Step
from connecting_people.guide.words import StrOrPromise
from connecting_people.home.presenters.lines import entry_address
from connecting_people.home.presenters.voices import Voice, voices_of, what_it_was
from connecting_people.home.queries import of_step
from connecting_people.journey.models import Entry
from connecting_people.measures.instruments import ready
from connecting_people.partnership.models import Partnership


@dataclass(frozen=True)
class Tool:
    """Something that can be done in this step."""

    name: StrOrPromise
    says: StrOrPromise
    href: str


@dataclass(frozen=True)
class Said:
    """One entry of this step, in somebody's words."""

    name: str
    side: str
    when: date
    text: str
    note: str
    href: str


@dataclass(frozen=True)
class StepHere:
    """All that the page of a step shows below its frame."""

    step: Step
    tools: tuple[Tool, ...]
    write: str
    promise: str
    writes: bool
    reader: str
    said: tuple[Said, ...]
    timeline: str
    steps: tuple[StepOnPath, ...]


def step_page(partnership: Partnership, step: Step) -> StepHere:
    """Gather the page of a step, in one query."""
    voices = voices_of(partnership)
    tools = _TOOLS.get(step.number, ())
    tiles = [Tool(name, says, _address(partnership, view)) for view, name, says in tools]
    of_agency = _OF_AGENCY.get(step.number, ())
    tiles += [Tool(name, says, address(view, agency_id=partnership.agency_id)) for view, name, says in of_agency]
    if step.number in STEPS_WITH_QUESTIONS:
        tiles.append(Tool(QUESTIONS, QUESTIONS_SAY, _address(partnership, "measures:questions", step.number)))
    return StepHere(
        step=step,
        tools=tuple(tiles),
        write=_address(partnership, "journey:write", step.number),
        promise=_address(partnership, "journey:promise", step.number),
        writes=partnership.looking is None,
        reader="" if partnership.looking else partnership.me.side,
        said=tuple(_said(partnership, entry, voices) for entry in of_step(partnership, step.number)),
        timeline=_address(partnership, "journey:timeline", step.number),
        steps=tuple(StepOnPath(s.number, s.name, _step_address(partnership, s.number)) for s in STEPS),
    )


def _said(partnership: Partnership, entry: Entry, voices: dict[UUID, Voice]) -> Said:
    voice = voices[entry.voice_id]
    notes = [what_it_was(entry.kind)]
    if entry.as_said and not entry.confirmed_at:
        notes.append(_("written down by %(name)s") % {"name": entry.by.name})
    if entry.kept_by_id:
        notes.append(_("only you see this"))
    note = ", ".join(str(one) for one in notes if one)
    text = entry.words or entry.line
    return Said(voice.name, voice.side, entry.happened_date, text, note, entry_address(partnership, entry.pk))


def _step_address(partnership: Partnership, number: int) -> str:
    return reverse("home:step", kwargs={"partnership_id": partnership.pk, "number": number})


def _address(partnership: Partnership, view: str, step: int | None = None) -> str:
    address = reverse(view, kwargs={"partnership_id": partnership.pk})
    return f"{address}?step={step}" if step else address


QUESTIONS = gettext_lazy("Questions to think with")
QUESTIONS_SAY = gettext_lazy("Somebody else’s questions: alone, together, or just to get talking. Skip any.")
STEPS_WITH_QUESTIONS = frozenset(step for one in ready() for step in one.steps)

# What there is of the whole agency, by step.
_OF_AGENCY: dict[int, tuple[tuple[str, StrOrPromise, StrOrPromise], ...]] = {
    7: (
        (
            "culture:practices",
            gettext_lazy("Six practices"),
            gettext_lazy("How the agency helps people to connect: say how you see it, and see what others say."),
        ),
        (
            "culture:places",
            gettext_lazy("Places we use"),
            gettext_lazy("From where the agency works, and how welcoming it is there."),
        ),
    ),
}
# What there is beside the prompts, by step: a page, its name and what it is for, translated when shown.
_TOOLS: dict[int, tuple[tuple[str, StrOrPromise, StrOrPromise], ...]] = {
    1: (
        (
            "getting_started:conversation",
            gettext_lazy("The first conversation"),
            gettext_lazy("How it feels to try new things. Short or long, and you can come back to it."),
        ),
        (
            "getting_started:hopes",
            gettext_lazy("What each of you hopes for"),
            gettext_lazy("What you would like from this and what you can give, side by side."),
        ),
        (
            "getting_started:brings",
            gettext_lazy("What each of you brings"),
            gettext_lazy("Hope, trust, curiosity and whatever else is there already."),
        ),
        (
            "getting_started:working_together",
            gettext_lazy("How we work together"),
            gettext_lazy("Safe ways to get in touch, what helps, and what to do in a crisis."),
        ),
        (
            "getting_started:area",
            gettext_lazy("Where you like to be"),
            gettext_lazy("The neighbourhood you move about in, if you want to say. Never an address."),
        ),
        (
            "getting_started:not_now",
            gettext_lazy("Not now"),
            gettext_lazy("A good answer, too. Say when it would be all right to ask again, or not at all."),
        ),
    ),
    2: (
        (
            "connections:map",
            gettext_lazy("Map of connections"),
            gettext_lazy("Who and what is part of life: people, pets, groups and places, as a picture."),
        ),
        (
            "connections:list",
            gettext_lazy("The same as a list"),
            gettext_lazy("For whoever would rather read and write than draw."),
        ),
        (
            "connections:over_time",
            gettext_lazy("Then and now"),
            gettext_lazy("Who came, came closer, drifted or was remembered later, side by side."),
        ),
        (
            "connections:strengths",
            gettext_lazy("Strengths"),
            gettext_lazy("What one likes, is good at, used to do and would like to try."),
        ),
        (
            "connections:prompts",
            gettext_lazy("Questions to talk about"),
            gettext_lazy("One at a time. Skip any of them."),
        ),
        (
            "connections:own_view",
            gettext_lazy("Is it enough?"),
            gettext_lazy("Only the person can say how many people are right."),
        ),
        (
            "connections:photo",
            gettext_lazy("Maps on paper"),
            gettext_lazy("Draw it, stitch it, build it. A photo can stand as the map of that day."),
        ),
        (
            "connections:what_it_says",
            gettext_lazy("What the map says"),
            gettext_lazy("In numbers, with what they do not say. Only if you ask."),
        ),
    ),
    3: (
        (
            "plans:plans",
            gettext_lazy("Hopes and goals"),
            gettext_lazy("What one would like, in their own words, and what each of you does for it."),
        ),
        (
            "connections:ideas",
            gettext_lazy("Ideas for you"),
            gettext_lazy("What there is near by that fits what one likes, with why, and something new."),
        ),
        (
            "introductions:introductions",
            gettext_lazy("Company for it"),
            gettext_lazy("Somebody who would like the same, once everybody said yes to it."),
        ),
    ),
    4: (
        (
            "stepping_out:outings",
            gettext_lazy("Going places"),
            gettext_lazy("Plan an outing, say who helps and how it went, and put whom you met on the map."),
        ),
        (
            "stepping_out:disclosures",
            gettext_lazy("What may be told"),
            gettext_lazy("How much others hear about the person, from whom, and what never."),
        ),
        (
            "stepping_out:came_about",
            gettext_lazy("How connections came about"),
            gettext_lazy("Where and through whom, in your own words."),
        ),
    ),
    5: (
        (
            "taking_stock:room",
            gettext_lazy("Keep, change or stop"),
            gettext_lazy(
                "Go over what you have tried, goals, people and support, in a few minutes, each in your words."
            ),
        ),
        (
            "journey:promises",
            gettext_lazy("What we said we would do"),
            gettext_lazy("What each of you said, and what came of it. Plans may change."),
        ),
        (
            "journey:skills",
            gettext_lazy("Skills we have seen"),
            gettext_lazy("Something that one of you is good at, and the other has noticed."),
        ),
        (
            "journey:feedback",
            gettext_lazy("How working together goes"),
            gettext_lazy("Tell each other, either way, at any time."),
        ),
        (
            "journey:support",
            gettext_lazy("How much support"),
            gettext_lazy("More, less, or just the same: either of you can say, and why."),
        ),
    ),
    6: (
        (
            "barriers:barriers",
            gettext_lazy("What gets in the way"),
            gettext_lazy("Of the person, of the practitioner, of the agency; and ways round it that you tried."),
        ),
        (
            "barriers:notice",
            gettext_lazy("Something gets in the way"),
            gettext_lazy("Write it down, with what helped others as you write."),
        ),
        (
            "barriers:ideas",
            gettext_lazy("Ways round that others found"),
            gettext_lazy("Ideas from people here, without their names."),
        ),
    ),
    8: (
        (
            "review:reviews",
            gettext_lazy("Looking back"),
            gettext_lazy("Side by side: the map then and now, goals, where you went, what came of it, and what next."),
        ),
    ),
}
