"""What scales, results and rules are called on a page: words first, the number for whoever asks."""

import math

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from connecting_people.measures.rules import (
    Answer,
    Choice,
    Item,
    Licence,
    Mode,
    Op,
    Rater,
    Responses,
    Result,
    Score,
    nearest,
)

StrOrPromise = str | Promise

LICENCES: dict[Licence, StrOrPromise] = {
    Licence.OURS: gettext_lazy("Our own words"),
    Licence.OPEN: gettext_lazy("Open, with credit"),
    Licence.AGENCY: gettext_lazy("Needs a licence that your agency holds"),
}
MODES: dict[Mode, StrOrPromise] = {
    Mode.ALONE: gettext_lazy("answered alone"),
    Mode.TOGETHER: gettext_lazy("answered together"),
}
RATERS: dict[Rater, StrOrPromise] = {
    Rater.SERVICE_USER: gettext_lazy("the person whose journey it is"),
    Rater.PRACTITIONER: gettext_lazy("the practitioner"),
    Rater.OBSERVER: gettext_lazy("a colleague who looks on"),
}


def answer_words(responses: Responses, answer: Answer) -> str:
    """Return an answer in the words of its choices; nothing for what was skipped."""
    if answer is None:
        return ""
    if isinstance(answer, tuple):
        return ", ".join(responses.label(one) for one in answer) or _("Nobody just now")
    return responses.label(answer)


def result_words(what: Score, result: Result) -> str:
    """Return a result in words: the answer that it comes nearest to, never a verdict."""
    if result.value is None:
        return not_enough(what, result)
    found = nearest(what, result.value)
    if found:
        return near(what, result.value, found)
    if what.op == Op.COUNT and what.items[0].responses.several:
        words = ngettext("%(n)s of the %(of)s asked about", "%(n)s of the %(of)s asked about", int(result.value))
        return words % {"n": int(result.value), "of": result.answered}
    return _("All %(of)s answered") % {"of": result.of} if result.answered == result.of else answered(result)


def near(what: Score, value: float, found: Choice) -> str:
    """Return the answer that a scale of several items comes nearest to."""
    if what.op == Op.VALUE:
        return found.says
    exact = math.isclose(value / (len(what.items) if what.op == Op.SUM else 1), found.value)
    return found.says if exact else _("Nearest to “%(answer)s”") % {"answer": found.says}


def not_enough(what: Score, result: Result) -> str:
    """Return why there is no result: the missing rule, said in words."""
    if not result.answered:
        return _("Left open")
    return f"{answered(result)}. {missing_rule(what)}"


def answered(result: Result) -> str:
    """Return how many were answered."""
    return _("%(n)s of %(of)s answered") % {"n": result.answered, "of": result.of}


def missing_rule(what: Score) -> str:
    """Return in words what becomes of questions that were left open."""
    of = len(what.items)
    if of == 1:
        return _("Left open, there is no result.")
    if what.needs == of:
        return _("There is a result when all %(of)s are answered.") % {"of": of}
    words = {"needs": what.needs, "of": of}
    rule = _("There is a result when at least %(needs)s of %(of)s are answered.") % words
    if what.op == Op.MEAN:
        return f"{rule} " + _("It is the mean of those.")
    if what.items[0].responses.several:
        return f"{rule} " + _("What was left open is not a no: it is left out.")
    return f"{rule} " + _("What was left open adds nothing, so the result is then the least that it can be.")


def formula(what: Score) -> str:
    """Return in words how the number is worked out."""
    words = {
        Op.VALUE: _("The number of the answer itself."),
        Op.SUM: _("The numbers of the answers added up."),
        Op.MEAN: _("The mean of the numbers of the answers."),
        Op.COUNT: _("How many of the answers count."),
        Op.TABLE: _("The numbers of the answers added up, then turned into another unit by the authors’ table."),
    }
    turned = [item for item in what.items if item.reversed]
    if not turned:
        return words[what.op]
    return f"{words[what.op]} " + ngettext(
        "%(n)s question is turned round first: the least becomes the most.",
        "%(n)s questions are turned round first: the least becomes the most.",
        len(turned),
    ) % {"n": len(turned)}


def change_words(what: Score, first: Result, last: Result) -> str:
    """Return how one result lies to an earlier one, in the scale's own words; nothing where one of them is missing."""
    if first.value is None or last.value is None:
        return ""
    if math.isclose(first.value, last.value):
        return _("as before")
    return what.up if last.value > first.value else what.down


def value_words(value: float | None) -> str:
    """Return a number as it is written for people: at most two decimals, none where there are none."""
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")


def codes(item: Item) -> str:
    """Return which answer counts what, for whoever looks at the workings."""
    return "; ".join(f"{one.says} = {one.value}" for one in item.responses.choices if not (one.aside or one.paid))
