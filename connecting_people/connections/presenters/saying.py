"""How many people somebody would like in their life, in their words, and the walk through the questions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from connecting_people.connections.facts import unpacked
from connecting_people.connections.models import Answer, OwnView
from connecting_people.connections.prompts import LEADS, OWN_QUESTION, TOPICS, WALK, Question
from connecting_people.connections.rules import Enough
from connecting_people.connections.words import ENOUGH
from connecting_people.core.addresses import address
from connecting_people.guide.words import Side, StrOrPromise
from connecting_people.journey.models import Entry
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.rules import PRACTITIONERS


@dataclass(frozen=True)
class Said:
    """Somebody's words of one day."""

    chosen: tuple[StrOrPromise, ...]
    words: str
    asked: str
    side: str
    name: str
    when: date
    note: str
    kept: bool
    href: str


def said_view(partnership: Partnership, view: OwnView) -> Said:
    """Return how many people the person said would be right."""
    chosen = unpacked(Enough, view.says) or frozenset()
    return _said(partnership, view.entry, tuple(name for one, name in ENOUGH.items() if one in chosen))


def said_view_now(partnership: Partnership, view: OwnView | None) -> Said | None:
    """Return what the person said last about how many people would be right, if they said anything."""
    return said_view(partnership, view) if view else None


def said_answer(partnership: Partnership, answer: Answer) -> Said:
    """Return what somebody said to a question of the walk."""
    return _said(partnership, answer.entry, (), answer.question)


@dataclass(frozen=True)
class Way:
    """One question in the list of all."""

    number: int
    text: StrOrPromise
    side: str
    whom: str
    said: int


@dataclass(frozen=True)
class Ways:
    """The questions about one thing."""

    name: StrOrPromise
    ways: tuple[Way, ...]


def all_questions(partnership: Partnership, answers: Iterable[Answer]) -> tuple[Ways, ...]:
    """Return every question of the walk, with how often something was said to it."""
    said = [answer.prompt for answer in answers]
    numbers = {question.id: number for number, question in enumerate(WALK, start=1)}
    return tuple(
        Ways(
            topic.name,
            tuple(
                Way(numbers[one.id], one.prompt.text, one.side.value, _whom(partnership, one.side), said.count(one.id))
                for one in topic.questions
            ),
        )
        for topic in TOPICS
    )


@dataclass(frozen=True)
class Step:
    """One question of the walk on its page."""

    number: int
    many: int
    topic: StrOrPromise
    text: StrOrPromise
    side: str
    whom: str
    leads: StrOrPromise
    leads_href: str
    own_question: bool
    before: tuple[Said, ...]


def one_question(partnership: Partnership, number: int, answers: Iterable[Answer]) -> Step:
    """Return one question of the walk, with what was said to it before."""
    question = WALK[number - 1]
    return Step(
        number=number,
        many=len(WALK),
        topic=_topic(question),
        text=question.prompt.text,
        side=question.side.value,
        whom=_whom(partnership, question.side),
        leads=LEADS[question.leads_to],
        leads_href=address(f"connections:{question.leads_to}", partnership_id=partnership.pk),
        own_question=question.id == OWN_QUESTION,
        before=tuple(said_answer(partnership, one) for one in answers if one.prompt == question.id),
    )


def _topic(question: Question) -> StrOrPromise:
    return next(topic.name for topic in TOPICS if question in topic.questions)


def _whom(partnership: Partnership, side: Side) -> str:
    if side == Side.BOTH:
        return _("For both of you")
    if side == Side.SERVICE_USER:
        return _("For %(name)s") % {"name": partnership.person.name}
    beside = [one.name for one in partnership.everybody if one.part in PRACTITIONERS and one.left_at is None]
    return _("For %(name)s") % {"name": beside[0]} if len(beside) == 1 else _("For whoever walks alongside")


def _said(partnership: Partnership, entry: Entry, chosen: tuple[StrOrPromise, ...], asked: str = "") -> Said:
    voice = next(one for one in partnership.everybody if one.pk == entry.voice_id)
    return Said(
        chosen=chosen,
        words=entry.words,
        asked=asked,
        side=voice.side,
        name=voice.name,
        when=entry.happened_date,
        note=_note(partnership, entry, voice),
        kept=entry.kept_by_id is not None,
        href=address("journey:entry", partnership_id=partnership.pk, entry_id=entry.pk),
    )


def _note(partnership: Partnership, entry: Entry, voice: Participant) -> str:
    if entry.kept_by_id:
        return _("Only you see this")
    if not entry.as_said or entry.confirmed_at:
        return ""
    by = next((one.name for one in partnership.everybody if one.user_id == entry.by_id), "")
    return _("Said by %(name)s, written down by %(by)s") % {"name": voice.name, "by": by}
