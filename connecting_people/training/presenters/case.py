"""The case study as a conversation to step through: what was said so far, and where to stop and think."""

from dataclasses import dataclass

from connecting_people.core.addresses import address
from connecting_people.training.course.cases import Case, Voice
from connecting_people.training.course.words import StrOrPromise


@dataclass(frozen=True)
class Said:
    """One turn of the conversation, with the questions where it stops."""

    number: int
    name: str
    side: str
    says: StrOrPromise
    seen: StrOrPromise
    asks: tuple[StrOrPromise, ...]
    newest: bool


@dataclass(frozen=True)
class CasePage:
    """The conversation as far as it goes."""

    title: StrOrPromise
    before: StrOrPromise
    said: tuple[Said, ...]
    many: int
    next_href: str
    back_href: str
    whole_href: str
    begin_href: str
    whole: bool

    @property
    def over(self) -> bool:
        """Say whether it was told to its end."""
        return len(self.said) == self.many


def case_page(case: Case, to: str, *, whole: bool = False) -> CasePage:
    """Return a case as far as turn `to`; what is no number of a turn begins at the first."""
    many, here = len(case.turns), address("training:case")
    at = many if whole else min(max(int(to), 1), many) if to.isascii() and to.isdecimal() and len(to) < 4 else 1
    stops = {stop.after: stop.asks for stop in case.stops}
    said = tuple(
        Said(n, case.names[turn.voice], _side(turn.voice), turn.says, turn.seen, stops.get(n, ()), n == at)
        for n, turn in enumerate(case.turns[:at], start=1)
    )
    return CasePage(
        title=case.title,
        before=case.before,
        said=said,
        many=many,
        next_href=f"{here}?to={at + 1}#turn-{at + 1}" if at < many else "",
        back_href=f"{here}?to={at - 1}#turn-{at - 1}" if at > 1 and not whole else "",
        whole_href=f"{here}?all=yes",
        begin_href=here,
        whole=whole,
    )


def _side(voice: Voice) -> str:
    return voice.value.replace("_", "-")
