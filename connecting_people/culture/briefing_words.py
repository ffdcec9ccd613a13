"""What every briefing says in our own words, by who reads it; what research found stands there with its limits."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.culture.rules import Reader
from connecting_people.guide.words import StrOrPromise

Part = tuple[StrOrPromise, tuple[StrOrPromise, ...]]

TITLES: Final[Mapping[Reader, StrOrPromise]] = {
    Reader.COLLEAGUE: _("Connecting People, for colleagues and managers"),
    Reader.ORGANISATION: _("Connecting People, for the places around us"),
}
FOR_WHOM: Final[Mapping[Reader, StrOrPromise]] = {
    Reader.COLLEAGUE: _("For a colleague or a manager"),
    Reader.ORGANISATION: _("For a local organisation"),
}
ASKS: Final[Mapping[Reader, StrOrPromise]] = {
    Reader.COLLEAGUE: _("Why do you do it, and what would you ask of a colleague?"),
    Reader.ORGANISATION: _("Who are you, and how can they reach you?"),
}
LEADS: Final[Mapping[Reader, StrOrPromise]] = {
    Reader.COLLEAGUE: _(
        "A way of working beside somebody, so that more people and places are in their life that they chose "
        "themselves. Most of all outside services."
    ),
    Reader.ORGANISATION: _(
        "We work beside people who would like to do more of what they enjoy, with others, in places like yours."
    ),
}
PARTS: Final[Mapping[Reader, tuple[Part, ...]]] = {
    Reader.COLLEAGUE: (
        (
            _("How it goes"),
            (
                _("Two people begin with what one of them likes and hopes for, and with whom they know already."),
                _("They try something small, see how it was, and look for a way round what is in the way."),
                _("Eight steps, in any order. Nobody is late, and “not now” is an answer."),
            ),
        ),
        (
            _("What it asks of a team"),
            (
                _("Time to get to know the area, and a place to keep what all have found out."),
                _("To show each other what we can, whatever our jobs are called."),
                _("To hear what service users and supporters would change, and to say what becomes of it."),
            ),
        ),
    ),
    Reader.ORGANISATION: (
        (
            _("What you can expect of us"),
            (
                _("Somebody comes because they want to, not because they were sent."),
                _("If they like, one of us comes along the first few times, and then no longer."),
                _("What they tell you about themselves is up to them. We tell you nothing without their yes."),
                _("We keep right what we know of you, and you can ask what that is."),
            ),
        ),
        (
            _("What helps most"),
            (
                _("Somebody who says hello at the door, and who sits next to whoever is new."),
                _("A word to us when times or prices change, or when something did not go well."),
            ),
        ),
    ),
}
EVIDENCE_HEADING: Final = _("What research says, and what it does not")
EVIDENCE: Final[Mapping[Reader, tuple[StrOrPromise, ...]]] = {
    Reader.COLLEAGUE: (
        _(
            "A first study followed 155 people in 14 agencies in England for nine months. Where the support kept close "
            "to the model, people gained more from whom they knew and felt more included than where it did not. "
            "Well-being rose in both. There was no group without the model to compare with."
        ),
        _(
            "A later study, with 151 people in five NHS Trusts, compared teams that were to work like this with teams "
            "that were not. After six months it found no difference. The model had hardly been put into practice: "
            "caseloads were high, there were too few staff, crises came first, teams had little to do with their area, "
            "and few service users had been told what it is about."
        ),
        _("So we promise no result. We can promise to do it, and to look honestly at how it goes."),
    ),
    Reader.ORGANISATION: (
        _(
            "A first study in England, without a group to compare with, found that people gained more from whom they "
            "knew where this was done thoroughly. A later one that compared teams found no difference: it had hardly "
            "been put into practice. So we promise no result, only that we mean it."
        ),
    ),
}
SOURCES: Final = _(
    "Webber and others: Research on Social Work Practice 29 (2019), 483–494; British Journal of Social Work 51 "
    "(2021), 1080–1100."
)
