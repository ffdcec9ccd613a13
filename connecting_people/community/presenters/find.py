"""What was found, as its page shows it: cards that say when, how far, and why each fits."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from connecting_people.community.entry import DAYS, Hours, read
from connecting_people.community.facets import FREE, ONLINE, TIMED, Part
from connecting_people.community.matching import Ask, Match
from connecting_people.community.models import Asset
from connecting_people.community.plain_words import DAY_NAMES, IN_PARTS, ON_DAYS, distance
from connecting_people.community.queries.assets import season_of
from connecting_people.community.queries.find import Answer
from connecting_people.community.rules import Access, Kind, Season
from connecting_people.community.search import asset_id_of
from connecting_people.community.stems import stem, stems, words_of
from connecting_people.community.terms import ACCESS, KINDS
from connecting_people.guide.interests import INTERESTS
from connecting_people.guide.words import StrOrPromise

PAGE = 20
_SHORT = 180


@dataclass(frozen=True)
class Card:
    """One asset that was found."""

    id: UUID
    name: str
    kind: StrOrPromise
    says: str
    when: str
    where: str
    reasons: tuple[str, ...]
    season: Season
    turns: date | None


@dataclass(frozen=True)
class Results:
    """A page of what was found, and what is said about it."""

    cards: tuple[Card, ...]
    says: str
    nearest: str
    instead: str
    page: int
    pages: int


def results(answer: Answer, assets: Mapping[UUID, Asset], page: int, near: str, text: str, today: date) -> Results:
    """Return one page of an answer to a question that was asked with `text`."""
    said = {stem(word): word for word in words_of(answer.instead or text)}
    shown = answer.matches[(page - 1) * PAGE : page * PAGE]
    near_asked = answer.ask.place is not None
    cards = [
        card(assets[id], match.km, near_asked, why(answer.ask, match, near, said), today)
        for match in shown
        if (id := asset_id_of(match)) in assets
    ]
    return Results(
        cards=tuple(cards),
        says=_how_many(answer),
        nearest=_nearest(answer),
        instead=answer.instead,
        page=page,
        pages=pages_of(answer),
    )


def pages_of(answer: Answer) -> int:
    """Return how many pages an answer has, at least one."""
    return max(1, -(-len(answer.matches) // PAGE))


def why(ask: Ask, match: Match, near: str, said: Mapping[str, str]) -> Iterator[str]:
    """Yield in words why an asset fits what is asked; `said` has the words of the question by their stems."""
    has = frozenset(match.facts.facets.split())
    yield from _of_words(ask, match, said)
    for facet in sorted(ask.facets & has, key=_place_of):
        yield str(reason(facet))
    if TIMED not in has and any(facet.endswith(tuple(Part)) for facet in ask.facets):
        yield _("It does not say at what time")
    for facet in sorted((ask.interests | ask.kinds) & has):
        yield str(reason(facet))
    if ask.age is not None and (match.facts.minimum_age or match.facts.maximum_age):
        yield _("Open to people of %(age)d") % {"age": ask.age}
    if match.km is not None and near:
        yield _("%(distance)s from %(place)s") % {"distance": distance(match.km), "place": near}


def _of_words(ask: Ask, match: Match, said: Mapping[str, str]) -> Iterator[str]:
    """Yield where the words stand."""
    about = [word for word in ask.words if f" {word} " in match.facts.about]
    for facet in match.facts.facets.split():
        group, _dash, term = facet.partition("-")
        if group == "interest" and set(stems(str(INTERESTS[term].name))).intersection(about):
            yield str(INTERESTS[term].name)
    for word in ask.words:
        if f" {word} " in match.facts.name:
            yield _("“%(word)s” in its name") % {"word": said.get(word, word)}
        elif f" {word} " in match.facts.text + match.facts.about:
            yield _("It mentions “%(word)s”") % {"word": said.get(word, word)}


def reason(facet: str) -> StrOrPromise:
    """Return a facet in words, as something that an asset has."""
    group, _dash, term = facet.partition("-")
    if facet == FREE:
        return _("Free")
    if facet == ONLINE:
        return _("Online")
    if facet in ACCESS:
        return ACCESS[Access(facet)]
    if group == "interest":
        return INTERESTS[term].name
    if group == "kind":
        return KINDS[Kind(term)]
    if group.upper() in ON_DAYS:
        on = ON_DAYS[group.upper()]
        return _("%(days)s, %(part)s") % {"days": on, "part": str(IN_PARTS[term]).lower()} if term else on
    return IN_PARTS[facet]


def when(hours: Sequence[Hours]) -> str:
    """Return in one line when something is on."""
    return "; ".join(dict.fromkeys(filter(None, map(_one_time, hours[:3]))))


def _one_time(hours: Hours) -> str:
    named = [str(DAY_NAMES[day]) for day in hours.days]
    days = _("Every day") if len(named) == len(DAYS) else ", ".join(named)
    parts = [days, _span(hours)]
    if hours.monthly:
        parts.append(
            _("once a month") if hours.interval == 1 else _("every %(many)d months") % {"many": hours.interval}
        )
    elif hours.interval > 1:
        parts.append(_("every %(many)d weeks") % {"many": hours.interval})
    return ", ".join(filter(None, parts)) or hours.words


def _span(hours: Hours) -> str:
    if hours.opens is None:
        return ""
    if hours.closes is None:
        return _("from %(opens)s") % {"opens": f"{hours.opens:%H:%M}"}
    return _("%(opens)s to %(closes)s") % {"opens": f"{hours.opens:%H:%M}", "closes": f"{hours.closes:%H:%M}"}


def card(asset: Asset, km: float | None, near: bool, reasons: Iterable[str], today: date) -> Card:
    """Return the card of one asset; `near` says whether somebody asked for what is near."""
    entry, season = read(asset.document), season_of(asset, today)
    nowhere = _("No one place") if near and km is None else ""
    return Card(
        id=asset.pk,
        name=asset.name,
        kind=KINDS[entry.kind],
        says=_shortened(entry.description),
        when=when(entry.hours),
        where=_("Online") if entry.online else nowhere,
        reasons=tuple(dict.fromkeys(reasons)),
        season=season,
        turns=_turns(asset, season),
    )


def _turns(asset: Asset, season: Season) -> date | None:
    """Return the day on which it starts or ends, where that is soon."""
    return {Season.STARTING: asset.begins_date, Season.CLOSING: asset.ends_date}.get(season)


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHORT else f"{flat[:_SHORT].rsplit(' ', 1)[0]}…"


def _how_many(answer: Answer) -> str:
    many = len(answer.matches)
    if not many or answer.unmet or answer.ask.some_words:
        return ""
    if answer.many:
        return _("More than anybody can read. Say a little more, and the best come first.")
    if not answer.ask:
        return _("%(many)d in all, by name") % {"many": many}
    return ngettext("%(many)d that fits", "%(many)d that fit", many) % {"many": many}


def _nearest(answer: Answer) -> str:
    if not answer.matches:
        return ""
    if answer.ask.some_words:
        return _("Nothing has all of these words. These have some of them.")
    if not answer.unmet:
        return ""
    missing = "; ".join(_missing(answer.unmet))
    return _("Nothing fits everything. These come nearest. What they lack, or do not say: %(needs)s.") % {
        "needs": missing
    }


def _missing(unmet: frozenset[str]) -> list[str]:
    words = {
        "km": _("within the distance"),
        "age": _("the age"),
        "kinds": _("the kind"),
        "interests": _("the interest"),
    }
    return [words.get(need) or _lower(str(reason(need))) for need in sorted(unmet, key=_place_of)]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:] if not text.startswith("British") else text


def _place_of(facet: str) -> tuple[int, str]:
    """Sort what it costs first, then when it is, then the rest."""
    return (0 if facet == FREE else 1 if facet[:2].upper() in DAYS else 2), facet
