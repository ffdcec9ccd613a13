"""What the kinds and states of the record are called on a page."""

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from connecting_people.journey.rules import Kind, Outcome, Standing, Support

StrOrPromise = str | Promise

KINDS: dict[str, StrOrPromise] = {
    Kind.NOTE: _("Note"),
    Kind.QUESTION: _("Asked"),
    Kind.ANSWER: _("Answered"),
    Kind.PROMISE: _("Will do"),
    Kind.KEPT: _("Did it"),
    Kind.PARTLY: _("Did some of it"),
    Kind.CHANGED: _("Changed plan"),
    Kind.SKILL: _("A skill seen"),
    Kind.FEEDBACK: _("How working together goes"),
    Kind.SUPPORT: _("How much support"),
    Kind.OWN: _("My own way"),
    "conversation": _("First conversation"),
    "hope": _("What one hopes for"),
    "bringing": _("What one brings"),
    "working_together": _("How we work together"),
    "map": _("Map of connections"),
    "paper_map": _("Map on paper"),
    "strength": _("Strengths"),
    "own_view": _("Is it enough?"),
    "about_connections": _("Talked about"),
    "aspiration": _("A hope"),
    "goal": _("A goal"),
    "idea": _("An idea"),
    "goal_plan": _("A plan"),
    "goal_scale": _("How one would know"),
    "goal_rating": _("How far along"),
    "goal_move": _("A goal"),
    "introduction": _("Somebody to do it with"),
    "introduction_wish": _("Something to do together"),
    "introduction_fits": _("Company"),
    "introduction_place": _("A place and a time"),
    "introduction_ended": _("Company"),
    "outing": _("An outing"),
    "outing_moved": _("An outing"),
    "outing_again": _("An outing"),
    "outing_gone": _("An outing"),
    "outing_not_this_time": _("An outing"),
    "outing_changed_plan": _("An outing"),
    "outing_stopped": _("An outing"),
    "outing_support": _("Who helps"),
    "small_step": _("A small step"),
    "disclosure": _("What may be told"),
    "disclosure_ended": _("What may be told"),
    "measure": _("Questions to think with"),
    "review": _("Looking back"),
    "look_back": _("Looking back"),
    "review_proposed": _("Looking back"),
    "what_next": _("What could come next"),
    "stock_take": _("Took stock"),
    "barrier": _("Something in the way"),
    "barrier_stands": _("Something in the way"),
    "barrier_rests": _("Something in the way"),
    "barrier_got_round": _("A way round"),
    "barrier_came_back": _("Something in the way"),
    "way_round": _("An idea for a way round"),
    "way_tried": _("A way round, tried"),
    "barrier_raised": _("Raised with somebody"),
    "barrier_answered": _("What came back"),
    "idea_offered": _("An idea for others"),
    "idea_taken_back": _("An idea for others"),
}

STANDINGS: dict[str, StrOrPromise] = {
    Standing.PROPOSED: _("Proposed"),
    Standing.AGREED: _("Agreed"),
    Standing.DIFFERENT: _("Seen differently"),
}

OUTCOMES: dict[str, StrOrPromise] = {
    Outcome.KEPT: _("I did it"),
    Outcome.PARTLY: _("I did some of it"),
    Outcome.CHANGED: _("The plan changed"),
}
OUTCOME_HINTS: dict[str, StrOrPromise] = {
    Outcome.PARTLY: _("Some of it is a lot."),
    Outcome.CHANGED: _("Plans do. It counts for just as much to say so."),
}
OUTCOMES_SEEN: dict[str, StrOrPromise] = {
    Outcome.KEPT: _("Done"),
    Outcome.PARTLY: _("Partly done"),
    Outcome.CHANGED: _("The plan changed"),
}

SUPPORT: dict[str, StrOrPromise] = {
    Support.MORE: _("More for now"),
    Support.SAME: _("As it is"),
    Support.LESS: _("Less for now"),
    Support.RETHINK: _("Let’s think again"),
}

ACTS: dict[str, StrOrPromise] = {
    "reworded": _("said it differently"),
    "confirmed": _("said that their words are right"),
    "agreed": _("agreed"),
    "seen differently": _("said how they see it"),
    "shared": _("shared what was their own"),
    "skill answered": _("answered about a skill"),
    "shared with supporter": _("showed it to a supporter"),
    "no longer shared with supporter": _("took it back from a supporter"),
}

PAGES: dict[str, StrOrPromise] = {
    "timeline": pgettext_lazy("a page", "the journey"),
    "printed": _("the journey, to print"),
    "entry": _("one entry"),
    "write": _("the page to write on"),
    "ask": _("the page for asking"),
    "promises": _("what each will do"),
    "skills": _("skills seen"),
    "feedback": _("how working together goes"),
    "support": _("how much support there is"),
    "own journey": _("their own pages"),
    "sharing": _("what a supporter sees"),
    "shared page": _("what was shared with them"),
    "who looked": _("who has looked"),
    "together": _("the page of the two"),
    "step": _("the page of a step"),
    "map": _("the map of connections"),
    "connection": _("one connection"),
    "map over time": _("the map over time"),
    "what the map says": _("what the map says"),
    "paper maps": _("maps on paper"),
    "strengths": _("the list of strengths"),
    "ideas": _("ideas of what to do"),
    "own view": _("the page on whether it is enough"),
    "questions about connections": _("questions to talk about"),
    "map settings": _("the page of rings and colours"),
    "copies of the map": _("copies of the map"),
    "bringing in a map": _("the page for bringing in a map"),
    "plans": _("hopes and goals"),
    "goal": _("one goal"),
    "goals in numbers": _("goals in numbers"),
    "introductions": _("the page of company"),
    "an introduction": _("one introduction"),
    "outings": _("the page of outings"),
    "outing": _("one outing"),
    "what may be told": _("what may be told"),
    "how connections came about": _("how connections came about"),
    "taking stock": _("what to keep, change or stop"),
    "people": _("who takes part"),
    "handing over": _("the page for handing over"),
    "pause": _("the page for a pause"),
    "hopes": _("what each hopes for"),
    "area": _("where to look"),
    "not now": _("the page for “not now”"),
}


def kind_in_words(kind: str) -> str:
    """Say what an entry is; rooms above this one name kinds of their own in plain words."""
    return str(KINDS.get(kind) or gettext(kind.replace("_", " ").capitalize()))


def page_in_words(page: str) -> str:
    """Say which page somebody opened."""
    return str(PAGES.get(page) or page.replace("_", " "))
